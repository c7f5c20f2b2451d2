"""Random days at three doors: whatever the order of merging, the state is the same."""

import shutil
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summit_desk.domain.check_in.outcome import WalkIn
from summit_desk.domain.errors.check_in import NothingToTakeBack
from tests.check_in.laptops import Laptop, laptop, merged

GUESTS = ("欧阳明远", "王磊", "仇凯")
deeds = st.one_of(
    st.tuples(st.just("scan"), st.sampled_from(GUESTS)),
    st.tuples(st.just("walk-in"), st.sampled_from(("新客甲", "新客乙"))),
    st.tuples(st.just("answer"), st.tuples(st.sampled_from(GUESTS), st.sampled_from("SML"))),
    st.tuples(st.just("undo"), st.just("")),
    st.tuples(st.just("wait"), st.integers(-30, 90)),
)
days = st.lists(st.tuples(st.integers(0, 2), deeds), max_size=12)


def live(gates: list[Laptop], day) -> None:
    """Let the day happen; each laptop has a clock of its own."""
    clocks = [0, 0, 0]
    for at, (deed, what) in day:
        if deed == "wait":
            clocks[at] += what
            continue

        def work(station, deed=deed, what=what) -> None:
            if deed == "scan":
                station.scan(gates[0].summit.code(what))
            elif deed == "answer":
                guest = gates[0].summit.guests[what[0]].id
                service = station._service
                service.answer(station.post, guest, {"shirt": what[1]})
            elif deed == "walk-in":
                station.walk_in(WalkIn(what, "新单位"))
            else:
                with suppress(NothingToTakeBack):
                    station.undo_last()

        gates[at].at_the_door(work, minutes=clocks[at])


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(day=days, order=st.permutations([0, 1, 2]), repeats=st.lists(st.integers(0, 2), max_size=2))
def test_any_order_with_any_repeats_leaves_the_same_state(summit, day, order, repeats):
    templates = _templates(summit)
    gates = [Laptop(summit, template.path.with_suffix(".copy.station")) for template in templates]
    for template, gate in zip(templates, gates, strict=True):
        shutil.copyfile(template.path, gate.path)
    live(gates, day)
    straight = merged(summit, [gate.path for gate in gates])
    turned = merged(summit, [*(gates[at].path for at in (*order, *repeats))])
    assert turned == straight


def _templates(summit) -> list[Laptop]:
    """Return the three station files, made once."""
    paths = [summit.store.path.with_name(f"{name}.station") for name in "ABC"]
    if paths[0].exists():
        return [Laptop(summit, path) for path in paths]
    return [laptop(summit, name) for name in "ABC"]
