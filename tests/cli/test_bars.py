"""Long work shows at a terminal how far it is; in a pipe it says nothing of it."""

import sys
from datetime import date, timedelta
from pathlib import Path

import pexpect
import pytest
from tests.conftest import Run

from cdstrack.files.importing.row import COLUMNS

FIGURES = 3000
LONG = {
    ("check",): "checking the figures",
    ("export", "out.csv"): "writing the figures",
    ("export", "out.xlsx"): "writing the figures",
    ("undo",): "putting the figures back",
}


@pytest.fixture
def desk(sample: Path, run: Run) -> Path:
    days = (date(2012, 1, 1) + timedelta(number) for number in range(FIGURES))
    rows = (f"giao-dich,tinh-mau,,{day},{number},,,,exact,,," for number, day in enumerate(days))
    Path("many.csv").write_text("\n".join([",".join(COLUMNS), *rows, ""]), encoding="utf-8")
    run("init")
    assert run("import", "many.csv").code == 0
    return sample


def at_a_terminal(*words: str) -> str:
    """What a terminal showed, to the end of the work."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "cdstrack", *words, "--lang", "en"],
        encoding="utf-8",
        timeout=120,
        dimensions=(60, 200),
    )
    shown = child.read()
    child.close()
    return str(shown)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("words", "file"),
    [
        (("export", "out.csv"), "out.csv"),
        (("export", "out.xlsx"), "out.xlsx"),
        (("status", "-o", "status.md"), "status.md"),
        (("report", "-o", "report.docx"), "report.docx"),
        (("report", "--site", "pages"), "pages"),
    ],
)
def test_a_person_hears_which_file_was_written_and_a_job_does_not(
    run: Run, words: tuple[str, ...], file: str
) -> None:
    assert at_a_terminal(*words).endswith(f"wrote {file}\r\n")
    assert Path(file).exists()
    assert run(*words).err == ""


@pytest.mark.usefixtures("desk")
def test_long_work_shows_how_far_it_is() -> None:
    for words, title in LONG.items():
        shown = at_a_terminal(*words)
        assert title in shown, words
        assert "%" in shown.partition(title)[2]


@pytest.mark.usefixtures("desk")
def test_a_pipe_sees_no_bar(run: Run) -> None:
    for words, title in LONG.items():
        answer = run(*words, "--lang", "en")
        assert title not in answer.out + answer.err


@pytest.mark.usefixtures("sample")
def test_work_that_takes_no_time_shows_no_bar(run: Run) -> None:
    run("init")
    assert run("record", "giao-dich", "4", "--on", "6/2022").code == 0
    for words in (("check",), ("export", "out.csv"), ("undo",)):
        assert LONG[words] not in at_a_terminal(*words)
