"""Each case of pasted text is cleaned, marked or left alone when it stands in a list."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from summit_desk.domain.imports.plan import PlannedRow
from summit_desk.domain.imports.targets import Target

QUIRKS = json.loads(
    (Path(__file__).parents[1] / "data" / "paste_quirks.json").read_text(encoding="utf-8")
)
HEADERS = {Target.NAME: "姓名", Target.MOBILE: "手机", Target.NOTES: "备注", Target.TITLE: "职务"}
FIELDS = {
    "name-inner-u3000": Target.NAME,
    "name-inner-space": Target.NAME,
    "name-foreign-space": Target.NAME,
    "name-dot-variants": Target.NAME,
    "fullwidth-digits": Target.MOBILE,
    "bidi": Target.MOBILE,
}
CLEANED = {"cjk-radical"}  # offered in a form; a list is cleaned of it, and shown before


def cases(mode: str) -> list[object]:
    return [pytest.param(case, id=case["id"]) for case in QUIRKS if case["mode"] == mode]


@pytest.fixture
def read(imports, event_id, tmp_path):
    """Return what the plan makes of a text in a field."""

    def plan(field: Target, text: str) -> PlannedRow:
        row = {Target.NAME: "张示例", Target.TITLE: "职员", field: text}
        book = Workbook()
        for column, (target, header) in enumerate(HEADERS.items(), 1):
            book.active.cell(1, column, header)
            book.active.cell(2, column, row.get(target)).data_type = "s"
        book.save(tmp_path / "list.xlsx")
        return imports.plan(event_id, tmp_path / "list.xlsx").rows[0]

    return plan


@pytest.mark.parametrize("case", cases("auto"))
def test_what_is_always_cleaned(read, case) -> None:
    field = FIELDS.get(case["id"], Target.NOTES)
    variants = case["id"] == "name-dot-variants"
    given = case["input"].split(" / ") if variants else [case["input"]]
    wanted = case["expected"].split(" / ") if variants else [case["expected"]]

    assert [read(field, text).draft.text(field) for text in given] == wanted


@pytest.mark.parametrize("case", cases("keep"))
def test_what_is_left_alone(read, case) -> None:
    field = FIELDS.get(case["id"], Target.NOTES)

    row = read(field, case["input"])

    assert (row.draft.text(field), row.flags) == (case["expected"], ())


@pytest.mark.parametrize("case", cases("flag"))
def test_what_can_only_be_marked_stays_and_is_marked(read, case) -> None:
    row = read(Target.NOTES, case["input"])

    assert row.draft.text(Target.NOTES) == case["input"]
    assert [flag.target for flag in row.flags] == [Target.NOTES]


@pytest.mark.parametrize("case", cases("offer"))
def test_what_needs_somebody_to_agree_is_not_done_to_a_whole_list(read, case) -> None:
    wanted = case["expected"] if case["id"] in CLEANED else case["input"]

    said = read(Target.NOTES, case["input"]).draft.text(Target.NOTES)

    assert said.replace("\u00a0", " ") == wanted.replace("\u00a0", " ")


def test_lines_in_a_field_of_one_line_are_joined(read) -> None:
    case = next(case for case in QUIRKS if case["id"] == "newline-in-cell")

    assert read(Target.TITLE, case["input"]).draft.text(Target.TITLE) == case["expected"]
