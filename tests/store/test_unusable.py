"""A store that cannot be used is refused with one reason, and is left exactly as it was."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

import apsw
import pytest

from cdstrack.core.problem import ExitCode, Problem, StoreUnusableError
from cdstrack.core.record.acts import Act
from cdstrack.core.record.observation import Observation
from cdstrack.store.connection import APPLICATION_ID
from cdstrack.store.ledger import create_store, open_reader, open_writer
from cdstrack.store.schema import STEPS
from cdstrack.words.problems.sentences import remedy, sentence

ONLY_IN_FILES = True

BOTH = [open_reader, open_writer]
Opening = Callable[..., object]


def refusal(opening: Opening, path: Path) -> Problem:
    """The one problem with which opening and first reading a store is refused."""
    with pytest.raises(StoreUnusableError) as refused, opening(path, wait=0.1) as ledger:  # type: ignore[attr-defined]
        ledger.current()
    assert refused.value.exit_code is ExitCode.STORE
    (problem,) = refused.value.problems
    assert problem.facts["path"] == str(path)
    for language in ("vi", "en"):
        assert str(path) in sentence(problem, language)
        assert "{" not in sentence(problem, language) + remedy(problem, language)
    return problem


@contextmanager
def unchanged(folder: Path) -> Iterator[None]:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    yield
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert after == before


@pytest.mark.parametrize("opening", BOTH)
def test_a_missing_store_is_not_made_by_looking_for_it(opening: Opening, tmp_path: Path) -> None:
    with unchanged(tmp_path):
        problem = refusal(opening, tmp_path / "cdstrack.db")
    assert problem.code == "CDS401"
    assert remedy(problem, "en").startswith("Run cdstrack init")


@pytest.mark.parametrize("opening", BOTH)
def test_a_name_that_the_system_refuses_to_look_at_is_no_usable_store(
    opening: Opening, tmp_path: Path
) -> None:
    too_long = tmp_path / ("ten-qua-dai" * 30 + ".db")
    with pytest.raises(StoreUnusableError) as refused, opening(too_long):  # type: ignore[attr-defined]
        pass
    (problem,) = refused.value.problems
    assert problem.code == "CDS407"
    assert "tên tệp quá dài" in sentence(problem, "vi")


@pytest.mark.parametrize("opening", BOTH)
def test_a_folder_is_no_store(opening: Opening, tmp_path: Path) -> None:
    assert refusal(opening, tmp_path).code == "CDS413"
    assert "is a folder" in sentence(refusal(opening, tmp_path), "en")


@pytest.mark.parametrize("opening", BOTH)
def test_a_pipe_is_no_store_and_no_folder(opening: Opening, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    problem = refusal(opening, tmp_path / "pipe")
    assert sentence(problem, "en").endswith("is a device or a pipe, not a store")
    assert sentence(problem, "vi").endswith("là thiết bị hoặc ống dẫn, không phải kho số liệu")


def garbage(path: Path) -> None:
    path.write_bytes(Random(33).randbytes(40_000))  # noqa: S311 - bytes, not a secret


def truncated(path: Path) -> None:
    create_store(path)
    path.write_bytes(path.read_bytes()[:9000])


def text(path: Path) -> None:
    path.write_text("indicator,org_unit\n" * 400)


def another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE browser_history (url)")


def empty(path: Path) -> None:
    path.touch()


def newer(path: Path) -> None:
    create_store(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def without_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")


@pytest.mark.parametrize("opening", BOTH)
@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (garbage, "CDS403"),
        (text, "CDS403"),
        (truncated, "CDS403"),
        (without_tables, "CDS403"),
        (another_program, "CDS404"),
        (empty, "CDS404"),
        (newer, "CDS405"),
    ],
)
def test_a_file_that_is_no_store_of_this_program_is_refused_and_left_alone(
    opening: Opening, spoil: Callable[[Path], None], code: str, tmp_path: Path
) -> None:
    path = tmp_path / "cdstrack.db"
    spoil(path)
    with unchanged(tmp_path):
        assert refusal(opening, path).code == code


def test_a_newer_store_is_named_with_both_versions(tmp_path: Path) -> None:
    path = tmp_path / "cdstrack.db"
    newer(path)
    assert sentence(refusal(open_reader, path), "vi") == (
        f"kho số liệu {path} có phiên bản 99, mới hơn chương trình này (phiên bản {len(STEPS)})"
    )


@pytest.mark.parametrize("opening", BOTH)
def test_a_store_that_another_program_holds_is_given_up_after_the_wait(
    opening: Opening, store: Path
) -> None:
    # By the same library: two of them in one process do not see each other's locks.
    with closing(apsw.Connection(str(store))) as other:
        other.execute("BEGIN EXCLUSIVE")
        problem = refusal(opening, store)
    assert problem.code == "CDS402"
    assert sentence(problem, "en") == (
        f"the store {store} is locked by another program (waited 0.1 seconds)"
    )


def test_reading_goes_on_while_another_program_is_writing(
    store: Path, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    with open_writer(store) as writer:
        writer.append(act(), [figure("75")])
        with writer.writing() as write:
            write.append(act(), [figure("76")])
            with open_reader(store, wait=0.1) as reader:
                assert [str(kept.value) for kept in reader.current()] == ["75"]


def test_a_reader_sees_one_state_from_its_opening_to_its_end(
    store: Path, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    with open_writer(store, wait=0.1) as writer, open_reader(store) as reader:
        assert reader.current() == []
        with pytest.raises(StoreUnusableError, match="CDS402"):
            writer.append(act(), [figure("75")])
        assert reader.current() == []


def test_a_row_that_no_cdstrack_wrote_is_called_damage_not_a_bug(
    store: Path, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    with open_writer(store) as ledger:
        ledger.append(act(), [figure()])
    with closing(sqlite3.connect(store)) as other, other:
        other.execute(
            "INSERT INTO observation SELECT NULL, submission, indicator, org_unit, disaggregation,"
            " 'July', period_start, period_end, 0, entered, value, state, not_available, numerator,"
            " denominator, stated, qualifier, document, reported, note FROM observation"
        )
    assert refusal(open_reader, store).code == "CDS403"


def test_a_store_is_made_for_its_owner_and_group_and_never_over_another_file(
    tmp_path: Path,
) -> None:
    path = tmp_path / "data" / "cdstrack.db"
    create_store(path)
    assert oct(path.stat().st_mode & 0o777) == "0o640"
    with unchanged(tmp_path), pytest.raises(StoreUnusableError, match="CDS410"):
        create_store(path)
    with pytest.raises(StoreUnusableError, match="CDS411"):
        create_store(tmp_path / "no" / "such" / "cdstrack.db")
    assert [each.name for each in path.parent.iterdir()] == ["cdstrack.db"]


def test_a_name_that_is_awkward_in_an_address_is_only_a_name(
    tmp_path: Path, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    path = tmp_path / "kho số liệu 100% ?mode=memory#1.db"
    create_store(path)
    with open_writer(path) as ledger:
        ledger.append(act(), [figure()])
    with open_reader(path) as ledger:
        assert len(ledger.current()) == 1
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
