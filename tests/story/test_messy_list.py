"""A messy registration list, from the file that arrived to the lists that go out, and back in."""

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from summit_desk.domain.bulk_edits import FieldEdit
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.lists.presets import showing_all
from summit_desk.domain.lists.spec import Showing
from summit_desk.domain.records import Attendee, Event, Person
from summit_desk.domain.registration import Registration, Unit
from summit_desk.domain.seat_blocks import SeatBlock
from tests.db.test_journal import content
from tests.lists.office import OFFICE, converted

LISTS = Path(__file__).parents[1] / "data" / "lists"
MESSY = LISTS / "synthetic_报名汇总表_messy.xlsx"
ANSWERS = LISTS / "synthetic_问卷星导出_选项文本.xlsx"  # of some of the same people
NOW = datetime(2024, 5, 1, tzinfo=UTC)


@pytest.fixture
def empty(store):
    return content(store)


@pytest.fixture
def event(services, empty) -> Event:
    event = Event(
        name="高峰论坛",
        first_day=date(2024, 5, 22),
        last_day=date(2024, 5, 23),
        created_at=datetime(2024, 1, 1, tzinfo=UTC),
    )
    services.events.create(event)
    return event


def counts(plan) -> dict[str, int]:
    return {str(verdict): count for verdict, count in plan.counts.items() if count}


def people(store) -> dict[str, list[Person]]:
    found: dict[str, list[Person]] = {}
    with store.view() as view:
        for person in view.all(Person):
            found.setdefault(person.name, []).append(person)
    return found


def register_again(services, event, person: Person) -> None:
    """Somebody at the desk types in a person who is on the list already, with another e-mail."""
    twin = Person(name=person.name, mobile=person.mobile, email="again@example.org")
    attendee = Attendee(
        event_id=event.id, person_id=twin.id, number="", token="", registered_at=NOW
    )
    services.attendees.register(Registration(attendee, twin, Unit(name="示例云科技有限公司")))


def written(services, event, name: str, path: Path, **how):
    spec = services.lists.preset(event.id, name).spec
    return services.lists.write(event.id, spec, path, language=DocumentLanguage.CHINESE, **how)


def edited(path: Path) -> dict[int, set[str]]:
    """Write two people's cells anew; return the rows with what stands there now."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    head = next(row[0].row for row in sheet.iter_rows() if row[-1].value == "记录标识")
    titles = [cell.value for cell in sheet[head]]
    for row, title, text in ((head + 2, "职务", "副秘书长"), (head + 5, "手机", "13912345678")):
        sheet.cell(row, titles.index(title) + 1).value = text
    book.save(path)
    return {head + 2: {"副秘书长"}, head + 5: {"13912345678"}}


def differences(plan) -> dict[int, set[str]]:
    return {
        row.draft.row: {str(one.after) for one in row.differences}
        for row in plan.rows
        if row.differences
    }


def take_in(store, services, event) -> None:
    """In: the list, then the answers of a form that some of them filled in."""
    plan = services.imports.plan(event.id, MESSY)
    assert counts(plan) == {"new": 13, "duplicate": 1}
    services.imports.apply(plan)
    plan = services.imports.plan(event.id, ANSWERS)
    assert counts(plan) == {"update": 4, "duplicate": 1}
    services.imports.apply(plan)
    assert len(people(store)["李强"]) == len(people(store)["王芳"]) == 2


def clean_up(store, services, event) -> list:
    """One who was typed in again is found and merged, others are kept apart; return the keys."""
    (zhang,) = people(store)["张伟"]
    register_again(services, event, zhang)
    suspects = services.duplicates.people()
    (again,) = (each for each in suspects if each.kept.name == each.other.name)
    services.people.merge(again.kept.id, again.other.id)
    for other in services.duplicates.people():
        services.duplicates.keep_apart(other.kept.id, other.other.id)
    assert services.duplicates.people() == []
    assert len(people(store)["张伟"]) == 1
    with store.view() as view:
        keys = [attendee.id for attendee in view.all(Attendee, event_id=event.id)]
    services.bulk.set_field(keys, FieldEdit("diet", "清真"))
    services.bulk.assign_seats(event.id, keys, SeatBlock(hall="浦江厅", row="1", per_row=5))
    return keys


def send_out(services, event, folder, people_there: int) -> None:
    """Out: badges, a list to read, one to sign, and one for an old program."""
    badges = services.documents.badges(event.id, folder / "badges.pdf", size="90x130")
    assert badges.count == len(PdfReader(badges.path).pages) == people_there
    participants = written(services, event, "参会名单", folder / "participants.xlsx")
    signing = written(services, event, "签到表", folder / "signing.xlsx")
    contacts = written(services, event, "通讯录", folder / "contacts.csv", encoding="gb18030")
    assert {participants.count, signing.count, contacts.count} == {people_there}
    assert any("刘䶮" in finding.text() for finding in contacts.findings)
    with contacts.path.open(encoding="gb18030", newline="") as file:
        assert any("刘䶮" in line for line in csv.reader(file))


def take_back(services, event, folder) -> None:
    """In again: an untouched list changes nothing, an edited one exactly what was edited."""
    spec = showing_all(services.lists.preset(event.id, "全部字段").spec, Showing.WHOLE)
    path = folder / "everything.xlsx"
    services.lists.write(event.id, spec, path, language=DocumentLanguage.CHINESE)
    assert list(counts(services.imports.plan(event.id, path))) == ["same"]
    if OFFICE is not None:  # opened there and saved, twice
        (path,) = converted(converted([path], "ods", folder), "xlsx", folder)
    expected = edited(path)
    plan = services.imports.plan(event.id, path)
    assert differences(plan) == expected
    services.imports.apply(plan)
    assert list(counts(services.imports.plan(event.id, path))) == ["same"]


def test_from_the_list_that_arrived_to_the_lists_that_go_out_and_back(
    store, services, event, empty, tmp_path
):
    take_in(store, services, event)
    keys = clean_up(store, services, event)
    send_out(services, event, tmp_path, len(keys))
    take_back(services, event, tmp_path)

    while services.history.undo():  # nothing was lost on the way
        pass
    assert content(store) == empty
