"""A run of badges: whose they are, what stands against them, and that they were printed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self
from uuid import UUID

from db.queries.attendees import attendee_keys
from db.queries.documents import badge_lines, in_number_order, present_serials, printed_serials
from db.unit import Unit, View
from summit_desk.domain.attendee_lists import BEST_FIRST, EVERYBODY
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.documents.badge_cards import badge_card, badge_event
from summit_desk.domain.documents.badges import BadgeCard, BadgeEvent, BadgeTemplate
from summit_desk.domain.documents.choices import Chosen
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.errors.documents import NobodyChosen
from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import (
    Attendee,
    AttendeeStatus,
    Badge,
    CustomField,
    Event,
    EventKey,
)
from summit_desk.domain.registration import NOT_COMING
from summit_desk.support.i18n import N_

if TYPE_CHECKING:
    from exports.badges import BadgePrinter

COMING = frozenset(AttendeeStatus) - NOT_COMING - {AttendeeStatus.PENDING}  # not approved yet


@dataclass(frozen=True)
class BadgeRun:
    """Badges ready to be checked and written."""

    cards: Sequence[BadgeCard]
    event: BadgeEvent
    template: BadgeTemplate
    language: DocumentLanguage

    @classmethod
    def of(
        cls,
        view: View,
        event_id: UUID,
        chosen: Chosen,
        template: BadgeTemplate,
        language: DocumentLanguage,
    ) -> Self:
        """Return the badges of whoever is chosen; raises NobodyChosen."""
        run = cls.of_keys(view, event_id, chosen_keys(view, event_id, chosen), template, language)
        if chosen.leave_out_unprintable:
            run = run.printable()
        if not run.cards:
            raise NobodyChosen
        return run

    @classmethod
    def of_keys(
        cls,
        view: View,
        event_id: UUID,
        keys: Sequence[UUID],
        template: BadgeTemplate,
        language: DocumentLanguage,
    ) -> Self:
        """Return the badges of these attendees."""
        event = view.get(Event, event_id)
        signing = view.find(EventKey, event_id=event_id)
        lines = badge_lines(view.session, keys)
        printed = view.all(CustomField, event_id=event_id, on_badge=True)
        cards = [badge_card(line, signing, printed) for line in lines] if signing else []
        return cls(cards, badge_event(event), template, language)

    @classmethod
    def of_one(
        cls, view: View, attendee_id: UUID, template: BadgeTemplate, language: DocumentLanguage
    ) -> Self:
        """Return one person's badge; raises Missing."""
        attendee = view.get(Attendee, attendee_id)
        return cls.of_keys(view, attendee.event_id, [attendee_id], template, language)

    def printable(self) -> Self:
        """Return the run without those whom something stops."""
        stopped = {
            finding.place.subject
            for finding in self.findings()
            if finding.severity is Severity.BLOCK and finding.place
        }
        return replace(self, cards=[c for c in self.cards if c.attendee_id not in stopped])

    def findings(self, progress: Progress = SILENT) -> list[Finding]:
        """Return what is worth knowing before these badges are printed."""
        from exports.checks import badge_findings
        from exports.fonts import fonts

        return badge_findings(self._printer, self.cards, fonts(), progress)

    def write(self, path: Path, now: datetime, progress: Progress) -> list[Finding]:
        """Check and write; return what was noted. Raises before a page is written."""
        from exports.checks import refuse_blocked

        findings = self.findings()
        refuse_blocked(findings)
        self.draw(path, now, progress)
        return findings

    def draw(self, path: Path, now: datetime, progress: Progress) -> None:
        """Write without checking: for the screen, which shows what stands against it."""
        self._printer.write(self.cards, path, now, progress)

    @cached_property
    def _printer(self) -> "BadgePrinter":
        from exports.badges import BadgePrinter
        from exports.fonts import fonts

        return BadgePrinter(self.template, self.event, self.language, fonts())


def chosen_keys(
    view: View, event_id: UUID, chosen: Chosen, *, leave_out_absent: bool = True
) -> Sequence[UUID]:
    """Return the attendees chosen, in the order of their numbers."""
    wanted = chosen.wanted
    if leave_out_absent and not wanted.statuses and chosen.keys is None:
        wanted = replace(wanted, statuses=COMING)
    keys: Sequence[UUID]
    if chosen.keys is not None and wanted == EVERYBODY:
        keys = in_number_order(view.session, event_id, chosen.keys)
    else:
        keys = attendee_keys(view.session, event_id, wanted, BEST_FIRST)
        selected = None if chosen.keys is None else set(chosen.keys)
        keys = [key for key in keys if selected is None or key in selected]
    if chosen.unprinted:
        present = present_serials(view.session, keys)
        printed = printed_serials(view.session, keys)
        keys = [key for key in keys if (key, present.get(key, 0)) not in printed]
    return keys


def note_printed(
    unit: Unit, attendee_ids: Sequence[UUID], size: str, now: datetime, actor: str
) -> Change:
    """Keep that the present badges of these people were printed; raises NobodyChosen."""
    present = present_serials(unit.session, attendee_ids)
    if not present:
        raise NobodyChosen
    before = {attendee for attendee, _serial in printed_serials(unit.session, attendee_ids)}
    unit.put_all(
        Badge(
            attendee_id=key,
            serial=present[key],
            template=size,
            printed_at=now,
            printed_by=actor,
            reprint=key in before,
        )
        for key in attendee_ids
        if key in present
    )
    subject = attendee_ids[0] if len(present) == 1 else None
    return unit.commit(
        N_("Print {count} badges"), Topic.DOCUMENTS, subject=subject, count=str(len(present))
    )
