"""Tables, records and migrations say the same."""

import gzip
from dataclasses import fields
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

from db import schema
from db.convert import table_of
from db.store import Store
from summit_desk.domain import records
from summit_desk.domain.records import Attendee, Record
from summit_desk.services.history import HistoryService
from summit_desk.support.clock import utc_now

KINDS = [
    kind
    for name in records.__all__
    if issubclass(kind := getattr(records, name), Record) and kind is not Record
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_table_has_exactly_its_records_fields(kind):
    assert {column.name for column in table_of(kind).c} == {field.name for field in fields(kind)}


def test_every_table_has_a_record():
    assert {table_of(kind).name for kind in KINDS} == set(SQLModel.metadata.tables)


@pytest.fixture
def connection(tmp_path):
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'a.db'}")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def test_migrating_an_empty_file_gives_exactly_the_tables(connection):
    schema.migrate(connection)
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    assert _told_apart(compare_metadata(context, SQLModel.metadata)) == []


def test_a_new_file_stands_at_the_last_revision(connection):
    schema.create(connection)
    revision = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    assert revision == schema.REVISIONS[-1]


OLDER = sorted((Path(__file__).parents[1] / "data" / "schema").glob("*.summit.gz"))


@pytest.mark.parametrize("packed", OLDER, ids=lambda path: path.name)
def test_a_file_of_every_earlier_schema_is_brought_up_to_date(packed, tmp_path):
    path = tmp_path / "older.summit"
    path.write_bytes(gzip.decompress(packed.read_bytes()))

    with Store.open(path) as store, store.view() as view:
        attendees = view.all(Attendee)
        faults = store.verify()
        context = MigrationContext.configure(view.connection, opts={"compare_type": True})
        differences = _told_apart(compare_metadata(context, SQLModel.metadata))
        added = view.connection.execute(sa.text(LATE_LINKS)).scalar_one()

    assert (len(attendees), faults, differences, added) == (60, [], [], 1)
    assert {(one.meals, one.hotel, one.fee_status) for one in attendees} == {((), "", None)}


def test_there_is_a_file_of_every_earlier_schema():
    assert [path.name[:4] for path in OLDER] == list(schema.REVISIONS[:-1])


def test_what_was_removed_before_a_migration_can_be_brought_back_after_it(tmp_path):
    path = tmp_path / "older.summit"
    path.write_bytes(gzip.decompress(OLDER[0].read_bytes()))
    with Store.open(path) as store:
        with store.unit() as unit:
            gone = unit.all(Attendee)[-1]
            unit.remove(Attendee, gone.id)
            change = unit.commit("Delete")
        _forget_columns(store, change.changeset)

        HistoryService(store, utc_now).undo()

        with store.view() as view:
            assert view.get(Attendee, gone.id) == gone


DERIVED = ("search_", "sort_key")  # tables that no migration keeps
LATE_LINKS = (
    "SELECT count(*) FROM sqlite_master WHERE name = 'attendee' AND sql LIKE "
    "'%group_id%DEFERRABLE INITIALLY DEFERRED%companion_of_id%DEFERRABLE INITIALLY DEFERRED%'"
)


def _told_apart(differences) -> list:
    """Leave out what is derived from names, which no migration keeps, and links read back half.

    Of a link that was added with its column, SQLAlchemy doesn't see on SQLite that it is checked
    late; it then reports the same link as gone and as new.
    """
    links = [(one[0], str(one[1].table), *one[1].column_keys) for one in differences if _link(one)]
    halves = {one[1:] for one in links if one[0] == "add_fk"}
    return [
        one
        for one in differences
        if not (_link(one) and (str(one[1].table), *one[1].column_keys) in halves)
        and not (one[0] == "remove_table" and one[1].name.startswith(DERIVED))
    ]


def _link(difference) -> bool:
    return isinstance(difference[0], str) and difference[0] in {"add_fk", "remove_fk"}


def _forget_columns(store, changeset) -> None:
    """Let the journal look as the older version wrote it."""
    with store.unit() as unit:
        images = table_of(records.RowImage)
        mine = images.c.changeset_id == changeset
        for key, before in unit.connection.execute(
            sa.select(images.c.id, images.c.before).where(mine)
        ).all():
            older = {name: value for name, value in before.items() if name not in NEW}
            unit.connection.execute(
                sa.update(images).where(images.c.id == key).values(before=older)
            )
        unit.connection.commit()


NEW = {"group_id", "companion_of_id", "fee", "fee_status", "meals", "hotel", "arrival_at"}


def test_every_table_can_be_made_in_postgresql():
    dialect = postgresql.dialect()
    for table in SQLModel.metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=dialect)).strip()
        for index in table.indexes:
            assert str(CreateIndex(index).compile(dialect=dialect)).strip()
