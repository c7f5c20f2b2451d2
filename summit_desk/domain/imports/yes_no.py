"""The marks by which lists say yes, no and nothing."""

from functools import lru_cache

from summit_desk.domain.text_cleaning import fold_width

# Single characters in one text, words beside them. Form tools code yes as 1 and no as 0 or 2.
_YES = frozenset(
    (
        *"√✓✔☑✅○●v是有y1对t住须需x",
        "yes",
        "true",
        "on",
        "1.0",
        "需要",
        "参加",
        "住宿",
        "已报名",
        "是的",
    )
)
_NO = frozenset(
    (
        *"×✗✘☐❌否n0不无f2",
        "no",
        "false",
        "off",
        "0.0",
        "2.0",
        "不需要",
        "不需",
        "不要",
        "不住",
        "不住宿",
        "不参加",
        "无需",
        "没有",
        "自理",
    )
)
_NOTHING = frozenset(
    (
        "",
        "/",
        "\\",
        "-",
        "--",
        "—",
        "——",
        "(跳过)",
        "(空)",
        "n/a",
        "na",
        "null",
        "none",
        "无",
        "未填写",
    )
)


@lru_cache(maxsize=50_000)
def is_nothing(text: str) -> bool:
    """Tell whether a cell says that there is nothing to say."""
    return fold_width(text).strip().lower() in _NOTHING


@lru_cache(maxsize=1_000)
def yes_or_no(text: str) -> bool | None:
    """Return what a mark means, or None when it is no mark."""
    marks = {text.strip().lower(), fold_width(text).strip().lower()}
    if marks & _YES:
        return True
    return False if marks & _NO else None


def is_mark(text: str) -> bool:
    """Tell whether a cell is a tick, a cross or nothing."""
    return is_nothing(text) or yes_or_no(text) is not None
