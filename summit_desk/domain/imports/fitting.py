"""What a list says of the event's own fields, held against the kind and choices of each."""

import re
from collections.abc import Mapping

from summit_desk.domain.dates import DateContext
from summit_desk.domain.imports.drafts import MISFIT, NO_CHOICE, Draft, Flag
from summit_desk.domain.imports.measures import ethnic_group
from summit_desk.domain.imports.own_fields import own_value, parts_of
from summit_desk.domain.imports.reading import moment_in
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.records import CustomField, FieldKind
from summit_desk.domain.text_cleaning import fold_for_match

_ETHNIC = frozenset({"民族", "您的民族"})
_PART_OF_DAY = re.compile("[午早晚前后]")  # the words say more than a date can
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")  # a date as a spreadsheet counts it
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


class Fitting:
    """The fields of an event; what a row says of them is spelled as they keep it, or flagged."""

    def __init__(self, fields: Mapping[str, CustomField], dates: DateContext) -> None:
        self._fields, self._dates = fields, dates

    def fitted(self, draft: Draft) -> Draft:
        """Return the draft with values as the fields keep them; what does not fit is flagged."""
        said, flags = dict(draft.custom), []
        for name, text in draft.custom.items():
            own = self._fields.get(fold_for_match(name))
            if name in _ETHNIC and not (own and text in own.choices):
                said[name] = ethnic_group(text)
            if own is None or not text:
                continue
            said[name] = self._spelled(own, said[name])
            for value in _strange(own, said[name]):
                sentence = NO_CHOICE if own.choices else MISFIT
                details = {"value": value, "field": own.label}
                flags.append(Flag(Target.CUSTOM, sentence, details))
        return draft._replace(custom=said, flags=(*draft.flags, *flags))

    def _spelled(self, own: CustomField, text: str) -> str:
        if own.kind is FieldKind.DATE and not _PART_OF_DAY.search(text):
            serial = float(text) if _SERIAL.fullmatch(text) else None
            found = moment_in(self._dates, serial, text)
            return found.date().isoformat() if found else text
        choices = {fold_for_match(choice): choice for choice in own.choices}
        if own.kind is FieldKind.CHOICE:
            return choices.get(fold_for_match(text), text)
        if own.kind is FieldKind.CHOICES:
            return "、".join(choices.get(fold_for_match(part), part) for part in parts_of(text))
        return text


def _strange(own: CustomField, text: str) -> list[str]:
    """Return the parts of a value that its field does not know."""
    if own.kind in {FieldKind.CHOICE, FieldKind.CHOICES} and own.choices:
        parts = parts_of(text) if own.kind is FieldKind.CHOICES else [text]
        return [part for part in parts if part not in own.choices]
    if own.kind is FieldKind.DATE:
        return [] if _ISO.fullmatch(text) else [text]
    typed = own.kind in {FieldKind.NUMBER, FieldKind.YES_NO}
    return [text] if typed and isinstance(own_value(own, text), str) else []
