"""Keeping lists: in the summit file, and as files that people hand to each other."""

import json
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from db.unit import Unit, View
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.documents.choices import Document
from summit_desk.domain.errors import DeskError
from summit_desk.domain.errors.documents import CantWriteFile
from summit_desk.domain.errors.lists import ListNameTaken, NoListFile, NoListName
from summit_desk.domain.lists.keeping import LONGEST_NAME, list_from_json, list_to_json
from summit_desk.domain.lists.presets import BUILT_IN_PRESETS, Preset
from summit_desk.domain.lists.spec import ListSpec
from summit_desk.domain.records import ExportPreset
from summit_desk.support.i18n import N_

DOCUMENT = Document.ATTENDEES.value
LARGEST_FILE = 2_000_000  # bytes; a list takes a few thousand
ENDING = ".summitlist.json"


def kept_presets(view: View, event_id: UUID) -> list[Preset]:
    """Return a person's own lists by their names; what can't be read is left alone."""
    found = []
    for row in view.all(ExportPreset, event_id=event_id, document=DOCUMENT):
        try:
            found.append(Preset(replace(list_from_json(row.options), name=row.name), row.id))
        except DeskError:
            continue  # written by a later version
    return sorted(found, key=lambda preset: preset.spec.name.casefold())


def all_presets(view: View, event_id: UUID) -> list[Preset]:
    """Return every list, the built-in ones first."""
    return [*BUILT_IN_PRESETS, *kept_presets(view, event_id)]


def save_preset(unit: Unit, event_id: UUID, spec: ListSpec, key: UUID | None) -> Change:
    """Keep a list, new or (by its key) changed; raises NoListName and ListNameTaken."""
    name = spec.name.strip()[:LONGEST_NAME]
    if not name:
        raise NoListName
    _refuse_taken(unit, event_id, name, key)
    kept = replace(spec, name=name)
    row = ExportPreset(event_id=event_id, name=name, document=DOCUMENT, options=list_to_json(kept))
    unit.put(row if key is None else replace(row, id=unit.get(ExportPreset, key).id))
    return unit.commit(
        N_("Save the list {name}"), Topic.DOCUMENTS, subject=key or row.id, name=name
    )


def rename_preset(unit: Unit, key: UUID, name: str) -> Change:
    """Give a list another name; raises NoListName, ListNameTaken and Missing."""
    row, name = unit.get(ExportPreset, key), name.strip()[:LONGEST_NAME]
    if not name:
        raise NoListName
    assert row.event_id is not None
    _refuse_taken(unit, row.event_id, name, key)
    options = dict(row.options) | {"name": name}
    unit.put(replace(row, name=name, options=options))
    return unit.commit(N_("Rename the list {name}"), Topic.DOCUMENTS, subject=key, name=name)


def remove_preset(unit: Unit, key: UUID) -> Change:
    """Remove a list; raises Missing."""
    name = unit.get(ExportPreset, key).name
    unit.remove(ExportPreset, key)
    return unit.commit(N_("Delete the list {name}"), Topic.DOCUMENTS, name=name)


def _refuse_taken(unit: Unit, event_id: UUID, name: str, key: UUID | None) -> None:
    for preset in kept_presets(unit, event_id):
        if preset.spec.name.casefold() == name.casefold() and preset.id != key:
            raise ListNameTaken(name=preset.spec.name)


def read_list(path: Path) -> ListSpec:
    """Return the list that a file holds; raises NoListFile and ListTooNew."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise NoListFile
        kept = json.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as trouble:
        raise NoListFile from trouble
    return list_from_json(kept)


def share_list(spec: ListSpec, path: Path) -> Path:
    """Write a list to a file; raises CantWriteFile."""
    text = json.dumps(list_to_json(spec), ensure_ascii=False, indent=2)
    try:
        path.write_text(text + "\n", "utf-8")
    except OSError as trouble:
        raise CantWriteFile(path=path, reason=trouble.strerror or str(trouble)) from trouble
    return path
