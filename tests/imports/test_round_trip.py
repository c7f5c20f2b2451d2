"""What was exported and edited comes back as exactly the edited cells."""

import pytest
from openpyxl import load_workbook

from summit_desk.support.i18n import Language, use_language


@pytest.fixture
def exported(demo_services, tmp_path):
    """Write the demo summit's attendees with every column."""

    def write(language: Language, name: str):
        use_language(language)
        event = demo_services.events.events()[0]
        columns = [column.key for column in demo_services.documents.attendee_columns(event.id)]
        path = tmp_path / name
        demo_services.documents.attendee_list(event.id, path, columns=columns)
        return event.id, path

    return write


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv"])
@pytest.mark.parametrize("language", Language)
def test_an_untouched_export_changes_nothing(demo_services, exported, language, name) -> None:
    event_id, path = exported(language, name)

    plan = demo_services.imports.plan(event_id, path)

    changes = [
        (row.draft.row, row.verdict.value, row.reason_text, one.label, one.before, one.after)
        for row in plan.rows
        for one in row.differences
    ]
    assert changes == []
    assert {row.verdict.value for row in plan.rows} == {"same"}
    assert plan.additions.fields == ()


def test_only_the_edited_cells_come_back_as_changes(demo_services, exported) -> None:
    event_id, path = exported(Language.ENGLISH, "list.xlsx")
    book = load_workbook(path)
    sheet = book.active
    titles = [cell.value for cell in sheet[1]]
    sheet.cell(3, titles.index("Job title") + 1).value = "示例新职务"
    sheet.cell(5, titles.index("Seat") + 1).value = "B-12"
    book.save(path)

    plan = demo_services.imports.plan(event_id, path)

    changed = {
        row.draft.row: [(one.label, one.after) for one in row.differences]
        for row in plan.rows
        if row.differences
    }
    assert changed == {3: [("Title", "示例新职务")], 5: [("Seat", "B-12")]}
