"""The rows of a plan as the table of the third page shows them."""

from collections.abc import Callable, Sequence

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


def _told(row: PlannedRow) -> str:
    changes = in_words("；", "; ").join(
        _("{field}: {value}").format(
            field=one.label, value=f"{one.before or '—'} → {one.after or '—'}"
        )
        for one in row.differences
    )
    if row.verdict is RowVerdict.DUPLICATE:
        return in_words("", " ").join(filter(None, (row.reason_text, changes)))
    if row.reason:
        return row.reason_text
    if row.verdict is RowVerdict.UPDATE and changes:
        return changes
    return in_words("", " ").join(map(str, row.flags))


def columns(decided: Callable[[PlannedRow], Decision]) -> Sequence[Column[PlannedRow]]:
    """Return the columns of the table; what is `decided` is asked when a row is painted."""
    return (
        Column(lambda: _("Row"), lambda row: str(row.id), sort=lambda row: row.id, align=RIGHT,
               width=52, muted=True),
        Column(
            lambda: _("Verdict"),
            lambda row: verdict_word(row.verdict),
            pill=lambda row: Pill(verdict_word(row.verdict), TONES[row.verdict]),
            width=100,
        ),
        Column(lambda: _("Name"), lambda row: row.draft.name, width=104, strong=True),
        Column(lambda: _("Organisation"), _organisation, width=140),
        Column(lambda: _("What will happen"), _told, tooltip=_told),
        Column(
            lambda: _("Decision"),
            lambda row: _(DECISIONS[decided(row)]),
            pill=lambda row: _decision_pill(row, decided(row)),
            width=132,
        ),
        Column(
            lambda: _("Look"),
            lambda row: str(len(row.flags) or ""),
            pill=lambda row: Pill(str(len(row.flags)), Tone.AMBER) if row.flags else None,
            width=56,
        ),
    )  # fmt: skip


def _organisation(row: PlannedRow) -> str:
    return row.draft.text(Target.ORGANISATION)


def _decision_pill(row: PlannedRow, decision: Decision) -> Pill | None:
    tones = {Decision.APPLY: Tone.GREEN, Decision.CREATE: Tone.GREEN, Decision.SKIP: Tone.GREY}
    if row.verdict is RowVerdict.SAME:
        return None
    return Pill(_(DECISIONS[decision]), tones[decision])
