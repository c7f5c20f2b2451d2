"""Every stored thing and each of its fields has a word for the history."""

from dataclasses import fields

import pytest
from sqlmodel import SQLModel

from db.convert import table_of
from db.queries.history import choices_of
from summit_desk.domain.choice_words import WORDS as WORDS_OF_CHOICES
from summit_desk.domain.field_words import field_word
from summit_desk.domain.thing_words import WORDS
from tests.db.test_schema import KINDS

LOGS = {"changeset", "row_image", "scan"}  # histories themselves: never told in the history


def test_every_table_has_a_word():
    assert set(SQLModel.metadata.tables) == set(WORDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_journalled_field_has_a_word(kind):
    if table_of(kind).name not in LOGS:
        assert all(field_word(field.name) for field in fields(kind) if field.name != "id")


def test_every_stored_choice_has_a_word():
    for table in SQLModel.metadata.sorted_tables:
        if table.name in LOGS:
            continue
        for column in table.c:
            choices = choices_of(table.name, column.name)
            if choices:
                assert set(WORDS_OF_CHOICES[choices]) == {str(choice) for choice in choices}
