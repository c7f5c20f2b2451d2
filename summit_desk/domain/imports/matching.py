"""Whom a row means: the keys in the order in which they are trusted."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from summit_desk.domain.imports.drafts import Draft, Flag, is_placeholder
from summit_desk.domain.imports.registered import Entry, Snapshot
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.names import clean_name
from summit_desk.domain.numbers import number_key
from summit_desk.domain.organisation_names import organisation_key
from summit_desk.domain.spelling import pinyin
from summit_desk.domain.text_cleaning import fold_for_match
from summit_desk.support.i18n import N_, _

Key = tuple[Target, str]

SEVERAL = N_("Several people have the same {key}: {people}.")
ANOTHER_NAME = N_("The same {key} as {person}, but another name.")
ANOTHER_PHONE = N_("The same name and organisation as {person}, but another phone.")
ANOTHER_DOCUMENT = N_("The same {key} as {person}, but another document number.")
TAKEN = N_("Row {row} means the same person more surely.")

# The keys in the order of trust; the name with the organisation comes last.
_STRONG = (
    Target.RECORD,
    Target.NUMBER,
    Target.EXTERNAL_CODE,
    Target.DOCUMENT,
    Target.MOBILE,
    Target.EMAIL,
)
ORDER = (*_STRONG, Target.NAME)
_UNIQUE = (Target.NUMBER, Target.EXTERNAL_CODE)
_OWN_FOLDS: dict[Target, Callable[[str], str]] = {
    Target.RECORD: str,
    Target.MOBILE: str,
    Target.NUMBER: number_key,
}
_FOLDS = [(key, _OWN_FOLDS.get(key, fold_for_match)) for key in _STRONG]
_KEY_WORDS = {
    Target.RECORD: N_("record"),
    Target.NUMBER: N_("registration number"),
    Target.EXTERNAL_CODE: N_("code of another system"),
    Target.DOCUMENT: N_("document number"),
    Target.MOBILE: N_("mobile"),
    Target.EMAIL: N_("e-mail address"),
    Target.NAME: N_("name and organisation"),
}
_NAME_PROVES = frozenset({Target.NUMBER, Target.EXTERNAL_CODE, Target.MOBILE, Target.EMAIL})


class Match(NamedTuple):
    """Whom a row means; with an `objection` only a person can decide."""

    entry: Entry | None = None
    key: Target | None = None
    objection: Flag | None = None


class Index:
    """The people of a snapshot by every key."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._people: dict[Key, list[Entry]] = defaultdict(list)
        for entry in snapshot.people:
            for key in _keys_of(entry):
                self._people[key].append(entry)
        for code, attendee_id in snapshot.codes.items():
            if held := snapshot.attending.get(attendee_id):
                self._people[Target.EXTERNAL_CODE, fold_for_match(code)].append(held)

    def match(self, draft: Draft, keys: Iterable[Key], occurrence: int = 0) -> Match:
        """Return whom a draft means. Reserved seats of one unit are told apart by their order."""
        for key in keys:
            found = self._people.get(key) or self._by_record(key)
            if not found:
                continue
            if key[0] is Target.NUMBER and len(found) > 1:
                written = draft.text(Target.NUMBER)
                found = [one for one in found if one.number == written] or found
            if draft.is_placeholder:
                return self._seat(found, key[0], occurrence)
            return self._judge(draft, key[0], found)
        return Match()

    def _by_record(self, key: Key) -> list[Entry]:
        """Return whom our own key means; few lists have it, so it is no part of the index."""
        if key[0] is not Target.RECORD:
            return []
        try:
            held = self._snapshot.attending.get(UUID(key[1]))
        except ValueError:
            return []
        return [held] if held else []

    def _seat(self, found: list[Entry], key: Target, occurrence: int) -> Match:
        return Match(found[occurrence], key) if occurrence < len(found) else Match()

    def _judge(self, draft: Draft, key: Target, found: list[Entry]) -> Match:
        same_name = [one for one in found if same_person_name(draft.name, one.name)]
        likely = same_name if len(same_name) == 1 else found
        if len(likely) > 1:
            likely = [one for one in likely if _objection(draft, key, one) is None] or likely
        if len(likely) > 1:
            people = ", ".join(map(label, likely[:5]))
            return Match(None, key, Flag(key, SEVERAL, {"key": key_word(key), "people": people}))
        return Match(likely[0], key, _objection(draft, key, likely[0]))


def _keys_of(entry: Entry) -> list[Key]:
    keys = [name_key(entry.name, entry.organisation_id.hex if entry.organisation_id else "")]
    if entry.number:
        keys.append((Target.NUMBER, number_key(entry.number)))
    if entry.document_number:
        keys.append((Target.DOCUMENT, fold_for_match(entry.document_number)))
    if entry.mobile:
        keys.append((Target.MOBILE, entry.mobile))
    if entry.email:
        keys.append((Target.EMAIL, entry.email.casefold()))
    return keys


def draft_keys(draft: Draft, snapshot: Snapshot) -> list[Key]:
    """Return the keys that a row offers, the most trusted first."""
    keys: list[Key] = []
    if not draft.is_placeholder:
        values = draft.values
        for target, fold in _FOLDS:
            if (text := values.get(target)) and isinstance(text, str):
                keys.append((target, fold(text)))
    keys.append(name_key(draft.name, unit_of(draft, snapshot)))
    return keys


def unique_keys(draft: Draft, offered: Iterable[Key]) -> list[Key]:
    """Return the keys of a row that only one registration can have; a kept seat has some, too."""
    if not draft.is_placeholder:
        return [key for key in offered if key[0] in _UNIQUE]
    given = ((target, draft.text(target)) for target in _UNIQUE)
    return [(target, folded(target, text)) for target, text in given if text]


def folded(target: Target, text: str) -> str:
    """Return the form in which two values of a key are equal."""
    return _OWN_FOLDS.get(target, fold_for_match)(text)


def unit_of(draft: Draft, snapshot: Snapshot) -> str:
    """Return what stands for the row's organisation: the key of a known one, else its name."""
    name = organisation_key(draft.text(Target.ORGANISATION))
    return snapshot.units.get(name, name) if name else ""


def name_key(name: str, unit: str) -> Key:
    """Return the key of a name within an organisation."""
    return Target.NAME, f"{_folded(name)}|{unit}"


@lru_cache(maxsize=100_000)
def _folded(name: str) -> str:
    return fold_for_match(clean_name(name))


def same_person_name(one: str, other: str) -> bool:
    """Tell whether two names can be spellings of one: equal when folded, or read alike."""
    first, second = _folded(one), _folded(other)
    if first == second or is_placeholder(other):
        return True
    reading = pinyin(one)
    return bool(reading) and len(first) == len(second) and reading == pinyin(other)


def label(entry: Entry) -> str:
    """Return how a person is named in a reason: number and name."""
    return f"{entry.number} {entry.name}".strip()


def _objection(draft: Draft, key: Target, found: Entry) -> Flag | None:
    """Return what speaks against a match, if anything does."""
    document = fold_for_match(draft.text(Target.DOCUMENT))
    known = fold_for_match(found.document_number)
    if key in {Target.MOBILE, Target.EMAIL, Target.NAME} and document and known:
        if document != known:
            return _against(ANOTHER_DOCUMENT, key, found)
        return None
    if key in _NAME_PROVES and not same_person_name(draft.name, found.name):
        return None if _also_same(draft, key, found) else _against(ANOTHER_NAME, key, found)
    mobile = draft.text(Target.MOBILE)
    if key is Target.NAME and mobile and found.mobile and mobile != found.mobile:
        return _against(ANOTHER_PHONE, key, found)
    return None


def _against(sentence: str, key: Target, found: Entry) -> Flag:
    return Flag(key, sentence, {"key": key_word(key), "person": label(found)})


def _also_same(draft: Draft, key: Target, found: Entry) -> bool:
    """Tell whether a second strong key says the same, so that only the name was corrected."""
    others = (
        (Target.DOCUMENT, found.document_number),
        (Target.MOBILE, found.mobile),
        (Target.EMAIL, found.email.casefold()),
    )
    return any(
        target is not key and value and draft.text(target).casefold() == value.casefold()
        for target, value in others
    )


def key_word(key: Target) -> str:
    """Return how a key is called in a reason, in the current language."""
    return _(_KEY_WORDS[key])
