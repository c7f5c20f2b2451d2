"""An own field of the event is a column of its lists, whatever its key."""

from summit_desk.domain.documents.attendee_columns import BY_HAND, COLUMNS
from summit_desk.domain.lists.columns import listed_columns
from summit_desk.domain.lists.spec import ListSpec
from summit_desk.domain.records import CustomField


def test_own_fields_of_the_demo_are_no_columns_of_every_list(filled):
    with filled.store.view() as view:
        keys = {own.key for own in view.all(CustomField)}

    assert keys
    assert keys.isdisjoint({*BY_HAND, *(column.key for column in COLUMNS)})


def test_what_an_own_field_holds_is_in_the_list_of_all_columns(filled):
    with filled.store.view() as view:
        fields = view.all(CustomField)
    titles = [one.sheet.title for one in listed_columns(ListSpec(name="x"), fields)]

    for own in fields:
        assert titles.count(own.label) + titles.count(own.label_other) == 1
