"""Whatever somebody types is kept as text: stored, found, printed or refused in a sentence."""

import openpyxl
import pytest
from pypdf import PdfReader

from summit_desk.domain.errors import DeskError, Invalid
from summit_desk.domain.records import Attendee

HOSTILE = {
    "formula": "=cmd|' /C calc'!A0",
    "plus": "+8613800000001",
    "at": "@SUM(A1)",
    "minus": "-2+3",
    "newlines": "第一行\n第二行\r\n第三行",
    "right to left": "مرحبا \u202e abc",
    "emoji": "大会👩‍👩‍👧‍👦🎉",
    "markup": "<b>粗</b><img src=x onerror=alert(1)>&amp;",
    "control": "a\x00b\x07c\x1bd",
    "long": "长" * 10_000,
    "quotes": "'; DROP TABLE attendee; --",
    "braces": "{name} %s %(x)d {0}",
    "lone surrogate": "a\ud800b",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_notes_are_kept_and_exported_as_text(text, register, services, event, tmp_path):
    attendee = register("张伟", notes=text)
    stored = services.attendees.detail(attendee.id).attendee.notes
    out = tmp_path / "list.xlsx"
    services.documents.attendee_list(event.id, out, columns=("number", "name", "notes"))
    cells = [cell for row in openpyxl.load_workbook(out).active.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    shown = "".join(str(cell.value) for cell in cells)
    assert "".join(stored.split())[:2_000] in "".join(shown.split())


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_names_are_stored_or_refused_in_a_sentence(text, register, services, event):
    try:
        attendee = register(text)
    except Invalid as refused:
        sentence = str(refused)
    else:
        sentence = ""
    if sentence:
        assert services.search.find(event.id, "0001") == []
        return
    name = services.attendees.detail(attendee.id).person.name
    assert services.search.find(event.id, attendee_number(services, attendee))[0].name == name


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_badge_with_a_hostile_name_prints_it_or_says_why_not(
    text, register, services, event, tmp_path
):
    out = tmp_path / "badge.pdf"
    try:
        attendee = register(text)
        services.documents.badges(event.id, out)
    except DeskError:
        assert not out.exists()
        return
    name = services.attendees.detail(attendee.id).person.name
    printed = "".join(PdfReader(out).pages[0].extract_text().split())
    assert "".join(name.split()) in printed


def test_everything_empty_but_the_name_is_enough(register, services, event, tmp_path):
    register("王")
    out = tmp_path / "badge.pdf"
    services.documents.badges(event.id, out)
    assert len(PdfReader(out).pages) == 1


def test_nothing_at_all_is_refused_with_the_field(register):
    with pytest.raises(Invalid) as refused:
        register("")
    assert [problem.field for problem in refused.value.problems] == ["name"]


def attendee_number(services, attendee: Attendee) -> str:
    return services.attendees.detail(attendee.id).attendee.number
