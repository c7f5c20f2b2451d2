"""What makes a forum or a session valid: all problems at once."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from summit_desk.domain.agenda_time import only_instant
from summit_desk.domain.errors import Problem
from summit_desk.domain.errors.agenda import TimeDoubled, TimeSkipped
from summit_desk.domain.records import Forum, Session, SessionPart
from summit_desk.domain.spoken import When
from summit_desk.domain.text_cleaning import clean_line, clean_text
from summit_desk.support.i18n import N_

LONGEST_TITLE = 200
LONGEST_SESSION = 24 * 60  # minutes
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def clean_forum(forum: Forum) -> Forum:
    """Return a forum with its texts cleaned of what pasting brings along."""
    return replace(
        forum,
        name=clean_line(forum.name),
        name_other=clean_line(forum.name_other),
        intro=clean_text(forum.intro),
        intro_other=clean_text(forum.intro_other),
    )


def clean_session(session: Session) -> Session:
    """Return a session with its texts cleaned of what pasting brings along."""
    return replace(
        session,
        title=clean_line(session.title),
        title_other=clean_line(session.title_other),
        abstract=clean_text(session.abstract),
        abstract_other=clean_text(session.abstract_other),
        outline=tuple(line for text in session.outline if (line := clean_line(text))),
    )


def forum_problems(forum: Forum) -> list[Problem]:
    """Return everything wrong with a forum."""
    problems = title_problems("name", forum.name)
    if forum.capacity is not None and forum.capacity < 0:
        problems.append(Problem("capacity", N_("The number of seats can't be negative.")))
    if not _COLOUR.fullmatch(forum.colour):
        problems.append(Problem("colour", N_("A colour is written like #1f5fbf.")))
    return problems


def session_problems(session: Session, parts: Sequence[SessionPart], zone: str) -> list[Problem]:
    """Return everything wrong with a session and those who take part in it."""
    problems = title_problems("title", session.title)
    if not 1 <= session.minutes <= LONGEST_SESSION:
        problems.append(Problem("minutes", N_("A session lasts between 1 minute and 24 hours.")))
    if session.starts_at is not None:
        problems += time_problems("starts_at", session.starts_at, zone)
    return problems + part_problems(parts)


def title_problems(field: str, title: str) -> list[Problem]:
    """Return what is wrong with a title or name."""
    if not title.strip():
        return [Problem(field, N_("A name is needed."))]
    if len(title) > LONGEST_TITLE:
        return [Problem(field, N_("A name can have at most 200 characters."))]
    return []


def time_problems(field: str, wall: datetime, zone: str) -> list[Problem]:
    """Return whether a wall-clock time names no instant, or two."""
    details: dict[str, object] = {"time": When(wall), "zone": zone}
    try:
        only_instant(wall, zone)
    except TimeSkipped:
        sentence = N_("{time} does not exist in {zone}: the clocks are put forward over it.")
        return [Problem(field, sentence, details)]
    except TimeDoubled:
        sentence = N_("{time} happens twice in {zone}: the clocks are put back over it.")
        return [Problem(field, sentence, details)]
    return []


def part_problems(parts: Sequence[SessionPart]) -> list[Problem]:
    """Return what is wrong with those who take part."""
    if any(part.person_id is None and not part.label.strip() for part in parts):
        return [Problem("parts", N_("Everybody who takes part needs a name or a label."))]
    roles = [(part.person_id, part.role) for part in parts if part.person_id is not None]
    if len(set(roles)) < len(roles):
        return [Problem("parts", N_("Somebody is listed twice in the same role."))]
    return []
