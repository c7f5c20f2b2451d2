"""What can be done with the selected attendees: the actions of the menu and of the pane."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from summit_desk.domain.attendee_lists import AttendeeChoices
from summit_desk.domain.attendee_words import STATUSES
from summit_desk.support.i18n import _, in_words
from ui.kit import icons


class BatchMenus(QObject):
    """Actions on the selection; the screen knows who is selected."""

    editing_asked = Signal()
    category_chosen = Signal(object)  # key or None
    status_chosen = Signal(object)
    forum_added = Signal(object)
    forum_left = Signal(object)
    tags_asked = Signal()
    untagging_asked = Signal()
    field_asked = Signal()
    seats_asked = Signal()
    waiting_chosen = Signal(object)
    badges_asked = Signal()
    emails_asked = Signal()
    history_asked = Signal()
    replacement_asked = Signal()
    positions_asked = Signal()
    duplicates_asked = Signal(object)  # key of an attendee who is one of two, or None
    merge_asked = Signal()
    cancel_asked = Signal()
    removal_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = AttendeeChoices()
        self.edit = self._action("edit", self.editing_asked)
        self.edit.setShortcut(QKeySequence("Return"))
        self.category, self._categories = self._menu("category", parent)
        self.status, self._statuses = self._menu("tick", parent)
        self.join, self._joined = self._menu("plus", parent)
        self.leave, self._left = self._menu("minus", parent)
        self.tags = self._action("tag", self.tags_asked)
        self.field = self._action("fields", self.field_asked)
        self.more, more = self._menu("more", parent)
        self.untag = self._action("tag", self.untagging_asked)
        self.seats = self._action("room", self.seats_asked)
        self.wait, self._waits = self._menu("clock", parent)
        more.addActions((self.untag, self.seats, self.wait))
        self.badges = self._action("print", self.badges_asked)
        self.emails = self._action("mail", self.emails_asked)
        self.history = self._action("history", self.history_asked)
        self.replace = self._action("switch", self.replacement_asked)
        self.positions = self._action("organisations", self.positions_asked)
        self.duplicates = QAction(self)
        icons.wear(self.duplicates, "merge")
        self.duplicates.triggered.connect(lambda: self.duplicates_asked.emit(None))
        self.merge = self._action("merge", self.merge_asked)
        self.merge.setEnabled(False)
        self.cancel = self._action("close", self.cancel_asked)
        self.remove = self._action("delete", self.removal_asked)
        self.remove.setShortcut(QKeySequence("Delete"))
        for action in (self.edit, self.remove):  # the table itself hears these keys
            action.setShortcutVisibleInContextMenu(True)
        self.retranslate()

    def for_one(self) -> Sequence[QAction]:
        """Return the actions of the table's menu."""
        return (self.edit, self.positions, self.replace, *self.for_many(), self.history)

    def for_person(self) -> Sequence[QAction]:
        """Return what else can be done with the person shown in the pane."""
        return (self.positions, self.replace, self.duplicates)

    def show_count(self, count: int) -> None:
        """Offer what suits so many people."""
        self.merge.setEnabled(count == 2)  # noqa: PLR2004 -- two are merged
        for action in (self.replace, self.positions):
            action.setEnabled(count == 1)

    def for_many(self) -> Sequence[QAction]:
        """Return the actions that suit several people."""
        return (
            self.category,
            self.status,
            self.join,
            self.leave,
            self.field,
            self.tags,
            self.more,
            self.badges,
            self.emails,
            self.merge,
            self.cancel,
            self.remove,
        )

    def show_choices(self, choices: AttendeeChoices) -> None:
        """Offer these categories and forums."""
        self._choices = choices
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        for action, text in (
            (self.edit, _("Edit…")),
            (self.category, _("Category")),
            (self.status, _("Status")),
            (self.join, _("Add to forum")),
            (self.leave, _("Take out of forum")),
            (self.field, _("Change a field…")),
            (self.tags, _("Add tags…")),
            (self.more, _("More")),
            (self.untag, _("Take tags away…")),
            (self.seats, _("Assign seats…")),
            (self.wait, _("Put on the waiting list")),
            (self.badges, _("Print badges")),
            (self.emails, _("Copy e-mail addresses")),
            (self.history, _("History")),
            (self.replace, _("Replace person…")),
            (self.positions, _("Positions…")),
            (self.duplicates, _("Find duplicates…")),
            (self.merge, _("Merge the two…")),
            (self.cancel, _("Cancel registration")),
            (self.remove, _("Delete registration")),
        ):
            action.setText(text)
        self._fill()

    def _fill(self) -> None:
        categories = [
            (one.id, in_words(one.name, one.name_other)) for one in self._choices.categories
        ]
        forums = [(one.id, in_words(one.name, one.name_other)) for one in self._choices.forums]
        statuses = [(status, _(word)) for status, word in STATUSES.items()]
        none: tuple[Hashable, str] = (None, _("none"))
        self._offer(self._categories, [*categories, none], self.category_chosen)
        self._offer(self._statuses, statuses, self.status_chosen)
        self._offer(self._joined, forums, self.forum_added)
        self._offer(self._left, forums, self.forum_left)
        self._offer(self._waits, forums, self.waiting_chosen)
        for action in (self.join, self.leave, self.wait):
            action.setEnabled(bool(forums))

    def _offer(self, menu: QMenu, options: Sequence[tuple[Hashable, str]], chosen: object) -> None:
        menu.clear()
        for key, text in options:
            action = menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(lambda _on, one=key, tell=chosen: tell.emit(one))

    def _action(self, icon: str, asked: object) -> QAction:
        action = QAction(self)
        icons.wear(action, icon)
        action.triggered.connect(asked)
        return action

    def _menu(self, icon: str, parent: QWidget) -> tuple[QAction, QMenu]:
        action, menu = QAction(self), QMenu(parent)
        icons.wear(action, icon)
        action.setMenu(menu)
        return action, menu
