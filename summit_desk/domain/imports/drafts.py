"""One row of a list, cleaned: what it says about a person, and what is odd about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from summit_desk.domain.imports.targets import Target
from summit_desk.domain.records import AttendeeStatus, FeeStatus, Sex
from summit_desk.domain.text_cleaning import fold_for_match
from summit_desk.support.i18n import N_, _

Value = object
BLANK: tuple[Value, ...] = ("", None, ())  # what an empty cell stands for where it erases

STATUS_WORDS = {
    AttendeeStatus.PENDING: "待审核 审核中 pending tobereviewed approvalpending "
    "awaitingapproval waitingforapproval awaiting_approval",
    AttendeeStatus.UNCONFIRMED: (
        "待确认 未确认 unconfirmed 预留 reserved 待缴费 待付款 awaitingpayment awaiting_payment "
        "to_be_paid tobepaid unpaid"
    ),
    AttendeeStatus.CONFIRMED: (
        "已确认 确认 已报名 报名成功 已审核 审核通过 通过 已缴费 confirmed paid completed complete "
        "acquired checked_in free active valid accepted approved"
    ),
    AttendeeStatus.DECLINED: "无法参加 不参加 谢绝 declined cantcome can'tcome rejected",
    AttendeeStatus.CANCELLED: (
        "已取消 取消 退票 cancelled canceled withdrawn expired released invalidated refunded"
    ),
    AttendeeStatus.BLOCKED: "已禁止入场 禁止入场 黑名单 barred blocked",
    AttendeeStatus.EXCUSED: "请假 已请假 excused",
    AttendeeStatus.DUPLICATE: "重复 重复报名 duplicate duplicateregistration",
}
_FEE_WORDS = {
    FeeStatus.PAID: "已缴费 已缴 已缴纳 已付 已付款 已支付 已交费 已交 缴费 paid 是 yes y √ ✓ 1",
    FeeStatus.UNPAID: (
        "未缴费 未缴 未缴纳 未付 未付款 未支付 未交费 未交 待缴费 待付款 待支付 unpaid pending "
        "否 no n × 0"
    ),
    FeeStatus.WAIVED: "免缴 免费 免缴费 免交 减免 免 waived free exempt",
    FeeStatus.REFUNDED: "已退款 已退 退款 已退费 refunded",
}
_FEES = {word: status for status, words in _FEE_WORDS.items() for word in words.split()}
_STATUSES = {word: status for status, words in STATUS_WORDS.items() for word in words.split()}
_SEXES = {
    **dict.fromkeys(("男", "m", "male", "先生", "mr", "mr.", "男士", "1"), Sex.MALE),
    **dict.fromkeys(
        ("女", "f", "female", "女士", "ms", "mrs", "ms.", "mrs.", "小姐", "2"), Sex.FEMALE
    ),
}
PLACEHOLDERS = frozenset(
    {
        "待定",
        "待通知",
        "待报",
        "待补",
        "名额",
        "预留",
        "预留名额",
        "未定",
        "tbd",
        "tba",
        "n.n.",
        "神秘嘉宾",
    }
)

NO_NAME = N_("The row has no name.")
LONG = N_("“{field}” is longer than {most} characters.")
RESERVED = N_("No name yet: the row is taken as a reserved seat.")
SEX_DIFFERS = N_("The sex is not the one that the ID number says.")
BIRTH_DIFFERS = N_("The date of birth is not the one that the ID number says.")
NO_DATE = N_("“{value}” is no date and was left out.")
NO_SEX = N_("“{value}” is no sex and was left out.")
NO_STATUS = N_("“{value}” is no status; somebody new is taken as not confirmed yet.")
NO_FEE_STATUS = N_("“{value}” does not say whether the fee was paid and was left out.")
NO_AMOUNT = N_("“{value}” is no amount and was left out.")
NO_RANK = N_("“{value}” is no rank (a whole number) and was left out.")
NO_DAY = N_("“{value}” is no date; the words are kept in the notes.")
DAY_ONLY = N_("Only the day of “{value}” was taken; the words are kept in the notes.")
NO_LETTERS = N_("“{value}” has no letters: is it a name? Please decide.")
MISFIT = N_("“{value}” does not fit the field “{field}”; it is kept as a text.")
NO_CHOICE = N_("“{value}” is none of the choices of “{field}”; it is kept.")
NO_TIME = N_("“{value}” names a day without a time; it is kept as 00:00.")
NOBODY = N_("Nobody called “{value}” is registered or in the list; the link was left out.")
NO_YES_NO = N_("“{value}” is neither yes nor no and was left out.")
EARLY_END = N_("The day of departure was before the day of arrival and was left out.")
BAD_CODE = N_("This is no valid unified social credit code; please check it.")
ONLY_NAME = N_("Only a name stands in this row: is it a person or a heading? Please decide.")
DOUBTS_PERSON = frozenset({ONLY_NAME, NO_LETTERS})  # flags that make a row wait for a decision
SHARED_PHONE = N_("The same phone as in row {row}, but another name.")


@dataclass(frozen=True)
class Flag:
    """Something to look at that does not stop the row; `sentence` is a msgid."""

    target: Target
    sentence: str
    details: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return _(self.sentence).format(**self.details)


class Draft(NamedTuple):
    """What one row says. Only what it says: an empty cell is not in `values`."""

    row: int  # as the spreadsheet counts, from 1
    values: Mapping[Target, Value]
    forums: Mapping[str, bool]  # chosen, or expressly not
    all_forums: bool  # the cell lists every forum of the person
    custom: Mapping[str, str]
    forum_seats: Mapping[str, str]
    flags: tuple[Flag, ...] = ()
    problem: Flag | None = None
    meals: Mapping[str, bool] = MappingProxyType({})  # chosen or expressly not, by column

    def text(self, target: Target) -> str:
        """Return a text value, empty if the row says nothing."""
        value = self.values.get(target, "")
        return value if isinstance(value, str) else ""

    @property
    def name(self) -> str:
        value = self.values.get(Target.NAME, "")
        return value if isinstance(value, str) else ""

    @property
    def is_placeholder(self) -> bool:
        """Whether the row keeps a seat for somebody who is not named yet."""
        return is_placeholder(self.name)

    def flagged(self, *flags: Flag) -> "Draft":
        """Return the draft with more to look at."""
        return self._replace(flags=(*self.flags, *flags))


@lru_cache(maxsize=100_000)
def is_placeholder(name: str) -> bool:
    """Tell whether a name only keeps a place."""
    return fold_for_match(name) in PLACEHOLDERS


def merged(first: Draft, later: Draft) -> Draft:
    """Return the first row with what a later row about the same person says; empty says nothing."""
    forums = dict(later.forums) if later.all_forums else {**first.forums, **later.forums}
    said = {target: value for target, value in later.values.items() if value not in BLANK}
    given = {name: seat for name, seat in later.forum_seats.items() if seat}
    seats = {**first.forum_seats, **given}
    chosen = {fold_for_match(name) for name in forums}
    whole = first._replace(
        values={**first.values, **said},
        forums=forums,
        all_forums=first.all_forums or later.all_forums,
        meals={**first.meals, **later.meals},
        custom={**first.custom, **{name: text for name, text in later.custom.items() if text}},
        forum_seats={
            name: seat for name, seat in seats.items() if not seat or fold_for_match(name) in chosen
        },
    )
    return one_of_meals(whole)


def with_ticks(meals: Iterable[object], ticks: Mapping[str, bool]) -> tuple[str, ...]:
    """Return meals with those that are ticked, and without those that are expressly not."""
    chosen = {fold_for_match(name): yes for name, yes in ticks.items()}
    kept = [meal for meal in map(str, meals) if chosen.get(fold_for_match(meal), True)]
    known = {fold_for_match(meal) for meal in kept}
    more = [name for name, yes in ticks.items() if yes and fold_for_match(name) not in known]
    return (*kept, *more)


def one_of_meals(draft: Draft) -> Draft:
    """A row that lists the meals in one cell and ticks others lists them all."""
    listed = draft.values.get(Target.MEALS)
    if not draft.meals or not isinstance(listed, tuple):
        return draft
    values = {**draft.values, Target.MEALS: with_ticks(listed, draft.meals)}
    return draft._replace(values=values, meals={})


def without(draft: Draft, target: Target) -> Draft:
    """Return the draft without what it says of one column."""
    return draft._replace(values={one: said for one, said in draft.values.items() if one != target})


def status_of(text: str) -> AttendeeStatus | None:
    """Return the status that a word names."""
    return _STATUSES.get(fold_for_match(text))


def sex_of_word(text: str) -> Sex | None:
    """Return the sex that a word or form of address names."""
    return _SEXES.get(fold_for_match(text))


def fee_status_of(text: str) -> FeeStatus | None:
    """Return what a word says of the fee."""
    return _FEES.get(fold_for_match(text))
