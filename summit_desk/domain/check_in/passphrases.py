"""The passphrase that opens a locked station: kept as a salted hash, never as it was typed."""

import hashlib
import secrets

SHORTEST = 4
_COST = 2**14  # scrypt: some 50 ms here, so that nobody tries thousands
_SALT = 16


def hashed(passphrase: str) -> str:
    """Return what is kept of a passphrase."""
    salt = secrets.token_bytes(_SALT)
    return f"{salt.hex()}:{_scrypt(passphrase, salt).hex()}"


def opens(passphrase: str, kept: str) -> bool:
    """Tell whether this is the passphrase that was kept."""
    salt, colon, wanted = kept.partition(":")
    if not colon:
        return False
    found = _scrypt(passphrase, bytes.fromhex(salt)).hex()
    return secrets.compare_digest(found, wanted)


def _scrypt(passphrase: str, salt: bytes) -> bytes:
    return hashlib.scrypt(passphrase.strip().encode(), salt=salt, n=_COST, r=8, p=1, maxmem=2**26)
