"""A list as it is shown before anything is written, whatever it is a list of."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from summit_desk.domain.imports.plan import RowVerdict
from summit_desk.domain.list_people import Choice, Found
from summit_desk.domain.remarks import Changed, Remark
from summit_desk.support.i18n import N_, _

NEW_PERSON = N_("A new person")
NAME_ONLY = N_("The name only")
IS_PERSON = N_("{name} · {work}")


@dataclass(frozen=True)
class PreviewLine:
    """A row of the list: what it is about, and what it would change."""

    id: int  # its row in the file, from 1
    verdict: RowVerdict
    what: str
    when: str = ""
    where: str = ""
    who: str = ""
    changes: tuple[Changed, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def note(self) -> str:
        """Everything that is to be said about the row."""
        return "\n".join(map(str, (*self.changes, *self.remarks)))


@dataclass(frozen=True)
class Question:
    """A name that may mean several people, with those it may mean."""

    key: Hashable
    text: str
    options: tuple[tuple[object, str], ...]
    chosen: object


@dataclass(frozen=True)
class ListPreview:
    """What an import would do, ready to show."""

    file: str
    headings: tuple[str, str, str, str]  # msgids of what, when, where and who; empty: no column
    lines: tuple[PreviewLine, ...]
    additions: tuple[str, ...] = ()  # sentences
    questions: tuple[Question, ...] = ()
    sheet: str = ""
    sheets: tuple[str, ...] = ()  # of which another one may be chosen

    def counts(self) -> dict[RowVerdict, int]:
        """Return how many rows have each verdict."""
        return Counter(line.verdict for line in self.lines)

    @property
    def changing(self) -> int:
        """How many rows change something."""
        return sum(line.verdict in {RowVerdict.NEW, RowVerdict.UPDATE} for line in self.lines)

    @property
    def flagged(self) -> int:
        """How many rows somebody should look at."""
        return sum(bool(line.remarks) for line in self.lines)


def question(key: Hashable, found: Found, nobody: str = NAME_ONLY) -> Question:
    """Return the question whom a name means; `nobody` is the msgid of leaving it open."""
    named = found.named
    text = named.name if not named.works else f"{named.name} · {named.work_text}"
    people = [
        (
            one.person.id,
            _(IS_PERSON).format(name=one.person.name, work=one.work_text or _("no unit known")),
        )
        for one in found.candidates
    ]
    rest = [(Choice.NEW, _(NEW_PERSON)), (Choice.NAME_ONLY, _(nobody))]
    return Question(key, text, (*people, *rest), found.default)


def understood(columns: Iterable[tuple[str, str]]) -> str:
    """Return what is read from which column; each is a title and the msgid of what it holds."""
    pairs = [f"{title} → {_(word)}" if title else _(word) for title, word in columns]
    return _("Understood: {columns}").format(columns=_(", ").join(pairs))


def some_of(names: Sequence[str], most: int = 8) -> str:
    """Return names in one line, the rest of a long list as a number."""
    shown = _(", ").join(names[:most])
    more = len(names) - most
    return _("{names} and {count} more").format(names=shown, count=more) if more > 0 else shown
