"""Pictures of people are kept upright and small, whatever a camera delivers."""

import io
import subprocess
import sys

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from ui.kit.pictures import PictureBox
from ui.kit.portraits import LIGHT, SIDE, bounded

ORIENTATION, PLACE = 0x0112, 0x8825


CLOSED_MEANWHILE = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMainWindow
from ui.kit.pictures import PictureBox

def closed(path, *, saved):
    window = QMainWindow()
    box = PictureBox(window)
    box.take(path)
    if saved:
        box.content()
    window.deleteLater()

app = QApplication([])
sys.setswitchinterval(1e-5)
for turn in range(150):
    closed(Path(sys.argv[1]), saved=bool(turn % 2))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
"""


def photo(size=(1600, 1200), turned=1, kind="JPEG") -> bytes:
    """Return a picture whose upper left quarter is red, as a camera held so writes it."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1] // 2))
    exif = Image.Exif()
    exif[ORIENTATION] = turned
    exif[PLACE] = {1: "N", 2: (32.0, 3.0, 0.0)}
    written = io.BytesIO()
    picture.save(written, kind, exif=exif)
    return written.getvalue()


def red_corner(content: bytes) -> str:
    """Return where the red quarter is."""
    image = QImage.fromData(content)
    far = QPoint(image.width() * 3 // 4, image.height() * 3 // 4)
    near = QPoint(image.width() // 4, image.height() // 4)
    corners = {
        "top left": near,
        "top right": QPoint(far.x(), near.y()),
        "bottom left": QPoint(near.x(), far.y()),
        "bottom right": far,
    }
    red = [name for name, at in corners.items() if QColor(image.pixel(at)).red() > 200]
    return ", ".join(red)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_large_picture_becomes_small_and_keeps_its_shape(kind):
    kept = bounded(photo(kind=kind))
    size = QImage.fromData(kept).size()
    assert (size.width(), size.height()) == (SIDE, SIDE * 3 // 4)


@pytest.mark.parametrize(
    ("turned", "corner", "upright"),
    [
        (1, "top left", (640, 480)),
        (3, "bottom right", (640, 480)),
        (6, "top right", (480, 640)),
        (8, "bottom left", (480, 640)),
    ],
)
def test_a_picture_is_upright_however_the_camera_was_held(turned, corner, upright):
    kept = bounded(photo(turned=turned))
    size = QImage.fromData(kept).size()
    assert (red_corner(kept), (size.width(), size.height())) == (corner, upright)


def test_where_a_picture_was_taken_is_not_kept():
    small = photo((200, 150))
    assert b"Exif" in small
    assert b"Exif" not in bounded(small)


def test_what_is_see_through_stays_so():
    written = io.BytesIO()
    Image.new("RGBA", (900, 900), (255, 0, 0, 0)).save(written, "PNG")
    assert QImage.fromData(bounded(written.getvalue())).pixelColor(5, 5).alpha() == 0


def test_a_noisy_picture_stays_light():
    written = io.BytesIO()
    Image.effect_noise((640, 640), 40).convert("RGB").save(written, "PNG")
    kept = bounded(written.getvalue())
    assert len(kept) < len(written.getvalue()) / 2
    assert len(written.getvalue()) > LIGHT


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n", b"%PDF-1.4"])
def test_what_can_not_be_read_is_no_picture(content):
    assert bounded(content) is None


@pytest.fixture
def box(qtbot) -> PictureBox:
    box = PictureBox()
    qtbot.addWidget(box)
    box.show()
    return box


def carried(*paths) -> QMimeData:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return content


def drop(box: PictureBox, content: QMimeData) -> bool:
    """Drag over the box and let go; return whether the box wanted it."""
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(5, 5), copy, content, left, keys)
    over.ignore()
    QApplication.sendEvent(box, over)
    if over.isAccepted():
        QApplication.sendEvent(box, QDropEvent(QPointF(5, 5), copy, content, left, keys))
    return over.isAccepted()


def test_a_dropped_picture_is_taken(qtbot, box, tmp_path):
    path = tmp_path / "face.jpg"
    path.write_bytes(photo())
    with qtbot.waitSignal(box.changed):
        wanted = drop(box, carried(path))
    assert (wanted, box.content()) == (True, bounded(photo()))


def test_other_files_are_not_taken(box, tmp_path):
    assert not drop(box, carried(tmp_path / "list.xlsx"))
    assert not drop(box, carried(tmp_path / "a.jpg", tmp_path / "b.jpg"))


def test_a_form_that_is_saved_at_once_has_the_picture_that_is_still_read(box, tmp_path):
    path = tmp_path / "face.png"
    path.write_bytes(photo((3000, 2000), kind="PNG"))
    box.take(path)
    assert box.content() == bounded(path.read_bytes())


def test_a_file_that_is_no_picture_leaves_the_one_that_was_there(box, tmp_path):
    before, path = bounded(photo()), tmp_path / "none.jpg"
    box.show_content(before)
    path.write_bytes(b"nothing")
    box.take(path)
    assert box.content() == before


def test_a_form_may_be_closed_while_its_picture_is_read(tmp_path):
    path = tmp_path / "face.jpg"
    path.write_bytes(photo((60, 40)))
    done = subprocess.run(
        [sys.executable, "-c", CLOSED_MEANWHILE, str(path)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
