"""No row of figures is lost without a word: above a heading, beyond the columns, said twice."""

import json
import time
from pathlib import Path

import pytest
from tests.conftest import Run
from tests.excel.conftest import Write
from tests.importing.conftest import Kept, codes, csv

OWN = [
    ("doanh-nghiep", "2021", 105),
    ("dan-so", "2021", 1000),
    ("indicator", "period", "value"),
    ("ngheo", "2021", 3),
    ("ho-so", "2021", 67.5),
]
FORM = [
    ("Dân số", "người", 1000),
    ("Chỉ tiêu", "ĐVT", "Kết quả năm 2021"),
    ("Số doanh nghiệp số", "doanh nghiệp", 105),
]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("rows", "how"), [(OWN, ()), (FORM, ("--map", "theo-doi"))])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_rows_above_a_heading_in_the_middle_are_named_and_nothing_is_taken(
    run: Run,
    kept: Kept,
    write_book: Write,
    rows: list[tuple[object, ...]],
    how: tuple[str, ...],
    kind: str,
) -> None:
    if kind == "csv":
        csv("a.csv", *rows)
    else:
        write_book(rows)
    answer = run("import", f"a.{kind}", *how, "--lang", "en")
    above = next(at for at, row in enumerate(rows) if row[0] in {"indicator", "Chỉ tiêu"})
    assert (answer.code, codes(answer), kept()) == (5, ["CDS362"] * above, [])
    assert f'"{rows[0][0]}" is above the heading (row {above + 1})' in answer.err


@pytest.mark.usefixtures("desk")
def test_titles_and_dates_above_a_heading_are_no_rows_of_figures(run: Run, kept: Kept) -> None:
    file = csv(
        "a.csv",
        ("UBND TỈNH MẪU", "", "Biểu số 01/BC"),
        ("BIỂU THEO DÕI", "", "Ban hành ngày 31/7/2021"),
        ("", "", 2021),
        *FORM[1:],
    )
    assert run("import", file, "--map", "theo-doi").code == 0
    assert kept() == ["doanh-nghiep,,2021,105,exact"]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("first", "how"),
    [
        ("indicator,period,value", ()),
        ("indicator;period;value", ()),
        ("Chỉ tiêu;ĐVT;Kết quả năm 2021", ("--map", "theo-doi")),
        ("x;y;z", ("--map", "theo-doi")),
    ],
)
def test_a_line_of_three_thousand_columns_is_refused_in_one_quick_step(
    run: Run, kept: Kept, first: str, how: tuple[str, ...]
) -> None:
    cut = ";" if ";" in first else ","
    names, figures = cut.join(f"x{n}" for n in range(3000)), cut.join("1" * 3000)
    row = cut.join(("dan-so", "2021", "5"))
    Path("a.csv").write_text(f"{first}{cut}{names}\n{row}{cut}{figures}\n", encoding="utf-8")
    begun = time.process_time()
    answer = run("import", "a.csv", *how)
    assert (answer.code, codes(answer), kept()) == (5, ["CDS359"], [])
    assert time.process_time() - begun < 2


@pytest.mark.usefixtures("desk")
def test_empty_cells_at_the_end_of_a_line_are_no_columns(run: Run, kept: Kept) -> None:
    rows = [";".join(map(str, row)) + ";" * 3000 for row in FORM[1:]]
    Path("a.csv").write_text("\n".join(rows), encoding="utf-8")
    assert run("import", "a.csv", "--map", "theo-doi").code == 0
    assert kept() == ["doanh-nghiep,,2021,105,exact"]


@pytest.mark.usefixtures("desk")
def test_a_line_that_repeats_another_is_counted_for_programs_too(run: Run) -> None:
    file = csv("a.csv", *FORM[1:], FORM[2], FORM[2])
    told = json.loads(run("import", file, "--map", "theo-doi", "--format", "json").out)
    assert (told["new"], told["repeated"], told["already_recorded"]) == (1, 2, 0)
    listed = csv("b.csv", *FORM[1:2], FORM[0], FORM[0])
    answer = run("import", listed, "--map", "theo-doi", "--lang", "vi")
    assert "1 dòng lặp lại dòng khác của tệp" in answer.out
    assert answer.out.count("lặp lại") == 2


@pytest.mark.usefixtures("desk")
def test_a_negative_zero_is_printed_by_no_report(run: Run) -> None:
    csv("a.csv", ("indicator", "period", "value"), ("doanh-nghiep", "2021", "-0,0"))
    assert run("import", "a.csv").code == 0
    assert run("record", "ngheo", "9", "--on", "2020-12-31").code == 0
    assert run("record", "ngheo", "6", "--on", "2021-12-31").code == 0
    for report in ("status", "gaps", "export"):
        for kind in ("json", "csv"):
            assert "-0.0" not in run(report, "--format", kind).out


@pytest.mark.usefixtures("desk")
def test_rows_with_figures_that_the_description_skips_are_told(run: Run) -> None:
    rows = [
        ("TT", "Chỉ tiêu", "Kết quả năm 2020"),
        (1, "Dân số", 5),
        ("", "Tổng cộng", 77),
        ("", "Tổng", ""),
    ]
    answer = run("import", csv("a.csv", *rows), "--map", "theo-doi", "--lang", "en")
    assert (
        answer.code,
        "rows with figures that the form description skips: 1 (3)\n" in answer.err,
    ) == (0, True)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("above", "below", "word"),
    [
        ("Báo cáo sơ bộ năm 2020", "", "preliminary"),
        ("Ước thực hiện năm 2020", "", "estimate"),
        ("Biểu 1", "(*) Số liệu ước tính", "estimate"),
    ],
)
def test_words_around_the_table_that_call_its_figures_uncertain_are_told(
    run: Run, above: str, below: str, word: str
) -> None:
    head = ("TT", "Chỉ tiêu", "Kết quả năm 2020")
    file = csv("a.csv", (above, "", ""), head, (1, "Dân số", 5), ("", below, ""))
    answer = run("import", file, "--map", "theo-doi", "--lang", "en")
    assert answer.code == 0
    line = f"fixed: {{qualifier: {word}}}"
    assert f'"{below or above}"' in answer.err
    assert line in answer.err
    Path("f.yaml").write_text(f"{run('examples', 'theo-doi').out}{line}\n", encoding="utf-8")
    assert run("undo").code == 0
    assert run("import", file, "--map", "f.yaml", "--lang", "en").code == 0
    assert f",{word}," in run("export").out
