"""Bytes from a serial scanner, put together into codes: ended by CR, LF, TAB, or by silence."""

import re
from dataclasses import dataclass, field

from ui.check_in.keystrokes import CARD_BEGINS, CARD_ENDS

LONGEST = 8_000  # bytes; a line that never ends is noise of a wrong speed
_ENDS = re.compile(rb"[\r\n\t]")


@dataclass
class SerialLines:
    """Collects what one port delivers."""

    _held: bytearray = field(default_factory=bytearray)

    def __len__(self) -> int:
        """Return how many bytes are waiting for their end."""
        return len(self._held)

    def add(self, content: bytes) -> list[str]:
        """Take what came in; return the codes that are complete now."""
        self._held += content
        found = []
        at = 0
        while end := _ENDS.search(self._held, at):
            if _is_open_card(self._held[: end.start()]):  # a card has lines of its own
                at = end.end()
                continue
            found.append(_text(bytes(self._held[: end.start()])))
            del self._held[: end.end()]
            at = 0
        del self._held[:-LONGEST]
        return [text for text in found if text]

    def end(self) -> str:
        """Return what the silence ended; nothing when nothing was waiting."""
        text = _text(bytes(self._held))
        self._held.clear()
        return text


def _is_open_card(content: bytearray) -> bool:
    text = bytes(content).lstrip().upper()
    return text.startswith(CARD_BEGINS.encode()) and CARD_ENDS.encode() not in text


def _text(content: bytes) -> str:
    """Return the bytes as text: UTF-8, or what older scanners and makers of codes write."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return content.decode(encoding).strip()
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1").strip()
