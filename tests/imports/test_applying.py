"""An import keeps the rules of the event: capacity, numbers, categories, own fields."""

from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    Category,
    CustomField,
    FieldKind,
    Forum,
    ForumPlace,
    Person,
)

HEADER = "姓名,手机,参会类型,参加论坛"


def places(store) -> list[tuple[str, ForumPlace]]:
    with store.view() as view:
        numbers = {one.id: one.number for one in view.all(Attendee)}
        return [(numbers[one.attendee_id], one.place) for one in view.all(AttendeeForum)]


def test_a_full_forum_puts_the_later_ones_on_its_waiting_list(
    store, imports, event_id, sheet
) -> None:
    with store.unit() as unit:
        unit.put(Forum(event_id=event_id, name="数据要素", capacity=1))
        unit.commit("Add forum {name}", name="数据要素")

    rows = ("张伟,13800000001,,数据要素", "王芳,13800000002,,数据要素")
    imports.apply(imports.plan(event_id, sheet(HEADER, *rows)))

    assert places(store) == [("0001", ForumPlace.REGISTERED), ("0002", ForumPlace.WAITING)]


def test_a_forum_that_is_no_longer_listed_is_left(store, imports, event_id, sheet) -> None:
    imports.apply(imports.plan(event_id, sheet(HEADER, "张伟,13800000001,,数据要素;出海")))

    imports.apply(imports.plan(event_id, sheet(HEADER, "张伟,13800000001,,出海")))

    with store.view() as view:
        chosen = [view.get(Forum, one.forum_id).name for one in view.all(AttendeeForum)]
    assert chosen == ["出海"]


def test_new_people_are_numbered_after_the_highest(store, imports, event_id, sheet) -> None:
    imports.apply(imports.plan(event_id, sheet("报名编号,姓名", "0007,张伟")))

    imports.apply(imports.plan(event_id, sheet("姓名,手机", "王芳,13800000002")))

    with store.view() as view:
        assert [one.number for one in view.all(Attendee)] == ["0007", "0008"]
        tokens = [one.token for one in view.all(Attendee)]
    assert len(set(tokens)) == 2
    assert {len(token) for token in tokens} == {10}


def test_a_number_that_a_later_row_wishes_is_kept_for_it(store, imports, event_id, sheet) -> None:
    rows = (",张伟,甲公司", ",王芳,甲公司", "0002,李强,甲公司")

    imports.apply(imports.plan(event_id, sheet("报名编号,姓名,单位", *rows)))

    with store.view() as view:
        names = {one.id: one.name for one in view.all(Person)}
        given = {names[one.person_id]: one.number for one in view.all(Attendee)}
    assert given == {"张伟": "0001", "王芳": "0003", "李强": "0002"}


def test_a_category_is_found_in_either_language_or_made(store, imports, event_id, sheet) -> None:
    rows = ("张伟,13800000001,Guest,", "王芳,13800000002,观察员,")
    plan = imports.plan(event_id, sheet(HEADER, *rows))
    imports.apply(plan)

    with store.view() as view:
        names = {one.id: one.name for one in view.all(Category)}
        chosen = [names[one.category_id] for one in view.all(Attendee)]
    assert plan.additions.categories == ("观察员",)
    assert chosen == ["嘉宾", "观察员"]


def test_an_own_field_keeps_its_kind(store, imports, event_id, sheet) -> None:
    with store.unit() as unit:
        unit.put(CustomField(event_id=event_id, key="bus", label="乘车", kind=FieldKind.YES_NO))
        unit.put(CustomField(event_id=event_id, key="size", label="尺码", kind=FieldKind.NUMBER))
        unit.commit("Save {thing} {name}", thing="", name="")

    imports.apply(imports.plan(event_id, sheet("姓名,乘车,尺码", "张伟,√,42")))

    with store.view() as view:
        assert [dict(one.custom) for one in view.all(Attendee)] == [{"bus": True, "size": 42}]


def test_a_name_is_spelled_when_it_is_imported(store, imports, event_id, sheet) -> None:
    imports.apply(imports.plan(event_id, sheet("姓名", "单雄信")))

    with store.view() as view:
        person = view.all(Person)[0]
    assert (person.pinyin, person.passport_family, person.passport_given) == (
        "shan xiong xin",
        "SHAN",
        "XIONGXIN",
    )


def test_who_was_imported_is_found_by_pinyin(services, imports, event_id, sheet) -> None:
    imports.apply(imports.plan(event_id, sheet("姓名,手机", "单雄信,13800000002")))

    assert [str(line) for line in services.people.found("sxx")] == ["单雄信"]
