"""Joins the panel of bodies to the use cases."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from summit_desk.domain.change import Change
from summit_desk.domain.imports.members import MemberPlan
from summit_desk.domain.organisation_lists import BodyDetail, BodyRow, MemberRow
from summit_desk.domain.organisation_words import LEVELS, level_word
from summit_desk.domain.records import Body, MemberLevel, Organisation
from summit_desk.support.i18n import _
from ui.kit.confirm import ask_yes_no
from ui.kit.desk import Desk
from ui.kit.form import Check, Choice, Choices, Field, FormDialog
from ui.organisations import forms
from ui.organisations.members_dialog import MembersDialog
from ui.organisations.screen import OrganisationsScreen

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services

KINDS = "*.xlsx *.xls *.ods *.csv *.tsv *.txt *.html *.xml"
Option = tuple[object, str]
Then = Callable[[Sequence[Option]], object]


class BodiesPresenter(QObject):
    """Reloads the bodies, and opens the forms of bodies and memberships."""

    counted = Signal()

    def __init__(self, screen: OrganisationsScreen, services: "Services", desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        self._organisations = services.organisations
        self._connect()

    def reload(self) -> None:
        """Show the bodies again."""
        self._desk.run(self._organisations.bodies, self._show_bodies)

    def _connect(self) -> None:
        screen = self._screen
        screen.bodies.chosen.connect(self._show_body)
        screen.bodies.edit_asked.connect(self._load_body_for_edit)
        screen.bodies.removal_asked.connect(self._ask_body_removal)
        screen.bodies.member_edit_asked.connect(self._edit_member)
        screen.bodies.member_removal_asked.connect(self._ask_member_removal)
        screen.body_creation_asked.connect(lambda: self._edit_body(None))
        screen.body_edit_asked.connect(self._edit_current_body)
        screen.body_removal_asked.connect(lambda: self._ask_body_removal(screen.bodies.current()))
        screen.member_asked.connect(lambda: self._edit_member(None))
        screen.members_asked.connect(self._add_several)
        screen.member_list_asked.connect(self._ask_member_list)
        screen.member_edit_asked.connect(self._edit_current_member)
        screen.member_removal_asked.connect(
            lambda: self._ask_member_removal(screen.bodies.current_member())
        )

    def _show_bodies(self, rows: Sequence[BodyRow]) -> None:
        self._screen.bodies.show_rows(rows)
        self.counted.emit()
        if row := self._screen.bodies.current():
            self._show_body(row.id)

    def _show_body(self, key: UUID | None) -> None:
        if key is None:
            self._screen.bodies.show_detail(None)
        else:
            self._desk.run(lambda: self._organisations.body(key), self._screen.bodies.show_detail)

    def _edit_current_body(self) -> None:
        if row := self._screen.bodies.current():
            self._load_body_for_edit(row.id)

    def _load_body_for_edit(self, key: UUID) -> None:
        self._desk.run(lambda: self._organisations.body(key), self._edit_body)

    def _edit_body(self, detail: BodyDetail | None) -> None:
        body = detail.body if detail else None
        others = [row for row in self._screen.bodies.model.rows() if not body or row.id != body.id]
        dialog = FormDialog(
            _("Edit body") if body else _("Add body"),
            forms.body_fields(
                [(row.id, row.title) for row in others], self._find_person, self._find_unit
            ),
            forms.body_values(body, _lookups(detail) if detail else {}),
            self._screen,
        )
        dialog.save_through(self._desk, lambda values: self._save_body(body, values))
        dialog.open()

    def _save_body(self, body: Body | None, values: dict[str, object]) -> Change:
        return self._organisations.save_body(forms.read_body(body, values))

    def _ask_body_removal(self, row: BodyRow | None) -> None:
        if row is None:
            return
        ask_yes_no(
            self._screen,
            _("Delete the body “{name}” with its {count} memberships?").format(
                name=row.name, count=row.members
            ),
            _("Delete"),
            lambda: self._desk.run(
                lambda: self._organisations.remove_body(row.id), self._desk.publish
            ),
        )

    def _edit_current_member(self) -> None:
        if row := self._screen.bodies.current_member():
            self._edit_member(row)

    def _edit_member(self, row: MemberRow | None) -> None:
        body = self._screen.bodies.current()
        if body is None:
            return
        held = row.membership if row else None
        dialog = FormDialog(
            _("Edit membership") if row else _("Add member to {body}").format(body=body.title),
            forms.membership_fields(self._find_person, self._find_unit),
            forms.membership_values(held, row.name if row else ""),
            self._screen,
        )
        dialog.save_through(
            self._desk,
            lambda values: self._organisations.save_membership(
                forms.read_membership(held, body.id, values)
            ),
        )
        dialog.open()

    def _add_several(self) -> None:
        if body := self._screen.bodies.current():
            self._desk.run(self._organisations.names, partial(self._ask_several, body))

    def _ask_several(self, body: BodyRow, names: Sequence[Option]) -> None:
        members = {row.membership.organisation_id for row in self._screen.bodies.members.rows()}
        free = [(key, name) for key, name in names if key not in members]
        dialog = FormDialog(
            _("Add members to {body}").format(body=body.title),
            (
                Field(
                    "units", lambda: _("Organisations"), Choices(lambda: free, 320), required=True
                ),
                Field("level", lambda: _("Level"), Choice(_levels), required=True),
                Field("founding", lambda: _("Founding member"), Check()),
            ),
            {"level": MemberLevel.MEMBER},
            self._screen,
            save=_("Add"),
        )
        dialog.save_through(self._desk, partial(self._save_several, body.id))
        dialog.open()

    def _save_several(self, body_id: UUID, values: dict[str, object]) -> Change:
        units, level = values["units"], values["level"]
        keys = [key for key in units if isinstance(key, UUID)] if isinstance(units, tuple) else []
        chosen = level if isinstance(level, MemberLevel) else MemberLevel.MEMBER
        founding = bool(values["founding"])
        return self._organisations.add_members(body_id, keys, chosen, founding=founding)

    def _ask_member_list(self) -> None:
        body = self._screen.bodies.current()
        if body is None:
            return
        dialog = QFileDialog(self._screen, _("Import members of {body}").format(body=body.name))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Lists ({kinds})").format(kinds=KINDS), _("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.import_list(body.id, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def import_list(self, body_id: UUID, path: Path) -> None:
        """Show what a list of members would change in a body."""
        lists = self._organisations.member_lists
        self._desk.run_long(
            _("Reading {file}").format(file=path.name),
            lambda _progress: lists.plan(body_id, path),
            self._show_member_plan,
        )

    def _show_member_plan(self, plan: MemberPlan) -> None:
        dialog = MembersDialog(plan, self._screen)

        def save() -> None:
            dialog.accept()
            self._desk.run(lambda: self._organisations.member_lists.apply(plan), self._desk.publish)

        dialog.agreed.connect(save)
        dialog.open()

    def _ask_member_removal(self, row: MemberRow | None) -> None:
        if row is None:
            return
        ask_yes_no(
            self._screen,
            _("Take “{name}” out of “{body}”?").format(name=row.name, body=row.body),
            _("Remove"),
            lambda: self._desk.run(
                lambda: self._organisations.remove_membership(row.id), self._desk.publish
            ),
        )

    def _find_unit(self, text: str, then: Then) -> None:
        self._desk.run(lambda: self._services.people.organisations(text), then)

    def _find_person(self, text: str, then: Then) -> None:
        self._desk.run(lambda: self._services.people.options(text), then)


def _lookups(detail: BodyDetail) -> dict[str, Option | None]:
    body = detail.body
    unit: Organisation | None = detail.organisation
    return {
        "organisation_id": (unit.id, unit.full_name) if unit else None,
        "chair_person_id": (body.chair_person_id, detail.chair) if body.chair_person_id else None,
        "chair_organisation_id": (
            (body.chair_organisation_id, detail.chair) if body.chair_organisation_id else None
        ),
    }


def _levels() -> Sequence[Option]:
    return [(level, level_word(level)) for level in LEVELS]
