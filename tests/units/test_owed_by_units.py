"""What is owed of an indicator that is rolled up: its area has answered once its units have."""

from pathlib import Path

import pytest
from tests.conftest import Run
from tests.units.conftest import INDICATOR, LayOut

COMMUNES = ("xa-an-28101", "xa-binh-28102", "xa-cat-28103", "xa-dai-an-28104", "xa-giang-28105")
HEAD = "indicator,org_unit,period,value,numerator,denominator"


@pytest.fixture
def desk(lay_out: LayOut, run: Run) -> Run:
    lay_out(indicators=f"{INDICATOR}    rollup: {{from: xa, by: ratio, coverage: 80}}\n")
    assert run("init").code == 0
    return run


def report(desk: Run, period: str, *units: str) -> None:
    rows = [f"ho-so,{unit},{period},,1,2" for unit in units]
    Path("so-lieu.csv").write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")
    assert desk("import", "so-lieu.csv").code == 0


def test_a_quarter_for_which_no_commune_has_reported_is_owed(
    desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sum of nothing, or of the quarter before, was taken for the answer: nothing was ever owed."""
    monkeypatch.setenv("CDSTRACK_TODAY", "2025-06-15")
    report(desk, "2024-Q4", *COMMUNES)
    said = " ".join(desk("remind", "tinh-mau").out.split())
    assert "hạn 31/3/2025, quá hạn 2 tháng; gần nhất: kỳ quý IV/2024" in said


@pytest.mark.parametrize(("units", "owed"), [(COMMUNES[:3], True), (COMMUNES[:4], False)])
def test_it_is_answered_when_enough_of_them_have_reported(
    desk: Run, monkeypatch: pytest.MonkeyPatch, units: tuple[str, ...], owed: bool
) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", "2025-04-10")
    report(desk, "2025-Q1", *units)
    said = " ".join(desk("remind", "tinh-mau").out.split())
    assert ("50% (3 trên 5 đơn vị)" in said) is owed
    assert ("không còn thiếu số liệu nào" in said) is not owed
    everybody = desk("remind", "--all")
    assert bool(everybody.out) is owed
    # Where nobody is to be asked, that is said.
    told = "không cơ quan nào còn thiếu số liệu tính đến ngày 10/04/2025"
    assert (told in everybody.err) is not owed


def test_what_some_communes_reported_is_not_never_reported(
    desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", "2025-04-10")
    report(desk, "2025-Q1", *COMMUNES[:3])
    for command in (("owners",), ("remind", "tinh-mau"), ("report", "--paragraph")):
        said = " ".join(desk(*command).out.split())
        assert "50% (3 trên 5 đơn vị)" in said, command
        assert "chưa từng báo cáo" not in said
