"""What can be set of a list besides its columns, as tables of fields."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from summit_desk.domain.attendee_lists import AttendeeSort
from summit_desk.domain.lists.spec import GroupBy, Grouping, ListSpec, Whom, text_of
from summit_desk.domain.records import CustomField
from summit_desk.support.i18n import N_, _, in_words
from ui.documents.columns_card import SHOWINGS
from ui.kit.choice_inputs import Option
from ui.kit.editors import Check, Choice, Line, Number
from ui.kit.form_page import Field

MOST_ROWS = 40
ORDERS = {
    "number": N_("Registration number"),
    "name": N_("Family name (pinyin)"),
    "strokes_surname": N_("Strokes of the family name"),
    "strokes_name": N_("Strokes of the whole name"),
    "rank": N_("Protocol rank"),
    "organisation": N_("Organisation"),
    "title": N_("Job title"),
    "category": N_("Category"),
    "status": N_("Status"),
    "registered": N_("Time of registration"),
}
WHOM = {
    Whom.COMING: N_("Whoever is to come"),
    Whom.EVERYBODY: N_("Every registration"),
}
GROUPINGS = {
    Grouping.NONE: N_("Without groups"),
    Grouping.BANDS: N_("With a line above each group"),
    Grouping.SHEETS: N_("A sheet for each group"),
}
GROUPS = {
    GroupBy.ORGANISATION: N_("Organisation"),
    GroupBy.FORUM: N_("Forum"),
    GroupBy.HOTEL: N_("Hotel name"),
    GroupBy.CATEGORY: N_("Category"),
    GroupBy.GROUP: N_("Delegation or group"),
    GroupBy.ARRIVAL: N_("Arrival: place and hour"),
    GroupBy.DEPARTURE: N_("Departure: place and hour"),
    GroupBy.FIELD: N_("A field of the event's own"),
}
TITLES = ("shown", "heading", "event", "facts", "due", "note")
PAGE = ("landscape", "rows", "repeat_titles")


def order_fields(filters: Sequence[str], own: Sequence[CustomField]) -> Sequence[Field]:
    """Return whom a list is for, in which order and in which groups."""
    return (
        Field("filter_name", lambda: _("Filter"), Choice(lambda: _filters(filters))),
        Field("whom", lambda: _("People"), Choice(lambda: _options(WHOM))),
        Field("order", lambda: _("Order"), Choice(_orders)),
        Field("descending", lambda: "", Check(_("The other way round"))),
        Field("grouping", lambda: _("Groups"), Choice(lambda: _options(GROUPINGS))),
        Field("group_by", lambda: _("Grouped by"), Choice(lambda: _options(GROUPS))),
        Field("group_field", lambda: _("Field"), Choice(lambda: _own(own))),
        Field("sequence", lambda: "", Check(_("Number the lines"))),
        Field("totals", lambda: "", Check(_("Totals"))),
    )


def page_fields() -> Sequence[Field]:
    """Return the lines above a list, its page, and what it does with private columns."""
    sides: Sequence[Option] = ((False, _("A4 portrait")), (True, _("A4 landscape")))
    shown: Sequence[Option] = [(one, _(text)) for one, text in SHOWINGS]
    return (
        Field("private", lambda: _("Private columns"), Choice(lambda: shown)),
        Field("shown", lambda: "", Check(_("Titles above the list"))),
        Field("heading", lambda: _("Heading"), Line()),
        Field("note", lambda: _("Note below the heading"), Line()),
        Field("event", lambda: "", Check(_("Name of the event"))),
        Field("facts", lambda: "", Check(_("Time, place and organiser"))),
        Field("due", lambda: "", Check(_("Due, came, absent"))),
        Field("landscape", lambda: _("Page"), Choice(lambda: sides)),
        Field("rows", lambda: _("Lines of a page (0: as many as fit)"), Number(0, MOST_ROWS)),
        Field("repeat_titles", lambda: "", Check(_("Titles on every page"))),
        Field("record_key", lambda: "", Check(_("Key for reading it in again"))),
    )


def values_of(spec: ListSpec) -> dict[str, object]:
    """Return what the fields show of a list."""
    values: dict[str, object] = {
        key: getattr(spec, key)
        for key in (
            *("filter_name", "whom", "order", "descending", "grouping", "group_by"),
            *("group_field", "sequence", "totals", "private", "record_key"),
        )
    }
    values |= {key: getattr(spec.titles, key) for key in TITLES}
    values |= {key: getattr(spec.page, key) for key in PAGE}
    return values | {key: text_of(str(values[key])) for key in ("heading", "note")}


def with_values(spec: ListSpec, values: Mapping[str, Any]) -> ListSpec:
    """Return the list with what the fields hold; texts that were not touched stay msgids."""
    given = dict(values)
    for key in ("heading", "note"):
        kept = str(getattr(spec.titles, key))
        if key in given and str(given[key]).strip() == text_of(kept):
            given[key] = kept
    titles = {key: given.pop(key) for key in TITLES if key in given}
    page = {key: given.pop(key) for key in PAGE if key in given}
    return replace(
        spec, **given, titles=replace(spec.titles, **titles), page=replace(spec.page, **page)
    )


def _filters(names: Sequence[str]) -> Sequence[Option]:
    none: Option = ("", _("none"))
    return [none, *((name, name) for name in names)]


def _orders() -> Sequence[Option]:
    return [(one, _(ORDERS[one.value])) for one in AttendeeSort]


def _options(texts: Mapping[Any, str]) -> Sequence[Option]:
    return [(key, _(text)) for key, text in texts.items()]


def _own(fields: Sequence[CustomField]) -> Sequence[Option]:
    none: Option = ("", _("none"))
    return [none, *((one.key, in_words(one.label, one.label_other)) for one in fields)]
