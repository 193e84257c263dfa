"""The units file is kept with what was recorded under it: an old report is printed again as it was."""

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.conftest import Run, asked, store_here
from tests.record.tampering import tampered
from tests.units.conftest import INDICATOR, UNITS, LayOut, units_file
from tests.units.test_by_unit import COMMUNES, HEAD

ROLLED = f"{INDICATOR}    rollup: {{from: xa, by: ratio}}\n"
FILE, STORE = Path("data/units.csv"), Path("data/cdstrack.db")
RENAMED = [row.replace("Xã Bình,", "Xã Bình Hòa,") for row in UNITS]


@pytest.fixture
def desk(lay_out: LayOut, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A store with the figures of a quarter, and a day later those of a unit more."""
    monkeypatch.setenv("CDSTRACK_TODAY", "2025-07-15")
    path = lay_out(indicators=ROLLED)
    rows = [f"ho-so,{unit},2025-Q2,,{10 * at},60" for at, unit in enumerate(COMMUNES, 1)]
    Path("so-lieu.csv").write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")
    assert run("init", str(path.parent)).code == 0
    assert run("import", "so-lieu.csv").code == 0
    return run


def kept() -> list[tuple[int, str]]:
    rows = asked("SELECT submission, digest, text FROM units_version ORDER BY submission")
    assert all(hashlib.sha256(str(text).encode()).hexdigest() == kept for _, kept, text in rows)
    return [(int(str(submission)), str(digest)[:12]) for submission, digest, _ in rows]


def digest_now() -> str:
    return hashlib.sha256(FILE.read_bytes()).hexdigest()[:12]


def write(rows: list[str]) -> None:
    FILE.write_text(units_file(*rows), encoding="utf-8")


def later(run: Run, monkeypatch: pytest.MonkeyPatch, rows: list[str]) -> None:
    """A month on the file is another one, and something is recorded under it."""
    monkeypatch.setenv("CDSTRACK_TODAY", "2025-08-15")
    write(rows)
    typed = ("--org-unit", COMMUNES[0], "--on", "2025-03-31", "--yes")
    assert run("record", "ho-so", "5/60", *typed).code == 0


REPORTS = ("status", "status --by-unit ho-so", "status --format json", "show ho-so")


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_of_before_is_the_same_after_the_file_was_changed(
    desk: Run, monkeypatch: pytest.MonkeyPatch, report: str
) -> None:
    typed = (*report.split(), "--as-of", "2025-07-15")
    before = desk(*typed)
    assert before.code == 0
    # Another name, and a commune that is suddenly said to have been a part of the province.
    later(desk, monkeypatch, [*RENAMED, "109,xa-them,Xã Thêm,xa,huyen-tay,,2025-06-30,xa-cat"])
    again = desk(*typed, "--known-at", "2025-07-15")
    shown = again.out.replace("2025-08-15", "2025-07-15")
    assert (again.code, shown) == (0, before.out)
    assert desk(*typed).out != before.out
    assert "CDS43" not in desk("check").out


def test_a_row_is_kept_only_when_the_file_changes(
    desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = digest_now()
    assert kept() == [(1, first)]
    typed = ("--org-unit", COMMUNES[0], "--yes")
    assert desk("record", "ho-so", "5/60", *typed, "--on", "2025-02-28").code == 0
    assert kept() == [(1, first)]
    later(desk, monkeypatch, RENAMED)
    assert kept() == [(1, first), (3, digest_now())]
    assert desk("undo").code == 0
    write(list(UNITS))
    assert desk("undo").code == 0
    assert [(act, digest == first) for act, digest in kept()] == [(1, True), (3, False), (5, True)]


def test_the_versions_are_listed(desk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    first = digest_now()
    later(desk, monkeypatch, RENAMED)
    told = desk("plan", "versions", "--lang", "en").out
    assert f"units file {first}, from submission 1 (2025-07-15" in told
    assert f"units file {digest_now()}, from submission 2 (2025-08-15" in told
    found = json.loads(desk("plan", "versions", "--format", "json").out)
    assert [each["first_submission"] for each in found["units_versions"]] == [1, 2]


def test_without_its_file_a_report_of_before_has_its_units(desk: Run) -> None:
    before = desk("status", "--by-unit", "ho-so").out
    FILE.unlink()
    assert desk("status", "--by-unit", "ho-so", "--known-at", "2025-07-15").out == before


def test_a_plan_at_a_day_has_the_units_of_that_day(
    desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(desk, monkeypatch, RENAMED)
    assert "Xã Bình Hòa" in desk("units", "--as-of", "2025-06-30").out
    then = desk("units", "--as-of", "2025-06-30", "--plan-at", "2025-07-15").out
    assert ("Xã Bình Hòa" in then, "Xã Bình" in then) == (False, True)


def names(run: Run, *typed: str) -> str:
    """What the commune is called that was renamed."""
    told = run("status", "--by-unit", "ho-so", "--as-of", "2025-06-30", *typed)
    assert told.code == 0, told.err
    return "Xã Bình Hòa" if "Xã Bình Hòa" in told.out else "Xã Bình"


def plan_digest() -> str:
    return hashlib.sha256(Path("targets.yaml").read_bytes()).hexdigest()[:12]


def test_the_digest_of_the_plan_as_it_is_names_the_units_kept_with_it_too(
    desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(RENAMED)  # and nothing is recorded yet
    assert names(desk, "--plan-at", plan_digest()) == "Xã Bình"
    assert names(desk, "--plan-at", "current") == names(desk) == "Xã Bình Hòa"
    later(desk, monkeypatch, RENAMED)
    write(list(UNITS))
    # Of two units files under one plan it is the last; with --known-at the last one by then.
    assert names(desk, "--plan-at", plan_digest()) == "Xã Bình Hòa"
    then = ("--known-at", "2025-07-15")
    assert names(desk, "--plan-at", plan_digest(), *then) == "Xã Bình"


def test_the_digest_of_an_older_plan_names_the_last_units_kept_under_it(
    desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = plan_digest()
    later(desk, monkeypatch, RENAMED)
    plan = Path("targets.yaml")
    plan.write_text(plan.read_text("utf-8").replace("Kế hoạch mẫu", "Kế hoạch mới"), "utf-8")
    monkeypatch.setenv("CDSTRACK_TODAY", "2025-08-20")
    write([row.replace("Xã Bình Hòa,", "Xã Bình Xuân,") for row in RENAMED])
    assert desk("undo").code == 0
    assert names(desk, "--plan-at", old) == "Xã Bình Hòa"
    assert names(desk, "--plan-at", old, "--known-at", "2025-07-15") == "Xã Bình"


def test_a_plan_that_nothing_was_recorded_under_has_the_units_as_they_are(desk: Run) -> None:
    plan = Path("targets.yaml")
    plan.write_text(plan.read_text("utf-8").replace("Kế hoạch mẫu", "Kế hoạch mới"), "utf-8")
    write(RENAMED)
    assert names(desk, "--plan-at", plan_digest()) == "Xã Bình Hòa"


def test_a_changed_text_is_told_with_its_submission(desk: Run) -> None:
    head = "SELECT digest FROM chain ORDER BY submission DESC LIMIT 1"
    sealed = asked(head)
    changed = "UPDATE units_version SET text = replace(text, 'Xã Bình', 'Xã Khác')"
    tampered(store_here(), changed)
    assert asked(head) == sealed
    told = desk("check", "--lang", "en")
    assert told.code == 10
    words = " ".join(told.out.split())
    assert "submission 1 does not match the chain" in words
    assert "the units file of version" in words


@pytest.mark.in_a_file
def test_a_store_of_before_keeps_its_digests_and_reads_the_file_as_it_is(
    lay_out: LayOut, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store of version 5: its submission came without the file, and stays provable so."""
    monkeypatch.setenv("CDSTRACK_TODAY", "2025-07-15")
    lay_out(indicators=ROLLED)
    FILE.unlink()
    assert run("init").code == 0
    assert run("record", "ho-so", "50", "--on", "2025-Q2", "--yes").code == 0
    digests = "SELECT digest FROM chain ORDER BY submission"
    with closing(sqlite3.connect(STORE)) as store, store:
        store.execute("DROP TABLE units_version")
        store.execute("PRAGMA user_version = 5")
        heads = store.execute(digests).fetchall()
    assert run("status").code == 4
    write(RENAMED)
    run("doctor", "--migrate")
    with closing(sqlite3.connect(STORE)) as store:
        assert store.execute(digests).fetchall() == heads
    assert (kept(), run("log", "--verify", heads[0][0]).code) == ([], 0)
    assert "Xã Bình Hòa" in run("status", "--by-unit", "ho-so", "--known-at", "2025-07-15").out
