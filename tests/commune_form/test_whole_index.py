"""The 62 criteria of a province's index of 2025: codes 1.1 to 4.22.11, names of several lines."""

import csv
import json
from pathlib import Path
from unicodedata import normalize

import pytest
from openpyxl import Workbook
from tests.commune_form.conftest import TAKE
from tests.conftest import Run

HEADS = ("Mã", "Chỉ tiêu", "Nhóm", "Điểm tối đa", "Tự đánh giá", "Thẩm định", "Chênh lệch")
"""Source: the sheet of one province's communes, its structure without anybody's points."""
CRITERIA = [
    (row["code"], row["name"], row["group"], int(row["max_points"]))
    for row in csv.DictReader(
        (Path(__file__).parent / "criteria-2025.csv").read_text(encoding="utf-8").splitlines()
    )
]
PLAN = """\
plan: {id: dti-xa-62, title: Bộ chỉ số, area: tinh-mau, units: data/units.csv, starts: 2024-01-01}
pillars: {chi-so: Chỉ số}
org_units: {tinh-mau: {vi: tỉnh Mẫu, level: tinh}}
indicators:
"""


def plan() -> str:
    """The index with its criteria, listed by text: 4.10 before 4.2."""
    members = {f"tc-{code.replace('.', '-')}": most for code, _, _, most in CRITERIA}
    index = {"members": members, "of": sum(members.values())}
    common = "pillar: chi-so, level: xa, unit: index, direction: increase"
    lines = [f"  - {{id: dti-xa, name: Chỉ số, {common}, composite: {json.dumps(index)}}}"]
    for code, name, _, most in sorted(CRITERIA):
        # The sheet has a name in decomposed letters, which a plan may not have.
        named = {"name": normalize("NFC", name), "aliases": [code]}
        written = json.dumps(named, ensure_ascii=False)[1:-1]
        points = f"points: {{max: {most}, by: value}}, targets: [{{at_least: {most}}}]"
        lines.append(f"  - {{id: tc-{code.replace('.', '-')}, {written}, {common}, {points}}}")
    return PLAN + "\n".join([*lines, ""])


@pytest.fixture
def office(desk: Run) -> Run:
    Path("targets.yaml").write_text(plan(), encoding="utf-8")
    return desk


def write(*, as_numbers: bool) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(HEADS)
    for code, name, group, most in CRITERIA:
        is_number = as_numbers and code.count(".") == 1
        written = float(code) if is_number else code
        book.active.append([written, name, group, most, most, most - 1, 1])
    book.save("xa.xlsx")


def test_all_are_taken_and_listed_as_people_number(office: Run) -> None:
    write(as_numbers=False)
    answer = office("import", "xa.xlsx", *TAKE)
    assert answer.code == 0, answer.err
    found = json.loads(office("scores", "dti-xa", "--org-unit", "xa-an", "--format", "json").out)
    codes = [item["indicator"].removeprefix("tc-").replace("-", ".") for item in found["items"]]
    assert codes == [code for code, *_ in CRITERIA]
    assert (found["self"], found["appraised"], found["difference"]) == ("960", "898", "62")


def test_of_codes_that_have_become_numbers_exactly_the_doubtful_are_refused(office: Run) -> None:
    write(as_numbers=True)
    answer = office("import", "xa.xlsx", *TAKE)
    assert answer.code == 5
    # 4.10 and 4.20 stand there as 4.1 and 4.2; the names prove that 4.1 and 4.2 are themselves.
    refused = [line for line in answer.err.splitlines() if "CDS375" in line]
    assert [("tc-4-10" in line, "tc-4-20" in line) for line in refused] == [
        (True, False),
        (False, True),
    ]
