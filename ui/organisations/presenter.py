"""Joins the screen of organisations to the use cases."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from summit_desk.domain.change import Change, Topic
from summit_desk.domain.errors import Problem
from summit_desk.domain.organisation_lists import OrganisationDetail, OrganisationRow
from summit_desk.support.i18n import N_, _
from ui.kit.confirm import ask_yes_no
from ui.kit.desk import Desk, concerns
from ui.kit.form import Field, FormDialog, Lookup
from ui.kit.histories import show_history
from ui.organisations import forms
from ui.organisations.bodies_presenter import BodiesPresenter
from ui.organisations.screen import OrganisationsScreen
from ui.organisations.twins import Twins

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services

Option = tuple[object, str]
Then = Callable[[Sequence[Option]], object]


class OrganisationsPresenter(QObject):
    """Reloads the panels, and opens the forms that the screen asks for."""

    def __init__(self, screen: OrganisationsScreen, services: "Services", desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        self._organisations = services.organisations
        self._total = 0
        self._bodies = BodiesPresenter(screen, services, desk)
        self.twins = Twins(screen, services, desk)
        screen.twins_asked.connect(self.twins.find)
        self._bodies.counted.connect(self._show_counts)
        self._connect()
        self.reload()

    def reload(self) -> None:
        """Show both lists again."""
        text, event_id = self._screen.panel.search.text(), self._desk.event_id
        self._desk.run(lambda: self._organisations.rows(event_id, text), self._show_rows)
        self._bodies.reload()

    def _connect(self) -> None:
        screen, desk = self._screen, self._desk
        screen.panel.searched.connect(lambda _text: self.reload())
        screen.panel.chosen.connect(self._show_organisation)
        screen.panel.edit_asked.connect(self._load_for_edit)
        screen.panel.removal_asked.connect(self._ask_removal)
        screen.creation_asked.connect(lambda: self._edit(None))
        screen.edit_asked.connect(self._edit_current)
        screen.removal_asked.connect(lambda: self._ask_removal(screen.panel.current()))
        screen.merge_asked.connect(self._ask_merge)
        screen.history_asked.connect(self._show_history)
        desk.changed.connect(self._on_changed)
        desk.event_changed.connect(self.reload)

    def _on_changed(self, change: Change) -> None:
        if concerns(change, Topic.PEOPLE, Topic.ATTENDEES):
            self.reload()

    def _show_rows(self, rows: Sequence[OrganisationRow]) -> None:
        if not self._screen.panel.search.text().strip():
            self._total = len(rows)
        self._screen.panel.show_rows(rows)
        self._show_counts()

    def _show_organisation(self, key: UUID | None) -> None:
        if key is None:
            self._screen.panel.show_detail(None)
        else:
            self._desk.run(lambda: self._organisations.detail(key), self._show_detail)

    def _show_detail(self, detail: OrganisationDetail) -> None:
        current = self._screen.panel.current()
        if current is not None and current.id == detail.organisation.id:
            self._screen.panel.show_detail(detail)

    def _edit_current(self) -> None:
        if row := self._screen.panel.current():
            self._load_for_edit(row.id)

    def _load_for_edit(self, key: UUID) -> None:
        self._desk.run(lambda: self._organisations.detail(key), self._edit)

    def _edit(self, detail: OrganisationDetail | None) -> None:
        one = detail.organisation if detail else None
        parent: Option | None = None
        if detail and detail.parent:
            parent = (detail.parent.id, detail.parent.full_name)
        dialog = FormDialog(
            _("Edit organisation") if one else _("Add organisation"),
            forms.organisation_fields(self._find_unit),
            forms.organisation_values(one, parent),
            self._screen,
        )
        dialog.save_through(
            self._desk,
            lambda values: self._organisations.save(forms.read_organisation(one, values)),
        )
        dialog.open()

    def _ask_removal(self, row: OrganisationRow | None) -> None:
        if row is None:
            return
        count = _("{count} people work there; they stay without an organisation.")
        ask_yes_no(
            self._screen,
            _("Delete the organisation “{name}”?").format(name=row.full_name),
            _("Delete"),
            lambda: self._desk.run(lambda: self._organisations.remove(row.id), self._desk.publish),
            detail=count.format(count=row.people) if row.people else "",
        )

    def _ask_merge(self) -> None:
        row = self._screen.panel.current()
        if row is None:
            return
        dialog = FormDialog(
            _("Merge “{name}”").format(name=row.full_name),
            [
                Field(
                    "other",
                    lambda: _("into"),
                    Lookup(self._find_unit, _("Type a name")),
                    required=True,
                    help=lambda: _("Its people and memberships move; its name stays findable."),
                )
            ],
            {},
            self._screen,
            save=_("Compare"),
        )
        dialog.submitted.connect(partial(self._compare, dialog, row.id))
        dialog.open()

    def _compare(self, dialog: FormDialog, key: UUID, values: dict[str, object]) -> None:
        kept = values["other"]
        if isinstance(kept, UUID) and kept != key:
            dialog.accept()
            self.twins.compare(kept, key)
        else:
            dialog.show_problems([Problem("other", N_("Choose another organisation."))])

    def _show_history(self) -> None:
        if row := self._screen.panel.current():
            title = _("History of {name}").format(name=row.full_name)
            show_history(self._screen, self._services, self._desk, title, row.id)

    def _show_counts(self) -> None:
        self._screen.show_counts(self._total, self._screen.bodies.model.rowCount())

    def _find_unit(self, text: str, then: Then) -> None:
        self._desk.run(lambda: self._services.people.organisations(text), then)
