"""The names and numbers an import needs: found where they exist, made where they are missing."""

import secrets
from collections.abc import Iterable
from uuid import UUID

from summit_desk.domain.imports.own_fields import NewField
from summit_desk.domain.imports.registered import Snapshot
from summit_desk.domain.numbers import number_key
from summit_desk.domain.organisation_names import organisation_key, organisation_kind
from summit_desk.domain.records import (
    AttendeeGroup,
    Category,
    CustomField,
    Forum,
    Organisation,
    Record,
)
from summit_desk.domain.registration import written_number
from summit_desk.domain.text_cleaning import fold_for_match

_LONG = 9  # digits: a number of another system, not one to count on from
TOKEN_SPAN = 10**10
_COLOURS = ("#c0392b", "#1f5fbf", "#177a4a", "#b45f06", "#6b3fc4", "#5b6475", "#0e7c86")


class Names:
    """Finds forums, categories, organisations and own fields by name; makes those missing."""

    def __init__(self, snapshot: Snapshot, event_id: UUID, new_fields: Iterable[NewField]) -> None:
        self._event_id = event_id
        self._new_fields = {fold_for_match(one.label): one for one in new_fields}
        self._groups = dict(snapshot.group_keys)
        self._codes = set(snapshot.codes)
        self.forums = dict(snapshot.forum_keys)
        self._categories = dict(snapshot.category_keys)
        self._organisations = dict(snapshot.organisation_keys)
        self._fields = dict(snapshot.field_keys)
        self._keys = {own.key for own in snapshot.fields}
        self._at: dict[type[Record], int] = {
            Forum: len(snapshot.forums),
            Category: len(snapshot.categories),
            CustomField: len(snapshot.fields),
            AttendeeGroup: len(snapshot.groups),
        }
        self.made: list[Record] = []

    def forum(self, name: str) -> Forum:
        """Return the forum called so."""
        found = self.forums.get(fold_for_match(name))
        if found is None:
            place = self._place(Forum)
            found = Forum(event_id=self._event_id, name=name, position=place)
            self.forums[fold_for_match(name)] = found
            self.made.append(found)
        return found

    def category(self, name: str) -> UUID | None:
        """Return the key of the category called so; none for an empty name."""
        if not name:
            return None
        found = self._categories.get(fold_for_match(name))
        if found is None:
            place = self._place(Category)
            colour = _COLOURS[place % len(_COLOURS)]
            found = Category(event_id=self._event_id, name=name, colour=colour, position=place)
            self._categories[fold_for_match(name)] = found
            self.made.append(found)
        return found.id

    def organisation(self, name: str) -> UUID | None:
        """Return the key of the organisation called so; none for an empty name."""
        if not name:
            return None
        found = self._organisations.get(organisation_key(name))
        if found is None:
            found = Organisation(full_name=name, kind=organisation_kind(name))
            self._organisations[organisation_key(name)] = found
            self.made.append(found)
        return found.id

    def group(self, name: str) -> UUID | None:
        """Return the key of the group called so; one called as an organisation is its group."""
        if not name:
            return None
        found = self._groups.get(fold_for_match(name))
        if found is None:
            unit = self._organisations.get(organisation_key(name))
            found = AttendeeGroup(
                event_id=self._event_id,
                name=name,
                organisation_id=unit.id if unit else None,
                position=self._place(AttendeeGroup),
            )
            self._groups[fold_for_match(name)] = found
            self.made.append(found)
        return found.id

    def is_new_code(self, code: str) -> bool:
        """Tell whether a code of another system means nobody yet; from now on it does."""
        is_new = code not in self._codes
        self._codes.add(code)
        return is_new

    def field(self, label: str) -> CustomField:
        """Return the event's own field called so."""
        found = self._fields.get(fold_for_match(label))
        if found is None:
            key = next(key for at in range(len(self._keys) + 1) if self._free(key := f"f{at + 1}"))
            self._keys.add(key)
            new = self._new_fields.get(fold_for_match(label), NewField(label))
            found = CustomField(
                event_id=self._event_id,
                key=key,
                label=label,
                kind=new.kind,
                choices=new.choices,
                position=self._place(CustomField),
            )
            self._fields[fold_for_match(label)] = found
            self.made.append(found)
        return found

    def _free(self, key: str) -> bool:
        return key not in self._keys

    def _place(self, kind: type[Record]) -> int:
        """Return the place behind those of its kind."""
        self._at[kind] += 1
        return self._at[kind] - 1


class Numbers:
    """Hands out registration numbers and badge tokens that nobody has.

    What is `wished` for is kept for whoever wishes it, however late that row comes.
    """

    def __init__(
        self, numbers: Iterable[str], tokens: set[str], wished: Iterable[str] = ()
    ) -> None:
        self._taken, self._tokens = set(map(number_key, numbers)), tokens
        self._wished = set(map(number_key, wished))
        self._highest = max(
            (int(number) for number in self._taken if number.isdecimal() and len(number) < _LONG),
            default=0,
        )

    def number(self, wished: str) -> str:
        """Return the number wished if it is free, else the one after the highest."""
        number = wished if wished and self.is_free(wished) else ""
        while not number:
            self._highest += 1
            next_one = written_number(self._highest)
            key = number_key(next_one)
            number = "" if key in self._taken or key in self._wished else next_one
        self._taken.add(number_key(number))
        return number

    def is_free(self, number: str) -> bool:
        """Tell whether nobody has the number, with or without zeros in front."""
        return number_key(number) not in self._taken

    def token(self) -> str:
        """Return ten random digits that no badge of the event carries."""
        while (token := f"{secrets.randbelow(TOKEN_SPAN):010}") in self._tokens:
            pass
        self._tokens.add(token)
        return token
