"""Heads at a point, counted once from the file and then kept up with every scan."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from summit_desk.domain.check_in.outcome import CategoryCount, Counts, Passage
from summit_desk.domain.check_in.rules import entries, is_inside
from summit_desk.domain.records import Category

Key = UUID | None


class Tally:
    """Arrived and expected heads by category (None: without one), and heads inside now."""

    def __init__(
        self,
        categories: Sequence[Category],
        expected: Mapping[Key, int],
        arrived: Mapping[Key, int],
        inside: int,
    ) -> None:
        self._categories: dict[Key, Category] = {each.id: each for each in categories}
        self._expected, self._arrived = dict(expected), dict(arrived)
        self._all_expected, self._all_arrived = sum(expected.values()), sum(arrived.values())
        self.inside = inside
        self._lines: dict[Key, CategoryCount] = {
            category.id: self._line(category) for category in categories
        }

    def moved(self, category: Key, before: Sequence[Passage], after: Sequence[Passage]) -> None:
        """Count a guest whose passages that still count became `after`."""
        came = bool(entries(after)) - bool(entries(before))
        self.inside += is_inside(after) - is_inside(before)
        if came:
            self._arrived[category] = self._arrived.get(category, 0) + came
            self._all_arrived += came
            if category in self._categories:
                self._lines[category] = self._line(self._categories[category])

    def counts(self) -> Counts:
        """Return the figures to show; categories in their own order, nobody's empty ones."""
        lines = tuple(line for line in self._lines.values() if line.arrived or line.expected)
        return Counts(self._all_arrived, self.inside, self._all_expected, lines)

    def _line(self, category: Category) -> CategoryCount:
        return CategoryCount(
            category.name,
            category.name_other,
            category.colour,
            self._arrived.get(category.id, 0),
            self._expected.get(category.id, 0),
        )
