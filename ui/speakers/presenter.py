"""Joins the Speakers screen to the use cases."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from summit_desk.domain.change import Change, Topic
from summit_desk.domain.records import MaterialKind, SpeakerStatus
from summit_desk.domain.speaker_view import SpeakerDraft, SpeakerList
from summit_desk.services.bundle import Services
from summit_desk.support.i18n import _
from ui.kit.choice_inputs import Option
from ui.kit.confirm import tell
from ui.kit.desk import Desk, concerns
from ui.kit.form import FormDialog, Values
from ui.kit.histories import show_history
from ui.kit.positions import ask_positions
from ui.speakers.form import draft_of, speaker_fields, speaker_values, who_fields
from ui.speakers.screen import SpeakersScreen

SHOWN = (Topic.SPEAKERS, Topic.PEOPLE, Topic.AGENDA, Topic.EVENT)


class SpeakersPresenter(QObject):
    """Answers the wishes of the screen."""

    def __init__(self, screen: SpeakersScreen, services: Services, desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        screen.wanted_changed.connect(self.reload)
        screen.selected.connect(self.show_detail)
        screen.opened.connect(self.edit)
        screen.add_asked.connect(self.add)
        screen.removal_asked.connect(self.remove)
        screen.reminders_asked.connect(self.copy_reminders)
        screen.history_asked.connect(self.show_history)
        screen.positions_asked.connect(self.show_positions)
        screen.detail.status_chosen.connect(self.set_status)
        screen.detail.material_ticked.connect(self.receive)
        self._stale = False
        screen.shown.connect(self._catch_up)
        desk.changed.connect(self._on_changed)
        desk.event_changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        """Show the speakers as the file has them now."""
        if self._desk.has_event:
            self._stale = False
            event_id, wanted = self._desk.event_id, self._screen.wanted()
            speakers = self._services.speakers
            self._desk.run(lambda: speakers.speakers(event_id, wanted), self._show)

    def _show(self, found: SpeakerList) -> None:
        self._screen.show_speakers(found)
        row = self._screen.current()
        self.show_detail(row.id if row else None)

    def show_detail(self, speaker_id: UUID | None) -> None:
        """Show one speaker in the pane."""
        if speaker_id is None:
            self._screen.show_detail(None)
        else:
            speakers = self._services.speakers
            self._desk.run(lambda: speakers.detail(speaker_id), self._screen.show_detail)

    def add(self) -> None:
        """Ask who will speak, then open the form for that person."""
        form = FormDialog(
            _("Who will speak?"),
            who_fields(self._find_people),
            {},
            self._screen,
            save=_("Next"),
        )
        form.submitted.connect(partial(self._go_on, form))
        form.open()

    def edit(self, speaker_id: UUID) -> None:
        """Open the form of a speaker."""
        services = self._services

        def draft() -> SpeakerDraft:
            speaker = services.speakers.detail(speaker_id).row.speaker
            return services.speakers.draft(speaker.event_id, speaker.person_id)

        self._desk.run(draft, partial(self._open_form, _("Edit speaker")))

    def remove(self, speaker_ids: Sequence[UUID]) -> None:
        """End engagements; the toast offers to take it back."""
        self._publish(lambda: self._services.speakers.remove(speaker_ids))

    def set_status(self, status: SpeakerStatus) -> None:
        """Note the answer of the selected speakers."""
        keys = self._screen.selected_keys()
        if keys:
            self._publish(lambda: self._services.speakers.set_status(keys, status))

    def receive(self, kind: MaterialKind, received: bool) -> None:  # noqa: FBT001 -- a signal's
        """Tick a material off, or take the tick back."""
        row = self._screen.current()
        if row is not None:
            speakers = self._services.speakers
            self._publish(lambda: speakers.receive(row.id, kind, received=received))

    def show_history(self, speaker_id: UUID) -> None:
        """Show what happened to a speaker, the person and the material."""
        row = self._screen.current()
        if row is None:
            return
        records = (speaker_id, row.card.person.id, *(one.id for one in row.materials))
        title = _("History of {name}").format(name=row.card.name)
        show_history(self._screen, self._services, self._desk, title, *records)

    def show_positions(self, _speaker_id: UUID) -> None:
        """Show what the speaker is, where, and save what is made of it."""
        row = self._screen.current()
        if row is not None:
            ask_positions(self._screen, self._services, self._desk, row.card.person.id)

    def copy_reminders(self) -> None:
        """Put the lines of those who owe something into the clipboard."""
        event_id, speakers = self._desk.event_id, self._services.speakers
        self._desk.run(lambda: speakers.reminders(event_id), self._copy)

    def _copy(self, lines: Sequence[str]) -> None:
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))
            said = _("Copied, one line for each speaker who owes something: {count}.")
        else:
            said = _("Nothing to copy: everybody has confirmed and sent everything.")
        tell(self._screen, said.format(count=len(lines)))

    def _go_on(self, form: FormDialog, values: Values) -> None:
        form.accept()
        who, event_id = values["who"], self._desk.event_id
        person_id = who if isinstance(who, UUID) else None
        name = "" if person_id else str(who)

        def draft() -> SpeakerDraft:
            begun = self._services.speakers.draft(event_id, person_id)
            return replace(begun, person=replace(begun.person, name=name)) if name else begun

        self._desk.run(draft, partial(self._open_form, _("New speaker")))

    def _open_form(self, title: str, draft: SpeakerDraft) -> None:
        fields = speaker_fields(self._find_organisations)
        form = FormDialog(title, fields, speaker_values(draft), self._screen)
        form.save_through(
            self._desk, lambda values: self._services.speakers.save(draft_of(values, draft))
        )
        form.open()

    def _find_people(self, text: str, then: Callable[[Sequence[Option]], object]) -> None:
        self._desk.run(lambda: self._services.people.options(text), then)

    def _find_organisations(self, text: str, then: Callable[[Sequence[Option]], object]) -> None:
        self._desk.run(lambda: self._services.people.organisations(text), then)

    def _publish(self, work: Callable[[], Change]) -> None:
        self._desk.run(work, self._desk.publish)

    def _on_changed(self, change: Change) -> None:
        if concerns(change, *SHOWN):
            self._stale = True
            self._catch_up()

    def _catch_up(self) -> None:
        """Read again what has changed, once somebody looks."""
        if self._stale and self._screen.isVisible():
            self.reload()
