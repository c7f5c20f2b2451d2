"""Checks before printing: characters that no font has."""

from collections.abc import Callable, Iterator

from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.preflight.snapshot import PreflightSnapshot, Unprintable
from summit_desk.support.i18n import N_

INSTALL = N_("Install a font that has it on this computer, or correct the text.")


def unprintable(snapshot: PreflightSnapshot) -> Iterator[Finding]:
    """Find texts that would stop a print."""
    for text in snapshot.unprintable:
        yield _unprintable(text)


def _unprintable(text: Unprintable) -> Finding:
    sentence = (
        N_("“{text}” can't be printed: no font has {characters}.")
        if text.printed
        else N_("“{text}” won't be printable once approved: no font has {characters}.")
    )
    codes = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in text.characters)
    return Finding(
        Severity.BLOCK if text.printed else Severity.WARN,
        "unprintable",
        text.name,
        sentence,
        {"text": text.text, "characters": codes},
        text.place,
        INSTALL,
    )


PRINT_CHECKS: tuple[Callable[[PreflightSnapshot], Iterator[Finding]], ...] = (unprintable,)
