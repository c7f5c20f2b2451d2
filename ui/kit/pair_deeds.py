"""Looking through pairs that are likely one: what each button of the dialog sets going."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from summit_desk.domain.change import Change
from summit_desk.domain.duplicate_lists import Comparison, Suspect
from ui.kit.desk import Desk
from ui.kit.pairs import PairsDialog


@dataclass(frozen=True)
class PairDeeds:
    """The use cases behind the buttons; `taken` are the fields that the other one gives."""

    compare: Callable[[UUID, UUID], Comparison]
    merge: Callable[[UUID, UUID, frozenset[str]], Change]
    keep_apart: Callable[[UUID, UUID], Change]


class Pairs(QObject):
    """Opens the dialog over `parent` and does what is asked in it, off the GUI thread."""

    def __init__(self, parent: QWidget, desk: Desk, deeds: PairDeeds) -> None:
        super().__init__(parent)
        self._parent, self._desk, self._deeds = parent, desk, deeds

    def open(self, title: str, nothing: str, suspects: Sequence[Suspect]) -> PairsDialog:
        """Show the suspects, or `nothing` when there are none."""
        dialog = PairsDialog(title, nothing, (), self._parent)
        dialog.comparison_asked.connect(partial(self._compare, dialog))
        dialog.merge_asked.connect(partial(self._merge, dialog))
        dialog.apart_asked.connect(partial(self._keep_apart, dialog))
        dialog.show_suspects(suspects)
        dialog.open()
        return dialog

    def _compare(self, dialog: PairsDialog, suspect: Suspect) -> None:
        self._desk.run(
            lambda: self._deeds.compare(suspect.kept.id, suspect.other.id),
            partial(dialog.show_comparison, suspect),
            dialog.tell,
        )

    def _merge(self, dialog: PairsDialog, suspect: Suspect, taken: frozenset[str]) -> None:
        self._desk.run(
            lambda: self._deeds.merge(suspect.kept.id, suspect.other.id, taken),
            partial(self._done, dialog, suspect, suspect.other.id),
            dialog.tell,
        )

    def _keep_apart(self, dialog: PairsDialog, suspect: Suspect) -> None:
        self._desk.run(
            lambda: self._deeds.keep_apart(suspect.kept.id, suspect.other.id),
            partial(self._done, dialog, suspect, None),
            dialog.tell,
        )

    def _done(
        self, dialog: PairsDialog, suspect: Suspect, gone: UUID | None, change: Change
    ) -> None:
        dialog.drop(suspect, gone)
        self._desk.publish(change)
