"""Tables, records and migrations say the same."""

from dataclasses import fields

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

from db import schema
from db.convert import table_of
from summit_desk.domain import records
from summit_desk.domain.records import Record

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
    assert compare_metadata(context, SQLModel.metadata) == []


def test_a_new_file_stands_at_the_last_revision(connection):
    schema.create(connection)
    revision = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    assert revision == schema.REVISIONS[-1]


def test_every_table_can_be_made_in_postgresql():
    dialect = postgresql.dialect()
    for table in SQLModel.metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=dialect)).strip()
        for index in table.indexes:
            assert str(CreateIndex(index).compile(dialect=dialect)).strip()
