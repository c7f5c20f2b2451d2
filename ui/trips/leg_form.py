"""The dialog of a leg: airports fill in place and zone, and the true length is always shown."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from summit_desk.domain.airports import airport
from summit_desk.domain.records import Leg
from summit_desk.domain.trip_timeline import MOVES, length
from summit_desk.domain.trip_view import TripView
from summit_desk.domain.trip_words import shift_text
from summit_desk.domain.wall_time import (
    LocalTime,
    day_shift,
    difference_text,
    hours_text,
    kind_of,
    zone_exists,
)
from summit_desk.support.i18n import _
from ui.kit.cards import words
from ui.kit.form import FormDialog
from ui.trips.leg_fields import leg_fields, leg_of, leg_values


class LegForm(FormDialog):
    """Edits a leg and thinks along."""

    def __init__(self, title: str, view: TripView, leg: Leg, parent: QWidget | None = None) -> None:
        super().__init__(title, leg_fields(view, leg.kind), leg_values(leg), parent)
        self._leg, self._home = leg, view.trip.home_zone
        self._told = words("", "note", wrap=True)
        self._told.setContentsMargins(24, 6, 24, 8)
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.insertWidget(1, self._told)
        for end in ("from", "to"):
            if f"{end}_code" in self.inputs:
                self.inputs[f"{end}_code"].changed.connect(lambda end=end: self._fill(end))
        for widget in self.inputs.values():
            widget.changed.connect(self._tell)
        self._tell()

    def entered(self) -> Leg:
        """Return the leg as it is entered now."""
        return leg_of(self.values(), self._leg)

    def told(self) -> str:
        """Return what the form says about the times."""
        return self._told.text()

    def _fill(self, end: str) -> None:
        """Take place, country and zone from the airport that was chosen."""
        value = self.inputs[f"{end}_code"].value()
        known = airport(str(value or ""))
        if known is None:
            return
        self.inputs[f"{end}_zone"].show_value(known.zone)
        self.inputs[f"{end}_place"].show_value(known.city.chinese)
        self.inputs[f"{end}_place_other"].show_value(known.city.other)
        if end == "to":
            self.inputs["country"].show_value(known.country)

    def _tell(self) -> None:
        leg = self.entered()
        zones = (leg.from_zone, leg.to_zone)
        known = all(zone and zone_exists(zone) for zone in zones)
        self._told.setText(" · ".join(_sentences(leg, self._home)) if known else "")


def _sentences(leg: Leg, home: str) -> Iterator[str]:
    """Yield the true length, the shift of the date, the time difference and odd local times."""
    lasts = length(leg)
    if lasts.total_seconds() < 0:
        yield _("Ends before it begins: check dates and time zones")
    else:
        yield _("Takes {hours}").format(hours=hours_text(lasts))
    shift = day_shift(leg.starts_at, leg.ends_at)
    if shift and leg.kind in MOVES:
        yield _("arrives {shift} by local dates").format(shift=shift_text(shift))
    if leg.to_zone != home:
        yield difference_text(leg.ends_at, leg.to_zone, home)
    for local, zone in dict.fromkeys(((leg.starts_at, leg.from_zone), (leg.ends_at, leg.to_zone))):
        kind = kind_of(local, zone)
        if kind is LocalTime.SKIPPED:
            yield _("{time} does not exist there: the clocks skip it").format(time=f"{local:%H:%M}")
        elif kind is LocalTime.TWICE:
            yield _("{time} comes twice that night: the first is taken").format(
                time=f"{local:%H:%M}"
            )
