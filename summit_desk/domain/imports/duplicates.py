"""The rows of one file that mean one person, put together; the later row wins."""

from collections.abc import Sequence

from summit_desk.domain.imports.drafts import SHARED_PHONE, Draft, Flag, merged
from summit_desk.domain.imports.matching import (
    Key,
    draft_keys,
    folded,
    key_word,
    same_person_name,
    unique_keys,
    unit_of,
)
from summit_desk.domain.imports.registered import Snapshot
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.numbers import number_key
from summit_desk.support.i18n import N_

SAME_KEY = N_("Row {row} has the same {key}, but means somebody else.")


class Duplicates:
    """The rows of a file, those about one person put together; the later row wins."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._leaders: dict[Key, list[int]] = {}
        self.drafts: list[Draft] = []
        self.keys: list[list[Key]] = []  # by place in `drafts`, of the whole
        self.wholes: dict[int, Draft] = {}  # by place in `drafts`
        self.leader: dict[int, int] = {}  # of a duplicate
        self.clash: dict[int, Flag] = {}

    def add(self, draft: Draft) -> None:
        place = len(self.drafts)
        offered = [] if draft.problem else draft_keys(draft, self._snapshot)
        unique = [] if draft.problem else unique_keys(draft, offered)
        keys = self._telling(draft, offered)
        found = self._same(draft, keys)
        if found is not None and self._are_others(unique, found):
            found = None
        self.keys.append(offered)
        self.drafts.append(self._warned(draft, keys))
        if found is not None:
            self.leader[place] = found
            whole = self.wholes[found] = merged(self.wholes[found], draft)
            self.keys[found] = draft_keys(whole, self._snapshot)
            keys += self._telling(whole, self.keys[found])
        else:
            self.wholes[place] = self.drafts[place]
            self._note_clash(place, unique)
            keys += unique  # by them a name may take the seat that a row without one keeps
        owner = place if found is None else found
        for key in keys:
            if (leaders := self._leaders.get(key)) is None:
                self._leaders[key] = [owner]
            elif owner not in leaders:
                leaders.append(owner)

    def _telling(self, draft: Draft, keys: list[Key]) -> list[Key]:
        """Return the keys by which rows are one person: a name only together with a unit."""
        if draft.is_placeholder:
            return []
        if not unit_of(draft, self._snapshot):
            return [key for key in keys if key[0] is not Target.NAME]
        return list(keys)

    def _same(self, draft: Draft, keys: Sequence[Key]) -> int | None:
        for key in keys:
            for leader in self._leaders.get(key, ()):
                other = self.wholes[leader]
                if _is_same(draft, other, key[0]) and not self._are_two(draft, other):
                    return leader
        return None

    def _are_two(self, draft: Draft, other: Draft) -> bool:
        """Tell whether both rows carry keys or numbers of two people who are registered already."""
        records = {draft.text(Target.RECORD), other.text(Target.RECORD)}
        if len(records) > 1 and all(records):
            return True
        numbers = {number_key(one.text(Target.NUMBER)) for one in (draft, other)}
        return len(numbers) > 1 and numbers <= self._snapshot.numbers

    def _are_others(self, unique: Sequence[Key], leader: int) -> bool:
        """Tell whether the number or code of a row is that of another row than it seems to mean."""
        return any(self._leaders.get(key, [leader])[0] != leader for key in unique)

    def _note_clash(self, place: int, unique: Sequence[Key]) -> None:
        """Note a number or code that an earlier row has for somebody else."""
        for key in unique:
            if leaders := self._leaders.get(key):
                details = {"row": self.wholes[leaders[0]].row, "key": key_word(key[0])}
                self.clash.setdefault(place, Flag(key[0], SAME_KEY, details))

    def _warned(self, draft: Draft, keys: Sequence[Key]) -> Draft:
        """Note a phone that an earlier row has for somebody else."""
        for key in keys:
            if key[0] is not Target.MOBILE:
                continue
            for leader in self._leaders.get(key, ()):
                other = self.wholes[leader]
                if not same_person_name(draft.name, other.name):
                    return draft.flagged(Flag(Target.MOBILE, SHARED_PHONE, {"row": other.row}))
        return draft


def _is_same(draft: Draft, other: Draft, key: Target) -> bool:
    """Tell whether two rows with an equal key are one person."""
    if key in {Target.RECORD, Target.DOCUMENT}:
        return True
    if not same_person_name(draft.name, other.name):
        return False
    strong = (Target.DOCUMENT, Target.MOBILE) if key is Target.NAME else (Target.DOCUMENT,)
    if key is Target.NAME:
        strong = (*strong, Target.NUMBER)
    return all(
        folded(target, draft.text(target)) == folded(target, other.text(target))
        for target in strong
        if draft.text(target) and other.text(target)
    )
