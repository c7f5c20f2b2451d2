"""Paper as the fallback: the sheet that is signed, and its lines scanned afterwards."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader

from db.store import Store
from exports.qr import qr_path
from summit_desk.domain.check_in.paper import Paper, read_paper
from summit_desk.domain.check_in.sentences import details
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.errors.check_in import NotATime
from summit_desk.domain.errors.documents import NobodyChosen
from summit_desk.domain.records import AttendeeForum, AttendeeStatus, Policy, Scan
from summit_desk.domain.verdicts import Verdict
from summit_desk.services.bundle import Services
from summit_desk.services.check_in import CheckInService
from tests.check_in.laptops import laptop

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOON = datetime(2024, 5, 22, 4, 0, tzinfo=UTC)  # 12:00 in Shanghai


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("9:30", "2024-05-22 01:30"),
        ("0930", "2024-05-22 01:30"),
        ("９：３０", "2024-05-22 01:30"),
        ("9点30分", "2024-05-22 01:30"),
        ("17:05", "2024-05-21 09:05"),  # of the day before
        ("05-21 09:30", "2024-05-21 01:30"),
        ("5月21日 9:30", "2024-05-21 01:30"),
    ],
)
def test_a_time_is_read_as_people_write_it(typed, at):
    found = read_paper(typed, SHANGHAI, NOON)
    assert found == Paper(datetime.fromisoformat(at).replace(tzinfo=UTC))


def test_an_empty_time_means_that_the_paper_has_none():
    assert read_paper("  ", SHANGHAI, NOON) == Paper(None)


@pytest.mark.parametrize("typed", ["25:00", "9", "soon", "05-23 09:30", "13-41 09:30", "9:7"])
def test_what_is_no_past_time_is_refused(typed):
    with pytest.raises(NotATime):
        read_paper(typed, SHANGHAI, NOON)


def test_a_line_is_stored_with_the_time_written_by_hand_and_says_so(summit, watch):
    station = summit.station()
    watch.move(hours=6)
    station.scan_paper("9:30")
    outcome = station.scan(summit.code("王磊"))
    assert outcome.verdict is Verdict.OK_IN
    assert details(outcome, SHANGHAI) == ["From the paper list, signed at 05-22 09:30"]
    with summit.store.view() as view:
        (scan,) = view.all(Scan)
    assert (scan.at.isoformat(), scan.reason, scan.forced) == (
        "2024-05-22T01:30:00+00:00",
        "[paper] 05-22 09:30",
        False,
    )


def test_without_a_time_the_line_is_stored_as_on_paper_now(summit, watch):
    station = summit.station()
    station.scan_paper("")
    outcome = station.scan(summit.code("王磊"))
    assert details(outcome, SHANGHAI) == ["From the paper list, without a time"]
    with summit.store.view() as view:
        (scan,) = view.all(Scan)
    assert (scan.at, scan.reason) == (watch.at, "[paper]")


def test_a_line_of_paper_is_judged_by_the_time_on_it(summit, watch):
    station = summit.station()
    summit.set_point(closes_at=datetime(2024, 5, 22, 2, 0, tzinfo=UTC))
    watch.move(hours=6)
    assert station.scan(summit.code("王磊")).verdict is Verdict.TOO_LATE
    station.scan_paper("9:30")
    assert station.scan(summit.code("王磊")).verdict is Verdict.OK_IN
    station.scan_guests()
    assert station.scan(summit.code("欧阳明远")).verdict is Verdict.TOO_LATE


def test_forcing_a_line_of_paper_keeps_the_reason_and_the_mark(summit):
    station = summit.station()
    station.scan_paper("")
    refused = station.scan(summit.code("仇凯"))
    forced = station.force(refused, "会长同意")
    assert forced.reason == "[paper] · 会长同意"
    assert details(forced, SHANGHAI) == [
        "From the paper list, without a time",
        "Let in against the verdict: 会长同意",
    ]


def test_paper_times_are_not_reordered_by_what_the_station_scanned_before(summit, watch):
    summit.set_point(policy=Policy.REENTRY_AFTER_EXIT)
    station = summit.station()
    watch.move(hours=4)
    station.scan(summit.code("王磊"))
    station.scan_paper("9:30")
    paper = station.scan(summit.code("王磊"))
    assert paper.verdict is Verdict.OK_OUT  # as things stand it is the next passage
    with summit.service.scanner.moment() as moment:
        passages = moment.passages(summit.guests["王磊"].id, summit.point.id)
    assert [passage.verdict for passage in passages] == [Verdict.OK_OUT, Verdict.OK_IN]


def test_the_mark_of_paper_comes_along_in_a_station_file(summit, tmp_path):
    station = summit.station()
    station.scan_paper("")
    station.force(station.scan(summit.code("仇凯")), "会长同意")
    Services(summit.store, summit.watch).stations.make(summit.event.id, "B", tmp_path / "b.station")
    with Store.open(tmp_path / "b.station", writing=False) as store, store.view() as view:
        assert [scan.reason for scan in view.all(Scan)] == ["[paper]"]


def test_every_line_of_the_sheet_holds_the_code_of_its_badge(summit, tmp_path):
    summit.add("José Ángel Núñez")
    path = tmp_path / "sheet.pdf"
    sign_in = Services(summit.store, summit.watch).sign_in
    written = sign_in.write(summit.event.id, summit.point.id, path, language=DocumentLanguage.BOTH)
    drawn = PdfReader(path).pages[0].get_contents().get_data().decode("latin-1")
    found = {name: drawn.count(qr_path(summit.code(name))) for name in summit.guests}
    assert written.count == 3
    assert found == {"欧阳明远": 1, "王磊": 1, "仇凯": 0, "José Ángel Núñez": 1}


def test_the_sheet_repeats_its_head_counts_its_pages_and_keeps_twenty_two_lines(summit, tmp_path):
    for number in range(21):
        summit.add(f"客人{number}")
    path = tmp_path / "sheet.pdf"
    Services(summit.store, summit.watch).sign_in.write(summit.event.id, summit.point.id, path)
    pages = [page.extract_text() for page in PdfReader(path).pages]
    assert [page.count("示例研究院") for page in pages] == [22, 1]
    for number, page in enumerate(pages, 1):
        assert page.count("示例高峰论坛") == 1
        assert page.count(f"第 {number} 页") == 1


def test_only_those_who_may_come_to_the_point_are_on_its_sheet(summit, tmp_path):
    point = summit.add_point("数据要素论坛入口", forum_id=summit.forum.id)
    sign_in, path = Services(summit.store, summit.watch).sign_in, tmp_path / "sheet.pdf"
    with pytest.raises(NobodyChosen):
        sign_in.write(summit.event.id, point.id, path)
    guest = summit.guests["王磊"]
    summit.put(AttendeeForum(attendee_id=guest.id, forum_id=summit.forum.id))
    assert sign_in.write(summit.event.id, point.id, path).count == 1
    summit.set_guest("王磊", status=AttendeeStatus.CANCELLED)
    with pytest.raises(NobodyChosen):
        sign_in.write(summit.event.id, point.id, path)


def test_who_is_inside_follows_the_order_of_passages_at_stations_apart(summit, watch):
    summit.set_point(policy=Policy.REENTRY_AFTER_EXIT)
    a, b = laptop(summit, "A"), laptop(summit, "B")
    a.scans("王磊", "欧阳明远")
    b.scans("王磊", minutes=10)
    a.scans("王磊", minutes=20)  # out
    later = Services(summit.store, lambda: watch().replace(day=23))
    later.merging.merge([b.path, a.path])
    counts = CheckInService(summit.store, watch).points(summit.event.id)[0].counts
    assert (counts.arrived, counts.inside) == (2, 1)
