"""Joins the dialog of organisations that are entered twice to the use cases."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from summit_desk.domain.change import Change
from summit_desk.domain.duplicate_lists import Suspect
from summit_desk.support.i18n import _
from ui.kit.desk import Desk
from ui.kit.pairs import PairsDialog

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services


class Twins(QObject):
    """Looks for organisations under two spellings, and merges those that are one."""

    def __init__(self, parent: QWidget, services: "Services", desk: Desk) -> None:
        super().__init__(parent)
        self._parent, self._services, self._desk = parent, services, desk

    def find(self) -> None:
        """Look through the whole file."""
        title = _("Looking for organisations that are entered twice")
        self._desk.run_long(title, self._services.duplicates.units, self._open)

    def compare(self, kept_id: UUID, other_id: UUID) -> None:
        """Show two organisations side by side, to merge them; the first one stays."""
        duplicates = self._services.duplicates
        self._desk.run(lambda: [duplicates.two_units(kept_id, other_id)], self._open)

    def _open(self, suspects: Sequence[Suspect]) -> None:
        title = _("Organisations that are entered twice")
        nothing = _("No organisation in this file looks like another one.")
        dialog = PairsDialog(title, nothing, (), self._parent)
        dialog.comparison_asked.connect(partial(self._compare, dialog))
        dialog.merge_asked.connect(partial(self._merge, dialog))
        dialog.apart_asked.connect(partial(self._keep_apart, dialog))
        dialog.show_suspects(suspects)
        dialog.open()

    def _compare(self, dialog: PairsDialog, suspect: Suspect) -> None:
        duplicates = self._services.duplicates
        self._desk.run(
            lambda: duplicates.compare_units(suspect.kept.id, suspect.other.id),
            partial(dialog.show_comparison, suspect),
            dialog.tell,
        )

    def _merge(self, dialog: PairsDialog, suspect: Suspect, taken: frozenset[str]) -> None:
        organisations = self._services.organisations
        self._desk.run(
            lambda: organisations.merge(suspect.kept.id, suspect.other.id, taken),
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
