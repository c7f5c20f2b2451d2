"""Presets: kept, renamed, removed and handed on, each undone as one step."""

import json
from dataclasses import replace

import pytest

from summit_desk.domain.errors import Missing
from summit_desk.domain.errors.lists import (
    ListNameTaken,
    ListTooNew,
    NoListFile,
    NoListName,
    NoSuchList,
)
from summit_desk.domain.ids import new_id
from summit_desk.domain.lists.builtin import BUILT_IN, GUESTS, SIGN_IN
from summit_desk.domain.lists.keeping import list_to_json
from summit_desk.domain.lists.spec import columns_of
from summit_desk.domain.records import ExportPreset
from summit_desk.support.i18n import Language, use_language

OWN = replace(SIGN_IN, name="晚宴签到", columns=columns_of("name", "signature"))


def own(filled) -> list[str]:
    return [one.spec.name for one in filled.lists.presets(filled.event.id) if not one.built_in]


def key_of(filled, name: str):
    return filled.lists.preset(filled.event.id, name).id


def test_the_built_in_lists_stand_first(filled):
    filled.lists.save(filled.event.id, OWN)
    presets = filled.lists.presets(filled.event.id)

    assert [one.spec for one in presets] == [*BUILT_IN, OWN]
    assert [one.built_in for one in presets] == [True] * len(BUILT_IN) + [False]


@pytest.mark.parametrize("name", ["签到表", "Sign-in sheet", " sign-in SHEET "])
@pytest.mark.parametrize("language", Language)
def test_a_list_is_found_by_its_name_in_any_language(filled, name, language):
    use_language(language)

    assert filled.lists.preset(filled.event.id, name).spec == SIGN_IN


def test_a_name_that_no_list_has_is_refused_with_those_there_are(filled):
    with pytest.raises(NoSuchList, match="Rooming list"):
        filled.lists.preset(filled.event.id, "no such")


def test_saving_again_changes_the_list_and_can_be_undone(filled):
    filled.lists.save(filled.event.id, OWN)
    key = key_of(filled, OWN.name)
    changed = replace(OWN, totals=True)

    filled.lists.save(filled.event.id, changed, key)
    assert filled.lists.preset(filled.event.id, OWN.name).spec == changed

    filled.services.history.undo()
    assert filled.lists.preset(filled.event.id, OWN.name).spec == OWN


def test_removing_a_list_can_be_undone(filled):
    filled.lists.save(filled.event.id, OWN)

    filled.lists.remove(key_of(filled, OWN.name))
    assert own(filled) == []

    filled.services.history.undo()
    assert own(filled) == [OWN.name]


def test_a_list_can_have_another_name(filled):
    filled.lists.save(filled.event.id, OWN)
    filled.lists.rename(key_of(filled, OWN.name), "  晚宴  ")

    assert own(filled) == ["晚宴"]
    assert filled.lists.preset(filled.event.id, "晚宴").spec == replace(OWN, name="晚宴")


def test_two_lists_have_two_names(filled):
    filled.lists.save(filled.event.id, OWN)

    with pytest.raises(ListNameTaken, match="晚宴签到"):
        filled.lists.save(filled.event.id, replace(GUESTS, name="晚宴签到"))
    assert own(filled) == [OWN.name]


def test_a_list_without_a_name_is_not_kept(filled):
    with pytest.raises(NoListName):
        filled.lists.save(filled.event.id, replace(OWN, name="  "))


def test_a_list_that_is_gone_is_said(filled):
    with pytest.raises(Missing):
        filled.lists.rename(new_id(), "晚宴")


def test_a_copy_has_a_name_of_its_own(filled):
    filled.lists.duplicate(filled.event.id, GUESTS)
    filled.lists.duplicate(filled.event.id, GUESTS)

    assert own(filled) == ["List of guests 2", "List of guests 3"]


def test_a_list_can_be_handed_on_as_a_file(filled):
    path = filled.folder / "own.summitlist.json"
    filled.lists.share(OWN, path)

    filled.lists.take_in(filled.event.id, path)
    assert filled.lists.preset(filled.event.id, OWN.name).spec == OWN


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1, 2]", b"\xff\xfe\x00", b'{"format": "other"}', b"[" * 100_000]
)
def test_a_file_that_holds_no_list_is_refused(filled, content):
    path = filled.folder / "broken.summitlist.json"
    path.write_bytes(content)

    with pytest.raises(NoListFile, match="Nothing was changed"):
        filled.lists.take_in(filled.event.id, path)
    assert own(filled) == []


def test_a_file_of_a_newer_version_is_refused(filled):
    path = filled.folder / "new.summitlist.json"
    path.write_text(json.dumps(list_to_json(OWN) | {"version": 99}), "utf-8")

    with pytest.raises(ListTooNew, match="newer version"):
        filled.lists.take_in(filled.event.id, path)


def test_a_kept_list_that_can_not_be_read_leaves_the_others_alone(filled):
    filled.lists.save(filled.event.id, OWN)
    with filled.store.unit() as unit:
        unit.put(ExportPreset(event_id=filled.event.id, name="?", document="attendees"))
        unit.commit("odd")

    assert own(filled) == [OWN.name]
