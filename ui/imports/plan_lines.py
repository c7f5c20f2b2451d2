"""The rows of a plan as the table of the third page shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from summit_desk.domain.imports.plan import Decision, PlannedRow, RowVerdict, verdict_word
from summit_desk.domain.imports.targets import Target
from summit_desk.support.i18n import N_, _, in_words
from ui.kit.rows import RIGHT, Column
from ui.kit.tones import Pill, Tone

TONES = {
    RowVerdict.NEW: Tone.GREEN,
    RowVerdict.UPDATE: Tone.BLUE,
    RowVerdict.SAME: Tone.GREY,
    RowVerdict.DUPLICATE: Tone.VIOLET,
    RowVerdict.CONFLICT: Tone.AMBER,
    RowVerdict.ERROR: Tone.RED,
}
DECISIONS = {
    Decision.APPLY: N_("Take over"),
    Decision.SKIP: N_("Leave out"),
    Decision.CREATE: N_("Add as a new person"),
}


@dataclass(frozen=True)
class PlanLine:
    """A planned row with what was decided about it."""

    id: int
    row: PlannedRow
    decision: Decision


def _told(line: PlanLine) -> str:
    row = line.row
    if row.reason:
        return row.reason_text
    if row.differences and row.verdict is RowVerdict.UPDATE:
        return in_words("；", "; ").join(
            f"{one.label}: {one.before or '—'} → {one.after or '—'}" for one in row.differences
        )
    return " ".join(map(str, row.flags))


def _decision_pill(line: PlanLine) -> Pill | None:
    tones = {Decision.APPLY: Tone.GREEN, Decision.CREATE: Tone.GREEN, Decision.SKIP: Tone.GREY}
    if line.row.verdict is RowVerdict.SAME:
        return None
    return Pill(_(DECISIONS[line.decision]), tones[line.decision])


COLUMNS: Sequence[Column[PlanLine]] = (
    Column(lambda: _("Row"), lambda line: str(line.id), sort=lambda line: line.id, align=RIGHT,
           width=52, muted=True),
    Column(
        lambda: _("Verdict"),
        lambda line: verdict_word(line.row.verdict),
        pill=lambda line: Pill(verdict_word(line.row.verdict), TONES[line.row.verdict]),
        width=100,
    ),
    Column(lambda: _("Name"), lambda line: line.row.draft.name, width=104, strong=True),
    Column(
        lambda: _("Organisation"), lambda line: line.row.draft.text(Target.ORGANISATION), width=140
    ),
    Column(lambda: _("What will happen"), _told, tooltip=_told),
    Column(
        lambda: _("Decision"),
        lambda line: _(DECISIONS[line.decision]),
        pill=_decision_pill,
        width=132,
    ),
    Column(
        lambda: _("Look"),
        lambda line: str(len(line.row.flags) or ""),
        pill=lambda line: Pill(str(len(line.row.flags)), Tone.AMBER) if line.row.flags else None,
        width=56,
    ),
)  # fmt: skip
