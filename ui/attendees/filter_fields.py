"""The form "More filters": every condition there is, as fields and back as a filter."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from summit_desk.domain.attendee_lists import (
    AttendeeChoices,
    AttendeeFilter,
    FieldCondition,
    Missing,
)
from summit_desk.domain.attendee_words import FEES, LACKS, STATUSES
from summit_desk.domain.records import CustomField, FieldKind
from summit_desk.support.i18n import N_, _, in_words
from ui.kit.choice_inputs import Find
from ui.kit.form import Choice, Choices, Editor, Field, Group, Line, Lookup

Option = tuple[object, str]
OWN, EQUAL = "own ", "equal "  # before the key of a field of the event's own
FILLED, EMPTY = ("", True), ("", False)  # a value to hold and whether it must
ROW = 33  # pixels of a tick box
MOST_ROWS = 6
PLACES = {"waiting": N_("On a waiting list")}


def filter_fields(choices: AttendeeChoices, find_unit: Find) -> Sequence[Field | Group]:
    """Return the fields of the form; what the event has none of is left out."""
    unit = Lookup(find_unit, _("any; type to find one"))
    registration = [
        _several("categories", lambda: _("Category"), _named(choices.categories)),
        _several("statuses", lambda: _("Status"), _worded(STATUSES)),
        _one("group", lambda: _("Group"), [(one.id, one.name) for one in choices.groups]),
        _one("tag", lambda: _("Tag"), [(tag, tag) for tag in choices.tags]),
        Field("organisation", lambda: _("Organisation"), unit),
        _one("missing", lambda: _("Missing"), _worded(LACKS)),
    ]
    attending = [
        _one("forum", lambda: _("Forum"), _named(choices.forums)),
        _one("waiting", lambda: _("Waiting list"), _worded(PLACES)),
        _yes_no("checked_in", lambda: _("Checked in")),
        _yes_no("needs_hotel", lambda: _("Hotel room")),
        _several("fees", lambda: _("Fee"), _worded(FEES)),
    ]
    own = [field for one in choices.fields for field in _own_fields(one)]
    return [
        Group(lambda: _("Registration"), [field for field in registration if field is not None]),
        Group(lambda: _("Attendance"), [field for field in attending if field is not None]),
        *([Group(lambda: _("Own fields"), own)] if own else []),
    ]


def filter_values(wanted: AttendeeFilter, choices: AttendeeChoices) -> dict[str, object]:
    """Return what the form shows for a filter."""
    values: dict[str, object] = {
        "categories": wanted.categories,
        "statuses": wanted.statuses,
        "fees": wanted.fees,
        "group": wanted.group,
        "tag": wanted.tag or None,
        "organisation": _unit(wanted, choices),
        "missing": wanted.missing,
        "forum": wanted.forum,
        "waiting": "waiting" if wanted.waiting else None,
        "checked_in": wanted.checked_in,
        "needs_hotel": wanted.needs_hotel,
    }
    for one in wanted.own:
        values[OWN + one.key] = (one.value, one.holds)
        if one.value and one.holds:
            values[EQUAL + one.key] = one.value
    return values


def filter_of(values: Mapping[str, object], before: AttendeeFilter) -> AttendeeFilter:
    """Return the filter that the form says; `before` gives the text."""
    given: dict[str, Any] = dict(values)
    return replace(
        before,
        categories=_set(given.get("categories")),
        statuses=_set(given.get("statuses")),
        fees=_set(given.get("fees")),
        group=given.get("group"),
        tag=given.get("tag") or "",
        organisation=given.get("organisation"),
        missing=Missing(given["missing"]) if given.get("missing") else None,
        forum=given.get("forum"),
        waiting=given.get("waiting") is not None,
        checked_in=given.get("checked_in"),
        needs_hotel=given.get("needs_hotel"),
        own=tuple(_own_conditions(given)),
    )


def _own_conditions(given: Mapping[str, Any]) -> Sequence[FieldCondition]:
    equal = {key.removeprefix(EQUAL): text for key, text in given.items() if key.startswith(EQUAL)}
    found = [FieldCondition(key, text.strip()) for key, text in equal.items() if text.strip()]
    for key, value in given.items():
        name = key.removeprefix(OWN)
        if key.startswith(OWN) and value is not None and not equal.get(name, "").strip():
            found.append(FieldCondition(name, *value))
    return sorted(found, key=lambda one: one.key)


def _own_fields(one: CustomField) -> Sequence[Field]:
    """Return the fields of the form for a field of the event's own, by its kind."""

    def label() -> str:
        return in_words(one.label, one.label_other)

    either: list[Option] = [(FILLED, _("filled in")), (EMPTY, _("empty"))]
    if one.kind is FieldKind.YES_NO:
        said: list[Option] = [(("yes", True), _("yes")), (("yes", False), _("not yes"))]
        return [Field(OWN + one.key, label, _any_of([*said, *either]))]
    if one.kind in (FieldKind.CHOICE, FieldKind.CHOICES):
        words: list[Option] = [((word, True), word) for word in one.choices]
        return [Field(OWN + one.key, label, _any_of([*words, *either]))]
    exact = _("exactly this, or leave it empty")
    return [
        Field(OWN + one.key, label, _any_of(either)),
        Field(EQUAL + one.key, lambda: _("{field} is").format(field=label()), Line(exact)),
    ]


def _any_of(options: Sequence[Option]) -> Editor:
    return Choice(lambda: [(None, _("any")), *options])


def _one(key: str, label: Callable[[], str], options: Sequence[Option]) -> Field | None:
    return Field(key, label, _any_of(options)) if options else None


def _several(key: str, label: Callable[[], str], options: Sequence[Option]) -> Field | None:
    height = ROW * min(len(options), MOST_ROWS) + 8
    return Field(key, label, Choices(lambda: options, height)) if options else None


def _yes_no(key: str, label: Callable[[], str]) -> Field | None:
    return _one(key, label, [(True, _("yes")), (False, _("no"))])


def _named(things: Sequence[Any]) -> list[Option]:
    return [(one.id, in_words(one.name, one.name_other)) for one in things]


def _unit(wanted: AttendeeFilter, choices: AttendeeChoices) -> Option | None:
    if wanted.organisation is None:
        return None
    known = (unit.name for unit in choices.organisations if unit.id == wanted.organisation)
    return wanted.organisation, next(known, _("one"))


def _worded(words: Mapping[Any, str]) -> list[Option]:
    return [(value, _(word)) for value, word in words.items()]


def _set(values: object) -> frozenset[Any]:
    return frozenset(values) if isinstance(values, Collection) else frozenset()
