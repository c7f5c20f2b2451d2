"""What an import is told in words, on the command line: meanings of columns, and decisions."""

from collections.abc import Iterable

from summit_desk.domain.errors.imports import UnknownDecision, UnknownField
from summit_desk.domain.imports.plan import Decision, Decisions, RowVerdict
from summit_desk.domain.imports.targets import NAMED, Meaning, Target

_PREFIXES = {
    "forum": Target.FORUM_OPTION,
    "forum_seat": Target.FORUM_SEAT,
    "meal": Target.MEAL_OPTION,
    "own": Target.CUSTOM,
    "own_moment": Target.CUSTOM_MOMENT,
}
_DECISIONS = {
    "yes": Decision.APPLY,
    "apply": Decision.APPLY,
    "no": Decision.SKIP,
    "skip": Decision.SKIP,
    "create": Decision.CREATE,
}


def read_decisions(words: str) -> Decisions:
    """Return what "update=yes,duplicate=skip,conflict=create" says; raises UnknownDecision."""
    decided: dict[RowVerdict, Decision] = {}
    for part in filter(None, map(str.strip, words.split(","))):
        verdict, _equals, word = (piece.strip().lower() for piece in part.partition("="))
        if verdict not in set(RowVerdict) or word not in _DECISIONS:
            raise UnknownDecision(
                said=part, verdicts=", ".join(RowVerdict), decisions=", ".join(_DECISIONS)
            )
        decided[RowVerdict(verdict)] = _DECISIONS[word]
    return Decisions(verdicts=decided)


def read_meanings(words: Iterable[str]) -> dict[str, Meaning]:
    """Return what each "column=field" says, by the title of the column; raises UnknownField.

    A field is a word of Target, "ignore", "forum:NAME", "forum_seat:NAME", "meal:NAME" or
    "own:LABEL".
    """
    meanings = {}
    for said in words:
        column, equals, field = said.rpartition("=")
        if not equals or not column.strip():
            raise UnknownField(said=said, fields=", ".join(field_words()))
        meanings[column.strip()] = _meaning(said, field.strip())
    return meanings


def field_words() -> list[str]:
    """Return every word that names a field."""
    plain = [target.value for target in Target if target not in NAMED]
    return [*plain, *(f"{prefix}:…" for prefix in _PREFIXES)]


def _meaning(said: str, field: str) -> Meaning:
    prefix, colon, name = field.partition(":")
    word = prefix.strip().lower()
    if colon and name.strip() and word in _PREFIXES:
        return Meaning(_PREFIXES[word], name.strip())
    if colon or word not in set(Target) or Target(word) in NAMED:
        raise UnknownField(said=said, fields=", ".join(field_words()))
    return Meaning(Target(word))
