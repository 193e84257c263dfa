"""What the Tab key offers, in a real shell's words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import Run

PROGRAM = Path(sys.executable).with_name("cdstrack")


def offered(line: str, kind: str = "bash") -> list[str]:
    """What the program answers to the shell for a line that ends at the cursor."""
    words = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)}
    zsh = {"_TYPER_COMPLETE_ARGS": line}
    environ = {**os.environ, "_CDSTRACK_COMPLETE": f"complete_{kind}", **words, **zsh}
    done = subprocess.run([PROGRAM], env=environ, capture_output=True, check=True, text=True)
    assert done.stderr == ""
    return done.stdout.split("\n")[:-1]


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("cdstrack tar", ["targets"]),
        ("cdstrack record ho", ["ho-so-cap-tinh", "ho-so-cap-xa"]),
        ("cdstrack record ho-so-cap-xa 5 --org-unit so", ["so-tttt", "so-ct"]),
        ("cdstrack record ho-so-cap-xa 5 --document b", ["bao-cao-7"]),
        ("cdstrack record kinh-te-so-nganh 5 --by sector=d", ["sector=du-lich"]),
        ("cdstrack record ho-so-cap-xa 5 --qualifier e", ["exact", "estimate"]),
        ("cdstrack status --pillar x", ["xa-hoi-so"]),
        ("cdstrack status --level ", ["tinh", "xa"]),
        ("cdstrack status --status on", ["on_track"]),
        ("cdstrack status --fail-on mi", ["missed"]),
        ("cdstrack status --format m", ["markdown"]),
        ("cdstrack gaps --metho", ["--method"]),
        ("cdstrack gaps --lead so-c", ["so-ct"]),
        ("cdstrack --plan targets.yaml record dan", ["dan-so"]),
        ("cdstrack record dan --plan khong-co.yaml", [""]),
    ],
)
def test_the_tab_key_offers_what_the_plan_declares(line: str, answer: list[str]) -> None:
    assert offered(line) == answer


@pytest.mark.usefixtures("sample")
def test_ids_come_with_their_names_where_the_shell_shows_them() -> None:
    [told] = offered("cdstrack record ho-so-cap-t", kind="zsh")
    assert "Hồ sơ công việc cấp tỉnh" in told


@pytest.mark.in_a_file
def test_the_documents_of_the_store_are_offered_beside_those_of_the_plan(
    sample: Path, run: Run
) -> None:
    lines = [
        "cdstrack record ho-so-cap-xa 5 --document b",
        "cdstrack correct ho-so-cap-xa 5 --document b",
        "cdstrack document show b",
    ]
    assert [offered(line) for line in lines] == [["bao-cao-7"]] * 3
    assert run("init").code == 0
    assert run("document", "add", "bc-215", "--title", "Báo cáo số 215").code == 0
    before = (sample / "data" / "cdstrack.db").read_bytes()
    assert [offered(line) for line in lines] == [["bao-cao-7", "bc-215"]] * 3
    assert (sample / "data" / "cdstrack.db").read_bytes() == before


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("cdstrack status pillar=x", ["pillar=xa-hoi-so"]),
        ("cdstrack gaps lead=so-c", ["lead=so-ct"]),
        ("cdstrack owners status=on", ["status=on_track"]),
        ("cdstrack owners --sort ve", ["verdict"]),
        ("cdstrack targets --milestone 203", ["2030"]),
    ],
)
def test_filters_are_completed_after_their_key(line: str, answer: list[str]) -> None:
    assert offered(line) == answer


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "plan",
    ["", "{", "a: &x [*x]", "indicators: 5", "indicators: [{id: [1]}, 3]\npillars: [x]", "\0"],
)
def test_completion_is_silent_whatever_the_plan_holds(plan: str) -> None:
    Path("targets.yaml").write_text(plan, encoding="utf-8")
    for line in ("cdstrack record x", "cdstrack status --pillar x", "cdstrack status --level x"):
        assert offered(line) == [""]
