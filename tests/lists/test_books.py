"""What stands on the sheets of a list: titles, bands, totals, order, and what is left out."""

from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import pytest

from exports.sheet_widths import digits
from summit_desk.domain.attendee_lists import AttendeeFilter, AttendeeSort
from summit_desk.domain.change import Topic
from summit_desk.domain.documents.choices import Chosen
from summit_desk.domain.documents.sheets import Page
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.errors.lists import NoSuchFilter
from summit_desk.domain.lists.spec import (
    GroupBy,
    Grouping,
    ListColumn,
    ListSpec,
    Showing,
    TitleBlock,
    Whom,
    columns_of,
)
from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    AttendeeStatus,
    Forum,
    ForumPlace,
    Person,
    SavedFilter,
)
from summit_desk.services.badge_runs import COMING

BARE = TitleBlock(shown=False)
NAMES = ListSpec(name="Names", columns=columns_of("number", "name"), sequence=False, titles=BARE)


def rows(sheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def said(written) -> list[str]:
    return [finding.text() for finding in written.findings]


def test_a_list_has_titles_a_numbered_table_and_a_total(filled, preset):
    found = rows(filled.sheet(preset("List of participants")))
    count = len(found) - 6

    assert found[0][0] == filled.event.name_other
    assert found[1][0] == "List of participants"
    assert found[3][0] == "(In the order of the family names' pinyin)"
    assert found[4][:3] == ["#", "Name", "Sex"]
    assert [row[0] for row in found[5:-1]] == list(range(1, count + 1))
    assert found[-1][0] == f"Total: {count} people"


def test_a_list_speaks_the_language_that_is_asked_for(filled, preset):
    sheet = filled.sheet(preset("Sign-in sheet"), language=DocumentLanguage.CHINESE)

    assert sheet.title == "签到表"
    assert [cell.value for cell in sheet[5]][:7] == [
        "序号", "姓名", "单位", "职务", "联系电话", "签名", "备注",
    ]  # fmt: skip


def test_a_sheet_that_is_signed_has_so_many_rows_a_page(filled, preset):
    sheet = filled.sheet(preset("Sign-in sheet"), language=DocumentLanguage.CHINESE)

    ends = [5, *(one.id for one in sheet.row_breaks.brk)]
    heights = [sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)]
    pages = [heights[start:end] for start, end in pairwise(ends)]
    usual = min(heights[5:])
    assert all(len(page) == 22 or max(page) > usual for page in pages)
    assert all(sum(page) <= usual * 22 + 0.1 for page in pages)
    assert sheet.print_title_rows == "$1:$5"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage is None
    assert sheet[4][0].value.startswith(f"应到：{sheet.max_row - 5} ")


def test_who_is_not_coming_is_left_out_and_said(filled, preset):
    written = filled.write(preset("List of participants"))
    with filled.store.view() as view:
        people = view.all(Attendee)
    away = [one for one in people if one.status not in COMING]

    assert written.count == len(people) - len(away)
    (told,) = [text for text in said(written) if "status" in text]
    assert sum(int(part.split(": ")[1]) for part in told[:-1].split(": ", 1)[1].split("; ")) == len(
        away
    )


def test_bands_hold_the_people_of_one_hotel(filled, preset):
    sheet = filled.sheet(preset("Rooming list"))
    found = [row for row in rows(sheet)[4:] if row[0] is not None]
    bands = [row[0] for row in found if row[1] is None and "(" in str(row[0])]
    hotels = list(dict.fromkeys(row[1] for row in found if row[1]))

    assert [band.rsplit(" (", 1)[0] for band in bands][: len(hotels)] == hotels
    assert bands[-1].startswith("Without a hotel yet")
    assert found[-1][0].startswith("Total: ")


def test_people_who_share_a_room_stand_one_after_the_other(filled, preset):
    found = [row for row in rows(filled.sheet(preset("Rooming list")))[4:] if row[2]]

    pairs = list(zip(found[::2], found[1::2], strict=False))[:5]
    assert [(one[2], one[7]) for one, _other in pairs] == [
        (other[2], other[4]) for _one, other in pairs
    ]


def test_arrivals_are_grouped_by_place_and_hour_in_the_order_of_time(filled, preset):
    arrivals, departures = filled.sheets(preset("Arrivals and departures"))
    times = [row[1].value for row in arrivals.iter_rows(min_row=5)]
    moments = [value for value in times if isinstance(value, datetime)]
    bands = [row[0].value for row in arrivals.iter_rows(min_row=5) if "from" in str(row[0].value)]

    assert (arrivals.title, departures.title) == ("Arrivals", "Departures")
    hours = [one.replace(minute=0) for one in moments]
    assert hours == sorted(hours)
    assert len(bands) == len(set(bands))


def test_every_forum_has_a_sheet_and_who_waits_comes_last(filled, preset):
    with filled.store.unit() as unit:
        forum = unit.all(Forum, event_id=filled.event.id)[0]
        place = unit.all(AttendeeForum, forum_id=forum.id)[0]
        unit.put(replace(place, place=ForumPlace.WAITING))
        unit.commit("wait", Topic.ATTENDEES)
        person = unit.get(Person, unit.get(Attendee, place.attendee_id).person_id)
    sheets = filled.sheets(preset("Lists of the forums"))
    last = [cell.value for cell in sheets[0][sheets[0].max_row - 1]]

    assert (last[1], last[6]) == (person.name, "on the waiting list")


def test_meals_are_counted_by_diet_with_totals(filled, preset):
    table = filled.sheets(preset("Meals and diets"))[0]
    with filled.store.view() as view:
        people = [one for one in view.all(Attendee) if one.status in COMING]
    head, *body = rows(table)[3:]
    halal = head.index("清真")
    lunch = next(row for row in body if row[0] == "5月22日午餐")
    wanted = [one for one in people if "5月22日午餐" in one.meals]

    assert [row[0] for row in body[:3]] == ["5月22日午餐", "5月22日晚餐", "5月23日午餐"]
    assert (lunch[halal] or 0) == sum(one.diet == "清真" for one in wanted)
    assert lunch[-1] == len(wanted)


def test_the_total_of_meals_counts_meals_and_who_takes_none_is_shown_below(filled, preset):
    spec = preset("Meals and diets")
    with filled.store.unit() as unit:
        one = next(a for a in unit.all(Attendee) if a.status in COMING and a.meals)
        unit.put(replace(one, meals=()))
        unit.commit("eat nothing", Topic.ATTENDEES)
        people = [a for a in unit.all(Attendee) if a.status in COMING]
    *_meals, total, without = rows(filled.sheets(spec)[0])

    assert (total[0], total[-1]) == ("Total", sum(len(a.meals) for a in people))
    assert without[0] == "No meal chosen (people, not counted as meals)"
    assert without[-1] == sum(not a.meals for a in people)
    assert sum(figure or 0 for figure in without[1:-1]) == without[-1]


def test_who_takes_no_meal_is_a_row_of_a_plain_table(filled, preset):
    path = filled.write(preset("Meals and diets"), "meals.csv").path
    with filled.store.view() as view:
        without = sum(a.status in COMING and not a.meals for a in view.all(Attendee))
    table = path.read_text("utf-8-sig").split("\n\n")[0].splitlines()

    assert table[-1].startswith("No meal chosen") == bool(without)
    assert not any(line.startswith("Total") for line in table)


def test_the_figures_of_organisations_add_up(filled, preset):
    units, kinds = filled.sheets(preset("Figures by organisation"))
    with filled.store.view() as view:
        coming = sum(one.status in COMING for one in view.all(Attendee))

    assert rows(units)[-1][-1] == rows(kinds)[-1][-1] == coming


def test_fees_are_numbers_and_are_summed(filled, preset):
    found = rows(filled.sheet(preset("Invoices")))
    fee = found[3].index("Fee (amount)")
    fees = [row[fee] for row in found[4:-1]]

    assert found[-1][fee] == pytest.approx(sum(fees))
    assert {type(value) for value in fees} <= {int, float}


def test_numbers_and_addresses_stay_on_one_line(filled, preset):
    sheet = filled.sheet(preset("Invoices"))
    titles = {cell.value: cell.column_letter for cell in sheet[4]}
    for title in ("Tax number", "E-mail for the invoice"):
        cells = sheet[titles[title]][4:]
        longest = max(digits(str(cell.value or "")) for cell in cells)

        assert sheet.column_dimensions[titles[title]].width > longest > 15


@pytest.mark.parametrize("showing", Showing)
def test_a_phone_is_shown_as_far_as_the_list_says(filled, showing):
    spec = replace(NAMES, columns=columns_of("number", ListColumn("mobile", showing=showing)))
    found = rows(filled.sheet(spec))
    with filled.store.view() as view:
        people = {one.number: one for one in view.all(Attendee)}
        phones = {one.id: one.mobile for one in view.all(Person)}
    titles = {
        Showing.NONE: None,
        Showing.MASKED: "Mobile (masked)",
        Showing.AGREED: "Mobile",
        Showing.WHOLE: "Mobile",
    }

    def expected(number: str) -> str | None:
        whole = phones[people[number].person_id]
        if showing is Showing.AGREED:
            return (whole if people[number].shares_phone else "") or None
        return whole if showing is Showing.WHOLE else whole[:3] + "****" + whole[7:]

    assert found[0][1] == titles[showing] or showing is Showing.NONE
    if showing is Showing.NONE:
        assert found[0] == ["Registration number", "Key of the record"]
        return
    with_phone = [row for row in found[1:] if len(phones[people[row[0]].person_id]) == 11]
    assert [row[1] for row in with_phone] == [expected(row[0]) for row in with_phone]


def test_private_columns_are_never_whole_unless_it_is_asked_for(filled, preset):
    written = filled.write(preset("All columns"))
    with filled.store.view() as view:
        numbers = {one.document_number for one in view.all(Person)} - {""}
    cells = {str(value) for row in rows(filled.sheet(preset("All columns"))) for value in row}

    assert numbers
    assert numbers & cells == set()
    assert written.change is None
    assert any(text.startswith("Shown in part only") for text in said(written))


def test_a_saved_filter_counts_by_its_name(filled):
    with filled.store.unit() as unit:
        unit.put(SavedFilter(event_id=filled.event.id, name="已缴费", wanted={"fees": ["paid"]}))
        unit.commit("save filter", Topic.ATTENDEES)
        paid = sum(one.fee_status == "paid" for one in unit.all(Attendee))
        everybody = unit.count(Attendee)
    written = filled.write(replace(NAMES, filter_name="已缴费"))

    assert written.count == paid
    assert said(written) == [
        f"{everybody - paid} people are not on the list because they don't fit the choice."
    ]


def test_a_filter_that_is_gone_is_said(filled):
    with pytest.raises(NoSuchFilter, match="needs the saved filter"):
        filled.write(replace(NAMES, filter_name="no such"))
    assert list(filled.folder.glob("*.xlsx")) == []


def test_a_selection_narrows_the_list_and_keeps_its_order(filled):
    with filled.store.view() as view:
        people = view.all(Attendee, order=("number",))[:5]
    chosen = Chosen(keys=[one.id for one in reversed(people)])
    found = rows(filled.sheet(replace(NAMES, order=AttendeeSort.NUMBER), chosen=chosen))

    assert [row[0] for row in found[1:]] == [one.number for one in people]


def test_what_was_chosen_for_once_narrows_the_filter_of_the_list(filled):
    spec = replace(NAMES, wanted=AttendeeFilter(statuses=frozenset({AttendeeStatus.CONFIRMED})))
    with filled.store.view() as view:
        one = next(a for a in view.all(Attendee) if a.status is AttendeeStatus.CONFIRMED)
    written = filled.write(spec, chosen=Chosen(wanted=AttendeeFilter(text=one.number)))

    assert written.count == 1


def test_a_group_that_nobody_belongs_to_says_so(filled):
    spec = replace(NAMES, grouping=Grouping.BANDS, group_by=GroupBy.GROUP, totals=True)
    found = rows(filled.sheet(spec))
    bands = [row[0] for row in found if row[1] is None]

    assert [band.rsplit(" (", 1)[0] for band in bands[:2]] == ["示例代表团", "In no group"]
    assert bands[-1] == f"Total: {len(found) - 4} people"


def test_an_empty_list_is_still_a_list(filled):
    spec = replace(NAMES, wanted=AttendeeFilter(text="没有这个人"), whom=Whom.COMING)
    for grouping in Grouping:
        sheet = filled.sheet(replace(spec, grouping=grouping))
        assert [cell.value for cell in sheet[1]][:2] == ["Registration number", "Name"]


def test_landscape_and_portrait_are_as_the_page_says(filled):
    spec = replace(NAMES, titles=TitleBlock(), page=Page(landscape=False))

    assert filled.sheet(spec).page_setup.orientation == "portrait"
