"""A filter of attendees in words: one sentence part per condition, each of which can be dropped."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from summit_desk.domain.attendee_lists import (
    EVERYBODY,
    AttendeeChoices,
    AttendeeFilter,
    FieldCondition,
)
from summit_desk.domain.attendee_words import FEES, LACKS, STATUSES
from summit_desk.support.i18n import N_, _, in_words

GONE = N_("deleted")  # what a filter asks for and the event no longer has
_SAID = {"yes": N_("yes"), "no": N_("no")}
_OTHERWISE = {"yes": N_("no or not answered"), "no": N_("yes or not answered")}


@dataclass(frozen=True)
class FilterPart:
    """One condition in words, and the filter that is left without it."""

    words: str
    without: AttendeeFilter


def filter_parts(wanted: AttendeeFilter, choices: AttendeeChoices) -> list[FilterPart]:
    """Return the conditions of a filter in the order in which its fields stand."""
    found: list[FilterPart] = []
    for name, say in _WORDS.items():
        if getattr(wanted, name) != getattr(EVERYBODY, name):
            blank = {name: getattr(EVERYBODY, name)}
            found.append(FilterPart(say(wanted, choices), replace(wanted, **blank)))
    for at, condition in enumerate(wanted.own):
        rest = wanted.own[:at] + wanted.own[at + 1 :]
        found.append(FilterPart(_own(condition, choices), replace(wanted, own=rest)))
    return found


def filter_words(wanted: AttendeeFilter, choices: AttendeeChoices) -> str:
    """Return a whole filter in one line."""
    return " · ".join(part.words for part in filter_parts(wanted, choices)) or _("Everybody")


def _categories(wanted: AttendeeFilter, choices: AttendeeChoices) -> str:
    names = [
        in_words(one.name, one.name_other)
        for one in choices.categories
        if one.id in wanted.categories
    ]
    return _("Category: {names}").format(names=_listed(names))


def _statuses(wanted: AttendeeFilter, _choices: AttendeeChoices) -> str:
    names = [_(word) for status, word in STATUSES.items() if status in wanted.statuses]
    return _("Status: {names}").format(names=_listed(names))


def _fees(wanted: AttendeeFilter, _choices: AttendeeChoices) -> str:
    names = [_(word) for status, word in FEES.items() if status in wanted.fees]
    return _("Fee: {names}").format(names=_listed(names))


def _forum(wanted: AttendeeFilter, choices: AttendeeChoices) -> str:
    names = {one.id: in_words(one.name, one.name_other) for one in choices.forums}
    return _("Forum: {name}").format(name=_named(wanted.forum, names))


def _organisation(wanted: AttendeeFilter, choices: AttendeeChoices) -> str:
    names = {one.id: one.name for one in choices.organisations}
    known = _named(wanted.organisation, names, _("one"))  # a long list of them isn't offered
    return _("Organisation: {name}").format(name=known)


def _group(wanted: AttendeeFilter, choices: AttendeeChoices) -> str:
    names = {one.id: one.name for one in choices.groups}
    return _("Group: {name}").format(name=_named(wanted.group, names))


def _checked_in(wanted: AttendeeFilter, _choices: AttendeeChoices) -> str:
    return _("Checked in") if wanted.checked_in else _("Not checked in")


def _hotel(wanted: AttendeeFilter, _choices: AttendeeChoices) -> str:
    return _("Needs a hotel room") if wanted.needs_hotel else _("Needs no hotel room")


def _missing(wanted: AttendeeFilter, _choices: AttendeeChoices) -> str:
    return _(LACKS[wanted.missing]) if wanted.missing else ""


def _own(condition: FieldCondition, choices: AttendeeChoices) -> str:
    labels = {one.key: in_words(one.label, one.label_other) for one in choices.fields}
    field = labels.get(condition.key, condition.key)
    value = condition.value
    if not value:
        text = _("{field}: filled in") if condition.holds else _("{field}: empty")
    elif value in _OTHERWISE and not condition.holds:
        text, value = _("{field}: {value}"), _(_OTHERWISE[value])
    else:
        text = _("{field}: {value}") if condition.holds else _("{field}: not {value}")
    return text.format(field=field, value=_(_SAID[value]) if value in _SAID else value)


def _named(key: UUID | None, names: Mapping[UUID, str], otherwise: str = "") -> str:
    return names.get(key, otherwise or _(GONE)) if key else ""


def _listed(names: Iterable[str]) -> str:
    return _(", ").join(names) or _(GONE)


_WORDS: Mapping[str, Callable[[AttendeeFilter, AttendeeChoices], str]] = {
    "text": lambda wanted, _choices: _("Text: {text}").format(text=wanted.text),
    "categories": _categories,
    "statuses": _statuses,
    "forum": _forum,
    "waiting": lambda _wanted, _choices: _("On a waiting list"),
    "organisation": _organisation,
    "group": _group,
    "tag": lambda wanted, _choices: _("Tag: {tag}").format(tag=wanted.tag),
    "fees": _fees,
    "needs_hotel": _hotel,
    "checked_in": _checked_in,
    "missing": _missing,
}
