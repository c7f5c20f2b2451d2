"""Whom somebody accompanies: a name or number that the file or the list knows once."""

from collections import defaultdict
from collections.abc import Iterable

from summit_desk.domain.imports.drafts import NOBODY, Draft, Flag, without
from summit_desk.domain.imports.registered import Registered, Snapshot
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.names import clean_name
from summit_desk.domain.text_cleaning import fold_for_match


def is_called(registered: Registered, text: str) -> bool:
    """Tell whether a text is the number or the name of somebody, or both."""
    return fold_for_match(text) in _words(
        registered.person.name, registered.attendee.number if registered.attendee else ""
    )


class Companions:
    """Tells who is meant; a word that means nobody, or several people, is left out."""

    def __init__(self, drafts: Iterable[Draft], snapshot: Snapshot) -> None:
        self._people: dict[str, set[str]] = defaultdict(set)
        for one in snapshot.people:
            if one.attendee:
                self._add(one.person.name, one.attendee.number, one.attendee.number)
        for draft in drafts:
            number = draft.text(Target.NUMBER)
            self._add(draft.name, number, number or f"row {draft.row}")

    def checked(self, draft: Draft) -> Draft:
        """Return the draft, without a companion whom nobody can tell."""
        said = draft.text(Target.COMPANION)
        if not said or self._is_known(said, draft):
            return draft
        return without(draft, Target.COMPANION).flagged(
            Flag(Target.COMPANION, NOBODY, {"value": said})
        )

    def _is_known(self, said: str, draft: Draft) -> bool:
        word = fold_for_match(said)
        is_self = word in _words(draft.name, draft.text(Target.NUMBER))
        return not is_self and word in self._people

    def _add(self, name: str, number: str, key: str) -> None:
        for word in _words(name, number):
            self._people[word].add(key)


def _words(name: str, number: str) -> set[str]:
    plain, code = fold_for_match(clean_name(name)), fold_for_match(number)
    return {plain, code, f"{code}{plain}"} - {""}
