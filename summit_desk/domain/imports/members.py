"""Lists of member units: what each row says, and what it would change in a body."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from summit_desk.domain.imports.drafts import BAD_CODE
from summit_desk.domain.imports.headers import Header
from summit_desk.domain.imports.layout import Layout, ListRow
from summit_desk.domain.imports.synonyms import plain_header, target_of
from summit_desk.domain.imports.tables import cell_text
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.numbers import CODE_LENGTH, clean_code, is_credit_code
from summit_desk.domain.organisation_names import organisation_key, organisation_kind
from summit_desk.domain.records import (
    Body,
    MemberLevel,
    Membership,
    Organisation,
    OrganisationKind,
)
from summit_desk.domain.text_cleaning import clean_line
from summit_desk.support.i18n import N_

TWICE = N_("The unit is in an earlier row already.")
_LEVELS = (  # the longer word first: 副会长单位 holds 会长单位
    ("副会长", MemberLevel.VICE_PRESIDENT),
    ("会长", MemberLevel.PRESIDENT),
    ("副理事长", MemberLevel.VICE_PRESIDENT),
    ("理事长", MemberLevel.PRESIDENT),
    ("理事", MemberLevel.COUNCIL),
    ("组长", MemberLevel.LEADER),
    ("会员", MemberLevel.MEMBER),
    ("成员", MemberLevel.MEMBER),
)
_EXACT = frozenset({"会长单位", "副会长单位", "理事单位", "会员单位", "组长单位", "成员单位"})
_KINDS = (
    (OrganisationKind.INSTITUTE, "科研|研究"),
    (OrganisationKind.UNIVERSITY, "高校|院校|大学"),
    (OrganisationKind.GOVERNMENT, "政府|机关"),
    (OrganisationKind.ASSOCIATION, "协会|学会|社团"),
    (OrganisationKind.STATE_COMPANY, "国企|央企|国有"),
    (OrganisationKind.MEDIA, "媒体"),
)


class MemberVerdict(StrEnum):
    NEW = "new"  # the unit becomes a member (and is created if nobody knows it)
    UPDATE = "update"  # it is a member on another level
    SAME = "same"
    DUPLICATE = "duplicate"


@dataclass(frozen=True)
class MemberLine:
    """A unit of the list. `known` is the organisation it means, if there is one."""

    id: int  # its row in the file, from 1
    unit: Organisation
    level: MemberLevel
    title: str
    verdict: MemberVerdict = MemberVerdict.NEW
    known: bool = False
    membership: Membership | None = None
    warning: str = ""  # msgid


@dataclass(frozen=True)
class MemberPlan:
    """What the import of a list of members would change in a body."""

    body: Body
    file: str
    lines: tuple[MemberLine, ...]

    def count(self, verdict: MemberVerdict) -> int:
        """Return how many rows have a verdict."""
        return sum(line.verdict is verdict for line in self.lines)


def read_members(layout: Layout) -> list[MemberLine]:
    """Return the units of a list; the level is a column or the title of the group."""
    columns = _columns(layout.headers)
    lines = [_line(row, columns) for row in layout.rows]
    return [line for line in lines if line.unit.full_name]


def plan_members(
    body: Body,
    file: str,
    lines: Sequence[MemberLine],
    organisations: Mapping[str, Organisation],
    memberships: Mapping[UUID, Membership],
) -> MemberPlan:
    """Compare the units of a list with the organisations (by key) and members of a body."""
    seen: set[str] = set()
    judged = []
    for line in lines:
        keys = {organisation_key(line.unit.full_name), line.unit.credit_code} - {""}
        if keys & seen:
            warned = replace(line, verdict=MemberVerdict.DUPLICATE, warning=TWICE)
            judged.append(warned)
            continue
        seen |= keys
        judged.append(_judged(line, keys, organisations, memberships))
    return MemberPlan(body, file, tuple(judged))


def _judged(
    line: MemberLine,
    keys: set[str],
    organisations: Mapping[str, Organisation],
    memberships: Mapping[UUID, Membership],
) -> MemberLine:
    known = next((organisations[key] for key in sorted(keys) if key in organisations), None)
    if known is None:
        return line
    unit = replace(
        known,
        credit_code=known.credit_code or line.unit.credit_code,
        notes=known.notes or line.unit.notes,
    )
    held = memberships.get(known.id)
    line = replace(line, unit=unit, known=True, membership=held)
    if held is None:
        return line
    is_same = (held.level, held.title) == (line.level, line.title) and unit == known
    return replace(line, verdict=MemberVerdict.SAME if is_same else MemberVerdict.UPDATE)


def _columns(headers: Sequence[Header]) -> dict[str, int]:
    found: dict[str, int] = {}
    for header in headers:
        plain = plain_header(header.title)
        target, _sure = target_of(header.title)
        if re.search("级别|会员类型|会员等级|level", plain):
            found.setdefault("level", header.column)
        elif re.search("单位类别|单位性质|单位类型|行业", plain):
            found.setdefault("kind", header.column)
        elif re.search("联系人|负责人|代表", plain):
            found.setdefault("contact", header.column)
        elif target in {Target.ORGANISATION, Target.TAX_NUMBER, Target.MOBILE}:
            found.setdefault(target.value, header.column)
    return found


def _line(row: ListRow, columns: Mapping[str, int]) -> MemberLine:
    def cell(name: str) -> str:
        at = columns.get(name, len(row.cells))
        return clean_line(cell_text(row.cells[at])) if at < len(row.cells) else ""

    said = cell("level") or row.group
    name, code = cell(Target.ORGANISATION.value), clean_code(cell(Target.TAX_NUMBER.value))
    contact = " ".join(filter(None, (cell("contact"), cell(Target.MOBILE.value))))
    unit = Organisation(
        full_name=name, kind=_kind(cell("kind"), name), credit_code=code, notes=contact
    )
    wrong = len(code) == CODE_LENGTH and not is_credit_code(code)
    title = "" if said in _EXACT else said
    return MemberLine(row.position + 1, unit, _level(said), title, warning=BAD_CODE * wrong)


def _level(words: str) -> MemberLevel:
    return next((level for word, level in _LEVELS if word in words), MemberLevel.MEMBER)


def _kind(words: str, name: str) -> OrganisationKind:
    said = next((kind for kind, word in _KINDS if re.search(word, words)), None)
    return said or organisation_kind(name)
