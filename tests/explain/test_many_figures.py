"""Of a thousand figures `show` and `explain` list the newest 200, and count the others."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.conftest import Run

DAYS = [date(2019, 12, 6) + timedelta(days=n) for n in range(1000)]
COMMANDS = ("show", "explain")
FORMATS = ("table", "text", "markdown")


@pytest.fixture
def daily(empty: Path, run: Run) -> None:
    """A figure for each of a thousand days, the last one 2022-08-31."""
    rows = [f"ho-so,{day},{40 + n * 0.02:.2f}" for n, day in enumerate(DAYS)]
    lines = ["indicator,period,value", *rows]
    (empty / "a.csv").write_text("\n".join(lines), encoding="utf-8")
    assert run("import", "a.csv").code == 0


def listed_days(page: str) -> list[str]:
    """The days that begin a row of a table."""
    return re.findall(r"^[| ]*(\d{4}-\d\d-\d\d)  ?[ |]", page, re.MULTILINE)


@pytest.mark.usefixtures("daily")
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", COMMANDS)
def test_the_newest_are_listed(run: Run, command: str, form: str) -> None:
    page = run(command, "ho-so", "--format", form, "--lang", "en").out
    assert listed_days(page) == [str(day) for day in DAYS[-200:]]


@pytest.mark.usefixtures("daily")
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("vi", "Còn 800 số liệu cũ hơn không liệt kê; xem tất cả: cdstrack {command} ho-so --all"),
        ("en", "800 older figures not listed; to see all: cdstrack {command} ho-so --all"),
    ],
)
def test_the_others_are_counted(run: Run, command: str, language: str, told: str) -> None:
    page = run(command, "ho-so", "--format", "text", "--lang", language, "--width", "100").out
    assert told.format(command=command) in page


@pytest.mark.usefixtures("daily")
@pytest.mark.parametrize("command", COMMANDS)
def test_all_are_listed_where_all_are_asked_for(run: Run, command: str) -> None:
    page = run(command, "ho-so", "--all", "--format", "text", "--lang", "en").out
    assert listed_days(page) == [str(day) for day in DAYS]
    assert "not listed" not in page


@pytest.mark.usefixtures("daily")
def test_for_programs_every_figure_is_there(run: Run) -> None:
    shown = json.loads(run("show", "ho-so", "--format", "json").out)
    assert [each["period"] for each in shown["figures"]] == [str(day) for day in DAYS]
    assert all(len(each["history"]) == 1 for each in shown["figures"])
    (target,) = json.loads(run("explain", "ho-so", "--format", "json").out)["item"]["targets"]
    assert len(target["explanation"]["figures"]) == 1000
    progress = target["explanation"]["progress"]
    assert len(progress["slopes"]) == 190
    assert progress["slope_count"] == 499_500
