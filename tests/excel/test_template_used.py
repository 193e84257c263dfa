"""What departments do to the workbook that they were sent, and what import makes of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.conftest import Answer, Run
from tests.excel.test_own_columns import exported, refused

Change = Callable[["Sent"], None]


HEADING = 3
"""The row of the headings, below the title and whom it asks."""


class Sent:
    """The sheet to fill in, its cells by indicator and heading."""

    def __init__(self, path: str) -> None:
        self.book = load_workbook(path)
        self.sheet: Any = self.book["Số liệu"]
        self.columns = {cell.value: cell.column for cell in self.sheet[HEADING]}

    def row(self, indicator: str) -> int:
        """The first row of an indicator."""
        ids = next(self.sheet.iter_cols(*[self.columns["Mã chỉ tiêu"]] * 2))
        return next(int(cell.row) for cell in ids if cell.value == indicator)

    def write(self, indicator: str, **values: object) -> None:
        """Fills cells of an indicator's row; `_` in a heading stands for a space."""
        for heading, value in values.items():
            column = self.columns[heading.replace("_", " ")]
            self.sheet.cell(self.row(indicator), column).value = value

    def place(self, indicator: str, heading: str) -> str:
        """The name of a cell."""
        return str(self.sheet.cell(self.row(indicator), self.columns[heading]).coordinate)


@pytest.fixture
def sent(desk: Path, run: Run) -> Sent:
    """A workbook as it was sent, for the year 2021."""
    del desk
    assert run("record", "ho-so", "60", "--on", "2020").code == 0
    assert run("template", "a.xlsx", "--on", "2021").code == 0
    return Sent("a.xlsx")


def returned(sent: Sent, run: Run) -> Answer:
    """The answer of import to the workbook that was saved."""
    sent.book.save("b.xlsx")
    return run("import", "b.xlsx", "--lang", "en")


def test_rows_may_be_deleted_sorted_and_copied_and_the_sheet_renamed(sent: Sent, run: Run) -> None:
    sent.write("ho-so", Tử_số=981, Mẫu_số=1446, Số_liệu=67.84)
    sent.write("von", Số_liệu=12.5)
    *above, head = [list(row) for row in sent.sheet.iter_rows(max_row=HEADING, values_only=True)]
    filled = [list(row) for row in sent.sheet.iter_rows(min_row=HEADING + 1, values_only=True)]
    kept = [row for row in filled if row[-1] in {"ho-so", "von", "viec"}]
    copied = list(next(row for row in kept if row[-1] == "von"))
    copied[sent.columns["Kỳ số liệu"] - 1] = "quý II/2022"
    sent.sheet.delete_rows(1, sent.sheet.max_row)
    for row in [*above, head, *reversed(kept), copied]:
        sent.sheet.append(row)
    sent.sheet.title = "Sở Mới gửi"
    answer = returned(sent, run)
    assert (answer.code, answer.remarks) == (0, "rows without a figure: 1 (4)\n")
    assert exported(run) == [
        "ho-so,tinh-mau,,2020,60,,,,exact,,,",
        "ho-so,tinh-mau,,2021,67.842324,981,1446,,exact,,,",
        "von,tinh-mau,,2021,12.5,,,,exact,,,",
        "von,tinh-mau,,2022-Q2,12.5,,,,exact,,,",
    ]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("7/2022", "2022-07"),
        ("31/7/2022", "2022-07-31"),
        ("quý II/2022", "2022-Q2"),
        (2020, "2020"),
    ],
)
def test_a_period_is_what_was_typed_for_it(sent: Sent, run: Run, typed: object, kept: str) -> None:
    sent.write("von", Số_liệu=1, Kỳ_số_liệu=typed)
    assert returned(sent, run).code == 0
    assert f"von,tinh-mau,,{kept},1,,,,exact,,," in exported(run)


@pytest.mark.parametrize(
    ("indicator", "typed", "row"),
    [
        ("hang", "31/63", "hang,tinh-mau,,2021,31,31,63,,exact,,,"),
        ("hang", "1/63", "hang,tinh-mau,,2021,1,1,63,,exact,,,"),
        ("ho-so", "981/1.446", "ho-so,tinh-mau,,2021,67.842324,981,1446,,exact,,,"),
        (
            "ho-so",
            'na:"chưa tổng hợp xong"',
            "ho-so,tinh-mau,,2021,na:chưa tổng hợp xong,,,,exact,,,",
        ),
        ("viec", "hoàn thành", "viec,tinh-mau,,2021,done,,,,exact,,,"),
        ("von", "1.200,5 tỷ đồng", "von,tinh-mau,,2021,1200.5,,,,exact,,,"),
        ("so-dn", "gần 3 nghìn", "so-dn,tinh-mau,,2021,3000,,,,nearly,,,"),
    ],
)
def test_a_value_may_be_typed_as_it_is_in_a_report(
    sent: Sent, run: Run, indicator: str, typed: str, row: str
) -> None:
    sent.write(indicator, Số_liệu=typed)
    answer = returned(sent, run)
    assert answer.code == 0, answer.err
    assert row in exported(run)


@pytest.mark.parametrize(
    ("indicator", "values", "heading", "code"),
    [
        ("ho-so", {"Số_liệu": 167}, "Số liệu", "CDS203"),
        ("ho-so", {"Số_liệu": "cao"}, "Số liệu", "CDS201"),
        ("ho-so", {"Số_liệu": 80, "Tử_số": 981, "Mẫu_số": 1446}, "Số liệu", "CDS219"),
        ("ho-so", {"Tử_số": 981}, "Mẫu số", "CDS316"),
        ("ho-so", {"Số_liệu": "=I3/2"}, "Số liệu", "CDS335"),
        ("ho-so", {"Số_liệu": 80, "Kỳ_số_liệu": None}, "Kỳ số liệu", "CDS222"),
        ("ho-so", {"Số_liệu": 80, "Kỳ_số_liệu": 2023}, "Kỳ số liệu", "CDS215"),
        ("ho-so", {"Số_liệu": 80, "Văn_bản": "Báo cáo miệng"}, "Văn bản", "CDS226"),
        ("ho-so", {"Số_liệu": 80, "Mã_chỉ_tiêu": "ho-so-moi"}, "Mã chỉ tiêu", "CDS216"),
        ("viec", {"Số_liệu": 5}, "Số liệu", "CDS210"),
        ("nganh", {"Số_liệu": 5, "Phân_tổ": "sector=y-te"}, "Phân tổ", "CDS221"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_stored(
    sent: Sent, run: Run, indicator: str, values: dict[str, object], heading: str, code: str
) -> None:
    sent.write("von", Số_liệu=1)
    place = sent.place(indicator, heading)
    sent.write(indicator, **values)
    assert refused(returned(sent, run))[0] == f"b.xlsx: Số liệu!{place}: {code}"
    assert exported(run) == ["ho-so,tinh-mau,,2020,60,,,,exact,,,"]


def test_a_unit_that_was_changed_counts_and_a_wrong_one_is_refused(sent: Sent, run: Run) -> None:
    sent.write("von", Số_liệu=500, ĐVT="triệu đồng")
    assert returned(sent, run).code == 0
    assert "von,tinh-mau,,2021,0.5,,,,exact,,," in exported(run)
    sent.write("ho-so", Số_liệu=70, ĐVT="hồ sơ")
    assert refused(returned(sent, run)) == [
        f"b.xlsx: Số liệu!{sent.place('ho-so', 'ĐVT')}: CDS341",
    ]


def test_a_renamed_heading_is_refused_with_what_was_meant(sent: Sent, run: Run) -> None:
    sent.sheet.cell(HEADING, sent.columns["Mẫu số"], "Mẫu")
    sent.write("von", Số_liệu=1)
    answer = returned(sent, run)
    assert (answer.code, "Did you mean: Mẫu số?" in answer.remarks) == (5, True)
