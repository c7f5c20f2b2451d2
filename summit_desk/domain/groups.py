"""A group of attendees as a list shows it."""

from dataclasses import dataclass
from uuid import UUID

from summit_desk.domain.phones import masked_phone
from summit_desk.domain.records import AttendeeGroup, Organisation, Person
from summit_desk.support.i18n import in_words


@dataclass(frozen=True)
class GroupLine:
    """A group with its organisation, its contact and how many belong to it."""

    group: AttendeeGroup
    organisation: Organisation | None = None
    contact: Person | None = None
    members: int = 0

    @property
    def id(self) -> UUID:
        """Return the group's key."""
        return self.group.id

    @property
    def unit(self) -> str:
        """Return the organisation's name in the current language."""
        found = self.organisation
        return in_words(found.full_name, found.name_other) if found else ""

    @property
    def contact_words(self) -> str:
        """Return the contact with the telephone, masked as in every other list on screen."""
        found = self.contact
        number = (found.mobile or found.phone) if found else ""
        return " ".join(filter(None, (found.name, masked_phone(number)))) if found else ""
