"""Documents of the demo summit: badges, lists, agenda, trip; the log of prints; refusals."""

import csv
from dataclasses import replace

import openpyxl
import pytest
from pypdf import PdfReader

from summit_desk.domain.attendee_lists import AttendeeFilter
from summit_desk.domain.badge_codes import parse
from summit_desk.domain.change import Topic
from summit_desk.domain.documents.choices import Chosen
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.errors import Missing
from summit_desk.domain.errors.documents import (
    CharacterNotInAnyFont,
    NobodyChosen,
    NothingToWrite,
)
from summit_desk.domain.ids import new_id
from summit_desk.domain.records import (
    Attendee,
    AttendeeStatus,
    Badge,
    Category,
    Event,
    Leg,
    Person,
    Session,
)
from tests.exports.making import codes_in, text_of

UNKNOWN = "\U000a0001"


def coming(summit) -> list[Attendee]:
    with summit.store.view() as view:
        people = view.all(Attendee, order=("number",))
    away = set(AttendeeStatus) - {AttendeeStatus.CONFIRMED, AttendeeStatus.UNCONFIRMED}
    return [one for one in people if one.status not in away]


def rename(summit, attendee: Attendee, name: str) -> None:
    with summit.store.unit() as unit:
        unit.put(replace(unit.get(Person, attendee.person_id), name=name))
        unit.commit("rename", Topic.PEOPLE)


def badges_of(summit) -> list[Badge]:
    with summit.store.view() as view:
        return view.all(Badge, order=("id",))


def test_whoever_comes_gets_a_badge(summit, tmp_path):
    written = summit.documents.badges(summit.event.id, tmp_path / "badges.pdf")

    assert written.count == len(coming(summit))
    assert len(PdfReader(written.path).pages) == written.count


def test_the_code_on_the_badge_belongs_to_the_attendee(summit, tmp_path, qapp):
    (first, *_others) = coming(summit)
    chosen = Chosen(keys=[first.id])
    written = summit.documents.badges(summit.event.id, tmp_path / "one.pdf", chosen=chosen)

    code = parse(codes_in(written.path)[0])
    assert (code.token, code.serial, code.intact) == (first.token, first.serial, True)


def test_only_a_category_is_printed_when_asked(summit, tmp_path):
    with summit.store.view() as view:
        category = view.all(Category)[0]
    wanted = AttendeeFilter(categories=frozenset({category.id}))
    written = summit.documents.badges(
        summit.event.id, tmp_path / "guests.pdf", chosen=Chosen(wanted=wanted)
    )

    assert written.count == sum(one.category_id == category.id for one in coming(summit))


def test_prints_are_logged_and_the_log_can_be_undone(summit, tmp_path):
    summit.documents.badges(summit.event.id, tmp_path / "badges.pdf")
    logged = badges_of(summit)
    summit.services.history.undo()

    assert {badge.template for badge in logged} == {"a6"}
    assert len(logged) == len(coming(summit))
    assert badges_of(summit) == []


def test_not_printed_yet_leaves_out_whoever_has_the_present_badge(summit, tmp_path):
    (first, second, *others) = coming(summit)
    for path, keys in (("1.pdf", [first.id]), ("2.pdf", [second.id])):
        chosen = Chosen(keys=keys)
        summit.documents.badges(summit.event.id, tmp_path / path, chosen=chosen)
    with summit.store.unit() as unit:
        unit.put(replace(unit.get(Attendee, second.id), serial=second.serial + 1))
        unit.commit("reprint", Topic.ATTENDEES)

    count = summit.documents.count_badges(summit.event.id, Chosen(unprinted=True))
    assert count == len(others) + 1


def test_a_second_print_is_marked_as_a_reprint(summit, tmp_path):
    chosen = Chosen(keys=[coming(summit)[0].id])
    for name in ("1.pdf", "2.pdf"):
        summit.documents.badges(summit.event.id, tmp_path / name, chosen=chosen)

    assert [badge.reprint for badge in badges_of(summit)] == [False, True]


def test_nobody_chosen_is_said_in_words(summit, tmp_path):
    nobody = Chosen(wanted=AttendeeFilter(text="没有这个人"))

    with pytest.raises(NobodyChosen):
        summit.documents.badges(summit.event.id, tmp_path / "none.pdf", chosen=nobody)


def test_a_character_without_a_font_stops_the_run_before_anything_is_written(summit, tmp_path):
    rename(summit, coming(summit)[5], "李" + UNKNOWN)

    with pytest.raises(CharacterNotInAnyFont, match="U\\+A0001"):
        summit.documents.badges(summit.event.id, tmp_path / "badges.pdf")
    assert list(tmp_path.glob("badges*")) == []
    assert badges_of(summit) == []


def test_whoever_can_not_be_printed_may_be_left_out(summit, tmp_path):
    rename(summit, coming(summit)[5], "李" + UNKNOWN)
    chosen = Chosen(leave_out_unprintable=True)
    written = summit.documents.badges(summit.event.id, tmp_path / "badges.pdf", chosen=chosen)

    assert written.count == len(coming(summit)) - 1


def test_the_check_counts_and_names_what_stops(summit):
    rename(summit, coming(summit)[5], "李" + UNKNOWN)
    check = summit.documents.check_badges(summit.event.id)

    assert check.count == len(coming(summit))
    assert [finding.subject for finding in check.blocking()] == ["李" + UNKNOWN]


def test_a_preview_shows_the_badge_of_one_person(summit, tmp_path):
    (first, *_others) = coming(summit)
    content = summit.documents.badge_preview(first.id)
    (tmp_path / "one.pdf").write_bytes(content)

    assert first.number in text_of(tmp_path / "one.pdf")
    assert badges_of(summit) == []


def test_a_preview_of_somebody_who_is_gone_says_so(summit):
    with pytest.raises(Missing):
        summit.documents.badge_preview(new_id())


@pytest.mark.parametrize("language", list(DocumentLanguage))
def test_the_agenda_names_every_scheduled_session(summit, tmp_path, language):
    written = summit.documents.agenda(summit.event.id, tmp_path / "agenda.pdf", language=language)
    with summit.store.view() as view:
        sessions = [s for s in view.all(Session) if s.starts_at and s.status != "cancelled"]

    assert written.count == len(sessions)
    text = "".join(text_of(written.path).split())
    is_english = language is DocumentLanguage.ENGLISH
    titles = [(s.title_other if is_english else "") or s.title for s in sessions]
    assert [title for title in titles if "".join(title.split()) not in text] == []


def test_an_empty_agenda_is_refused(store, clock, tmp_path):
    from summit_desk.services.documents import DocumentService

    event = Event(name="空", first_day=clock().date(), last_day=clock().date(), created_at=clock())
    with store.unit() as unit:
        unit.put(event)
        unit.commit("new", Topic.EVENT)

    with pytest.raises(NothingToWrite):
        DocumentService(store, clock).agenda(event.id, tmp_path / "agenda.pdf")


def test_the_list_has_one_row_per_attendee(summit, tmp_path):
    written = summit.documents.attendee_list(summit.event.id, tmp_path / "list.xlsx")
    sheet = openpyxl.load_workbook(written.path).active
    names = {cell.value for cell in sheet["B"][1:]}

    with summit.store.view() as view:
        people = {p.id: p.name for p in view.all(Person)}
        attendees = view.all(Attendee, order=("number",))
    assert written.count == len(attendees) == sheet.max_row - 1
    assert names == {people[one.person_id] for one in attendees}


def test_the_list_leaves_document_numbers_out_unless_they_are_chosen(summit, tmp_path):
    open_list, private = tmp_path / "open.csv", tmp_path / "private.csv"
    summit.documents.attendee_list(summit.event.id, open_list)
    summit.documents.attendee_list(
        summit.event.id, private, columns=["number", "name", "document_number"]
    )

    heads = []
    for path in (open_list, private):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            heads.append(next(csv.reader(stream)))
    assert "Document number" not in heads[0]
    assert heads[1] == ["Registration number", "Name", "Document number"]


def test_the_list_speaks_the_language_that_is_asked_for(summit, tmp_path):
    summit.documents.attendee_list(
        summit.event.id, tmp_path / "list.xlsx", columns=["name"], language=DocumentLanguage.CHINESE
    )

    assert openpyxl.load_workbook(tmp_path / "list.xlsx").active["A1"].value == "姓名"


def test_the_trip_book_is_written_in_every_language(summit, tmp_path):
    for language in DocumentLanguage:
        path = tmp_path / f"{language}.pdf"
        summit.documents.trip_book(summit.trip_id, path, language=language)

        assert "12308" in text_of(path)


def test_the_calendar_has_an_event_for_every_leg(summit, tmp_path):
    written = summit.documents.trip_calendar(summit.trip_id, tmp_path / "trip.ics")
    with summit.store.view() as view:
        legs = view.count(Leg, trip_id=summit.trip_id)

    assert (tmp_path / "trip.ics").read_bytes().count(b"BEGIN:VEVENT") == written.count == legs


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv"])
@pytest.mark.parametrize("language", [DocumentLanguage.CHINESE, DocumentLanguage.ENGLISH])
def test_a_list_that_was_written_changes_nothing_when_it_is_read_again(
    summit, tmp_path, name, language
):
    written = summit.documents.attendee_list(summit.event.id, tmp_path / name, language=language)
    plan = summit.services.imports.plan(summit.event.id, written.path)

    counts = {str(verdict): count for verdict, count in plan.counts.items() if count}
    assert counts == {"same": written.count}
