"""What a list would create beside people: names that it uses and the event lacks."""

from collections.abc import Callable, Collection, Sequence

from summit_desk.domain.imports.own_fields import NewField, kind_of
from summit_desk.domain.imports.plan import Additions, PlannedRow, RowVerdict
from summit_desk.domain.imports.registered import Snapshot
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.organisation_names import organisation_key
from summit_desk.domain.text_cleaning import fold_for_match

_WRITTEN = frozenset({RowVerdict.NEW, RowVerdict.UPDATE})


def additions_of(rows: Sequence[PlannedRow], snapshot: Snapshot) -> Additions:
    """Return the names that would be created, each once, as it was first spelled."""
    drafts = [row.whole for row in rows if row.verdict in _WRITTEN]
    forums = [name for draft in drafts for name, yes in draft.forums.items() if yes]
    categories = [draft.text(Target.CATEGORY) for draft in drafts]
    units = [draft.text(Target.ORGANISATION) for draft in drafts]
    groups = [draft.text(Target.GROUP) for draft in drafts]
    own = [name for draft in drafts for name in draft.custom]
    new_fields = _unknown(own, snapshot.field_keys.keys(), fold_for_match)
    return Additions(
        _unknown(forums, snapshot.forum_keys.keys(), fold_for_match),
        _unknown(categories, snapshot.category_keys.keys(), fold_for_match),
        _unknown(units, snapshot.organisation_keys.keys(), organisation_key),
        new_fields,
        _unknown(groups, snapshot.group_keys.keys(), fold_for_match),
        tuple(_new_field(label, rows) for label in new_fields),
    )


def _new_field(label: str, rows: Sequence[PlannedRow]) -> NewField:
    """Every row counts, not only those that are written: more cells, a surer kind."""
    texts = [text for row in rows if (text := row.draft.custom.get(label))]
    return NewField(label, *kind_of(texts))


def _unknown(
    names: Sequence[str], known: Collection[str], fold: Callable[[str], str]
) -> tuple[str, ...]:
    """Return the names that are not known yet, each once, as it was first spelled."""
    different = dict.fromkeys(filter(None, names))
    first: dict[str, str] = {}
    for name in different:
        first.setdefault(fold(name), name)
    return tuple(name for key, name in first.items() if key not in known)
