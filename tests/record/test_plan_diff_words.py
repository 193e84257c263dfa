"""What `plan diff` tells of documents and baselines, in the language of the reader."""

from pathlib import Path

import pytest
from tests.conftest import Run

OLD = 'title: "Báo cáo tháng 7 năm 2022", number: "123/BC-STTTT", issued: 2022-08-05'
NEW = 'title: "Báo cáo T7, note: x", number: "124/BC", issued: 2022-08-06'


@pytest.fixture
def edited(sample: Path, run: Run) -> Path:
    """The sample with a record, and a plan edited since."""
    run("init")
    run("record", "giao-dich", "5", "--on", "2022-07")
    plan = sample / "targets.yaml"
    text = plan.read_text("utf-8").replace(OLD, NEW)
    text = text.replace(
        "baseline: {date: 2020-12-31, value: 40,", "baseline: {date: 2020-12-30, value: 41,"
    )
    added = '  moi: {title: "Mới", issued: 2022-08-05}\npillars:\n'
    plan.write_text(text.replace("pillars:\n", added, 1), encoding="utf-8")
    return sample


@pytest.mark.usefixtures("edited")
def test_keys_and_days_are_told_in_vietnamese(run: Run) -> None:
    told = run("plan", "diff", "--width", "140").out
    assert [line for line in told.splitlines() if line.startswith("  ~") or " moi" in line] == [
        "  ~ đổi văn bản bao-cao-7 tên: Báo cáo tháng 7 năm 2022 → Báo cáo T7, note: x",
        "  ~ đổi văn bản bao-cao-7 số: 123/BC-STTTT → 124/BC",
        "  ~ đổi văn bản bao-cao-7 ngày ban hành: 05/08/2022 → 06/08/2022",
        "  + thêm văn bản moi: tên: Mới, ngày ban hành: 05/08/2022",
        (
            "  ~ đổi chỉ tiêu giá trị gốc: ngày: 31/12/2020, giá trị: 40, văn bản: nghi-quyet → "
            "ngày: 30/12/2020, giá trị: 41, văn bản: nghi-quyet"
        ),
    ]


@pytest.mark.usefixtures("edited")
def test_in_english_they_are_the_keys_of_the_plan_file(run: Run) -> None:
    told = run("plan", "diff", "--lang", "en").out
    assert "document moi: title: Mới, issued: 2022-08-05" in told


INDEX = """\
  - id: chi-so
    name: Chỉ số
    pillar: chinh-quyen-so
    unit: index
    direction: increase
    points: {max: 10, steps: [{at_least: 8, points: 10}, {at_least: 5, points: 4}]}
    composite: {members: {dan-so: 60, giao-dich: 40}, of: 100}
"""


def test_groups_within_groups_are_written_as_in_the_plan(sample: Path, run: Run) -> None:
    """A roll-up was told by a name of the program's, `from_`, and an index without its braces."""
    plan = sample / "targets.yaml"
    text = plan.read_text("utf-8") + INDEX
    text = text.replace("  - id: dan-so\n", "  - id: dan-so\n    rollup: {from: xa, by: sum}\n")
    plan.write_text(text, encoding="utf-8")
    run("init")
    run("record", "giao-dich", "5", "--on", "2022-07")
    edited = text.replace("by: sum}", "by: mean}").replace(
        "giao-dich: 40}, of: 100", "giao-dich: 30}, of: 90"
    )
    plan.write_text(edited.replace("points: 4", "points: 5"), encoding="utf-8")
    told = run("plan", "diff", "--width", "160").out
    for line in (
        "cách tổng hợp: from: xa, by: sum, coverage: 100 → from: xa, by: mean, coverage: 100",
        "members: {dan-so: 60, giao-dich: 40}, of: 100 → members: {dan-so: 60, giao-dich: 30}, of: 90",
        "steps: [{at_least: 8, points: 10}, {at_least: 5, points: 4}]",
    ):
        assert line in " ".join(told.split()), told
