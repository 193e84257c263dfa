"""The copies that reports are kept in: signed, private, few, and never needed."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.kept_answers import anew, is_kept
from tests.conftest import run_program

from cdstrack.files.kept import copies, reports

pytestmark = [pytest.mark.in_a_file, pytest.mark.usefixtures("cache", "sample_record")]

FORGERIES: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda _: b"",
    "cut short": lambda copy: copy[:-100],
    "one figure turned": lambda copy: copy.replace(b"67,8", b"97,8"),
    "no signature": lambda copy: copy.partition(b"\n")[2],
    "another's signature": lambda copy: b"0" * 64 + copy[64:],
}


@pytest.mark.parametrize("forged", FORGERIES.values(), ids=FORGERIES.keys())
def test_a_copy_that_was_touched_is_replaced_and_never_believed(
    forged: Callable[[bytes], bytes], cache: Path
) -> None:
    first = run_program("status")
    (copy,) = cache.glob("*.report")
    sound = copy.read_bytes()
    assert forged(sound) != sound
    copy.write_bytes(forged(sound))
    assert run_program("status") == first
    assert copy.read_bytes() == sound


def test_the_copy_of_another_report_is_not_taken_for_it(cache: Path) -> None:
    run_program("gaps")
    (other,) = cache.glob("*.report")
    wrong = other.read_bytes()
    run_program("status")
    (copy,) = set(cache.glob("*.report")) - {other}
    copy.write_bytes(wrong)
    assert run_program("status") == anew("status")


def test_a_copy_of_another_program_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    run_program("status")
    assert is_kept("status")
    monkeypatch.setattr(reports, "FORM", "cdstrack report 0")
    assert not is_kept("status")


def test_only_the_user_can_read_what_is_kept(cache: Path) -> None:
    run_program("status")
    assert {each.stat().st_mode & 0o077 for each in (cache, *cache.iterdir())} == {0}


def test_copies_make_room_for_later_ones(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "MOST", 2)
    for width in range(60, 64):
        run_program("status", "--width", str(width))
    assert len(list(cache.glob("*.report"))) == 2
    assert len(list(cache.glob("*.plan"))) == 1


def test_where_nothing_can_be_kept_the_answer_is_the_same(cache: Path) -> None:
    first = run_program("status")
    shutil.rmtree(cache)
    cache.write_text("a file where a folder should be", encoding="utf-8")
    assert run_program("status") == first


def test_doctor_names_what_is_kept(cache: Path) -> None:
    assert re.search(r"Báo cáo lưu tạm +không giữ\n", run_program("doctor").out)
    run_program("status")
    run_program("gaps")
    found = re.search(r"Báo cáo lưu tạm +2: (.+)\n", run_program("doctor").out)
    assert found
    assert sorted(cache.glob("*.report")) == sorted(cache.glob(Path(found[1]).name))
