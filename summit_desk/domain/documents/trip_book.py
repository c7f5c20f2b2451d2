"""The trip book as values: the view of a trip with what only the paper says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from summit_desk.domain.documents.words import NO_TEXT, Bilingual, DocumentLanguage
from summit_desk.domain.records import LegKind
from summit_desk.domain.spoken import Both
from summit_desk.domain.trip_view import LegView, TripView
from summit_desk.support.i18n import N_, speaking

HOTLINES = (  # of the Foreign Ministry, 24 hours
    ("+86-10-12308", N_("Consular protection hotline of the Foreign Ministry, 24 hours")),
    ("+86-10-59913991", N_("The same hotline, second number")),
)


@dataclass(frozen=True, kw_only=True)
class TripBook:
    """A trip ready to be printed. It never holds the numbers of passports."""

    view: TripView
    host: Bilingual = NO_TEXT

    @property
    def title(self) -> Bilingual:
        """The name of the trip."""
        return Bilingual(self.view.trip.name, self.view.trip.name_other)

    def rides(self) -> list[LegView]:
        """Return the flights and trains."""
        kinds = {LegKind.FLIGHT, LegKind.TRAIN}
        return [leg for leg in self.view.legs() if leg.leg.kind in kinds]


def bilingual(text: Both | None) -> Bilingual:
    """Return a stored text for a document."""
    return Bilingual(text.chinese, text.other) if text else Bilingual()


def clock(moment: datetime, offset: str, shift: int = 0) -> str:
    """Return a local time with its offset and how many days later it is: 05:55+1 (UTC+2)."""
    later = f"{shift:+d}" if shift else ""
    return f"{moment:%H:%M}{later} ({offset})"


def in_language(text: object, language: DocumentLanguage) -> str:
    """Return a text that words itself, in the main language of a document."""
    with speaking(language.main):
        return str(text)


def stops_in_words(stops: Sequence[Both]) -> Bilingual:
    """Return a way: 上海 → 法兰克福."""
    return Bilingual(
        " → ".join(stop.chinese or stop.other for stop in stops),
        " → ".join(stop.other or stop.chinese for stop in stops),
    )
