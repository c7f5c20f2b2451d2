"""How the badges of a merged registration stay valid: its token, and the oldest serial that is."""

FIRST = 1
APART = "-"


def merged_code(token: str, valid_serial: int) -> str:
    """Return what is kept of a badge code: ten digits, and "-03" when older serials are void."""
    return token if valid_serial <= FIRST else f"{token}{APART}{valid_serial:02d}"


def last_code(token: str) -> str:
    """Return the highest text that `merged_code` can give for this token."""
    return f"{token}{APART}99"


def valid_serial_of(code: str) -> int:
    """Return the oldest serial that is valid of what `merged_code` kept."""
    _token, apart, serial = code.partition(APART)
    return int(serial) if apart else FIRST
