"""What the plans of agenda sheets, delegations' lists and calendars have in common."""

from collections import Counter
from collections.abc import Sequence

from summit_desk.domain.imports.plan import RowVerdict
from summit_desk.domain.remarks import Remark


class PlannedLine:
    """One thing of the file, with its verdict and what somebody should know of it."""

    verdict: RowVerdict
    remarks: tuple[Remark, ...]

    @property
    def at(self) -> int:
        """Where it stands in the file, as a person counts."""
        raise NotImplementedError

    @property
    def applies(self) -> bool:
        """Whether the import writes something for it."""
        return self.verdict in {RowVerdict.NEW, RowVerdict.UPDATE}


class ListPlan:
    """A verdict for every line; `place` is what programs call where a line stands."""

    lines: Sequence[PlannedLine]
    place = "row"

    @property
    def counts(self) -> dict[RowVerdict, int]:
        """How many lines have each verdict."""
        found = Counter(line.verdict for line in self.lines)
        return {verdict: found[verdict] for verdict in RowVerdict}

    @property
    def flagged(self) -> int:
        """How many lines somebody should look at."""
        return sum(bool(line.remarks) for line in self.lines)

    def figures(self) -> dict[str, object]:
        """Return the counts for programs."""
        told: dict[str, object] = {kind.value: count for kind, count in self.counts.items()}
        return told | {"flagged": self.flagged}

    def told_remarks(self) -> list[dict[str, object]]:
        """Return every remark with its place, for programs."""
        return [
            {self.place: line.at, "remark": str(remark)}
            for line in self.lines
            for remark in line.remarks
        ]
