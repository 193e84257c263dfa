"""A file is one act: whole or not at all, once however often, and taken back whole."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from tests.conftest import Run, forget_record
from tests.import_csv.conftest import HEADER
from tests.import_csv.test_dialects import exported

from cdstrack.core.problem import ExitCode

MONTHS = [f"{year}-{month:02}" for year in range(1990, 2020) for month in range(1, 13)]
UNITS = ("tinh-mau", "so-cu", "so-moi")


def write(rows: list[str], name: str = "a.csv") -> None:
    """A canonical file with these rows."""
    Path(name).write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")


def row(value: str, month: str = "2021-01", unit: str = "tinh-mau", more: str = ",,,,,,") -> str:
    """A row about `ho-so`."""
    return f"ho-so,{unit},,{month},{value},{more}"


def many(count: int) -> list[str]:
    """So many rows, each about another cell."""
    cells = [(unit, month) for unit in UNITS for month in MONTHS]
    parts = [f"{'von' if at % 2 else 'so-dn'}" for at in range(count)]
    return [
        f"{part},{unit},a={at // len(cells)},{month},{at},,,,exact,,,"
        for at, part in enumerate(parts)
        for unit, month in [cells[at % len(cells)]]
    ]


@pytest.mark.usefixtures("desk")
def test_the_files_name_and_digest_are_kept_with_the_act(run: Run) -> None:
    write([row("75")])
    assert run("import", "a.csv").code == 0
    (act,) = json.loads(run("log", "--format", "json").out)["items"]
    assert act["source_name"] == "a.csv"
    assert act["source_digest"] == sha256(Path("a.csv").read_bytes()).hexdigest()


@pytest.mark.usefixtures("desk")
def test_undo_takes_the_whole_file_back(run: Run) -> None:
    write([row("75"), row("80", "2021-02")])
    assert run("import", "a.csv").code == 0
    assert run("undo").code == 0
    assert exported(run) == []
    assert run("import", "a.csv").code == 0
    assert len(exported(run)) == 2


@pytest.mark.usefixtures("desk")
def test_a_conflict_refuses_the_file_unless_told_otherwise(run: Run) -> None:
    write([row("75"), row("80", "2021-02")])
    assert run("import", "a.csv").code == 0
    before = exported(run)
    write([row("75"), row("81", "2021-02"), row("82", "2021-03")], "b.csv")
    answer = run("import", "b.csv", "--lang", "en")
    assert answer.code == 5
    said = "CDS218 ho-so for February 2021 already has another figure: 80, now entered 81"
    assert answer.err.splitlines()[0] == f"b.csv:3:1: {said}"
    assert exported(run) == before


@pytest.mark.usefixtures("desk")
def test_skip_keeps_what_was_recorded_and_takes_the_rest(run: Run) -> None:
    write([row("75")])
    run("import", "a.csv")
    write([row("76"), row("80", "2021-02")], "b.csv")
    answer = run("import", "b.csv", "--on-conflict", "skip", "--lang", "en")
    assert answer.out.splitlines() == [
        "new figures recorded from b.csv: 1, submission 2; already recorded: 0",
        "figures that differ from recorded ones, which are kept: 1",
    ]
    assert [line.split(",")[4] for line in exported(run)] == ["75", "80"]


@pytest.mark.usefixtures("desk")
def test_correct_replaces_with_a_reason_that_is_kept(run: Run) -> None:
    write([row("75")])
    run("import", "a.csv")
    write([row("76"), row("80", "2021-02")], "b.csv")
    answer = run("import", "b.csv", "--on-conflict", "correct")
    assert (answer.code, "CDS348" in answer.err) == (2, True)
    reason = "Sở gửi lại"
    answer = run("import", "b.csv", "--on-conflict", "correct", "--reason", reason, "--lang", "en")
    assert "figures that replace recorded ones: 1" in answer.out
    assert [line.split(",")[4] for line in exported(run)] == ["76", "80"]
    acts = json.loads(run("log", "--format", "json").out)["items"]
    assert [act["reason"] for act in acts] == [reason, None]
    assert run("undo").code == 0
    assert [line.split(",")[4] for line in exported(run)] == ["75"]


@pytest.mark.usefixtures("desk")
@pytest.mark.in_a_file
def test_a_trial_counts_new_identical_and_conflicting_and_stores_nothing(run: Run) -> None:
    write([row("75"), row("80", "2021-02")])
    run("import", "a.csv")
    store = Path("data/cdstrack.db").read_bytes()
    write([row("75"), row("81", "2021-02"), row("82", "2021-03")], "b.csv")
    answer = run("import", "b.csv", "--dry-run", "--lang", "en")
    assert answer.code == 5
    assert answer.out.startswith("b.csv: new figures: 1, already recorded: 1, conflicting: 1\n")
    told = json.loads(run("import", "b.csv", "--dry-run", "--format", "json").out)
    assert (told["new"], told["already_recorded"], told["conflicting"]) == (1, 1, 1)
    assert (told["dry_run"], told["refused"], told["submission"]) == (True, True, None)
    answer = run("import", "b.csv", "--dry-run", "--on-conflict", "skip", "--lang", "en")
    assert answer.code == 0
    assert Path("data/cdstrack.db").read_bytes() == store


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--on-conflict", "merge"), "CDS012"),
        (("--on-conflict", "correct"), "CDS348"),
        (("--on-conflict", "correct", "--reason", " "), "CDS348"),
        (("--reason", ""), "CDS222"),
        (("--reason", "x" * 2001), "CDS222"),
        (("--on", "hôm kia"), "CDS212"),
    ],
)
def test_wrong_options_are_told_before_the_file_is_looked_at(
    run: Run, arguments: tuple[str, ...], code: str
) -> None:
    answer = run("import", "khong-co.csv", *arguments)
    assert (answer.code, code in answer.err) == (2, True)


@pytest.mark.usefixtures("desk")
def test_a_figure_that_stands_twice_counts_once_however_far_apart(run: Run) -> None:
    rows = many(12_000)
    write([*rows, rows[7], rows[11_000]])
    answer = run("import", "a.csv", "--lang", "en")
    assert answer.code == 0, answer.err
    assert "new figures recorded from a.csv: 12,000" in answer.out
    assert "already recorded: 0" in answer.out
    assert "repeated lines: 2" in answer.out
    assert len(exported(run)) == 12_000


@pytest.mark.usefixtures("desk")
def test_two_figures_for_one_cell_are_named_with_both_lines_however_far_apart(run: Run) -> None:
    rows = many(12_000)
    write([*rows, rows[7].replace(",7,", ",8,")])
    answer = run("import", "a.csv", "--lang", "en")
    assert answer.code == 5
    first = answer.err.splitlines()[-3]
    assert answer.err.endswith("problems: 1; the file was refused and nothing was recorded\n")
    assert first.startswith(
        "a.csv:12002:1: CDS310 von for August 1990 is already on line 9 with another"
    )
    assert exported(run) == []


@pytest.mark.usefixtures("desk")
def test_a_long_file_with_one_mistake_at_its_end_leaves_nothing(run: Run) -> None:
    write([*many(12_000), row("101")])
    answer = run("import", "a.csv", "--lang", "en")
    assert answer.code == 5
    assert "a.csv:12002:25: CDS203" in answer.err
    assert exported(run) == []
    assert run("log", "--format", "csv").out.count("\n") == 1


@pytest.mark.usefixtures("desk")
def test_a_long_file_is_read_the_same_row_by_row_and_column_by_column(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cdstrack.files.importing.canonical.columns import Batch, ColumnReader

    write([*many(6_000), row("68", more="981,1446,67.8,about,bc-1,2022-08,'=ghi chú")])
    assert run("import", "a.csv").code == 0
    fast = exported(run)
    Path("data/cdstrack.db").unlink(missing_ok=True)
    forget_record()
    run("init")
    read = ColumnReader.read

    def doubt_everything(
        self: ColumnReader, texts: object, lines: object, shared: object, **_: object
    ) -> Batch:
        batch = read(self, texts, lines, shared)  # type: ignore[arg-type]
        nothing = batch.figures.pick([False] * len(batch.figures))
        return Batch(nothing, list(range(len(lines))), [])  # type: ignore[arg-type]

    monkeypatch.setattr(ColumnReader, "read", doubt_everything)
    assert run("import", "a.csv").code == 0
    assert exported(run) == fast


@pytest.mark.usefixtures("desk")
def test_a_long_file_again_stores_nothing_and_a_withdrawn_figure_comes_back(run: Run) -> None:
    write(many(6_000))
    assert run("import", "a.csv").code == 0
    assert run("withdraw", "von", "--on", "1990-02", "--by", "a=0", "--reason", "sai").code == 0
    answer = run("import", "a.csv", "--lang", "en")
    assert "new figures recorded from a.csv: 1, submission 3; already recorded: 5,999" in answer.out


@pytest.mark.usefixtures("desk")
@pytest.mark.in_a_file
def test_triggers_and_checks_stay_in_force_for_the_fast_lane(run: Run) -> None:
    write(many(2_000))
    assert run("import", "a.csv").code == 0
    store = sqlite3.connect("data/cdstrack.db")
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        store.execute("UPDATE observation SET value = 0")
    assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert store.execute("PRAGMA foreign_key_check").fetchall() == []
    ids = store.execute("SELECT min(id), max(id), count(*) FROM observation").fetchone()
    assert ids == (1, 2000, 2000)
    store.close()


GUARDS = "SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = 'observation' ORDER BY 1, 2"
STORE = "data/cdstrack.db"


@pytest.mark.usefixtures("desk")
@pytest.mark.in_a_file
@pytest.mark.parametrize("ending", [[], ["von,,,1999-13,1,,,,exact,,,"]], ids=["kept", "refused"])
def test_what_was_put_off_for_many_figures_is_there_after_each_import(
    run: Run, ending: list[str]
) -> None:
    """Whether it is kept or taken back, into an empty table or one that has figures."""
    with closing(sqlite3.connect(STORE)) as store:
        before = store.execute(GUARDS).fetchall()
    assert len(before) > len(("table", "cell", "submission"))
    write([*many(5_000), *ending])
    expected = ExitCode.IMPORT if ending else ExitCode.DONE
    assert run("import", "a.csv").code == expected
    write([*many(9_000), *ending])
    assert run("import", "a.csv").code == expected
    with closing(sqlite3.connect(STORE)) as store:
        assert store.execute(GUARDS).fetchall() == before
        put_between = "INSERT OR REPLACE INTO observation SELECT * FROM observation LIMIT 1"
        if not ending:
            with pytest.raises(sqlite3.IntegrityError, match="never replaced"):
                store.execute(put_between)
    if not ending:
        assert run("undo").code == ExitCode.DONE
        with closing(sqlite3.connect(STORE)) as store:
            assert store.execute(GUARDS).fetchall() == before
    assert run("doctor").code == ExitCode.DONE


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("change", "name", "arguments"),
    [
        (str, "a.csv", ()),
        (str.rstrip, "a.csv", ()),
        (lambda text: text.replace("\n", "\r"), "a.csv", ()),
        (lambda text: text.replace(",", ";"), "a.csv", ()),
        (lambda text: text + "\n\n", "a.csv", ("--on", "2021")),
    ],
    ids=["as exported", "no last line end", "mac", "semicolons", "another reader"],
)
@pytest.mark.in_a_file
def test_an_import_of_more_than_a_thousand_figures_is_preceded_by_a_backup(
    run: Run, change: Callable[[str], str], name: str, arguments: tuple[str, ...]
) -> None:
    for count, backups in ((1_000, 0), (1_001, 1)):
        write(many(count), name)
        Path(name).write_text(change(Path(name).read_text("utf-8")), encoding="utf-8", newline="")
        answer = run("import", name, *arguments, "--lang", "en")
        assert answer.code == 0, answer.err
        assert answer.err.startswith("the store was backed up to ") == bool(backups)
        assert len(list(Path("data").glob("backups/*"))) == backups
