"""`status --format json`: the keys, their order and their types are a promise to programs."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import pytest
from tests.printing import as_json
from tests.render.json_keys import ITEM_KEYS, LATEST_KEYS, REPORT_KEYS, TARGET_KEYS

from cdstrack import __version__
from cdstrack.core.plan.model import Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.header import Notice
from cdstrack.core.reports.judging import build_status
from cdstrack.core.reports.status import StatusReport, TargetLine
from cdstrack.core.verdict.model import Groups, Verdict
from cdstrack.core.verdict.vocabulary import Reason, Status
from cdstrack.render.machine.output import dumped
from cdstrack.render.view import View

Item = dict[str, Any]


@pytest.fixture
def printed(report: StatusReport, plan: Plan) -> Item:
    found: Item = json.loads(as_json(report, View(plan)))
    return found


@pytest.fixture
def items(printed: Item) -> dict[str, Item]:
    return {item["indicator"]: item for item in printed["items"]}


def printed_target(report: StatusReport, plan: Plan, verdict: Verdict) -> Item:
    """What is printed of a verdict that is put in place of the first one of the report."""
    item = report.items[0]
    line = TargetLine(item.targets[0].target, verdict)
    changed = replace(report, items=(item._replace(targets=(line,), active=0),))
    found: Item = json.loads(as_json(changed, View(plan)))["items"][0]["targets"][0]
    return found


def test_the_keys_stand_in_the_promised_order(printed: Item, items: dict[str, Item]) -> None:
    assert " ".join(printed) == REPORT_KEYS
    assert " ".join(printed["plan"]) == "id title digest"
    for item in items.values():
        assert " ".join(item) == ITEM_KEYS
        assert item["latest"] is None or " ".join(item["latest"]) == LATEST_KEYS
        for target in item["targets"]:
            assert " ".join(target) == TARGET_KEYS


def test_the_header_says_what_was_known_and_when(printed: Item) -> None:
    assert printed["report"] == "status"
    assert printed["schema_version"] == 1
    assert printed["generator"] == f"cdstrack {__version__}"
    assert printed["as_of"] == "2022-08-31"
    assert printed["known_at"] == "2022-08-21T02:10:05Z"
    assert printed["method"] == "linear"
    assert printed["notices"] == []


def test_an_instant_has_its_microseconds_only_where_there_are_some(
    report: StatusReport, plan: Plan
) -> None:
    at = datetime(2022, 8, 21, 2, 10, 5, 40, tzinfo=UTC)
    later = replace(report, header=replace(report.header, known_at=at))
    never = replace(report, header=replace(report.header, known_at=None))
    assert json.loads(as_json(later, View(plan)))["known_at"] == "2022-08-21T02:10:05.000040Z"
    assert json.loads(as_json(never, View(plan)))["known_at"] is None


def test_only_verdicts_that_occur_are_counted(printed: Item, items: dict[str, Item]) -> None:
    assert sum(printed["counts"].values()) == len(items)
    assert printed["counts_by_due"]["2021-12-31"] == {"missed": 1}
    assert "not_applicable" not in printed["counts_by_due"]["2030-12-31"]
    by_due = [target["due"] for item in items.values() for target in item["targets"]]
    for due, counts in printed["counts_by_due"].items():
        assert sum(counts.values()) == by_due.count(due)


def test_exact_numbers_are_text_and_computed_ones_are_numbers(items: dict[str, Item]) -> None:
    item = items["ho-so-cap-tinh"]
    latest, target = item["latest"], item["targets"][0]
    assert latest["value"] == "50.829876"
    assert (latest["numerator"], latest["denominator"]) == ("735", "1446")
    assert latest["stated"] == "51"
    assert (target["value"], target["threshold"], target["gap"]) == ("90", "90", "39.170124")
    assert target["gap_count"] == 567
    assert target["completion"] == pytest.approx(735 / 1446 * 100 / 90, abs=1e-12)
    assert isinstance(target["ratio"], float)
    assert target["met"] is False


def test_what_is_not_known_is_null_and_never_zero(items: dict[str, Item]) -> None:
    target = items["thu-tuc-cat-giam"]["targets"][0]
    assert items["thu-tuc-cat-giam"]["latest"] is None
    assert items["thu-tuc-cat-giam"]["age_days"] is None
    unknown = [
        "threshold",
        "met",
        "gap",
        "gap_count",
        "completion",
        "ratio",
        "expected",
        "forecast",
        "years",
        "groups",
    ]
    assert [target[key] for key in unknown] == [None] * len(unknown)


def test_a_figure_is_dated_by_the_end_of_its_period(items: dict[str, Item]) -> None:
    latest = items["xep-hang"]["latest"]
    assert (latest["period"], latest["on"]) == ("2021", "2021-12-31")
    assert latest["reported"] == "2022-08-08"
    assert (latest["value"], latest["numerator"], latest["denominator"]) == ("31", "31", "63")


@pytest.mark.parametrize(
    ("indicator", "comparator", "value"),
    [
        ("ho-so-cap-tinh", "at_least", "90"),
        ("cap-quang", "more_than", "80"),
        ("thoi-gian-xu-ly", "between", ["3", "5"]),
        ("xep-hang", "top", "30"),
        ("thu-tuc-cat-giam", "reduce_by", "30"),
        ("doanh-thu", "increase_by", "30"),
        ("nang-suat", "each_year_at_least", "5"),
        ("trung-tam-dieu-hanh", "reach", "done"),
        ("dien-thoai", "universal", "true"),
    ],
)
def test_the_value_is_what_stands_at_the_comparator(
    items: dict[str, Item], indicator: str, comparator: str, value: str | list[str]
) -> None:
    target = items[indicator]["targets"][0]
    assert (target["comparator"], target["value"]) == (comparator, value)


def test_a_relative_target_is_judged_by_a_number(items: dict[str, Item]) -> None:
    assert items["doanh-thu"]["targets"][0]["threshold"] == "220158.9"


def test_a_state_is_its_word(items: dict[str, Item]) -> None:
    item = items["trung-tam-dieu-hanh"]
    assert item["latest"]["value"] == "in-progress"
    assert item["targets"][0]["due"] is None


def test_a_chosen_threshold_says_who_chose_it(items: dict[str, Item]) -> None:
    chosen, unstated = items["dien-thoai"]["targets"]
    assert chosen["declared"] == {"at_least": "95", "by": "Tổ giúp việc", "date": "2022-05-04"}
    assert chosen["threshold"] == "95"
    assert unstated["declared"] is None
    assert unstated["reasons"] == ["no_threshold"]


def test_wording_and_document_are_text_list_or_null(items: dict[str, Item]) -> None:
    first, second = items["ho-so-cap-tinh"]["targets"]
    assert first["wording"].startswith("90% hồ sơ công việc")
    assert first["document"] == "nghi-quyet"
    assert second["wording"] is None
    assert second["document"] == ["nghi-quyet", "bao-cao"]


def test_years_and_groups_are_objects(items: dict[str, Item]) -> None:
    assert items["nang-suat"]["targets"][0]["years"] == {"2021": "achieved"}
    sectors = items["kinh-te-so-tung-nganh"]
    assert sectors["disaggregation"] == "sector=du-lich"
    assert sectors["targets"][0]["groups"] == {
        "met": 1,
        "reported": 2,
        "total": 3,
        "worst": sectors["targets"][0]["groups"]["worst"],
    }


def test_a_shortfall_carries_its_number(items: dict[str, Item]) -> None:
    missed = items["tai-khoan"]["targets"][0]
    assert missed["status"] == "missed"
    assert missed["reasons"] == ["shortfall:4"]


def test_every_field_of_a_verdict_is_printed(report: StatusReport, plan: Plan) -> None:
    verdict = Verdict(
        Status.ACHIEVED_LATE,
        gap=Fraction(-1, 3),
        shortfall=Fraction(2, 3),
        reasons=(Reason.DEFINITION_BREAK, Reason.SHORTFALL),
        groups=Groups(met=1, reported=1, total=None, worst=None),
        years={2024: Status.MISSED, 2023: Status.ACHIEVED},
    )
    target = printed_target(report, plan, verdict)
    assert target["gap"] == "-0.333333"
    assert target["reasons"] == ["definition_break", "shortfall:0.666667"]
    assert target["groups"] == {"met": 1, "reported": 1, "total": None, "worst": None}
    assert list(target["years"].items()) == [("2023", "achieved"), ("2024", "missed")]


def test_names_and_notices_are_in_the_readers_language(report: StatusReport, plan: Plan) -> None:
    facts = {"unit": "tinh-mau", "closed": "2022-06-30", "successor": ""}
    header = replace(report.header, notices=(Notice("area_closed", facts),))
    printed = json.loads(as_json(replace(report, header=header), View(plan, "en")))
    assert printed["items"][0]["name"] == "Provincial work files handled online"
    assert printed["plan"]["title"].startswith("Digital transformation plan")
    assert printed["notices"][0].startswith(
        "Mau province was an administrative unit until 2022-06-30"
    )


def test_an_indicator_without_targets_has_no_verdict(
    plan: Plan, report: StatusReport, figures: list[Observation]
) -> None:
    everything = build_status(plan, figures, report.header, context=True)
    printed = json.loads(as_json(everything, View(plan)))["items"][-1]
    assert (printed["indicator"], printed["status"], printed["targets"]) == ("giao-dich", None, [])


def test_vietnamese_stays_readable_and_the_text_ends_with_one_line_break(
    report: StatusReport, plan: Plan
) -> None:
    text = as_json(report, View(plan))
    assert '"name": "Hồ sơ công việc cấp tỉnh xử lý trên môi trường mạng",' in text
    assert text.endswith("\n}\n")


def test_text_from_outside_cannot_steer_the_terminal_it_is_printed_on(
    make_plan: Callable[..., Plan], report_on: Callable[..., StatusReport]
) -> None:
    hostile = {"chinh-quyen-so": {"vi": "x"}}
    indicator = {
        "id": "x",
        "name": {"vi": "Tên\x9b31m đỏ\u202e\x1b]0;t\x07"},
        "pillar": "chinh-quyen-so",
        "unit": "percent",
        "direction": "increase",
        "person": "A\nB",
        "targets": [{"due": "2025-12-31", "at_least": "1"}],
    }
    plan = make_plan(pillars=hostile, indicators=[indicator])
    item = json.loads(as_json(report_on(plan, []), View(plan)))["items"][0]
    assert (item["name"], item["person"]) == ("Tên đỏ", "A B")


def test_no_report_holds_a_number_that_json_has_no_word_for() -> None:
    with pytest.raises(ValueError, match="Out of range float values are not JSON compliant"):
        dumped({"ratio": float("nan")})
