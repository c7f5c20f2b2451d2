"""What the pane says about an attendee."""

from summit_desk.support.i18n import Language, use_language
from tests.attendees.making import draft
from ui.attendees.stay_facts import stay_facts


def test_the_meals_of_the_pane_are_listed_as_the_language_does() -> None:
    attendee = draft("王磊", meals=("午餐", "晚餐")).attendee
    use_language(Language.CHINESE)

    meals = next(one for one in stay_facts(attendee, {}) if one.key == "meals")

    assert meals.value == "午餐、晚餐"
