"""Joins the lock of stations to its use cases: choosing the passphrase, and leaving with it."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from summit_desk.domain.change import Change
from summit_desk.support.i18n import _
from ui.check_in.screen import CheckInScreen
from ui.check_in.station_window import StationWindow
from ui.kit.desk import Desk
from ui.kit.form import Field, FormDialog, Line, Values

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services


class Locks(QObject):
    """Asks for the passphrase of the event's stations."""

    def __init__(self, screen: CheckInScreen, services: "Services", desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        screen.passphrase_asked.connect(self.choose)

    def is_ready(self, event_id: UUID) -> bool:
        """Tell whether a passphrase was chosen; one look at an index."""
        return self._services.station_locks.is_set(event_id)

    def choose(self, then: Callable[[], object] | None = None) -> FormDialog:
        """Ask for another passphrase; `then` goes on with it."""
        field = Field(
            "passphrase",
            lambda: _("Passphrase"),
            Line(),
            required=True,
            help=lambda: _("Organisers leave a locked station with it. It is kept as a hash only."),
        )
        dialog = FormDialog(_("Passphrase of the stations"), [field], {}, self._screen)
        event_id, locks = self._desk.event_id, self._services.station_locks

        def save(values: Values) -> Change:
            return locks.choose(event_id, str(values["passphrase"]))

        dialog.save_through(self._desk, save)
        if callable(then):
            dialog.accepted.connect(then)
        dialog.open()
        return dialog

    def keep(self, window: StationWindow, kiosk: bool) -> None:  # noqa: FBT001 -- one of two
        """Lock a station that was just opened."""
        window.lock(kiosk=kiosk)
        window.unlock_asked.connect(lambda text: self._try(window, text))

    def _try(self, window: StationWindow, passphrase: str) -> None:
        event_id, locks = self._desk.event_id, self._services.station_locks

        def answered(opens: object) -> None:
            if opens:
                window.unlock()
            else:
                window.lock_sheet.refuse()

        self._desk.run_beside(lambda: locks.opens(event_id, passphrase), answered)
