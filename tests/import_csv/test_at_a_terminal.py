"""A person imports at a terminal: asked about names, shown how far it is, and free to stop."""

import sys
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pexpect
import pytest
from tests.conftest import Run
from tests.import_csv.test_dialects import exported
from tests.import_csv.test_whole_files import many, write

FORM = """TT;Chỉ tiêu;Kết quả năm 2021
1;Hồ sơ trên mạng lưới;75
2;Số doanh nghiệp;12
3;Hồ sơ trên mạng lưới;75
"""


@contextmanager
def _terminal(*arguments: str, width: int = 100) -> Any:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "cdstrack", "import", *arguments],
        encoding="utf-8",
        timeout=60,
        dimensions=(40, width),
    )
    try:
        yield child
    finally:
        child.close(force=True)


def at_a_terminal(*arguments: str) -> AbstractContextManager[Any]:
    """The import at a terminal of a hundred columns."""
    terminal: AbstractContextManager[Any] = _terminal(*arguments)
    return terminal


def ended(child: Any) -> int:
    """The exit code, once the program has ended."""
    child.expect(pexpect.EOF)
    child.wait()
    code: int = child.exitstatus
    return code


@pytest.mark.usefixtures("desk")
def test_an_uncertain_name_is_asked_once_and_wrong_keys_again(run: Run) -> None:
    Path("a.csv").write_text(FORM, encoding="utf-8")
    with at_a_terminal("a.csv", "--map", "theo-doi") as child:
        child.expect('a.csv:2:2: "Hồ sơ trên mạng lưới" là chỉ tiêu nào?')
        child.expect("1  ho-so: Hồ sơ trên mạng")
        child.expect("Gõ 1 nếu đúng")
        child.sendline("2")
        child.expect('không hiểu "2"')
        child.expect("Gõ 1 nếu đúng")
        child.sendline("1")
        child.expect("đã ghi 2 số liệu mới từ a.csv")
        child.expect('indicators:\r\n  "Hồ sơ trên mạng lưới": ho-so\r\n')
        assert ended(child) == 0
    assert exported(run) == [
        "ho-so,tinh-mau,,2021,75,,,,exact,,,",
        "so-dn,tinh-mau,,2021,12,,,,exact,,,",
    ]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("key", "code", "told"),
    [("\r", 5, "a.csv: 2 lỗi; không nhận tệp, chưa có gì được ghi"), ("\x03", 130, "đã dừng")],
    ids=["none of these", "ctrl-c"],
)
def test_who_knows_none_or_stops_records_nothing(run: Run, key: str, code: int, told: str) -> None:
    Path("a.csv").write_text(FORM, encoding="utf-8")
    with at_a_terminal("a.csv", "--map", "theo-doi") as child:
        child.expect("Gõ 1 nếu đúng")
        child.send(key)
        child.expect(told)
        assert ended(child) == code
    assert exported(run) == []


@pytest.mark.usefixtures("desk")
def test_nobody_is_asked_about_a_file_that_is_refused_anyway() -> None:
    Path("a.csv").write_text(FORM.replace(";12", ";12 hay 13"), encoding="utf-8")
    with at_a_terminal("a.csv", "--map", "theo-doi") as child:
        child.expect("CDS201")
        assert "là chỉ tiêu nào" not in child.before
        assert ended(child) == 5


@pytest.mark.usefixtures("desk")
def test_a_question_is_broken_at_words_and_what_is_to_be_copied_is_not() -> None:
    Path("a.csv").write_text(FORM, encoding="utf-8")
    with _terminal("a.csv", "--map", "theo-doi", width=30) as child:
        child.expect('a.csv:2:2: "Hồ sơ trên mạng\r\nlưới" là chỉ tiêu nào')
        child.expect("Gõ 1 nếu đúng")
        child.sendline("1")
        child.expect('  "Hồ sơ trên mạng lưới": ho-so\r\n')
        assert ended(child) == 0


@pytest.mark.usefixtures("desk")
def test_where_nobody_can_be_asked_the_file_is_refused(run: Run) -> None:
    Path("a.csv").write_text(FORM, encoding="utf-8")
    answer = run("import", "a.csv", "--map", "theo-doi")
    assert (answer.code, "là chỉ tiêu nào" in answer.err) == (5, False)
    assert "\na.csv: 2 lỗi; không nhận tệp, chưa có gì được ghi\n" in answer.err


@pytest.mark.usefixtures("desk")
def test_a_large_file_shows_how_far_it_is_and_can_be_stopped(run: Run) -> None:
    write(many(120_000))
    with at_a_terminal("a.csv") as child:
        child.expect(r"đọc a\.csv .*%")
        child.sendintr()
        child.expect("đã dừng theo yêu cầu; chưa có gì được ghi")
        assert ended(child) == 130
    assert exported(run) == []
    assert "%" not in run("import", "a.csv").err
