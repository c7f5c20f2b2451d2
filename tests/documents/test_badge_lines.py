"""The line of a badge that holds fields of the event's own."""

from summit_desk.domain.documents.badge_cards import badge_line
from summit_desk.domain.documents.words import Bilingual
from summit_desk.domain.ids import new_id
from summit_desk.domain.records import CustomField, FieldKind

FORUMS = CustomField(event_id=new_id(), key="days", label="日期", kind=FieldKind.CHOICES)


def test_several_choices_are_written_as_each_language_does() -> None:
    told = badge_line([FORUMS], {"days": ["22 May", "23 May"]})

    assert told == Bilingual("22 May、23 May", "22 May, 23 May")
