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
