"""The questions that two places have different answers to, as the result of a merge lists them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from summit_desk.domain.check_in.answers import AnswerConflict
from summit_desk.domain.check_in.merge_words import answer_place, answer_words
from summit_desk.domain.records import Answer
from summit_desk.support.i18n import _
from ui.kit.rows import Column


@dataclass(frozen=True)
class AnswerRow:
    """One other answer beside the one that counts."""

    conflict: AnswerConflict
    other: Answer
    zone: ZoneInfo

    @property
    def id(self) -> UUID:
        return self.other.id

    def place(self, answer: Answer) -> str:
        """Return when an answer was given, where, and by whom it was written down."""
        return answer_place(answer, self.zone)


ANSWER_COLUMNS: Sequence[Column[AnswerRow]] = (
    Column(lambda: _("No."), lambda row: row.conflict.number, width=90),
    Column(lambda: _("Name"), lambda row: row.conflict.name, strong=True, width=120),
    Column(lambda: _("Question"), lambda row: row.conflict.question()),
    Column(lambda: _("Answer (counts)"), lambda row: answer_words(row.conflict.kept), width=130),
    Column(lambda: _("Given"), lambda row: row.place(row.conflict.kept), muted=True, width=250),
    Column(lambda: _("Other answer"), lambda row: answer_words(row.other), width=120),
    Column(lambda: _("Given"), lambda row: row.place(row.other), muted=True, width=250),
)


def answer_rows(conflicts: Sequence[AnswerConflict], zone: ZoneInfo) -> list[AnswerRow]:
    """Return a row for each other answer."""
    return [AnswerRow(one, other, zone) for one in conflicts for other in one.others]
