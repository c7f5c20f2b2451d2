"""Every awkward name goes through file, badge, sheet and list and comes back the same."""

import csv
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from db.store import Store
from summit_desk.domain.names import clean_name
from summit_desk.domain.records import Person
from summit_desk.services.bundle import Services

DATA = Path(__file__).parents[1] / "data" / "rare_and_awkward_names.tsv"
LINES = DATA.read_text(encoding="utf-8").splitlines()[1:]
NAMES = sorted({clean_name(line.split("\t")[0]) for line in LINES})


@pytest.fixture
def registered(register):
    for number, name in enumerate(NAMES):
        register(name, f"示例单位{number}")


def test_the_list_of_names_is_worth_the_name():
    assert len(NAMES) == 48


def test_names_are_the_same_after_reopening(registered, services, store, clock):
    path = store.path
    with Store.open(path, writing=False) as again:
        people = Services(again, clock).store
        with people.view() as view:
            assert sorted(person.name for person in view.all(Person)) == NAMES


def test_every_name_can_be_selected_and_searched_in_the_badges(
    registered, services, event, tmp_path
):
    out = tmp_path / "badges.pdf"
    services.documents.badges(event.id, out)
    pages = [page.extract_text().replace("\n", "") for page in PdfReader(out).pages]
    unspaced = ["".join(page.split()) for page in pages]
    assert len(pages) == len(NAMES)
    lost = [name for name in NAMES if not any("".join(name.split()) in page for page in unspaced)]
    assert lost == []


def test_every_name_is_the_same_in_the_sheet(registered, services, event, tmp_path):
    out = tmp_path / "attendees.xlsx"
    services.documents.attendee_list(event.id, out)
    sheet = openpyxl.load_workbook(out).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(row for row in rows if "Name" in row)
    column = head.index("Name")
    written = [row[column] for row in rows[rows.index(head) + 1 :]]
    assert sorted(name for name in written if name in set(NAMES)) == NAMES


def test_every_name_is_the_same_in_the_csv(registered, services, event, tmp_path):
    out = tmp_path / "attendees.csv"
    services.documents.attendee_list(event.id, out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert sorted(row["Name"] for row in csv.DictReader(file)) == NAMES


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_our_own_list_read_in_again_changes_nothing(registered, services, event, tmp_path, suffix):
    out = tmp_path / f"attendees{suffix}"
    services.documents.attendee_list(event.id, out)
    plan = services.imports.plan(event.id, out)
    assert {verdict: count for verdict, count in plan.counts.items() if count} == {
        "same": len(NAMES)
    }


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_our_own_list_fills_another_file_with_the_same_names(
    registered, services, event, clock, tmp_path, suffix
):
    out = tmp_path / f"attendees{suffix}"
    services.documents.attendee_list(event.id, out)
    with Store.create(tmp_path / "other.summit") as other:
        there = Services(other, clock)
        there.events.create(event)
        there.imports.apply(there.imports.plan(event.id, out))
        with other.view() as view:
            assert sorted(person.name for person in view.all(Person)) == NAMES
