"""Answers given at several doors: which one counts, and which people were told differently of."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING
from uuid import UUID

from summit_desk.domain.records import Answer
from summit_desk.support.i18n import in_words

if TYPE_CHECKING:
    from datetime import datetime

NOTHING: tuple[object, ...] = (None, "", [], ())  # what a field holds that nobody has filled

Asked = tuple[UUID, str]
"""A person and a question."""


@dataclass(frozen=True, slots=True)
class AnswerConflict:
    """One question that was answered differently at places that did not know of each other."""

    kept: Answer
    others: tuple[Answer, ...]
    number: str = ""
    name: str = ""
    label: str = ""  # of the question
    label_other: str = ""

    def question(self) -> str:
        """Return the question in the current language."""
        return in_words(self.label, self.label_other) or self.kept.field


def asked(answer: Answer) -> Asked:
    """Return whom and what an answer is about."""
    return answer.attendee_id, answer.field


def by_question(answers: Iterable[Answer]) -> dict[Asked, list[Answer]]:
    """Return the answers to each question, the one that counts last."""
    ordered = sorted(answers, key=lambda one: (one.attendee_id, one.field))
    return {key: in_order(group) for key, group in groupby(ordered, asked)}


def in_order(answers: Iterable[Answer]) -> list[Answer]:
    """Put the answers to one question in order: by time, then by the station's own count.

    A clock that was set back never puts a station's later answer before its earlier one.
    """
    latest: dict[str, datetime] = {}
    placed: list[tuple[datetime, int, UUID, Answer]] = []
    for one in sorted(answers, key=lambda each: (each.station, each.sequence, each.id)):
        at = one.at
        if one.station:  # what was written at the desk itself has no count
            at = latest[one.station] = max(at, latest.get(one.station, at))
        placed.append((at, one.sequence, one.id, one))
    return [place[-1] for place in sorted(placed, key=lambda each: each[:-1])]


def told(custom: Mapping[str, object], answers: Mapping[str, Answer]) -> dict[str, object]:
    """Return a person's own fields with what counts of the answers.

    The order of the fields follows from their names, so that it is the same for everybody.
    """
    others = {key: value for key, value in custom.items() if key not in answers}
    said = {key: answers[key].value for key in sorted(answers)}
    return others | {key: value for key, value in said.items() if value not in NOTHING}


def conflicts(
    answers: Iterable[Answer], origin: Callable[[Answer], object]
) -> list[AnswerConflict]:
    """Return the questions that two places have different answers to, in the order of the answers.

    `origin` tells the place of an answer: a station file, or the desk with all its doors. One that
    corrects itself is no conflict: it knew what it had written.
    """
    found = []
    for group in by_question(answers).values():
        kept = group[-1]
        mine = origin(kept)
        others = [one for one in group[:-1] if one.value != kept.value]
        apart = tuple(one for one in others if origin(one) != mine)
        if apart:
            found.append(AnswerConflict(kept, apart))
    return sorted(found, key=lambda one: (one.kept.at, one.kept.id))
