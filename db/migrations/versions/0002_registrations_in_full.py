"""Registrations in full, saved filters, codes; what a check-in point asks, shows and prints."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

Column = sa.Column[object]

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TEXT: Sequence[str] = (
    "payment_method", "hotel", "hotel_room", "room_mate", "arrival_by", "arrival_place",
    "departure_by", "departure_place", "invoice_kind", "invoice_email", "invoice_address",
    "invoice_bank",
)  # fmt: skip
FLAGS: Sequence[str] = ("needs_pickup", "needs_dropoff", "shares_phone")
MOMENTS: Sequence[str] = ("arrival_at", "departure_at")


def upgrade() -> None:
    """Add tables and columns; rows that are there keep their values and get empty new ones."""
    _make_group()
    _make_code()
    _make_filter()
    _add("attendee_forum", sa.Column("reason", sa.String(length=32), nullable=True))
    _add("attendee_forum", _text("seat"))
    _add("custom_field", _off("on_badge"))
    for name in ("confirm_first", "prints_badge", "leaves_elsewhere"):
        _add("check_point", _off(name))
    for name in ("shows", "questions"):
        _add("check_point", _empty(name))
    for name, target in (("group_id", "attendee_group.id"), ("companion_of_id", "attendee.id")):
        _add_link(name, target)
        op.create_index(op.f(f"ix_attendee_{name}"), "attendee", [name], unique=False)
    _add("attendee", sa.Column("fee_status", sa.String(length=32), nullable=True))
    _add("attendee", sa.Column("fee", sa.Integer(), nullable=True))
    _add("attendee", _empty("meals"))
    for name in TEXT:
        _add("attendee", _text(name))
    for name in FLAGS:
        _add("attendee", sa.Column(name, sa.Boolean(), nullable=True))
    for name in MOMENTS:
        _add("attendee", sa.Column(name, sa.DateTime(), nullable=True))


def _add(table: str, column: Column) -> None:
    op.add_column(table, column)


def _add_link(name: str, target: str) -> None:
    """Add a link to the registrations; Alembic can't say on SQLite that it is checked late."""
    if op.get_bind().dialect.name == "sqlite":
        table, column = target.split(".")
        op.execute(
            f"ALTER TABLE attendee ADD COLUMN {name} CHAR(32) "
            f"REFERENCES {table} ({column}) DEFERRABLE INITIALLY DEFERRED"
        )
    else:
        _add("attendee", sa.Column(name, sa.Uuid(), _reference(target), nullable=True))


def _text(name: str) -> Column:
    return sa.Column(name, sa.Text(), nullable=False, server_default="")


def _off(name: str) -> Column:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default="0")


def _empty(name: str) -> Column:
    return sa.Column(name, sa.JSON(), nullable=False, server_default="[]")


def _reference(target: str) -> sa.ForeignKey:
    return sa.ForeignKey(target, initially="DEFERRED", deferrable=True)


def _make_group() -> None:
    op.create_table(
        "attendee_group",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), _reference("event.id"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), _reference("organisation.id"), nullable=True),
        sa.Column("contact_person_id", sa.Uuid(), _reference("person.id"), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    for name in ("event_id", "organisation_id", "contact_person_id"):
        op.create_index(op.f(f"ix_attendee_group_{name}"), "attendee_group", [name], unique=False)


def _make_code() -> None:
    op.create_table(
        "attendee_code",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), _reference("event.id"), nullable=False),
        sa.Column("attendee_id", sa.Uuid(), _reference("attendee.id"), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("event_id", "code"),
    )
    op.create_index(
        op.f("ix_attendee_code_attendee_id"), "attendee_code", ["attendee_id"], unique=False
    )


def _make_filter() -> None:
    op.create_table(
        "saved_filter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), _reference("event.id"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("wanted", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("event_id", "name"),
    )
