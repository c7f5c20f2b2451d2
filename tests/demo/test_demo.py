"""The demo summit is what it says, and the same every time."""

from zoneinfo import ZoneInfo

import pytest

from db.store import Store
from summit_desk.domain import records
from summit_desk.domain.errors.files import CannotWrite, FileExists
from summit_desk.domain.progress import Cancelled
from summit_desk.domain.records import (
    Attendee,
    Body,
    Category,
    CheckPoint,
    Event,
    Forum,
    Leg,
    Membership,
    Organisation,
    Person,
    Record,
    Scan,
    Session,
    SessionKind,
    Speaker,
    Traveller,
)
from summit_desk.services.demo import DemoService
from tests.impatience import Impatient

KINDS = [
    kind
    for kind in vars(records).values()
    if isinstance(kind, type) and issubclass(kind, Record) and kind is not Record
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The demo as people get it."""
    path = tmp_path_factory.mktemp("whole") / "demo.summit"
    DemoService().build(path)
    store = Store.open(path, writing=False)
    yield store
    store.close()


def rows(path) -> dict[str, list[Record]]:
    store = Store.open(path, writing=False)
    with store.view() as view:
        found = {kind.__name__: view.all(kind, order=("id",)) for kind in KINDS}
    store.close()
    return found


def test_the_same_seed_gives_the_same_rows(tmp_path) -> None:
    DemoService().build(tmp_path / "one.summit", attendees=80, seed=7)
    DemoService().build(tmp_path / "two.summit", attendees=80, seed=7)
    assert rows(tmp_path / "one.summit") == rows(tmp_path / "two.summit")


def test_another_seed_gives_other_people(tmp_path) -> None:
    DemoService().build(tmp_path / "one.summit", attendees=80, seed=1)
    DemoService().build(tmp_path / "two.summit", attendees=80, seed=2)
    one, two = (
        {person.name for person in rows(tmp_path / name)["Person"]}
        for name in ("one.summit", "two.summit")
    )
    assert one != two


def test_the_counts_are_those_promised(whole) -> None:
    with whole.view() as view:
        counts = {
            kind.__name__: view.count(kind)
            for kind in (Event, Forum, Session, Speaker, Attendee, Traveller, Category)
        }
    assert counts == {
        "Event": 1,
        "Forum": 6,
        "Session": 44,
        "Speaker": 30,
        "Attendee": 300,
        "Traveller": 12,
        "Category": 7,
    }


def test_the_file_is_sound(whole) -> None:
    assert whole.verify() == []


def test_every_kind_of_session_occurs(whole) -> None:
    with whole.view() as view:
        assert {session.kind for session in view.all(Session)} == set(SessionKind)


def test_the_report_is_given_by_the_new_president(whole) -> None:
    with whole.view() as view:
        report = view.find(Session, kind=SessionKind.KEYNOTE)
        part = view.find(records.SessionPart, session_id=report.id, role="speaker")
        speaker = view.get(Person, part.person_id)
    assert (report.title, report.outline, speaker.name) == (
        "工作报告：《产业互联，激活新质生产力》",
        ("背景与意义", "宗旨与定位", "愿景与任务", "2024年的工作计划"),
        "严华",
    )


def test_the_second_body_is_chaired_by_a_unit_and_has_44_founders(whole) -> None:
    with whole.view() as view:
        body = view.find(Body, name="北京工业互联网底层技术信创工作组")
        chair = view.get(Organisation, body.chair_organisation_id)
        founders = view.count(Membership, body_id=body.id, founding=True)
        groups = view.count(Body, parent_id=view.find(Body, kind="branch").id)
    assert (chair.short_name, founders, groups) == ("东土科技", 44, 6)


def test_invented_units_are_recognisable(whole) -> None:
    real = {"中国信息协会", "中国宝武钢铁集团有限公司", "北京东土科技股份有限公司"}
    with whole.view() as view:
        names = {unit.full_name for unit in view.all(Organisation)} - real
    assert {
        name for name in names if not name.startswith(("示例", "Beispiel", "Công ty Ví Dụ"))
    } == (set())


def test_names_are_as_long_and_as_rare_as_real_ones(whole) -> None:
    with whole.view() as view:
        names = {person.name for person in view.all(Person)}
    lengths = {len(name) for name in names if not name.isascii()}
    rare = {"赵孟𫖯", "刘䶮", "林𬭎", "古丽米热·阿卜杜外力", "Nguyễn Văn A", "A", "王"}
    assert (rare - names, {2, 3, 4, 10} - lengths) == (set(), set())


def test_english_is_there_where_a_second_language_is_stored(whole) -> None:
    with whole.view() as view:
        stored = [*view.all(Session), *view.all(Forum), *view.all(Category), *view.all(CheckPoint)]
    lacking = [
        thing for thing in stored if not (getattr(thing, "title_other", "") or thing_name(thing))
    ]
    assert lacking == []


def thing_name(thing: object) -> str:
    return getattr(thing, "name_other", "")


def test_the_tour_crosses_the_end_of_summer_time(whole) -> None:
    with whole.view() as view:
        stays = view.all(Leg, kind="stay", to_place="", country="DE")
    offsets = {
        (
            stay.starts_at.replace(tzinfo=ZoneInfo(stay.from_zone)).utcoffset(),
            stay.ends_at.replace(tzinfo=ZoneInfo(stay.to_zone)).utcoffset(),
        )
        for stay in stays
    }
    assert any(before != after for before, after in offsets)


def test_bags_were_fetched_but_nobody_has_passed_the_entrance(whole) -> None:
    with whole.view() as view:
        entrance = view.find(CheckPoint, kind="entrance")
        bags = view.find(CheckPoint, kind="gift")
        counts = view.count(Scan, point_id=entrance.id), view.count(Scan, point_id=bags.id)
    assert counts == (0, 70)


def test_numbers_rise_with_time(whole) -> None:
    with whole.view() as view:
        attendees = view.all(Attendee, order=("registered_at", "number"))
    assert [each.number for each in attendees] == [f"{at:04}" for at in range(1, 301)]


@pytest.mark.parametrize("attendees", [0, 1, 30, 35, 45])
def test_a_small_demo_is_possible(tmp_path, attendees) -> None:
    DemoService().build(tmp_path / "small.summit", attendees=attendees)
    assert len(rows(tmp_path / "small.summit")["Attendee"]) == attendees


def test_a_file_that_is_there_is_not_touched(tmp_path) -> None:
    path = tmp_path / "mine.summit"
    path.write_bytes(b"mine")
    with pytest.raises(FileExists):
        DemoService().build(path)
    assert path.read_bytes() == b"mine"


def test_a_cancelled_build_leaves_nothing(tmp_path) -> None:
    with pytest.raises(Cancelled):
        DemoService().build(tmp_path / "demo.summit", progress=Impatient())
    assert list(tmp_path.iterdir()) == []


def test_a_neighbour_with_a_like_name_is_left_alone(tmp_path) -> None:
    (tmp_path / "my-demo.summit.part").write_bytes(b"mine")
    DemoService().build(tmp_path / "demo.summit", attendees=1)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "demo.summit",
        "my-demo.summit.part",
    ]


def test_an_interrupted_build_is_done_again(tmp_path) -> None:
    (tmp_path / "demo.summit.part").write_bytes(b"half")
    DemoService().build(tmp_path / "demo.summit", attendees=1)
    assert [path.name for path in tmp_path.iterdir()] == ["demo.summit"]


def test_a_place_that_cannot_be_written_is_told(tmp_path) -> None:
    (tmp_path / "file").write_bytes(b"no folder")
    with pytest.raises(CannotWrite):
        DemoService().build(tmp_path / "file" / "demo.summit", attendees=1)


def test_everybody_has_a_place_in_the_order_of_pinyin_and_strokes(whole) -> None:
    with whole.view() as view:
        people = view.connection.exec_driver_sql("SELECT id FROM person").scalars().all()
        placed = view.connection.exec_driver_sql("SELECT person FROM sort_key").scalars().all()

    assert sorted(placed) == sorted(people)
