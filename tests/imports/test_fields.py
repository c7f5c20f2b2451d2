"""Every field of a registration comes in from a list, and a second time says nothing new."""

from datetime import datetime

import pytest

from summit_desk.domain.imports.own_fields import kind_of
from summit_desk.domain.imports.plan import Decisions
from summit_desk.domain.records import (
    Attendee,
    AttendeeCode,
    AttendeeForum,
    AttendeeGroup,
    CustomField,
    FeeStatus,
    FieldKind,
    Organisation,
    Person,
)
from summit_desk.services.imports import AS_GUESSED, ImportOptions

ERASING = ImportOptions(erase_empty=True)


def only(store, kind):
    with store.view() as view:
        (found,) = view.all(kind)
    return found


@pytest.fixture
def importing(store, imports, event_id, sheet):
    """Import a list of one person and return the registration."""

    def bring(*lines):
        brought(imports, event_id, sheet(*lines))
        return only(store, Attendee)

    return bring


def brought(imports, event_id, path, options=AS_GUESSED):
    plan = imports.plan(event_id, path, options)
    imports.apply(plan)
    again = imports.plan(event_id, path, options)
    assert {row.verdict.value for row in again.rows} == {"same"}, again.rows[0].differences
    return plan


CASES = {
    "缴费状态": {"已缴费": ("fee_status", FeeStatus.PAID), "否": ("fee_status", FeeStatus.UNPAID),
                "免缴": ("fee_status", FeeStatus.WAIVED),
                "已退款": ("fee_status", FeeStatus.REFUNDED),
                "paid": ("fee_status", FeeStatus.PAID)},
    "参会费": {"1200.00元": ("fee", 120_000), "￥800": ("fee", 80_000), "0": ("fee", 0)},
    "支付方式": {"公务卡": ("payment_method", "公务卡")},
    "酒店": {"浦江饭店": ("hotel", "浦江饭店")},
    "房号": {"1208": ("hotel_room", "1208")},
    "合住人": {"李强": ("room_mate", "李强")},
    "抵达时间": {"2024-05-21 14:30": ("arrival_at", datetime(2024, 5, 21, 14, 30)),
             "45433.604": ("arrival_at", datetime(2024, 5, 21, 14, 30))},
    "航班": {"MU5101": ("arrival_by", "MU5101")},
    "到达站/机场": {"虹桥站": ("arrival_place", "虹桥站")},
    "是否接站": {"√": ("needs_pickup", True)},
    "返程时间": {"5月23日 18:00": ("departure_at", datetime(2024, 5, 23, 18, 0))},
    "返程航班/车次": {"G12": ("departure_by", "G12")},
    "返程站": {"上海站": ("departure_place", "上海站")},
    "送站": {"不需要": ("needs_dropoff", False)},
    "发票类型": {"专票": ("invoice_kind", "专票")},
    "收票邮箱": {"F@Example.COM": ("invoice_email", "F@example.com")},
    "地址电话": {"示例路1号 021-55550000": ("invoice_address", "示例路1号 021-55550000")},
    "开户行账号": {"示例银行 6200": ("invoice_bank", "示例银行 6200")},
    "公开电话": {"是": ("shares_phone", True)},
    "座位": {"主会场3排12号": ("seat", "主会场 3排12座"), "B-12": ("seat", "B-12")},
}  # fmt: skip


def test_cells_fill_their_fields(store, imports, event_id, sheet) -> None:
    """One column per title, and as many people as a title has cases."""
    people = [
        [next(iter(list(cells)[at : at + 1]), "") for cells in CASES.values()] for at in range(5)
    ]
    rows = [f"张{at},1380000000{at},{','.join(cells)}" for at, cells in enumerate(people)]

    brought(imports, event_id, sheet(f"姓名,手机,{','.join(CASES)}", *rows))

    with store.view() as view:
        attendees = view.all(Attendee)
    found = {
        (title, cell): getattr(attendees[at], field)
        for title, cells in CASES.items()
        for at, (cell, (field, _value)) in enumerate(cells.items())
    }
    assert found == {
        (title, cell): value
        for title, cells in CASES.items()
        for cell, (_f, value) in cells.items()
    }


@pytest.mark.parametrize(
    ("title", "cell", "filled"),
    [
        ("酒店", "是", ("needs_hotel", True)),
        ("用餐", "清真", ("diet", "清真")),
        ("用餐", "午餐、晚餐", ("meals", ("午餐", "晚餐"))),
    ],
)
def test_one_word_for_two_questions_is_told_by_its_answers(title, cell, filled, importing) -> None:
    attendee = importing(f"姓名,{title}", f"张伟,{cell}")

    assert (filled[0], getattr(attendee, filled[0])) == filled


def test_an_amount_with_a_comma_and_a_number_cell(store, imports, event_id, tmp_path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for row in (["姓名", "金额", "房号"], ["张伟", "1,200.00元", 1208], ["王芳", 1280.5, 1209]):
        book.active.append(row)
    book.save(tmp_path / "fees.xlsx")

    brought(imports, event_id, tmp_path / "fees.xlsx")

    with store.view() as view:
        found = [(one.fee, one.hotel_room) for one in view.all(Attendee)]
    assert found == [(120_000, "1208"), (128_050, "1209")]


def test_a_seat_in_three_columns_is_one(store, imports, event_id, sheet) -> None:
    brought(imports, event_id, sheet("姓名,座位区,排号,座号", "张伟,主会场,3排,12"))

    assert only(store, Attendee).seat == "主会场 3排12座"


def test_a_seat_of_one_forum_is_kept_with_the_forum(store, imports, event_id, sheet) -> None:
    path = sheet("姓名,座位（主论坛）,座位（数据要素）", "张伟,3排12座,")
    brought(imports, event_id, path)
    brought(imports, event_id, sheet("姓名,座位（主论坛）", "张伟,4排1座"))

    assert only(store, AttendeeForum).seat == "4排1座"


def test_a_group_is_made_once_and_belongs_to_its_organisation(
    store, imports, event_id, sheet
) -> None:
    rows = ("张伟,示例院,示例院", "王芳,示例院,示例院")
    plan = brought(imports, event_id, sheet("姓名,单位,代表团", *rows))

    group, unit = only(store, AttendeeGroup), only(store, Organisation)
    with store.view() as view:
        members = {one.group_id for one in view.all(Attendee)}
    assert plan.additions.groups == ("示例院",)
    assert (group.name, group.organisation_id, members) == ("示例院", unit.id, {group.id})


def test_a_companion_is_found_in_the_list_and_in_the_file(store, imports, event_id, sheet) -> None:
    brought(imports, event_id, sheet("姓名,陪同", "王芳,张伟", "张伟,"))
    brought(imports, event_id, sheet("姓名,陪同", "李强,0001"))

    with store.view() as view:
        names = {one.id: view.get(Person, one.person_id).name for one in view.all(Attendee)}
        found = {names[one.id]: names.get(one.companion_of_id) for one in view.all(Attendee)}
    assert found == {"王芳": "张伟", "张伟": None, "李强": "王芳"}


def test_a_companion_whom_nobody_knows_is_left_out_with_a_flag(imports, event_id, sheet) -> None:
    plan = brought(imports, event_id, sheet("姓名,陪同", "王芳,赵无名"))

    assert [str(flag) for flag in plan.rows[0].flags] == [
        "Nobody called “赵无名” is registered or in the list; the link was left out."
    ]


def test_a_code_of_another_system_finds_its_person_again(store, imports, event_id, sheet) -> None:
    brought(imports, event_id, sheet("姓名,票码", "王芳,k7m2p9x3"))

    plan = imports.plan(event_id, sheet("姓名,票码,单位", "王芳,k7m2p9x3,示例院"))

    assert only(store, AttendeeCode).code == "k7m2p9x3"
    assert [(row.verdict.value, row.key) for row in plan.rows] == [("update", "external_code")]


def test_words_for_a_part_of_a_day_stay_in_the_notes(store, imports, event_id, sheet) -> None:
    plan = brought(imports, event_id, sheet("姓名,抵达时间", "张伟,5月21日上午"))

    attendee = only(store, Attendee)
    assert (attendee.arrival_at, attendee.notes) == (datetime(2024, 5, 21), "抵达时间：5月21日上午")
    assert plan.flagged == 1


def test_an_empty_cell_erases_where_that_was_asked_for(store, imports, event_id, sheet) -> None:
    header = "报名编号,姓名,手机,单位,缴费状态,标签,衣服"
    imports.apply(
        imports.plan(event_id, sheet(header, "0001,张伟,13800000001,示例院,已缴费,甲,大号"))
    )
    path = sheet(header, "0001,张伟,,,,,")
    assert [row.verdict.value for row in imports.plan(event_id, path).rows] == ["same"]

    plan = imports.plan(event_id, path, ERASING)
    imports.apply(plan)

    assert [(one.label, one.before, one.after) for one in plan.rows[0].differences] == [
        ("Mobile", "13800000001", "—"),
        ("Fee status", "Paid", "—"),
        ("Tags", "甲", "—"),
        ("Organisation", "示例院", "—"),
        ("衣服", "大号", "—"),
    ]
    attendee, person = only(store, Attendee), only(store, Person)
    assert (attendee.fee_status, attendee.tags, dict(attendee.custom)) == (None, (), {})
    assert (person.name, person.mobile, attendee.number) == ("张伟", "", "0001")
    assert imports.plan(event_id, path, ERASING).counts["same"] == 1


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (("42", "43", "9"), (FieldKind.NUMBER, ())),
        (("是", "否", "√"), (FieldKind.YES_NO, ())),
        (("2024-05-01", "2024/5/2", "2024.5.3"), (FieldKind.DATE, ())),
        (("大号", "小号", "大号", "小号"), (FieldKind.CHOICE, ("大号", "小号"))),
        (("红┋蓝", "蓝", "红", "红┋蓝"), (FieldKind.CHOICES, ("红", "蓝"))),
        (("007", "008", "009"), (FieldKind.TEXT, ())),
        (("很好", "一般", "不错"), (FieldKind.TEXT, ())),
    ],
)
def test_the_kind_of_an_own_field_is_what_its_cells_show(cells, kind) -> None:
    assert kind_of(cells) == kind


def test_an_own_field_is_made_with_its_kind(store, imports, event_id, sheet) -> None:
    cells = ("大号", "小号", "大号", "小号")
    rows = [f"张{at},1380000000{at},{cell},{at}" for at, cell in enumerate(cells)]
    brought(imports, event_id, sheet("姓名,手机,衣服,件数", *rows))

    with store.view() as view:
        made = [(own.label, own.kind, own.choices) for own in view.all(CustomField)]
        first = dict(view.all(Attendee)[0].custom)
    assert made == [
        ("衣服", FieldKind.CHOICE, ("大号", "小号")),
        ("件数", FieldKind.NUMBER, ()),
    ]
    assert first == {"f1": "大号", "f2": 0}


def test_an_import_of_every_field_is_undone_as_one_step(
    store, services, imports, event_id, sheet
) -> None:
    header = "姓名,代表团,票码,陪同,座位（主论坛）,缴费状态,衣服"
    path = sheet(header, "张伟,甲团,c1,王芳,1排1座,已缴费,大号", "王芳,甲团,c2,,1排2座,未缴费,")
    done = imports.apply(imports.plan(event_id, path), Decisions())

    services.history.undo()

    kinds = (Attendee, Person, AttendeeGroup, AttendeeCode, AttendeeForum, CustomField)
    with store.view() as view:
        left = [view.count(kind) for kind in kinds]
    assert (done.created, left) == (2, [0] * 6)
