"""What was exported and edited comes back as exactly the edited cells, names edited too."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest

from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.lists.builtin import BUILT_IN
from summit_desk.domain.lists.presets import showing_all
from summit_desk.domain.lists.spec import ListKind, Showing
from summit_desk.services.imports import ImportOptions
from tests.lists.office import converted, needs_office

if TYPE_CHECKING:
    from pathlib import Path

PEOPLE = [spec for spec in BUILT_IN if spec.kind not in {ListKind.COUNTS, ListKind.MEALS}]
LANGUAGES = (DocumentLanguage.CHINESE, DocumentLanguage.ENGLISH)
EDITS = {"姓名": "改后姓名", "职务": "改后职务", "单位": "改后单位有限公司"}


def verdicts(plan) -> dict[str, int]:
    return {str(verdict): count for verdict, count in plan.counts.items() if count}


def changes(plan) -> dict[int, set[str]]:
    return {row.draft.row: {str(one.after) for one in row.differences} for row in plan.rows
            if row.differences}  # fmt: skip


def header_of(sheet) -> int:
    return next(row[0].row for row in sheet.iter_rows() if row[-1].value in NAMES_OF_KEY)


NAMES_OF_KEY = ("记录标识", "Key of the record")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("spec", PEOPLE, ids=lambda spec: spec.name)
def test_an_untouched_list_changes_nothing(filled, spec, language):
    showing = Showing.WHOLE if language is DocumentLanguage.CHINESE else Showing.MASKED
    written = filled.write(showing_all(spec, showing), language=language)
    plan = filled.services.imports.plan(filled.event.id, written.path)

    assert list(verdicts(plan)) == ["same"]
    assert plan.additions.fields == ()
    assert changes(plan) == {}
    if showing is Showing.WHOLE:
        assert [flag for row in plan.rows for flag in row.flags] == []


def edit(path: Path) -> dict[int, set[str]]:
    """Change the cells of two people; return the row numbers with what was written."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    head = header_of(sheet)
    titles = [cell.value for cell in sheet[head]]
    people = [row for row in range(head + 1, sheet.max_row + 1)
              if sheet.cell(row, len(titles)).value][1:5:3]  # fmt: skip
    done: dict[int, set[str]] = {}
    for row in people:
        for title, text in EDITS.items():
            if title in titles:
                sheet.cell(row, titles.index(title) + 1).value = text
                done.setdefault(row, set()).add(text)
    book.save(path)
    return done


@pytest.mark.parametrize("spec", PEOPLE, ids=lambda spec: spec.name)
def test_only_the_edited_cells_come_back(filled, spec):
    written = filled.write(spec, language=DocumentLanguage.CHINESE)
    done = edit(written.path)
    plan = filled.services.imports.plan(filled.event.id, written.path)

    assert len(done) == 2
    assert changes(plan) == done
    assert set(verdicts(plan)) == {"same", "update"}


def test_the_second_sheet_comes_back_like_the_first(filled, preset):
    written = filled.write(preset("Arrivals and departures"), language=DocumentLanguage.CHINESE)
    imports = filled.services.imports
    plan = imports.plan(filled.event.id, written.path, ImportOptions(sheet="2"))

    assert list(verdicts(plan)) == ["same"]


@needs_office
def test_edits_made_in_libreoffice_come_back(filled, preset, tmp_path):
    specs = [preset(n) for n in ("List of participants", "Rooming list", "All columns")]
    paths = [
        filled.write(spec, f"{at}.xlsx", language=DocumentLanguage.CHINESE).path
        for at, spec in enumerate(specs)
    ]
    sheets = converted(paths, "ods", tmp_path)
    with filled.store.view() as view:
        name = view.connection.exec_driver_sql("SELECT name FROM person LIMIT 1 OFFSET 3").scalar()
    for path in sheets:
        _replace(path, name, "改后姓名")
    for path in converted(sheets, "xlsx", tmp_path):
        plan = filled.services.imports.plan(filled.event.id, path)
        found = changes(plan)

        assert {text for texts in found.values() for text in texts} <= {"改后姓名"}
        assert set(verdicts(plan)) <= {"same", "update"}
        assert sum(row.draft.name == "改后姓名" for row in plan.rows) == len(found)


def _replace(path: Path, old: str, new: str) -> None:
    """Edit the cells that hold exactly this text in an .ods file."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    content = parts["content.xml"].decode()
    parts["content.xml"] = re.sub(
        f">{re.escape(old)}</text:p>", f">{new}</text:p>", content
    ).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def test_a_cell_that_is_no_longer_masked_is_an_edit(filled, preset):
    spec = showing_all(preset("All columns"), Showing.MASKED)
    written = filled.write(spec, language=DocumentLanguage.CHINESE)
    book = openpyxl.load_workbook(written.path)
    sheet = book.worksheets[0]
    head = header_of(sheet)
    titles = [cell.value for cell in sheet[head]]
    mobile = titles.index("手机（脱敏）") + 1
    known = next(row for row in range(head + 1, sheet.max_row) if sheet.cell(row, mobile).value)
    assert "*" in sheet.cell(known, mobile).value
    sheet.cell(known, mobile).value = "13900000009"
    added = sheet.max_row + 1
    sheet.cell(added, titles.index("姓名") + 1).value = "新人甲"
    sheet.cell(added, mobile).value = "13700000001"
    book.save(written.path)

    plan = filled.services.imports.plan(filled.event.id, written.path)

    assert changes(plan) == {known: {"13900000009"}}
    (newcomer,) = (row for row in plan.rows if row.verdict.value == "new")
    assert (newcomer.draft.name, newcomer.draft.text(Target.MOBILE)) == ("新人甲", "13700000001")
