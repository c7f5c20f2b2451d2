"""A station file that was copied to two laptops: named at the merge, and nothing of it is lost."""

import shutil
from datetime import timedelta
from itertools import permutations

import openpyxl
import pytest
from pypdf import PdfReader

from summit_desk.domain.check_in.merge_words import copied_line
from summit_desk.domain.check_in.outcome import WalkIn
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.records import Scan
from summit_desk.services.bundle import Services
from tests.check_in.laptops import Laptop, laptop, merged


@pytest.fixture
def services(summit) -> Services:
    return Services(summit.store, lambda: summit.watch() + timedelta(hours=12))


@pytest.fixture
def twins(summit) -> tuple[Laptop, Laptop]:
    """One station file on two laptops."""
    first = laptop(summit, "B")
    second = Laptop(summit, first.path.with_name("copy of B.station"))
    shutil.copyfile(first.path, second.path)
    return first, second


def scans(store) -> list:
    with store.view() as view:
        return sorted(scan.id for scan in view.all(Scan))


def test_it_is_said_in_a_sentence_and_every_scan_is_kept(summit, services, twins):
    first, second = twins
    first.scans("王磊", "欧阳明远")
    second.scans("仇凯", minutes=1)
    result = services.merging.merge([first.path, second.path])
    assert [(share.scans, share.missing) for share in result.shares] == [(2, 0), (1, 2)]
    assert len(scans(summit.store)) == 3
    assert copied_line(result.shares[1]) == (
        "The station file “B” was used on two laptops, or went on from an older copy: it brought "
        "new scans, but lacks 2 that came from another copy. All scans of both were kept; whoever "
        "was let in at both is listed. Make a station file of its own for each laptop."
    )


def test_somebody_let_in_at_both_copies_is_a_conflict(summit, services, twins):
    first, second = twins
    first.scans("王磊", minutes=20)
    second.scans("王磊", minutes=10)
    (conflict,) = services.merging.merge([first.path, second.path]).conflicts
    assert conflict.name == "王磊"
    assert [entry.at - conflict.first.at for entry in conflict.later] == [timedelta(minutes=10)]


def test_windows_of_other_names_in_the_copies_are_found_out_as_well(summit, services, twins):
    for gate, name in zip(twins, ("左", "右"), strict=True):
        gate.at_the_door(
            lambda station, name=name: station._service.open_station(
                summit.event.id, summit.point.id, name, ""
            ).scan(summit.code("王磊"))
        )
    result = services.merging.merge([gate.path for gate in twins])
    assert [share.missing for share in result.shares] == [0, 1]
    assert len(result.conflicts) == 1


def test_a_file_that_only_grew_and_an_older_one_of_it_are_not_suspected(summit, services, twins):
    first, older = twins
    first.scans("王磊")
    shutil.copyfile(first.path, older.path)
    services.merging.merge([older.path])
    first.scans("欧阳明远", hours=1)
    grown = services.merging.merge([first.path])
    again = services.merging.merge([older.path])
    assert [grown.shares[0].missing, again.shares[0].missing] == [0, 0]
    assert not services.stations.made(summit.event.id)[0].copied


def test_copies_in_every_order_leave_the_same_state(summit, twins):
    first, second = twins
    other = laptop(summit, "C")
    first.scans("王磊", "欧阳明远")
    second.scans("王磊", minutes=1)
    second.at_the_door(lambda station: station.walk_in(WalkIn("新客甲")))
    first.at_the_door(lambda station: station.walk_in(WalkIn("新客乙")))
    other.scans("欧阳明远", minutes=3)
    orders = set(permutations([first.path, second.path, other.path, first.path]))
    results = [merged(summit, order) for order in orders]
    assert len({state for state, _conflicts in results}) == 1
    assert {len(found) for _state, found in results} == {2}


def test_the_report_says_it_on_paper_and_in_a_workbook(summit, services, twins, tmp_path):
    first, second = twins
    first.scans("王磊")
    second.scans("王磊", minutes=1)
    result = services.merging.merge([first.path, second.path])
    sheet, paper = tmp_path / "r.xlsx", tmp_path / "r.pdf"
    services.merging.write_report(result, sheet, DocumentLanguage.ENGLISH)
    services.merging.write_report(result, paper, DocumentLanguage.CHINESE)
    said = copied_line(result.shares[1])
    book = openpyxl.load_workbook(sheet)
    text = "".join(page.extract_text() for page in PdfReader(paper).pages)
    assert book["Stations"].cell(5, 1).value == said
    assert "曾在两台电脑上使用" in text.replace("\n", "")
