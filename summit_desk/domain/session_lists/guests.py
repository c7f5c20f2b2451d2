"""Who stands in a cell of speakers: several people, names with their work, guests without one."""

import re
from dataclasses import dataclass
from enum import StrEnum

from summit_desk.domain.imports.yes_no import is_nothing
from summit_desk.domain.list_people import Named
from summit_desk.domain.names import clean_name
from summit_desk.domain.records import PartRole
from summit_desk.domain.text_cleaning import clean_text, fold_width

_APART = re.compile(r"\s*(?:[、;；\n┋|]|\s&\s|\band\b|\bund\b)\s*")
_COMMA = re.compile(r"\s*[,，]\s*")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_ROLE = re.compile(
    r"^(主持人?|嘉宾|演讲人|演讲嘉宾|发言人|对话嘉宾|圆桌嘉宾|与谈人|moderator|moderation|host|"
    r"speakers?)\s*[:：]\s*",
    re.IGNORECASE,
)
_HOSTS = re.compile(r"主持|moderat|host", re.IGNORECASE)
_UNNAMED = re.compile(
    r"^(?:待定|待确认|待确定|拟邀.{0,4}|神秘.{0,4}|业内专家|tb[dac]|to be \w+)$",
    re.IGNORECASE,
)
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8})+")
_LATIN_NAME = re.compile(
    r"(?:[^\W\d_][\w.'’-]*\s+)(?:(?:da|de|del|di|du|la|van|von|der|den|bin|al)\s+)*"
    r"(?:[^\W\d_a-z][\w.'’-]*)(?:\s+[^\W\d_a-z][\w.'’-]*)?"
)
_WORKS = re.compile(
    r"公司|集团|大学|学院|研究|协会|学会|联盟|院$|局$|部$|委$|银行|中心|基金|经理|主任|总裁|董事|"
    r"院长|局长|司长|处长|部长|教授|主席|会长|理事|秘书|创始人|工程师|记者|专家|总监|顾问|主编|"
    r"\b(?:GmbH|AG|Inc|Ltd|LLC|University|Universit.t|Institut\w*|Centre|Center|Ministry|"
    r"Foundation|CEO|CTO|Director|Professor|Manager|Rundfunk|Landeshauptstadt)\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"^(.+?)\s*[(（]([^()（）]+)[)）]$")
_SPACED = re.compile(r"^([\u3400-\u9fff·]{2,4})[\s\u3000]+(\S.{2,})$", re.DOTALL)
_LONGEST_NAME = 60
_MOST_WORDS = 5


class Commas(StrEnum):
    """What a comma in a cell of speakers means."""

    EITHER = "either"  # people, if all the parts look like names; else name and work
    WORK = "work"  # every person has a column, so the work comes after it
    PEOPLE = "people"  # the column is a list of names
    NAME = "name"  # every person has a row, so the cell is one name however it looks


@dataclass(frozen=True)
class Guest:
    """Somebody in a session; one who is not named yet has only a label."""

    named: Named | None = None
    label: str = ""
    role: PartRole = PartRole.SPEAKER
    doubtful: bool = False  # the cell reads like no name

    @property
    def text(self) -> str:
        """Return what the agenda shows."""
        return self.named.name if self.named else self.label


def guests_of(
    text: str, role: PartRole = PartRole.SPEAKER, *, commas: Commas = Commas.EITHER
) -> tuple[Guest, ...]:
    """Return who stands in a cell."""
    plain = clean_text(_LINK.sub(r"\1", text)).strip()
    if is_nothing(plain):
        return ()
    if commas is Commas.NAME:
        return (_guest(plain, role, split=False),)
    if found := _ROLE.match(plain):
        role = PartRole.HOST if _HOSTS.search(found[1]) else role
        plain = plain[found.end() :]
    if len(plain) > _LONGEST_NAME and not _APART.search(plain) and not _COMMA.search(plain):
        return (Guest(None, plain, role, doubtful=True),)
    pieces = [piece for piece in _APART.split(plain) if not is_nothing(piece)]
    return tuple(guest for piece in pieces for guest in _of_piece(piece, role, commas))


def _of_piece(piece: str, role: PartRole, commas: Commas) -> list[Guest]:
    parts = [part for part in _COMMA.split(piece) if part]
    people = commas is Commas.PEOPLE or all(map(looks_like_name, parts))
    if len(parts) > 1 and commas is not Commas.WORK and people:
        return [_guest(part, role) for part in parts]
    return [_guest(piece, role)]


def looks_like_name(text: str) -> bool:
    """Tell whether a text can be a person's name and hardly anything else."""
    plain = text.strip()
    if _WORKS.search(plain):
        return False
    return bool(_HAN_NAME.fullmatch(clean_name(plain)) or _LATIN_NAME.fullmatch(plain))


def _guest(text: str, role: PartRole, *, split: bool = True) -> Guest:
    name, work = _name_and_work(text) if split else (text, "")
    name = clean_name(fold_width(name) if name.isascii() else name)
    if _UNNAMED.match(name):
        return Guest(None, name, role)
    if split and (len(name) > _LONGEST_NAME or len(name.split()) > _MOST_WORDS or ": " in name):
        return Guest(None, clean_name(text), role, doubtful=True)
    return Guest(Named(name, work=work.strip()), "", role)


def _name_and_work(text: str) -> tuple[str, str]:
    found = _SPACED.match(text)
    if found and (_WORKS.search(found[2]) or not _HAN_NAME.fullmatch(found[2])):
        return found[1], found[2]
    name, *rest = _COMMA.split(text, maxsplit=1)
    if rest and name:
        return name, rest[0]
    if (found := _IN_BRACKETS.match(text)) and _WORKS.search(found[2]):
        return found[1], found[2]
    return text, ""
