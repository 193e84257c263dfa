"""A report that was written before is shown again; never after anything that it comes from changed."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cli.kept_answers import anew, is_kept, only_kept, record_sample
from tests.conftest import lay_out_sample, run_program

import cdstrack
from cdstrack.cli.app import kept
from cdstrack.core.problem import StoreUnusableError
from cdstrack.files.kept import copies
from cdstrack.store.address import read_address
from cdstrack.store.file_state import state_of

pytestmark = [pytest.mark.in_a_file, pytest.mark.usefixtures("cache")]

REPORTS = (
    ("status",),
    ("status", "--long", "--format", "json"),
    ("status", "--all", "--width", "140", "--lang", "en"),
    ("gaps",),
    ("show", "ho-so-cap-tinh"),
    ("explain", "ho-so-cap-tinh"),
    ("summary",),
)
FEW = (REPORTS[0], REPORTS[4], REPORTS[6])


@pytest.mark.usefixtures("sample_record")
@pytest.mark.parametrize("words", REPORTS, ids=" ".join)
def test_the_second_answer_is_the_first_and_needs_no_work(words: tuple[str, ...]) -> None:
    assert not is_kept(*words)
    first = run_program(*words)
    assert first.code == 0
    assert is_kept(*words)
    assert run_program(*words) == first == anew(*words)


@pytest.mark.usefixtures("sample_record")
def test_a_file_is_written_and_a_pager_fed_from_what_is_kept(sample_record: Path) -> None:
    words = ("status", "-o", "tinh-hinh.md")
    run_program(*words)
    written = (sample_record / "tinh-hinh.md").read_bytes()
    (sample_record / "tinh-hinh.md").unlink()
    with only_kept():
        assert run_program(*words).code == 0
    assert (sample_record / "tinh-hinh.md").read_bytes() == written
    assert written


FIGURE = ("ho-so-cap-tinh", "75", "--on", "2022-08-30")
DOCUMENT = ("--title", "Báo cáo tháng 8", "--number", "200/BC", "--issued", "2022-08-30")


def change_plan() -> None:
    plan = Path("targets.yaml")
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("at_least: 90,", "at_least: 95,", 1), encoding="utf-8")


def typed(*words: str) -> Callable[[], None]:
    def act() -> None:
        answer = run_program(*words)
        assert answer.code == 0, answer.err

    return act


def import_more() -> None:
    Path("more.csv").write_text("indicator,period,value\nxep-hang,2019,44\n", encoding="utf-8")
    typed("import", "more.csv")()


ACTS: dict[str, Callable[[], None]] = {
    "record": typed("record", *FIGURE),
    "correct": typed("correct", "giao-dich", "4121", "--on", "2022-07", "--reason", "gõ nhầm"),
    "withdraw": typed("withdraw", "giao-dich", "--on", "2022-07", "--reason", "thu hồi"),
    "undo": typed("undo", "--reason", "nhầm tệp"),
    "import": import_more,
    "close": typed("close", "2022-07", "--by", "Chánh Văn phòng"),
    "document": typed("document", "add", "bao-cao-8", *DOCUMENT),
    "plan": change_plan,
    "issue": typed("summary", "--issue"),
}


@pytest.mark.usefixtures("sample_record")
@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_after_every_act_all_is_worked_out_anew(act: Callable[[], None]) -> None:
    for words in FEW:
        run_program(*words)
    act()
    for words in FEW:
        assert not is_kept(*words)
        assert run_program(*words) == anew(*words)


@pytest.mark.usefixtures("sample_record")
def test_after_a_period_is_opened_again_all_is_worked_out_anew() -> None:
    ACTS["close"]()
    for words in FEW:
        run_program(*words)
    typed("reopen", "2022-07", "--reason", "số về muộn")()
    for words in FEW:
        assert not is_kept(*words)


OTHERS = {
    "another day": {"CDSTRACK_TODAY": "2022-09-01"},
    "another language": {"CDSTRACK_LANG": "en"},
    "another plan": {"CDSTRACK_PLAN": "other.yaml"},
    "another store": {"CDSTRACK_DB": "other.db"},
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS.keys())
def test_what_the_environment_asks_for_otherwise_is_another_report(
    sample_record: Path, other: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (sample_record / "targets.yaml").read_text(encoding="utf-8")
    (sample_record / "other.yaml").write_text(text.replace("at_least: 60", "at_least: 61"), "utf-8")
    shutil.copy(sample_record / "data" / "cdstrack.db", sample_record / "other.db")
    run_program("status")
    for name, value in other.items():
        monkeypatch.setenv(name, value)
    assert not is_kept("status")
    assert run_program("status") == anew("status")


@pytest.mark.usefixtures("sample_record")
@pytest.mark.parametrize(
    "option",
    [
        *("--width 70", "--lang en", "--color always", "--as-of 2022-08-30", "--method escap"),
        *("--long", "--all", "--sort gap", "--format csv", "--milestone 2025", "--lead so-tttt"),
        *("--org-unit tinh-mau", "--methods all", "--by-unit ho-so-cap-tinh"),
    ],
)
def test_every_option_makes_another_report(option: str) -> None:
    run_program("status")
    words = ("status", *option.split())
    assert not is_kept(*words)
    assert run_program(*words) == anew(*words)


@pytest.mark.usefixtures("sample_record")
@pytest.mark.parametrize(
    "option",
    ["--known-at 2022-09-01", "--plan-at current", "--fail-on behind", "--against targets.yaml"],
)
def test_what_goes_by_more_than_plan_and_record_is_never_kept(option: str) -> None:
    words = ("status", *option.split())
    first = run_program(*words)
    assert not is_kept(*words)
    assert run_program(*words) == first


@pytest.mark.usefixtures("sample_record")
def test_a_filter_that_leaves_nothing_is_explained_each_time() -> None:
    first = run_program("status", "--status", "missed")
    assert "không có gì khớp" in first.err
    assert run_program("status", "--status", "missed") == first


def test_a_figure_changed_behind_the_guards_is_shown_as_it_is_now(sample_record: Path) -> None:
    before = run_program("status")
    store = sample_record / "data" / "cdstrack.db"
    seen = store.stat()
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute("DROP TRIGGER observation_no_update")
        connection.execute("UPDATE observation SET numerator = 990000000 WHERE numerator")
    os.utime(store, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    after = run_program("status")
    assert after == anew("status")
    assert after != before


def test_a_store_that_was_put_back_is_looked_at_anew(sample_record: Path) -> None:
    store, aside = sample_record / "data" / "cdstrack.db", sample_record / "aside.db"
    shutil.copy2(store, aside)
    ACTS["record"]()
    later = run_program("status")
    aside.replace(store)
    assert run_program("status") == anew("status") != later


def test_a_file_with_a_write_ahead_log_is_looked_at_each_time(sample_record: Path) -> None:
    with closing(sqlite3.connect(sample_record / "data" / "cdstrack.db")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    run_program("status")
    assert not is_kept("status")


def test_nothing_is_known_of_the_state_of_a_store_on_a_server() -> None:
    assert state_of(read_address("postgresql://lan@nowhere.invalid/cdstrack")) is None


def test_a_lock_is_not_waited_for_twice(sample_record: Path) -> None:
    store = sample_record / "data" / "cdstrack.db"
    with closing(apsw.Connection(str(store))) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreUnusableError, match="CDS402") as refused:
            state_of(store)
    assert refused.value.problems[0].facts["seconds"] == "0"


def test_a_report_is_not_kept_when_the_record_grew_meanwhile(
    sample_record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = kept.LookUp.keep

    def keep_late(found: kept.LookUp, text: str) -> None:
        ACTS["import"]()
        keep(found, text)

    monkeypatch.setattr(kept.LookUp, "keep", keep_late)
    run_program("status")
    assert not list((sample_record.parent / "cache").rglob("*.report"))
    assert not is_kept("status")


STEPS = st.sampled_from(
    [
        *(("record", "giao-dich", str(number), "--on", "2022-08") for number in (4000, 4100)),
        ("correct", "giao-dich", "4200", "--on", "2022-08", "--reason", "sửa"),
        ("undo", "--reason", "thôi"),
        ("close", "2022-07", "--by", "ai đó"),
        ("reopen", "2022-07", "--reason", "mở"),
        *REPORTS[:4],
        ("status", "giao-dich"),
    ]
)


@settings(max_examples=8)
@given(st.lists(STEPS, min_size=2, max_size=9), st.lists(st.integers(1, 3), min_size=9, max_size=9))
def test_whatever_was_done_a_report_says_what_it_would_say_without_copies(
    steps: list[tuple[str, ...]], days: list[int]
) -> None:
    with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patched:
        patched.chdir(place)
        patched.setenv("XDG_CACHE_HOME", f"{place}/cache")
        lay_out_sample(Path(place))
        record_sample()
        for step, day in zip(steps, days, strict=False):
            patched.setenv("CDSTRACK_TODAY", f"2022-09-0{day}")
            answer = run_program(*step)
            if step in REPORTS or step[0] == "status":
                assert answer == anew(*step)
                assert run_program(*step) == answer


def test_a_file_of_any_kind_that_the_program_draws_with_makes_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = shutil.copytree(Path(cdstrack.__file__).parent, tmp_path / "cdstrack")
    monkeypatch.setattr(cdstrack, "__file__", str(program / "__init__.py"))
    one_of_each = {each.suffix: each for each in program.rglob("*") if each.suffix}
    for suffix in {".pyc", ".typed"} & set(one_of_each):
        del one_of_each[suffix]
    for each in one_of_each.values():
        before = copies.program()
        os.utime(each, ns=(0, 0))
        assert copies.program() != before, each.name
