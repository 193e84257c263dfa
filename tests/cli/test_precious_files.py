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


@pytest.fixture
def ready(sample: Path, run: Run) -> Path:
    assert run("init").code == 0
    assert run("import", "figures.csv").code == 0
    return sample


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path): sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("report", REPORTS, ids=" ".join)
@pytest.mark.parametrize("name", [PLAN, STORE, f"{STORE}-journal", f"{STORE}-wal"])
def test_no_report_is_written_over_plan_or_store(
    report: tuple[str, ...], name: str, ready: Path, run: Run
) -> None:
    before = digests(ready)
    answer = run(*report, name)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"CDS026 {name} ")
    assert digests(ready) == before


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
@pytest.mark.usefixtures("ready")
def test_it_is_said_which_of_them_it_is(language: str, plan: str, store: str, run: Run) -> None:
    for name, said in ((PLAN, plan), (STORE, store)):
        answer = run("status", "--format", "json", "-o", name, "--lang", language)
        assert answer.err.splitlines()[0].startswith(f"CDS026 {said}")


@pytest.mark.parametrize("name", [PLAN, STORE])
@pytest.mark.in_a_file
def test_a_link_or_another_way_to_the_file_changes_nothing(
    name: str, ready: Path, run: Run
) -> None:
    soft, hard = ready / "soft.json", ready / "hard.json"
    soft.symlink_to(name)
    os.link(ready / name, hard)
    before = digests(ready)
    for typed in (soft.name, hard.name, str(ready / name), f"data/../{name}"):
        assert run("status", "--format", "json", "-o", typed).err.startswith("CDS026 ")
    assert digests(ready) == before


@pytest.mark.in_a_file
def test_a_store_or_a_plan_named_by_an_option_is_as_safe(ready: Path, run: Run) -> None:
    (ready / PLAN).rename(ready / "ke-hoach.yaml")
    (ready / STORE).rename(ready / "kho.db")
    settings = ("--plan", "ke-hoach.yaml", "--db", "kho.db")
    before = digests(ready)
    for name in ("ke-hoach.yaml", "kho.db"):
        assert run("status", "--format", "json", "-o", name, *settings).code == 2
    assert digests(ready) == before


def test_a_backup_and_any_other_sqlite_file_are_never_replaced(ready: Path, run: Run) -> None:
    assert run("backup").code == 0
    (made,) = (ready / "data/backups").iterdir()
    with closing(sqlite3.connect(ready / "khac.json")) as connection:
        connection.execute("CREATE TABLE browser_history (url)")
    before = digests(ready)
    for path in (made, ready / "khac.json"):
        answer = run("log", "--format", "json", "-o", str(path), "--lang", "en")
        assert answer.code == 2
        assert answer.err.startswith(f"CDS026 {path} is an SQLite file")
    assert digests(ready) == before


@pytest.mark.in_a_file
def test_the_name_of_a_store_that_is_missing_is_kept_free(ready: Path, run: Run) -> None:
    (ready / STORE).unlink()
    answer = run("targets", "--format", "json", "-o", STORE)
    assert (answer.code, (ready / STORE).exists()) == (2, False)


def test_a_template_is_not_laid_over_a_link_to_the_store(ready: Path, run: Run) -> None:
    (ready / "mau.xlsx").symlink_to(STORE)
    before = digests(ready)
    assert run("template", "mau.xlsx").code == 2
    assert digests(ready) == before


def test_any_other_file_is_replaced_as_ever(ready: Path, run: Run) -> None:
    (ready / "bao-cao.json").write_text("cũ")
    assert run("status", "-o", "bao-cao.json").code == 0
    assert (ready / "bao-cao.json").read_text().startswith("{")
