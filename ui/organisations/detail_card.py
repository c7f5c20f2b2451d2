"""What is known of one organisation: names, relatives, people and memberships."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from summit_desk.domain.organisation_lists import Colleague, MemberRow, OrganisationDetail
from summit_desk.domain.organisation_words import level_word, organisation_kind_word
from summit_desk.support.i18n import _, in_words
from ui.kit.cards import ActionButton, Card, words
from ui.kit.flow import FlowLayout

MOST_SHOWN = 60  # people; the attendee list shows the rest


def framed(table: QWidget) -> QFrame:
    """Return a card that is all table."""
    frame = QFrame()
    frame.setProperty("kit", "card")
    table.setProperty("kit", "flat")
    column = QVBoxLayout(frame)
    column.setContentsMargins(1, 1, 1, 1)
    column.addWidget(table)
    return frame


class OrganisationCard(Card):
    """The card beside the list."""

    def __init__(self, actions: Sequence[QAction]) -> None:
        super().__init__()
        self.setMinimumWidth(260)
        self._detail: OrganisationDetail | None = None
        self._page = QWidget()
        self._page.setProperty("kit", "page")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(4)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self._page)
        self.body.addWidget(scroll, 1)
        self._buttons = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._buttons.setSizePolicy(policy)
        row = FlowLayout(self._buttons)
        for action in actions:
            row.addWidget(ActionButton(action))
        self.body.addWidget(self._buttons)
        self.show_detail(None)

    def show_detail(self, detail: OrganisationDetail | None) -> None:
        """Show an organisation, or ask to select one."""
        self._detail = detail
        self._clear()
        self._buttons.setVisible(detail is not None)
        if detail is None:
            self.show_heading("", "")
            self._column.addWidget(words(_("Select an organisation."), "muted", wrap=True))
        else:
            one = detail.organisation
            self.show_heading("", "")
            self._column.addWidget(
                words(in_words(one.full_name, one.name_other), "title", wrap=True)
            )
            kind = organisation_kind_word(one.kind)
            subtitle = " · ".join(filter(None, (kind, one.short_name)))
            self._column.addWidget(words(subtitle, "muted", wrap=True))
            for label, lines in _parts(detail):
                self._add_part(label, lines)
        self._column.addStretch(1)

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self.show_detail(self._detail)

    def _add_part(self, label: str, lines: Sequence[str]) -> None:
        if not any(lines):
            return
        self._column.addSpacing(10)
        self._column.addWidget(words(label, "muted"))
        for line in filter(None, lines):
            self._column.addWidget(words(line, wrap=True))

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def _parts(detail: OrganisationDetail) -> Iterable[tuple[str, Sequence[str]]]:
    one = detail.organisation
    yield _("Also known as"), [in_words("、", ", ").join(one.aliases)]
    yield _("English name of the unit"), [one.name_other]
    yield _("Belongs to"), [detail.parent.full_name if detail.parent else ""]
    yield _("Includes"), [child.full_name for child in detail.children]
    yield _("Member of"), [_membership(row) for row in detail.memberships]
    yield _("People"), _people(detail.people)
    yield _("Unified social credit code"), [one.credit_code]
    yield _("Address"), [one.address]
    yield _("Website"), [one.website]
    yield _("Notes"), [one.notes]


def _membership(row: MemberRow) -> str:
    said = " · ".join(filter(None, (row.body, level_word(row.level), row.title)))
    return _("{membership}, founding member").format(membership=said) if row.founding else said


def _people(people: Sequence[Colleague]) -> list[str]:
    lines = [
        " · ".join(filter(None, (in_words(one.name, one.other_name), one.title)))
        for one in people[:MOST_SHOWN]
    ]
    if len(people) > MOST_SHOWN:
        lines.append(_("and {count} more").format(count=len(people) - MOST_SHOWN))
    return lines
