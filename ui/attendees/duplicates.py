"""Joins the dialog of people who are entered twice to the use cases."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from summit_desk.domain.change import Change
from summit_desk.domain.duplicate_lists import Suspect
from summit_desk.domain.merging import MergeChoices
from summit_desk.support.i18n import _
from ui.kit.desk import Desk
from ui.kit.pair_deeds import PairDeeds, Pairs

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services

PERSON, ATTENDEE = "person.", "attendee."


class Duplicates(QObject):
    """Looks for people who are entered twice, and merges those who are."""

    def __init__(self, parent: QWidget, services: "Services", desk: Desk) -> None:
        super().__init__(parent)
        self._parent, self._services, self._desk = parent, services, desk

    @cached_property
    def _pairs(self) -> Pairs:
        found = self._services.duplicates
        deeds = PairDeeds(found.compare_people, self._merge, found.keep_apart)
        return Pairs(self._parent, self._desk, deeds)

    def find(self, attendee_id: UUID | None = None) -> None:
        """Look through the whole file; begin with the pair of an attendee if there is one."""

        def open_at(suspects: Sequence[Suspect]) -> None:
            self._open(suspects, attendee_id)

        title = _("Looking for people who are entered twice")
        self._desk.run_long(title, self._services.duplicates.people, open_at)

    def compare(self, attendees: Sequence[UUID]) -> None:
        """Show two attendees side by side, to merge them."""
        duplicates = self._services.duplicates
        one, other = attendees
        self._desk.run(lambda: [duplicates.two(one, other)], self._open)

    def _open(self, suspects: Sequence[Suspect], attendee_id: UUID | None = None) -> None:
        title = _("People who are entered twice")
        nothing = _("Nobody in this file looks like somebody else.")
        dialog = self._pairs.open(title, nothing, suspects)
        if attendee_id is not None:
            attendees = self._services.attendees
            self._desk.run(lambda: attendees.detail(attendee_id).person.id, dialog.select)

    def _merge(self, kept_id: UUID, other_id: UUID, taken: frozenset[str]) -> Change:
        choices = MergeChoices(_below(PERSON, taken), _below(ATTENDEE, taken))
        return self._services.people.merge(kept_id, other_id, choices)


def _below(prefix: str, keys: frozenset[str]) -> frozenset[str]:
    return frozenset(key.removeprefix(prefix) for key in keys if key.startswith(prefix))
