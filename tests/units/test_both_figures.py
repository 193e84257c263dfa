"""What is printed of an area whose units did not all report, or for which a figure is stated too."""

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.conftest import Run
from tests.units.conftest import INDICATOR, UNITS, LayOut

COMMUNES = ("xa-an-28101", "xa-binh-28102", "xa-cat-28103", "xa-dai-an-28104", "xa-giang-28105")


@pytest.fixture
def desk(lay_out: LayOut, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A store with the figures of four communes of five: 6 of 12, or of five, 9 of 15."""
    monkeypatch.setenv("CDSTRACK_TODAY", "2025-07-15")
    lay_out(indicators=f"{INDICATOR}    rollup: {{from: xa, by: ratio}}\n")
    assert run("init").code == 0
    rows = [
        f"ho-so,{unit},2025-Q2,,{n},3" for unit, n in zip(COMMUNES[:4], (1, 2, 3, 0), strict=True)
    ]
    head = "indicator,org_unit,period,value,numerator,denominator"
    Path("so-lieu.csv").write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    assert run("import", "so-lieu.csv").code == 0
    return run


def stated_too(desk: Run, lay_out: LayOut, prefer: str = "") -> None:
    lay_out(indicators=f"{INDICATOR}    rollup: {{from: xa, by: ratio{prefer}}}\n")
    desk("record", "ho-so", "3/3", "--org-unit", COMMUNES[4], "--on", "2025-Q2", "--yes")
    desk("record", "ho-so", "60,1", "--on", "2025-Q2", "--yes")


@pytest.mark.parametrize("width", ["60", "80", "100", "140"])
def test_what_too_few_units_come_to_is_in_every_list_with_how_many_they_are(
    desk: Run, width: str
) -> None:
    # At 60 columns the cell of the status is folded between the others of its line.
    for command in ("status", "gaps", "explain ho-so")[width == "60" :]:
        said = " ".join(desk(*command.split(), "--width", width, "--lang", "en").out.split())
        assert "50% (4 of 5 units)" in said, command


def test_why_there_is_no_verdict_is_said_once(desk: Run) -> None:
    """The flag and the reason are one word; the derived figure was "not available:"."""
    said = desk("explain", "ho-so").out
    assert "Lưu ý: chưa đủ đơn vị báo cáo\n" in said
    assert "không có số liệu:" not in said


@pytest.mark.parametrize(
    ("prefer", "shown"),
    [("", "60,1% (tổng hợp 60%)"), (", prefer: derived", "60% (công bố 60,1%)")],
)
def test_the_stated_and_the_derived_figure_are_both_shown(
    desk: Run, lay_out: LayOut, prefer: str, shown: str
) -> None:
    stated_too(desk, lay_out, prefer)
    assert shown in desk("status", "--width", "100").out
    long = " ".join(desk("gaps", "--width", "140").out.split())
    assert ("số công bố đến 30/06/2025: 60,1%" in long) is bool(prefer)


def test_a_stated_figure_is_not_told_with_the_gap_of_the_derived_one(
    desk: Run, lay_out: LayOut
) -> None:
    """The page said "60,1%" and behind it what the 60% of the units lack."""
    stated_too(desk, lay_out, ", prefer: derived")
    for full in ([], ["--full"]):
        page = desk("summary", "--draft", *full).out
        news = page[page.index("60,1%") :]
        assert "còn thiếu" not in news[: news.index("Xã An")]
    (item,) = json.loads(desk("status", "--format", "json").out)["items"]
    assert (item["latest"]["value"], item["rollup"]["stated"]) == ("60", "60.1")


WEIGHED = f"""\
{INDICATOR}    rollup: {{from: xa, by: weighted_mean, weight: dan-so}}
  - {{id: dan-so, name: Dân số, pillar: chinh-quyen-so, unit: count, direction: increase}}
"""


def test_units_without_a_weight_are_not_said_to_have_reported_nothing(
    desk: Run, lay_out: LayOut
) -> None:
    lay_out(indicators=WEIGHED)
    for unit in COMMUNES[:3]:
        desk("record", "dan-so", "0", "--org-unit", unit, "--on", "2024", "--yes")
    said = desk("status", "--by-unit", "ho-so").out
    assert "chưa có quyền số (Dân số): Xã Đại An, Xã Giang." in " ".join(said.split())


def test_weights_that_add_up_to_nothing_are_told_as_the_reason(desk: Run, lay_out: LayOut) -> None:
    """All had reported, and it was said that too few had."""
    lay_out(indicators=WEIGHED.replace("weight: dan-so", "weight: dan-so, coverage: 80"))
    for unit in COMMUNES[:4]:
        desk("record", "dan-so", "0", "--org-unit", unit, "--on", "2024", "--yes")
    said = " ".join(desk("explain", "ho-so").out.split())
    assert "(4 trên 5 đơn vị) tổng quyền số của các đơn vị bằng 0" in said


def test_check_says_which_of_the_two_is_judged(desk: Run, lay_out: LayOut) -> None:
    stated_too(desk, lay_out)
    assert "the stated one is judged" in desk("check", "--lang", "en").out
    stated_too(desk, lay_out, ", prefer: derived")
    assert "the roll-up is judged" in desk("check", "--lang", "en").out


def test_a_commune_that_is_asked_for_its_units_leads_to_an_area_that_has_some(desk: Run) -> None:
    answer = desk("status", "--by-unit", "ho-so", "--org-unit", COMMUNES[0])
    assert "Hãy nêu một địa bàn có đơn vị cấp ấy" in answer.err


def test_of_several_heirs_one_can_be_named(desk: Run, lay_out: LayOut) -> None:
    """The remedy was to type a list of them behind --org-unit, which no unit is called."""
    heirs = "xa-an 60%; xa-cat 40%"
    rows = [row.replace("2025-06-30,xa-an", f"2025-06-30,{heirs}") for row in UNITS]
    lay_out(*rows)
    answer = desk("record", "ho-so", "40", "--org-unit", COMMUNES[0], "--on", "2025-07-10", "--yes")
    assert "một trong các đơn vị kế thừa, ghi với --org-unit: xa-an, xa-cat." in answer.err


def test_the_annex_has_what_too_few_units_come_to(desk: Run) -> None:
    """It said that there was no figure."""
    assert desk("report", "-o", "phu-luc.docx").code == 0
    with ZipFile("phu-luc.docx") as package:
        text = re.sub(r"<[^>]+>", "", package.read("word/document.xml").decode())
    assert "50% (4 trên 5 đơn vị)" in text
    assert "Chưa có số liệu" not in text
