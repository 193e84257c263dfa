"""A folder of pages is replaced as a whole or not at all, and only where it holds nothing else."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cdstrack.core.problem import RefusedError
from cdstrack.files import folder as folders
from cdstrack.files.folder import LIST, write_folder

OLD = [("index.html", "cũ"), ("indicators/a.html", "cũ"), ("indicators/b.html", "cũ")]
NEW = [("index.html", "mới"), ("indicators/a.html", "mới")]


def held(folder: Path) -> dict[str, str]:
    """What the folder holds, without its list."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != LIST)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with the old pages."""
    site = tmp_path / "trang"
    write_folder(site, OLD)
    assert held(site) == dict(OLD)
    return site


def test_pages_that_are_gone_are_gone(site: Path) -> None:
    write_folder(site, NEW)
    assert held(site) == dict(NEW)
    assert [each.name for each in site.parent.iterdir()] == ["trang"]


def test_an_interrupted_writing_leaves_the_old_pages_and_nothing_else(site: Path) -> None:
    def pages() -> Iterator[tuple[str, str]]:
        yield NEW[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_folder(site, pages())
    assert held(site) == dict(OLD)
    assert [each.name for each in site.parent.iterdir()] == ["trang"]


def test_where_the_system_cannot_exchange_names_two_renames_do(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "_exchanged", lambda *_: False)
    write_folder(site, NEW)
    assert held(site) == dict(NEW)
    assert [each.name for each in site.parent.iterdir()] == ["trang"]


@pytest.mark.parametrize("other", ["thu.docx", "indicators/anh.png", "ghi-chu/doc.txt"])
def test_a_folder_with_anything_else_is_left_alone(site: Path, other: str) -> None:
    (site / other).parent.mkdir(exist_ok=True)
    (site / other).write_text("quý", encoding="utf-8")
    before = held(site)
    with pytest.raises(RefusedError) as error:
        write_folder(site, NEW)
    (problem,) = error.value.problems
    assert (problem.code, problem.facts["file"]) == ("CDS029", other)
    assert held(site) == before


def test_an_empty_folder_is_used_and_keeps_its_permissions(tmp_path: Path) -> None:
    site = tmp_path / "trang"
    site.mkdir(mode=0o750)
    write_folder(site, NEW)
    assert stat.S_IMODE(site.stat().st_mode) == 0o750
    assert held(site) == dict(NEW)


def test_a_link_stays_a_link(site: Path, tmp_path: Path) -> None:
    link = tmp_path / "lien-ket"
    link.symlink_to(site)
    write_folder(link, NEW)
    assert link.is_symlink()
    assert held(site) == dict(NEW)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    for place in (tmp_path / "nowhere" / "trang", tmp_path / "tep"):
        (tmp_path / "tep").touch()
        with pytest.raises(OSError, match=place.name) as error:
            write_folder(place, NEW)
        assert error.value.filename == str(place)


_KILLED = """
import os, signal, sys
from cdstrack.files.folder import write_folder
def pages():
    yield "index.html", "half"
    os.kill(os.getpid(), signal.SIGKILL)
write_folder(__import__("pathlib").Path(sys.argv[1]), pages())
"""


def test_what_a_killed_run_left_is_cleared_by_the_next(site: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _KILLED, site], check=False)
    assert done.returncode == -9
    assert held(site) == dict(OLD)
    assert len(list(site.parent.iterdir())) == 2
    write_folder(site, NEW)
    assert [each.name for each in site.parent.iterdir()] == ["trang"]
    assert held(site) == dict(NEW)


def test_the_pages_obey_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_folder(tmp_path / "trang", NEW)
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "trang").rglob("*.html")}
    assert modes == {0o640}
