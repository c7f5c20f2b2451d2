"""What leaves the file whole is noted in the history: who, when, what, how many, where."""

from dataclasses import replace

import pytest

from summit_desk.domain.errors import DeskError
from summit_desk.domain.lists.builtin import CONTACTS, PARTICIPANTS
from summit_desk.domain.lists.presets import showing_all
from summit_desk.domain.lists.spec import ListColumn, Showing, columns_of

PHONES = replace(PARTICIPANTS, columns=columns_of("name", "mobile", "document_number"))


def newest(filled) -> str:
    return filled.services.history.all()[0].text()


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv", "list.json", "list.vcf"])
def test_a_list_with_whole_numbers_is_noted(filled, name):
    written = filled.write(showing_all(PHONES, Showing.WHOLE), name)

    columns = "Mobile; Document number"
    assert newest(filled) == (
        f"Export “List of participants” with {columns}: {written.count} people "
        f"(without a saved filter), file {name}"
    )
    assert filled.services.history.undo_label() == "fill in"


@pytest.mark.parametrize("showing", [Showing.NONE, Showing.MASKED])
def test_a_list_that_gives_nothing_away_is_not_noted(filled, showing):
    before = newest(filled)
    written = filled.write(showing_all(PHONES, showing))

    assert (written.change, newest(filled)) == (None, before)


def test_a_directory_of_who_agreed_is_noted(filled):
    assert filled.write(CONTACTS).change is not None


def test_one_column_can_be_whole_while_the_others_are_not(filled):
    spec = replace(
        PHONES,
        columns=columns_of("name", ListColumn("mobile", showing=Showing.WHOLE), "document_number"),
    )
    filled.write(spec)

    assert "with Mobile: " in newest(filled)


def test_a_list_that_can_not_be_noted_is_not_there(filled, monkeypatch):
    class Refused(DeskError):
        sentence = "no"

    def refuse() -> None:
        raise Refused

    monkeypatch.setattr(filled.store, "unit", refuse)
    with pytest.raises(Refused):
        filled.write(showing_all(PHONES, Showing.WHOLE))
    assert not (filled.folder / "list.xlsx").exists()
