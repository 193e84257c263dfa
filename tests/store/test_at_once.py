"""Several programs at one store: everybody's figures are kept, and nobody is shown an error."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from cdstrack.core.record.acts import Act
from cdstrack.core.record.observation import Observation
from cdstrack.store.address import Address
from cdstrack.store.ledger import create_store, open_reader, open_writer

WRITERS, FIGURES = 4, 25

WRITER = """
import sys
from datetime import UTC, datetime
from decimal import Decimal
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.core.record.acts import Act, ActKind
from cdstrack.store.address import read_address
from cdstrack.store.ledger import open_writer

path, name, count = read_address(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(count):
    act = Act(kind=ActKind.RECORD, by=name, at=datetime.now(UTC), plan_digest="d1", plan_text="t",
              program="test")
    figure = Observation(indicator=name, org_unit="tinh-mau", period=Period.parse(str(1900 + number)),
                         value=Decimal(number), entered=str(number))
    with open_writer(path) as ledger:
        ledger.append(act, [figure])
"""
HALF_WAY = """
import os, signal, sqlite3, sys

connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 5")
connection.execute("BEGIN IMMEDIATE")
connection.execute("INSERT INTO plan_version VALUES ('half', 'way')")
rows = (("half-%d" % n, "x" * 2000) for n in range(500))
connection.executemany("INSERT INTO plan_version VALUES (?, ?)", rows)
os.kill(os.getpid(), signal.SIGKILL)
"""


def started(program: str, *arguments: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", program, *arguments], stderr=subprocess.PIPE)


def test_four_programs_writing_at_once_lose_no_figure_while_one_reads(store: Address) -> None:
    writers = [started(WRITER, str(store), f"so-{n}", str(FIGURES)) for n in range(WRITERS)]
    longest, seen = 0.0, 0
    while any(writer.poll() is None for writer in writers):
        begun = time.monotonic()
        with open_reader(store) as ledger:
            figures = ledger.current()
        longest = max(longest, time.monotonic() - begun)
        assert len(figures) >= seen
        seen = len(figures)
        time.sleep(0.005)
    for writer in writers:
        _, said = writer.communicate()
        assert (writer.returncode, said) == (0, b"")
    with open_reader(store) as ledger:
        assert len(ledger.current()) == WRITERS * FIGURES
        submissions = ledger.submissions()
    assert len({each.at for each in submissions}) == WRITERS * FIGURES
    assert [each.at for each in submissions] == sorted(
        (each.at for each in submissions), reverse=True
    )
    assert longest < 5  # a second on a machine with nothing else to do


def test_a_reader_takes_back_what_a_killed_program_left_half_written(
    tmp_path: Path, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    store = tmp_path / "cdstrack.db"
    create_store(store)
    with open_writer(store) as ledger:
        ledger.append(act(), [figure("75")])
    killed = started(HALF_WAY, str(store))
    killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    journal = store.with_name(f"{store.name}-journal")
    assert journal.exists()
    assert store.stat().st_size > 100_000
    with open_reader(store) as ledger:
        assert [str(kept.value) for kept in ledger.current()] == ["75"]
        assert ledger.plan_text("half") is None
    assert not journal.exists()
