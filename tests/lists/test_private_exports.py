"""What leaves the file whole is noted in the history: who, when, what, how many, where."""

from dataclasses import replace

import openpyxl
import pytest

from summit_desk.domain.errors import DeskError
from summit_desk.domain.lists.builtin import CONTACTS, FORUMS, PARTICIPANTS, TRANSFERS
from summit_desk.domain.lists.presets import showing_all
from summit_desk.domain.lists.spec import ListColumn, Showing, columns_of
from summit_desk.domain.records import Attendee
from summit_desk.services.badge_runs import COMING

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


@pytest.mark.parametrize("spec", [TRANSFERS, FORUMS], ids=lambda spec: spec.name)
def test_who_is_in_the_file_is_counted_once_and_nobody_else(filled, spec):
    mobile = ListColumn("mobile", showing=Showing.WHOLE)
    written = filled.write(replace(spec, columns=columns_of("number", "name", mobile)))
    sheets = openpyxl.load_workbook(written.path).worksheets
    numbers = {row[1].value for sheet in sheets for row in sheet.iter_rows() if row[2].value}
    numbers.remove("Registration number")

    assert 0 < len(numbers) < written.count
    assert f"with Mobile: {len(numbers)} people " in newest(filled)


def test_for_how_many_travellers_a_number_is_missing_counts_travellers(filled):
    written = filled.write(TRANSFERS)
    with filled.store.view() as view:
        coming = [one for one in view.all(Attendee) if one.status in COMING]
    silent = [one for one in coming if one.arrival_at and not one.shares_phone]

    (told,) = [one.text() for one in written.findings if "agreed" in one.text()]
    assert told == f"Shown only of those who agreed, so empty for {len(silent)} people: Mobile."


def test_a_list_that_can_not_be_noted_is_not_there(filled, monkeypatch):
    class Refused(DeskError):
        sentence = "no"

    def refuse() -> None:
        raise Refused

    monkeypatch.setattr(filled.store, "unit", refuse)
    with pytest.raises(Refused):
        filled.write(showing_all(PHONES, Showing.WHOLE))
    assert not (filled.folder / "list.xlsx").exists()
