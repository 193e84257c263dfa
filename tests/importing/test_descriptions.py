"""Tables as statistical offices publish them and as departments draw them, read by a description.

The public tables have the heads and some figures of indicator files for the Sustainable
Development Goals: 5.3.2 of the Office for National Statistics (ONSdigital/sdg-data), 1.2.1 of the
Bureau of National Statistics of Kazakhstan (kazstat/sdg-data-kazstat), and 10.1.1 of Statistics
Canada (sdg-data-donnees-odd).
"""

import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Run
from tests.excel.conftest import Write
from tests.importing.conftest import HERE, Kept, codes, csv

from cdstrack.files.importing.form.description import find_form, shipped_text

OPEN_DATA = HERE / "open_data"


@pytest.fixture
def office(folder: Path, run: Run) -> Path:
    """A folder with the plan of these tables and an empty store."""
    shutil.copy(HERE / "plan_of_offices.yaml", folder / "targets.yaml")
    assert run("init").code == 0
    return folder


def figures(run: Run) -> list[str]:
    """What the store holds: indicator, org unit where it is not the area, part, period, value."""
    rows = [line.split(",") for line in run("export").out.splitlines()[1:]]
    return [
        " ".join(
            filter(None, (row[0], row[1].replace("ca-nuoc", ""), *row[2:5], row[8]))
        ).removesuffix(" exact")
        for row in rows
    ]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param(
            "ons",
            [
                "fgm-cases age=under-1 2015-04-01/2016-03-31 115",
                "fgm-cases age=under-1 2016-04-01/2017-03-31 115",
                "fgm-rate 2015-04-01/2016-03-31 205.425355",
                "fgm-rate age=from-1-to-4 2016-04-01/2017-03-31 263.842046 estimate",
                "fgm-rate age=under-1 2015-04-01/2016-03-31 728.12225",
            ],
        ),
        pytest.param(
            "kazstat",
            [
                "poverty akmola 2010 4.4",
                "poverty almaty 2018 2.8",
                "poverty 2010 6.5",
                "poverty area=rural 2010 10.1",
                "poverty area=urban 2010 3.7",
                "poverty sex=female 2012 3.7",
                "poverty sex=male 2012 4.000001",
            ],
        ),
        pytest.param(
            "canada",
            [
                "income 2014-01-01/2019-12-31 -0.354",
                "income group=lowest-tenth 2010-01-01/2015-12-31 -0.006",
                "spending 2010-01-01/2015-12-31 1.307",
                "spending group=lowest-fifth 2011-01-01/2016-12-31 1.246",
            ],
        ),
    ],
)
def test_a_public_table_is_read_by_a_description(run: Run, name: str, expected: list[str]) -> None:
    shutil.copy(OPEN_DATA / f"{name}.csv", "a.csv")
    shutil.copy(OPEN_DATA / f"{name}.yaml", "a.yaml")
    answer = run("import", "a.csv", "--map", "a.yaml")
    assert answer.code == 0, answer.err
    assert figures(run) == expected
    assert run("import", "a.csv", "--map", "a.yaml").code == 0
    assert figures(run) == expected


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("name", "left_out", "code"),
    [
        ("ons", "years: fiscal\n", "CDS360"),
        (
            "ons",
            "qualifiers: {Undefined: exact, Normal value: exact, Estimated: estimate}\n",
            "CDS225",
        ),
        ("ons", "groups: {age: {Under 1: under-1, 1 to 4: from-1-to-4}}\n", "CDS363"),
        ("ons", 'org_units: {E92000001: ""}\n', "CDS216"),
        ("kazstat", 'units: {процент: "%"}\n', "CDS341"),
        ("canada", "years: calendar\n", "CDS212"),
    ],
)
def test_without_its_words_a_table_is_refused_never_guessed(
    run: Run, name: str, left_out: str, code: str
) -> None:
    description = (OPEN_DATA / f"{name}.yaml").read_text("utf-8")
    assert left_out in description
    shutil.copy(OPEN_DATA / f"{name}.csv", "a.csv")
    Path("a.yaml").write_text(description.replace(left_out, ""), encoding="utf-8")
    answer = run("import", "a.csv", "--map", "a.yaml")
    assert (answer.code, set(codes(answer)) - {"CDS342"}, figures(run)) == (5, {code}, [])


@pytest.mark.usefixtures("office")
def test_a_follow_up_form_with_the_day_of_each_figure_and_an_estimate_of_the_year(
    run: Run, write_book: Write
) -> None:
    """Drawn as a department does: title, two lines of heading, roman sections, signature."""
    rows: list[list[Any]] = [
        ["UBND TỈNH MẪU", None, None, None, None, "Biểu số 03"],
        ["BIỂU THEO DÕI KẾT QUẢ THỰC HIỆN CHỈ TIÊU"],
        [
            "STT",
            "Chỉ tiêu",
            "Đơn vị tính",
            "Kết quả thực hiện năm 2021",
            "Ngày chốt số liệu",
            "Ghi chú",
        ],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["I", "CHÍNH QUYỀN SỐ"],
        [1, "Tỷ lệ hồ sơ trực tuyến", "%", "67,84%", "30/9/2021", None],
        ["II", "KINH TẾ"],
        [2, "Thu ngân sách", "triệu đồng", "12.500,5", None, "ước của Sở Tài chính"],
        [3, "Dân số", "1000 người", "1.300,4", None, None],
        [None, None, None, "Ngày 15 tháng 12 năm 2021"],
        [None, None, None, "GIÁM ĐỐC"],
    ]
    write_book(rows)
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert answer.code == 0, answer.err
    assert figures(run) == [
        "ho-so 2021-09-30 67.84",
        "population 2021 1300400",
        "thuc-thu 2021 12.5005",
    ]


@pytest.mark.usefixtures("office")
def test_a_table_of_communes_with_codes_and_years_of_school(run: Run, write_book: Write) -> None:
    rows: list[list[Any]] = [
        ["Học sinh dùng học bạ số"],
        ["Mã xã", "Giới tính", "Năm học 2020-2021", "Sơ bộ năm học 2021-2022"],
        ["X01", "Nam", 120, 130],
        ["X01", "Nữ", 110, 125],
        ["X02", "Chung", "1.250", "*"],
        ["Toàn tỉnh", "Chung", 1480, None],
    ]
    write_book(rows)
    Path("b.yaml").write_text(
        "form: 1\nname: Học bạ số\n"
        'columns: {org_unit: "Mã xã", disaggregation: {heading: "Giới tính", dimension: sex}}\n'
        'values: ["Năm học*", "Sơ bộ*"]\nperiod_from: heading\nyears: school\n'
        'fixed: {indicator: hoc-sinh}\nnothing: ["*"]\n'
        'groups: {Nam: nam, Nữ: nu, Chung: ""}\n'
        'org_units: {X01: xa-a, X02: xa-b, Toàn tỉnh: ""}\n',
        encoding="utf-8",
    )
    answer = run("import", "a.xlsx", "--map", "b.yaml")
    assert answer.code == 0, answer.err
    first, second = "2020-09-01/2021-08-31", "2021-09-01/2022-08-31"
    assert figures(run) == [
        f"hoc-sinh {first} 1480",
        f"hoc-sinh xa-a sex=nam {first} 120",
        f"hoc-sinh xa-a sex=nam {second} 130 preliminary",
        f"hoc-sinh xa-a sex=nu {first} 110",
        f"hoc-sinh xa-a sex=nu {second} 125 preliminary",
        f"hoc-sinh xa-b {first} 1250",
    ]


@pytest.mark.usefixtures("office")
def test_a_table_of_quarters_with_a_column_of_factors_and_marks_behind_figures(run: Run) -> None:
    Path("a.csv").write_text(
        "Chỉ tiêu;Hệ số;Quý I/2021;Quý II/2021 (1)\n"
        "Thu ngân sách;Nghìn;1,5;1,75 (p)\nDân số;1000;1.300,4;1.301,2*\n",
        encoding="utf-8",
    )
    description = (
        'form: 1\ncolumns: {indicator: "Chỉ tiêu", multiplier: "Hệ số"}\nvalues: "Quý*"\n'
        'period_from: heading\nqualifiers: {p: preliminary, "*": estimate, "1": exact}\n'
    )
    Path("b.yaml").write_text(description, encoding="utf-8")
    answer = run("import", "a.csv", "--map", "b.yaml")
    assert answer.code == 0, answer.err
    assert figures(run) == [
        "population 2021-Q1 1300400",
        "population 2021-Q2 1301200 estimate",
        "thuc-thu 2021-Q1 1500",
        "thuc-thu 2021-Q2 1750 preliminary",
    ]
    Path("a.csv").write_text("Chỉ tiêu;Hệ số;Quý I/2021\nDân số;x;1\nDân số;1000;gần 2\n", "utf-8")
    assert codes(run("import", "a.csv", "--map", "b.yaml")) == ["CDS364", "CDS364"]


@pytest.mark.usefixtures("office")
def test_a_column_of_days_that_nothing_reads_is_proposed_as_the_period(run: Run) -> None:
    table = "Chỉ tiêu;Kết quả{year};Ngày chốt số liệu\nDân số;1300;30/6/2021\n"
    description = (
        'form: 1\ncolumns: {indicator: "Chỉ tiêu"}\nvalues: "Kết quả*"\nperiod_from: heading\n'
    )
    Path("b.yaml").write_text(description, encoding="utf-8")
    words = 'columns: {period: "Ngày chốt số liệu"}'
    Path("a.csv").write_text(table.format(year=""), encoding="utf-8")
    undated = run("import", "a.csv", "--map", "b.yaml", "--lang", "en")
    assert (codes(undated), words in undated.err) == (["CDS347"], True)
    Path("a.csv").write_text(table.format(year=" 2020"), encoding="utf-8")
    dated = run("import", "a.csv", "--map", "b.yaml", "--lang", "en")
    assert (dated.code, words in dated.err) == (0, True), dated.err


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("years: sometimes", 8),
        ("years: 13-01", 8),
        ("periods: excel", 10),
        ("qualifiers: {p: certain}", 17),
        ("multipliers: {x: many}", 18),
        ('multipliers: {x: "0"}', 18),
    ],
)
def test_a_wrong_word_in_a_description_is_told_with_how_to_write_it(
    folder: Path, run: Run, line: str, column: int
) -> None:
    shutil.copy(HERE / "plan_of_offices.yaml", folder / "targets.yaml")
    assert run("init").code == 0
    Path("b.yaml").write_text(f"form: 1\ncolumns: {{indicator: a}}\nvalues: b\n{line}\n", "utf-8")
    Path("a.csv").write_text("a;b\n", encoding="utf-8")
    answer = run("import", "a.csv", "--map", "b.yaml", "--lang", "en")
    assert (answer.code, codes(answer)) == (2, ["CDS351"])
    assert answer.err.startswith(f"b.yaml:4:{column}: ")


def test_the_shipped_description_shows_every_further_key(folder: Path) -> None:
    """Each commented key is sound as soon as its comment sign is taken away."""
    shipped = shipped_text("theo-doi")
    lines = [line for line in shipped.splitlines() if line.startswith("# ") and ": " in line]
    keys = {
        "indicators",
        "org_units",
        "units",
        "qualifiers",
        "years",
        "periods",
        "groups",
        "multipliers",
    }
    shown = {key: line for line in lines for key in keys if line.startswith(f"# {key}: ")}
    assert shown.keys() == keys
    opened = "\n".join(line.removeprefix("# ") for line in shown.values())
    (folder / "b.yaml").write_text(f"{shipped}\n{opened}\n", encoding="utf-8")
    assert find_form(str(folder / "b.yaml")).habits.groups["sex", "nam"] == "nam"


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("value", "qualifier"), [("5", "estimate"), ("sơ bộ 5", "preliminary"), ("khoảng 5", "about")]
)
def test_a_word_in_a_cell_goes_before_what_the_description_says_of_all(
    run: Run, kept: Kept, value: str, qualifier: str
) -> None:
    form = "form: 1\ncolumns: {indicator: I, period: P}\nvalues: V\nfixed: {qualifier: estimate}\n"
    Path("f.yaml").write_text(form, encoding="utf-8")
    file = csv("a.csv", ("I", "P", "V"), ("dan-so", 2020, value))
    assert run("import", file, "--map", "f.yaml").code == 0
    assert kept() == [f"dan-so,,2020,5,{qualifier}"]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("columns", "more", "cell", "code"),
    [
        ("disaggregation: X", "groups: {Nam: sex=nam}", "Nam*", "CDS361"),
        ("org_unit: X", "org_units: {V01: huyen-a}", "V01 (*)", "CDS361"),
        ("multiplier: X", "", "-1000", "CDS364"),
    ],
)
def test_a_sign_that_nobody_explains_is_refused_in_every_column(
    run: Run, kept: Kept, columns: str, more: str, cell: str, code: str
) -> None:
    form = f"form: 1\ncolumns: {{indicator: I, period: P, {columns}}}\nvalues: V\n{more}\n"
    Path("f.yaml").write_text(form, encoding="utf-8")
    file = csv("a.csv", ("I", "P", "V", "X"), ("dan-so", 2020, 5, cell))
    answer = run("import", file, "--map", "f.yaml")
    assert (answer.code, codes(answer), kept()) == (5, [code], [])
