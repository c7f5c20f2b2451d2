"""The filters over the list: search field, category chips and menus; yields AttendeeFilter."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from summit_desk.domain.attendee_lists import (
    AttendeeChoices,
    AttendeeCounts,
    AttendeeFilter,
    Missing,
)
from summit_desk.domain.attendee_words import LACKS, STATUSES
from summit_desk.domain.records import AttendeeStatus
from summit_desk.support.i18n import _, in_words
from ui.attendees.filter_menu import FilterMenu, Option
from ui.kit.chips import Chip, Chips
from ui.kit.search_field import SearchField


@dataclass(frozen=True)
class _Tag:
    """A tag among the choices of the last menu."""

    word: str


class Filters(QObject):
    """The widgets of the filter and what they say together; the screen lays them out."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.search = SearchField(pause_ms=40)
        self.categories = Chips()
        self.status, self.forum, self.unit, self.more = (FilterMenu() for _at in range(4))
        self._choices, self._counts = AttendeeChoices(), AttendeeCounts()
        self.search.searched.connect(self._tell)
        self.categories.chosen.connect(self._tell)
        for menu in self.menus():
            menu.chosen.connect(self._tell)
        self.retranslate()

    def menus(self) -> Sequence[FilterMenu]:
        """Return the menus in the order in which they are shown."""
        return (self.status, self.forum, self.unit, self.more)

    def wanted(self) -> AttendeeFilter:
        """Return what all filters say together."""
        category, status, more = self.categories.chosen_key(), self.status.key(), self.more.key()
        return AttendeeFilter(
            text=self.search.text().strip(),
            categories=frozenset({category}) if isinstance(category, UUID) else frozenset(),
            statuses=frozenset({status}) if isinstance(status, AttendeeStatus) else frozenset(),
            forum=_key(self.forum.key()),
            organisation=_key(self.unit.key()),
            tag=more.word if isinstance(more, _Tag) else "",
            missing=more if isinstance(more, Missing) else None,
            checked_in=more if isinstance(more, bool) else None,
        )

    def clear(self) -> None:
        """Ask for everybody, without telling."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.categories.choose(None)
        for menu in self.menus():
            menu.choose(None)

    def show_choices(self, choices: AttendeeChoices) -> None:
        """Offer the categories, forums, organisations and tags of the event."""
        self._choices = choices
        self.retranslate()

    def show_counts(self, counts: AttendeeCounts) -> None:
        """Say how many each choice would show."""
        self._counts = counts
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self.search.show_placeholder(_("Name, pinyin, initials, organisation, phone tail, number"))
        self.categories.setAccessibleName(_("Category"))
        self.categories.show_chips(self._chips())
        self.status.show_options(_("Status"), self._statuses())
        self.forum.show_options(_("Forum"), self._forums())
        units = [(unit.id, _counted(unit.name, unit.count)) for unit in self._choices.organisations]
        self.unit.show_options(_("Organisation"), units)
        self.more.show_options(_("More"), self._more())

    def _chips(self) -> list[Chip]:
        counts = self._counts
        chips = [Chip(None, _("All"), counts.everybody)]
        for one in self._choices.categories:
            count = counts.categories.get(one.id, 0)
            name = in_words(one.name, one.name_other)
            chips.append(Chip(one.id, name, count, colour=one.colour))
        return chips

    def _statuses(self) -> list[Option]:
        counts = self._counts.statuses
        return [(one, _counted(_(word), counts.get(one, 0))) for one, word in STATUSES.items()]

    def _forums(self) -> list[Option]:
        return [
            (
                forum.id,
                _counted(
                    in_words(forum.name, forum.name_other), self._counts.forums.get(forum.id, 0)
                ),
            )
            for forum in self._choices.forums
        ]

    def _more(self) -> list[Option]:
        options: list[Option] = [(True, _("Checked in")), (False, _("Not checked in"))]
        options += [(lack, _(word)) for lack, word in LACKS.items()]
        options += [(_Tag(tag), _("Tag: {tag}").format(tag=tag)) for tag in self._choices.tags]
        return options

    def _tell(self, _value: object = None) -> None:
        self.changed.emit()


def _counted(name: str, count: int) -> str:
    return f"{name}  {count:,}"


def _key(value: Hashable) -> UUID | None:
    return value if isinstance(value, UUID) else None
