"""The program takes pictures of itself."""

from PySide6.QtGui import QImage

from summit_desk.domain.places import ScreenName
from summit_desk.support.i18n import Language
from summit_desk.support.settings import Theme


class Counted:
    """Progress that remembers its steps."""

    def __init__(self) -> None:
        self.steps: list[tuple[int, int]] = []

    def step(self, done: int, total: int) -> None:
        self.steps.append((done, total))


def test_every_screen_is_pictured_in_the_size_that_was_asked_for(qtbot, services, tmp_path):
    from ui.shell.screenshots import take

    progress = Counted()

    made = take(services, tmp_path, Theme.DARK, Language.ENGLISH, (1280, 720), progress)

    sizes = {(image.width(), image.height()) for image in map(QImage, map(str, made))}
    assert {path.stem.split("-")[1] for path in made} == {*ScreenName, "station"}
    assert sizes == {(1280, 720)}
    assert progress.steps[-1] == (9, 9)
