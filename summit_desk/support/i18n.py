"""Translations: one gettext catalogue for screens, documents and the command line.

A text is written `_("{name} was checked in.")` in English and looked up when it is shown. The
language of the program is set once at the start (and by the settings); a document may be written
in another one with `speaking(language)`.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from functools import cache

from summit_desk.support.paths import assets

DOMAIN = "summit_desk"


class Language(StrEnum):
    CHINESE = "zh"
    ENGLISH = "en"


class _Program:
    """The language of the whole program; every thread sees it."""

    language = Language.CHINESE


_document: ContextVar[Language | None] = ContextVar("document_language", default=None)


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    if language is Language.ENGLISH:
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, assets() / "translations", ["zh_CN"], fallback=True)


def use_language(language: Language) -> None:
    """Set the language of the program."""
    _Program.language = language


def current_language() -> Language:
    """Return the language that texts are looked up in right here."""
    return _document.get() or _Program.language


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Look texts up in `language` inside the block (this thread only): for documents."""
    token = _document.set(language)
    try:
        yield
    finally:
        _document.reset(token)


def _(text: str) -> str:
    """Return `text` in the current language."""
    return _catalogue(current_language()).gettext(text)


def N_(text: str) -> str:  # noqa: N802 -- gettext's own name for a text that is translated later
    """Mark `text` for translation; whoever shows it calls `_`."""
    return text


def in_words(chinese: str, other: str) -> str:
    """Pick the Chinese or the other-language form of a stored text for the current language."""
    if current_language() is Language.CHINESE:
        return chinese or other
    return other or chinese
