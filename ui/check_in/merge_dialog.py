"""What a merge brought: each station's share, whom two stations let in, and the report."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.check_in.merge_words import (
    ANSWER_RULE,
    RULE,
    copied_line,
    entry_place,
    entry_time,
    skew_words,
)
from summit_desk.domain.check_in.merging import Conflict, Entry, Merged, Share
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.support.i18n import N_, Language, _, current_language
from ui.check_in.merge_answers import ANSWER_COLUMNS, AnswerRow, answer_rows
from ui.kit.cards import EmptyState, words
from ui.kit.rows import RIGHT, Column, RowsModel
from ui.kit.table import Table

LANGUAGES = (
    (DocumentLanguage.CHINESE, N_("Chinese")),
    (DocumentLanguage.ENGLISH, N_("English")),
    (DocumentLanguage.BOTH, N_("Both")),
)


@dataclass(frozen=True)
class ConflictRow:
    """One later entry beside the first one, which counts."""

    conflict: Conflict
    later: Entry
    zone: ZoneInfo

    @property
    def id(self) -> UUID:
        return self.later.scan

    def time(self, entry: Entry) -> str:
        """Return when an entry was made, by its station's clock."""
        return entry_time(entry, self.zone)


SHARE_COLUMNS: Sequence[Column[Share]] = (
    Column(lambda: _("Station"), lambda row: row.mark.name, strong=True),
    *(
        Column[Share](title, text, sort=text, align=RIGHT, width=width)
        for title, text, width in (
            (lambda: _("New scans"), lambda row: f"{row.scans:,}", 110),
            (lambda: _("Known before"), lambda row: f"{row.known:,}", 120),
            (lambda: _("Walk-ins"), lambda row: f"{row.walk_ins:,}", 100),
        )
    ),
    Column(lambda: _("Clock"), lambda row: skew_words(row.skew), muted=True, width=210),
)
CONFLICT_COLUMNS: Sequence[Column[ConflictRow]] = (
    Column(lambda: _("No."), lambda row: row.conflict.number, width=90),
    Column(lambda: _("Name"), lambda row: row.conflict.name, strong=True, width=120),
    Column(lambda: _("Check-in point"), lambda row: row.conflict.point_words()),
    Column(lambda: _("First entry (counts)"), lambda row: row.time(row.conflict.first), width=160),
    Column(
        lambda: _("Station and operator"),
        lambda row: entry_place(row.conflict.first),
        muted=True,
        width=185,
    ),
    Column(lambda: _("Later entry"), lambda row: row.time(row.later), width=150),
    Column(
        lambda: _("Station and operator"), lambda row: entry_place(row.later), muted=True, width=185
    ),
)


class MergeDialog(QDialog):
    """Shows the result; decides nothing."""

    report_asked = Signal(object)  # a DocumentLanguage

    def __init__(self, merged: Merged, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(_("Stations merged"))
        self.merged = merged
        self.shares = RowsModel[Share](SHARE_COLUMNS, self)
        self.conflicts = RowsModel[ConflictRow](CONFLICT_COLUMNS, self)
        self.answers = RowsModel[AnswerRow](ANSWER_COLUMNS, self)
        self.language, self.report = QComboBox(), QPushButton(_("Save report…"))
        self._close = QPushButton(_("Close"))
        self._lay_out()
        self._fill(zone)
        self.report.clicked.connect(lambda: self.report_asked.emit(self.language.currentData()))
        self._close.clicked.connect(self.accept)
        self._close.setFocus()

    def _fill(self, zone: ZoneInfo) -> None:
        self.shares.replace(self.merged.shares)
        self.conflicts.replace(
            [ConflictRow(one, later, zone) for one in self.merged.conflicts for later in one.later]
        )
        self.answers.replace(answer_rows(self.merged.answers, zone))
        for language, text in LANGUAGES:
            self.language.addItem(_(text), language)
        english = current_language() is Language.ENGLISH
        self.language.setCurrentIndex(1 if english else 0)

    def _lay_out(self) -> None:
        shares = Table(self.shares)
        shares.setAccessibleName(_("Stations"))
        shares.setMaximumHeight(60 + 40 * min(5, max(2, len(self.merged.shares))))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(words(_summary(self.merged), "heading", wrap=True))
        layout.addWidget(shares)
        for share in self.merged.shares:
            if share.missing:
                layout.addWidget(words(copied_line(share), "problem", wrap=True))
        count = _("Let in at two stations: {count}").format(count=len(self.merged.conflicts))
        if self.merged.answers:
            layout.addWidget(self._tabs(count), 1)
        else:
            layout.addWidget(words(count, "heading"))
            layout.addWidget(self._people(), 1)
        for line in _remarks(self.merged):
            layout.addWidget(words(line, "note", wrap=True))
        layout.addLayout(self._buttons())
        self.resize(1140, 640)

    def _people(self) -> QWidget:
        """Return who was let in twice."""
        if not self.merged.conflicts:
            return EmptyState("ok", "", _("Nobody was let in at two stations."))
        return _page(_(RULE), self.conflicts, _("Let in twice"))

    def _tabs(self, count: str) -> QTabWidget:
        """Return who was let in twice, and behind it what was answered differently."""
        tabs = QTabWidget()
        tabs.addTab(self._people(), count)
        answers = _page(_(ANSWER_RULE), self.answers, _("Answered differently"))
        heading = _("Answered differently at two places: {count}")
        tabs.addTab(answers, heading.format(count=len(self.merged.answers)))
        tabs.setCurrentIndex(0 if self.merged.conflicts else 1)
        return tabs

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.language.setAccessibleName(_("Language of the report"))
        row.addWidget(self.language)
        row.addWidget(self.report)
        row.addStretch(1)
        row.addWidget(self._close)
        self._close.setDefault(True)
        self.report.setAutoDefault(False)
        return row


def _page(rule: str, rows: RowsModel[Any], name: str) -> QWidget:
    page, table = QWidget(), Table(rows)
    table.setAccessibleName(name)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(10)
    column.addWidget(words(rule, "note", wrap=True))
    column.addWidget(table, 1)
    return page


def _summary(merged: Merged) -> str:
    if not merged.scans and not merged.walk_ins:
        return _("Everything in these files was taken over before. Nothing was changed.")
    return _("Taken over: {scans} scans and {people} walk-ins.").format(
        scans=f"{merged.scans:,}", people=f"{merged.walk_ins:,}"
    )


def _remarks(merged: Merged) -> list[str]:
    lines = [
        _("The walk-in with the number {before} has the number {after} now.").format(
            before=before, after=after
        )
        for before, after in merged.renumbered
    ]
    lost = sum(share.lost for share in merged.shares)
    if lost:
        lines.append(
            _("{count} scans belong to people who were removed here; they stay in the log.").format(
                count=lost
            )
        )
    return lines
