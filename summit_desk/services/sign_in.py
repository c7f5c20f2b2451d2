"""The paper fallback: sign-in sheets whose lines can be scanned afterwards."""

from pathlib import Path
from typing import Any
from uuid import UUID

from db.queries.sign_in import registered_in, sign_in_rows
from db.store import Store
from db.unit import View
from summit_desk.domain.badge_codes import SERIALS, sign
from summit_desk.domain.check_in.doors import Door, may_enter
from summit_desk.domain.check_in.outcome import Guest
from summit_desk.domain.documents.choices import Written
from summit_desk.domain.documents.sign_in import SignInLine, SignInSheet
from summit_desk.domain.documents.words import NO_TEXT, Bilingual, DocumentLanguage, days_in_words
from summit_desk.domain.errors.documents import NobodyChosen
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import Category, EventKey
from summit_desk.services.badge_runs import COMING
from summit_desk.services.doors import Doors, load_doors
from summit_desk.support.clock import Clock


class SignInService:
    """Writes sign-in sheets."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def write(
        self,
        event_id: UUID,
        point_id: UUID,
        path: Path,
        *,
        language: DocumentLanguage = DocumentLanguage.CHINESE,
        progress: Progress = SILENT,
    ) -> Written:
        """Write everybody who may come to a point, by the sound of the name.

        A character that no font has is a finding, and leaves a gap: the sheet is for the moment
        when nothing else works. Raises NobodyChosen or CantWriteFile.
        """
        from exports.fonts import fonts
        from exports.sign_in import write_sign_in

        sheet = self._sheet(event_id, point_id)
        if not sheet.lines:
            raise NobodyChosen
        findings = write_sign_in(sheet, path, language, fonts(), self._now(), progress)
        return Written(path=path, count=len(sheet.lines), findings=tuple(findings))

    def _sheet(self, event_id: UUID, point_id: UUID) -> SignInSheet:
        doors = load_doors(self._store, event_id)
        door, event = doors.by_point[point_id], doors.event
        with self._store.view() as view:
            lines = _lines(view, doors, door)
        return SignInSheet(
            event=Bilingual(event.name, event.name_other),
            point=Bilingual(door.point.name, door.point.name_other),
            dates=days_in_words(event.first_day, event.last_day),
            lines=lines,
        )


def _lines(view: View, doors: Doors, door: Door) -> list[SignInLine]:
    (key,) = view.all(EventKey, event_id=doors.event.id)
    forums = [door.forum_id] if door.forum_id else []
    placed = registered_in(view.session, door.forum_id) if door.forum_id else frozenset()
    return [
        _line(row, key, doors.categories.get(row.category_id))
        for row in sign_in_rows(view.session, doors.event.id, COMING)
        if may_enter(door, _guest(row), forums if row.id in placed else ())
    ]


def _guest(row: Any) -> Guest:  # noqa: ANN401 -- a row of the query
    return Guest(
        id=row.id,
        number=row.number,
        name=row.name,
        category_id=row.category_id,
        tags=frozenset(row.tags),
    )


def _line(row: Any, key: EventKey, category: Category | None) -> SignInLine:  # noqa: ANN401 -- as above
    return SignInLine(
        number=row.number,
        name=row.name,
        name_other=row.other_name,
        organisation=Bilingual(row.unit or "", row.unit_other or ""),
        category=Bilingual(category.name, category.name_other) if category else NO_TEXT,
        code=sign(key.tag, key.key, row.token, min(row.serial, SERIALS)),
    )
