"""Reads the demo's content from `assets/demo`."""

import csv
import json
from collections.abc import Mapping, Sequence
from typing import Any

from summit_desk.support.paths import assets

Sheet = Sequence[Mapping[str, str]]


def document(name: str) -> Any:  # noqa: ANN401 -- JSON, read field by field
    """Return a JSON file."""
    return json.loads((assets() / "demo" / f"{name}.json").read_text(encoding="utf-8"))


def table(name: str) -> Sheet:
    """Return the rows of a tab-separated file, by column name."""
    with (assets() / "demo" / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def words(cell: str) -> tuple[str, ...]:
    """Return the parts of a cell that holds several."""
    return tuple(part for part in cell.split("|") if part)
