"""What every stored thing has: an identity of its own."""

from dataclasses import dataclass, field
from uuid import UUID

from summit_desk.domain.ids import new_id


@dataclass(frozen=True, kw_only=True)
class Record:
    """A stored thing. A new one gets its key at birth, so saving is one verb: put."""

    id: UUID = field(default_factory=new_id)
