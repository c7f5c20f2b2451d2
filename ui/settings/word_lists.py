"""Joins the page with the event's lists of words to the use cases."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from summit_desk.domain.change import Change
from summit_desk.domain.event_lists import TITLES
from summit_desk.support.i18n import _
from ui.kit.desk import Desk
from ui.kit.form import Check, Field, FormDialog, Line, Tags, Values
from ui.settings.words_page import WordRow, WordsPage

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services


class WordLists(QObject):
    """Reads the lists and carries out what the page asks."""

    def __init__(self, page: WordsPage, services: "Services", desk: Desk) -> None:
        super().__init__(page)
        self._page, self._services, self._desk = page, services, desk
        page.addition_asked.connect(self._ask_new)
        page.renaming_asked.connect(self._ask_name)
        page.removal_asked.connect(self._take_out)
        page.listing_asked.connect(self._put_in)
        page.arranged.connect(self._keep)

    def reload(self) -> None:
        """Read every list again."""
        event_id, lists = self._desk.event_id, self._services.event_lists
        self._desk.run(lambda: lists.lists(event_id), self._page.show_lists)

    def _ask_new(self) -> None:
        field = Field(
            "words",
            lambda: _("Words"),
            Tags(),
            required=True,
            help=lambda: _("Several at once are possible."),
        )
        title = _("Add to “{list}”").format(list=_(TITLES[self._page.kind]))
        dialog = FormDialog(title, [field], {}, self._page.window())
        event_id, kind, held = self._desk.event_id, self._page.kind, self._words()

        def save(values: Values) -> Change:
            given = values["words"]
            added = given if isinstance(given, tuple) else ()
            return self._services.event_lists.save(event_id, kind, (*held, *added))

        dialog.save_through(self._desk, save)
        dialog.open()

    def _ask_name(self, row: object) -> None:
        if not isinstance(row, WordRow):
            return
        used = _("Also in {count} registrations").format(count=f"{row.count:,}")
        fields = [Field("word", lambda: _("Word"), Line(), required=True)]
        if row.count:
            fields.append(Field("everywhere", lambda: _("Rename"), Check(used)))
        values = {"word": row.id, "everywhere": True}
        title = _("Rename “{word}”").format(word=row.id)
        dialog = FormDialog(title, fields, values, self._page.window())
        event_id, kind, lists = self._desk.event_id, self._page.kind, self._services.event_lists

        def save(values: Values) -> Change:
            everywhere = bool(row.count and values["everywhere"])
            word = str(values["word"])
            return lists.rename(event_id, kind, row.id, word, everywhere=everywhere)

        dialog.save_through(self._desk, save)
        dialog.open()

    def _take_out(self, row: object) -> None:
        if isinstance(row, WordRow) and row.listed:
            self._keep([word for word in self._words() if word != row.id])

    def _put_in(self, row: object) -> None:
        if isinstance(row, WordRow) and not row.listed:
            self._keep([*self._words(), row.id])

    def _keep(self, words: Sequence[str]) -> None:
        event_id, kind, lists = self._desk.event_id, self._page.kind, self._services.event_lists
        self._desk.run(lambda: lists.save(event_id, kind, words), self._desk.publish)

    def _words(self) -> Sequence[str]:
        return self._page.lists.words.get(self._page.kind, ())
