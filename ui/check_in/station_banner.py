"""The banner over the check-in screen of a station file."""

from PySide6.QtWidgets import QWidget

from summit_desk.support.i18n import _
from ui.kit.cards import Card, words


class StationBanner(Card):
    """Says that this file is a station; hidden in the secretariat's own file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.text = words("", "note", wrap=True)
        self.body.addWidget(self.text)
        self.hide()

    def show_station(self, name: str, made_at: str, event: str) -> None:
        """Say which station this is, and what becomes of it."""
        self.text.setText(
            _(
                "This is the station “{name}” of {event}, made on {time}. It scans and registers "
                "walk-ins. Afterwards bring this file back to the secretariat, where it is merged."
            ).format(name=name, event=event, time=made_at)
        )
        self.show()
