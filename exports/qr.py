"""The QR code of a badge: 27 digits in version 1, level Q, as a path of merged runs.

A general encoder tries eight masks module by module and takes 1.5 ms. The badge code has one
size, so the geometry is taken once from the `qrcode` package and only bits are moved per code.
"""

import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import cast

from qrcode import QRCode, base, constants

VERSION = 1
LEVEL = constants.ERROR_CORRECT_Q
SIDE = 21
CELLS = SIDE * SIDE
MASKS = range(8)
DIGITS = 27
QUIET = 4  # modules of white around the code

NUMERIC_MODE, COUNT_BITS = 1, 10
PADDING = b"\xec\x11"

Cells = Iterable[Iterable[bool]]


@dataclass(frozen=True)
class _Plan:
    """Where each bit of the stream goes, and what every mask adds, by rows and by columns."""

    data_bytes: int
    check_bytes: int
    by_row: Callable[[str], tuple[str, ...]]
    by_column: Callable[[str], tuple[str, ...]]
    masks_by_row: tuple[int, ...]
    masks_by_column: tuple[int, ...]


def qr_rows(digits: str) -> tuple[str, ...]:
    """Return the 21 rows of the code for a badge code, as strings of 0 and 1."""
    if len(digits) != DIGITS or not (digits.isascii() and digits.isdigit()):
        raise ValueError(f"a badge code has {DIGITS} digits")
    plan = _plan()
    data = _data_bytes(digits, plan.data_bytes)
    stream = data + _check_bytes(data, plan.check_bytes)
    bits = bin(int.from_bytes(b"\1" + stream, "big"))[3:] + "0"
    rows = int("".join(plan.by_row(bits)), 2)
    columns = int("".join(plan.by_column(bits)), 2)
    mask = min(
        MASKS,
        key=lambda m: _penalty(rows ^ plan.masks_by_row[m], columns ^ plan.masks_by_column[m]),
    )
    cells = f"{rows ^ plan.masks_by_row[mask]:0{CELLS}b}"
    return tuple(cells[i : i + SIDE] for i in range(0, CELLS, SIDE))


def qr_path(digits: str) -> str:
    """Return the dark modules as rectangles of a PDF path, one unit per module, origin below."""
    rectangles = []
    for y, row in enumerate(qr_rows(digits)):
        start = row.find("1")
        while start >= 0:
            end = row.find("0", start)
            end = SIDE if end < 0 else end
            rectangles.append(f"{start} {SIDE - 1 - y} {end - start} 1 re")
            start = row.find("1", end)
    return " ".join(rectangles)


def _data_bytes(digits: str, size: int) -> bytes:
    value = 0
    for start in range(0, DIGITS, 3):
        value = value << 10 | int(digits[start : start + 3])
    bits = 10 * (DIGITS // 3)
    value |= (NUMERIC_MODE << COUNT_BITS | DIGITS) << bits
    bits += 4 + COUNT_BITS
    end = min(4, size * 8 - bits)  # the terminator
    value, bits = value << end, bits + end
    filled = value << (-bits % 8)
    packed = filled.to_bytes((bits + 7) // 8, "big")
    return packed + (PADDING * size)[: size - len(packed)]


@cache
def _check_table(count: int) -> tuple[int, ...]:
    """Return what each leading byte adds to the Reed-Solomon remainder of `count` bytes."""
    generator = [1]
    for power in range(count):
        longer = [*generator, 0]
        for place, factor in enumerate(generator):
            if factor:
                longer[place + 1] ^= _times(factor, base.EXP_TABLE[power])
        generator = longer
    return tuple(
        int.from_bytes(bytes(_times(byte, factor) for factor in generator[1:]), "big")
        for byte in range(256)
    )


def _times(left: int, right: int) -> int:
    """Multiply in the field of 256 elements."""
    if not left or not right:
        return 0
    return cast("int", base.EXP_TABLE[(base.LOG_TABLE[left] + base.LOG_TABLE[right]) % 255])


def _check_bytes(data: bytes, count: int) -> bytes:
    table, top, low = _check_table(count), 8 * (count - 1), (1 << 8 * count) - 1
    remainder = 0
    for byte in data:
        remainder = (remainder << 8 & low) ^ table[remainder >> top ^ byte]
    return remainder.to_bytes(count, "big")


def _draw(mask: int, stream: list[int]) -> list[list[bool]]:
    """Let the `qrcode` package draw a stream of bytes."""
    code = QRCode(version=VERSION, error_correction=LEVEL, mask_pattern=mask)
    code.data_cache = stream
    code.makeImpl(test=False, mask_pattern=mask)
    return [[bool(cell) for cell in row] for row in code.modules]


def _number(cells: Cells) -> int:
    return int("".join("1" if cell else "0" for row in cells for cell in row), 2)


@cache
def _plan() -> _Plan:
    """Find the geometry by drawing probe streams: bit k of a module's index per probe."""
    block = base.rs_blocks(VERSION, LEVEL)[0]
    total = block.total_count
    empty = [_draw(mask, [0] * total) for mask in MASKS]
    place = _bit_places(total, empty[0])
    order = [place.get((r, c), total * 8) for r in range(SIDE) for c in range(SIDE)]
    turned = [place.get((r, c), total * 8) for c in range(SIDE) for r in range(SIDE)]
    return _Plan(
        data_bytes=block.data_count,
        check_bytes=total - block.data_count,
        by_row=operator.itemgetter(*order),
        by_column=operator.itemgetter(*turned),
        masks_by_row=tuple(_number(cells) for cells in empty),
        masks_by_column=tuple(_number(zip(*cells, strict=True)) for cells in empty),
    )


def _bit_places(total: int, empty: list[list[bool]]) -> dict[tuple[int, int], int]:
    """Return which bit of the stream each data module shows."""
    everywhere = [(r, c) for r in range(SIDE) for c in range(SIDE)]
    full = _draw(0, [255] * total)
    place = {(r, c): 0 for r, c in everywhere if full[r][c] != empty[r][c]}
    for bit in range((total * 8).bit_length()):
        probe = bytearray(total)
        for index in range(total * 8):
            if index >> bit & 1:
                probe[index >> 3] |= 128 >> (index & 7)
        shown = _draw(0, list(probe))
        for r, c in place:
            if shown[r][c] != empty[r][c]:
                place[r, c] |= 1 << bit
    return place


def _columns(kept: int) -> int:
    """Return a number with the low `kept` columns of every row set."""
    return sum(((1 << kept) - 1) << (row * SIDE) for row in range(SIDE))


ALL = (1 << CELLS) - 1
BUT_1, BUT_4, BUT_10 = _columns(SIDE - 1), _columns(SIDE - 4), _columns(SIDE - 10)
ROWS_BUT_1 = (1 << SIDE * (SIDE - 1)) - 1


def _penalty(rows: int, columns: int) -> int:
    """Score a masked code as the `qrcode` package does, with all modules at once in one number."""
    same = ~(rows ^ rows >> 1) & BUT_1
    below = ~(rows ^ rows >> SIDE) & ROWS_BUT_1
    blocks = same & same >> SIDE & below
    darkness = abs(100 * rows.bit_count() / CELLS - 50)
    return (
        _line_penalty(rows)
        + _line_penalty(columns)
        + 3 * blocks.bit_count()
        + int(darkness / 5) * 10
    )


def _line_penalty(cells: int) -> int:
    """Score runs of five and more, and patterns that look like a finder."""
    same = ~(cells ^ cells >> 1) & BUT_1
    five = same & same >> 1 & same >> 2 & same >> 3 & BUT_4
    runs = five.bit_count() + 2 * (five & ~(five >> 1 & BUT_4)).bit_count()
    dark = [cells >> shift for shift in range(11)]
    light = [(~cells & ALL) >> shift for shift in range(11)]
    either = light[1] & dark[4] & light[5] & dark[6] & light[9] & BUT_10
    finder = either & dark[0] & dark[2] & dark[3] & light[7] & light[8] & light[10]
    turned = either & light[0] & light[2] & light[3] & dark[7] & dark[8] & dark[10]
    return runs + 40 * (finder.bit_count() + turned.bit_count())
