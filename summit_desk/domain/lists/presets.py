"""The lists on offer: those that come with the program, and a person's own."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from summit_desk.domain.errors.lists import NoSuchList
from summit_desk.domain.lists.builtin import BUILT_IN
from summit_desk.domain.lists.spec import ListSpec, Showing
from summit_desk.support.i18n import Language, _, speaking

MOST_COPIES = 100


@dataclass(frozen=True)
class Preset:
    """A list under its name; built-in ones have no key."""

    spec: ListSpec
    id: UUID | None = None

    @property
    def built_in(self) -> bool:
        """Tell whether the list comes with the program."""
        return self.id is None

    @property
    def key(self) -> Hashable:
        """Return what tells it from the others of an event."""
        return self.id or self.spec.name

    @property
    def words(self) -> str:
        """Return the name in the current language."""
        return self.spec.words


BUILT_IN_PRESETS: Sequence[Preset] = tuple(Preset(spec) for spec in BUILT_IN)


def preset_called(presets: Iterable[Preset], name: str) -> Preset:
    """Return the list of this name in any language; a person's own come first.

    Raises NoSuchList.
    """
    known = list(presets)
    asked = name.strip().casefold()
    for preset in sorted(known, key=lambda one: one.built_in):
        if asked in _names(preset.spec):
            return preset
    raise NoSuchList(name=name, names=", ".join(preset.words for preset in known))


def free_name(presets: Iterable[Preset], name: str) -> str:
    """Return a name that no list has yet: "Guests", "Guests 2" and so on."""
    taken = {word for preset in presets for word in _names(preset.spec)}
    names = (name, *(f"{name} {number}" for number in range(2, MOST_COPIES)))
    return next((one for one in names if one.casefold() not in taken), name)


def _names(spec: ListSpec) -> set[str]:
    found = {spec.name.casefold()}
    for language in Language:
        with speaking(language):
            found.add(_(spec.name).casefold())
    return found


def showing_all(spec: ListSpec, showing: Showing) -> ListSpec:
    """Return the list with all its private columns shown so."""
    columns = tuple(replace(one, showing=None) for one in spec.columns)
    return replace(spec, private=showing, columns=columns)
