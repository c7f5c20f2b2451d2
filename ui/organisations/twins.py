"""Joins the dialog of organisations that are entered twice to the use cases."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from summit_desk.domain.duplicate_lists import Suspect
from summit_desk.support.i18n import _
from ui.kit.desk import Desk
from ui.kit.pair_deeds import PairDeeds, Pairs

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services


class Twins(QObject):
    """Looks for organisations under two spellings, and merges those that are one."""

    def __init__(self, parent: QWidget, services: "Services", desk: Desk) -> None:
        super().__init__(parent)
        self._parent, self._services, self._desk = parent, services, desk

    @cached_property
    def _pairs(self) -> Pairs:
        found, merge = self._services.duplicates, self._services.organisations.merge
        deeds = PairDeeds(found.compare_units, merge, found.keep_apart)
        return Pairs(self._parent, self._desk, deeds)

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
        self._pairs.open(title, nothing, suspects)
