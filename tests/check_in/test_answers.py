"""Answers given at stations come home: a union in which the latest counts, whatever the order."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from pypdf import PdfReader

from db.store import Store
from summit_desk.domain.check_in.answers import in_order
from summit_desk.domain.check_in.outcome import WalkIn
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.ids import new_id
from summit_desk.domain.records import Answer, Attendee, CustomField, FieldKind
from summit_desk.services.bundle import Services
from summit_desk.support.i18n import Language, use_language
from tests.check_in.conftest import OPENING
from tests.check_in.laptops import dump, laptop, merged
from ui.check_in.merge_answers import ANSWER_COLUMNS
from ui.check_in.merge_dialog import MergeDialog


@pytest.fixture
def asking(summit):
    """A point that asks for the size of the shirt and for the meal."""
    summit.store.now = summit.watch  # the history has the time of the desk, too
    for key, label, other in (("shirt", "T恤尺码", "Shirt"), ("meal", "用餐", "Meal")):
        summit.put(
            CustomField(
                event_id=summit.event.id,
                key=key,
                label=label,
                label_other=other,
                kind=FieldKind.TEXT,
            )
        )
    summit.set_point(questions=("shirt", "meal"))
    return summit


@pytest.fixture
def services(asking) -> Services:
    """The desk in the evening, when the laptops come back."""
    return Services(asking.store, lambda: asking.watch() + timedelta(hours=12))


def answers(gate, name: str, **said) -> None:
    """Scan a badge at a station and answer what is asked; `minutes` after the opening."""
    minutes = said.pop("minutes", 0)
    code = gate.summit.code(name)
    gate.at_the_door(lambda station: station.confirm(station.scan(code), said), minutes=minutes)


def custom(store, summit, name: str) -> dict:
    with store.view() as view:
        return dict(view.get(Attendee, summit.guests[name].id).custom)


def test_answers_of_a_station_come_home_with_its_scans(asking, services):
    gate = laptop(asking, "B")
    answers(gate, "王磊", shirt="M", meal="素食")
    result = services.merging.merge([gate.path])
    assert (result.scans, result.shares[0].answers, result.answers) == (1, 2, ())
    assert custom(asking.store, asking, "王磊") == {"meal": "素食", "shirt": "M"}
    with asking.store.view() as view:
        kept = [(one.field, one.station, one.operator, one.at) for one in view.all(Answer)]
    assert sorted(kept) == [
        ("meal", "B", "小李", OPENING),
        ("shirt", "B", "小李", OPENING),
    ]


def test_the_latest_answer_counts_and_the_others_are_reported(asking, services):
    a, b = laptop(asking, "A"), laptop(asking, "B")
    answers(a, "王磊", shirt="L", meal="素食", minutes=30)
    answers(b, "王磊", shirt="M", meal="素食", minutes=20)
    (conflict,) = services.merging.merge([a.path, b.path]).answers
    assert (conflict.number, conflict.name, conflict.question()) == ("0002", "王磊", "Shirt")
    assert (conflict.kept.value, conflict.kept.station) == ("L", "A")
    assert [(one.value, one.station) for one in conflict.others] == [("M", "B")]
    assert custom(asking.store, asking, "王磊") == {"meal": "素食", "shirt": "L"}


def test_what_the_desk_wrote_later_stays_and_what_it_wrote_before_gives_way(asking, services):
    asking.set_guest("王磊", custom={"note": "VIP", "shirt": "S"})
    gate = laptop(asking, "B")
    asking.watch.move(minutes=60)
    asking.set_guest("欧阳明远", custom={"shirt": "XL"})
    asking.watch.move(minutes=-60)
    answers(gate, "王磊", shirt="M", minutes=30)
    answers(gate, "欧阳明远", shirt="M", minutes=30)
    found = services.merging.merge([gate.path]).answers
    assert custom(asking.store, asking, "王磊") == {"note": "VIP", "shirt": "M"}
    assert custom(asking.store, asking, "欧阳明远") == {"shirt": "XL"}
    assert {(one.name, one.kept.value, one.others[0].value) for one in found} == {
        ("王磊", "M", "S"),
        ("欧阳明远", "XL", "M"),
    }


def test_what_the_desk_changed_between_two_merges_is_weighed_with_its_time(asking, services):
    a, b = laptop(asking, "A"), laptop(asking, "B")
    answers(a, "王磊", shirt="L", minutes=10)
    services.merging.merge([a.path])
    asking.watch.move(minutes=60)
    with asking.store.view() as view:
        held = view.get(Attendee, asking.guests["王磊"].id)
    asking.put(replace(held, custom={"shirt": "S"}))
    asking.watch.move(minutes=-60)
    answers(b, "王磊", shirt="M", minutes=20)
    services.merging.merge([b.path])
    assert custom(asking.store, asking, "王磊") == {"shirt": "S"}


def test_answers_of_walk_ins_come_home_without_a_conflict(asking, services):
    gate = laptop(asking, "B")

    def registers(station) -> None:
        _change, seen = station.walk_in(WalkIn("新客"))
        station.confirm(seen, {"shirt": "M"})

    gate.at_the_door(registers)
    result = services.merging.merge([gate.path])
    with asking.store.view() as view:
        guest = view.find(Attendee, number="S1-001")
    assert (result.walk_ins, result.answers, guest.custom) == (1, (), {"shirt": "M"})


def test_a_merge_is_taken_back_and_made_again_with_its_answers(asking, services):
    gate = laptop(asking, "B")
    asking.set_guest("王磊", custom={"shirt": "S"})
    answers(gate, "王磊", shirt="M", minutes=30)
    services.merging.merge([gate.path])
    after = dump(asking.store)
    services.history.undo()
    between = custom(asking.store, asking, "王磊")
    services.merging.merge([gate.path])
    assert between == {"shirt": "S"}
    assert custom(asking.store, asking, "王磊") == {"shirt": "M"}
    assert dump(asking.store) == after


def test_the_same_file_again_changes_no_answer(asking, services):
    gate = laptop(asking, "B")
    answers(gate, "王磊", shirt="M")
    services.merging.merge([gate.path])
    before, steps = dump(asking.store), len(services.history.all())
    again = services.merging.merge([gate.path])
    assert (again.shares[0].answers, dump(asking.store)) == (0, before)
    assert len(services.history.all()) == steps


def test_three_stations_in_every_order_with_repeats_have_the_same_answers(asking):
    asking.set_guest("王磊", custom={"note": "VIP", "shirt": "XS"})
    gates = [laptop(asking, name) for name in "ABC"]
    for at, gate in enumerate(gates):
        answers(gate, "王磊", shirt="SML"[at], meal="素食", minutes=(20, 30, 30)[at])
        answers(gate, "欧阳明远", meal=("素食", "清真", "素食")[at], minutes=10 - at)
        with Store.open(gate.path) as store:
            services = Services(store, asking.watch)
            services.check_in.answer(
                services.check_in.open_station(asking.event.id, asking.point.id, "", "").post,
                asking.guests["王磊"].id,
                {"meal": f"第{at}次"},
            )
    results = [
        merged(asking, [*order, *(order[:1] if at % 3 == 0 else ())])
        for at, order in enumerate(permutations(gate.path for gate in gates))
    ]
    assert len({state for state, _conflicts in results}) == 1
    assert results[0][0].count("Answer ") == 13  # four of each station, and what the desk had


def test_answers_about_somebody_merged_here_since_belong_to_the_one_that_stayed(asking, services):
    twin = asking.add("王雷")
    gate = laptop(asking, "B")
    answers(gate, "王雷", shirt="M")
    services.people.merge(asking.guests["王磊"].person_id, twin.person_id)
    services.merging.merge([gate.path])
    assert custom(asking.store, asking, "王磊") == {"shirt": "M"}


def test_answers_about_somebody_removed_here_since_are_left_out(asking, services):
    gate = laptop(asking, "B")
    answers(gate, "王磊", shirt="M")
    services.people.remove(asking.guests["王磊"].person_id)
    result = services.merging.merge([gate.path])
    assert (result.shares[0].answers, result.shares[0].lost) == (0, 1)


def test_a_clock_that_was_set_back_does_not_bring_back_an_answer_that_was_corrected():
    event, person = new_id(), new_id()
    first, corrected = (
        Answer(
            event_id=event,
            attendee_id=person,
            field="shirt",
            value=value,
            station="B",
            operator="",
            at=OPENING + timedelta(minutes=minutes),
            sequence=sequence,
        )
        for value, minutes, sequence in (("L", 60, 1), ("M", 0, 2))
    )
    assert in_order([corrected, first]) == [first, corrected]


def test_the_report_lists_what_was_answered_differently(asking, services, tmp_path):
    a, b = laptop(asking, "A"), laptop(asking, "B")
    answers(a, "王磊", shirt="L", minutes=30)
    answers(b, "王磊", shirt="M", minutes=20)
    result = services.merging.merge([a.path, b.path])
    services.merging.write_report(result, tmp_path / "r.xlsx", DocumentLanguage.ENGLISH)
    services.merging.write_report(result, tmp_path / "r.pdf", DocumentLanguage.ENGLISH)
    rows = list(openpyxl.load_workbook(tmp_path / "r.xlsx")["Answers"].values)
    text = "\n".join(page.extract_text() for page in PdfReader(tmp_path / "r.pdf").pages)
    assert rows[1] == (
        *("0002", "王磊", "Shirt", "L", "05-22 09:00:00 · A · 小李"),
        *("M", "05-22 08:50:00 · B · 小李"),
    )
    assert "Answered differently at two places" in text


def test_the_window_shows_both_answers_in_the_language_of_the_moment(qtbot, asking, services):
    a, b = laptop(asking, "A"), laptop(asking, "B")
    answers(a, "王磊", shirt="L", minutes=30)
    answers(b, "王磊", shirt="M", minutes=20)
    dialog = MergeDialog(services.merging.merge([a.path, b.path]), ZoneInfo("Asia/Shanghai"))
    qtbot.addWidget(dialog)
    (row,) = dialog.answers.rows()
    texts = [column.text(row) for column in ANSWER_COLUMNS]
    use_language(Language.CHINESE)
    assert texts[2:6] == ["Shirt", "L", "05-22 09:00:00 · A · 小李", "M"]
    assert ANSWER_COLUMNS[2].text(row) == "T恤尺码"


def test_a_station_asks_only_what_the_desk_does_not_know_and_is_not_told_the_answer(asking):
    asking.set_guest("王磊", custom={"shirt": "秘密尺码", "note": "秘密备注"})
    gate = laptop(asking, "B")
    seen = []
    gate.at_the_door(lambda station: seen.append(station.scan(asking.code("王磊"))))
    assert [field.key for field in seen[0].questions] == ["meal"]
    content = gate.path.read_bytes()
    assert "秘密尺码".encode() not in content
    assert "秘密备注".encode() not in content


def test_what_only_stands_for_an_answer_does_not_come_home(asking, services):
    asking.set_guest("王磊", custom={"shirt": "S"})
    gate = laptop(asking, "B")
    answers(gate, "王磊", meal="素食")
    result = services.merging.merge([gate.path])
    assert (result.shares[0].answers, result.answers) == (1, ())
    assert custom(asking.store, asking, "王磊") == {"shirt": "S", "meal": "素食"}
