"""The commands of the front page are typed in, one after the other, and none is refused."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from tests.conftest import run_program

README = Path(__file__).parents[2] / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DAY = "2025-04-01"
"""On it the shipped plan's area is open, and the body that the page names leads."""
DEMO = (
    ["cdstrack", "init", "demo"],
    ["cdstrack", "import", "demo/data/observations.csv", "--plan", "demo/targets.yaml"],
)
"""What `make demo` does with the program, as far as the later commands rest on it."""
FORM = (
    ("TT", "Chỉ tiêu", "ĐVT", "Mục tiêu", "Kết quả đến 30/6/2022", "Ghi chú"),
    (1, "Hồ sơ công việc cấp tỉnh được xử lý trên môi trường mạng", "%", "90", "61,2%"),
)
"""The follow-up form that the page imports, as a department may send it."""


def commands() -> Iterator[list[str]]:
    """What is typed, without what sets the program up; `make demo` leaves a folder of that name."""
    for block in BLOCK.findall(README.read_text(encoding="utf-8")):
        for line in block.splitlines():
            for command in line.removeprefix("$ ").partition(" # ")[0].split("&&"):
                words = shlex.split(command)
                if words == ["make", "demo"]:
                    yield from DEMO
                elif words[0] not in {"make", "pip", "."}:
                    yield words


def lay_form() -> None:
    """The form that the page imports, in the folder that somebody has gone to."""
    workbook = openpyxl.Workbook()
    for row in FORM:
        workbook.active.append(row)
    workbook.save("bao-cao-thang-6.xlsx")


@pytest.mark.usefixtures("folder")
def test_whoever_types_the_front_page_is_refused_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", DAY)
    typed = list(commands())
    for program, *words in typed:
        if program == "cd":
            monkeypatch.chdir(words[0])
            lay_form()
            continue
        answer = run_program(*words)
        assert (program, answer.code) == ("cdstrack", 0), answer.err
        if "--map" in words:
            assert "1 số liệu mới" in answer.out
    assert ["cdstrack", "status"] in typed
    assert Path("bao-cao.xlsx").exists()
