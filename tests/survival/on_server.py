"""Killing who works with a record on a server, and killing the server: what is left of it.

Owns the moments and the counting; the work itself is that of `victim.py`. Used by the tests and by
`soak.py`.
"""

import os
import random
import shutil
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.server import TestServer
from tests.survival import victim
from tests.survival.aftermath import STORE, acts_of, each_whole, read_answers
from tests.survival.forge import Bench, Forge

from cdstrack.store.address import Server
from cdstrack.store.copying import copy_store
from cdstrack.store.verification import structure_problems, verify

KINDS = ("record", "import", "correct", "undo")
_EXPECTED = ("CDS440", "CDS443", "CDS444")
"""What is said of a server that is gone: not reached, broken off, broken off while keeping."""


@dataclass
class ReachedOnServer:
    """What a run of kills came to."""

    clients: int = 0
    servers: int = 0
    answered: int = 0
    in_flight: int = 0
    told: Counter[str] = field(default_factory=Counter)

    def line(self) -> str:
        """One line for people."""
        told = ", ".join(f"{code} {count}" for code, count in sorted(self.told.items()))
        return (
            f"on a server: {self.clients} clients and {self.servers} servers killed; "
            f"{self.answered} acts answered, none lost; {self.in_flight} kept whole whose answer "
            f"was cut off; said of the server that was gone: {told or 'nothing'}"
        )


def kill_on_server(
    forge: Forge, bench: Bench, server: TestServer, number: int, reached: ReachedOnServer
) -> None:
    """Lets a process work and kills it, or every fourth time the server, at a random moment.

    Raises:
        AssertionError: Something is lost, half done, damaged, or said in another way.
    """
    kind = KINDS[number % len(KINDS)]
    folder = bench.copy(kind, number)
    place = Server(server.url(server.emptied_database()))
    copy_store(folder / STORE, place)
    (folder / "address").write_text(place.url, encoding="utf-8")
    before = len(acts_of(place))
    pid = forge.start(kind, folder, number)
    time.sleep(random.Random(number).uniform(0.02, 1.0))  # noqa: S311 - so that a run can be repeated
    kills_server = number // len(KINDS) % 4 == 3
    if kills_server:
        server.kill()
        time.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    forge.reap(pid)
    if kills_server:
        server.start_again()
    reached.servers += kills_server
    reached.clients += not kills_server
    _nothing_lost(place, before, folder / f"answers-{number}", reached)
    shutil.rmtree(folder)


def _nothing_lost(place: Server, before: int, file: Path, reached: ReachedOnServer) -> None:
    answers = read_answers(file)
    assert not [each for each in answers if "crashed" in each], answers[-1]
    complaints = [str(each["err"]) for each in answers if each.get("err")]
    for said in complaints:
        assert said.startswith(_EXPECTED), said
        reached.told[said[:6]] += 1
    told = {each["act"] for each in answers if each.get("act")}
    made = {act for act in acts_of(place) if act > before}
    assert told <= made, f"lost: {sorted(told - made)}"
    assert len(made - told) <= 1, f"kept, but never asked for: {sorted(made - told)}"
    assert structure_problems(place) == []
    assert verify(place).problems == ()
    if before <= victim.CELLS:
        each_whole(place)
    reached.answered += len(told)
    reached.in_flight += len(made - told)
