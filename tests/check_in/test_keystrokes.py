"""Timing tells a scanner from fingers."""

from ui.check_in.keystrokes import Keystrokes

CODE = "704171234567890011234567812"


def burst(keys: Keystrokes, text: str, gap: float, start: float = 0.0) -> float:
    at = start
    for sign in text:
        keys.add(sign, at)
        at += gap
    return at - gap


def test_scanner_with_terminator():
    keys = Keystrokes()
    last = burst(keys, CODE, gap=3)
    found = keys.terminator(last + 3)
    assert (found.text, found.by_scanner) == (CODE, True)


def test_scanner_without_terminator_ends_in_silence():
    keys = Keystrokes()
    last = burst(keys, CODE, gap=25)
    assert not keys.is_over(last + 79)
    assert keys.is_over(last + 80)
    assert keys.end(last + 80, terminated=False).by_scanner


def test_short_barcode_counts_only_with_a_prompt_terminator():
    keys = Keystrokes()
    last = burst(keys, "0018", gap=10)
    assert keys.terminator(last + 10).by_scanner
    last = burst(keys, "0018", gap=10, start=1_000)
    assert not keys.end(last + 80, terminated=False).by_scanner


def test_fingers_are_not_a_scanner():
    keys = Keystrokes()
    ended = [keys.add(sign, at * 150.0) for at, sign in enumerate("zhang")]
    assert [found.text for found in ended if found] == ["z", "h", "a", "n"]
    assert not any(found.by_scanner for found in ended if found)
    assert not keys.terminator(5 * 150.0).by_scanner


def test_two_scans_after_each_other_stay_apart():
    keys = Keystrokes()
    last = burst(keys, CODE, gap=3)
    first = keys.add("7", last + 90)
    assert (first.text, len(keys)) == (CODE, 1)


def test_contact_card_keeps_its_lines():
    keys, at = Keystrokes(), 0.0
    found = None
    for line in ("BEGIN:VCARD", "FN:李雷", "ORG:示例公司", "END:VCARD"):
        at = burst(keys, line, gap=2, start=at + 2)
        found = keys.terminator(at + 2)
    assert found.text == "BEGIN:VCARD\nFN:李雷\nORG:示例公司\nEND:VCARD"


def test_a_key_that_is_held_is_no_scanner():
    keys = Keystrokes()
    last = burst(keys, "a" * 30, gap=30)
    assert not keys.end(last + 80, terminated=False).by_scanner
