"""Backup copies beside a summit file, and the way back."""

from datetime import UTC, datetime, timedelta

import pytest

from db import backup
from db.store import Store
from summit_desk.domain.change import Topic
from summit_desk.domain.errors.files import NoBackup
from summit_desk.domain.records import Person
from summit_desk.services.workspace import WorkspaceService

START = datetime(2024, 5, 22, 8, 0, tzinfo=UTC)


def add(store, name):
    with store.unit() as unit:
        unit.put(Person(name=name))
        unit.commit("Add {name}", Topic.PEOPLE, name=name)


def names(store):
    with store.view() as view:
        return [person.name for person in view.all(Person)]


def test_only_the_last_ten_backups_are_kept(store):
    for minute in range(13):
        backup.keep(store.path, at=START + timedelta(minutes=minute))
    kept = backup.copies(store.path)
    assert [copy.made_at for copy in kept] == [
        START + timedelta(minutes=minute) for minute in range(12, 2, -1)
    ]


def test_an_unchanged_file_is_not_copied_again(store):
    workspace = WorkspaceService(store, lambda: START)
    add(store, "张伟")
    assert workspace.back_up(only_if_changed=True) is not None
    assert workspace.back_up(only_if_changed=True) is None
    add(store, "王芳")
    assert workspace.back_up(only_if_changed=True) is not None


def test_restoring_brings_the_old_state_back_and_keeps_the_present_one(tmp_path):
    path = tmp_path / "a.summit"
    with Store.create(path) as store:
        add(store, "张伟")
        copy = backup.keep(path, at=START)
        add(store, "王芳")
    before = backup.restore(path, copy)
    with Store.open(path) as store:
        assert names(store) == ["张伟"]
    with Store.open(before) as kept:
        assert names(kept) == ["张伟", "王芳"]


def test_a_file_that_is_no_backup_restores_nothing(tmp_path):
    path, other = tmp_path / "a.summit", tmp_path / "b.summit"
    with Store.create(path) as store:
        add(store, "张伟")
    other.write_text("nothing", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(NoBackup):
        backup.restore(path, other)
    assert path.read_bytes() == before
