"""Finding people by whatever part of them somebody remembers."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from summit_desk.domain.change import Topic
from summit_desk.domain.records import AttendeeGroup
from summit_desk.services.history import HistoryService
from summit_desk.support.paths import assets
from tests.attendees.making import EVENT, register

if TYPE_CHECKING:
    from summit_desk.services.attendees import AttendeeService
    from summit_desk.services.search import SearchService


def found(search: SearchService, text: str) -> list[str]:
    return [one.name for one in search.find(EVENT.id, text)]


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("张伟", "zw zhangw zhangwei zhw 张 伟 张伟 wei ZHANG ＺＷ zhang张".split()[:-1]),
        ("吕布", "lv lyu lu lü LÜ lvbu lyubu lubu lb".split()),
        ("单雄信", "sxx shanxx shanxiongxin xiongxin danxx 单雄 雄信".split()),
        ("陳大文", "陈 陳 陈大文 大文 cdw chendw".split()),
        ("欧阳明远", "ouyang oymy 欧阳 明远 阳明 mingyuan 歐陽".split()),
        ("翟天临", "zhai di zhaitl ditl ztl".split()),
        ("覃海洋", "qin tan qhy thy".split()),
        ("万俟卨", "moqi mqx wansi 万俟".split()[:2]),
        ("刘䶮", "䶮 liuyan ly".split()),
        ("赵孟𫖯", "𫖯 zhaomengfu zmf".split()),
        ("迪丽热巴·迪力木拉提", "热巴 迪力木 热巴迪力 dilireba".split()),
        ("王 五", "王五 王 wuwu wangw".split()[:2]),
        ("O’Brien, Seán", "obrien sean O'Brien seano SEÁN".split()),
        ("Nguyễn Văn A", "nguyen van nguyễn nguyenvan".split()),
        ("Müller, Jörg", "muller jorg Müller müll mullerj jorgm".split()),
        ("Šimon Çağlar", "simon caglar".split()),
        ("A", ["a", "A"]),
        ("王", ["王", "wang", "w"]),
        ("徐霞客", "xu xv xuxk xvxiake 霞客".split()),
        ("略阳", "lue lve lyue".split()),
    ],
)
def test_a_name_is_found(
    attendees: AttendeeService, search: SearchService, name: str, texts: list[str]
) -> None:
    register(attendees, "示例人")
    key = register(attendees, name)
    stored = attendees.detail(key).person.name

    missed = [text for text in texts if stored not in found(search, text)]

    assert missed == []


def test_every_disputed_surname_is_found_by_each_of_its_readings(
    attendees: AttendeeService, search: SearchService
) -> None:
    with (assets() / "names" / "surname_readings.tsv").open(encoding="utf-8") as lines:
        surnames = [row for row in csv.DictReader(lines, delimiter="\t") if row["contested"]]
    for row in surnames:
        register(attendees, row["surname"] + "明远")

    missed = [
        row["surname"]
        for row in surnames
        if row["surname"] + "明远" not in found(search, row["ascii"].replace("ü", "v") + "my")
    ]

    assert missed == []


def test_the_best_comes_first(attendees: AttendeeService, search: SearchService) -> None:
    for name in ("陈王磊", "王磊磊", "王磊"):
        register(attendees, name)

    assert found(search, "王磊") == ["王磊", "王磊磊", "陈王磊"]


def test_the_mock_ups_example(attendees: AttendeeService, search: SearchService) -> None:
    for name in ("王磊", "王蕾", "李磊", "吴磊"):
        register(attendees, name)

    assert found(search, "wlei") == ["王磊", "王蕾", "吴磊"]


def test_people_are_found_by_the_tail_of_the_phone_and_by_number(
    attendees: AttendeeService, search: SearchService
) -> None:
    register(attendees, "王磊", mobile="138 1234 2046")
    register(attendees, "李平", mobile="+852 6123 4567", number="2046")

    assert found(search, "2046") == ["李平", "王磊"]
    assert found(search, "1381234") == ["王磊"]
    assert found(search, "４５６７") == ["李平"]
    assert found(search, "1") == ["王磊"]
    assert found(search, "0001") == ["王磊"]


def test_a_number_is_found_however_many_zeros_it_is_written_with(
    attendees: AttendeeService, search: SearchService
) -> None:
    for name, number in (("王磊", "020460"), ("李平", "000204"), ("张伟", "002046")):
        register(attendees, name, number=number)

    assert found(search, "2046") == ["张伟", "王磊"]
    assert found(search, "204") == ["李平", "张伟", "王磊"]
    assert found(search, "0002046") == ["张伟"]
    assert found(search, "02") == ["王磊"]


@pytest.mark.parametrize(
    "text",
    "宝武 宝武集团 集团 bwjt baowu 智慧 zhfw Baosteel 宝钢 宝鋼 bao".split(),
)
def test_people_are_found_by_their_organisation(
    attendees: AttendeeService, search: SearchService, store, text: str
) -> None:
    from summit_desk.domain.change import Topic
    from summit_desk.domain.records import Organisation

    unit_ = Organisation(
        full_name="宝武集团智慧服务业发展部", name_other="Baosteel Group", aliases=("宝钢",)
    )
    with store.unit() as unit:
        unit.put(unit_)
        unit.commit("set up", Topic.PEOPLE)
    register(attendees, "严华", organisation_id=unit_.id)
    register(attendees, "李平", organisation="东土科技")

    assert found(search, text) == ["严华"]


def test_name_and_organisation_together_narrow(
    attendees: AttendeeService, search: SearchService
) -> None:
    register(attendees, "王磊", organisation="宝武集团")
    register(attendees, "王伟", organisation="东土科技")

    assert found(search, "王 宝武") == ["王磊"]
    assert found(search, "dongtu wang") == ["王伟"]
    assert found(search, "zhang dongtu") == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        '"',
        "*",
        "王*",
        "NEAR(",
        "AND",
        "a OR b",
        "'; drop",
        "（）",
        "\x00",
        "😀",
        "-",
        "^p",
    ],
)
def test_no_text_breaks_the_search(search: SearchService, text: str) -> None:
    assert search.find(EVENT.id, text) in ([], search.find(EVENT.id, ""))
    assert search.everything(EVENT.id, text) == []


def test_hostile_names_are_stored_and_found(
    attendees: AttendeeService, search: SearchService
) -> None:
    for name in ("=cmd|' /C calc'!A0", "名" * 100, "😀张", "שלום עולם", "a\nb", '"quoted" *'):
        register(attendees, name)

    assert found(search, "calc") == ["=cmd|' /C calc'!A0"]
    assert found(search, "名名名名") == ["名" * 100]
    assert found(search, "张") == ["😀张"]
    assert found(search, "עולם") == ["שלום עולם"]
    assert found(search, "quoted") == ['"quoted" *']


def test_another_event_is_not_searched(attendees: AttendeeService, search: SearchService) -> None:
    from summit_desk.domain.ids import new_id

    register(attendees, "王磊")

    assert search.find(new_id(), "王磊") == []


@pytest.mark.parametrize("text", "媒体席 媒体 meitixi mtx 素食 ss Media media席".split()[:-1])
def test_people_are_found_by_their_tags(
    attendees: AttendeeService, search: SearchService, text: str
) -> None:
    register(attendees, "王磊", tags=("媒体席", "素食", "Media"))
    register(attendees, "李平", tags=("志愿者",))

    assert found(search, text) == ["王磊"]


@pytest.mark.parametrize("text", "上海代表团 代表团 上海 shanghai shdbt".split())
def test_people_are_found_by_their_group(
    attendees: AttendeeService, search: SearchService, store, text: str
) -> None:
    group = AttendeeGroup(event_id=EVENT.id, name="上海代表团")
    with store.unit() as unit:
        unit.put(group)
        unit.commit("set up", Topic.ATTENDEES)
    register(attendees, "王磊", group_id=group.id)
    register(attendees, "李平")

    assert found(search, text) == ["王磊"]


def test_a_tag_that_was_taken_away_finds_nobody(
    attendees: AttendeeService, search: SearchService, store, clock
) -> None:
    key = register(attendees, "王磊")
    attendees.add_tags([key], ["素食"])
    before = found(search, "素食")

    HistoryService(store, clock).undo()

    assert (before, found(search, "素食")) == (["王磊"], [])


def test_who_is_called_so_comes_before_who_is_tagged_so(
    attendees: AttendeeService, search: SearchService
) -> None:
    register(attendees, "李平", tags=("王牌",), organisation="王府井")
    register(attendees, "赵一", tags=("王",))
    register(attendees, "陈王磊")
    register(attendees, "王磊")

    assert found(search, "王") == ["王磊", "陈王磊", "李平", "赵一"]


def test_words_may_be_met_by_name_tag_group_and_organisation(
    attendees: AttendeeService, search: SearchService, store
) -> None:
    group = AttendeeGroup(event_id=EVENT.id, name="上海代表团")
    with store.unit() as unit:
        unit.put(group)
        unit.commit("set up", Topic.ATTENDEES)
    register(attendees, "王磊", tags=("素食",), group_id=group.id, organisation="宝武集团")
    register(attendees, "王伟", tags=("素食",))

    for text in ("王 素食 上海", "宝武 素食", "shanghai wang", "mtx 王", "素食 李"):
        expected = [] if text in ("mtx 王", "素食 李") else ["王磊"]
        assert (text, found(search, text)) == (text, expected)


def test_the_own_spelling_wins_over_table_and_dictionary(
    attendees: AttendeeService, search: SearchService
) -> None:
    register(attendees, "朱乐明", pinyin="zhu yue ming", spelling_fixed=True)
    register(attendees, "李乐明")

    assert found(search, "zhuyueming") == ["朱乐明"]
    assert found(search, "zhuleming") == []
    assert found(search, "lileming") == ["李乐明"]


def test_exact_comes_before_prefix_before_inside_in_letters_too(
    attendees: AttendeeService, search: SearchService
) -> None:
    for name in ("陈小张伟", "张伟伟", "张伟", "章威"):
        register(attendees, name)

    assert found(search, "zhangwei") == ["张伟", "章威", "张伟伟", "陈小张伟"]
    assert found(search, "zw") == ["张伟", "章威", "张伟伟", "陈小张伟"]
