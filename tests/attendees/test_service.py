"""The use cases of attendees on a real file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from db.convert import table_of
from db.queries.search import answers_to
from summit_desk.domain.attendee_lists import (
    AttendeeFilter,
    AttendeeSort,
    Missing,
    Order,
)
from summit_desk.domain.change import Topic
from summit_desk.domain.errors import Invalid
from summit_desk.domain.errors import Missing as Gone
from summit_desk.domain.errors.attendees import AlreadyRegistered, AlreadyScanned, NobodyChosen
from summit_desk.domain.ids import new_id
from summit_desk.domain.progress import Cancelled
from summit_desk.domain.records import (
    Attendee,
    AttendeeStatus,
    CheckPoint,
    ForumPlace,
    Organisation,
    Person,
    Scan,
)
from summit_desk.domain.registration import Registration
from summit_desk.domain.search_query import read_query
from summit_desk.services.history import HistoryService
from summit_desk.support.i18n import Language, speaking
from tests.attendees.making import ABROAD, DATA, DELEGATE, EVENT, GUEST, NOW, draft, register
from tests.impatience import Impatient

if TYPE_CHECKING:
    from uuid import UUID

    from db.store import Store
    from summit_desk.services.attendees import AttendeeService
    from summit_desk.support.clock import Clock

WAITING, REGISTERED = ForumPlace.WAITING, ForumPlace.REGISTERED


def names(attendees: AttendeeService, wanted: AttendeeFilter, order: Order | None = None):
    found = attendees.found(EVENT.id, wanted, order or Order())
    return [row.name for row in attendees.rows(found.keys)]


def places(attendees: AttendeeService, *keys: UUID) -> list[ForumPlace]:
    return [place for key in keys for _forum, place in attendees.detail(key).forums]


def test_numbers_count_up_and_tokens_have_ten_digits(attendees: AttendeeService) -> None:
    keys = [register(attendees, name) for name in ("王磊", "李平", "张伟")]

    found = [attendees.detail(key).attendee for key in keys]

    assert [one.number for one in found] == ["0001", "0002", "0003"]
    assert [len(one.token) for one in found] == [10, 10, 10]
    assert len({one.token for one in found}) == 3


def test_a_gap_or_a_word_among_numbers_does_not_stop_counting(attendees: AttendeeService) -> None:
    register(attendees, "王磊", number="0107")
    register(attendees, "李平", number="VIP-1")

    key = register(attendees, "张伟")

    assert attendees.detail(key).attendee.number == "0108"


def test_a_name_is_spelled_and_split_when_it_is_stored(attendees: AttendeeService) -> None:
    person = attendees.detail(register(attendees, "欧阳 明远")).person

    assert person.name == "欧阳明远"
    assert (person.family_name, person.given_name) == ("欧阳", "明远")
    assert person.pinyin == "ou yang ming yuan"
    assert (person.passport_family, person.passport_given) == ("OUYANG", "MINGYUAN")


def test_a_spelling_of_the_persons_own_is_kept(attendees: AttendeeService) -> None:
    key = register(attendees, "单雪", pinyin="dan xue", passport_family="DAN", spelling_fixed=True)

    person = attendees.detail(key).person

    assert (person.pinyin, person.passport_family, person.passport_given) == (
        "dan xue",
        "DAN",
        "XUE",
    )


def test_a_known_organisation_is_used_and_an_unknown_one_added(
    attendees: AttendeeService, store: Store
) -> None:
    register(attendees, "王磊", organisation="东土科技", title="工程师")
    register(attendees, "李平", organisation="东土科技", title="董事长")

    with store.view() as view:
        assert [one.full_name for one in view.all(Organisation)] == ["东土科技"]


@pytest.mark.parametrize(
    "typed", [" 东土 科技（北京）", "东土科技(北京)", "东土·科技（北京）", "Kyland"]
)
def test_another_spelling_of_a_unit_is_the_same_unit(
    attendees: AttendeeService, store: Store, typed: str
) -> None:
    with store.unit() as unit:
        unit.put(Organisation(full_name="东土科技（北京）", aliases=("KYLAND",)))
        unit.commit("Add")

    register(attendees, "李平", organisation=typed)

    with store.view() as view:
        assert [one.full_name for one in view.all(Organisation)] == ["东土科技（北京）"]


def test_another_legal_form_is_another_unit(attendees: AttendeeService, store: Store) -> None:
    for name in ("示例石油股份有限公司", "示例石油集团有限公司"):
        register(attendees, "李平", organisation=name)

    with store.view() as view:
        assert view.count(Organisation) == 2


def test_all_problems_are_told_at_once(attendees: AttendeeService) -> None:
    wrong = draft("", hotel_from=date(2024, 5, 23), hotel_to=date(2024, 5, 21), number="1" * 30)

    with pytest.raises(Invalid) as told:
        attendees.register(wrong)

    assert [problem.field for problem in told.value.problems] == ["name", "number", "hotel_to"]
    assert len(attendees.found(EVENT.id)) == 0


@pytest.mark.parametrize("number", ["0007", "7", "00007"])
def test_a_number_of_somebody_else_is_refused(attendees: AttendeeService, number: str) -> None:
    register(attendees, "王磊", number="0007")
    register(attendees, "张伟", number="0070")

    with pytest.raises(Invalid) as told:
        attendees.register(draft("李平", number=number))

    assert [str(one) for one in told.value.problems] == ["Number 0007 belongs to 王磊."]


def test_nobody_comes_twice(attendees: AttendeeService) -> None:
    first = draft("王磊")
    attendees.register(first)
    second = draft("王磊")

    with pytest.raises(AlreadyRegistered) as told:
        attendees.register(replace(second, person=first.person))

    assert told.value.details == {"name": "王磊", "number": "0001"}


def test_editing_changes_person_and_registration(attendees: AttendeeService) -> None:
    key = register(attendees, "王磊", organisation="甲公司", forums=(DATA.id,))
    held = attendees.detail(key)

    attendees.edit(
        Registration(
            replace(held.attendee, seat="B 区 3 排", diet="不吃牛肉"),
            replace(held.person, name="王蕾", mobile="138 0000 0001"),
            draft("", organisation="乙公司", title="主任").unit,
            (ABROAD.id,),
        )
    )

    found = attendees.detail(key)
    assert (found.person.name, found.person.pinyin) == ("王蕾", "wang lei")
    assert found.person.mobile == "13800000001"
    assert (found.attendee.seat, found.attendee.diet) == ("B 区 3排", "不吃牛肉")
    assert [(work.unit, work.duty) for work in found.work] == [("乙公司", "主任")]
    assert [forum.name for forum, _place in found.forums] == ["产业出海"]


def test_who_comes_after_the_last_seat_waits(attendees: AttendeeService) -> None:
    keys = [register(attendees, name, forums=(DATA.id,)) for name in ("王磊", "李平", "张伟")]

    assert places(attendees, *keys) == [REGISTERED, REGISTERED, WAITING]


def test_a_cancelled_seat_goes_to_the_one_who_waited_longest(attendees: AttendeeService) -> None:
    keys = [register(attendees, name, forums=(DATA.id,)) for name in "甲乙丙丁"]

    attendees.cancel([keys[0]])

    assert places(attendees, *keys[1:]) == [REGISTERED, REGISTERED, WAITING]


def test_who_comes_back_has_to_wait(attendees: AttendeeService) -> None:
    keys = [register(attendees, name, forums=(DATA.id,)) for name in "甲乙丙"]
    attendees.cancel([keys[0]])

    attendees.set_status([keys[0]], AttendeeStatus.CONFIRMED)

    assert places(attendees, *keys) == [WAITING, REGISTERED, REGISTERED]


def test_leaving_a_forum_frees_the_seat(attendees: AttendeeService) -> None:
    keys = [register(attendees, name, forums=(DATA.id,)) for name in "甲乙丙"]

    attendees.leave_forum([keys[1]], DATA.id)

    assert places(attendees, *keys) == [REGISTERED, REGISTERED]


def test_several_are_changed_in_one_step_and_taken_back_in_one(
    attendees: AttendeeService, store: Store, clock: Clock
) -> None:
    keys = [register(attendees, name, category_id=GUEST.id) for name in "甲乙丙"]

    change = attendees.set_category(keys[:2], DELEGATE.id)
    HistoryService(store, clock).undo()

    assert change.details == {"value": "代表", "count": "2"}
    found = [attendees.detail(key).category for key in keys]
    assert found == [GUEST, GUEST, GUEST]


def test_a_command_for_nobody_is_refused(attendees: AttendeeService) -> None:
    with pytest.raises(NobodyChosen):
        attendees.cancel([])


def test_deleting_a_registration_leaves_the_person(
    attendees: AttendeeService, store: Store
) -> None:
    key = register(attendees, "王磊")

    attendees.remove([key])

    with pytest.raises(Gone):
        attendees.detail(key)
    with store.view() as view:
        assert view.count(Person) == 1


def test_a_list_shows_who_where_and_what(attendees: AttendeeService) -> None:
    register(
        attendees,
        "严华",
        organisation="宝武集团",
        title="总经理",
        category_id=GUEST.id,
        forums=(ABROAD.id, DATA.id),
    )

    (row,) = attendees.rows(attendees.found(EVENT.id).keys)

    assert (row.number, row.name, row.organisation, row.title) == (
        "0001",
        "严华",
        "宝武集团",
        "总经理",
    )
    assert str(row.category) == "Guest"
    assert [str(forum) for forum in row.forums] == ["Data", "Going abroad"]


def test_a_list_follows_the_language(attendees: AttendeeService, store: Store) -> None:
    key = register(attendees, "严华", organisation="宝武集团", title="总经理")
    held = attendees.detail(key)
    unit_ = replace(held.work[0].organisation, name_other="Baowu Group")
    position = replace(held.work[0].position, department="智慧部", title_other="General Manager")
    with store.unit() as unit:
        unit.put_all((unit_, position))
        unit.commit("set up", Topic.PEOPLE)

    (row,) = attendees.rows([key])
    english = (row.organisation, row.title, row.duty)
    with speaking(Language.CHINESE):
        chinese = (row.organisation, row.title, row.duty)

    assert english == ("Baowu Group", "General Manager", "General Manager")
    assert chinese == ("宝武集团", "总经理", "智慧部 总经理")


def test_filters_combine(attendees: AttendeeService) -> None:
    register(attendees, "甲", category_id=GUEST.id, forums=(DATA.id,), tags=("VIP",))
    register(attendees, "乙", category_id=GUEST.id, forums=(ABROAD.id,), tags=("VIP_2",))
    register(attendees, "丙", category_id=DELEGATE.id, forums=(DATA.id,), mobile="13800000001")

    guests = frozenset({GUEST.id})
    assert names(attendees, AttendeeFilter(categories=guests)) == ["甲", "乙"]
    assert names(attendees, AttendeeFilter(categories=guests, forum=DATA.id)) == ["甲"]
    assert names(attendees, AttendeeFilter(tag="VIP")) == ["甲"]
    assert names(attendees, AttendeeFilter(missing=Missing.MOBILE)) == ["甲", "乙"]
    assert names(attendees, AttendeeFilter(text="甲", categories=guests)) == ["甲"]
    assert names(attendees, AttendeeFilter(text="丙", categories=guests)) == []


@pytest.mark.parametrize("by", list(AttendeeSort))
@pytest.mark.parametrize("text", ["", "王"])
def test_every_order_shows_everybody(
    attendees: AttendeeService, by: AttendeeSort, text: str
) -> None:
    for name in ("王磊", "王安", "王伟"):
        register(attendees, name, organisation="某公司", title=name[1], category_id=GUEST.id)

    up = names(attendees, AttendeeFilter(text=text), Order(by))
    down = names(attendees, AttendeeFilter(text=text), Order(by, descending=True))

    assert sorted(up) == sorted(down) == ["王伟", "王安", "王磊"]


def test_names_are_ordered_by_pinyin(attendees: AttendeeService) -> None:
    for name in ("张伟", "Anna Berg", "单雄信", "丁一"):
        register(attendees, name)

    found = names(attendees, AttendeeFilter(), Order(AttendeeSort.NAME))

    assert found == ["Anna Berg", "丁一", "单雄信", "张伟"]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (
            AttendeeSort.STROKES_SURNAME,
            ["丁一", "王明", "文明", "田富", "田大利", "欧阳明", "洪明"],
        ),
        (AttendeeSort.STROKES_NAME, ["丁一", "王明", "文明", "田大利", "田富", "欧阳明", "洪明"]),
    ],
)
def test_names_are_ordered_by_strokes(
    attendees: AttendeeService, by: AttendeeSort, expected: list[str]
) -> None:
    for name in sorted(expected):
        register(attendees, name)

    assert names(attendees, AttendeeFilter(), Order(by)) == expected
    assert names(attendees, AttendeeFilter(), Order(by, descending=True)) == expected[::-1]


def test_rank_orders_those_before_others_and_the_number_the_rest(
    attendees: AttendeeService,
) -> None:
    for name, rank in (("丙", 100), ("乙", 100), ("甲", 1)):
        register(attendees, name, rank=rank)

    assert names(attendees, AttendeeFilter(), Order(AttendeeSort.RANK)) == ["甲", "丙", "乙"]


@pytest.mark.parametrize("by", AttendeeSort)
def test_numbers_are_found_in_every_order(attendees: AttendeeService, by: AttendeeSort) -> None:
    for name in ("王磊", "王安"):
        register(attendees, name)

    assert names(attendees, AttendeeFilter(text="0002"), Order(by)) == ["王安"]


def test_chips_count_what_a_click_would_show(attendees: AttendeeService) -> None:
    register(attendees, "甲", category_id=GUEST.id, forums=(DATA.id,))
    register(attendees, "乙", category_id=DELEGATE.id, status=AttendeeStatus.CANCELLED)

    counts = attendees.counts(EVENT.id, AttendeeFilter(categories=frozenset({GUEST.id})))

    assert counts.everybody == 2
    assert counts.categories == {GUEST.id: 1, DELEGATE.id: 1}
    assert counts.statuses == {AttendeeStatus.CONFIRMED: 1}
    assert counts.forums == {DATA.id: 1}


def test_a_limit_says_that_more_would_follow(attendees: AttendeeService) -> None:
    for name in "甲乙丙":
        register(attendees, name)

    assert attendees.found(EVENT.id, limit=2).complete is False
    assert attendees.found(EVENT.id, limit=4).complete is True


TAGGED = ("wang", {"tags": ("wanted",)}), ("乙", {"organisation": "王府咨询"}), ("丙", {})


@pytest.mark.parametrize("text", ["w", "wang", "wf", "want", "0", "000", "2", "王", "王 咨询"])
def test_the_first_found_are_the_first_of_all_that_are_found(
    attendees: AttendeeService, text: str
) -> None:
    for name, facts in (*TAGGED, ("王磊", {}), ("王芳", {"mobile": "13800002000"}), ("方王", {})):
        register(attendees, name, **facts)
    everybody = attendees.found(EVENT.id, AttendeeFilter(text=text)).keys

    firsts = [
        attendees.found(EVENT.id, AttendeeFilter(text=text), limit=most).keys for most in (1, 2, 4)
    ]

    assert len(everybody) > 0
    assert firsts == [everybody[:1], everybody[:2], everybody[:4]]


BELONGING = (
    ("甲", {"organisation": "绿地控股集团"}),
    ("乙", {"organisation": "AI Lab 上海"}),
    ("丙", {"tags": ("女嘉宾", "VIP guest")}),
    ("丁", {}),
)


@pytest.mark.parametrize(
    "text", ["lüdi", "lvdi", "LÜ", "nüjiabin", "绿地", "ai lab", "lab", "vipg", "vip guest", "ldkg"]
)
def test_who_is_found_by_what_they_belong_to_is_whoever_answers(
    attendees: AttendeeService, store: Store, text: str
) -> None:
    for name, facts in BELONGING:
        register(attendees, name, **facts)
    with store.view() as view:
        whoever = answers_to(EVENT.id, read_query(text))
        answering = view.session.execute(select(table_of(Attendee).c.id).where(whoever)).scalars()
        expected = set(answering)

    assert len(expected) == 1
    assert set(attendees.found(EVENT.id, AttendeeFilter(text=text)).keys) == expected


def test_a_search_can_be_given_up(attendees: AttendeeService) -> None:
    register(attendees, "张伟")

    with pytest.raises(Cancelled):
        attendees.found(EVENT.id, AttendeeFilter(text="zhang"), progress=Impatient())
    assert len(attendees.found(EVENT.id, AttendeeFilter(text="zhang"))) == 1


def test_who_was_let_in_is_told_from_who_was_not(attendees: AttendeeService, store: Store) -> None:
    keys = [register(attendees, name) for name in "甲乙丙"]
    point = CheckPoint(event_id=EVENT.id, name="入口")
    scans = [scan(point, key, verdict) for key, verdict in zip(keys, VERDICTS, strict=True)]
    with store.unit() as unit:
        unit.put(point)
        unit.log([*scans, replace(scans[1], id=new_id(), verdict="ANNULLED", annuls=scans[1].id)])
        unit.commit("set up", Topic.CHECK_IN)

    assert names(attendees, AttendeeFilter(checked_in=True)) == ["甲"]
    assert names(attendees, AttendeeFilter(checked_in=False)) == ["乙", "丙"]


def test_who_was_scanned_can_only_be_cancelled(attendees: AttendeeService, store: Store) -> None:
    keys = [register(attendees, name) for name in "甲乙"]
    point = CheckPoint(event_id=EVENT.id, name="入口")
    with store.unit() as unit:
        unit.put(point)
        unit.log([scan(point, keys[0], "OK_IN")])
        unit.commit("set up", Topic.CHECK_IN)

    with pytest.raises(AlreadyScanned):
        attendees.remove(keys)

    assert len(attendees.found(EVENT.id)) == 2


VERDICTS = ("OK_IN", "OK_IN", "CANCELLED")


def scan(point: CheckPoint, attendee: UUID, verdict: str) -> Scan:
    return Scan(
        event_id=EVENT.id,
        point_id=point.id,
        attendee_id=attendee,
        code="",
        verdict=verdict,
        station="1",
        operator="",
        at=NOW,
        sequence=1,
        version="1",
    )
