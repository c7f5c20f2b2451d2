"""Scans from a script: every printed verdict is in the file, whatever happens to the program."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from db.store import Store
from summit_desk.domain.records import Scan

HOUSE = Path(__file__).parents[2]


def killed_after(path: Path, codes: list[str], answers: int) -> list[dict]:
    """Feed the codes to a scanning process, kill it hard, and return what it had printed."""
    with subprocess.Popen(
        [sys.executable, "-m", "summit_desk", "check-in", str(path), "--station", "S"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=HOUSE,
        text=True,
        encoding="utf-8",
    ) as process:
        process.stdin.write("".join(f"{code}\n" for code in codes))
        process.stdin.flush()
        printed = [process.stdout.readline() for _answer in range(answers)]
        process.send_signal(signal.SIGKILL)
        printed += process.stdout.readlines()
    return [json.loads(line) for line in printed if line.endswith("\n")]


@pytest.mark.parametrize("turns", [10, pytest.param(200, marks=pytest.mark.slow)])
def test_kill_9_loses_no_printed_verdict(summit, turns):
    codes = [summit.code("王磊"), "x", summit.code("欧阳明远"), summit.code("仇凯")] * 40
    path = summit.store.path
    summit.store.close()
    printed = []
    for turn in range(turns):
        printed += killed_after(path, codes, 1 + turn * 3 % 60)
    with Store.open(path) as store, store.view() as view:
        kept = [str(scan.id) for scan in view.all(Scan)]
        sequences = [scan.sequence for scan in view.all(Scan, order=("sequence",))]
        assert store.verify() == []
    lost = {line["scan"] for line in printed} - set(kept)
    assert lost == set()
    assert len(printed) >= turns
    assert len({line["scan"] for line in printed}) == len(printed)
    assert sequences == list(range(1, len(kept) + 1))
