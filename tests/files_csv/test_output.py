"""A file is written whole or not at all."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cdstrack.files.output import write_whole


def test_the_content_is_the_same_as_one_text_as_bytes_and_in_pieces(tmp_path: Path) -> None:
    path = tmp_path / "báo cáo.txt"
    for content in ("tuần 33", "tuần 33".encode(), iter(["tuần ", "33"])):
        write_whole(path, content)
        assert path.read_text(encoding="utf-8") == "tuần 33"
    assert [each.name for each in tmp_path.iterdir()] == ["báo cáo.txt"]


def test_an_interrupted_writing_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "tuan-33.txt"
    write_whole(path, "cũ")

    def pieces() -> Iterator[str]:
        yield "half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(path, pieces())
    assert path.read_text() == "cũ"
    assert [each.name for each in tmp_path.iterdir()] == ["tuan-33.txt"]


def test_an_old_file_keeps_its_permissions_and_a_new_one_obeys_the_umask(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.touch()
    old.chmod(0o600)
    before = os.umask(0o027)
    try:
        write_whole(old, "x")
        write_whole(new, "x")
    finally:
        os.umask(before)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (old, new)] == [0o600, 0o640]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    write_whole(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


@pytest.mark.parametrize(
    ("name", "error"),
    [
        (".", IsADirectoryError),
        ("no/such/folder.txt", FileNotFoundError),
        ("file/below.txt", NotADirectoryError),
    ],
)
def test_what_cannot_be_written_is_an_error_that_names_the_file_asked_for(
    tmp_path: Path, name: str, error: type[OSError]
) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / name
    with pytest.raises(error) as refused:
        write_whole(path, "x")
    assert refused.value.filename == str(path)
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_device_is_written_to_not_replaced() -> None:
    write_whole(Path(os.devnull), "x")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


FULL_DISK = """
import resource, sys
from pathlib import Path
from cdstrack.files.output import write_whole

resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_whole(Path(sys.argv[1]), "x" * 5000)
except OSError as error:
    print(error.filename)
"""


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "tuan-33.txt"
    write_whole(path, "cũ")
    told = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path)], check=True, capture_output=True, text=True
    )
    assert told.stdout.strip() == str(path)
    assert path.read_text() == "cũ"
    assert [each.name for each in tmp_path.iterdir()] == ["tuan-33.txt"]
