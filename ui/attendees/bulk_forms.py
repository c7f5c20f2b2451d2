"""Opens the forms that change many attendees: a field, tags, seats."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject

from summit_desk.domain.attendee_lists import AttendeeChoices
from summit_desk.domain.bulk_edits import SETTABLE, FieldEdit
from summit_desk.domain.change import Change
from summit_desk.domain.event_lists import EventLists
from summit_desk.domain.field_words import field_word
from summit_desk.domain.progress import Progress
from summit_desk.domain.records import CustomField
from summit_desk.support.i18n import _, in_words
from ui.attendees import form_groups
from ui.attendees.batches import changing
from ui.attendees.field_value import FieldValue
from ui.attendees.form import CUSTOM, own_editor
from ui.attendees.form_groups import Offers
from ui.attendees.screen import AttendeesScreen
from ui.attendees.seats_form import block_of, seats_form
from ui.kit.desk import Desk
from ui.kit.form import Choice, Choices, Field, FormDialog, Line, Values

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services
    from ui.kit.choice_inputs import Option

GROUP = "group_id"
TAGS_SHOWN, LINE_HEIGHT = 8, 33


class BulkForms(QObject):
    """The dialogs of the selection that ask for a value first."""

    def __init__(self, screen: AttendeesScreen, services: "Services", desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        menus = screen.batch
        menus.field_asked.connect(self.ask_field)
        menus.untagging_asked.connect(self.ask_tags)
        menus.seats_asked.connect(self.ask_seats)
        menus.waiting_chosen.connect(self.put_waiting)

    def ask_field(self) -> None:
        """Ask which field gets which value."""
        event_id, services = self._desk.event_id, self._services
        self._desk.run(
            lambda: (services.attendees.choices(event_id), services.event_lists.lists(event_id)),
            lambda found: self._open_field(*found),
        )

    def ask_tags(self) -> None:
        """Ask which of the tags that they have are taken away from the selected attendees."""
        keys, bulk = list(self._screen.selected_keys()), self._services.bulk
        self._desk.run(lambda: bulk.tags_of(keys), partial(self._open_tags, keys))

    def _open_tags(self, keys: Sequence[UUID], held: Sequence[tuple[str, int]]) -> None:
        offered = [(tag, f"{tag} · {count:,}") for tag, count in held]
        height = min(len(offered), TAGS_SHOWN) * LINE_HEIGHT + 8
        field = Field("tags", lambda: _("Tags"), Choices(lambda: offered, height), required=True)
        dialog = FormDialog(_("Take tags away"), [field], {}, self._screen, save=_("Take away"))

        def save(values: Values, progress: Progress) -> Change:
            tags = values["tags"]
            chosen = tags if isinstance(tags, tuple) else ()
            return self._services.bulk.remove_tags(keys, chosen, progress)

        dialog.save_long_through(self._desk, changing(len(keys)), save)
        dialog.open()

    def ask_seats(self) -> None:
        """Ask where the seats begin, and show which ones they would be."""
        event_id, bulk = self._desk.event_id, self._services.bulk
        keys = list(self._screen.selected_keys())
        dialog = seats_form(
            len(keys), lambda block: bulk.dealt(event_id, keys, block), self._desk, self._screen
        )
        dialog.save_long_through(
            self._desk,
            changing(len(keys)),
            lambda values, progress: bulk.assign_seats(
                event_id, keys, block_of(dict(values)), progress
            ),
        )
        dialog.open()

    def put_waiting(self, forum_id: UUID) -> None:
        """Put the selected attendees on the waiting list of a forum."""
        keys, waiting = self._screen.selected_keys(), self._services.waiting
        if keys:
            self._desk.run_long(
                changing(len(keys)),
                lambda progress: waiting.put_waiting(keys, forum_id, progress),
                self._desk.publish,
            )

    def _open_field(self, choices: AttendeeChoices, lists: EventLists) -> None:
        keys = self._screen.selected_keys()
        fields = bulk_fields(choices, lists)
        own = {one.key: one for one in choices.fields}
        title = _("Change a field of {count} attendees").format(count=f"{len(keys):,}")
        asked = Field("edit", lambda: _("Field and value"), FieldValue(fields), help=_empties)
        dialog = FormDialog(title, [asked], {}, self._screen, save=_("Change"))

        def save(values: Values, progress: Progress) -> Change:
            entered = values["edit"]
            assert isinstance(entered, tuple)
            return self._save(list(keys), own, progress, *entered)

        dialog.save_long_through(self._desk, changing(len(keys)), save)
        dialog.open()

    def _save(
        self,
        keys: Sequence[UUID],
        own: dict[str, CustomField],
        progress: Progress,
        key: str,
        value: Any,  # noqa: ANN401 -- of any field
    ) -> Change:
        if key == GROUP:
            return self._services.groups.gather(keys, value, progress)
        field = own[key.removeprefix(CUSTOM)] if key.startswith(CUSTOM) else None
        return self._services.bulk.set_field(keys, FieldEdit(key, value, field), progress)


def bulk_fields(choices: AttendeeChoices, lists: EventLists) -> Sequence[Field]:
    """Return every field that many registrations can get at once, each with its editor."""
    offers = Offers((), (), (), _nobody, _nobody, _nobody, _nobody, lists=lists)
    of_form = [
        *form_groups.fee(offers),
        *form_groups.stay(offers),
        *form_groups.meals(offers),
        *form_groups.travel(offers),
        *form_groups.invoice(offers),
        Field("shares_phone", lambda: "", Choice(form_groups.yes_no)),
        Field("door_note", lambda: "", Line()),
    ]
    editors = {field.key: field.editor for field in of_form}
    groups: Sequence[Option] = [(None, _("none")), *((one.id, one.name) for one in choices.groups)]
    return [
        Field(GROUP, partial(_capital, GROUP), Choice(lambda: groups)),
        *(Field(key, partial(_capital, key), editors[key]) for key in SETTABLE),
        *(
            Field(
                CUSTOM + one.key,
                partial(in_words, one.label, one.label_other),
                own_editor(one),
            )
            for one in choices.fields
        ),
    ]


def _capital(key: str) -> str:
    word = field_word(key)
    return word[:1].upper() + word[1:]


def _empties() -> str:
    return _("An empty value empties the field.")


def _nobody(_text: str, _then: object) -> None:
    """Find nobody: these fields are not offered here."""
