"""What a point shows of a guest: photo, seat, note and tags, and what leaves in a station file."""

import io

import pytest
from PIL import Image

from db.store import Store
from summit_desk.domain.check_in.shown import NOTHING, USUAL, Shown, kept_choice, shown_at
from summit_desk.domain.records import Attendee, Person, Picture
from summit_desk.domain.verdicts import Verdict
from summit_desk.services.bundle import Services
from summit_desk.services.people import PeopleService


def picture(shade="red", size=(480, 640)) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size, shade).save(written, "JPEG")
    return written.getvalue()


@pytest.fixture
def people(summit) -> PeopleService:
    return PeopleService(summit.store, summit.watch)


@pytest.fixture
def portrayed(summit, people):
    """王磊 has a photo, a seat, a note and tags."""
    people.set_portrait(summit.guests["王磊"].person_id, picture())
    summit.set_guest("王磊", seat="A 1", door_note="请坐前排", tags=("金卡", "素食"))
    return summit


def scanned(qtbot, summit, door, name="王磊"):
    door.scan(summit.code(name))
    qtbot.waitUntil(lambda: door.outcome is not None and door.outcome.guest is not None)
    qtbot.waitUntil(lambda: door.jobs.idle() and door.photos.jobs.idle())
    return door.parent().panel


def pills(panel) -> list[str]:
    return [tag.text for tag in panel.look.tags]


def test_photo_seat_and_note_are_shown_as_usual(qtbot, portrayed, door):
    panel = scanned(qtbot, portrayed, door)
    assert pills(panel) == ["Delegate", "A 1", "请坐前排"]
    assert panel.photo.pixelColor(10, 10).red() > 200
    assert panel._width() < panel.inner().width()


def test_somebody_without_a_photo_leaves_no_hole(qtbot, portrayed, door):
    panel = scanned(qtbot, portrayed, door, "欧阳明远")
    assert panel.photo is None
    assert panel._width() == panel.inner().width()


def test_a_photo_that_can_not_be_read_gives_its_room_back(qtbot, portrayed, people, door):
    people.set_portrait(portrayed.guests["王磊"].person_id, b"damaged")
    panel = scanned(qtbot, portrayed, door)
    assert panel._width() == panel.inner().width()


@pytest.mark.parametrize(
    ("shows", "expected", "photo"),
    [
        ((Shown.PHOTO,), [], True),
        ((Shown.SEAT,), ["A 1"], False),
        ((Shown.NOTES, Shown.TAGS), ["请坐前排", "素食", "金卡"], False),
        ((NOTHING,), [], False),
    ],
)
def test_a_point_shows_what_was_chosen_for_it(qtbot, portrayed, door, shows, expected, photo):
    portrayed.set_point(shows=tuple(map(str, shows)))
    panel = scanned(qtbot, portrayed, door)
    assert (pills(panel)[1:], panel.look.photo) == (expected, photo)


def test_an_urgent_note_is_shown_wherever(qtbot, portrayed, door):
    portrayed.set_point(shows=(NOTHING,))
    portrayed.set_guest("王磊", door_note="！请通知会长")
    panel = scanned(qtbot, portrayed, door)
    assert (door.outcome.verdict, panel.look.lines) == (Verdict.ATTENTION, ("请通知会长",))


def test_a_long_note_is_written_in_full(qtbot, portrayed, door):
    note = "这位嘉宾需要轮椅，请从东侧坡道入场，并通知三楼的志愿者在电梯口等候。"
    portrayed.set_guest("王磊", door_note=note)
    panel = scanned(qtbot, portrayed, door)
    assert (pills(panel)[1:], panel.look.note) == (["A 1"], note)
    assert note in panel.look.spoken()


def test_a_kiosk_shows_neither_photo_nor_note(qtbot, portrayed, door, window):
    portrayed.set_guest(
        "王磊", door_note="这位嘉宾需要轮椅，请从东侧坡道入场，并通知三楼的志愿者。"
    )
    window.lock(kiosk=True)
    panel = scanned(qtbot, portrayed, door)
    assert (panel.look.note, panel.look.photo, panel.photo) == ("", False, None)


def test_the_photo_of_somebody_who_is_gone_already_is_not_shown(qtbot, portrayed, door):
    door.scan(portrayed.code("王磊"))
    panel = scanned(qtbot, portrayed, door, "欧阳明远")
    qtbot.waitUntil(lambda: door.outcome.guest.name == "欧阳明远" and door.photos.jobs.idle())
    assert panel.photo is None


def test_what_is_shown_is_kept_so_that_nothing_differs_from_the_usual(summit):
    assert shown_at(summit.point) == frozenset(USUAL)
    assert kept_choice(USUAL) == ()
    assert kept_choice(()) == (NOTHING,)
    assert kept_choice((Shown.SEAT, Shown.TAGS)) == ("seat", "tags")


def copied(summit, tmp_path, **point):
    """Make a station file of a summit whose point is set so; return what is in it."""
    summit.set_point(**point)
    Services(summit.store, summit.watch).stations.make(summit.event.id, "B", tmp_path / "b.station")
    with Store.open(tmp_path / "b.station", writing=False) as store, store.view() as view:
        assert store.verify() == []
        guest = view.get(Attendee, summit.guests["王磊"].id)
        person = view.get(Person, guest.person_id)
        return guest, person, view.all(Picture)


def test_a_station_file_has_what_is_shown_there(portrayed, tmp_path):
    shows = tuple(map(str, Shown))
    guest, person, pictures = copied(portrayed, tmp_path, shows=shows)
    assert (guest.seat, guest.door_note, guest.tags) == ("A 1", "请坐前排", ("金卡", "素食"))
    assert [(one.id, one.data) for one in pictures] == [(person.portrait_id, picture())]


def test_a_station_file_has_nothing_that_no_point_shows(portrayed, tmp_path):
    portrayed.set_guest("欧阳明远", door_note="!请通知会长")
    guest, person, pictures = copied(portrayed, tmp_path, shows=(NOTHING,), tags=("金卡",))
    assert (guest.seat, guest.door_note, guest.tags) == ("", "", ("金卡",))
    assert (person.portrait_id, pictures) == (None, [])
    assert picture()[-40:] not in (tmp_path / "b.station").read_bytes()
    with Store.open(tmp_path / "b.station", writing=False) as store, store.view() as view:
        urgent = view.get(Attendee, portrayed.guests["欧阳明远"].id).door_note
    assert urgent == "!请通知会长"


def test_a_station_file_shows_the_photo(portrayed, tmp_path):
    copied(portrayed, tmp_path)
    with Store.open(tmp_path / "b.station") as store:
        services = Services(store, portrayed.watch)
        station = services.check_in.open_station(portrayed.event.id, portrayed.point.id, "", "")
        assert station.photo(station.scan(portrayed.code("王磊")).guest) == picture()
