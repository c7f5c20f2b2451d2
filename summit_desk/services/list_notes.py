"""The note in the history that private values left the file."""

from collections.abc import Sequence
from pathlib import Path

from db.unit import Unit
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.lists.columns import Listed
from summit_desk.domain.lists.spec import ListSpec
from summit_desk.support.i18n import N_, _

EXPORT = N_("Export “{list}” with {columns}: {count} people ({filter}), file {file}")


def note_export(
    unit: Unit, spec: ListSpec, path: Path, columns: Sequence[Listed], people: int
) -> Change:
    """Keep which private columns of how many people were written, from which list and filter."""
    titles = dict.fromkeys(column.sheet.title for column in columns)
    return unit.note(
        EXPORT,
        Topic.DOCUMENTS,
        list=spec.words,
        columns=_("; ").join(titles),
        count=str(people),
        filter=_("filter {name}").format(name=spec.filter_name)
        if spec.filter_name
        else _("without a saved filter"),
        file=path.name,
    )
