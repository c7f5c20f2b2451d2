"""Each case of pasted text is cleaned, offered to be cleaned, marked or left alone in a form."""

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from summit_desk.domain.text_kinds import TextKind
from ui.kit.form import Field, FormDialog, Line, Lines
from ui.kit.pasting import inserted

QUIRKS = json.loads(
    (Path(__file__).parents[1] / "data" / "paste_quirks.json").read_text(encoding="utf-8")
)
KINDS = {
    "name-inner-u3000": TextKind.NAME,
    "name-inner-space": TextKind.NAME,
    "name-foreign-space": TextKind.NAME,
    "name-dot-variants": TextKind.NAME,
    "fullwidth-digits": TextKind.NUMBER,
    "bidi": TextKind.NUMBER,
}
# Where the list of cases leaves open what is offered.
OFFERED = {
    "pinyin-insert-not2": "单雄信",
    "no-linebreaks-seed": (
        "基础研究-明确产业互联网平台是什么?怎么做?\n2)应用研究-分行业分领域分场景研究热点话题;"
    ),
    "source-line-seed": "中国信息协会产业互联网分会\n严华",
}
FOR_ONE_LINE = {"newline-in-cell"}
FOR_LINES = {"no-linebreaks-seed"}


def cases(mode: str, *without: str) -> list[object]:
    return [
        pytest.param(case, id=case["id"])
        for case in QUIRKS
        if case["mode"] == mode and case["id"] not in without
    ]


@pytest.fixture
def form(qtbot):
    """Return an opener of a form with one field of each sort."""

    def open_one(kind: TextKind = TextKind.LINE) -> FormDialog:
        fields = (
            Field("line", lambda: "Line", Line(holds=kind)),
            Field("lines", lambda: "Lines", Lines()),
        )
        dialog = FormDialog("Form", fields, {"line": "", "lines": ""})
        qtbot.addWidget(dialog)
        for box in dialog.inputs.values():
            box.hint.near = date(2024, 5, 28)
        dialog.show()
        return dialog

    return open_one


def paste(box, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    box.control.setFocus()
    QTest.keySequence(box.control, QKeySequence(QKeySequence.StandardKey.Paste))


def undo(box) -> None:
    QTest.keySequence(box.control, QKeySequence(QKeySequence.StandardKey.Undo))


def shown(box) -> str:
    control = box.control
    return control.toPlainText() if hasattr(control, "toPlainText") else control.text()


@pytest.mark.parametrize("case", cases("auto"))
def test_what_is_always_cleaned_in_a_line(form, case) -> None:
    box = form(KINDS.get(case["id"], TextKind.LINE)).inputs["line"]
    variants = case["id"] == "name-dot-variants"
    given = case["input"].split(" / ") if variants else [case["input"]]
    wanted = case["expected"].split(" / ") if variants else [case["expected"]]

    for text, clean in zip(given, wanted, strict=True):
        box.line.clear()
        paste(box, text)
        assert box.value() == clean


@pytest.mark.parametrize("case", cases("auto", *KINDS))
def test_what_is_always_cleaned_in_several_lines(form, case) -> None:
    box = form().inputs["lines"]

    paste(box, case["input"])

    assert box.value() == case["expected"]


@pytest.mark.parametrize("sort", ["line", "lines"])
@pytest.mark.parametrize("case", cases("keep"))
def test_what_is_left_alone(form, case, sort: str) -> None:
    box = form(KINDS.get(case["id"], TextKind.LINE)).inputs[sort]

    paste(box, case["input"])

    assert (shown(box), box.hint.isVisible()) == (case["expected"], False)


@pytest.mark.parametrize("sort", ["line", "lines"])
@pytest.mark.parametrize("case", cases("flag"))
def test_what_can_only_be_marked_stays_and_is_marked(form, case, sort: str) -> None:
    box = form().inputs[sort]

    paste(box, case["input"])

    assert shown(box) == case["input"]
    assert (box.hint.isVisible(), box.hint.sentence.property("tone")) == (True, "amber")


@pytest.mark.parametrize(
    ("case", "sort"),
    [
        pytest.param(case.values[0], sort, id=f"{case.id}-{sort}")
        for case in cases("offer")
        for sort in ("line", "lines")
        if case.id not in (FOR_LINES if sort == "line" else FOR_ONE_LINE)
    ],
)
def test_what_is_offered_is_done_only_when_agreed_and_can_be_taken_back(
    form, case, sort: str
) -> None:
    box = form().inputs[sort]

    paste(box, case["input"])
    before = shown(box)
    assert before.replace("\u00a0", " ") == case["input"].replace("\u00a0", " ")  # as Qt tells it
    assert box.hint.button.isVisible()
    box.hint.button.click()

    assert shown(box) == OFFERED.get(case["id"], case["expected"])
    undo(box)
    assert shown(box) == before


def test_each_clean_up_is_offered_by_itself(form) -> None:
    box = form().inputs["lines"]
    paste(box, "來源:證券時(shí)報(bào)網(wǎng)")
    seen = []
    while box.hint.isVisible():
        box.hint.button.click()
        seen.append(shown(box))

    assert seen == ["來源:證券時報網", "來源：證券時報網", "来源：证券时报网"]


def test_the_offer_is_previewed(form) -> None:
    box = form().inputs["line"]

    paste(box, "不吃辣\n花生过敏")

    said = box.hint.sentence.text()
    assert said == "There are line breaks; this field has one line. → 不吃辣；花生过敏"


def test_what_is_typed_or_was_stored_is_never_touched(form, qtbot) -> None:
    box = form(TextKind.NAME).inputs["line"]
    box.show_value("协會(huì)领导")
    assert not box.hint.isVisible()

    box.line.clear()
    qtbot.keyClicks(box.line, "A, B")

    assert (box.value(), box.hint.isVisible()) == ("A, B", False)


def test_ctrl_z_brings_back_what_was_pasted(form) -> None:
    box = form(TextKind.NAME).inputs["line"]

    paste(box, "张　伟")
    assert box.value() == "张伟"
    undo(box)

    assert box.value() == "张　伟"


def test_a_paste_into_the_middle_cleans_only_itself(form) -> None:
    box = form().inputs["line"]
    box.show_value("𫖯甲 &amp; 乙")
    box.line.setCursorPosition(2)  # the first character takes two places

    paste(box, "A&amp;B")

    assert box.value() == "𫖯A&B甲 &amp; 乙"


def test_dropped_text_is_cleaned_like_pasted_text(form) -> None:
    from PySide6.QtCore import QMimeData, QPoint, QPointF
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QApplication

    box = form(TextKind.NUMBER).inputs["line"]
    content, keys = QMimeData(), Qt.KeyboardModifier.NoModifier
    content.setText("１３８")
    button, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    QApplication.sendEvent(box.line, QDragEnterEvent(QPoint(2, 2), copy, content, button, keys))
    QApplication.sendEvent(box.line, QDropEvent(QPointF(2, 2), copy, content, button, keys))

    assert box.value() == "138"


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        ("", "ab", (0, "ab")),
        ("ab", "axxb", (1, "xx")),
        ("aa", "aaaa", (2, "aa")),
        ("ab", "b", (0, "")),
    ],
)
def test_the_pasted_piece_is_found(before: str, after: str, where) -> None:
    assert inserted(before, after) == where
