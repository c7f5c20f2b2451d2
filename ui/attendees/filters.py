"""The filters over the list: search field, category chips and menus; yields AttendeeFilter."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from summit_desk.domain.attendee_lists import (
    EVERYBODY,
    AttendeeChoices,
    AttendeeCounts,
    AttendeeFilter,
    Missing,
)
from summit_desk.domain.attendee_words import LACKS, STATUSES
from summit_desk.domain.filter_words import filter_parts
from summit_desk.support.i18n import _, in_words
from ui.attendees.conditions import Conditions
from ui.attendees.filter_menu import FilterMenu, Option
from ui.kit.chips import Chip, Chips
from ui.kit.search_field import SearchField


@dataclass(frozen=True)
class _Tag:
    """A tag among the choices of the last menu."""

    word: str


_BUILD = "build"  # the last choice of the last menu


class Filters(QObject):
    """The widgets of the filter and what they say together; the screen lays them out.

    The menus set one thing each; what the dialog of more filters asks for beyond that is kept,
    and shown as chips that can be taken away.
    """

    changed = Signal()
    building_asked = Signal()  # more than the menus can say

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.search = SearchField(pause_ms=0)
        self.categories = Chips()
        self.status, self.forum, self.unit, self.more = (FilterMenu() for _at in range(4))
        self.conditions = Conditions()
        self._wanted = EVERYBODY  # but for the text, which stands in the search field
        self._choices, self._counts = AttendeeChoices(), AttendeeCounts()
        self._connect()
        self.retranslate()

    def menus(self) -> Sequence[FilterMenu]:
        """Return the menus in the order in which they are shown."""
        return (self.status, self.forum, self.unit, self.more)

    def wanted(self) -> AttendeeFilter:
        """Return what all filters say together."""
        return replace(self._wanted, text=self.search.text().strip())

    def show_filter(self, wanted: AttendeeFilter) -> None:
        """Show another filter, without telling."""
        self.search.blockSignals(True)
        if self.search.text().strip() != wanted.text:
            self.search.setText(wanted.text)
        self.search.blockSignals(False)
        self._wanted = replace(wanted, text="")
        self._show()

    def clear(self) -> None:
        """Ask for everybody, without telling."""
        self.show_filter(EVERYBODY)

    def choices(self) -> AttendeeChoices:
        """Return what is offered."""
        return self._choices

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
        self.status.show_options(_("Status"), self._statuses)
        self.forum.show_options(_("Forum"), self._forums)
        self.unit.show_options(_("Organisation"), self._units)
        self.more.show_options(_("More"), self._more)
        self._show()

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

    def _units(self) -> list[Option]:
        units = self._choices.organisations
        return [(unit.id, _counted(unit.name, unit.count)) for unit in units]

    def _more(self) -> list[Option]:
        options: list[Option] = [(True, _("Checked in")), (False, _("Not checked in"))]
        options += [(lack, _(word)) for lack, word in LACKS.items()]
        options += [(_Tag(tag), _("Tag: {tag}").format(tag=tag)) for tag in self._choices.tags]
        return [*options, (_BUILD, _("More filters…"))]

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self.changed.emit())
        self.categories.chosen.connect(lambda key: self._set(categories=_set_of(key)))
        self.status.chosen.connect(lambda key: self._set(statuses=_set_of(key)))
        self.forum.chosen.connect(lambda key: self._set(forum=key))
        self.unit.chosen.connect(lambda key: self._set(organisation=key))
        self.more.chosen.connect(self._on_more)
        self.conditions.dropped.connect(self._on_dropped)

    def _on_more(self, key: Hashable) -> None:
        if key == _BUILD:
            self._show()
            self.building_asked.emit()
            return
        self._set(
            tag=key.word if isinstance(key, _Tag) else "",
            missing=key if isinstance(key, Missing) else None,
            checked_in=key if isinstance(key, bool) else None,
        )

    def _on_dropped(self, left: AttendeeFilter) -> None:
        self._wanted = left
        self._show()
        self.changed.emit()

    def _set(self, **parts: Any) -> None:  # noqa: ANN401 -- any part of a filter
        self._wanted = replace(self._wanted, **parts)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        """Show on every widget what is asked for."""
        wanted = self._wanted
        more = (wanted.tag and _Tag(wanted.tag), wanted.missing, wanted.checked_in)
        self.categories.show_chosen(wanted.categories or {None})
        self.status.show_chosen(wanted.statuses)
        self.forum.show_chosen(filter(None, (wanted.forum,)))
        self.unit.show_chosen(filter(None, (wanted.organisation,)))
        self.more.show_chosen(one for one in more if one not in ("", None))
        told = wanted != replace(EVERYBODY, categories=wanted.categories)
        several = len(wanted.categories) > 1
        parts = filter_parts(wanted, self._choices) if told or several else ()
        self.conditions.show_parts(parts)


def _counted(name: str, count: int) -> str:
    return f"{name}  {count:,}"


def _set_of(key: Hashable) -> frozenset[Hashable]:
    return frozenset() if key is None else frozenset({key})
