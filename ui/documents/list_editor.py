"""The card at the right in which a list is changed: columns, order and groups, titles and page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from summit_desk.domain.documents.attendee_entries import AttendeeColumn
from summit_desk.domain.lists.builtin import EVERYTHING
from summit_desk.domain.lists.spec import ListKind, ListSpec
from summit_desk.domain.records import CustomField
from summit_desk.support.i18n import _
from ui.documents.columns_card import ColumnsCard
from ui.documents.list_fields import order_fields, page_fields, values_of, with_values
from ui.kit.cards import Card, words
from ui.kit.chips import Chip, Chips
from ui.kit.form_page import Field

if TYPE_CHECKING:
    from ui.kit.inputs import Input


class FieldsPage(QScrollArea):
    """Inputs below their labels, as a narrow card has room for."""

    changed = Signal()

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inputs: dict[str, Input] = {}
        inside = QWidget()
        inside.setProperty("kit", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(6)
        for field in fields:
            if field.label():
                column.addWidget(words(field.label(), "muted"))
            widget = self.inputs[field.key] = field.editor.make()
            widget.setAccessibleName(field.label())
            widget.setMinimumWidth(1)
            column.addWidget(widget)
            widget.changed.connect(self.changed)
        column.addStretch(1)
        self.setWidget(inside)

    def values(self) -> dict[str, object]:
        """Return what the inputs hold."""
        return {key: one.value() for key, one in self.inputs.items()}

    def show_values(self, values: dict[str, object]) -> None:
        """Show these values, without telling."""
        for key, one in self.inputs.items():
            one.blockSignals(True)
            one.show_value(values[key])
            one.blockSignals(False)


class ListEditor(Card):
    """Shows a list and says what it became; `changed` only when a person changed it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._spec = EVERYTHING
        self._filters: Sequence[str] = ()
        self._own: Sequence[CustomField] = ()
        self.pages = Chips()
        self.columns = ColumnsCard()
        self._stack = QStackedWidget()
        self.order, self.page = FieldsPage(()), FieldsPage(())
        self._stack.addWidget(self.columns)
        self.body.addWidget(self.pages)
        self.body.addWidget(self._stack, 1)
        self.pages.chosen.connect(self._turn)
        self.columns.changed.connect(self.changed)
        self.retranslate()

    def spec(self) -> ListSpec:
        """Return the list as it is set now."""
        values = self.order.values() | self.page.values()
        changed = with_values(self._spec, values)
        if not changed.columns and self.columns.chosen() == self._all_columns:
            return changed
        if changed.kind is ListKind.COUNTS:
            return changed
        return ListSpec(**(vars(changed) | {"columns": self.columns.chosen()}))

    def show_spec(self, spec: ListSpec) -> None:
        """Show a list."""
        self._spec = spec
        self.columns.show_spec(spec)
        self.columns.setEnabled(spec.kind is not ListKind.COUNTS)  # figures have columns of theirs
        self._all_columns = self.columns.chosen()
        for page in (self.order, self.page):
            page.show_values(values_of(spec))

    def show_choices(
        self,
        columns: Sequence[AttendeeColumn],
        filters: Sequence[str],
        own: Sequence[CustomField],
    ) -> None:
        """Offer the columns, saved filters and own fields of the event."""
        spec = self.spec()
        self.columns.show_columns(columns)
        self._filters, self._own = filters, own
        self._make_pages()
        self.show_spec(spec)

    def retranslate(self) -> None:
        """Say every text again."""
        self.columns.retranslate()
        self._all_columns = self.columns.chosen()
        spec = self.spec() if self.order.inputs else self._spec
        self.pages.show_chips(
            [Chip(at, text) for at, text in enumerate((_("Columns"), _("Order"), _("Page")))]
        )
        self._make_pages()
        self.show_spec(spec)

    def _make_pages(self) -> None:
        for page in (self.order, self.page):
            self._stack.removeWidget(page)
            page.deleteLater()
        self.order = FieldsPage(order_fields(self._filters, self._own))
        self.page = FieldsPage(page_fields())
        for page in (self.order, self.page):
            self._stack.addWidget(page)
            page.changed.connect(self.changed)
        self._turn(self.pages.chosen_key())

    def _turn(self, page: object) -> None:
        self._stack.setCurrentIndex(page if isinstance(page, int) else 0)
