"""A merge that is killed in the middle took over everything, or nothing."""

import signal
import subprocess
import sys
from pathlib import Path

from db.store import Store
from tests.check_in.laptops import dump, laptop, merged
from tests.check_in.test_merging import crowd, let_in

HOUSE = Path(__file__).parents[2]

# Dies at the n-th write after the transaction began, as a computer does whose power is cut.
DYING = """
import os, signal, sys
from sqlalchemy import event
from db.store import Store
from pathlib import Path
from summit_desk.services.bundle import Services

store = Store.open(Path(sys.argv[1]))
left = int(sys.argv[3])

@event.listens_for(store._writer, "after_cursor_execute")
def count(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

Services(store).merging.merge([Path(sys.argv[2])])
print("whole")
"""


def test_killed_at_any_write_a_merge_is_whole_or_not_there(summit):
    guests = crowd(summit, 20)
    gate = laptop(summit, "B")
    let_in(summit, gate, guests, scans=40)
    summit.watch.move(days=1)
    path = summit.store.path
    before, after = dump(summit.store), merged(summit, [gate.path])[0]
    summit.store.close()
    codes = []
    for writes in (3, 12, 24, 10_000):
        process = subprocess.run(
            [sys.executable, "-c", DYING, str(path), str(gate.path), str(writes)],
            cwd=HOUSE,
            capture_output=True,
            check=False,
        )
        codes.append(process.returncode)
        with Store.open(path) as store:
            assert store.verify() == []
            state = dump(store)
        assert state == (after if process.returncode == 0 else before)
    assert codes[0] == codes[1] == -signal.SIGKILL
    assert codes[-1] == 0
