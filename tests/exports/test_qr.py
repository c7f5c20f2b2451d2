"""The badge's QR code is module for module the one that the `qrcode` package makes."""

import random

import pytest
import zxingcpp
from qrcode import QRCode, constants, util

from exports.qr import qr_path, qr_rows


def reference_rows(digits: str) -> tuple[str, ...]:
    code = QRCode(version=1, error_correction=constants.ERROR_CORRECT_Q)
    code.add_data(util.QRData(digits, mode=util.MODE_NUMBER), optimize=0)
    code.makeImpl(False, 0)  # fills the data cache
    best = min(range(8), key=lambda mask: _lost(code, mask))
    code.makeImpl(False, best)
    return tuple("".join("1" if cell else "0" for cell in row) for row in code.modules)


def _lost(code: QRCode, mask: int) -> int:
    code.makeImpl(False, mask)
    return util.lost_point(code.modules)


@pytest.mark.parametrize("seed", range(60))
def test_rows_equal_the_qrcode_package(seed):
    digits = f"{random.Random(seed).randrange(10**27):027d}"

    assert qr_rows(digits) == reference_rows(digits)


def test_leading_zeros_survive():
    digits = "000000000000000000000000007"
    pixels = bytes(
        0 if cell == "1" else 255
        for row in ["0" * 29] * 4 + ["0000" + r + "0000" for r in qr_rows(digits)] + ["0" * 29] * 4
        for cell in row
    )
    view = zxingcpp.ImageView(pixels, 29, 29, zxingcpp.ImageFormat.Lum)

    assert zxingcpp.read_barcode(view).text == digits


def test_path_covers_exactly_the_dark_modules():
    digits = "123456789012345678901234567"
    dark = set()
    numbers = iter(qr_path(digits).replace("re", "").split())
    for x, y, width, height in zip(numbers, numbers, numbers, numbers, strict=True):
        assert height == "1"
        dark |= {(20 - int(y), int(x) + i) for i in range(int(width))}

    rows = qr_rows(digits)
    assert dark == {(r, c) for r in range(21) for c in range(21) if rows[r][c] == "1"}


@pytest.mark.parametrize("text", ["", "12", "1" * 28, "１" * 27, "x" * 27])
def test_anything_but_27_digits_is_refused(text):
    with pytest.raises(ValueError, match="27 digits"):
        qr_rows(text)
