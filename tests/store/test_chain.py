"""The chain: its canonical form computed again by another program, and what it costs to verify."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cdstrack.core.record.acts import Acknowledgement, Act, IssuedSummary, SourceDocument
from cdstrack.core.record.observation import Observation
from cdstrack.store.ledger import Ledger, create_store, open_reader, open_writer
from cdstrack.store.schema.columns import TABLES
from cdstrack.store.sealed_rows import COLUMNS
from cdstrack.store.verification import find_head, verify

ONLY_IN_FILES = True

ROOT = Path(__file__).parents[2]
RELEASED = ROOT / "tests/record/released/schema_1.sql"


def computed_again(store: Path) -> list[str]:
    """The digests as the program in docs/record-keeping.md computes them."""
    page = (ROOT / "docs/record-keeping.md").read_text(encoding="utf-8")
    program = page.split("```python\n")[1].split("```")[0]
    command = [sys.executable, "-c", program, str(store)]
    printed = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return [line.split()[1] for line in printed.splitlines()]


@pytest.fixture
def kept(
    store: Path, act: Callable[..., Act], figure: Callable[..., Observation]
) -> tuple[Path, list[str]]:
    """A store with rows of every kind and odd letters in them, and the digests it keeps."""
    odd = 'nguồn: "báo cáo"\t\\ \x7f \u2028 \U0001f4ca\nhai dòng'
    page = IssuedSummary(
        number=1,
        week="2022-W33",
        as_of=date(2022, 8, 21),
        known_at=datetime(2022, 8, 21, 12, tzinfo=UTC),
        plan_digest="d1",
        language="vi",
        text=odd,
    )
    with open_writer(store) as ledger:
        ledger.append(act(), [figure("67.84", note=odd), figure("68", "2022-08")])
        ledger.append(
            act(), [SourceDocument(key="bc", title=odd), Acknowledgement("CDS506 a", odd)]
        )
        ledger.append(act(), [page])
        return store, digests_of(ledger)


def digests_of(ledger: Ledger) -> list[str]:
    numbers = sorted(each.id for each in ledger.submissions())
    return [str(ledger.digest(number)) for number in numbers]


def test_another_program_computes_the_same_digests(kept: tuple[Path, list[str]]) -> None:
    store, digests = kept
    assert computed_again(store) == digests
    assert [problem.code for problem in verify(store).problems] == ["CDS431"]  # the plan is "d1"


def test_every_table_but_the_plans_and_the_chain_itself_is_digested() -> None:
    assert set(TABLES) - set(COLUMNS) == {"plan_version", "chain"}


def test_the_head_is_that_of_what_is_counted(
    store: Path, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    with open_writer(store) as ledger:
        assert ledger.cutoff().head is None
        first = ledger.append(act(), [figure("75")])
        then = ledger.cutoff()
        ledger.append(act(), [figure("76", "2022-08")])
        assert ledger.cutoff(first.at) == then != ledger.cutoff()
        assert then.head == ledger.digest(first.id)


def test_what_was_taken_back_on_the_way_leaves_no_digest(
    store: Path, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    def failing() -> object:
        yield figure("75")
        raise OSError

    with open_writer(store) as ledger:
        with pytest.raises(OSError):  # noqa: PT011
            ledger.append(act(), failing())  # type: ignore[arg-type]
        kept = ledger.append(act(), [figure("76")])
        assert digests_of(ledger) == computed_again(store)
        assert kept.id == 1


def test_a_store_from_before_the_chain_is_sealed_when_it_is_brought_up_to_date(
    tmp_path: Path,
) -> None:
    store = released(tmp_path)
    with open_writer(store) as ledger:
        assert digests_of(ledger) == computed_again(store)
    verified = verify(store)
    assert verified.problems == ()
    assert (verified.sealed, verified.count) == (8, 8)
    assert verified.sealed_at is not None
    assert abs((datetime.now(UTC) - verified.sealed_at).total_seconds()) < 600


def test_that_the_sealing_was_later_cannot_be_dated_back(tmp_path: Path) -> None:
    store = released(tmp_path)
    with open_writer(store):
        pass
    with closing(sqlite3.connect(store)) as file:
        file.execute("DROP TRIGGER chain_start_no_update")
        file.execute("UPDATE chain_start SET at = '2022-08-31T00:00:00.000000Z'")
        file.commit()
    assert verify(store).misfits == (8,)


def test_an_empty_store_from_before_the_chain_needs_no_seal(tmp_path: Path) -> None:
    store = tmp_path / "cdstrack.db"
    create_store(store)
    verified = verify(store)
    assert (verified.head, verified.count, verified.sealed) == (None, 0, 0)


def released(folder: Path) -> Path:
    store = folder / "cdstrack.db"
    with closing(sqlite3.connect(store)) as file:
        file.executescript(RELEASED.read_text(encoding="utf-8"))
        file.execute("PRAGMA application_id = 1128551252")
        file.execute("PRAGMA user_version = 1")
    return store


def test_a_head_is_found_by_its_first_digits(kept: tuple[Path, list[str]]) -> None:
    store, digests = kept
    for number, digest in enumerate(digests, 1):
        assert find_head(store, digest[:12])[0] == number
        assert find_head(store, digest)[0] == number
    other = digests[0][:11] + ("0" if digests[0][11] != "0" else "1")
    assert find_head(store, other)[0] is None
    with open_reader(store) as ledger:
        assert ledger.cutoff().head == digests[-1]
