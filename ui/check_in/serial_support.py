"""Whether this computer can use serial ports, and which there are; Qt's library is loaded late."""

from collections.abc import Mapping, Sequence

from summit_desk.support.i18n import _
from ui.check_in.station_settings import Port


def known_ports(scanners: Mapping[str, str]) -> tuple[Sequence[Port], str]:
    """Return the serial ports of this computer, and why none can be used."""
    try:
        from ui.check_in.serial_scanners import ports  # noqa: PLC0415 -- loads Qt's serial library
    except ImportError:
        return [], without_library()
    return ports(scanners), ""


def without_library() -> str:
    """Return what is said where Qt was installed without its serial library."""
    return _(
        "Serial ports can't be used on this computer: QtSerialPort is missing. Scanners that type "
        "like a keyboard work all the same; to use others, install PySide6-Addons."
    )
