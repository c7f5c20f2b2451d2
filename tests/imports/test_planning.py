"""Every row gets a verdict by the keys in their order; nothing is picked silently."""

import pytest

from summit_desk.domain.errors.imports import EmptySheet, NoNameColumn, PlanMovedOn
from summit_desk.domain.imports.plan import Decision, Decisions, RowVerdict
from summit_desk.domain.progress import Cancelled
from summit_desk.domain.records import Attendee, Changeset, Organisation, Person
from tests.impatience import Impatient

HEADER = "姓名,单位,职务,手机,邮箱,备注"
ADA = "王芳,示例云科技有限公司,经理,13800000003,wf@example.com,"


def verdicts(plan) -> list[str]:
    return [row.verdict.value for row in plan.rows]


def changes(plan) -> list[tuple[str, str, str]]:
    return [(one.label, one.before, one.after) for row in plan.rows for one in row.differences]


@pytest.fixture
def registered(imports, event_id, sheet):
    imports.apply(imports.plan(event_id, sheet(HEADER, ADA)))


def test_an_edited_cell_is_an_update_of_that_field(imports, event_id, sheet, registered) -> None:
    plan = imports.plan(event_id, sheet(HEADER, ADA.replace("经理", "总经理")))

    assert verdicts(plan) == ["update"]
    assert changes(plan) == [("Title", "经理", "总经理")]


def test_an_empty_cell_never_erases(store, imports, event_id, sheet, registered) -> None:
    plan = imports.plan(event_id, sheet(HEADER, "王芳,,,13800000003,,"))
    imports.apply(plan)

    assert verdicts(plan) == ["same"]
    with store.view() as view:
        assert [one.email for one in view.all(Person)] == ["wf@example.com"]


def test_the_same_phone_with_another_name_is_a_conflict(
    imports, event_id, sheet, registered
) -> None:
    plan = imports.plan(event_id, sheet(HEADER, "李强,示例云科技有限公司,,13800000003,,"))

    assert verdicts(plan) == ["conflict"]
    assert plan.rejects[0].reason_text == "The same mobile as 0001 王芳, but another name."


def test_two_spellings_of_a_unit_are_one(imports, event_id, sheet, registered) -> None:
    plan = imports.plan(event_id, sheet(HEADER, "王　芳,示例云科技（有限公司）,,,,"))

    assert verdicts(plan) == ["same"]


def test_the_same_name_elsewhere_is_somebody_else(imports, event_id, sheet, registered) -> None:
    plan = imports.plan(event_id, sheet(HEADER, "王芳,示例半导体股份有限公司,,13800000014,,"))

    assert verdicts(plan) == ["new"]


def test_the_same_name_and_unit_with_another_phone_is_asked_about(
    imports, event_id, sheet, registered
) -> None:
    plan = imports.plan(event_id, sheet(HEADER, "王芳,示例云科技有限公司,,13800000099,,"))

    assert verdicts(plan) == ["conflict"]


def test_several_people_with_one_name_and_unit_are_a_conflict(imports, event_id, sheet) -> None:
    rows = ("李强,示例院,,13800000001,,", "李强,示例院,,13800000002,,")
    imports.apply(imports.plan(event_id, sheet(HEADER, *rows)))

    plan = imports.plan(event_id, sheet(HEADER, "李强,示例院,院长,,,"))

    assert verdicts(plan) == ["conflict"]
    assert "0001 李强, 0002 李强" in plan.rejects[0].reason_text


def test_one_phone_for_two_colleagues_is_flagged_and_stays_stable(imports, event_id, sheet) -> None:
    path = sheet(HEADER, "张伟,示例院,,13800000001,,", "李强,示例院,,13800000001,,")
    plan = imports.plan(event_id, path)
    imports.apply(plan)

    assert (verdicts(plan), plan.flagged) == (["new", "new"], 1)
    assert verdicts(imports.plan(event_id, path)) == ["same", "same"]


def test_a_row_without_a_name_is_an_error(imports, event_id, sheet) -> None:
    plan = imports.plan(event_id, sheet(HEADER, ",示例院,院长,13800000001,,"))

    assert plan.to_json()["rejects"] == [{"row": 2, "reason": "The row has no name."}]


def test_reserved_seats_of_one_unit_stay_apart(imports, event_id, sheet) -> None:
    path = sheet(HEADER, "待定,示例院,,,,", "待定,示例院,,,,")
    first = imports.plan(event_id, path)
    imports.apply(first)

    assert verdicts(first) == ["new", "new"]
    assert verdicts(imports.plan(event_id, path)) == ["same", "same"]


def test_a_registration_number_finds_a_corrected_name(imports, event_id, sheet, registered) -> None:
    plan = imports.plan(event_id, sheet("报名编号,姓名,手机", "0001,王方方,13800000003"))

    assert verdicts(plan) == ["update"]
    assert ("Name", "王芳", "王方方") in changes(plan)


def test_another_lists_numbers_never_rename_anybody(imports, event_id, sheet, registered) -> None:
    plan = imports.plan(event_id, sheet("编号,姓名", "0001,李强"))

    assert verdicts(plan) == ["conflict"]


def test_a_speaker_who_registers_stays_one_person(
    store, services, imports, event_id, sheet
) -> None:
    services.people.save(Person(name="严华", mobile="13900000001"))

    plan = imports.plan(event_id, sheet("姓名,手机", "严华,139 0000 0001"))
    imports.apply(plan)

    assert verdicts(plan) == ["new"]
    with store.view() as view:
        assert (view.count(Person), view.count(Attendee)) == (1, 1)


def test_the_same_sheet_always_gives_the_same_plan(imports, event_id, lists) -> None:
    path = lists / "synthetic_报名汇总表_messy.xlsx"

    assert imports.plan(event_id, path).rows == imports.plan(event_id, path).rows


def test_an_import_is_one_step_that_can_be_undone(store, services, imports, event_id, lists):
    path = lists / "synthetic_报名汇总表_messy.xlsx"
    plan = imports.plan(event_id, path)
    imports.apply(plan)

    services.history.undo()

    with store.view() as view:
        kinds = (Attendee, Person, Organisation)
        assert [view.count(kind) for kind in kinds] == [0, 0, 0]
    assert verdicts(imports.plan(event_id, path)) == verdicts(plan)


def test_a_cancelled_import_writes_nothing(store, imports, event_id, sheet) -> None:
    plan = imports.plan(event_id, sheet(HEADER, ADA))
    with pytest.raises(Cancelled):
        imports.apply(plan, progress=Impatient())

    with store.view() as view:
        assert view.count(Person) == 0


def test_a_plan_that_was_overtaken_is_refused(services, imports, event_id, sheet) -> None:
    plan = imports.plan(event_id, sheet(HEADER, ADA))
    services.people.save(Person(name="严华"))

    with pytest.raises(PlanMovedOn):
        imports.apply(plan)


def test_planning_writes_nothing(store, imports, event_id, sheet) -> None:
    with store.view() as view:
        before = view.count(Changeset)

    imports.plan(event_id, sheet(HEADER, ADA))

    with store.view() as view:
        assert view.count(Changeset) == before


def test_a_conflict_can_become_a_person_of_its_own(store, imports, event_id, sheet, registered):
    plan = imports.plan(event_id, sheet(HEADER, "李强,示例院,,13800000003,,"))

    done = imports.apply(plan, Decisions(rows={2: Decision.CREATE}))

    assert (done.created, done.updated, done.skipped) == (1, 0, 0)
    with store.view() as view:
        assert {one.name for one in view.all(Person)} == {"王芳", "李强"}


def test_updates_can_be_left_out_all_at_once(imports, event_id, sheet, registered) -> None:
    path = sheet(HEADER, ADA.replace("经理", "总经理"))

    imports.apply(
        imports.plan(event_id, path), Decisions(verdicts={RowVerdict.UPDATE: Decision.SKIP})
    )

    assert verdicts(imports.plan(event_id, path)) == ["update"]


def test_a_duplicate_that_is_left_out_says_nothing(store, imports, event_id, sheet) -> None:
    path = sheet(HEADER, ADA, ADA.replace("经理", "总经理"))

    imports.apply(imports.plan(event_id, path), Decisions(rows={3: Decision.SKIP}))

    assert changes(imports.plan(event_id, sheet(HEADER, ADA))) == []


def test_a_mapping_that_was_corrected_is_remembered(imports, event_id, sheet) -> None:
    from summit_desk.domain.imports.targets import Meaning, Target
    from summit_desk.services.imports import ImportOptions

    path = sheet("姓名,小名", "王芳,小芳")
    options = ImportOptions(targets={"小名": Meaning(Target.HONORIFIC)})
    imports.apply(imports.plan(event_id, path, options))

    guess = imports.understand(event_id, imports.look(path).tables[0])

    assert [use.target for use in guess.columns] == [Target.NAME, Target.HONORIFIC]


def test_rejected_rows_come_back_with_their_reasons(imports, event_id, sheet, tmp_path) -> None:
    from summit_desk.readers.books import read_book

    plan = imports.plan(event_id, sheet(HEADER, ADA, ",示例院,=1+1,,,"))

    written = imports.save_rejects(plan, tmp_path / "rejected.xlsx")

    rows = read_book(tmp_path / "rejected.xlsx").tables[0].rows
    assert written == 1
    assert rows[1][1:3] == ["示例院", "=1+1"]
    assert rows[1][-1] == "The row has no name."


def test_a_sheet_without_names_is_refused(imports, event_id, lists) -> None:
    with pytest.raises(NoNameColumn):
        imports.plan(event_id, lists / "synthetic_会员单位名单_44家.xls")


def test_a_header_alone_is_refused(imports, event_id, sheet) -> None:
    with pytest.raises(EmptySheet):
        imports.plan(event_id, sheet(HEADER))


def test_a_word_for_nothing_can_be_a_family_name(imports, event_id, sheet) -> None:
    plan = imports.plan(event_id, sheet(HEADER, "无,无,无,,,", "/,示例院,,,,"))

    assert [(row.draft.name, row.verdict.value) for row in plan.rows] == [
        ("无", "new"),
        ("", "error"),
    ]
    assert plan.additions.organisations == ()
