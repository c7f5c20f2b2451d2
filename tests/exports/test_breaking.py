"""Where lines end: at good places, never inside a word, never past the width."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.breaking import balanced, wrapped


def even(text: str, lines: int = 2) -> tuple[str, ...]:
    return balanced(text, lines, [1.0] * len(text), kept=False)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("示例江苏产业互联网有限公司", ("示例江苏产业互联网", "有限公司")),
        (
            "中国信息协会产业互联网分会成立大会暨2024年高峰论坛",
            ("中国信息协会产业互联网分会成立大会", "暨2024年高峰论坛"),
        ),
        (
            "暨2024年中国产业互联网科技·产业·金融创新高峰论坛",
            ("暨2024年中国产业互联网", "科技·产业·金融创新高峰论坛"),
        ),
        ("Sample Institute of Industrial Internet", ("Sample Institute of", "Industrial Internet")),
        ("迪丽热巴·迪力木拉提", ("迪丽热巴·", "迪力木拉提")),
    ],
)
def test_a_long_text_breaks_at_a_good_place(text, lines):
    assert even(text) == lines


def test_no_line_begins_with_closing_marks():
    lines = wrapped("产业互联，激活新质生产力。" * 5, 7.0, lambda _c: 1.0)

    assert [line for line in lines if line[0] in "，。"] == []


@settings(deadline=None)
@given(st.text(alphabet="产业互联网有限公司，。·（） abcXYZ 0123年", max_size=80))
def test_wrapping_loses_nothing_but_spaces(text):
    lines = wrapped(text, 9.0, lambda _c: 1.0)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(len(line) <= 9 for line in lines)
