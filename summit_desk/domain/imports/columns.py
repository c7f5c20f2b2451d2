"""Which column is what: guessed from header, group and content, remembered, corrected."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from summit_desk.domain.errors.imports import UnknownColumn
from summit_desk.domain.imports.foreign_lists import foreign_targets
from summit_desk.domain.imports.headers import Header
from summit_desk.domain.imports.layout import Layout
from summit_desk.domain.imports.synonyms import (
    CERTAIN,
    SURE,
    is_masked,
    option_of,
    plain_header,
    target_of,
)
from summit_desk.domain.imports.tables import CellValue, cell_text, column_letters, filled
from summit_desk.domain.imports.targets import NAMED, NAMING, SEVERAL, Meaning, Target
from summit_desk.domain.imports.yes_no import is_mark
from summit_desk.domain.text_cleaning import clean_line, fold_for_match

_FORUM_WORDS = re.compile(
    r"论坛|大会|会议|峰会|晚宴|专场|论坛|沙龙|研讨|forum|summit|dinner", re.IGNORECASE
)
_SEAT_OF = re.compile(r"(?:座位号?|座次|席位|seat)\s*[（(](.+)[)）]", re.IGNORECASE)
_MEAL = re.compile("[早中午晚]餐|自助餐|晚宴|breakfast|lunch|dinner", re.IGNORECASE)
_TICKED_MEAL = re.compile("[早中午晚]餐|夜宵|自助餐|茶歇|breakfast|lunch|supper", re.IGNORECASE)
_NO_MEAL = re.compile("[不含份数费桌座补券]|时间|要求")  # what else is asked about meals
_SERVINGS = frozenset({"2", "2.0"})  # so many of them, or "no" in some form tools
_ASKED = re.compile(r"^(?:您)?(?:是否|能否)?(?:需要|参加|出席|预订|订|用(?!餐)|需)?")
_COUNTING = frozenset({"编号", "no.", "no", "number"})  # or the numbers of registrations
_OTHERS = frozenset({"其他", "其它", "other"})
_SAMPLED = 200


@dataclass(frozen=True)
class ColumnUse:
    """One column and what it is taken for; `name` is that of a forum, a meal or an own field."""

    column: int
    title: str
    target: Target
    confidence: float = 0.0
    name: str = ""
    sample: str = ""
    hidden: bool = False
    remembered: bool = False


@dataclass(frozen=True)
class Known:
    """The names that the event already has, for telling a forum from any other question."""

    forums: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


NOTHING_KNOWN = Known()


def guess_columns(layout: Layout, known: Known) -> tuple[ColumnUse, ...]:
    """Return what each column most likely is; a field is given to its surest column only."""
    guesses = [
        _guess(header, _sample(layout, header.column), _without_twin(known, layout, header))
        for header in layout.headers
    ]
    foreign = foreign_targets(layout.headers)
    guesses = [
        replace(use, target=foreign[use.column], confidence=1.0) if use.column in foreign else use
        for use in guesses
    ]
    return _each_once(_named(guesses))


def _without_twin(known: Known, layout: Layout, header: Header) -> Known:
    """Of two columns with one title, the first is not the event's own field that is called so."""
    title = fold_for_match(header.title)
    twins = [one.column for one in layout.headers if fold_for_match(one.title) == title]
    if len(twins) == 1 or header.column != twins[0]:
        return known
    return replace(known, fields=tuple(one for one in known.fields if fold_for_match(one) != title))


def apply_memory(
    columns: tuple[ColumnUse, ...], remembered: Mapping[str, str]
) -> tuple[ColumnUse, ...]:
    """Take over what a person chose for the same headers the last time."""
    return tuple(
        _as_remembered(use, said) if (said := remembered.get(str(use.column))) else use
        for use in columns
    )


def _as_remembered(use: ColumnUse, said: str) -> ColumnUse:
    """`said` is a word of Target, with the name that was given behind a colon."""
    word, _colon, name = said.partition(":")
    if word not in set(Target):
        return use
    target = Target(word)
    return replace(use, target=target, confidence=1.0, remembered=True, name=name or use.name)


def with_meanings(
    columns: tuple[ColumnUse, ...], meanings: Mapping[str, Meaning]
) -> tuple[ColumnUse, ...]:
    """Take over what was said of columns, by title or letter; raises UnknownColumn."""
    said: dict[int, Meaning] = {}
    for column, meaning in meanings.items():
        found = [use for use in columns if _is_called(use, column)]
        if not found:
            titles = ", ".join(filter(None, (use.title for use in columns)))
            raise UnknownColumn(column=column, columns=titles)
        said |= {use.column: meaning for use in found}
    return tuple(
        replace(use, target=one.target, name=one.name or use.name, confidence=1.0)
        if (one := said.get(use.column))
        else use
        for use in columns
    )


def _is_called(use: ColumnUse, column: str) -> bool:
    titles = (use.title, use.title.rpartition(" / ")[2])
    return any(fold_for_match(title) == fold_for_match(column) for title in titles) or (
        column == column_letters(use.column)
    )


def memory_of(columns: Collection[ColumnUse]) -> dict[str, str]:
    """Return what is to be remembered of a mapping."""
    return {
        str(use.column): f"{use.target}:{use.name}" if use.target in NAMED else use.target.value
        for use in columns
    }


def has_names(columns: Collection[ColumnUse]) -> bool:
    """Tell whether any column can name a person."""
    return any(use.target in NAMING for use in columns)


def _guess(header: Header, cells: list[CellValue], known: Known) -> ColumnUse:
    texts = [clean_line(cell_text(cell)) for cell in cells if filled(cell)]
    use = ColumnUse(
        header.column,
        f"{header.group} / {header.title}" if header.group else header.title,
        Target.IGNORE,
        name=_label(header),
        sample="、".join(dict.fromkeys(texts[:3])),
        hidden=header.hidden,
    )
    if any(fold_for_match(header.title) == fold_for_match(own) for own in known.fields):
        return replace(use, target=Target.CUSTOM, confidence=1.0, name=header.title)
    for named, name in (
        (Target.FORUM_SEAT, _seated_forum(header.title)),
        (Target.FORUM_OPTION, _option_forum(header, texts, known)),
        (Target.MEAL_OPTION, _option_meal(header, texts)),
    ):
        if name:
            return replace(use, target=named, confidence=0.9, name=name)
    target, confidence = _by_title(header)
    if target is None:
        return _unknown(use, texts)
    if header.hidden and not texts:
        return use
    found = _by_content(target, texts)
    if found is Target.NUMBER and plain_header(header.title) in _COUNTING:
        if not any(char.isdigit() for text in texts for char in text):
            return _unknown(use, texts)  # "No" beside "Yes"
        found = Target.IGNORE if _counts(texts) else found
    return replace(use, target=found, confidence=confidence)


def _by_content(target: Target, texts: list[str]) -> Target:
    """One word for two questions is told apart by its answers."""
    if target is Target.HOTEL and texts and all(map(is_mark, texts)):
        return Target.NEEDS_HOTEL
    if target is Target.DIET and any(_MEAL.search(text) for text in texts):
        return Target.MEALS
    return target


def _counts(texts: Sequence[str]) -> bool:
    """Tell whether a column only counts the rows, once or in each of their groups."""
    steps = zip(("0", *texts), texts, strict=False)
    return bool(texts) and all(
        text == "1" or (last.isdecimal() and text == str(int(last) + 1)) for last, text in steps
    )


def _seated_forum(title: str) -> str:
    """Return the forum of a column "座位（主论坛）"."""
    found = _SEAT_OF.fullmatch(clean_line(title))
    return found[1].strip() if found else ""


def _by_title(header: Header) -> tuple[Target | None, float]:
    question, option = option_of(header.title)
    if option and not question and fold_for_match(option) in _OTHERS:
        return Target.IGNORE, 0.6
    if header.group:
        whole = target_of(header.group + header.title)
        if whole[1] >= CERTAIN:
            return whole
    return target_of(header.title)


def _option_forum(header: Header, texts: list[str], known: Known) -> str:
    """Return the forum that a column of ticks stands for, or an empty text."""
    _question, option = option_of(header.title)
    name = option or header.title
    if not name or not texts or not all(map(is_mark, texts)):
        return ""
    if fold_for_match(name) in _OTHERS:
        return ""
    if any(fold_for_match(name) == fold_for_match(forum) for forum in known.forums):
        return name
    group, _sure = target_of(header.group or _question)
    if group is Target.FORUMS:
        return name
    said, confidence = target_of(name)
    guess = _FORUM_WORDS.search(name) and (said in {None, Target.FORUMS} or confidence < SURE)
    return name if guess else ""


def _option_meal(header: Header, texts: list[str]) -> str:
    """Return the meal that a column of ticks stands for, or an empty text."""
    question, option = option_of(header.title)
    group, named = header.group or question, option or _bare(header.title)
    if not texts or not all(map(is_mark, texts)) or not _SERVINGS.isdisjoint(texts):
        return ""
    if not _TICKED_MEAL.search(named) or _NO_MEAL.search(named):
        return ""
    meal = _ASKED.sub("", named)
    return f"{group}{meal}" if group and "餐" not in group else meal


def _unknown(use: ColumnUse, texts: list[str]) -> ColumnUse:
    if not texts or not plain_header(use.title):
        return use
    return replace(use, target=Target.CUSTOM, confidence=0.3)


def _label(header: Header) -> str:
    """Return the words of an own field's label: the title without numbering and stars."""
    label = _bare(header.title)
    if header.group and target_of(header.group)[0] is not Target.FORUMS:
        return f"{header.group}{label}"
    return label


def _bare(title: str) -> str:
    """Return a title without the numbering, stars and remarks of form tools."""
    marks = r"^\s*[Qq]?\d{1,3}[.、]\s*|[（(](?:必填|自动|选填|单选)[)）]|[*：:]\s*$"
    return clean_line(re.sub(marks, "", title))


def _named(guesses: list[ColumnUse]) -> list[ColumnUse]:
    """Tell own fields with the same label apart."""
    seen: dict[str, int] = {}
    named = []
    for use in guesses:
        if use.target not in {Target.CUSTOM, Target.CUSTOM_MOMENT}:
            named.append(use)
            continue
        count = seen[use.name] = seen.get(use.name, 0) + 1
        named.append(use if count == 1 else replace(use, name=f"{use.name} {count}"))
    return named


def _each_once(guesses: list[ColumnUse]) -> tuple[ColumnUse, ...]:
    best: dict[Target, ColumnUse] = {}
    for use in guesses:
        rival = best.get(use.target)
        if rival is None or use.confidence > rival.confidence:
            best[use.target] = use
    return tuple(
        use if use.target in SEVERAL or best[use.target] is use else _beaten(use) for use in guesses
    )


def _beaten(use: ColumnUse) -> ColumnUse:
    """What another column says more surely is a question of its own, or the same in part."""
    target = Target.IGNORE if is_masked(use.title) else Target.CUSTOM
    return replace(use, target=target, confidence=0.3)


def _sample(layout: Layout, column: int) -> list[CellValue]:
    return [row.cells[column] for row in layout.rows[:_SAMPLED] if column < len(row.cells)]
