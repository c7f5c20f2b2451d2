"""Scanners on serial ports, read through real pseudo terminals."""

import os
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from summit_desk.domain.records import Scan
from summit_desk.domain.verdicts import Verdict
from ui.check_in.serial_lines import LONGEST, SerialLines

if sys.platform != "linux":
    pytest.skip("needs pseudo terminals that are named like ports", allow_module_level=True)


class Terminal:
    """A scanner's cable: what is written to it comes out at the port."""

    def __init__(self) -> None:
        self._scanner, self._port = os.openpty()
        self.place = os.ttyname(self._port)

    def send(self, content: bytes) -> None:
        os.write(self._scanner, content)

    def unplug(self) -> None:
        if self._scanner >= 0:
            os.close(self._scanner)
            os.close(self._port)
            self._scanner = -1


@pytest.fixture
def cables():
    both = Terminal(), Terminal()
    yield both
    for cable in both:
        cable.unplug()


@pytest.fixture
def listening(door, cables):
    """The station listens to two scanners."""
    door.listen({cables[0].place: "左手", cables[1].place: "右手"})
    return door


def told(qtbot, door, verdict, name):
    qtbot.waitUntil(
        lambda: (
            door.outcome is not None
            and door.outcome.verdict is verdict
            and door.outcome.guest.name == name
        )
    )


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\t", b""])
def test_a_code_is_taken_with_any_end_and_with_none(qtbot, summit, listening, cables, end):
    cables[0].send(summit.code("王磊").encode() + end)
    told(qtbot, listening, Verdict.OK_IN, "王磊")


def test_scans_tell_which_scanner_they_came_from(qtbot, summit, listening, cables):
    cables[0].send(summit.code("王磊").encode() + b"\r\n")
    told(qtbot, listening, Verdict.OK_IN, "王磊")
    cables[1].send(summit.code("欧阳明远").encode() + b"\r\n")
    told(qtbot, listening, Verdict.OK_IN, "欧阳明远")
    with summit.store.view() as view:
        kept = [(scan.station, scan.scanner) for scan in view.all(Scan)]
    recent = [scan.scanner for scan in summit.service.recent(summit.event.id, None)]
    assert kept == [("入口 1", "左手"), ("入口 1", "右手")]
    assert recent == ["右手", "左手"]


def test_a_full_width_code_is_cleaned_as_that_of_a_keyboard(qtbot, summit, listening, cables):
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in summit.code("王磊"))
    cables[0].send(wide.encode() + b"\r")
    told(qtbot, listening, Verdict.OK_IN, "王磊")


def test_a_scan_closes_an_open_search(qtbot, summit, listening, window, cables):
    QTest.keyClick(window, Qt.Key.Key_F3)
    cables[0].send(summit.code("王磊").encode() + b"\r")
    told(qtbot, listening, Verdict.OK_IN, "王磊")
    assert window.open_sheet() is None


def test_a_scanner_that_is_pulled_out_is_named_until_it_is_back(
    qtbot, summit, listening, window, cables, tmp_path
):
    place = tmp_path / "scanner"
    place.symlink_to(cables[0].place)
    listening.listen({str(place): "左手", cables[1].place: "右手"})
    cables[0].unplug()
    qtbot.waitUntil(window.trouble.isVisible)
    said = window.trouble.text()
    cables[1].send(summit.code("王磊").encode() + b"\r")
    told(qtbot, listening, Verdict.OK_IN, "王磊")
    still = window.trouble.isVisible()

    again = Terminal()
    place.unlink()
    place.symlink_to(again.place)
    qtbot.waitUntil(lambda: not window.trouble.isVisible(), timeout=5_000)
    again.send(summit.code("欧阳明远").encode() + b"\r")
    told(qtbot, listening, Verdict.OK_IN, "欧阳明远")
    again.unplug()

    assert still
    assert said.startswith("The scanner “左手” is not connected. Nothing was lost;")


def test_half_a_code_of_a_scanner_that_was_pulled_out_is_none(
    qtbot, summit, listening, window, cables
):
    cables[0].send(summit.code("王磊")[:10].encode())
    cables[0].unplug()
    qtbot.waitUntil(window.trouble.isVisible)
    qtbot.wait(120)  # longer than the silence that would end a code
    assert summit.service.recent(summit.event.id, None) == []


def test_a_port_that_is_not_there_is_said_and_the_keyboard_works(qtbot, summit, door, window):
    door.listen({"/dev/no-such-port": "右手"})
    assert window.trouble.isVisible()
    for sign in summit.code("王磊"):
        QTest.keyClick(window, sign)
    QTest.keyClick(window, Qt.Key.Key_Return)
    told(qtbot, door, Verdict.OK_IN, "王磊")


def test_a_port_that_another_program_has_is_said(qtbot, summit, listening, window, cables):
    from PySide6.QtSerialPort import QSerialPort

    held = QSerialPort()
    listening.listen({})
    held.setPortName(cables[0].place)
    assert held.open(QSerialPort.OpenModeFlag.ReadOnly)
    listening.listen({cables[0].place: "左手"})
    text = window.trouble.text()
    held.close()
    qtbot.waitUntil(lambda: not window.trouble.isVisible(), timeout=5_000)
    assert text.startswith("The scanner “左手” can't be used: this account may not open")


def test_where_the_library_is_missing_it_is_said_and_the_keyboard_works(
    qtbot, summit, door, window, monkeypatch
):
    monkeypatch.setitem(sys.modules, "PySide6.QtSerialPort", None)
    monkeypatch.delitem(sys.modules, "ui.check_in.serial_scanners", raising=False)
    door.listen({"ttyS7": "右手"})
    assert window.trouble.text().startswith("Serial ports can't be used on this computer")


def test_lines_come_whole_however_they_are_cut():
    lines, found = SerialLines(), []
    for at in range(0, 40, 3):
        found += lines.add(b"0123456789\r\nabcdefghij\t\xe7\x8e\x8b\xe7\xa3\x8a\n"[at : at + 3])
    assert (found, len(lines)) == (["0123456789", "abcdefghij", "王磊"], 0)


def test_a_contact_card_keeps_its_lines():
    card = "BEGIN:VCARD\r\nFN:王磊\r\nEND:VCARD"
    assert SerialLines().add(card.encode() + b"\r\n") == [card]


def test_older_encodings_are_read():
    assert SerialLines().add("王磊".encode("gb18030") + b"\r") == ["王磊"]


def test_noise_that_never_ends_is_bounded():
    lines = SerialLines()
    for _round in range(10):
        lines.add(b"x" * 5_000)
    assert len(lines) == LONGEST
