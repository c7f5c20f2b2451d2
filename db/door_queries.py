"""What the door asks of the file, as statements that are compiled once."""

from sqlalchemy import bindparam, func, not_, select

from db.convert import table_of
from summit_desk.domain.records import (
    Attendee,
    AttendeeCode,
    AttendeeForum,
    Badge,
    Changeset,
    ForumPlace,
    Organisation,
    Person,
    Position,
    RowImage,
    Scan,
)

_attendee, _person = table_of(Attendee).c, table_of(Person).c
_position, _organisation = table_of(Position).c, table_of(Organisation).c
_forum, _scan = table_of(AttendeeForum).c, table_of(Scan).c
_code, _badge = table_of(AttendeeCode).c, table_of(Badge).c
_image, _changeset = table_of(RowImage).c, table_of(Changeset).c

# No LIMIT and no ORDER BY: with a bound LIMIT SQLite plans anew each time, and sorting the one
# or two positions of a person is quicker here.
_GUEST = (
    select(
        _attendee.id,
        _attendee.number,
        _person.name,
        _person.other_name,
        _organisation.full_name,
        _organisation.name_other,
        _position.title,
        _position.title_other,
        _attendee.category_id,
        _attendee.seat,
        _attendee.door_note,
        _attendee.status,
        _attendee.valid_serial,
        _attendee.tags,
        _attendee.fee_status,
        _position.position,
        _person.portrait_id,
    )
    .select_from(table_of(Attendee))
    .join(table_of(Person), _person.id == _attendee.person_id)
    .outerjoin(table_of(Position), _position.person_id == _attendee.person_id)
    .outerjoin(table_of(Organisation), _organisation.id == _position.organisation_id)
)
BY_TOKEN = _GUEST.where(
    _attendee.event_id == bindparam("event_id"), _attendee.token == bindparam("token")
)
BY_KEY = _GUEST.where(_attendee.id == bindparam("attendee_id"))
# What badges of merged registrations and of other systems say; asked only for a code that no
# attendee has. The last column is what is kept of the code.
_coded = _GUEST.add_columns(_code.code).join(
    table_of(AttendeeCode), _code.attendee_id == _attendee.id
)
BY_MERGED = _coded.where(
    _code.event_id == bindparam("event_id"),
    _code.code >= bindparam("token"),
    _code.code <= bindparam("last"),
    _code.own,
)
BY_FOREIGN = _coded.where(
    _code.event_id == bindparam("event_id"), _code.code == bindparam("code"), not_(_code.own)
)
SEEN = select(
    *(_scan.id, _scan.verdict, _scan.at, _scan.station, _scan.operator, _scan.sequence),
    *(_scan.annuls, _scan.reason),
).where(_scan.attendee_id == bindparam("attendee_id"), _scan.point_id == bindparam("point_id"))
FORUMS = select(_forum.forum_id).where(
    _forum.attendee_id == bindparam("attendee_id"), _forum.place == ForumPlace.REGISTERED
)
ANSWERS = select(_attendee.custom).where(_attendee.id == bindparam("attendee_id"))
LAST = select(func.max(_scan.sequence)).where(_scan.station == bindparam("station"))
# What explains a refusal, asked once that is on disk.
CHANGED = (
    select(_image.row_id, _image.after, _changeset.actor, _changeset.at)
    .join(table_of(Changeset), _changeset.id == _image.changeset_id)
    .where(_image.table == "attendee")
    .order_by(_changeset.sequence.desc())
)
CHANGES = CHANGED.where(_image.row_id == bindparam("attendee_id"))
PRINTED = select(func.max(_badge.printed_at)).where(
    _badge.attendee_id == bindparam("attendee_id"), _badge.serial == bindparam("serial")
)
WAITING = select(_forum.attendee_id).where(
    _forum.forum_id == bindparam("forum_id"), _forum.place == ForumPlace.WAITING
)
