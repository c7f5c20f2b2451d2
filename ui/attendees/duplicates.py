"""Joins the dialog of people who are entered twice to the use cases."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from summit_desk.domain.change import Change
from summit_desk.domain.duplicate_lists import Suspect
from summit_desk.domain.merging import MergeChoices
from summit_desk.support.i18n import _
from ui.kit.desk import Desk
from ui.kit.pairs import PairsDialog

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services

PERSON, ATTENDEE = "person.", "attendee."


class Duplicates(QObject):
    """Looks for people who are entered twice, and merges those who are."""

    def __init__(self, parent: QWidget, services: "Services", desk: Desk) -> None:
        super().__init__(parent)
        self._parent, self._services, self._desk = parent, services, desk

    def find(self, attendee_id: UUID | None = None) -> None:
        """Look through the whole file; begin with the pair of an attendee if there is one."""
        duplicates = self._services.duplicates

        def open_at(suspects: Sequence[Suspect]) -> None:
            self._open(suspects, attendee_id)

        title = _("Looking for people who are entered twice")
        self._desk.run_long(title, duplicates.people, open_at)

    def compare(self, attendees: Sequence[UUID]) -> None:
        """Show two attendees side by side, to merge them."""
        duplicates = self._services.duplicates
        one, other = attendees
        self._desk.run(lambda: [duplicates.two(one, other)], self._open)

    def _open(self, suspects: Sequence[Suspect], attendee_id: UUID | None = None) -> None:
        title = _("People who are entered twice")
        nothing = _("Nobody in this file looks like somebody else.")
        dialog = PairsDialog(title, nothing, (), self._parent)
        dialog.comparison_asked.connect(partial(self._compare, dialog))
        dialog.merge_asked.connect(partial(self._merge, dialog))
        dialog.apart_asked.connect(partial(self._keep_apart, dialog))
        dialog.show_suspects(suspects)
        dialog.open()
        if attendee_id is not None:
            attendees = self._services.attendees
            self._desk.run(
                lambda: attendees.detail(attendee_id).person.id, partial(_select, dialog)
            )

    def _compare(self, dialog: PairsDialog, suspect: Suspect) -> None:
        duplicates = self._services.duplicates
        self._desk.run(
            lambda: duplicates.compare_people(suspect.kept.id, suspect.other.id),
            partial(dialog.show_comparison, suspect),
            dialog.tell,
        )

    def _merge(self, dialog: PairsDialog, suspect: Suspect, taken: frozenset[str]) -> None:
        people = self._services.people
        choices = MergeChoices(_below(PERSON, taken), _below(ATTENDEE, taken))
        self._desk.run(
            lambda: people.merge(suspect.kept.id, suspect.other.id, choices),
            partial(self._done, dialog, suspect, suspect.other.id),
            dialog.tell,
        )

    def _keep_apart(self, dialog: PairsDialog, suspect: Suspect) -> None:
        duplicates = self._services.duplicates
        self._desk.run(
            lambda: duplicates.keep_apart(suspect.kept.id, suspect.other.id),
            partial(self._done, dialog, suspect, None),
            dialog.tell,
        )

    def _done(
        self, dialog: PairsDialog, suspect: Suspect, gone: UUID | None, change: Change
    ) -> None:
        dialog.drop(suspect, gone)
        self._desk.publish(change)


def _below(prefix: str, keys: frozenset[str]) -> frozenset[str]:
    return frozenset(key.removeprefix(prefix) for key in keys if key.startswith(prefix))


def _select(dialog: PairsDialog, person_id: UUID) -> None:
    dialog.select(person_id)
