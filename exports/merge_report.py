"""The report of a merge: what each station brought, and who was let in twice; xlsx or PDF."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from exports.checks import refuse_blocked, text_findings
from exports.flow import MUTED, WIDTH, Flow, Setter, Style, nothing, page_footer, stacked
from exports.fonts import FontService
from exports.pdf import Properties
from exports.tables import STRONG, Cell, Table
from summit_desk.domain.check_in.merge_words import (
    ANSWER_RULE,
    ANSWER_TITLES,
    CONFLICT_TITLES,
    RULE,
    STATION_TITLES,
    answer_place,
    answer_words,
    copied_line,
    entry_place,
    entry_time,
    skew_words,
    time_or_dash,
)
from summit_desk.domain.check_in.merging import Merged
from summit_desk.domain.documents.words import Bilingual, DocumentLanguage, label, words
from summit_desk.support.i18n import N_, speaking

TITLE, SECOND = Style(size=17, bold=True, leading=1.5), Style(size=10, colour=MUTED)
HEADING, NOTE = Style(size=12, bold=True, leading=1.6), Style(size=9, colour=MUTED)
WARNING = Style(size=10, bold=True, leading=1.5)
ANSWERED = N_("Answered differently at two places")
ANSWER_SHARES = (10, 13, 15, 13, 23, 13, 23)
STATION_SHARES, CONFLICT_SHARES = (20, 11, 12, 10, 17, 17, 20), (10, 13, 17, 15, 17, 15, 17)


class MergeReport:
    """The rows of the report in one language; a person with three entries has two lines."""

    def __init__(
        self, merged: Merged, event: Bilingual, zone: ZoneInfo, language: DocumentLanguage
    ) -> None:
        self.event, self.language = event.first(language), language
        self._merged, self._zone = merged, zone

    def stations(self) -> list[list[str]]:
        """Return what each station brought."""
        with speaking(self.language.main):
            return [
                [
                    share.mark.name,
                    str(share.scans),
                    str(share.known),
                    str(share.walk_ins),
                    time_or_dash(share.first, self._zone),
                    time_or_dash(share.last, self._zone),
                    skew_words(share.skew),
                ]
                for share in self._merged.shares
            ]

    def conflicts(self) -> list[list[str]]:
        """Return who was let in twice."""
        with speaking(self.language.main):
            return [
                [
                    conflict.number,
                    conflict.name,
                    conflict.point_words(),
                    entry_time(conflict.first, self._zone),
                    entry_place(conflict.first),
                    entry_time(later, self._zone),
                    entry_place(later),
                ]
                for conflict in self._merged.conflicts
                for later in conflict.later
            ]

    def answers(self) -> list[list[str]]:
        """Return which questions were answered differently."""
        with speaking(self.language.main):
            return [
                [
                    conflict.number,
                    conflict.name,
                    conflict.question(),
                    answer_words(conflict.kept),
                    answer_place(conflict.kept, self._zone),
                    answer_words(other),
                    answer_place(other, self._zone),
                ]
                for conflict in self._merged.answers
                for other in conflict.others
            ]

    def copied(self) -> list[str]:
        """Return a sentence for each station file that was used in two places."""
        with speaking(self.language.main):
            return [copied_line(share) for share in self._merged.shares if share.missing]

    def said(self, msgid: str) -> str:
        """Return a text in the report's language (in both, where it speaks both)."""
        return label(msgid, self.language)

    def conflict_heading(self) -> str:
        """Return the heading of the conflicts with their count."""
        text = words(N_("Let in at two stations: {count}"), count=len(self._merged.conflicts))
        return text.beside(self.language)

    def texts(self) -> list[tuple[str, str]]:
        """Return every text that comes from the file, with whose it is."""
        stations = [(row[0], text) for row in self.stations() for text in row]
        rows = (*self.conflicts(), *self.answers())
        people = [(row[1], text) for row in rows for text in row]
        return [(self.event, self.event), *stations, *people]


def write_merge_pdf(report: MergeReport, path: Path, fonts: FontService, made_at: datetime) -> None:
    """Write the report as a PDF; refuse it when a character can't be drawn."""
    refuse_blocked(text_findings(report.texts(), fonts))
    title = f"{report.event} {report.said(N_('Stations merged'))}"
    setter, flow = Setter(fonts), Flow()
    head = (
        setter.paragraph(report.said(N_("Stations merged")), WIDTH, TITLE),
        setter.paragraph(report.event, WIDTH, SECOND),
        nothing(10),
    )
    flow.add(stacked(*head))
    _add(setter, flow, report.said, STATION_TITLES, STATION_SHARES, report.stations(), strong=0)
    for sentence in report.copied():
        flow.space(6)
        flow.add(setter.paragraph(sentence, WIDTH, WARNING))
    flow.space(16)
    flow.add(setter.paragraph(report.conflict_heading(), WIDTH, HEADING), with_next=60)
    flow.add(setter.paragraph(report.said(RULE), WIDTH, NOTE))
    flow.space(6)
    said, rows = report.said, report.conflicts()
    if rows:
        _add(setter, flow, said, CONFLICT_TITLES, CONFLICT_SHARES, rows, strong=1)
    rows = report.answers()
    if rows:
        flow.space(16)
        flow.add(setter.paragraph(said(ANSWERED), WIDTH, HEADING), with_next=60)
        flow.add(setter.paragraph(said(ANSWER_RULE), WIDTH, NOTE))
        flow.space(6)
        _add(setter, flow, said, ANSWER_TITLES, ANSWER_SHARES, rows, strong=1)
    numbering = words(N_("Page {number} of {pages}"), number="{number}", pages="{pages}")
    footer = page_footer(setter, title, numbering.first(report.language))
    properties = Properties(title=title, language=report.language.main, made_at=made_at)
    flow.write(path, properties, fonts, footer)


def _add(  # noqa: PLR0913 -- one table, said in one line
    setter: Setter,
    flow: Flow,
    said: Callable[[str], str],
    titles: Sequence[str],
    shares: Sequence[float],
    rows: Sequence[Sequence[str]],
    *,
    strong: int,
) -> None:
    table = Table(setter, flow, [said(title) for title in titles], shares)
    for row in rows:
        table.add(
            [
                Cell(text, style=STRONG) if at == strong else Cell(text)
                for at, text in enumerate(row)
            ]
        )
    table.close()
