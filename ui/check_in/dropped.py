"""Station files that are dragged over a window."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from summit_desk.domain.check_in.stations import SUFFIX


def dropped_stations(content: QMimeData) -> list[Path]:
    """Return the station files that are dragged; none when something else is among them."""
    paths = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
    return paths if all(path.suffix == SUFFIX for path in paths) else []
