"""A closed period: what is refused, what is taken with a reason, and what is then shown."""

import json
from pathlib import Path

import pytest
from tests.conftest import Run, store_here
from tests.record.tampering import tampered

from cdstrack.core.problem import ExitCode

BY = ("--by", "Phó Chánh Văn phòng")
LATE = ("--late", "báo cáo đến chậm")


@pytest.fixture
def closed(sample: Path, run: Run) -> Path:
    """The sample with a figure of June and one of July, and the second quarter closed."""
    run("init")
    run("record", "giao-dich", "4", "--on", "6/2022")
    run("record", "giao-dich", "6", "--on", "7/2022")
    assert run("close", "2022-Q2", *BY).code == ExitCode.DONE
    return sample


@pytest.mark.parametrize(
    "act",
    [
        ("record", "giao-dich", "3", "--on", "5/2022"),
        ("record", "giao-dich", "3", "--on", "5/2022", "--dry-run"),
        ("correct", "giao-dich", "5", "--on", "6/2022", "--reason", "gõ nhầm"),
        ("withdraw", "giao-dich", "--on", "6/2022", "--reason", "thuộc tỉnh khác"),
        ("undo", "1"),
        ("undo", "1", "--dry-run"),
    ],
    ids=" ".join,
)
def test_a_figure_of_a_closed_period_needs_a_reason(
    act: tuple[str, ...], closed: Path, run: Run
) -> None:
    kept = run("log", "--format", "json").out
    refused = run(*act)
    assert refused.code == ExitCode.USAGE
    assert "CDS719" in refused.err
    assert "--late" in refused.err
    assert run("log", "--format", "json").out == kept
    taken = run(*act, *LATE)
    assert taken.code == ExitCode.DONE, taken.err
    assert closed.exists()


@pytest.mark.parametrize("period", ["2022-07", "2022-H1", "2022-03-31/2022-04-01", "2022"])
def test_a_period_that_is_not_inside_the_closed_one_is_taken(
    period: str, closed: Path, run: Run
) -> None:
    assert closed.exists()
    answer = run("record", "ho-so-cap-xa", "12", "--on", period)
    assert "CDS719" not in answer.err


def test_the_reason_of_a_figure_that_is_not_late_is_not_kept(closed: Path, run: Run) -> None:
    assert closed.exists()
    assert run("record", "giao-dich", "7", "--on", "1/2022", *LATE).code == ExitCode.DONE
    assert json.loads(run("log", "--format", "json").out)["items"][0]["late"] is None
    assert run("record", "giao-dich", "3", "--on", "5/2022", *LATE).code == ExitCode.DONE
    assert json.loads(run("log", "--format", "json").out)["items"][0]["late"] == LATE[1]


def test_an_import_with_a_figure_of_a_closed_period_is_refused_whole(
    closed: Path, run: Run
) -> None:
    head = "indicator,period,value\n"
    (closed / "late.csv").write_text(
        f"{head}giao-dich,2022-05,3\ngiao-dich,2022-08,7\n", encoding="utf-8"
    )
    refused = run("import", "late.csv")
    assert refused.code == ExitCode.IMPORT
    assert "CDS719" in refused.err
    assert run("import", "late.csv", "--dry-run").code == ExitCode.IMPORT
    assert run("show", "giao-dich").out.count("T8/2022") == 0
    assert run("import", "late.csv", *LATE).code == ExitCode.DONE
    again = run("import", "late.csv")
    assert again.code == ExitCode.DONE, "what is recorded already changes nothing"


def test_a_year_closed_around_an_open_quarter_still_closes_it(sample: Path, run: Run) -> None:
    run("init")
    run("close", "2021-Q2", *BY)
    run("close", "2021", *BY)
    run("reopen", "2021-Q2", "--reason", "sửa một xã")
    refused = run("record", "giao-dich", "3", "--on", "5/2021")
    assert "2021 đã chốt" in refused.err
    run("reopen", "2021", "--reason", "sửa một xã")
    assert run("record", "giao-dich", "3", "--on", "5/2021").code == ExitCode.DONE
    assert sample.exists()


@pytest.mark.usefixtures("sample")
def test_all_closed_periods_around_a_figure_are_named_with_what_opens_them(run: Run) -> None:
    run("init")
    run("close", "2021-Q2", "--by", "Lan")
    run("close", "2021", "--by", "Hoa")
    run("close", "2021-H1", "--by", "Lan")
    typed = ("record", "giao-dich", "3", "--on", "5/2021")
    said = run(*typed).err
    assert "các kỳ quý II/2021, 6 tháng đầu năm 2021, năm 2021 đã chốt" in said
    assert "(lần ghi 1, 3, 2; Lan, Hoa duyệt)" in said
    opening = "cdstrack reopen 2021-Q2; cdstrack reopen 2021-H1; cdstrack reopen 2021."
    assert f"Hoặc mở lại từng kỳ: {opening}" in " ".join(said.split())
    english = run(*typed, "--lang", "en").err
    assert "the periods Q2 2021, H1 2021, 2021 are closed" in " ".join(english.split())
    for period in ("2021-Q2", "2021-H1", "2021"):
        assert run(*typed).code == ExitCode.USAGE
        run("reopen", period, "--reason", "sửa một xã")
    assert run(*typed).code == ExitCode.DONE


def test_the_seal_is_the_head_before_it_and_counts_the_figures(closed: Path, run: Run) -> None:
    acts = json.loads(run("log", "--format", "json").out)["items"]
    closing, before = acts[0], acts[1]
    assert closing["kind"] == "close"
    assert closing["closing"] == {
        "period": "2022-Q2",
        "reopened": False,
        "approved_by": "Phó Chánh Văn phòng",
        "figures": 1,
        "head": before["head"],
    }
    assert closed.exists()


def test_both_the_sealed_figure_and_todays_are_shown(closed: Path, run: Run) -> None:
    run("correct", "giao-dich", "5", "--on", "6/2022", "--reason", "xã nộp lại", *LATE)
    [period] = json.loads(run("closings", "--format", "json").out)["items"]
    assert [(each["before"]["value"], each["after"]["value"]) for each in period["late"]] == [
        ("4", "5")
    ]
    assert [(each["sealed"]["value"], each["now"]["value"]) for each in period["moved"]] == [
        ("4", "5")
    ]
    assert "    giao-dich T6/2022: 4 → 5 (lần ghi 4, lan: báo cáo đến chậm)" in run("closings").out
    assert closed.exists()


def test_a_closing_is_no_act_to_be_undone(closed: Path, run: Run) -> None:
    assert "CDS724" in run("undo", "3").err
    undone = run("undo", "--format", "json")
    assert json.loads(undone.out)["undoes"] == 2, "the latest act but the closing"
    assert closed.exists()


def test_the_page_of_the_week_lists_late_figures_apart(closed: Path, run: Run) -> None:
    run("correct", "giao-dich", "5", "--on", "6/2022", "--reason", "xã nộp lại", *LATE)
    run("record", "giao-dich", "7", "--on", "8/2022", *LATE)
    for form in ((), ("--full",)):
        page = " ".join(run("summary", "--draft", *form).out.split())
        assert "Số liệu bổ sung sau khi chốt kỳ (nêu riêng)" in page
        assert "kỳ quý II/2022 đã chốt, lý do nộp muộn: báo cáo đến chậm" in page
        assert page.count("lý do nộp muộn") == 1, "August is not closed"
    [late] = json.loads(run("summary", "--draft", "--format", "json").out)["late"]
    assert (late["closed"], late["period"], late["reason"]) == (
        "2022-Q2",
        "2022-06",
        "báo cáo đến chậm",
    )
    assert closed.exists()


def test_what_was_closed_at_an_instant_can_be_asked(closed: Path, run: Run) -> None:
    at = json.loads(run("log", "--format", "json").out)["items"][0]["at"]
    run("reopen", "2022-Q2", "--reason", "sửa một xã")
    assert run("closings").out == "chưa chốt kỳ nào\n"
    assert "quý II/2022" in run("closings", "--known-at", at).out
    assert closed.exists()


@pytest.mark.parametrize("width", [60, 80])
def test_no_line_of_the_closings_is_wider_than_asked(width: int, sample: Path, run: Run) -> None:
    run("init")
    run("close", "2022-Q2", "--by", "[red]Phó Chủ tịch Ủy ban nhân dân tỉnh " + "ngườiduyệt" * 12)
    run("record", "giao-dich", "4", "--on", "6/2022", "--late", "báo cáo đến chậm " * 9)
    answer = run("closings", "--width", str(width))
    assert max(map(len, answer.out.splitlines())) <= width
    assert "[red]Phó Chủ tịch" in answer.out
    assert answer.out.count("chậm") == 9
    assert sample.exists()


def test_the_chain_holds_the_closing(closed: Path, run: Run) -> None:
    assert closed.exists()
    tampered(store_here(), "UPDATE closing SET approved_by = 'ai đó'")
    found = run("check")
    assert found.code == ExitCode.FINDINGS
    assert "CDS430" in found.out
