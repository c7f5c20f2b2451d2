"""Undo after each use case of agenda and speakers restores the exact rows; redo does it again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summit_desk.domain.errors import DeskError
from summit_desk.domain.records import (
    Forum,
    Material,
    MaterialKind,
    Organisation,
    Person,
    Picture,
    Position,
    Room,
    Session,
    SessionPart,
    Speaker,
    SpeakerStatus,
)
from summit_desk.domain.registration import Unit
from tests.agenda.agendas import DATA, EVENT, HALL, LI, MAIN, SIDE, YAN, part
from tests.agenda.conftest import OPENING, REPORT, TALK, WAITING

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.store import Store
    from summit_desk.services.bundle import Services

KINDS = (
    Forum, Material, Organisation, Person, Picture, Position, Room, Session, SessionPart, Speaker,
)  # fmt: skip
PNG = b"\x89PNG\r\n\x1a\n"


def rows(store: Store) -> dict[str, list[object]]:
    with store.view() as view:
        return {kind.__name__: view.all(kind, order=("id",)) for kind in KINDS}


def engage(services: Services, whom: Person, **more: object) -> Speaker:
    draft = services.speakers.draft(EVENT.id, whom.id)
    services.speakers.save(replace(draft, **more))
    return draft.speaker


@pytest.fixture
def full(planned: Store, services: Services) -> Services:
    for session in (OPENING, REPORT, TALK, WAITING):
        services.agenda.save_session(session, [part(session, YAN)])
    engage(services, YAN)
    return services


def engaged(services: Services) -> Speaker:
    return services.speakers.speakers(EVENT.id).rows[0].speaker


USE_CASES: dict[str, Callable[[Services], object]] = {
    "add a forum": lambda s: s.agenda.save_forum(Forum(event_id=EVENT.id, name="新")),
    "edit a forum": lambda s: s.agenda.save_forum(replace(DATA, name="数据", capacity=3)),
    "delete a forum": lambda s: s.agenda.remove_forum(DATA.id),
    "order forums": lambda s: s.agenda.order_forums([DATA.id, MAIN.id]),
    "order rooms": lambda s: s.agenda.order_rooms([SIDE.id, HALL.id]),
    "edit a session": lambda s: s.agenda.save_session(
        replace(TALK, title="改", outline=("一", "二")), [part(TALK, LI)]
    ),
    "delete sessions": lambda s: s.agenda.remove_sessions([TALK.id, REPORT.id]),
    "move": lambda s: s.agenda.move(
        TALK.id, starts_at=OPENING.starts_at, room_id=HALL.id, minutes=5
    ),
    "into the tray": lambda s: s.agenda.move(TALK.id, starts_at=None, room_id=None, minutes=60),
    "next free slot": lambda s: s.agenda.move_to_free(TALK.id),
    "duplicate": lambda s: s.agenda.duplicate(TALK.id),
    "copy to rooms": lambda s: s.agenda.copy_to_rooms(TALK.id, [HALL.id]),
    "swap": lambda s: s.agenda.swap(OPENING.id, TALK.id),
    "engage": lambda s: engage(s, LI, unit=Unit(name="东土科技", title="董事长"), portrait=PNG),
    "edit a speaker": lambda s: engage(
        s, YAN, person=replace(YAN, biography="会长"), asked=(MaterialKind.CONSENT,)
    ),
    "answer": lambda s: s.speakers.set_status([engaged(s).id], SpeakerStatus.CONFIRMED),
    "tick": lambda s: s.speakers.receive(engaged(s).id, MaterialKind.SLIDES, received=True),
    "end an engagement": lambda s: s.speakers.remove([engaged(s).id]),
}


@pytest.mark.parametrize("name", USE_CASES)
def test_undo_restores_the_exact_rows_and_redo_does_it_again(
    full: Services, planned: Store, name: str
) -> None:
    before = rows(planned)
    USE_CASES[name](full)
    after = rows(planned)
    assert after != before
    full.history.undo()
    assert rows(planned) == before
    full.history.redo()
    assert rows(planned) == after


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # every example ends as it began
)
@given(st.lists(st.sampled_from(sorted(USE_CASES)), max_size=6))
def test_any_sequence_of_changes_can_be_undone_to_the_start(
    full: Services, planned: Store, names: list[str]
) -> None:
    before = rows(planned)
    done = [change for name in names if (change := attempt(full, name))]
    for _change in done:
        full.history.undo()
    assert rows(planned) == before


def attempt(services: Services, name: str) -> bool:
    """Tell whether a use case changed anything; one that is refused must change nothing."""
    steps = len(services.history.all())
    try:
        USE_CASES[name](services)
    except (DeskError, IndexError):  # its session, forum or speaker was deleted before
        assert len(services.history.all()) == steps
    return len(services.history.all()) > steps
