"""`make soak`: kills, writers at once, faults and flipped bits in full, with the counts that were reached.

python -m tests.survival.soak [--kills 300] [--acts 3000] [--flips 500] [--seed 1]
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.server import running_server
from tests.survival.aftermath import Reached
from tests.survival.faults import all_faults
from tests.survival.flips import flip_bits
from tests.survival.forge import KINDS, Bench, Forge, forge, kill_one
from tests.survival.many import (
    Tangle,
    Together,
    one_by_one,
    tangle,
    tangle_on_server,
    write_together,
)
from tests.survival.on_server import ReachedOnServer, kill_on_server

from cdstrack.store.address import Server

MOST_GROWTH = 8.0
"""What an act may cost after 3,000 on its indicator, over the first: all its figures are judged."""


def say(line: str) -> None:
    """One line of what was reached."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def on_server(
    started: Forge, bench: Bench, folder: Path, asked: argparse.Namespace
) -> tuple[Together, Tangle]:
    """The kills on a server, which are a third of those on files; eight writers; acts at once."""
    reached = ReachedOnServer()
    with running_server() as server:
        for number in range(asked.kills // 3):
            kill_on_server(started, bench, server, asked.seed * 100_000 + number, reached)
        say(reached.line())
        address = server.url(server.emptied_database())
        together = write_together(started, folder, address=address)
        say(f"on a server: {together.told()}")
        place, empty = (Server(server.url(server.new_database())) for _ in range(2))
        tangled = tangle_on_server(started, folder.with_name("tangle-on-server"), place, empty)
        say("\n".join([f"on a server: {tangled.told()}", *tangled.complaints]))
    return together, tangled


def main() -> int:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--kills", type=int, default=300)
    wanted.add_argument("--seed", type=int, default=1)
    wanted.add_argument("--acts", type=int, default=3000)
    wanted.add_argument("--flips", type=int, default=500)
    asked = wanted.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as place, forge() as started:
        bench = Bench(Path(place) / "bench")
        reached = Reached()
        for number in range(asked.kills):
            kind = KINDS[number % len(KINDS)]
            kill_one(started, bench, kind, asked.seed * 100_000 + number, reached)
            if sys.stderr.isatty():
                sys.stderr.write(f"\r{number + 1} of {asked.kills}")
        say(reached.told())
        together = write_together(started, Path(place) / "together")
        say(together.told())
        alone, tangled_there = on_server(started, bench, Path(place) / "on-server", asked)
        tangled = tangle(started, Path(place) / "tangle")
        say("\n".join([tangled.told(), *tangled.complaints]))
        growth = one_by_one(Path(place) / "one-by-one", asked.acts)
        say(growth.told())
        faults = all_faults(Path(place) / "faults")
        say(faults.told())
        flipped = flip_bits(Path(place) / "flips", asked.flips, asked.seed)
        say("\n".join([flipped.line(), *flipped.wrong]))
    say(f"{time.monotonic() - began:.0f} s in all")
    wrong = [
        *together.complaints,
        *alone.complaints,
        *tangled.complaints,
        *tangled_there.complaints,
        *faults.wrong,
        *flipped.wrong,
    ]
    grown = growth.last > MOST_GROWTH * growth.first
    figures = {together.figures, alone.figures}
    return 0 if figures == {800} and not wrong and not grown else 1


if __name__ == "__main__":
    sys.exit(main())
