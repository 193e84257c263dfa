"""Communes of one province whose names differ in a mark only: xã Ba Tơ and xã Ba Tô."""

import csv
from pathlib import Path

import pytest
from tests.conftest import Run
from tests.conversation import converse
from tests.units.conftest import INDICATOR, UNITS, LayOut

ROLLED = f"{INDICATOR}    rollup: {{from: xa, by: ratio}}\n"
FIRST, SECOND = "xa-ba-to-21484", "xa-ba-to-21523"
ALIKE = (
    f"21484,{FIRST},Xã Ba Tơ,xa,tinh-moi,2025-07-01,,",
    f"21523,{SECOND},Xã Ba Tô,xa,tinh-moi,2025-07-01,,",
)


@pytest.fixture
def desk(lay_out: LayOut, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("CDSTRACK_TODAY", "2025-10-15")
    answer = run("init", str(lay_out(*UNITS, *ALIKE, indicators=ROLLED).parent))
    assert answer.code == 0, answer.err
    return run


def form(*names: str) -> None:
    lines = (f"Hồ sơ xử lý trên mạng;{name};31/7/2025;{at}0" for at, name in enumerate(names, 4))
    text = "\n".join(("Chỉ tiêu;Đơn vị;Kỳ số liệu;Số liệu", *lines, ""))
    Path("xa.csv").write_text(text, encoding="utf-8")


def recorded(run: Run) -> list[tuple[str, str]]:
    rows = csv.DictReader(run("export").out.splitlines())
    return sorted((row["org_unit"], row["value"]) for row in rows)


def test_both_are_units_of_the_province(desk: Run) -> None:
    assert "CDS814" not in desk("check").err
    listed = desk("units").out
    assert ("Xã Ba Tơ" in listed, "Xã Ba Tô" in listed) == (True, True)


@pytest.mark.parametrize(
    "names",
    [
        ("Xã Ba Tơ", "Xã Ba Tô"),
        ("1. xã ba tơ", "2. XÃ BA TÔ"),
        ("Xa\u0303 Ba To\u031b", "Xã  Ba Tô"),
    ],
)
def test_a_form_names_them_by_their_marks(desk: Run, names: tuple[str, str]) -> None:
    form(*names)
    answer = desk("import", "xa.csv")
    assert answer.code == 0, answer.err
    assert recorded(desk) == [(FIRST, "40"), (SECOND, "50")]


@pytest.mark.parametrize("name", ["xa ba to", "Xã Ba To", "Xã Bà Tơ"])
def test_what_is_spelt_like_neither_is_refused_with_both(desk: Run, name: str) -> None:
    form(name)
    answer = desk("import", "xa.csv")
    assert (answer.code, recorded(desk)) == (5, [])
    assert f"{FIRST}, {SECOND}" in answer.err


def test_an_answer_for_a_name_without_marks_is_not_one_for_the_other_commune(desk: Run) -> None:
    form("xa ba to")
    shown, code = converse(["import", "xa.csv", "--save-names", "xa.yaml"], ["1"])
    assert code == 0, shown
    assert f'"xa ba to": {FIRST}' in Path("xa.yaml").read_text("utf-8")
    assert desk("undo").code == 0
    form("xa ba to", "Xã Ba Tô")
    answer = desk("import", "xa.csv", "--map", "xa.yaml")
    assert answer.code == 0, answer.err
    assert recorded(desk) == [(FIRST, "40"), (SECOND, "50")]


def test_an_option_names_one_by_its_marks_too(desk: Run) -> None:
    for at, name in enumerate(("Xã Ba Tơ", "xã ba tô"), 4):
        kept = desk("record", "ho-so", f"{at}0", "--on", "2025-07-31", "--org-unit", name)
        assert kept.code == 0, kept.err
    assert recorded(desk) == [(FIRST, "40"), (SECOND, "50")]
    assert (
        "CDS217"
        in desk("record", "ho-so", "60", "--on", "2025-08-31", "--org-unit", "xa ba to").err
    )
