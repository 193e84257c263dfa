"""The store survives: a version of `make soak` that is bounded to a minute.

The counts that were reached are printed at the end of the test run.
"""

import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from tests.server import TestServer
from tests.survival import flips
from tests.survival.aftermath import STORE, Reached
from tests.survival.faults import (
    BROKEN,
    READING,
    RECORD,
    WRITING,
    complaints,
    full_disk,
    held_by_another,
    lay_out,
    read_only,
)
from tests.survival.flips import flip_bits
from tests.survival.forge import KINDS, Bench, Forge, forge, kill_one
from tests.survival.many import tangle, tangle_on_server, write_together
from tests.survival.on_server import KINDS as ON_SERVER
from tests.survival.on_server import ReachedOnServer, kill_on_server

from cdstrack.store.address import Server

pytestmark = pytest.mark.soak

KILLING = 18.0
"""Seconds that are spent on killing; `make soak` takes the time that 300 kills need."""

Reach = Callable[[str], None]


@pytest.fixture
def started() -> Iterator[Forge]:
    with forge() as made:
        yield made


@pytest.fixture
def reach(record_property: Callable[[str, object], None]) -> Reach:
    """Tells what was reached, in the summary of the test run."""

    def told(line: str) -> None:
        record_property("reached", line)

    return told


def test_a_killed_process_loses_no_act_that_was_answered_and_leaves_no_half_one(
    started: Forge, tmp_path: Path, reach: Reach
) -> None:
    bench, reached = Bench(tmp_path / "bench"), Reached()
    until = time.monotonic() + KILLING
    for number in count():
        if number >= 2 * len(KINDS) and time.monotonic() > until:
            break
        kill_one(started, bench, KINDS[number % len(KINDS)], number, reached)
    reach(reached.told())
    assert set(reached.kills) == set(KINDS)


def test_eight_processes_and_a_reader_at_once_hinder_nobody(
    started: Forge, tmp_path: Path, reach: Reach
) -> None:
    together = write_together(started, tmp_path / "together", each=20)
    reach(together.told())
    assert together.complaints == []
    assert together.figures == 8 * 20
    assert together.looks > 1
    assert together.waited < 1


def test_neither_a_killed_client_nor_a_killed_server_loses_what_was_answered(
    started: Forge, own_server: TestServer, tmp_path: Path, reach: Reach
) -> None:
    bench, reached = Bench(tmp_path / "bench"), ReachedOnServer()
    until = time.monotonic() + KILLING
    for number in count():
        if number >= 4 * len(ON_SERVER) and time.monotonic() > until:
            break
        kill_on_server(started, bench, own_server, number, reached)
    reach(reached.line())
    assert reached.servers


def test_eight_processes_and_a_reader_at_once_hinder_nobody_on_a_server(
    started: Forge, server: TestServer, tmp_path: Path, reach: Reach
) -> None:
    address = server.url(server.emptied_database())
    together = write_together(started, tmp_path / "together", each=20, address=address)
    reach(f"on a server: {together.told()}")
    assert together.complaints == []
    assert together.figures == 8 * 20
    assert together.looks > 1
    assert together.waited < 1


def test_a_store_that_another_program_holds_for_a_minute_is_given_up_in_one_sentence(
    tmp_path: Path,
) -> None:
    with held_by_another(tmp_path / "held", 60) as folder:
        assert list(complaints(folder, (RECORD,))) == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_cannot_be_a_store_is_refused_in_one_sentence_and_left_as_it_is(
    name: str, tmp_path: Path
) -> None:
    folder = lay_out(tmp_path / "broken")
    BROKEN[name](folder)
    assert list(complaints(folder, (*WRITING, *READING)[::3])) == []


def test_acts_of_every_kind_at_once_lose_nothing_that_was_answered(
    started: Forge, tmp_path: Path, reach: Reach
) -> None:
    tangled = tangle(started, tmp_path / "tangle", each=8)
    reach(tangled.told())
    assert tangled.complaints == []
    assert tangled.acts > 0


def test_acts_of_every_kind_at_once_lose_nothing_on_a_server_either(
    started: Forge, server: TestServer, tmp_path: Path, reach: Reach
) -> None:
    place, empty = (Server(server.url(server.new_database())) for _ in range(2))
    tangled = tangle_on_server(started, tmp_path / "tangle", place, empty, each=8)
    reach(f"on a server: {tangled.told()}")
    assert tangled.complaints == []
    assert tangled.acts > 0


def test_a_flipped_bit_leaves_every_printed_byte_or_is_told(tmp_path: Path, reach: Reach) -> None:
    flipped = flip_bits(tmp_path / "flips", 30, seed=7)
    reach(flipped.line())
    assert flipped.wrong == []
    assert flipped.told > 0


def test_a_table_that_counts_rows_which_it_does_not_have_is_told(tmp_path: Path) -> None:
    folder = flips.lay_out(tmp_path / "counts")
    flipped = flips.flip_these(folder, flips.counts_of_rows(folder / STORE))
    assert flipped.wrong == []
    assert flipped.told > 0


def test_a_full_disk_is_told_in_one_sentence_and_nothing_is_kept(tmp_path: Path) -> None:
    assert list(full_disk(tmp_path)) == []


def test_a_read_only_folder_is_told_in_one_sentence_and_reports_go_on(tmp_path: Path) -> None:
    from tests.survival.faults import told_by

    with read_only(tmp_path / "read-only") as folder:
        if folder is None:
            pytest.skip("root cannot be kept from writing here, and no disk can be mounted")
        assert list(complaints(folder, WRITING[:2])) == []
        assert told_by(folder, ("log",))[0] == 0
