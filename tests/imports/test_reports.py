"""What was imported stays in the history, with counts and mapping."""

from summit_desk.domain.imports.plan import RowVerdict
from summit_desk.domain.imports.targets import Target

HEADER, ADA = "姓名,手机,尺码", "王芳,13800000003,42"


def test_a_report_is_kept_with_the_import(imports, event_id, sheet) -> None:
    imports.apply(imports.plan(event_id, sheet("参会名单,,", HEADER, ADA, ADA)))

    (report,) = imports.reports(event_id)

    assert (report.file, report.sheet, report.header_row) == ("list.csv", "list", 2)
    assert {verdict: count for verdict, count in report.counts.items() if count} == {
        RowVerdict.NEW: 1,
        RowVerdict.DUPLICATE: 1,
    }
    assert (report.created, report.updated, report.skipped) == (1, 0, 0)  # nothing is lost
    assert [(one.title, one.target, one.name) for one in report.columns] == [
        ("姓名", Target.NAME, ""),
        ("手机", Target.MOBILE, ""),
        ("尺码", Target.CUSTOM, "尺码"),
    ]
    assert report.seconds >= 0
    assert not report.undone


def test_reports_come_latest_first_and_say_what_was_undone(
    services, imports, event_id, sheet
) -> None:
    imports.apply(imports.plan(event_id, sheet(HEADER, ADA, name="first.csv")))
    imports.apply(imports.plan(event_id, sheet(HEADER, "李强,13800000004,", name="second.csv")))

    services.history.undo()

    assert [(one.file, one.undone) for one in imports.reports(event_id)] == [
        ("second.csv", True),
        ("first.csv", False),
    ]


def test_the_history_says_an_import_in_one_sentence(services, imports, event_id, sheet) -> None:
    imports.apply(imports.plan(event_id, sheet(HEADER, ADA)))

    assert services.history.all(1)[0].text() == "Import list.csv: 1 new, 0 updated, 0 left out"


def test_an_import_that_changes_nothing_keeps_no_report(imports, event_id, sheet) -> None:
    path = sheet(HEADER, ADA)
    imports.apply(imports.plan(event_id, path))
    imports.apply(imports.plan(event_id, path))

    assert len(imports.reports(event_id)) == 1
