"""Whatever is refused leaves nothing behind: no row, no file, no folder, no trace."""

from hashlib import sha256
from pathlib import Path

import pytest
from tests.conftest import Answer, Run

State = dict[str, str]


def state(folder: Path) -> State:
    """Every file and folder below, with the digest of what it holds."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        if path.is_file()
        else "folder"
        for path in sorted(folder.rglob("*"))
    }


def refused(answer: Answer, code: int) -> bool:
    """Whether it was refused with that exit code, in words and on stderr only."""
    assert (answer.code, answer.out) == (code, ""), answer
    assert answer.err.startswith("CDS") or ": CDS" in answer.err
    return "Traceback" not in answer.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["record", "ho-so-cap-xa", "101", "--on", "2021"],
        ["record", "ho-so-cap-xa", "-1", "--on", "2021"],
        ["record", "ho-so-cap-xa", "1e1", "--on", "2021"],
        ["record", "ho-so-cap-xa", "12.1234567", "--on", "2021"],
        ["record", "ho-so-cap-xa", "1446/981", "--on", "2021"],
        ["record", "ho-so-cap-xa", "5/0", "--on", "2021"],
        ["record", "ho-so-cap-xa", "done", "--on", "2021"],
        ["record", "ho-so-cap-xa", "na:", "--on", "2021"],
        ["record", "ho-so-cap-xa", "", "--on", "2021"],
        ["record", "ho-so-cap-xa", "12", "--on", "2022-09-01"],
        ["record", "ho-so-cap-xa", "12", "--on", "2022"],
        ["record", "ho-so-cap-xa", "12", "--on", "31/2/2021"],
        ["record", "ho-so-cap-xa", "12", "--on", "12/31/2021"],
        ["record", "ho-so-cap-xa", "12", "--on", "2021", "--note", "x" * 2001],
        ["record", "ho-so-cap-xa", "12", "--on", "2021", "--document", "khong-co"],
        ["record", "ho-so-cap-xa", "12", "--on", "2021", "--qualifier", "chac"],
        ["record", "ho-so-cap-tinh", "68", "--on", "2022-07-31"],
        ["record", "\x1b[31m", "12", "--on", "2021"],
        ["import", "targets.yaml"],
        ["import", "khong-co.csv"],
        ["status", "--format", "pdf"],
        ["status", "-o", "khong/co/status.json"],
        ["status", "-o", "."],
        ["export", "ra.xyz"],
        ["init", "--blank"],
        ["init", "figures.csv"],
    ],
    ids=" ".join,
)
def test_a_refused_command_changes_nothing(
    arguments: list[str], sample_record: Path, run: Run
) -> None:
    before = state(sample_record)
    answer = run(*arguments)
    assert refused(answer, 5 if arguments[:2] == ["import", "targets.yaml"] else 2)
    assert state(sample_record) == before


@pytest.mark.parametrize(
    "command",
    ["status", "gaps", "log", "export", "import figures.csv", "record ho-so-cap-xa 12 --on 2021"],
)
def test_without_a_store_nothing_is_made(command: str, sample: Path, run: Run) -> None:
    before = state(sample)
    assert refused(run(*command.split()), 4)
    assert refused(run(*command.split(), "--db", "thu-muc/moi/kho.db"), 4)
    assert state(sample) == before


def test_an_invalid_plan_is_told_before_a_missing_store(folder: Path, run: Run) -> None:
    (folder / "targets.yaml").write_text("schema: 2\n", encoding="utf-8")
    assert refused(run("status"), 3)
    assert refused(run("record", "x", "1", "--on", "2021"), 3)
    assert refused(run("init"), 3)
    assert state(folder).keys() == {"targets.yaml"}


def test_a_dry_run_changes_nothing(sample_record: Path, run: Run) -> None:
    before = state(sample_record)
    assert run("record", "ho-so-cap-xa", "12", "--on", "2021", "--dry-run").code == 0
    assert run("import", "figures.csv", "--dry-run").code == 0
    assert state(sample_record) == before


def test_what_is_read_is_not_changed(sample_record: Path, run: Run) -> None:
    before = state(sample_record)
    for command in ("status", "gaps", "targets", "log", "check", "doctor", "export", "examples"):
        assert run(command).code in {0, 10}
    assert state(sample_record) == before


def test_a_report_replaces_a_file_whole_or_not_at_all(sample_record: Path, run: Run) -> None:
    report = sample_record / "status.json"
    report.write_text("cũ", encoding="utf-8")
    assert refused(run("status", "--method", "none", "-o", "status.json"), 2)
    assert report.read_text(encoding="utf-8") == "cũ"
    assert run("status", "-o", "status.json") == Answer(0, "", "")
    assert report.read_text(encoding="utf-8") == run("status", "--format", "json").out


def test_out_and_in_again_is_the_same_record(sample_record: Path, run: Run) -> None:
    note = "=1+1, \"hai\" 'ba' và [/] :smile:"
    assert run("record", "dan-so", "1,3 triệu", "--on", "2022-H1", "--note", note).code == 0
    assert run("record", "xep-hang", "na:chưa công bố", "--on", "2022-06").code == 0
    assert run("export", "ra.csv").code == 0
    other = ("--db", "khac.db")
    assert run("init", *other).code == 0
    assert run("import", "ra.csv", *other).code == 0
    assert run("export", *other).out == (sample_record / "ra.csv").read_text(encoding="utf-8")
    assert run("export", *other).out == run("export").out


@pytest.mark.parametrize(
    ("typed", "to_type"),
    [
        (["import", "--save-names", "tên.yaml"], "cdstrack import FILE --save-names 'tên.yaml'"),
        (["correct", "x", "5", "--on", "7/2022"], "cdstrack correct x 5 --reason TEXT --on 7/2022"),
        (
            ["correct", "x", "--reason", "y"],
            "cdstrack correct INDICATOR VALUE --on PERIOD --reason",
        ),
        (["close", "2022"], "cdstrack close 2022 --by NAME"),
        (["withdraw", "x"], "cdstrack withdraw x --reason TEXT"),
    ],
)
def test_what_is_missing_is_shown_in_the_line_to_type(
    sample: Path, run: Run, typed: list[str], to_type: str
) -> None:
    del sample
    run("init")
    for language, begin in (("vi", "Viết"), ("en", "Write")):
        answer = run(*typed, "--lang", language)
        assert answer.code == 2
        assert answer.err.splitlines()[1].startswith(f"  {begin}: {to_type}")
