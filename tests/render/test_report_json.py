"""`gaps`, `targets` and `log` for programs: the same header, and what each has of its own."""

import json
from typing import Any

from tests.printing import as_json
from tests.render.json_keys import ITEM_KEYS, REPORT_KEYS, TARGET_KEYS

from cdstrack.core.plan.model import Plan
from cdstrack.render.view import View


def test_the_other_reports_share_the_header(plan: Plan, gaps: Any, targets: Any, log: Any) -> None:
    texts = (
        as_json(gaps, View(plan)),
        as_json(targets, View(plan)),
        as_json(log, View(plan)),
    )
    for name, text in zip(("gaps", "targets", "log"), texts, strict=True):
        printed = json.loads(text)
        assert printed["report"] == name
        assert list(printed) == [
            key for key in REPORT_KEYS.split() if key not in {"counts", "counts_by_due"}
        ]


def test_gaps_have_one_item_a_target(plan: Plan, gaps: Any) -> None:
    items = json.loads(as_json(gaps, View(plan)))["items"]
    assert len(items) == len(gaps.rows)
    assert " ".join(items[0]) == ITEM_KEYS.replace("targets", "target")
    assert " ".join(items[0]["target"]) == TARGET_KEYS


def test_the_declared_plan_has_its_baseline_and_its_ended_targets(plan: Plan, targets: Any) -> None:
    items = {item["indicator"]: item for item in json.loads(as_json(targets, View(plan)))["items"]}
    assert items["ho-so-cap-tinh"]["baseline"] == {
        "date": "2020-12-31",
        "value": "40",
        "document": "nghi-quyet",
    }
    assert items["ho-so-cap-huyen"]["targets"][0]["ended"] == {
        "date": "2022-07-01",
        "reason": "Không còn cấp huyện",
    }
    assert items["xep-hang"]["targets"][0]["of"] == "63"


def test_the_log_tells_what_was_there_before_and_after(plan: Plan, log: Any) -> None:
    items = json.loads(as_json(log, View(plan)))["items"]
    change = items[1]["changes"][0]
    assert (items[1]["undone"], items[1]["reason"]) == (True, "Báo cáo in nhầm")
    assert change["before"]["value"] == "50.829876"
    assert (change["after"]["value"], change["after"]["not_available"]) == (None, "chưa báo cáo")
    assert items[3]["changes"][0]["after"] is None
    assert items[0]["more"] == 6
