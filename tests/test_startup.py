"""What may be loaded: helping and completing must stay cheap, whatever the commands need."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cdstrack.store.ledger import create_store

DEAR = {
    "sqlmodel",
    "sqlalchemy",
    "pydantic",
    "rich",
    "jinja2",
    "openpyxl",
    "xlsxwriter",
    "plotext",
    "cdstrack.core.plan.model",
    "cdstrack.core.record.observation",
}
PROBE = """
import json, sys
from cdstrack.cli.app.main import main
code = main(json.loads(sys.argv[1]))
sys.stderr.write("\\n" + json.dumps([code, sorted(sys.modules)]))
"""


def loaded_by(arguments: list[str], **environ: str) -> set[str]:
    """The modules that a run of the program has loaded, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, json.dumps(arguments)],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, **environ},
    )
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code == 0, done.stdout
    return set(modules)


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["status", "--help"], ["record", "--help"], ["document", "--help"], ["--version"]],
    ids=" ".join,
)
def test_help_loads_neither_store_nor_plan_nor_yaml(arguments: list[str]) -> None:
    assert loaded_by(arguments) & (DEAR | {"yaml"}) == set()


@pytest.mark.parametrize(
    "typed", ["cdstrack re", "cdstrack record ho", "cdstrack status --pillar ", "cdstrack gaps --"]
)
def test_completion_loads_at_most_yaml(typed: str, sample: Path) -> None:
    loaded = loaded_by(
        [],
        _CDSTRACK_COMPLETE="complete_bash",
        COMP_WORDS=typed,
        COMP_CWORD=str(len(typed.split(" ")) - 1),
        CDSTRACK_PLAN=str(sample / "targets.yaml"),
    )
    assert loaded & DEAR == set()


def test_the_plan_is_checked_without_the_database(sample: Path) -> None:
    loaded = loaded_by(["check"], CDSTRACK_PLAN=str(sample / "targets.yaml"))
    assert loaded & {"sqlmodel", "sqlalchemy", "sqlite3", "rich"} == set()


@pytest.mark.parametrize("command", ["status", "gaps", "summary", "log", "show ho-so-cap-tinh"])
def test_what_only_reads_the_record_loads_no_orm(sample: Path, command: str) -> None:
    store = sample / "cdstrack.db"
    create_store(store)
    plan = str(sample / "targets.yaml")
    loaded = loaded_by(command.split(), CDSTRACK_PLAN=plan, CDSTRACK_DB=str(store))
    assert "cdstrack.store.reading" in loaded
    assert loaded & {"sqlmodel", "sqlalchemy"} == set()


@pytest.mark.parametrize(
    "command", ["status", "gaps", "summary", "record ho-so-cap-tinh 75 --on 2022-08-30 --dry-run"]
)
def test_a_plan_that_was_checked_before_is_not_validated_again(sample: Path, command: str) -> None:
    store = sample / "cdstrack.db"
    create_store(store)
    settings = {"CDSTRACK_PLAN": str(sample / "targets.yaml"), "CDSTRACK_DB": str(store)}
    settings["XDG_CACHE_HOME"] = str(sample / "cache")
    read_anew = loaded_by(command.split(), **settings)
    assert {"pydantic", "yaml"} <= read_anew
    assert loaded_by(command.split(), **settings) & {"pydantic", "yaml", "sqlalchemy"} == set()


def test_the_program_needs_nothing_that_windows_lacks(tmp_path: Path) -> None:
    """There are no locks of folders there, no user ids, and no modules for them."""
    without = (
        "import sys, os\n"
        "for name in ('fcntl', 'pwd', 'grp', 'termios', 'resource'): sys.modules[name] = None\n"
        "del os.O_DIRECTORY\n"
        "from cdstrack.cli.app.main import main\n"
        "sys.argv = ['cdstrack', *sys.argv[1:]]\n"
        "sys.exit(main())\n"
    )
    for words in (("init", "."), ("import", "data/observations.csv"), ("status",), ("backup",)):
        done = subprocess.run(
            [sys.executable, "-c", without, *words],
            cwd=tmp_path,
            env={**os.environ, "CDSTRACK_TODAY": "2026-11-28"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
