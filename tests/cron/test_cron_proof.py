"""The summary in the poorest surroundings: right, or one sentence and an exit code; never silent."""

import os
import sqlite3
import unicodedata
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Job = Callable[..., CompletedProcess[bytes]]
Named = dict[str, str]


def test_an_empty_environment_is_enough(job: Job, office: Path) -> None:
    plan, store = str(office / "targets.yaml"), str(office / "data/cdstrack.db")
    answer = job("summary", "--week", "2022-W33", "--plan", plan, "--db", store)
    assert (answer.returncode, answer.stderr) == (0, b"")
    page = answer.stdout.decode("utf-8")
    assert page.splitlines()[1].startswith("Tóm tắt tuần 33 năm 2022")
    assert unicodedata.is_normalized("NFC", page)
    assert max(map(len, page.splitlines())) <= 78
    again = job("summary", "--week", "2022-W33", "--plan", plan, "--db", store, LC_ALL="C")
    assert again.stdout == answer.stdout


def test_plan_and_store_are_found_by_variable(job: Job, named: Named) -> None:
    answer = job("summary", LC_ALL="C", **named)
    assert (answer.returncode, answer.stderr) == (0, b"")
    assert "Tóm tắt tuần 33 năm 2022".encode() in answer.stdout


def test_an_ascii_output_encoding_does_not_stop_it_half_way(job: Job, named: Named) -> None:
    plain = job("summary", **named)
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert job("summary", **ascii_only, PYTHONIOENCODING="ascii", **named).stdout == plain.stdout


def test_without_a_plan_it_says_so_in_one_sentence(job: Job) -> None:
    answer = job("summary")
    assert (answer.returncode, answer.stdout) == (2, b"")
    first, remedy = answer.stderr.decode().splitlines()
    assert first.startswith("CDS011 ")
    assert remedy.startswith("  ")


def test_a_missing_store_is_never_made(job: Job, named: Named, tmp_path: Path) -> None:
    store = tmp_path / "nowhere.db"
    for arguments in ((), ("--issue",), ("--list",)):
        answer = job("summary", *arguments, **{**named, "CDSTRACK_DB": str(store)})
        assert (answer.returncode, answer.stdout) == (4, b"")
        assert answer.stderr.startswith(b"CDS401 ")
    assert not store.exists()


def test_an_invalid_plan_exits_3_whatever_the_store_is_like(job: Job, named: Named) -> None:
    plan = Path(named["CDSTRACK_PLAN"])
    plan.write_text(plan.read_text("utf-8").replace("unit: percent", "unit: phần trăm", 1), "utf-8")
    answer = job("summary", **{**named, "CDSTRACK_DB": "/nowhere"})
    assert (answer.returncode, answer.stdout) == (3, b"")


def test_with_o_it_writes_whole_or_not_at_all(job: Job, named: Named, office: Path) -> None:
    page = office / "trang.txt"
    answer = job("summary", "-o", str(page), **named)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, b"", b"")
    written = page.read_bytes()
    assert written == job("summary", **named).stdout
    damaged = office / "data/cdstrack.db"
    damaged.write_bytes(damaged.read_bytes()[:5000])
    failed = job("summary", "-o", str(page), **named)
    assert failed.returncode == 4
    assert page.read_bytes() == written
    assert sorted(each.name for each in office.iterdir()) == ["data", "targets.yaml", "trang.txt"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")  # noqa: PTH110
def test_a_full_disk_is_a_failure(job: Job, named: Named) -> None:
    answer = job("summary", "-o", "/dev/full", "--format", "text", **named)
    assert answer.returncode == 2
    assert answer.stderr.startswith(b"CDS017 ")


def test_a_folder_that_is_not_there_is_a_failure(job: Job, named: Named) -> None:
    answer = job("summary", "-o", "/nowhere/trang.txt", **named)
    assert answer.returncode == 2
    assert len(answer.stderr.decode().splitlines()) <= 2


def test_a_page_is_issued_without_a_name_in_the_environment(
    job: Job, named: Named, office: Path
) -> None:
    answer = job("summary", "--issue", "-o", str(office / "trang.txt"), **named)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, b"", b"")
    with sqlite3.connect(office / "data/cdstrack.db") as store:
        (kept,) = store.execute("SELECT number, week, text FROM summary_issue").fetchall()
    assert kept == (1, "2022-W33", (office / "trang.txt").read_text("utf-8"))


def test_a_finding_exits_10_and_the_page_is_still_there(job: Job, named: Named) -> None:
    answer = job("summary", "--fail-on", "overdue", **named)
    assert answer.returncode == 10
    assert "Tóm tắt tuần 33".encode() in answer.stdout
    assert answer.stderr == b""


def test_a_quiet_week_is_silent_when_asked_to_be(job: Job, named: Named) -> None:
    answer = job("summary", "--week", "2022-W31", "--only-if-changed", **named)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, b"", b"")
