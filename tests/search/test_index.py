"""The index says the same as the file, whatever was changed, undone and redone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import search as index
from db import sorting
from db.queries.search import matches
from db.store import Store
from summit_desk.domain.change import Topic
from summit_desk.domain.records import Organisation, Person
from summit_desk.domain.registration import with_spelling
from summit_desk.domain.search_query import read_query
from summit_desk.services.history import HistoryService

if TYPE_CHECKING:
    from pathlib import Path

    from summit_desk.support.clock import Clock

NAMES = ("张伟", "王磊", "吕布", "陳大文", "Müller, Jörg", "欧阳明远")
QUERIES = ("zw", "王", "lv", "陈", "muller", "oymy", "宝武", "2046", "wei")
KINDS = ("person", "organisation")

step = st.one_of(
    st.tuples(st.just("add"), st.sampled_from(NAMES)),
    st.tuples(st.just("unit"), st.sampled_from(["宝武集团", "王府井"])),
    st.tuples(st.just("rename"), st.sampled_from(NAMES)),
    st.tuples(st.sampled_from(["remove", "undo", "redo"]), st.just("")),
)


def answers(store: Store) -> list[object]:
    with store.view() as view:
        return [
            sorted(matches(view.session, read_query(text), KINDS, 100), key=str) for text in QUERIES
        ]


def rebuild(store: Store) -> None:
    with store.unit() as unit:
        unit.connection.execute(sa.text("DROP TABLE search_version"))
        index.ensure(unit.connection)
        unit.connection.commit()


def carry_out(store: Store, history: HistoryService, what: str, name: str) -> None:
    if what in ("undo", "redo"):
        history.undo() if what == "undo" else history.redo()
        return
    with store.unit() as unit:
        people = unit.all(Person)
        if what == "add":
            unit.put(with_spelling(Person(name=name, mobile="13812342046")))
        elif what == "unit":
            unit.put(Organisation(full_name=name))
        elif what == "rename" and people:
            unit.put(with_spelling(replace(people[0], name=name)))
        elif what == "remove" and people:
            unit.remove(Person, people[-1].id)
        unit.commit(what, Topic.PEOPLE)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(step, min_size=1, max_size=14))
def test_the_index_is_what_a_new_one_would_be(
    tmp_path: Path, clock: Clock, steps: list[tuple[str, str]]
) -> None:
    path = tmp_path / "changing.summit"
    path.unlink(missing_ok=True)
    with Store.create(path) as store:
        history = HistoryService(store, clock)

        for what, name in steps:
            carry_out(store, history, what, name)

        kept = answers(store)
        rebuild(store)
        assert kept == answers(store)


def test_a_file_without_an_index_gets_one_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "old.summit"
    with Store.create(path) as store, store.unit() as unit:
        unit.put(with_spelling(Person(name="张伟")))
        unit.commit("add", Topic.PEOPLE)
    with Store.open(path) as store, store.unit() as unit:
        for name in ("search_terms", "search_owner", "search_version"):
            unit.connection.execute(sa.text(f"DROP TABLE {name}"))
        unit.connection.commit()

    with Store.open(path) as store, store.view() as view:
        found = matches(view.session, read_query("zw"), ("person",), 10)

    assert [kind for kind, _key in found] == ["person"]


def test_what_is_not_committed_is_not_found(store: Store) -> None:
    with store.unit() as unit:
        unit.put(with_spelling(Person(name="张伟")))

    with store.view() as view:
        assert matches(view.session, read_query("张"), ("person",), 10) == []


def test_a_hidden_thing_is_found_by_its_kind_alone(store: Store) -> None:
    with store.unit() as unit:
        unit.put_all((with_spelling(Person(name="王府")), Organisation(full_name="王府井")))
        unit.commit("add", Topic.PEOPLE)

    with store.view() as view:
        found = matches(view.session, read_query("wangf"), KINDS, 10)

    assert [kind for kind, _key in found] == ["person", "organisation"]


def sorting_texts(store: Store) -> list[tuple[object, ...]]:
    with store.view() as view:
        rows = view.connection.exec_driver_sql("SELECT * FROM sort_key ORDER BY person")
        return [tuple(row) for row in rows]


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(step, min_size=1, max_size=14))
def test_the_texts_for_sorting_are_what_new_ones_would_be(
    tmp_path: Path, clock: Clock, steps: list[tuple[str, str]]
) -> None:
    path = tmp_path / "sorted.summit"
    path.unlink(missing_ok=True)
    with Store.create(path) as store:
        history = HistoryService(store, clock)
        for what, name in steps:
            carry_out(store, history, what, name)

        kept = sorting_texts(store)
        with store.unit() as unit:
            unit.connection.exec_driver_sql("DROP TABLE sort_key_version")
            sorting.ensure(unit.connection)
            unit.connection.commit()

        assert kept == sorting_texts(store)
