"""Bring lists of member units into a body: look, plan, apply as one undoable step."""

from pathlib import Path
from uuid import UUID

from db.store import Store
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.errors.imports import EmptySheet
from summit_desk.domain.imports.layout import find_layout
from summit_desk.domain.imports.members import (
    MemberPlan,
    MemberVerdict,
    plan_members,
    read_members,
)
from summit_desk.domain.organisation_names import organisation_key
from summit_desk.domain.records import Body, Membership, Organisation
from summit_desk.readers.books import read_book
from summit_desk.support.i18n import N_


class MemberLists:
    """Reads lists of members, shows what they would change, and changes it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(self, body_id: UUID, path: Path) -> MemberPlan:
        """Return what the list would change; raises the errors of `domain.errors.imports`."""
        book = read_book(path)
        lines = [line for one in book.visible[:1] for line in read_members(find_layout(one))]
        if not lines:
            raise EmptySheet(name=path.name)
        with self._store.view() as view:
            body = view.get(Body, body_id)
            members = view.all(Membership, body_id=body_id)
            organisations = view.all(Organisation)
        held = {one.organisation_id: one for one in members if one.organisation_id}
        return plan_members(body, path.name, lines, _by_key(organisations), held)

    def apply(self, plan: MemberPlan) -> Change:
        """Create the units that are missing and make all of them members."""
        chosen = [
            line for line in plan.lines if line.verdict in {MemberVerdict.NEW, MemberVerdict.UPDATE}
        ]
        with self._store.unit() as unit:
            unit.put_all(line.unit for line in chosen)
            unit.put_all(
                Membership(
                    **{
                        **vars(line.membership or Membership(body_id=plan.body.id)),
                        "organisation_id": line.unit.id,
                        "level": line.level,
                        "title": line.title,
                    }
                )
                for line in chosen
            )
            return unit.commit(
                N_("Import members of {body} from {file}: {count} units"),
                Topic.PEOPLE,
                subject=plan.body.id,
                body=plan.body.name,
                file=plan.file,
                count=str(len(chosen)),
            )


def _by_key(organisations: list[Organisation]) -> dict[str, Organisation]:
    found: dict[str, Organisation] = {}
    for one in organisations:
        spellings = (one.full_name, one.short_name, one.name_other, *one.aliases)
        for key in (*map(organisation_key, filter(None, spellings)), one.credit_code):
            if key:
                found.setdefault(key, one)
    return found
