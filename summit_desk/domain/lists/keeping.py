"""Lists as JSON: in the summit file, and as files that people hand to each other."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from summit_desk.domain.attendee_lists import AttendeeSort
from summit_desk.domain.documents.sheets import Page
from summit_desk.domain.errors.lists import ListTooNew, NoListFile
from summit_desk.domain.lists.spec import (
    GroupBy,
    Grouping,
    ListColumn,
    ListKind,
    ListSpec,
    Showing,
    TitleBlock,
    Whom,
)
from summit_desk.domain.saved_filters import filter_from_json, filter_to_json

FORMAT, VERSION = "summit-desk-list", 1
LONGEST_NAME = 60
MOST_COLUMNS = 500
WIDEST = 200.0

E = TypeVar("E", bound=StrEnum)
Kept = Mapping[str, Any]


def list_to_json(spec: ListSpec) -> dict[str, object]:
    """Return everything that a list is made of, as JSON values in a fixed order."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "name": spec.name,
        "kind": spec.kind.value,
        "columns": [_column(column) for column in spec.columns],
        "filter": filter_to_json(spec.wanted),
        "categories": list(spec.categories),
        "filter_name": spec.filter_name,
        "whom": spec.whom.value,
        "order": spec.order.value,
        "descending": spec.descending,
        "grouping": spec.grouping.value,
        "group_by": spec.group_by.value,
        "group_field": spec.group_field,
        "sequence": spec.sequence,
        "totals": spec.totals,
        "private": spec.private.value,
        "titles": dict(vars(spec.titles)),
        "page": dict(vars(spec.page)),
        "record_key": spec.record_key,
    }


def list_from_json(kept: object) -> ListSpec:
    """Return the list; what is missing is as in a new one. Raises NoListFile or ListTooNew."""
    if not isinstance(kept, Mapping) or kept.get("format") != FORMAT:
        raise NoListFile
    version = kept.get("version")
    if not isinstance(version, int) or version < 1:
        raise NoListFile
    if version > VERSION:
        raise ListTooNew
    try:
        return _spec(kept)
    except (TypeError, ValueError, KeyError, AttributeError) as trouble:
        raise NoListFile from trouble


def _spec(kept: Kept) -> ListSpec:
    whole = ListSpec(name=_text(kept["name"])[:LONGEST_NAME])
    if not whole.name.strip():
        raise ValueError
    return ListSpec(
        name=whole.name,
        kind=ListKind(kept.get("kind", whole.kind)),
        columns=tuple(map(_read_column, kept.get("columns", ())[:MOST_COLUMNS])),
        wanted=filter_from_json(dict(kept.get("filter") or {})),
        categories=tuple(map(_text, kept.get("categories", ()))),
        filter_name=_text(kept.get("filter_name", "")),
        whom=Whom(kept.get("whom", whole.whom)),
        order=_known(AttendeeSort, kept.get("order"), whole.order),
        descending=_flag(kept.get("descending", False)),
        grouping=Grouping(kept.get("grouping", whole.grouping)),
        group_by=_known(GroupBy, kept.get("group_by"), whole.group_by),
        group_field=_text(kept.get("group_field", "")),
        sequence=_flag(kept.get("sequence", whole.sequence)),
        totals=_flag(kept.get("totals", whole.totals)),
        private=Showing(kept.get("private", whole.private)),
        titles=_titles(kept.get("titles", {})),
        page=_page(kept.get("page", {})),
        record_key=_flag(kept.get("record_key", whole.record_key)),
    )


def _column(column: ListColumn) -> dict[str, object]:
    found: dict[str, object] = {"key": column.key}
    if column.title:
        found["title"] = column.title
    if column.width is not None:
        found["width"] = column.width
    if column.showing is not None:
        found["showing"] = column.showing.value
    return found


def _read_column(kept: Kept) -> ListColumn:
    showing, width = kept.get("showing"), kept.get("width")
    return ListColumn(
        _text(kept["key"]),
        _text(kept.get("title", "")),
        None if width is None else min(max(float(width), 1.0), WIDEST),
        None if showing is None else Showing(showing),
    )


def _titles(kept: Kept) -> TitleBlock:
    return TitleBlock(**_read(kept, vars(TitleBlock())))


def _page(kept: Kept) -> Page:
    return Page(**_read(kept, vars(Page())))


def _read(kept: Kept, whole: Mapping[str, object]) -> dict[str, Any]:
    """Return the values of the kinds that are known; a wrong one is an error."""
    found = {}
    for name, usual in whole.items():
        value = kept.get(name, usual)
        if type(value) is not type(usual):
            raise TypeError
        found[name] = value
    return found


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _known(kind: Callable[[str], E], value: object, usual: E) -> E:
    """Return the choice, or the usual one where a later version knows more."""
    try:
        return usual if value is None else kind(str(value))
    except ValueError:
        return usual
