"""Files and folders that cannot be used: whose fault it is, in one sentence, and nothing left behind.

What the store or a copy of it is refused by ends with exit 4, any other file with exit 2. Real
processes meet each place; root is kept out of what it may not read as anybody else is.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Run

STORE, COPIES, COPY = Path("data/cdstrack.db"), Path("data/backups"), Path("data/backups/b.db")
_DROP, _OVERRIDE, _SEARCH = 24, 1, 2
"""Of Linux: the call that gives up a privilege, and the two by which root reads and writes anything."""

Break = Callable[[], None]


def give_up_privileges() -> None:
    for privilege in (_OVERRIDE, _SEARCH):
        if ctypes.CDLL(None, use_errno=True).prctl(_DROP, privilege, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "root keeps its privileges")


def _can_be_kept_out() -> bool:
    if os.geteuid() != 0:
        return True
    try:
        subprocess.run(["true"], check=True, preexec_fn=give_up_privileges)
    except subprocess.SubprocessError:
        return False
    return True


pytestmark = [
    pytest.mark.in_a_file,
    pytest.mark.skipif(not _can_be_kept_out(), reason="root reads anything here"),
]


def told(
    *arguments: str, language: str = "en", largest: int | None = None
) -> tuple[int, list[str]]:
    """The exit code of a real process and the lines it said."""
    start = "import resource, sys; from cdstrack.cli.app.main import main; "
    if largest is not None:
        start += f"resource.setrlimit(resource.RLIMIT_FSIZE, ({largest}, {largest})); "
    done = subprocess.run(
        [sys.executable, "-c", start + "sys.exit(main(sys.argv[1:]))", *arguments],
        env={**os.environ, "CDSTRACK_LANG": language},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=give_up_privileges if os.geteuid() == 0 else None,
    )
    return done.returncode, done.stderr.splitlines()


def laid_out() -> dict[str, bytes]:
    return {
        str(path): path.read_bytes() if path.is_file() else b""
        for path in sorted(Path().rglob("*"))
    }


@pytest.fixture(autouse=True)
def _copied(sample_record: Path) -> None:
    (sample_record / COPIES).mkdir()
    shutil.copy(STORE, COPY)


def mode(path: Path, bits: int) -> Break:
    return lambda: path.chmod(bits)


def link(path: Path, to: str) -> Break:
    def put() -> None:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        path.symlink_to(to)

    return put


def folder(path: Path) -> Break:
    def put() -> None:
        path.unlink()
        path.mkdir()

    return put


def file(path: Path) -> Break:
    def put() -> None:
        shutil.rmtree(path)
        path.write_text("x")

    return put


RESTORE, BACKUP, AWAY = ("restore", str(COPY)), ("backup",), ("copy-store", str(STORE), "data/2.db")
OF_THE_STORE: list[tuple[str, Break, tuple[str, ...], str, str]] = [
    ("unread copy", mode(COPY, 0), RESTORE, "CDS416", "permission denied"),
    ("no copy", COPY.unlink, RESTORE, "CDS416", "no such file or folder"),
    ("copy: folder", folder(COPY), RESTORE, "CDS416", "it is a folder"),
    ("copy: link", link(COPY, "nowhere"), RESTORE, "CDS416", "no such file or folder"),
    ("copy: circle", link(COPY, "b.db"), RESTORE, "CDS416", "the link is circular"),
    ("locked copies", mode(COPIES, 0), RESTORE, "CDS416", "permission denied"),
    ("no entry", mode(COPIES, 0o444), RESTORE, "CDS416", "permission denied"),
    ("locked folder", mode(Path("data"), 0), RESTORE, "CDS416", "permission denied"),
    ("kept copies", mode(COPIES, 0o555), RESTORE, f"CDS407 {COPIES}", "permission denied"),
    ("kept folder", mode(Path("data"), 0o555), RESTORE, f"CDS407 {STORE}:", "permission denied"),
    ("store: folder", folder(STORE), RESTORE, "CDS413", "is a folder"),
    ("unread list", mode(COPIES, 0), ("restore",), "CDS407", "permission denied"),
    ("list: file", file(COPIES), ("restore",), "CDS407", "part of the path is not a folder"),
    ("backup: locked", mode(COPIES, 0), BACKUP, f"CDS407 {COPIES}", "permission denied"),
    ("backup: kept", mode(COPIES, 0o555), BACKUP, f"CDS407 {COPIES}", "permission denied"),
    ("backup: file", file(COPIES), BACKUP, "CDS407", "part of the path is not a folder"),
    ("backup: link", link(COPIES, "nowhere"), BACKUP, "CDS407", "no such file or folder"),
    ("backup into", mode(Path("data"), 0), (*BACKUP, "data/backups"), "CDS407", "permission"),
    ("copied: kept", mode(Path("data"), 0o555), AWAY, "CDS407 data/2.db", "permission denied"),
    ("copied: folder", Path("data/2.db").mkdir, AWAY, "CDS413", "is a folder"),
    ("copied: locked", mode(COPIES, 0), (*AWAY[:2], f"{COPIES}/2.db"), "CDS407", "permission"),
    ("check: link", link(STORE, "nowhere"), ("check",), "CDS407", "the link leads nowhere"),
    ("check: disk", link(Path("data"), "nowhere"), ("check",), "CDS407 data:", "leads nowhere"),
    ("check: file", file(Path("data")), ("check",), "CDS407", "part of the path is not a folder"),
]


@pytest.mark.parametrize(
    ("make_unusable", "command", "start", "why"),
    [case[1:] for case in OF_THE_STORE],
    ids=[case[0] for case in OF_THE_STORE],
)
def test_a_store_or_copy_that_cannot_be_used_is_exit_4(
    make_unusable: Break, command: tuple[str, ...], start: str, why: str
) -> None:
    make_unusable()
    before = laid_out()
    code, lines = told(*command)
    vietnamese = told(*command, language="vi")
    for locked in (Path("data"), COPIES):
        if locked.is_dir():
            locked.chmod(0o755)
    assert (code, vietnamese[0]) == (4, 4)
    number, _, path = start.partition(" ")
    assert lines[0].startswith(number)
    assert path in lines[0]
    assert why in lines[0]
    assert vietnamese[1][0].startswith(number)
    assert why not in vietnamese[1][0]
    assert set(before) <= set(laid_out())
    assert not [name for name in laid_out() if ".new" in name or name.endswith("2.db")] or (
        Path("data/2.db").is_dir()
    )


def test_a_copy_that_leads_nowhere_does_not_hide_the_others(run: Run) -> None:
    assert run("backup").code == 0
    (made,) = [path for path in COPIES.iterdir() if path != COPY]
    (COPIES / "cdstrack-20200101T000000Z.db").symlink_to("nowhere")
    assert made.name in run("restore").err


@pytest.mark.parametrize("largest", [100, 3000])
@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("backup",), 4),
        (("backup", "elsewhere"), 4),
        (RESTORE, 4),
        (AWAY, 4),
        (("template", "a.xlsx"), 2),
        (("export", "a.xlsx", "--report", "all"), 2),
        (("report", "-o", "a.html"), 2),
        (("report", "-o", "a.docx"), 2),
        (("report", "--site", "site"), 2),
        (("status", "-o", "a.json"), 2),
        (("init", "other/place"), 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_full_disk_leaves_nothing_half_written(
    command: tuple[str, ...], code: int, largest: int
) -> None:
    before = laid_out()
    found, lines = told(*command, largest=largest)
    assert (found, len(lines)) == (code, 2), lines
    assert not any("Traceback" in line for line in lines)
    assert laid_out() == before


def test_reminders_are_written_all_or_none() -> None:
    Path("texts").mkdir()
    assert told("remind", "--all", "--dir", "texts")[0] == 0
    names = sorted(Path("texts").iterdir(), key=lambda path: path.stat().st_size)
    assert len(names) > 1
    largest = names[-1]
    room = largest.stat().st_size - 1
    assert names[0].stat().st_size < room
    for path in names:
        path.write_text("cũ")
    before = laid_out()
    code, lines = told("remind", "--all", "--dir", "texts", largest=room)
    assert (code, lines[0].partition(":")[0]) == (2, f"CDS017 cannot use the file {largest}")
    assert laid_out() == before
    assert told("remind", "--all", "--dir", "new/texts", largest=100)[0] == 2
    assert not Path("new").exists()


@pytest.mark.parametrize("command", [("remind", "--all", "--dir", "place"), ("init", "place/in")])
def test_a_file_or_a_link_that_leads_nowhere_is_called_no_folder(command: tuple[str, ...]) -> None:
    for put in (lambda: Path("place").write_text("x"), link(Path("place"), "nowhere")):
        put()
        code, lines = told(*command)
        assert (code, "part of the path is not a folder" in lines[0]) == (2, True), lines
