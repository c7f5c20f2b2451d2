"""What each field of a badge says for one person, in the languages of the badge."""

from summit_desk.domain.documents.badges import BadgeCard, BadgeEvent, BadgeField
from summit_desk.domain.documents.words import Bilingual, DocumentLanguage
from summit_desk.domain.names import has_han


def field_text(
    field: BadgeField, card: BadgeCard, event: BadgeEvent, language: DocumentLanguage
) -> Bilingual:
    """Return what a field of a template says for one person."""
    if field is BadgeField.NAME:
        return Bilingual(_first_name(card.name, language))
    if field is BadgeField.NAME_OTHER:
        return Bilingual(_other_name(card.name, language))
    return {
        BadgeField.EVENT: event.title,
        BadgeField.EVENT_LINE: event.line,
        BadgeField.ORGANISATION: card.organisation,
        BadgeField.TITLE: card.title,
        BadgeField.CATEGORY: card.category,
        BadgeField.NUMBER: Bilingual(card.number),
        BadgeField.SEAT: Bilingual(card.seat),
        BadgeField.EXTRA: card.extra,
    }[field]


def _first_name(name: Bilingual, language: DocumentLanguage) -> str:
    """Return the name to be read from afar: a German's on an English badge is the German one."""
    is_foreign = bool(name.chinese) and not has_han(name.chinese)
    return name.chinese if is_foreign else name.first(language)


def _other_name(name: Bilingual, language: DocumentLanguage) -> str:
    shown = _first_name(name, language)
    return next((one for one in (name.chinese, name.other) if one and one != shown), "")
