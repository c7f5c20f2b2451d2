"""A long list of keys in little memory: sixteen bytes each, made into UUIDs when looked at."""

from collections.abc import Iterable, Iterator, Sequence
from typing import overload
from uuid import UUID

_SIZE = 16


class KeyList(Sequence[UUID]):
    """An immutable sequence of keys; 100,000 of them take 1.6 MB."""

    def __init__(self, packed: bytes = b"") -> None:
        self._packed = packed

    @classmethod
    def of_hex(cls, texts: Iterable[str]) -> "KeyList":
        """Take keys as a database gives them: 32 hexadecimal digits each."""
        return cls(bytes.fromhex("".join(texts)))

    @classmethod
    def of(cls, keys: Iterable[UUID]) -> "KeyList":
        """Take keys as they are."""
        return cls(b"".join(key.bytes for key in keys))

    def texts(self) -> Iterator[str]:
        """Yield the keys as `of_hex` takes them, without making UUIDs of them."""
        for place in range(0, len(self._packed), _SIZE):
            yield self._packed[place : place + _SIZE].hex()

    def __len__(self) -> int:
        return len(self._packed) // _SIZE

    @overload
    def __getitem__(self, index: int) -> UUID: ...
    @overload
    def __getitem__(self, index: slice) -> "KeyList": ...
    def __getitem__(self, index: int | slice) -> "UUID | KeyList":
        places = range(len(self))[index]
        if isinstance(places, int):
            return UUID(bytes=self._packed[places * _SIZE : (places + 1) * _SIZE])
        if places.step == 1:
            return KeyList(self._packed[places.start * _SIZE : places.stop * _SIZE])
        return KeyList.of(self[place] for place in places)

    def __iter__(self) -> Iterator[UUID]:
        packed = self._packed
        for place in range(0, len(packed), _SIZE):
            yield UUID(bytes=packed[place : place + _SIZE])

    def __contains__(self, key: object) -> bool:
        return isinstance(key, UUID) and self._place(key) >= 0

    def index(self, value: object, start: int = 0, stop: int | None = None) -> int:
        """Return the first place of `value`; raise ValueError when it is not here."""
        place = self._place(value, start) if isinstance(value, UUID) else -1
        if place < 0 or (stop is not None and place >= stop):
            message = f"{value!r} is not in the list"
            raise ValueError(message)
        return place

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KeyList) and self._packed == other._packed

    def __hash__(self) -> int:
        return hash(self._packed)

    def __repr__(self) -> str:
        return f"KeyList({len(self)} keys)"

    def _place(self, key: UUID, start: int = 0) -> int:
        """Return where a key begins on a sixteen-byte border, or -1."""
        at = self._packed.find(key.bytes, start * _SIZE)
        while at >= 0 and at % _SIZE:
            at = self._packed.find(key.bytes, at + 1)
        return at // _SIZE if at >= 0 else -1
