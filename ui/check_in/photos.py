"""The photo of whoever was scanned: fetched after the verdict is shown, on a lane of its own."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QImage

from ui.check_in.verdict_panel import VerdictPanel
from ui.kit.jobs import Jobs
from ui.kit.portraits import scaled

if TYPE_CHECKING:
    from summit_desk.domain.check_in.outcome import Guest
    from summit_desk.services.station import Station


class Photos(QObject):
    """Shows the photo of the latest guest; one who is gone already is not looked up."""

    def __init__(self, panel: VerdictPanel, station: "Station") -> None:
        super().__init__(panel)
        self._panel, self._station = panel, station
        self._wanted: Guest | None = None
        self.jobs = Jobs(self)

    def show_of(self, guest: "Guest | None") -> None:
        """Fetch a guest's photo and show it, unless somebody else was scanned meanwhile."""
        self._wanted = guest
        if guest is not None:
            room = self._panel.photo_pixels()
            self.jobs.start(
                lambda _progress: self._fetch(guest, room),
                lambda photo: self._on_fetched(guest, photo),
                lambda _problem: self._on_fetched(guest, QImage()),  # the verdict stands without
            )

    def close(self) -> None:
        """End the lane; must precede deletion."""
        self.jobs.close()

    def _fetch(self, guest: "Guest", room: QSize) -> QImage:
        if guest is not self._wanted:
            return QImage()
        content = self._station.photo(guest)
        return QImage() if content is None else scaled(content, room)

    def _on_fetched(self, guest: "Guest", photo: QImage) -> None:
        if guest is self._wanted:
            self._panel.show_photo(photo)
