"""Editors: what kind of value a field of a form holds, as data."""

from dataclasses import dataclass

from summit_desk.domain.text_kinds import TextKind
from ui.kit.choice_inputs import ChoiceInput, ChoicesInput, Find, LookupInput, Options
from ui.kit.colour_input import ColourInput
from ui.kit.inputs import (
    CheckInput,
    DecimalInput,
    ImageInput,
    Input,
    LineInput,
    LinesInput,
    NumberInput,
    TagsInput,
)
from ui.kit.time_inputs import DateInput, DateTimeInput, TimeInput


class Editor:
    """Knows how to make its widget."""

    def make(self) -> Input:
        """Return a fresh widget."""
        raise NotImplementedError


@dataclass(frozen=True)
class Line(Editor):
    """One line of text → str."""

    placeholder: str = ""
    longest: int = 0
    holds: TextKind = TextKind.LINE  # by which a pasted text is cleaned

    def make(self) -> Input:
        return LineInput(self.placeholder, self.longest, self.holds)


@dataclass(frozen=True)
class Lines(Editor):
    """Several lines of text → str."""

    height: int = 88

    def make(self) -> Input:
        return LinesInput(self.height)


@dataclass(frozen=True)
class Number(Editor):
    """A whole number → int, or None when optional and empty."""

    lo: int = 0
    hi: int = 999_999
    suffix: str = ""
    optional: bool = False

    def make(self) -> Input:
        return NumberInput(self.lo, self.hi, self.suffix, optional=self.optional)


@dataclass(frozen=True)
class Decimal(Editor):
    """A number with decimals → float, or None when optional and empty."""

    lo: float = 0.0
    hi: float = 999_999_999.0
    decimals: int = 2
    optional: bool = False

    def make(self) -> Input:
        return DecimalInput(self.lo, self.hi, self.decimals, optional=self.optional)


@dataclass(frozen=True)
class Money(Editor):
    """An amount → int in hundredths, or None when empty."""

    symbol: str = "¥"

    def make(self) -> Input:
        from ui.kit.own_inputs import MoneyInput  # noqa: PLC0415 -- few forms ask for money

        return MoneyInput(self.symbol)


@dataclass(frozen=True)
class SeatPlace(Editor):
    """A seat by hall, row and number → str as it is stored."""

    def make(self) -> Input:
        from ui.kit.own_inputs import SeatInput  # noqa: PLC0415 -- loads the rules of seats

        return SeatInput()


@dataclass(frozen=True)
class Date(Editor):
    """A day → date, or None when optional and not ticked."""

    optional: bool = False

    def make(self) -> Input:
        return DateInput(optional=self.optional)


@dataclass(frozen=True)
class DateTime(Editor):
    """A day and wall-clock time → naive datetime, or None when optional and not ticked."""

    optional: bool = False

    def make(self) -> Input:
        return DateTimeInput(optional=self.optional)


@dataclass(frozen=True)
class Time(Editor):
    """A wall-clock time → time, or None when optional and not ticked."""

    optional: bool = False

    def make(self) -> Input:
        return TimeInput(optional=self.optional)


@dataclass(frozen=True)
class Choice(Editor):
    """One of `options()` → its value; an editable one also gives a str of the person's own."""

    options: Options
    editable: bool = False

    def make(self) -> Input:
        return ChoiceInput(self.options, editable=self.editable)


@dataclass(frozen=True)
class Choices(Editor):
    """Several of `options()` → tuple of their values; a free one also takes other words."""

    options: Options
    height: int = 120
    free: bool = False

    def make(self) -> Input:
        return ChoicesInput(self.options, self.height, free=self.free)


@dataclass(frozen=True)
class Lookup(Editor):
    """One of very many, found by typing → the option's value or None.

    `find(text, then)` calls `then(options)` later, e.g.
    `lambda text, then: desk.run(lambda: people.options(text), then)`. The form's starting value
    is the option `(value, text)`. A `free` one also gives a plain str that matches nobody.
    """

    find: Find
    placeholder: str = ""
    free: bool = False
    holds: TextKind = TextKind.LINE  # by which a pasted text is cleaned

    def make(self) -> Input:
        return LookupInput(self.find, self.placeholder, free=self.free, holds=self.holds)


@dataclass(frozen=True)
class Check(Editor):
    """Yes or no → bool; `text` stands beside the box."""

    text: str = ""

    def make(self) -> Input:
        return CheckInput(self.text)


@dataclass(frozen=True)
class Colour(Editor):
    """A colour → "#rrggbb"."""

    def make(self) -> Input:
        return ColourInput()


@dataclass(frozen=True)
class Tags(Editor):
    """Words with commas → tuple of str."""

    def make(self) -> Input:
        return TagsInput()


@dataclass(frozen=True)
class Image(Editor):
    """A picture → the bytes of its file, or None."""

    def make(self) -> Input:
        return ImageInput()
