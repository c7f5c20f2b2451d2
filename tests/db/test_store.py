"""Opening, refusing, locking and checking summit files."""

import shutil
import sqlite3
from datetime import UTC, date, datetime

import pytest

from db.schema import APPLICATION_ID, CURRENT
from db.store import Store
from summit_desk.domain.change import Topic
from summit_desk.domain.errors.files import (
    CannotWrite,
    DamagedFile,
    FileExists,
    FileNotFound,
    NewerFile,
    NotASummitFile,
    OpenElsewhere,
    ReadOnlyFile,
    UnknownSchema,
)
from summit_desk.domain.records import Event, Person


@pytest.fixture
def path(tmp_path):
    """A sound, closed summit file with one event."""
    path = tmp_path / "一个.summit"
    with Store.create(path) as store, store.unit() as unit:
        unit.put(an_event())
        unit.commit("Create event {name}", Topic.EVENT, name="峰会")
    return path


def an_event(name="峰会"):
    return Event(
        name=name,
        first_day=date(2024, 5, 22),
        last_day=date(2024, 5, 23),
        created_at=datetime(2024, 1, 1, tzinfo=UTC),
    )


def refused(path, error):
    before = path.read_bytes()
    with pytest.raises(error) as raised:
        Store.open(path)
    assert path.read_bytes() == before
    assert str(path) in str(raised.value)


def patched(path, offset, value):
    data = bytearray(path.read_bytes())
    data[offset : offset + 4] = value.to_bytes(4, "big")
    path.write_bytes(data)


def test_a_new_file_says_what_it_is(path):
    assert path.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big")
    assert path.read_bytes()[60:64] == CURRENT.to_bytes(4, "big")


def test_what_was_committed_is_there_after_reopening(path):
    with Store.open(path) as store, store.view() as view:
        assert [event.name for event in view.all(Event)] == ["峰会"]


def test_nothing_is_left_beside_a_closed_file(path):
    assert sorted(item.name for item in path.parent.iterdir()) == [
        ".一个.summit.lock",
        "一个.summit",
    ]


def test_a_new_file_never_replaces_another(path):
    before = path.read_bytes()
    with pytest.raises(FileExists):
        Store.create(path)
    assert path.read_bytes() == before


def test_a_new_file_in_no_folder_is_a_sentence(tmp_path):
    with pytest.raises(CannotWrite):
        Store.create(tmp_path / "nowhere" / "a.summit")


def test_a_missing_file_is_a_sentence(tmp_path):
    with pytest.raises(FileNotFound):
        Store.open(tmp_path / "none.summit")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a summit", "姓名,单位\n".encode() * 200])
def test_a_file_of_another_kind_is_refused(tmp_path, content):
    path = tmp_path / "list.summit"
    path.write_bytes(content)
    refused(path, NotASummitFile)


def test_somebody_elses_database_is_refused(tmp_path):
    path = tmp_path / "other.summit"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE event (id)")
    connection.commit()
    connection.close()
    refused(path, NotASummitFile)


def test_a_newer_schema_is_refused(path):
    patched(path, 60, CURRENT + 1)
    refused(path, NewerFile)


def test_an_unknown_schema_is_refused(path):
    patched(path, 60, 0)
    refused(path, UnknownSchema)


def test_a_file_without_its_end_is_refused(path):
    path.write_bytes(path.read_bytes()[:-5000])
    refused(path, DamagedFile)


def test_a_file_with_a_broken_first_page_is_refused(path):
    data = bytearray(path.read_bytes())
    data[100:4096] = bytes(3996)
    path.write_bytes(data)
    refused(path, DamagedFile)


def test_a_file_without_one_of_its_tables_is_refused(path):
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE cost")
    connection.commit()
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()
    refused(path, DamagedFile)


def test_a_read_only_file_is_refused_for_writing_and_opens_for_reading(path):
    path.chmod(0o444)
    refused(path, ReadOnlyFile)
    with Store.open(path, writing=False) as store, store.view() as view:
        assert view.count(Event) == 1


def test_a_second_desk_is_refused_and_readers_are_not(path):
    with Store.open(path) as first:
        with pytest.raises(OpenElsewhere):
            Store.open(path)
        with Store.open(path, writing=False) as reader, reader.view() as view:
            assert view.count(Event) == 1
        with first.unit() as unit:
            unit.put(Person(name="张伟"))
            unit.commit("Add {name}", Topic.PEOPLE, name="张伟")
    with Store.open(path) as again, again.view() as view:
        assert view.count(Person) == 1


def test_a_sound_file_has_no_faults(path):
    with Store.open(path) as store:
        assert store.verify() == []


def test_a_backup_is_a_whole_file_of_its_own(path, tmp_path):
    target = tmp_path / "kept" / "copy.summit"
    with Store.open(path) as store:
        with store.unit() as unit:
            unit.put(an_event("二"))
            unit.commit("Create event {name}", Topic.EVENT, name="二")
        store.backup_to(target)
    shutil.rmtree(path.parent / "kept" / "nothing", ignore_errors=True)
    with Store.open(target) as copy, copy.view() as view:
        assert view.count(Event) == 2
        assert copy.verify() == []
