"""A report never takes the place of the plan, of the store, or of any other SQLite file."""

import os
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from tests.conftest import Run

REPORTS = (
    ("status", "--format", "json", "-o"),
    ("gaps", "--format", "csv", "-o"),
    ("targets", "--format", "markdown", "-o"),
    ("owners", "--format", "text", "-o"),
    ("log", "--format", "json", "-o"),
    ("show", "giao-dich", "--format", "json", "-o"),
    ("explain", "giao-dich", "--format", "json", "-o"),
    ("summary", "--issue", "--format", "text", "-o"),
    ("check", "--format", "json", "-o"),
    ("doctor", "--format", "json", "-o"),
    ("document", "list", "--format", "json", "-o"),
    ("export", "--format", "csv"),
    ("export", "--format", "xlsx"),
    ("export", "--format", "csv", "--excel", "-o"),
)
PLAN, STORE = "targets.yaml", "data/cdstrack.db"


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path): sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("report", REPORTS, ids=" ".join)
@pytest.mark.parametrize("name", [PLAN, STORE, f"{STORE}-journal", f"{STORE}-wal"])
def test_no_report_is_written_over_plan_or_store(
    report: tuple[str, ...], name: str, sample_record: Path, run: Run
) -> None:
    before = digests(sample_record)
    answer = run(*report, name)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"CDS026 {name} ")
    assert digests(sample_record) == before


@pytest.mark.parametrize(
    ("language", "plan", "store"),
    [
        (
            "vi",
            "targets.yaml là kế hoạch đang dùng",
            "data/cdstrack.db thuộc kho số liệu đang dùng",
        ),
        ("en", "targets.yaml is the plan in use", "data/cdstrack.db belongs to the store in use"),
    ],
)
@pytest.mark.usefixtures("sample_record")
def test_it_is_said_which_of_them_it_is(language: str, plan: str, store: str, run: Run) -> None:
    for name, said in ((PLAN, plan), (STORE, store)):
        answer = run("status", "--format", "json", "-o", name, "--lang", language)
        assert answer.err.splitlines()[0].startswith(f"CDS026 {said}")


@pytest.mark.parametrize("name", [PLAN, STORE])
@pytest.mark.in_a_file
def test_a_link_or_another_way_to_the_file_changes_nothing(
    name: str, sample_record: Path, run: Run
) -> None:
    soft, hard = sample_record / "soft.json", sample_record / "hard.json"
    soft.symlink_to(name)
    os.link(sample_record / name, hard)
    before = digests(sample_record)
    for typed in (soft.name, hard.name, str(sample_record / name), f"data/../{name}"):
        assert run("status", "--format", "json", "-o", typed).err.startswith("CDS026 ")
    assert digests(sample_record) == before


@pytest.mark.in_a_file
def test_a_store_or_a_plan_named_by_an_option_is_as_safe(sample_record: Path, run: Run) -> None:
    (sample_record / PLAN).rename(sample_record / "ke-hoach.yaml")
    (sample_record / STORE).rename(sample_record / "kho.db")
    settings = ("--plan", "ke-hoach.yaml", "--db", "kho.db")
    before = digests(sample_record)
    for name in ("ke-hoach.yaml", "kho.db"):
        assert run("status", "--format", "json", "-o", name, *settings).code == 2
    assert digests(sample_record) == before


def test_a_backup_and_any_other_sqlite_file_are_never_replaced(
    sample_record: Path, run: Run
) -> None:
    assert run("backup").code == 0
    (made,) = (sample_record / "data/backups").iterdir()
    with closing(sqlite3.connect(sample_record / "khac.json")) as connection:
        connection.execute("CREATE TABLE browser_history (url)")
    before = digests(sample_record)
    for path in (made, sample_record / "khac.json"):
        answer = run("log", "--format", "json", "-o", str(path), "--lang", "en")
        assert answer.code == 2
        assert answer.err.startswith(f"CDS026 {path} is an SQLite file")
    assert digests(sample_record) == before


@pytest.mark.in_a_file
def test_the_name_of_a_store_that_is_missing_is_kept_free(sample_record: Path, run: Run) -> None:
    (sample_record / STORE).unlink()
    answer = run("targets", "--format", "json", "-o", STORE)
    assert (answer.code, (sample_record / STORE).exists()) == (2, False)


def test_a_template_is_not_laid_over_a_link_to_the_store(sample_record: Path, run: Run) -> None:
    (sample_record / "mau.xlsx").symlink_to(STORE)
    before = digests(sample_record)
    assert run("template", "mau.xlsx").code == 2
    assert digests(sample_record) == before


def test_any_other_file_is_replaced_as_ever(sample_record: Path, run: Run) -> None:
    (sample_record / "bao-cao.json").write_text("cũ")
    assert run("status", "-o", "bao-cao.json").code == 0
    assert (sample_record / "bao-cao.json").read_text().startswith("{")
