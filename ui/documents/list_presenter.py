"""Joins the lists on offer and the editor to the use cases."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from summit_desk.domain.change import Change
from summit_desk.domain.documents.attendee_entries import AttendeeColumn
from summit_desk.domain.lists.presets import Preset, free_name
from summit_desk.domain.lists.spec import ListSpec
from summit_desk.domain.records import CustomField
from summit_desk.support.i18n import _
from ui.documents.screen import DocumentsScreen
from ui.kit.desk import Desk
from ui.kit.editors import Line
from ui.kit.form import Field, FormDialog

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services

ENDING = ".summitlist.json"
Choices = tuple[Sequence[AttendeeColumn], Sequence[str], Sequence[CustomField]]


class ListPresenter(QObject):
    """Keeps the presets and the editor in step; the pages are made by its owner."""

    def __init__(self, screen: DocumentsScreen, services: "Services", desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        self._shown: Preset | None = None
        self._chosen = ""  # the name of a list to choose once it is there
        self._drafts: dict[Hashable, ListSpec] = {}  # what was changed and not saved, by list
        self._copied: Hashable = None  # the list whose changes go into a new one
        self._event_id = desk.event_id
        card = screen.presets
        card.preset_chosen.connect(self._show)
        card.saving_asked.connect(self._save)
        card.saving_as_asked.connect(self._ask_name)
        card.renaming_asked.connect(self._ask_new_name)
        card.duplication_asked.connect(self._duplicate)
        card.removal_asked.connect(self._remove)
        card.sharing_asked.connect(self._ask_where)
        card.opening_asked.connect(self._ask_which)
        card.reset_asked.connect(self._reset)
        screen.editor.changed.connect(self._keep_draft)

    def reload(self) -> None:
        """Offer the event's lists, columns and saved filters."""
        event_id, lists = self._desk.event_id, self._services.lists
        attendees = self._services.attendees
        if event_id != self._event_id:
            self._event_id = event_id
            self._drafts.clear()
            self._shown = None  # the list of that name of this event is another one

        def choices() -> Choices:
            fields = attendees.choices(event_id).fields
            return lists.columns(event_id), lists.filters(event_id), fields

        self._desk.run(choices, lambda found: self._screen.editor.show_choices(*found))
        self.reload_presets()

    def reload_presets(self) -> None:
        """Offer the event's lists."""
        event_id, lists = self._desk.event_id, self._services.lists
        self._desk.run(lambda: lists.presets(event_id), self._show_presets)

    def _show_presets(self, presets: Sequence[Preset]) -> None:
        card = self._screen.presets
        before = self._shown
        self._drop_drafts(card.presets(), presets)
        card.show_presets(presets, self._chosen)
        self._chosen = ""
        now = card.current()
        if now is not None and now != before:
            self._show(now)

    def _show(self, preset: Preset) -> None:
        self._shown = preset
        self._screen.editor.show_spec(self._drafts.get(preset.key, preset.spec))
        self._screen.presets.show_edited(self._drafts)
        self._screen.choice_changed.emit()

    def _drop_drafts(self, before: Sequence[Preset], now: Sequence[Preset]) -> None:
        """What was saved, deleted or taken back meanwhile is no draft any more."""
        kept = {one.key: replace(one.spec, name="") for one in now}
        for one in before:
            if kept.get(one.key) != replace(one.spec, name=""):
                self._drafts.pop(one.key, None)
        if any(one.spec.name == self._chosen for one in now):  # it holds what was changed
            self._drafts.pop(self._copied, None)
            self._copied = None
        self._screen.presets.show_edited(self._drafts)

    def _keep_draft(self) -> None:
        """Keep what was changed, so that looking at another list loses nothing."""
        if (preset := self._screen.presets.current()) is not None:
            self._drafts[preset.key] = self._screen.editor.spec()
            self._screen.presets.show_edited(self._drafts)

    def _reset(self) -> None:
        if (preset := self._screen.presets.current()) is not None:
            self._drafts.pop(preset.key, None)
            self._show(preset)

    def _save(self) -> None:
        preset = self._screen.presets.current()
        if preset is not None and preset.id is not None:
            key, spec = preset.id, replace(self._screen.editor.spec(), name=preset.spec.name)
            self._keep(lambda: self._services.lists.save(self._desk.event_id, spec, key), spec.name)

    def _ask_name(self) -> None:
        preset = self._screen.presets.current()
        if preset is None:
            return
        spec = self._screen.editor.spec()
        name = free_name(self._screen.presets.presets(), preset.words)
        event_id, lists = self._desk.event_id, self._services.lists

        def save(given: str) -> Change:
            change = lists.save(event_id, replace(spec, name=given))
            self._copied = preset.key
            return change

        self._name_dialog(_("Save as a list of my own"), name, save)

    def _ask_new_name(self, preset: Preset) -> None:
        if preset.id is not None:
            key, lists = preset.id, self._services.lists
            self._name_dialog(
                _("Rename the list"), preset.words, lambda given: lists.rename(key, given)
            )

    def _name_dialog(self, title: str, name: str, work: Callable[[str], Change]) -> None:
        field = Field("name", lambda: _("Name"), Line(longest=60), required=True)
        dialog = FormDialog(title, [field], {"name": name}, self._screen)

        def save(values: dict[str, object]) -> Change:
            name = str(values["name"]).strip()
            change = work(name)
            self._chosen = name  # only once it is kept
            return change

        dialog.save_through(self._desk, save)
        dialog.open()

    def _duplicate(self, preset: Preset) -> None:
        spec = self._screen.editor.spec()
        name = free_name(self._screen.presets.presets(), preset.words)
        event_id, lists = self._desk.event_id, self._services.lists
        self._keep(
            lambda: lists.duplicate(event_id, replace(spec, name=preset.words)), name, preset.key
        )

    def _remove(self, preset: Preset) -> None:
        if preset.id is not None:
            key = preset.id
            self._desk.run(lambda: self._services.lists.remove(key), self._desk.publish)

    def _keep(self, work: Callable[[], Change], name: str, copied: Hashable = None) -> None:
        def kept(change: Change) -> None:
            self._chosen, self._copied = name, copied
            self._desk.publish(change)

        self._desk.run(work, kept)

    def _ask_where(self) -> None:
        preset = self._screen.presets.current()
        if preset is None:
            return
        spec = replace(self._screen.editor.spec(), name=preset.spec.name)
        dialog = QFileDialog(self._screen, _("Share the list as a file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_("List of Summit Desk (*.summitlist.json)")])
        dialog.selectFile(preset.words + ENDING)
        dialog.fileSelected.connect(lambda name: self.share(spec, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def share(self, spec: ListSpec, path: Path) -> None:
        """Write a list to a file for others."""
        lists = self._services.lists
        self._desk.run(
            lambda: lists.share(spec, path),
            lambda done: self._screen.tell(_("Saved: {file}").format(file=done.name)),
        )

    def _ask_which(self) -> None:
        dialog = QFileDialog(self._screen, _("Open a list file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("List of Summit Desk (*.summitlist.json *.json)")])
        dialog.fileSelected.connect(lambda name: self.take_in(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_in(self, path: Path) -> None:
        """Keep the list of a file and choose it."""
        event_id, lists = self._desk.event_id, self._services.lists

        def kept(change: Change) -> None:
            self._chosen = change.details["name"]
            self._desk.publish(change)

        self._desk.run(lambda: lists.take_in(event_id, path), kept)
