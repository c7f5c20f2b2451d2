"""Every change can be taken back exactly, done again exactly, and is told in the history."""

import tempfile
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel

from db.store import Store
from summit_desk.domain.change import Topic
from summit_desk.domain.errors import InUse, Missing, MovedOn, StillNeeded
from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    Category,
    ChangeKind,
    CheckPoint,
    Event,
    Forum,
    ForumKind,
    Organisation,
    Person,
    Picture,
    Position,
    Room,
    Scan,
)
from summit_desk.services.history import HistoryService

NOW = datetime(2024, 5, 22, 1, 0, tzinfo=UTC)
JOURNAL = {"changeset", "row_image"}


def content(store):
    """Every row of every table but the journal's own."""
    with store.view() as view:
        return {
            table.name: sorted(
                view.connection.execute(sa.select(table)).all(), key=lambda row: str(row[0])
            )
            for table in SQLModel.metadata.sorted_tables
            if table.name not in JOURNAL
        }


def save(store, *records):
    with store.unit() as unit:
        unit.put_all(records)
        return unit.commit("Save {n}", Topic.EVENT, n=str(len(records)))


def remove(store, kind, key):
    with store.unit() as unit:
        unit.remove(kind, key)
        return unit.commit("Remove", Topic.EVENT)


@pytest.fixture
def history(store):
    return HistoryService(store, lambda: NOW)


@pytest.fixture
def event():
    return Event(
        name="峰会", first_day=date(2024, 5, 22), last_day=date(2024, 5, 23), created_at=NOW
    )


def a_registration(event, number=1, **values):
    person = Person(name=f"张{number}")
    attendee = Attendee(
        event_id=event.id,
        person_id=person.id,
        number=f"{number:04}",
        token=f"{number:010}",
        registered_at=NOW,
        **values,
    )
    return person, attendee


def a_scan(event, point, attendee):
    return Scan(
        event_id=event.id,
        point_id=point.id,
        attendee_id=attendee.id,
        code="x",
        verdict="OK_IN",
        station="1",
        operator="",
        at=NOW,
        sequence=1,
        version="0",
    )


def test_what_was_not_committed_never_was(store, event):
    with store.unit() as unit:
        unit.put(event)
    assert content(store)["event"] == []


def test_an_unchanged_record_makes_no_history(store, event, history):
    save(store, event)
    save(store, event)
    assert len(history.all()) == 1


def test_history_tells_each_field_before_and_after(store, event, history):
    save(store, event)
    from dataclasses import replace

    save(store, replace(event, city="上海"))
    changes = history.of(event.id)[0].changes
    assert [(item.field, item.before, item.after) for item in changes] == [("city", "", "上海")]


def test_removing_takes_what_hangs_on_it_and_undo_brings_all_of_it_back(store, event, history):
    room, forum = Room(event_id=event.id, name="浦江厅"), Forum(event_id=event.id, name="数据")
    category = Category(event_id=event.id, name="嘉宾")
    person, attendee = a_registration(event, category_id=category.id)
    chosen = AttendeeForum(attendee_id=attendee.id, forum_id=forum.id)
    save(store, event, room, forum, category, person, attendee, chosen)
    before = content(store)
    remove(store, Event, event.id)
    assert [name for name, rows in content(store).items() if rows] == ["person"]
    history.undo()
    assert content(store) == before


def test_removing_clears_links_that_may_be_empty_and_undo_joins_them_again(store, event, history):
    room = Room(event_id=event.id, name="浦江厅")
    forum = Forum(event_id=event.id, name="数据", room_id=room.id)
    save(store, event, room, forum)
    before = content(store)
    remove(store, Room, room.id)
    with store.view() as view:
        assert view.get(Forum, forum.id).room_id is None
    history.undo()
    assert content(store) == before


def test_scanned_people_are_not_removed(store, event):
    person, attendee = a_registration(event)
    point = CheckPoint(event_id=event.id, name="入口")
    scan = a_scan(event, point, attendee)
    save(store, event, person, attendee, point)
    with store.unit() as unit:
        unit.log([scan])
        unit.commit("", Topic.CHECK_IN)
    before = content(store)
    with pytest.raises(InUse):
        remove(store, Person, person.id)
    assert content(store) == before


def test_a_person_who_was_scanned_since_is_not_undone_away(store, event, history):
    save(store, event)
    point = CheckPoint(event_id=event.id, name="入口")
    person, attendee = a_registration(event)
    save(store, point)
    save(store, person, attendee)
    with store.unit() as unit:
        unit.log([a_scan(event, point, attendee)])
        unit.commit("", Topic.CHECK_IN)
    before = content(store)
    with pytest.raises(StillNeeded):
        history.undo()
    assert content(store) == before


def test_removing_what_is_gone_is_a_sentence(store, event):
    save(store, event)
    remove(store, Event, event.id)
    with pytest.raises(Missing):
        remove(store, Event, event.id)


def test_redo_ends_when_something_else_is_done(store, event, history):
    save(store, event)
    history.undo()
    assert history.redo_label() == "Save 1"
    save(store, Person(name="张伟"))
    assert history.redo_label() is None
    assert history.redo() is None


def test_undo_of_one_change_in_the_past_refuses_when_its_rows_moved_on(store, event, history):
    from dataclasses import replace

    first = save(store, event)
    save(store, replace(event, city="上海"))
    before = content(store)
    with pytest.raises(MovedOn):
        history.undo_changeset(first.changeset)
    assert content(store) == before


def test_taking_an_undo_back_does_the_change_again(store, event, history):
    save(store, event)
    after = content(store)
    history.undo()
    history.undo_changeset(history.all()[0].id)
    assert content(store) == after
    assert history.undo_label() == "Save 1"


def test_a_change_is_not_taken_back_twice(store, event, history):
    done = save(store, event)
    history.undo()
    with pytest.raises(MovedOn):
        history.undo_changeset(done.changeset)


def test_what_was_taken_back_last_is_done_again_first(store, event, history):
    first, second, third = (Person(name=name) for name in "甲乙丙")
    changes = [save(store, person) for person in (first, second, third)]
    history.undo_changeset(changes[0].changeset)
    history.undo()
    history.redo()
    with store.view() as view:
        assert [person.name for person in view.all(Person)] == ["乙", "丙"]


def test_history_tells_choices_and_links_in_words(store, event, history):
    from dataclasses import replace

    room, forum = Room(event_id=event.id, name="浦江厅"), Forum(event_id=event.id, name="数据")
    save(store, event, room, forum)
    save(store, replace(forum, room_id=room.id, kind=ForumKind.MAIN))
    changes = history.of(forum.id)[0].changes
    assert [(item.field, item.before, item.after) for item in changes] == [
        ("kind", "Parallel forum", "Main forum"),
        ("room_id", None, "浦江厅"),
    ]


def test_undo_and_redo_are_told_in_the_history(store, event, history):
    save(store, event)
    history.undo()
    history.redo()
    assert [(entry.kind, entry.text()) for entry in history.all()] == [
        (ChangeKind.REDO, "Redo: Save 1"),
        (ChangeKind.UNDO, "Undo: Save 1"),
        (ChangeKind.DO, "Save 1"),
    ]


def test_a_row_that_changed_twice_in_one_step_is_undone_and_done_again(store, event, history):
    from dataclasses import replace

    save(store, event)
    before = content(store)
    with store.unit() as unit:
        unit.put(replace(event, city="上海"))
        unit.put(replace(event, city="北京"))
        unit.commit("Move", Topic.EVENT)
    after = content(store)

    history.undo()
    undone = content(store)
    history.redo()

    assert (undone, content(store)) == (before, after)


def test_a_picture_survives_undo_byte_by_byte(store, history):
    picture = Picture(mime="image/png", data=bytes(range(256)))
    person = Person(name="张伟", portrait_id=picture.id)
    save(store, picture, person)
    before = content(store)
    remove(store, Picture, picture.id)
    history.undo()
    assert content(store) == before


@contextmanager
def a_store():
    with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "a.summit") as store:
        yield store


TEXT = st.text(max_size=20)
STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "edit", "remove", "undo", "redo"]), st.integers(0, 30), TEXT),
    max_size=25,
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_any_changes_undone_are_the_start_and_redone_the_end(steps):
    with a_store() as store:
        history = HistoryService(store, lambda: NOW)
        start = content(store)
        for step in steps:
            take(store, history, *step)
        while history.redo():  # what was undone by hand at the end
            pass
        end = content(store)
        while history.undo():
            pass
        assert content(store) == start
        while history.redo():
            pass
        assert content(store) == end


def take(store, history, verb, number, text):
    """One random step on a small tree of records."""
    with store.view() as view:
        organisations, people = view.all(Organisation), view.all(Person)
    if verb == "undo":
        history.undo()
    elif verb == "redo":
        history.redo()
    elif verb == "add" or not people:
        organisation, person = Organisation(full_name=text), Person(name=text)
        at = Position(person_id=person.id, organisation_id=organisation.id, title=text)
        save(store, organisation, person, at)
    elif verb == "edit":
        from dataclasses import replace

        save(store, replace(people[number % len(people)], name=text, notes=text))
    elif number % 2 and organisations:
        remove(store, Organisation, organisations[number % len(organisations)].id)
    else:
        remove(store, Person, people[number % len(people)].id)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_undo_then_redo_changes_nothing(steps):
    with a_store() as store:
        history = HistoryService(store, lambda: NOW)
        for step in steps:
            take(store, history, *step)
        before = content(store)
        if history.undo():
            history.redo()
        assert content(store) == before
