"""Agenda sheets come in to exactly what they hold, and once more change nothing."""

from collections import Counter
from datetime import datetime

import pytest

from summit_desk.domain.records import (
    Forum,
    Organisation,
    Person,
    Room,
    Session,
    SessionKind,
    SessionPart,
    Speaker,
)

CHINA = ("2021-10-16", "2021-10-17")
BRITAIN = ("2015-09-18", "2015-09-21")
TAIWAN = ("2023-07-29", "2023-07-30")
# file: days, rows, sessions, rooms, forums, sessions with somebody, people
SHEETS = {
    "pyconuk2015_schedule.csv": (BRITAIN, 162, 162, 11, 0, 0, 0),
    "pyconuk2015_summary.csv": (BRITAIN, 162, 162, 11, 0, 72, 68),
    "derived_pyconchina2021_agenda_gb18030.csv": (CHINA, 26, 26, 3, 0, 19, 18),
    "derived_pyconchina2021_agenda_merged.xlsx": (CHINA, 26, 26, 3, 0, 19, 18),
    "derived_coscup2023_sessions_big5.csv": (TAIWAN, 414, 352, 26, 39, 340, 324),
}


def counted(plan) -> dict[str, int]:
    return {verdict.value: count for verdict, count in plan.counts.items() if count}


def held(store, kind: type) -> list:
    with store.view() as view:
        return view.all(kind)


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_comes_in_to_what_it_holds_once_and_undo_leaves_nothing(
    name, store, sessions, services, event, lists
) -> None:
    days, rows, count, rooms, forums, with_guests, people = SHEETS[name]
    event_id = event(*days)

    plan = sessions.plan(event_id, lists / name)
    sessions.apply(plan)

    assert (plan.rows, counted(plan)) == (rows, {"new": count})
    found = (Session, Room, Forum, Person, Speaker)
    assert [len(held(store, kind)) for kind in found] == [count, rooms, forums, people, people]
    assert len({part.session_id for part in held(store, SessionPart)}) == with_guests

    before = services.history.all()
    again = sessions.plan(event_id, lists / name)
    sessions.apply(again)
    assert (counted(again), again.rooms, again.forums) == ({"same": count}, (), ())
    assert services.history.all() == before

    services.history.undo()
    kinds = (*found, SessionPart, Organisation)
    assert [len(held(store, kind)) for kind in kinds] == [0] * len(kinds)


def test_dates_without_a_year_are_those_of_the_event(store, sessions, event, lists) -> None:
    name = "derived_pyconchina2021_agenda_gb18030.csv"

    sessions.apply(sessions.plan(event(*CHINA), lists / name))

    days = Counter(session.starts_at.date().isoformat() for session in held(store, Session))
    assert days == {"2021-10-16": 21, "2021-10-17": 5}


def test_three_talks_may_share_a_slot_of_a_room(store, sessions, event, lists) -> None:
    name = "derived_pyconchina2021_agenda_gb18030.csv"
    sessions.apply(sessions.plan(event(*CHINA), lists / name))

    (room,) = (room for room in held(store, Room) if room.name == "分会场A")
    slot = [
        (session.title, session.minutes)
        for session in held(store, Session)
        if session.room_id == room.id and session.starts_at == datetime(2021, 10, 16, 16, 15)
    ]
    assert slot == [
        ("用 PyParsing/PEG 设计自己的计算语言", 45),
        ("AI 结对编程", 45),
        ("Python 助你快速上手 Apache APISIX 开发", 45),
    ]


def test_the_sheet_with_bands_says_the_same_as_the_flat_one(store, sessions, event, lists) -> None:
    event_id = event(*CHINA)
    sessions.apply(sessions.plan(event_id, lists / "derived_pyconchina2021_agenda_gb18030.csv"))

    other = sessions.plan(event_id, lists / "derived_pyconchina2021_agenda_merged.xlsx")

    assert counted(other) == {"same": 26}


def test_a_tick_or_a_note_makes_a_keynote(store, sessions, event, lists) -> None:
    for name in list(SHEETS)[2:4]:
        sessions.apply(sessions.plan(event(*CHINA), lists / name))

    kinds = Counter(session.kind for session in held(store, Session))
    assert kinds == {SessionKind.KEYNOTE: 28, SessionKind.TALK: 18, SessionKind.BREAK: 6}


def test_a_row_per_speaker_makes_one_session_with_all_of_them(
    store, sessions, event, lists
) -> None:
    name = "derived_coscup2023_sessions_big5.csv"
    plan = sessions.plan(event(*TAIWAN), lists / name)

    welcome = plan.lines[0].draft

    assert [guest.text for guest in welcome.guests] == ["COSCUP Team", "Tzu Yin Hong"]
    assert sum(len(line.draft.guests) for line in plan.lines) == 402


def test_a_name_with_lost_characters_is_kept_but_made_nobody(store, sessions, event, lists) -> None:
    plan = sessions.plan(event(*TAIWAN), lists / "derived_coscup2023_sessions_big5.csv")
    sessions.apply(plan)

    labels = {part.label for part in held(store, SessionPart) if part.label}
    assert {"??", "高洪?", "?思康"} <= labels
    assert not [person for person in held(store, Person) if "?" in person.name]
    remarks = [str(remark) for line in plan.lines for remark in line.remarks]
    assert "“高洪?” has lost characters that its encoding could not hold." in remarks
