"""Files that were once read wrongly: each ends as it must, with the right figure or a refusal."""

from collections.abc import Callable

import pytest
from tests.conftest import Run
from tests.importing.conftest import codes

FORM, WIDE = ("--map", "theo-doi"), ("--map", "wide.yaml")


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("file", "how", "figures"),
    [
        ("f1-unit-1000.csv", FORM, ["dan-so,,2020,1300000,exact"]),
        (
            "f2-heading-so-bo.xlsx",
            WIDE,
            [
                *(f"doanh-nghiep,,{year},{year - 1914},exact" for year in range(2015, 2019)),
                "doanh-nghiep,,2019,105,preliminary",
            ],
        ),
        ("f3-mm-yyyy-cell.xlsx", (), ["doanh-nghiep,,2020-12,300,exact"]),
        ("f5-percent-padding.xlsx", (), ["ho-so,,2016,0.67,exact"]),
        ("f5-percent-padding-count.xlsx", (), ["doanh-nghiep,,2016,1234,exact"]),
        (
            "f6-dimension-rows-only.xlsx",
            (),
            [f"doanh-nghiep,,{year},{year - 1900},exact" for year in range(2015, 2020)],
        ),
        ("f7-decimals.csv", (), ["ho-so,,2020,12.123457,exact"]),
        ("f7-decimals.xlsx", (), ["ho-so,,2020,12.123457,exact"]),
        ("f9-duplicate-rows.csv", (), ["ho-so,,2020,5,exact"]),
    ],
    ids=str,
)
def test_a_file_of_this_kind_is_read_as_it_is_meant(
    run: Run, kept: Callable[[], list[str]], file: str, how: tuple[str, ...], figures: list[str]
) -> None:
    answer = run("import", file, *how)
    assert (answer.code, kept()) == (0, figures), answer.err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("file", "how", "code", "told"),
    [
        ("f1-unit-other-noun.csv", FORM, "CDS341", '"tấn"'),
        ("f1-unit-per-km2.csv", FORM, "CDS341", '"Người/km2"'),
        ("f2-heading-star.csv", FORM, "CDS361", "has the mark *"),
        ("f3-year-as-date-1905.xlsx", (), "CDS358", "the year 2019?"),
        ("f4-school-years-wide.xlsx", WIDE, "CDS360", '"2007-08, 2008-09, 2009-10, …"'),
        ("f8-groups.csv", ("--map", "f8-groups.yaml"), "CDS363", '"Nam"'),
    ],
    ids=str,
)
def test_a_file_of_this_kind_is_refused_with_its_reason(
    run: Run, kept: Callable[[], list[str]], file: str, how: tuple[str, ...], code: str, told: str
) -> None:
    answer = run("import", file, *how, "--lang", "en")
    assert (answer.code, codes(answer)[0], told in answer.err) == (5, code, True), answer.err
    assert kept() == []


@pytest.mark.usefixtures("desk")
def test_what_a_share_below_one_may_be_is_asked(run: Run) -> None:
    assert "CDS240" in run("import", "f5-percent-padding.xlsx").err


@pytest.mark.usefixtures("desk")
def test_more_than_six_decimals_are_told_in_every_file(run: Run) -> None:
    for file in ("f7-decimals.csv", "f7-decimals.xlsx"):
        assert "CDS342" in run("import", file).err
        assert run("undo").code == 0


@pytest.mark.usefixtures("desk")
def test_repeated_lines_are_told_as_such(run: Run) -> None:
    answer = run("import", "f9-duplicate-rows.csv", "--lang", "en")
    assert "already\n  recorded: 0\nrepeated lines: 2" in answer.out
    again = run("import", "f9-duplicate-rows.csv", "--lang", "en")
    assert "already recorded: 3" in again.out
