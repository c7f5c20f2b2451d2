"""The camera as a scanner: synthetic frames through the sink that a real camera feeds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from summit_desk.domain.check_in.sights import GONE_AFTER, InView, Picture
from summit_desk.domain.verdicts import Verdict
from summit_desk.readers.codes import read_codes
from tests.check_in.keys import told
from tests.check_in.scenes import Format, Light, frame, scene, two
from ui.check_in.camera import Camera
from ui.check_in.frames import picture_of

CODE = "1" + "0417" + "0123456789" + "01" + "12345678" + "55"
KINDS = (
    Format.Format_NV12,
    Format.Format_YUV420P,
    Format.Format_YUYV,
    Format.Format_UYVY,
    Format.Format_BGRA8888,
    Format.Format_Y8,
)
# what the measured table of the camera shows as 100 %, at both sizes where it does
GOOD = {
    "ideal": Light(),
    "rotated 45": Light(rotated=45),
    "upside down": Light(rotated=180),
    "tilted 30": Light(tilted=30, rotated=20),
    "tilted 45": Light(tilted=45, rotated=20),
    "mirrored": Light(mirrored=True, rotated=10),
    "noise": Light(noise=25),
    "a fifth of the light": Light(light=0.2, noise=8),
    "slightly out of focus": Light(blur=1.5),
    "moved": Light(moved=7),
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_format_of_a_frame_is_read(kind):
    picture = picture_of(frame(scene(CODE), kind))
    assert read_codes(picture).codes == (CODE,)


@pytest.mark.parametrize("size", [(640, 480), (1280, 720)], ids=["640x480", "1280x720"])
@pytest.mark.parametrize("name", GOOD)
def test_a_badge_is_read_however_it_is_held(name, size):
    for seed in range(3):
        picture = picture_of(frame(scene(CODE, GOOD[name], size, seed=seed)))
        assert read_codes(picture).codes == (CODE,)


def test_a_badge_in_a_tenth_of_the_light_is_read_and_no_code_asks_for_light():
    dim = picture_of(frame(scene(CODE, Light(light=0.1, noise=8))))
    assert read_codes(dim).codes == (CODE,)
    empty = Picture(bytes([20]) * (640 * 480), 640, 480, 640)
    sight = read_codes(empty)
    assert (sight.codes, sight.is_dark, round(sight.brightness)) == ((), True, 20)


def test_a_code_in_gb18030_that_does_not_say_so_is_read_as_chinese():
    import zxingcpp

    made = zxingcpp.create_barcode("严华".encode("gb18030"), zxingcpp.BarcodeFormat.QRCode)
    image = made.to_image(scale=6)
    content = bytes(image)
    high, wide = image.shape[:2]
    assert read_codes(Picture(content, wide, high, wide)).codes == ("严华",)


def test_the_same_badge_in_view_is_one_arrival():
    view = InView()
    assert view.arrived(["a"], 0.0) == ("a",)
    assert view.arrived(["a"], 0.1) == ()
    assert view.arrived([], 1.0) == ()  # one blurred frame
    assert view.arrived(["a"], 1.9) == ()
    assert view.arrived(["a"], 1.9 + GONE_AFTER) == ("a",)


def test_several_badges_in_view_are_told_together():
    view = InView()
    assert view.arrived(["a", "b"], 0.0) == ("a", "b")
    assert view.arrived(["b"], 0.1) == ()
    assert view.arrived(["b", "c"], 0.2) == ("b", "c")


@given(st.lists(st.tuples(st.lists(st.sampled_from("abc")), st.floats(0, 1)), max_size=30))
def test_a_code_is_new_exactly_when_it_was_out_of_view_long_enough(steps):
    view, at, last = InView(), 0.0, {}
    for codes, pause in steps:
        at += pause
        fresh = [c for c in codes if c not in last or at - last[c] >= GONE_AFTER]
        assert bool(view.arrived(codes, at)) is bool(fresh)
        last |= dict.fromkeys(codes, at)


@pytest.fixture
def camera(qtbot, door, window):
    """The station's camera, fed by hand: this machine has none of its own."""
    made = door.looking._made()
    assert isinstance(made, Camera)
    door.looking._show(["Front camera"])
    return made


def test_a_badge_before_the_camera_is_checked_in_once(qtbot, summit, door, window, camera):
    held = frame(scene(summit.code("欧阳明远")))

    for _again in range(3):
        camera.sink.setVideoFrame(held)
        told(qtbot, door, Verdict.OK_IN)
        qtbot.waitUntil(lambda: not camera._busy)

    assert door.outcome.guest.name == "欧阳明远"
    assert [scan.verdict for scan in door._station.recent()] == [Verdict.OK_IN]


def test_two_badges_at_once_are_picked_from(qtbot, summit, door, window, camera):
    camera.sink.setVideoFrame(frame(two(summit.code("欧阳明远"), summit.code("王磊"))))
    told(qtbot, door, Verdict.AMBIGUOUS)
    assert [found.name for found in window.candidates.found] == ["欧阳明远", "王磊"]

    QTest.keyClick(window, "2")

    told(qtbot, door, Verdict.OK_IN)
    assert door.outcome.guest.name == "王磊"


def test_the_picture_shows_and_asks_for_light(qtbot, door, window, camera):
    camera.sink.setVideoFrame(frame(scene(CODE, Light(light=0.02, noise=0))))
    qtbot.waitUntil(lambda: door.looking.view._dark)
    assert not door.looking.view.grab().isNull()

    camera.sink.setVideoFrame(frame(scene(CODE)))

    qtbot.waitUntil(lambda: not door.looking.view._dark)


def test_only_the_newest_frame_is_decoded(qtbot, summit, door, window, camera):
    told_codes = []
    camera.seen.connect(told_codes.extend)
    names = [summit.code("王磊"), *[f"{n:027}" for n in range(20)], summit.code("欧阳明远")]
    frames = [frame(scene(code)) for code in names]

    for one in frames:
        camera.sink.setVideoFrame(one)

    qtbot.waitUntil(lambda: summit.code("欧阳明远") in told_codes)
    assert told_codes[-1] == summit.code("欧阳明远")
    assert len(told_codes) < len(names)


def test_without_a_camera_the_station_says_so_and_goes_on(qtbot, summit, door, window):
    QTest.keyClick(window, Qt.Key.Key_F7)
    assert window.panel.look.lines == (
        "No camera was found. Plug one in and press F7 again; the scanner works as before.",
    )
    assert not door.looking.is_on
    door.scan(summit.code("王磊"))
    told(qtbot, door, Verdict.OK_IN)


def test_the_camera_is_switched_off_with_its_key(qtbot, door, window, camera):
    assert door.looking.is_on
    QTest.keyClick(window, Qt.Key.Key_F7)
    assert not door.looking.is_on
    assert window.panel.notice == "Camera off"
