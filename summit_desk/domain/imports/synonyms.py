"""Which field a header names: the words of Chinese and English lists and of form tools."""

import re
from collections.abc import Callable
from functools import cache
from operator import itemgetter

from summit_desk.domain.documents.attendee_columns import BY_HAND, COLUMNS, masked_title
from summit_desk.domain.imports.header_words import HEADER_WORDS
from summit_desk.domain.imports.targets import LABELS, Target
from summit_desk.domain.scripts import simplified
from summit_desk.domain.text_cleaning import fold_width
from summit_desk.support.i18n import N_, Language, _, speaking

CERTAIN, SURE, LIKELY = 0.95, 0.85, 0.5  # how sure a header names a field
REASON = N_("Reason for leaving out")  # the title of a column that no import reads
_MASKED = 0.99  # a whole column of the same field goes before

_OWN = {"document_number": Target.DOCUMENT}
_NOISE = re.compile(
    r"[*\s:：?？！!。]|（必填）|\(必填\)|（自动）|\(自动\)|（选填）|\(选填\)|（单选）|\(单选\)|（多选）|\(多选\)|请填写|请输入|请选择|请问"
)
_LEADING = re.compile(r"^(?:[Qq]\d{1,3}[.、:]?|\d{1,3}[.、]|[一二三四五六七八九十]{1,3}、)")
_OWNER = re.compile(
    r"^(?:您的|您将|您|你的|贵|本人|参会人员|参会人|参会者|参会嘉宾|嘉宾|代表)(?=.)"
)
_EXPLANATION = re.compile(r"\(.*?\)$")
_OPTION = re.compile(r"^\s*(?:[Qq]?\d{1,3}[.、]\s*)(.*?)[(（](.+)[)）]\s*$")


def plain_header(title: str) -> str:
    """Return a header without the numbering, stars and phrases of form tools."""
    bare = _LEADING.sub("", fold_width(title).strip())
    return _NOISE.sub("", bare).lower()


def option_of(title: str) -> tuple[str, str]:
    """Return (question, option) of a "5、(主论坛)" header of one column per option."""
    found = _OPTION.match(title)
    return (found[1].strip(), found[2].strip()) if found else ("", "")


def target_of(title: str) -> tuple[Target | None, float]:
    """Return the field that a header names, and how sure that is (0 to 1)."""
    plain = plain_header(title)
    if not plain:
        return None, 0.0
    if masked := next(filter(plain.endswith, _masked_ends()), ""):
        target, sure = target_of(plain.removesuffix(masked))
        return target, sure * _MASKED
    found = _by_words(plain)
    if found[1] < SURE and not plain.isascii() and (simple := simplified(plain)) != plain:
        return max(found, _by_words(simple), key=itemgetter(1))
    return found


def is_masked(title: str) -> bool:
    """Tell whether a column of one of our lists shows its values in part."""
    return plain_header(title).endswith(_masked_ends())


def is_reason(title: str) -> bool:
    """Tell whether a column says why we left rows out of an earlier import."""
    return plain_header(title) in _reasons()


def _by_words(plain: str) -> tuple[Target | None, float]:
    for form, sure in _forms(plain):
        if found := _table().get(form):
            return found, sure
    return _contained(plain)


def _forms(plain: str) -> tuple[tuple[str, float], ...]:
    owned = _OWNER.sub("", plain)
    shorter = _EXPLANATION.sub("", plain)
    return (plain, 1.0), (owned, CERTAIN), (shorter, 0.9), (_OWNER.sub("", shorter), SURE)


def _contained(plain: str) -> tuple[Target | None, float]:
    """A long question contains the word ("请问您的手机号码是多少"): the longest word wins."""
    found = [word for word in _table() if len(word) > 1 and not word.isascii() and word in plain]
    if not found:
        return None, 0.0
    word = max(found, key=len)
    return _table()[word], min(0.8, 0.3 + len(word) / len(plain) / 2)


@cache
def _table() -> dict[str, Target]:
    table: dict[str, Target] = {}
    for target, words in HEADER_WORDS.items():
        for word in words.split():
            table.setdefault(word, target)
    return {**_own_titles(), **table}


def _own_titles() -> dict[str, Target]:
    """The titles of our own lists, in both languages, so that an export comes back as it went."""
    named = {**BY_HAND, **{column.key: column.title for column in COLUMNS}}
    fields = frozenset(map(str, Target))
    targets = {
        key: _OWN.get(key) or (Target(key) if key in fields else Target.IGNORE) for key in named
    }
    titles: dict[str, Target] = {}
    for language in Language:
        with speaking(language):
            titles |= {plain_header(_(named[key])): target for key, target in targets.items()}
            titles |= {plain_header(_(label)): target for target, label in LABELS.items()}
    return titles


@cache
def _masked_ends() -> tuple[str, ...]:
    """The ends of titles whose values were hidden in part, in both languages."""
    return _in_all(lambda: masked_title(""))


@cache
def _reasons() -> tuple[str, ...]:
    return _in_all(lambda: _(REASON))


def _in_all(title: Callable[[], str]) -> tuple[str, ...]:
    """Return a title as headers are compared, in every language."""
    found = []
    for language in Language:
        with speaking(language):
            found.append(plain_header(title()))
    return tuple(found)
