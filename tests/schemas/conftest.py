"""A record in which every report has something to tell."""

import json
from pathlib import Path

import pytest
from tests.conftest import Run
from tests.schemas.commands import JSON

INDEX = """
  - id: chi-so
    name: Chỉ số tổng hợp
    pillar: chinh-quyen-so
    unit: index
    direction: increase
    composite: {members: {ho-so-cap-tinh: 60, kinh-te-so-nganh: 40}, of: 100}
"""
"""An index that one of its members has no figure for."""


@pytest.fixture
def desk(sample: Path, run: Run) -> Path:
    """A record with a correction, a document, an accepted finding, a page, and an edited plan."""
    run("init")
    run("document", "add", "bc", "--title", "Báo cáo", "--issued", "30/8/2022")
    run("close", "2022-05", "--by", "PCVP")
    run("record", "giao-dich", "4", "--on", "5/2022", "--late", "báo cáo đến chậm")
    run("record", "ho-so-cap-tinh", "1483/1542", "--on", "2022-06", "--stated", "80,2")
    run("record", "giao-dich", "5", "--on", "7/2022", "--document", "bc")
    run("correct", "giao-dich", "6", "--on", "7/2022", "--reason", "gõ nhầm")
    found = json.loads(run("check", *JSON).out)["problems"]
    run("check", "--acknowledge", found[0]["id"], "--reason", "đã hỏi")
    run("summary", "--issue")
    plan = sample / "targets.yaml"
    text = plan.read_text(encoding="utf-8").replace("more_than: 5000", "more_than: 6000")
    plan.write_text(text.replace("top: 30", "top: 20") + INDEX, encoding="utf-8")
    return sample
