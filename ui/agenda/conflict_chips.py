"""The chips that count conflicts by kind; a click goes to the next one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from summit_desk.domain.conflicts import Conflict, ConflictKind
from summit_desk.support.i18n import _
from ui.kit.chips import Chip, ChipButton
from ui.kit.flow import FlowLayout
from ui.kit.tones import Tone


@dataclass(frozen=True)
class Cluster:
    """Kinds of conflicts that share a chip."""

    words: Callable[[], str]
    tone: Tone
    kinds: frozenset[ConflictKind]


CLUSTERS: Sequence[Cluster] = (
    Cluster(
        lambda: _("Clashes"),
        Tone.RED,
        frozenset({ConflictKind.SAME_ROOM, ConflictKind.TWO_PLACES}),
    ),
    Cluster(
        lambda: _("Wrong times"),
        Tone.RED,
        frozenset({ConflictKind.OUTSIDE_DAYS, ConflictKind.NO_SUCH_TIME}),
    ),
    Cluster(
        lambda: _("Speakers not confirmed"),
        Tone.AMBER,
        frozenset({ConflictKind.NOT_CONFIRMED, ConflictKind.DECLINED}),
    ),
    Cluster(
        lambda: _("Too many registrations"),
        Tone.AMBER,
        frozenset({ConflictKind.TOO_SMALL, ConflictKind.PARALLEL_FORUMS}),
    ),
    Cluster(
        lambda: _("No time or room"),
        Tone.AMBER,
        frozenset({ConflictKind.NOT_SCHEDULED, ConflictKind.NO_ROOM}),
    ),
    Cluster(
        lambda: _("Hints"),
        Tone.GREY,
        frozenset({ConflictKind.SAME_TITLE, ConflictKind.NO_MATERIAL, ConflictKind.OVER_MIDNIGHT}),
    ),
)


class ConflictChips(QWidget):
    """One chip per cluster that has conflicts."""

    conflict_asked = Signal(object)  # a Conflict

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)  # takes what the days leave, and wraps
        self.setSizePolicy(policy)
        self._at: dict[int, int] = {}  # which conflict of a cluster was shown last

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Show how many of each cluster there are."""
        while (item := self._row.takeAt(0)) is not None:
            chip = item.widget()
            if chip is not None:
                chip.deleteLater()
        for number, cluster in enumerate(CLUSTERS):
            found = [one for one in conflicts if one.kind in cluster.kinds]
            if found:
                self._row.addWidget(self._chip(number, cluster, found))
        self.setVisible(bool(conflicts))

    def _chip(self, number: int, cluster: Cluster, found: Sequence[Conflict]) -> ChipButton:
        button = ChipButton(Chip(number, cluster.words(), len(found), cluster.tone))
        button.setChecked(True)
        button.setToolTip("\n".join(one.finding.text() for one in found[:12]))
        button.clicked.connect(partial(self._go, button, number, found))
        return button

    def _go(self, button: ChipButton, number: int, found: Sequence[Conflict]) -> None:
        button.setChecked(True)  # it counts; it is no switch
        at = self._at.get(number, -1) + 1
        self._at[number] = at
        self.conflict_asked.emit(found[at % len(found)])
