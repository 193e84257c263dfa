"""Pairs of years (2019-20) beside months: told apart, asked about, or described."""

from pathlib import Path

import pytest
from tests.conftest import Run
from tests.importing.conftest import NAME, Kept, codes, csv

from cdstrack.core.problem import Problem
from cdstrack.files.importing.calendar import Calendar


@pytest.mark.parametrize(
    ("text", "school", "fiscal"),
    [
        ("2007-08", "2007-09-01/2008-08-31", "2007-04-01/2008-03-31"),
        ("2019/20", "2019-09-01/2020-08-31", "2019-04-01/2020-03-31"),
        ("2019–2020", "2019-09-01/2020-08-31", "2019-04-01/2020-03-31"),
        ("Năm học 2015 - 2016", "2015-09-01/2016-08-31", "2015-04-01/2016-03-31"),
        ("1999-00", "1999-09-01/2000-08-31", "1999-04-01/2000-03-31"),
        ("2020", "2020", "2020"),
        ("2020-03", "2020-03", "2020-03"),
    ],
)
def test_pairs_of_years_are_read_by_their_first_day(text: str, school: str, fiscal: str) -> None:
    for first_day, period in (("09-01", school), ("04-01", fiscal)):
        read = Calendar(first_day).read(text)
        assert not isinstance(read, Problem)
        assert read.text == period


@pytest.mark.parametrize(
    "text", ["2015/16", "2015-2016", "2019-20", "Năm học 2007-08", "FY 2015/16"]
)
def test_a_pair_that_is_no_month_is_asked_about(text: str) -> None:
    read = Calendar().read(text)
    assert isinstance(read, Problem)
    assert read.code == "CDS360"


@pytest.mark.parametrize(
    ("texts", "is_asked"),
    [
        (["2007-08", "2008-09"], True),
        (["2007-08"], False),
        (["2007-08", "2007-09"], False),
        (["2007-08", "2008-09", "2012"], True),
        (["2007-08-31", "2008-09-30"], False),
    ],
)
def test_months_that_are_all_pairs_of_years_are_asked_about(
    texts: list[str], is_asked: bool
) -> None:
    assert (Calendar().problem(texts) is not None) is is_asked
    assert Calendar("").problem(texts) is None
    assert Calendar("09-01").problem(texts) is None


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("years", "periods"),
    [
        ("school", ["2007-09-01/2008-08-31", "2008-09-01/2009-08-31"]),
        ("07-01", ["2007-07-01/2008-06-30", "2008-07-01/2009-06-30"]),
        ("calendar", ["2007-08", "2008-09"]),
    ],
)
def test_a_description_says_what_pairs_of_years_are(
    run: Run, kept: Kept, years: str, periods: list[str]
) -> None:
    text = Path("wide.yaml").read_text("utf-8")
    Path("b.yaml").write_text(f"{text}years: {years}\n", encoding="utf-8")
    file = csv("a.csv", ("Chỉ tiêu", "2007-08", "2008-09"), (NAME, 104, 105))
    assert run("import", file, "--map", "b.yaml").code == 0
    assert [line.split(",")[2] for line in kept()] == periods


@pytest.mark.usefixtures("desk")
def test_pairs_of_years_in_the_canonical_csv_are_asked_about_from_three_on(run: Run) -> None:
    lines = ["indicator,period,value", "ho-so,2007-08,5", "ho-so,2008-09,6"]
    Path("a.csv").write_text("\n".join([*lines, ""]), encoding="utf-8")
    assert run("import", "a.csv", "--dry-run").code == 0
    Path("a.csv").write_text("\n".join([*lines, "ho-so,2009-10,7", ""]), encoding="utf-8")
    answer = run("import", "a.csv")
    assert (codes(answer), answer.code) == (["CDS360"], 5)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("other", ["2009-10-01", "2009-Q4", "2010-03", "2009"])
def test_months_beside_another_period_in_the_canonical_csv_are_months(run: Run, other: str) -> None:
    months = ("2007-08", "2008-09", "2009-10")
    rows = [f"ho-so,{period},{5 + at}" for at, period in enumerate((*months, other))]
    Path("a.csv").write_text("\n".join(["indicator,period,value", *rows, ""]), encoding="utf-8")
    assert run("import", "a.csv", "--dry-run").code == 0
