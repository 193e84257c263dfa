"""Reports as CSV: the JSON's names, one row per target, nothing that a spreadsheet would run."""

import csv
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from tests.printing import as_csv

from cdstrack.core.plan.model import Plan
from cdstrack.core.reports.judging import build_status
from cdstrack.core.reports.status import StatusReport
from cdstrack.render.machine.fields import item_fields, target_fields
from cdstrack.render.machine.output import csv_text
from cdstrack.render.status.machine import ITEM_COLUMNS, TARGET_COLUMNS
from cdstrack.render.view import View


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def test_there_is_one_row_per_target_with_the_item_repeated(
    report: StatusReport, plan: Plan
) -> None:
    rows = rows_of(as_csv(report, View(plan)))
    assert len(rows) == len(report.lines)
    first, second = rows[:2]
    assert first["indicator"] == second["indicator"] == "ho-so-cap-tinh"
    assert (first["due"], second["due"]) == ("2025-12-31", "2030-12-31")
    assert first["latest_value"] == "50.829876"
    assert first["plan_id"] == "cds-tinh-mau"
    assert (first["as_of"], first["known_at"]) == ("2022-08-31", "2022-08-21T02:10:05Z")


def test_the_names_are_those_of_the_json(report: StatusReport, plan: Plan) -> None:
    item = item_fields(report.items[0], View(plan))
    latest = item.pop("latest")
    del item["composite"], item["rollup"]  # their columns come last
    flat = [*item, *(f"latest_{key}" for key in latest)]
    assert set(ITEM_COLUMNS) == {"item_status", *flat} - {"status"}
    target = target_fields(report.items[0].targets[0])
    nested = {"declared", "likely", "groups"}
    assert set(target) - nested == {
        name for name in TARGET_COLUMNS if not name.startswith(("declared_", "likely_", "groups_"))
    }


def test_the_status_of_a_row_is_its_targets_and_the_items_own_stands_beside_it(
    report: StatusReport, plan: Plan
) -> None:
    rows = rows_of(as_csv(report, View(plan)))
    found = [row for row in rows if row["indicator"] == "tai-khoan"]
    assert [row["status"] for row in found] == ["missed", "deteriorating"]
    assert {row["item_status"] for row in found} == {"deteriorating"}


def test_absent_is_empty_and_lists_are_joined(report: StatusReport, plan: Plan) -> None:
    rows = {row["indicator"]: row for row in rows_of(as_csv(report, View(plan)))}
    assert rows["thu-tuc-cat-giam"]["gap"] == ""
    assert rows["thu-tuc-cat-giam"]["stale"] == "false"
    assert rows["thoi-gian-xu-ly"]["value"] == "3;5"
    assert rows["nang-suat"]["years"] == "2021=achieved"
    assert rows["kinh-te-so-tung-nganh"]["groups_total"] == "3"
    assert rows["ho-so-cap-tinh"]["document"] == "nghi-quyet;bao-cao"


def test_negative_numbers_are_numbers(report: StatusReport, plan: Plan) -> None:
    rows = {row["indicator"]: row for row in rows_of(as_csv(report, View(plan)))}
    assert rows["xep-hang"]["gap"] == "-1"
    assert float(rows["xep-hang"]["required_pace"]) < 0


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+84 chỉ tiêu", "'+84 chỉ tiêu"),
        ("-30%", "'-30%"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("'đã trích'", "''đã trích'"),
        ("\t=1+1", " =1+1"),
        ('a,"b"\nc', 'a,"b" c'),
        ("Tên=1", "Tên=1"),
    ],
)
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(
    make_plan: Callable[..., Plan],
    report_on: Callable[..., StatusReport],
    name: str,
    cell: str,
) -> None:
    indicator = {
        "id": "x",
        "name": {"vi": name},
        "pillar": "chinh-quyen-so",
        "unit": "percent",
        "direction": "increase",
        "targets": [{"due": "2025-12-31", "at_least": "1"}],
    }
    plan = make_plan(indicators=[indicator])
    assert rows_of(as_csv(report_on(plan, []), View(plan)))[0]["name"] == cell


def test_an_indicator_without_targets_has_one_row(
    report: StatusReport, plan: Plan, figures: Any
) -> None:
    everything = build_status(plan, figures, report.header, context=True)
    last = rows_of(as_csv(everything, View(plan)))[-1]
    assert (last["indicator"], last["latest_value"], last["due"]) == ("giao-dich", "169353", "")


def test_an_empty_report_still_has_its_columns(
    make_plan: Callable[..., Plan], report_on: Callable[..., StatusReport]
) -> None:
    plan = make_plan(indicators=[])
    text = as_csv(report_on(plan, []), View(plan))
    assert text.count("\n") == 1
    assert text.startswith("report,schema_version,generator,plan_id,")


def test_gaps_keep_the_reports_order(plan: Plan, gaps: Any) -> None:
    rows = rows_of(as_csv(gaps, View(plan)))
    assert [row["indicator"] for row in rows] == [row.item.indicator.id for row in gaps.rows]


def test_the_declared_plan_and_the_log_are_flattened_alike(
    plan: Plan, targets: Any, log: Any
) -> None:
    declared = {row["indicator"]: row for row in rows_of(as_csv(targets, View(plan)))}
    assert declared["kinh-te-so-tung-nganh"]["every"] == "sector=nong-nghiep,du-lich,cong-nghiep"
    assert declared["doanh-thu"]["baseline_value"] == "169353"
    assert declared["ho-so-cap-huyen"]["ended_date"] == "2022-07-01"
    acts = rows_of(as_csv(log, View(plan)))
    assert [row["id"] for row in acts] == ["1", "1", "1", "1", "2", "3", "4", "5"]
    assert (acts[4]["before_value"], acts[4]["after_not_available"]) == (
        "50.829876",
        "chưa báo cáo",
    )
    assert acts[-1]["indicator"] == ""


def test_a_field_without_a_column_is_an_error() -> None:
    with pytest.raises(ValueError, match="dict contains fields not in fieldnames: 'surprise'"):
        csv_text(("indicator",), [{"indicator": "x", "surprise": 1}])
