"""A rehearsal tells what the queue would do, and leaves the real scans alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_desk.domain.check_in.rehearsal import Rush, arrival_times, rehearse
from summit_desk.domain.errors.check_in import NobodyToRehearse
from summit_desk.domain.records import Attendee, Scan
from summit_desk.domain.verdicts import Verdict
from summit_desk.services.rehearsals import RehearsalService

RUSH = Rush(arrivals=60, minutes=10, stations=2)


def welcome(_number: int, _station: int, _second: float) -> Verdict:
    return Verdict.OK_IN


@given(
    st.builds(
        Rush,
        arrivals=st.integers(0, 80),
        minutes=st.integers(1, 60),
        stations=st.integers(1, 5),
        seconds_each=st.floats(0.5, 30),
        seconds_trouble=st.floats(0.5, 60),
        peak=st.floats(1, 8),
        seed=st.integers(0, 99),
    )
)
def test_everybody_is_served_once_in_order_and_no_station_does_two_things(rush):
    found = rehearse(rush, welcome)

    assert [guest.came for guest in found.guests] == arrival_times(rush)
    assert all(0 <= guest.came <= guest.begun < guest.done for guest in found.guests)
    for station in range(rush.stations):
        mine = [guest for guest in found.guests if guest.station == station]
        assert all(a.done <= b.begun for a, b in pairwise(mine))
    assert all(0 <= share <= 1.001 for share in found.busy())
    assert found.queue()[-1][1] == 0


def test_more_stations_never_make_the_longest_wait_longer():
    waits = [
        rehearse(Rush(arrivals=300, minutes=10, stations=count), welcome).longest_wait
        for count in (1, 2, 4, 8)
    ]
    assert waits == sorted(waits, reverse=True)


def test_trouble_takes_longer_and_shows_as_the_bottleneck():
    rush = Rush(arrivals=120, minutes=10, stations=1, seconds_each=2, seconds_trouble=60)
    trouble = rehearse(rush, lambda *_: Verdict.CANCELLED)
    calm = rehearse(rush, welcome)
    assert (calm.stations_needed(), trouble.stations_needed() > 10) == (1, True)
    assert trouble.longest_wait > calm.longest_wait


def test_a_rehearsal_scans_the_real_badges_and_keeps_no_scan(summit):
    service = RehearsalService(summit.store, summit.watch)

    found = service.rehearse(summit.event.id, summit.point.id, RUSH)

    assert found.verdicts() == {
        Verdict.DUPLICATE: 38,
        Verdict.CANCELLED: 20,
        Verdict.OK_IN: 2,
    }
    with summit.store.view() as view:
        assert view.count(Scan) == 0


def test_without_attendees_there_is_nothing_to_rehearse(summit):
    with summit.store.unit() as unit:
        unit.remove(Attendee, *(guest.id for guest in summit.guests.values()))
        unit.commit("clear")
    service = RehearsalService(summit.store, summit.watch)
    with pytest.raises(NobodyToRehearse):
        service.rehearse(summit.event.id, summit.point.id, RUSH)


def test_the_dialog_shows_what_came_of_it(qtbot):
    from ui.check_in.rehearsal_dialog import RehearsalDialog

    dialog = RehearsalDialog("入口", 250)
    qtbot.addWidget(dialog)
    dialog.stations.setValue(1)
    asked = []
    dialog.rehearsal_asked.connect(asked.append)
    dialog.run.click()
    assert asked == [Rush(arrivals=250, minutes=60, stations=1)]

    dialog.show_rehearsal(rehearse(Rush(arrivals=900, minutes=20, stations=1), welcome))

    assert dialog.verdict.text() == "The stations are the bottleneck: open about 5."
    assert len(dialog.chart.points) > 20
