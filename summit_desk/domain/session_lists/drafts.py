"""Sessions as an agenda sheet tells them, before they are compared with the agenda."""

from dataclasses import dataclass, replace
from datetime import datetime

from summit_desk.domain.agenda_rules import LONGEST_TITLE
from summit_desk.domain.records import PartRole, SessionKind
from summit_desk.domain.remarks import Remark
from summit_desk.domain.session_lists.guests import Guest
from summit_desk.domain.text_cleaning import fold_for_match
from summit_desk.support.i18n import N_

NO_TITLE = N_("The row has no title.")
UNTITLED = N_("The row has no title; its slot is kept as “{title}”.")
TOO_LONG = N_("The title is longer than 200 characters; all of it stands in the abstract.")
NO_TIME = N_("No day or time can be read; the session goes into the tray.")
NO_LENGTH = N_("The sheet does not say how long it lasts; {minutes} minutes are assumed.")
OUTSIDE = N_("{day} is not a day of the event.")
ENDS_FIRST = N_("It ends before it begins; the length is assumed.")
LOST = N_("“{text}” has lost characters that its encoding could not hold.")
NO_NAME = N_("“{text}” reads like no name; it stands on the agenda as it is.")

TO_BE_NAMED, TO_BE_NAMED_OTHER = "待定", "To be announced"


@dataclass(frozen=True)
class SessionDraft:
    """What one session is in the sheet; None or empty: the sheet does not say."""

    row: int  # its first row in the file, from 1
    key: str = ""
    title: str = ""
    title_other: str = ""
    starts_at: datetime | None = None
    minutes: int | None = None
    room: str = ""
    forum: str = ""
    kind: SessionKind | None = None
    kind_is_said: bool = False
    abstract: str = ""
    guests: tuple[Guest, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def folded(self) -> str:
        """The title in the form in which two spellings are equal."""
        return fold_for_match(self.title)

    @property
    def place(self) -> tuple[str, datetime | None, str]:
        """Title, start and room: by them sessions without a key are the same."""
        return self.folded, self.starts_at, fold_for_match(self.room)

    @property
    def identity(self) -> object:
        """By what two rows tell of one session: the key of the other system, else the place."""
        return ("key", self.key) if self.key else self.place

    def remarked(self, sentence: str, **details: object) -> "SessionDraft":
        """Return the draft with one more remark."""
        return replace(self, remarks=(*self.remarks, Remark(sentence, details)))

    def of_role(self, *, hosts: bool) -> tuple[Guest, ...]:
        """Return the hosts, or everybody else who takes part."""
        return tuple(one for one in self.guests if (one.role is PartRole.HOST) is hosts)


def joined(first: SessionDraft, later: SessionDraft) -> SessionDraft:
    """Return one session out of two rows that tell of it, everybody named once."""
    known = {(guest.text, guest.role) for guest in first.guests}
    more = [guest for guest in later.guests if (guest.text, guest.role) not in known]
    said = set(map(str, first.remarks))
    remarks = [one for one in later.remarks if str(one) not in said]
    return replace(
        first,
        minutes=first.minutes or later.minutes,
        forum=first.forum or later.forum,
        abstract=first.abstract or later.abstract,
        guests=(*first.guests, *more),
        remarks=(*first.remarks, *remarks),
    )


def titled(draft: SessionDraft) -> SessionDraft:
    """Return the draft with a title that can be stored; a slot that has none is kept too."""
    if not draft.title and draft.starts_at is not None:
        draft = replace(draft, title=TO_BE_NAMED, title_other=TO_BE_NAMED_OTHER)
        return draft.remarked(UNTITLED, title=TO_BE_NAMED)
    if len(draft.title) <= LONGEST_TITLE:
        return draft
    whole = "\n".join(filter(None, (draft.title, draft.abstract)))
    short = replace(draft, title=f"{draft.title[: LONGEST_TITLE - 1]}…", abstract=whole)
    return short.remarked(TOO_LONG)
