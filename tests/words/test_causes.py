"""Why a file cannot be used is told in the reader's language, whoever said it first."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cdstrack.cli.app.errors import file_problem
from cdstrack.core.problem import Problem, RefusedError, StoreUnusableError
from cdstrack.files.text.text_file import read_text_file
from cdstrack.store.restore import restore
from cdstrack.words.problems.os_errors import cause
from cdstrack.words.problems.sentences import sentence


def told(path: Path, language: str) -> str:
    from datetime import UTC, datetime

    with pytest.raises(StoreUnusableError) as refused:
        restore(path, path.with_name("kho.db"), datetime(2022, 8, 21, tzinfo=UTC))
    return sentence(refused.value.problems[0], language).replace(str(path), "saved.db")


def test_what_sqlite_says_about_a_backup_is_told_in_vietnamese(tmp_path: Path) -> None:
    saved = tmp_path / "saved.db"
    assert told(saved, "vi") == ("không khôi phục được từ saved.db: không có tệp hoặc thư mục này")
    assert told(saved, "en") == "cannot restore from saved.db: no such file or folder"
    saved.write_text("not a database at all " * 100)
    assert told(saved, "vi") == (
        "không khôi phục được từ saved.db: tệp này không phải cơ sở dữ liệu SQLite"
    )
    assert told(saved, "en") == "cannot restore from saved.db: file is not a database"
    saved.unlink()
    with closing(sqlite3.connect(saved)) as file:
        file.execute("CREATE TABLE bookmark (url TEXT)")
    assert told(saved, "vi") == (
        "không khôi phục được từ saved.db: không phải kho số liệu của cdstrack"
    )


def test_what_the_system_says_about_a_file_is_told_in_vietnamese() -> None:
    full = OSError(28, "No space left on device", "ra.csv")
    assert sentence(file_problem(full), "vi") == "không dùng được tệp ra.csv: hết chỗ trên đĩa"
    assert sentence(file_problem(full), "en") == "cannot use the file ra.csv: the disk is full"


def test_a_plan_that_the_disk_cannot_give_is_told_in_vietnamese() -> None:
    with pytest.raises(RefusedError) as refused:
        read_text_file(Path("/" + "x" * 300))
    (problem,) = refused.value.problems
    assert problem.code == "CDS100"
    assert sentence(problem, "vi").endswith(": tên tệp quá dài")
    assert sentence(problem, "en").endswith(": the file name is too long")


def test_what_nobody_has_words_for_is_told_as_it_was_said() -> None:
    assert cause(OSError(74, "Bad message")) == ("Bad message", "Bad message")
    assert cause(ValueError("odd")) == ("odd", "odd")


def test_a_fact_has_its_vietnamese_words_beside_it() -> None:
    problem = Problem("CDS416", {"path": "a.db", "detail": "odd", "detail_vi": "lạ"})
    assert sentence(problem, "vi") == "không khôi phục được từ a.db: lạ"
    assert sentence(problem, "en") == "cannot restore from a.db: odd"
