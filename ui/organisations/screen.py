"""The screen of organisations: two panels, one shown at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from summit_desk.domain.places import Place
from summit_desk.support.i18n import N_, _
from ui.kit import icons
from ui.kit.chips import Chip, Chips
from ui.kit.screen import Screen
from ui.organisations.bodies_panel import BodiesPanel
from ui.organisations.list_panel import OrganisationsPanel

ORGANISATIONS, BODIES = "organisations", "bodies"


class OrganisationsScreen(Screen):
    """Organisations and bodies; decides nothing."""

    creation_asked = Signal()
    body_creation_asked = Signal()
    edit_asked = Signal()
    removal_asked = Signal()
    merge_asked = Signal()
    twins_asked = Signal()
    history_asked = Signal()
    body_edit_asked = Signal()
    body_removal_asked = Signal()
    member_asked = Signal()
    members_asked = Signal()
    member_list_asked = Signal()
    member_edit_asked = Signal()
    member_removal_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: list[tuple[QAction, str]] = []
        self.add = self._action("plus", N_("Add organisation"), self.creation_asked)
        self.add_body = self._action("plus", N_("Add body"), self.body_creation_asked)
        self.twins = self._action("merge", N_("Find duplicates…"), self.twins_asked)
        self.panel, self.bodies = self._organisations_panel(), self._bodies_panel()
        self.tabs = Chips()
        self._stack = QStackedWidget()
        self._counts = (0, 0)
        self._lay_out()
        self.retranslate()

    def title(self) -> str:
        return _("Organisations")

    def header_actions(self) -> Sequence[QAction]:
        return (self.twins, self.add_body, self.add)

    def show_place(self, place: Place) -> None:
        if place.subject is None:
            return
        if self.panel.select(place.subject):
            self.show_tab(ORGANISATIONS)
        elif self.bodies.select(place.subject):
            self.show_tab(BODIES)

    def show_tab(self, key: str) -> None:
        """Show one of the two panels."""
        self.tabs.choose(key)
        self._stack.setCurrentIndex(0 if key == ORGANISATIONS else 1)

    def show_counts(self, organisations: int, bodies: int) -> None:
        """Show how many there are of each."""
        self._counts = (organisations, bodies)
        chips = (
            Chip(ORGANISATIONS, _("Organisations"), organisations),
            Chip(BODIES, _("Bodies"), bodies),
        )
        self.tabs.show_chips(chips, ORGANISATIONS)

    def focus_search(self) -> None:
        self.show_tab(ORGANISATIONS)
        self.panel.search.setFocus()

    def retranslate(self) -> None:
        for action, msgid in self._words:
            action.setText(_(msgid))
        self.show_counts(*self._counts)
        self.panel.retranslate()
        self.bodies.retranslate()

    def _organisations_panel(self) -> OrganisationsPanel:
        return OrganisationsPanel(
            (
                self.add,
                self._action("edit", N_("Edit…"), self.edit_asked),
                self._action("merge", N_("Merge…"), self.merge_asked),
                self._action("history", N_("History"), self.history_asked),
                self._action("delete", N_("Delete"), self.removal_asked),
            )
        )

    def _bodies_panel(self) -> BodiesPanel:
        return BodiesPanel(
            (
                self.add_body,
                self._action("edit", N_("Edit…"), self.body_edit_asked),
                self._action("delete", N_("Delete"), self.body_removal_asked),
            ),
            (
                self._action("plus", N_("Add member…"), self.member_asked),
                self._action("organisations", N_("Add several…"), self.members_asked),
                self._action("import", N_("Import list…"), self.member_list_asked),
                self._action("edit", N_("Edit membership…"), self.member_edit_asked),
                self._action("minus", N_("Remove member"), self.member_removal_asked),
            ),
        )

    def _lay_out(self) -> None:
        self._stack.addWidget(self.panel)
        self._stack.addWidget(self.bodies)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 20)
        column.setSpacing(14)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self.show_tab)

    def _action(self, icon: str, msgid: str, signal: SignalInstance) -> QAction:
        action = QAction(self)
        icons.wear(action, icon)
        action.triggered.connect(lambda _on: signal.emit())
        self._words.append((action, msgid))
        return action
