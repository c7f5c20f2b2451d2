"""The badge code: signed, cleaned, never guessed."""

import random
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from summit_desk.domain.badge_codes import LENGTH, clean, is_genuine, parse, sign

TAG, KEY = "0417", "5a" * 32
tokens = st.text("0123456789", min_size=10, max_size=10)
serials = st.integers(0, 99)


@given(tokens, serials)
def test_signed_code_is_27_digits_and_genuine(token, serial):
    code = sign(TAG, KEY, token, serial)
    found = parse(code)
    assert re.fullmatch(r"[0-9]{27}", code)
    assert found is not None
    assert (found.tag, found.token, found.serial) == (TAG, token, serial)
    assert found.intact
    assert is_genuine(found, KEY)


@given(tokens, serials, st.integers(0, LENGTH - 1), st.integers(1, 9))
def test_one_changed_digit_is_never_intact(token, serial, place, step):
    code = sign(TAG, KEY, token, serial)
    wrong = code[:place] + str((int(code[place]) + step) % 10) + code[place + 1 :]
    found = parse(wrong)
    assert found is not None
    assert not found.intact
    assert not is_genuine(found, KEY)


@given(tokens, st.integers(0, LENGTH - 2))
def test_two_swapped_neighbours_are_never_intact(token, place):
    code = sign(TAG, KEY, token, 1)
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    found = parse(wrong)
    assert found is not None
    assert found.intact == (wrong == code)


def test_none_of_100_000_forged_codes_is_genuine():
    # check digits right and the token known: only the code of authentication is guessed
    rng = random.Random(7)
    real = sign(TAG, KEY, "1234567890", 1)
    admitted = 0
    for _try in range(100_000):
        body = real[:17] + f"{rng.randrange(10**8):08d}"
        found = parse(body + f"{98 - int(body + '00') % 97:02d}")
        assert found is not None
        assert found.intact
        admitted += is_genuine(found, KEY) and found.digits != real
    assert admitted == 0


def test_another_key_does_not_open():
    found = parse(sign(TAG, "11" * 32, "1234567890", 1))
    assert found is not None
    assert not is_genuine(found, KEY)


def test_code_survives_what_scanners_and_input_methods_do():
    code = sign(TAG, KEY, "1234567890", 1)
    wide = code.translate({ord("0") + n: 0xFF10 + n for n in range(10)})
    spaced = " ".join(code[n : n + 4] for n in range(0, LENGTH, 4))
    noisy = (
        code,
        f"]Q1{code}",
        f"]q1{code}",
        f"】Q1{code}",
        f"\\000026{code}",
        f"]Q1\\000026{code}",
        f"、000026{code}",
        f"\ufeff{code}\x1d\r\n",
        wide,
        f"\u3000{wide}\u3000",
        spaced,
        f"\x02{code}\x03",
        f"abc{code}xyz",
        f"{code[:9]}\u200b{code[9:]}",
    )
    assert [parse(text).digits if parse(text) else text for text in noisy] == [code] * len(noisy)


def test_other_texts_are_not_our_format():
    code = sign(TAG, KEY, "1234567890", 1)
    others = ("", "0018", "张伟", "13800138000", code[:-1], code + "1", f"{code} {code[::-1]}")
    assert [parse(text) for text in others] == [None] * len(others)


@settings(max_examples=300)
@given(st.text(max_size=80))
def test_any_text_is_read_without_an_exception(text):
    clean(text)
    found = parse(text)
    assert found is None or not is_genuine(found, KEY)
