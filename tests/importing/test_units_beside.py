"""A unit that is not in the column ĐVT: in the heading, behind the name, above the table."""

from collections.abc import Sequence

import pytest
from tests.conftest import Run
from tests.importing.conftest import Kept, codes, csv

from cdstrack.files.importing.form.unit_words import units_above, units_in

FORM, WIDE = ("--map", "theo-doi"), ("--map", "wide.yaml")
NOUNS = frozenset({"nguoi", "doanh nghiep"})
HEAD = ("TT", "Chỉ tiêu", "Kết quả năm 2020")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Kết quả năm 2022 (nghìn người)", "nghìn người"),
        ("Kết quả năm 2022 (1000 người)", "1000 người"),
        ("Kết quả năm 2022, triệu đồng", "triệu đồng"),
        ("Kết quả năm 2022 - triệu đồng", "triệu đồng"),
        ("Kết quả (ĐVT: nghìn tấn)", "nghìn tấn"),
        ("Kết quả [tr.đ]", "tr.đ"),
        ("Population (thousand persons)", "thousand persons"),
        ("2019 ('000)", "'000"),
        ("Kết quả (người)", "người"),
        ("Tỷ lệ hộ nghèo (%)", "%"),
        ("Mật độ (người/km2)", "người/km2"),
    ],
)
def test_a_unit_in_a_heading_or_a_name_is_found(text: str, unit: str) -> None:
    assert units_in(text, NOUNS) == (unit,)


@pytest.mark.parametrize(
    "text",
    [
        "Kết quả năm 2022 (lũy kế)",
        "Kết quả (2)",
        "Kết quả (10)",
        "Kết quả (đạt 50% kế hoạch)",
        "Số hộ có cáp quang (tỷ lệ phủ)",
        "Số trạm phát sóng (trạm BTS)",
        "Ngành văn hóa, văn nghệ",
        "Hạ tầng - nền tảng",
        "Hồ sơ (trừ hồ sơ mật)",
        "Kết quả đến 31/12/2022",
        "2007-08",
        "Rate per 1,000,000 population",
    ],
)
def test_what_is_no_unit_is_none(text: str) -> None:
    assert units_in(text, NOUNS) == ()


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Đơn vị tính: 1000 người", ("1000 người",)),
        ("ĐVT: Nghìn người - Unit: Thous. persons", ("Nghìn người", "Thous. persons")),
        ("(Triệu đồng)", ("Triệu đồng",)),
        ("Đơn vị: Tỷ đồng", ("Tỷ đồng",)),
        ("Đơn vị: Sở Thông tin và Truyền thông", ()),
        ("Bảng 1. Dân số (nghìn người)", ("nghìn người",)),
        ("Unit: thousand persons", ("thousand persons",)),
        ("Đơn vị tính: %, người", ("%, người", "%", "người")),
        ("Người lập: Nguyễn Văn A", ()),
        ("Biểu 01 (người lập: A)", ()),
    ],
)
def test_a_unit_above_a_table_is_found(text: str, units: Sequence[str]) -> None:
    assert units_above([text], NOUNS) == units


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("rows", "figure"),
    [
        (
            [(*HEAD[:2], "Kết quả năm 2020 (nghìn người)"), (1, "Dân số", 1300)],
            "dan-so,,2020,1300000",
        ),
        ([("ĐVT: triệu đồng", "", ""), HEAD, (1, "Doanh thu kinh tế số", 1300)], "thu,,2020,1.3"),
        ([HEAD, (1, "Doanh thu kinh tế số (triệu đồng)", 1300)], "thu,,2020,1.3"),
        ([HEAD, (1, "Dân số - nghìn người", "1,3")], "dan-so,,2020,1300"),
        (
            [HEAD, ("I", "Dân số và lao động (nghìn người)", ""), (1, "Dân số", "1,3")],
            "dan-so,,2020,1300",
        ),
        (
            [HEAD, (1, "Dân số", "1,3"), ("", "", ""), ("Đơn vị tính: nghìn người", "", "")],
            "dan-so,,2020,1300",
        ),
        (
            [
                ("", "", "Kết quả năm 2020"),
                ("TT", "Chỉ tiêu", "(nghìn người)"),
                (1, "Dân số", "1,3"),
            ],
            "dan-so,,2020,1300",
        ),
        ([("Đơn vị: Sở Y tế", "", ""), HEAD, (1, "Dân số", 1300)], "dan-so,,2020,1300"),
    ],
)
def test_it_counts_as_if_it_stood_in_the_column(
    run: Run, kept: Kept, rows: Sequence[Sequence[object]], figure: str
) -> None:
    answer = run("import", csv("b.csv", *rows), *FORM)
    assert (answer.code, kept()) == (0, [f"{figure},exact"]), answer.err


@pytest.mark.usefixtures("desk")
def test_the_unit_of_the_row_goes_before_that_of_the_table(run: Run, kept: Kept) -> None:
    head = ("TT", "Chỉ tiêu", "ĐVT", "Kết quả năm 2020")
    title = ("ĐVT: triệu đồng", "", "", "")
    rows = [(1, "Doanh thu kinh tế số", "", 1300), (2, "Dân số", "người", 1300)]
    assert run("import", csv("b.csv", title, head, *rows), *FORM).code == 0
    assert kept() == ["dan-so,,2020,1300,exact", "thu,,2020,1.3,exact"]


@pytest.mark.usefixtures("desk")
def test_one_unit_said_twice_multiplies_once(run: Run, kept: Kept) -> None:
    head = ("TT", "Chỉ tiêu", "ĐVT", "Kết quả năm 2020 (nghìn người)")
    assert run("import", csv("b.csv", head, (1, "Dân số", "1000 người", "1,3")), *FORM).code == 0
    assert kept() == ["dan-so,,2020,1300,exact"]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("heading", "unit"),
    [("Kết quả năm 2020 (nghìn người)", "người"), ("Kết quả năm 2020 (nghìn)", "triệu người")],
)
def test_two_units_for_one_figure_are_refused(
    run: Run, kept: Kept, heading: str, unit: str
) -> None:
    head = ("TT", "Chỉ tiêu", "ĐVT", heading)
    answer = run("import", csv("b.csv", head, (1, "Dân số", unit, 1300)), *FORM, "--lang", "en")
    assert (answer.code, codes(answer), kept()) == (5, ["CDS377"], [])
    assert f'"{unit}"' in answer.err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "rows",
    [
        [(*HEAD[:2], "Kết quả năm 2020 (%)"), (1, "Dân số", 13)],
        [HEAD, (1, "Dân số (%)", 13)],
        [("Đơn vị tính: tấn", "", ""), HEAD, (1, "Dân số", 13)],
        [(*HEAD[:2], "Kết quả năm 2020 (nghìn hộ)"), (1, "Dân số", 13)],
    ],
)
def test_another_unit_is_refused_wherever_it_stands(
    run: Run, kept: Kept, rows: Sequence[Sequence[object]]
) -> None:
    answer = run("import", csv("b.csv", *rows), *FORM)
    assert (answer.code, codes(answer), kept()) == (5, ["CDS341"], [])


@pytest.mark.usefixtures("desk")
def test_a_column_of_years_says_its_unit_too(run: Run, kept: Kept) -> None:
    head = ("Chỉ tiêu", "2019 (nghìn người)", "2020 (nghìn người)")
    assert run("import", csv("b.csv", head, ("Dân số", "1,3", "1,4")), *WIDE).code == 0
    assert kept() == ["dan-so,,2019,1300,exact", "dan-so,,2020,1400,exact"]
