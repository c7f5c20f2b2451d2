"""What goes wrong with the file during scanning: nothing half stored, and on it goes afterwards."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlcipher3 import dbapi2

from summit_desk.domain.records import Scan
from summit_desk.domain.verdicts import Verdict
from summit_desk.support.i18n import Language, use_language
from tests.check_in.keys import told, type_code


def stored(summit) -> list[Scan]:
    with summit.store.view() as view:
        return view.all(Scan, order=("sequence",))


def pragma(summit, text: str):
    with summit.store.hot() as connection:
        return connection.execute(f"PRAGMA {text}").fetchone()


def full(summit):
    (pages,) = pragma(summit, "page_count")
    pragma(summit, f"max_page_count={pages}")
    return lambda: pragma(summit, "max_page_count=1000000")


def read_only(summit):
    pragma(summit, "query_only=ON")
    return lambda: pragma(summit, "query_only=OFF")


def locked(summit):
    pragma(summit, "busy_timeout=40")  # milliseconds; a test need not wait as long as a door
    other = dbapi2.connect(str(summit.store.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    def let_go() -> None:
        other.execute("ROLLBACK")
        other.close()

    return let_go


@pytest.mark.parametrize("fault", [full, read_only, locked])
def test_a_fault_says_that_nothing_was_stored_and_scanning_goes_on(summit, station, fault):
    assert station.scan(summit.code("王磊")).verdict is Verdict.OK_IN
    before = stored(summit)
    long_text = "x" * 4_000  # does not fit into the last page
    clear = fault(summit)

    refused = [station.scan(long_text), station.scan(long_text), station.scan(long_text)]

    assert {outcome.verdict for outcome in refused[1:]} == {Verdict.ERROR}
    assert refused[-1].scan is None
    assert refused[-1].trouble
    kept = stored(summit)
    assert len(kept) == len(before) + sum(one.verdict is not Verdict.ERROR for one in refused)
    clear()
    assert station.scan(summit.code("欧阳明远")).verdict is Verdict.OK_IN
    assert [scan.sequence for scan in stored(summit)] == list(range(1, len(stored(summit)) + 1))
    assert summit.store.verify() == []


@pytest.mark.parametrize(
    ("fault", "words"),
    [(full, "磁盘已满"), (read_only, "文件不可写入"), (locked, "其他程序正在使用该文件")],
)
def test_a_fault_is_named_in_the_language_of_the_station(summit, station, fault, words):
    use_language(Language.CHINESE)
    station.scan(summit.code("王磊"))
    clear = fault(summit)

    refused = [station.scan("x" * 4_000) for _scan in range(3)][-1]

    clear()
    assert words in refused.trouble
    assert not any(letter.isascii() and letter.isalpha() for letter in refused.trouble)


def test_a_fault_counts_nobody(summit, station):
    station.scan(summit.code("王磊"))
    clear = read_only(summit)
    assert station.scan(summit.code("欧阳明远")).verdict is Verdict.ERROR
    assert station.counts().arrived == 1
    clear()
    assert station.scan(summit.code("欧阳明远")).verdict is Verdict.OK_IN
    assert station.counts().arrived == 2


def test_a_clock_set_back_a_day_keeps_the_order_and_the_duplicates(summit, station, watch):
    first = station.scan(summit.code("王磊"))
    watch.move(minutes=-24 * 60)

    second = station.scan(summit.code("王磊"))
    third = station.scan(summit.code("欧阳明远"))

    assert (first.verdict, second.verdict, third.verdict) == (
        Verdict.OK_IN,
        Verdict.DUPLICATE,
        Verdict.OK_IN,
    )
    assert [scan.sequence for scan in stored(summit)] == [1, 2, 3]
    assert second.first.at - second.at == timedelta(days=1)


def test_the_badge_of_an_error_is_read_again_at_once(qtbot, summit, door, window):
    clear = read_only(summit)
    type_code(window, summit.code("王磊"))
    told(qtbot, door, Verdict.ERROR)
    clear()
    type_code(window, summit.code("王磊"))
    told(qtbot, door, Verdict.OK_IN)
