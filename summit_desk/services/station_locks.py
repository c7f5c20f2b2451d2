"""The lock of stations: one passphrase an event, which organisers know and door staff don't."""

from dataclasses import replace
from uuid import UUID

from db.store import Store
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.check_in.passphrases import SHORTEST, hashed, opens
from summit_desk.domain.errors import Invalid, Problem
from summit_desk.domain.records import Setting
from summit_desk.support.i18n import N_

KEY = "station.passphrase"


class StationLockService:
    """Keeps the passphrase of an event's stations."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def is_set(self, event_id: UUID) -> bool:
        """Tell whether the event has a passphrase."""
        return bool(self._kept(event_id))

    def choose(self, event_id: UUID, passphrase: str) -> Change:
        """Choose another passphrase; raises Invalid for one that is too short."""
        if len(passphrase.strip()) < SHORTEST:
            sentence = N_("The passphrase needs at least {count} characters.")
            raise Invalid([Problem("passphrase", sentence, {"count": SHORTEST})])
        with self._store.unit() as unit:
            held = unit.find(Setting, event_id=event_id, key=KEY)
            setting = held or Setting(event_id=event_id, key=KEY)
            unit.put(replace(setting, value=hashed(passphrase)))
            return unit.commit(N_("Choose the passphrase of the stations"), Topic.SETTINGS)

    def opens(self, event_id: UUID, passphrase: str) -> bool:
        """Tell whether this passphrase opens the event's stations."""
        return opens(passphrase, self._kept(event_id))

    def _kept(self, event_id: UUID) -> str:
        with self._store.view() as view:
            held = view.find(Setting, event_id=event_id, key=KEY)
        return str(held.value) if held and held.value else ""
