"""Lists as csv, JSON and business cards."""

import csv
import json
from dataclasses import replace

import pytest
import vobject

from summit_desk.domain.change import Topic
from summit_desk.domain.lists.builtin import CONTACTS, FORUMS, MEALS, PARTICIPANTS, TRANSFERS
from summit_desk.domain.lists.presets import showing_all
from summit_desk.domain.lists.spec import ListSpec, Showing, TitleBlock, Whom, columns_of
from summit_desk.domain.records import Attendee, Person
from summit_desk.services.badge_runs import COMING

NAMES = ListSpec(
    name="Names",
    columns=columns_of("number", "name", "fee", "hotel_from", "arrival_at"),
    titles=TitleBlock(shown=False),
)


def table(path, encoding="utf-8-sig") -> list[list[str]]:
    with path.open(encoding=encoding, newline="") as stream:
        return list(csv.reader(stream))


def rename(filled, name: str, one: Attendee | None = None) -> str:
    with filled.store.unit() as unit:
        one = one or unit.all(Attendee, order=("number",))[0]
        unit.put(replace(unit.get(Person, one.person_id), name=name))
        unit.commit("rename", Topic.PEOPLE)
    return one.number


def said_of(text: str, written) -> list[str]:
    return [one.text() for one in written.findings if text in one.text()]


def test_a_csv_is_one_plain_table_and_says_so(filled):
    written = filled.write(PARTICIPANTS, "list.csv")
    found = table(written.path)

    assert found[0] == ["Name", "Sex", "Organisation", "Department", "Job title", "Category"]
    assert len(found) == written.count + 1
    assert written.findings[-1].text().startswith("This kind of file holds one table")


def test_fees_have_two_decimals_in_a_csv(filled):
    written = filled.write(NAMES, "list.csv")
    title, *rows = table(written.path)
    fees = {row[title.index("Fee (amount)")] for row in rows}

    assert fees <= {"", "0.00", "800.00", "1200.50"}
    assert len(fees) > 1


def test_arrivals_and_departures_are_two_tables_of_one_csv(filled):
    found = table(filled.write(TRANSFERS, "list.csv").path)
    gap = found.index([])

    assert (found[0], found[gap + 1]) == (["Arrivals"], ["Departures"])
    assert found[gap + 2][0] == "Departure: date and time"


@pytest.mark.parametrize("name", ["林𬭎", "Ángel", "李\U00032389"])
def test_old_programs_that_can_not_show_a_name_are_said(filled, name):
    number = rename(filled, name)
    spec = replace(NAMES, wanted=replace(NAMES.wanted, text=number))
    written = filled.write(spec, "list.csv", encoding="gb18030")
    strange = "".join(c for c in name if not c.isascii() and c not in "林李")

    assert table(written.path, "gb18030")[1][1] == name
    assert written.findings[-1].text() == (
        f"{name} ({number}): old programs can't show “{strange}”. Write the list in UTF-8, or "
        "tell whoever reads it."
    )


def test_a_traveller_whom_old_programs_can_not_show_is_named_once(filled):
    with filled.store.view() as view:
        last = max((a for a in view.all(Attendee) if a.arrival_at), key=lambda a: a.arrival_at)
    rename(filled, "李\U00032389", last)
    spec = replace(TRANSFERS, whom=Whom.EVERYBODY)

    (told,) = said_of("\U00032389", filled.write(spec, "l.csv", encoding="gb18030"))
    assert told.startswith(f"李\U00032389 ({last.number}): old programs can't show")


def test_figures_that_old_programs_can_not_show_are_not_said_of_a_person(filled):
    with filled.store.unit() as unit:
        one = next(a for a in unit.all(Attendee, order=("number",)) if a.status in COMING)
        unit.put(replace(one, meals=("晚餐\U00032389",), diet=""))
        unit.commit("eat", Topic.ATTENDEES)
    spec = replace(MEALS, columns=columns_of("name"))

    (told,) = said_of("\U00032389", filled.write(spec, "l.csv", encoding="gb18030"))
    assert told.startswith("In the figures: old programs can't show “\U00032389”.")


def test_a_csv_in_utf8_has_nothing_to_say_about_characters(filled):
    number = rename(filled, "林𬭎")
    spec = replace(NAMES, wanted=replace(NAMES.wanted, text=number))

    assert not [f for f in filled.write(spec, "list.csv").findings if "old programs" in f.text()]


def test_json_has_the_shape_that_is_promised(filled):
    written = filled.write(NAMES, "list.json")
    found = json.loads(written.path.read_text("utf-8"))
    with filled.store.view() as view:
        first = view.all(Attendee, order=("number",))[0]
        person = view.get(Person, first.person_id)

    assert (found["format"], found["version"]) == ("summit-desk-rows", 1)
    (one,) = found["tables"]
    assert [column["key"] for column in one["columns"]] == [
        "number", "name", "fee", "hotel_from", "arrival_at",
    ]  # fmt: skip
    assert len(one["rows"]) == written.count
    assert one["rows"][0] == {
        "number": first.number,
        "name": person.name,
        "fee": first.fee / 100,
        "hotel_from": first.hotel_from and first.hotel_from.isoformat(),
        "arrival_at": first.arrival_at and first.arrival_at.isoformat(timespec="minutes"),
    }


def test_json_of_figures_has_the_titles_as_keys(filled, preset):
    written = filled.write(preset("Figures by organisation"), "list.json")
    units, _kinds = json.loads(written.path.read_text("utf-8"))["tables"]

    assert units["columns"][0]["key"] == "Organisation"
    assert set(units["rows"][0]) == {column["key"] for column in units["columns"]}


def cards(path) -> list:
    return list(vobject.readComponents(path.read_text("utf-8")))


def test_cards_hold_the_numbers_of_those_who_agreed(filled):
    written = filled.write(CONTACTS, "list.vcf")
    found = cards(written.path)
    with filled.store.view() as view:
        people = {one.id: one for one in view.all(Person)}
        agreed = {people[one.person_id].mobile for one in view.all(Attendee) if one.shares_phone}
    shown = {
        line.value
        for card in found
        for line in card.contents.get("tel", ())
        if line.type_param == "CELL"
    }

    assert len(found) == written.count
    assert shown
    assert shown <= agreed


def test_cards_have_no_numbers_unless_they_are_asked_for(filled):
    written = filled.write(PARTICIPANTS, "list.vcf")
    whole = filled.write(showing_all(PARTICIPANTS, Showing.WHOLE), "whole.vcf")

    assert not [card for card in cards(written.path) if "tel" in card.contents]
    assert [card for card in cards(whole.path) if "tel" in card.contents]
    assert written.findings[-1].text() == "Private numbers are not on the cards."


def test_a_chinese_name_has_its_family_name_first(filled):
    number = rename(filled, "欧阳晓琳")
    with filled.store.unit() as unit:
        one = unit.find(Attendee, number=number)
        person = unit.get(Person, one.person_id)
        unit.put(replace(person, family_name="", given_name=""))
        unit.commit("clear", Topic.PEOPLE)
    spec = replace(PARTICIPANTS, wanted=replace(NAMES.wanted, text="欧阳晓琳"))
    card = next(c for c in cards(filled.write(spec, "list.vcf").path))

    assert (card.n.value.family, card.n.value.given) == ("欧阳", "晓琳")
    assert card.fn.value == "欧阳晓琳"


def test_the_forums_are_sheets_in_xlsx_and_one_table_in_csv(filled):
    assert len(filled.sheets(FORUMS)) > 1
    assert table(filled.write(FORUMS, "list.csv").path)[0][0] == "Name"
