"""A trial, and the import of a form, show each figure as it was understood."""

import re
from pathlib import Path

import pytest
from tests.conftest import Answer, Run
from tests.import_csv.test_whole_files import many, row, write

FORM = """TT;Chỉ tiêu;ĐVT;Kết quả đến 31/7/2022;Ghi chú
1;Hồ sơ trên mạng;%;981/1.446;
2;Vốn đầu tư;triệu đồng;khoảng 12.500,5;
3;Số doanh nghiệp;;1.446;
"""


def rows_of(answer: Answer) -> list[str]:
    """The lines of the table below its heading, blanks drawn together."""
    lines = [" ".join(line.split()) for line in answer.out.splitlines()]
    rules = [at for at, line in enumerate(lines) if line.startswith("━")]
    return lines[rules[1] + 1 : rules[2]] if rules else []


@pytest.mark.usefixtures("desk")
def test_a_trial_shows_place_indicator_period_and_figure_of_a_form(run: Run) -> None:
    Path("a.csv").write_text(FORM, encoding="utf-8")
    answer = run("import", "a.csv", "--map", "theo-doi", "--dry-run", "--lang", "en")
    assert rows_of(answer) == [
        "2:4 ho-so 2022-07-31 67.84% new",
        "Hồ sơ trên mạng = 981/1,446",
        "3:4 von 2022-07-31 about 12.5005 tỷ đồng new",
        "Vốn đầu tư",
        "4:4 so-dn 2022-07-31 1,446 new",
        "Số doanh nghiệp",
    ]


@pytest.mark.usefixtures("desk")
def test_the_import_of_a_form_shows_them_too_and_the_canonical_csv_does_not(run: Run) -> None:
    Path("a.csv").write_text(FORM, encoding="utf-8")
    assert len(rows_of(run("import", "a.csv", "--map", "theo-doi"))) == 6
    assert rows_of(run("import", "a.csv", "--map", "theo-doi")) == []
    write([row("75")], "b.csv")
    assert rows_of(run("import", "b.csv")) == []


@pytest.mark.usefixtures("desk")
def test_a_trial_shows_what_each_figure_is_to_the_record(run: Run) -> None:
    write([row("75"), row("80", "2021-02")])
    run("import", "a.csv")
    write([row("75"), row("81", "2021-02"), row("82", "2021-03")], "b.csv")

    def fates(*how: str) -> list[str]:
        shown = rows_of(run("import", "b.csv", "--dry-run", "--lang", "en", *how))
        return [line.split("% ", 1)[1] for line in shown[::2]]

    assert fates() == ["already recorded", "differs: recorded 80%", "new"]
    assert fates("--on-conflict", "skip") == ["already recorded", "80% is kept", "new"]
    replaced = fates("--on-conflict", "correct", "--reason", "x")
    assert replaced == ["already recorded", "replaces 80%", "new"]


@pytest.mark.usefixtures("desk")
def test_another_row_of_the_same_file_is_not_called_recorded(run: Run) -> None:
    def told(*file: str, language: str) -> str:
        how = ("--dry-run", "--lang", language, "--width", "200")
        answer = run("import", *file, *how)
        assert answer.code == 5
        return " ".join(answer.out.split())

    write([row("75"), row("30", "2021-02"), row("31", "2021-02")], "b.csv")
    assert "differs from line 3 of this file: 30%" in told("b.csv", language="en")
    assert "khác dòng 3 của tệp này: 30%" in told("b.csv", language="vi")
    form = FORM + FORM.splitlines()[-1].replace("1.446", "1.447") + "\n"
    Path("a.csv").write_text(form, encoding="utf-8")
    told_of_form = told("a.csv", "--map", "theo-doi", language="en")
    assert "differs from 4:4 of this file: 1,446" in told_of_form


@pytest.mark.usefixtures("desk")
def test_of_many_figures_the_first_fifty_lines_are_shown_and_the_rest_counted(run: Run) -> None:
    write(many(3000))
    answer = run("import", "a.csv", "--dry-run", "--lang", "en")
    places = [line.split()[0] for line in rows_of(answer) if line.endswith(" new")]
    assert places == [str(line) for line in range(2, 52)]
    assert answer.out.endswith("\nand more: 2,950\n")
    assert run("import", "a.csv", "--lang", "en").out.startswith("new figures recorded")


@pytest.mark.usefixtures("desk")
def test_rows_that_are_read_one_by_one_stand_among_the_others(run: Run) -> None:
    write([row("75", f"2021-{month:02}") for month in range(1, 13)])
    lines = Path("a.csv").read_text(encoding="utf-8").splitlines()
    lines[3] = lines[3].replace(",75,", ",na:chưa có,")
    Path("a.csv").write_text("\n".join([*lines, ""]), encoding="utf-8")
    shown = rows_of(run("import", "a.csv", "--dry-run"))[::2]
    assert [line.split()[0] for line in shown] == [str(line) for line in range(2, 14)]
    assert "chưa có" in shown[2]


@pytest.mark.usefixtures("desk")
def test_all_conflicts_are_counted_not_only_the_listed_ones(run: Run) -> None:
    write(many(1500))
    run("import", "a.csv")
    write([re.sub(r",(\d+),,,,exact", r",7\1,,,,exact", line) for line in many(1500)])
    told = run("import", "a.csv", "--lang", "en").err
    assert "\nfigures that differ from recorded ones: 1,500. To keep the recorded ones" in told
    assert told.count("CDS218") == 1000
    assert "cdstrack correct with" not in told
