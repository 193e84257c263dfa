"""Two communes of one name, told apart in a form by the area behind the name."""

from pathlib import Path

import pytest
from tests.conftest import Run
from tests.units.conftest import INDICATOR, LayOut

UNITS = (
    "11,huyen-dong,Huyện Đông,huyen,tinh-mau,,,",
    "12,huyen-tay,Huyện Tây,huyen,tinh-mau,,,",
    "101,xa-loc-101,Xã Hòa Lộc,xa,huyen-dong,,2025-06-30,xa-loc-103",
    "102,xa-loc-102,Xã Hoà Lộc,xa,huyen-tay,,,",
    "103,xa-loc-103,Xã Hòa Lộc,xa,huyen-dong,2025-07-01,,",
)


@pytest.fixture
def desk(lay_out: LayOut, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("CDSTRACK_TODAY", "2025-10-15")
    lay_out(*UNITS, indicators=INDICATOR)
    assert run("init").code == 0
    return run


@pytest.mark.parametrize(
    ("written", "period", "unit"),
    [
        ("Xã Hòa Lộc (Huyện Tây)", "Quý I/2025", "xa-loc-102"),
        ("xã Hòa Lộc, huyện Đông", "Quý I/2025", "xa-loc-101"),
        ("Xã Hòa Lộc (huyện Đông)", "Quý III/2025", "xa-loc-103"),
        ("Xã Hòa Lộc (Huyện Nam)", "Quý I/2025", None),
        ("Xã Hòa Lộc", "Quý I/2025", None),
    ],
)
def test_a_name_with_its_area_is_one_unit(
    desk: Run, written: str, period: str, unit: str | None
) -> None:
    """It was taken for something like the name of the district, which was offered instead."""
    head = "Tên chỉ tiêu;Đơn vị;Kỳ số liệu;Số liệu"
    row = f"Hồ sơ xử lý trên mạng;{written};{period};80"
    Path("bieu.csv").write_text(f"{head}\n{row}\n", encoding="utf-8")
    answer = desk("import", "bieu.csv")
    assert answer.code == (0 if unit else 5), answer.err
    recorded = [line.split(",")[1] for line in desk("export").out.splitlines()[1:]]
    assert recorded == ([unit] if unit else [])
