"""Periods that Decree 09/2019/ND-CP cuts on the 14th, from the plan to the report."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Run, asked, store_here
from tests.record.tampering import tampered

from cdstrack.core.plan.model import Calendar, Frequency
from cdstrack.core.problem import ExitCode
from cdstrack.core.record.period import Period, kept_period
from cdstrack.core.record.template import last_period, periods_until

DAYS = st.dates(date(2016, 1, 1), date(2035, 12, 31))
FREQUENCIES = st.sampled_from([each for each in Frequency if each.months])


@pytest.fixture
def cut(sample: Path, run: Run) -> Path:
    """The sample, whose monthly transactions are cut on the 14th."""
    plan = sample / "targets.yaml"
    text = plan.read_text(encoding="utf-8")
    head, rest = text.split("  - id: giao-dich\n", 1)
    plan.write_text(f"{head}  - id: giao-dich\n    calendar: nd09\n{rest}", encoding="utf-8")
    assert run("init").code == ExitCode.DONE
    return sample


def days_kept(folder: Path) -> list[tuple[object, ...]]:
    assert folder.exists()
    return asked("SELECT period, period_start, period_end FROM observation ORDER BY id")


def test_a_month_runs_from_the_15th_before_it_to_its_14th(cut: Path, run: Run) -> None:
    assert run("record", "giao-dich", "4", "--on", "7/2022").code == ExitCode.DONE
    assert run("record", "ho-so-cap-xa", "12", "--on", "7/2022").code == ExitCode.DONE
    assert days_kept(cut) == [
        ("2022-07", "2022-06-15", "2022-07-14"),
        ("2022-07", "2022-07-01", "2022-07-31"),
    ]
    for indicator, calendar in (("giao-dich", '"nd09"'), ("ho-so-cap-xa", "null")):
        assert f'"calendar": {calendar}' in run("show", indicator, "--format", "json").out
    assert "ngày 14 tháng cuối kỳ" in run("show", "giao-dich").out


def test_the_figure_stands_on_the_14th_in_every_report(cut: Path, run: Run) -> None:
    run("record", "giao-dich", "4", "--on", "7/2022")
    items = json.loads(run("status", "--all", "--format", "json").out)["items"]
    [item] = [each for each in items if each["indicator"] == "giao-dich"]
    assert (item["latest"]["period"], item["latest"]["on"]) == ("2022-07", "2022-07-14")
    assert item["age_days"] == (date(2022, 8, 31) - date(2022, 7, 14)).days
    assert cut.exists()


def test_a_month_is_over_on_its_14th(cut: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for day, code in (("2022-08-13", ExitCode.USAGE), ("2022-08-14", ExitCode.DONE)):
        monkeypatch.setenv("CDSTRACK_TODAY", day)
        assert run("record", "giao-dich", "4", "--on", "8/2022").code == code
    assert cut.exists()


def test_a_file_and_a_correction_cut_in_the_same_way(cut: Path, run: Run) -> None:
    rows = "indicator,period,value\ngiao-dich,2022-06,3\nho-so-cap-xa,2022-06,9\n"
    (cut / "figures.csv").write_text(rows, encoding="utf-8")
    assert run("import", "figures.csv").code == ExitCode.DONE
    assert run("correct", "--id", "1", "5", "--reason", "gõ nhầm").code == ExitCode.DONE
    assert run("undo").code == ExitCode.DONE
    assert run("withdraw", "giao-dich", "--on", "6/2022", "--reason", "x").code == ExitCode.DONE
    assert set(days_kept(cut)) == {
        ("2022-06", "2022-06-01", "2022-06-30"),
        ("2022-06", "2022-05-15", "2022-06-14"),
    }
    assert "CDS434" not in run("check").out


def test_a_month_recorded_by_another_calendar_is_not_replaced_unseen(cut: Path, run: Run) -> None:
    rows = "indicator,period,value\ngiao-dich,2022-05,3\ngiao-dich,2022-06,{}\n"
    (cut / "figures.csv").write_text(rows.format(4), encoding="utf-8")
    assert run("import", "figures.csv").code == ExitCode.DONE
    plan = cut / "targets.yaml"
    plan.write_text(plan.read_text("utf-8").replace("    calendar: nd09\n", ""), encoding="utf-8")
    (cut / "figures.csv").write_text(rows.format(5), encoding="utf-8")
    refused = run("import", "figures.csv")
    assert refused.code == ExitCode.IMPORT
    assert "CDS218" in refused.err
    assert asked("SELECT value FROM observation ORDER BY id") == [(3_000_000,), (4_000_000,)]


def test_days_that_the_plan_of_the_submission_did_not_give_are_told(sample: Path, run: Run) -> None:
    run("init")
    run("record", "giao-dich", "4", "--on", "7/2022")
    assert sample.exists()
    other_days = "UPDATE observation SET period_start = '2022-06-15', period_end = '2022-07-14'"
    tampered(store_here(), other_days)
    assert "CDS434" in run("check").out


@given(day=DAYS, frequency=FREQUENCIES)
def test_the_last_period_is_over_and_the_next_one_is_not(day: date, frequency: Frequency) -> None:
    last = last_period(frequency, day, Calendar.ND09)
    assert last.end <= day
    months = {1: 31, 3: 92, 6: 184, 12: 366}[frequency.months]
    assert (day - last.end).days < months


@given(day=DAYS, frequency=FREQUENCIES)
def test_periods_join_without_a_gap(day: date, frequency: Frequency) -> None:
    last = last_period(frequency, day, Calendar.ND09)
    later, earlier = periods_until(last, 2, frequency, Calendar.ND09)
    assert (later.start - earlier.end).days == 1
    assert later.is_whole_year == (frequency is Frequency.YEARLY)


@given(text=st.sampled_from(["2022-07", "2022-Q1", "2022-H1", "2022"]), cut=st.booleans())
def test_what_is_kept_is_read_back(text: str, cut: bool) -> None:
    period = Period.parse(text).cut_by(Calendar.ND09 if cut else None)
    assert kept_period(text, str(period.start), str(period.end)) == period
