"""A file of figures is refused with everything that is wrong in it, each at its cell."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cdstrack.core.problem import MOST_PROBLEMS, ExitCode, ImportRefusedError, Problem
from cdstrack.core.record.observation import Observation
from cdstrack.files.text.encodings import LONGEST_LINE
from cdstrack.words.problems.sentences import remedy, sentence

Refused = Callable[..., list[Problem]]
GOOD = "ho-so,,,2022-07,75,,,,,,,"


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("ho-soo,,,2022-07,75,,,,,,,", "CDS216", 1),
        (",,,2022-07,75,,,,,,,", "CDS222", 1),
        ("ho-so,tinh-mao,,2022-07,75,,,,,,,", "CDS216", 7),
        ("ho-so,,sector,2022-07,75,,,,,,,", "CDS221", 8),
        ("nganh,,sector=du_lich,2022-07,75,,,,,,,", "CDS320", 8),
        ("nganh,,sector=y-te,2022-07,75,,,,,,,", "CDS221", 8),
        ("nganh,,sector=du,2022-07,75,,,,,,,", "CDS320", 8),
        ("ho-so,,b=1;a=2,2022-07,75,,,,,,,", "CDS320", 8),
        ("ho-so,,,31/7/2022,75,,,,,,,", "CDS319", 9),
        ("ho-so,,,2022-7,75,,,,,,,", "CDS319", 9),
        ("ho-so,,,2022-02-30,75,,,,,,,", "CDS319", 9),
        ("ho-so,,,20220731,75,,,,,,,", "CDS319", 9),
        ("ho-so,,,1822-07,75,,,,,,,", "CDS213", 9),
        ("ho-so,,,,75,,,,,,,", "CDS222", 9),
        ("ho-so,,,2022-09,75,,,,,,,", "CDS215", 9),
        ("ho-so,,,2022,75,,,,,,,", "CDS215", 9),
        ('ho-so,,,2022-07,"67,84",,,,,,,', "CDS318", 17),
        ("ho-so,,,2022-07,67.84%,,,,,,,", "CDS318", 17),
        ("ho-so,,,2022-07,1e3,,,,,,,", "CDS318", 17),
        ("ho-so,,,2022-07,１２,,,,,,,", "CDS318", 17),
        ("ho-so,,,2022-07,NaN,,,,,,,", "CDS318", 17),
        ("ho-so,,,2022-07,+5,,,,,,,", "CDS318", 17),
        ("ho-so,,,2022-07,007,,,,,,,", "CDS318", 17),
        ("tien,,,2022-07,9000000000001,,,,,,,", "CDS206", 16),
        ("ho-so,,,2022-07,6784,,,,,,,", "CDS203", 17),
        ("ho-so,,,2022-07,-1,,,,,,,", "CDS203", 17),
        ("ho-so,,,2022-07,,1500,1446,,,,,", "CDS203", 17),
        ("so-dn,,,2022-07,1.446,,,,,,,", "CDS204", 17),
        ("so-dn,,,2022-07,-3,,,,,,,", "CDS203", 17),
        ("hang,,,2022-07,0,,,,,,,", "CDS203", 16),
        ("hang,,,2022-07,,64,63,,,,,", "CDS231", 17),
        ("so-dn,,,2022-07,,5,9,,,,,", "CDS207", 18),
        ("ho-so,,,2022-07,,5,0,,,,,", "CDS208", 20),
        ("ho-so,,,2022-07,80.2,1483,1542,,,,,", "CDS219", 17),
        ("hang,,,2022-07,30,31,63,,,,,", "CDS219", 16),
        ("ho-so,,,2022-07,,,,,,,,", "CDS315", 17),
        ("ho-so,,,2022-07,,981,,,,,,", "CDS316", 22),
        ("ho-so,,,2022-07,,,1446,,,,,", "CDS316", 18),
        ("ho-so,,,2022-07,na:,,,,,,,", "CDS211", 17),
        ("ho-so,,,2022-07,na:chưa,981,1446,,,,,", "CDS322", 17),
        ("viec,,,2022-07,done,,,68,,,,", "CDS322", 16),
        ("ho-so,,,2022-07,done,,,,,,,", "CDS230", 17),
        ("viec,,,2022-07,75,,,,,,,", "CDS210", 16),
        ("viec,,,2022-07,xong,,,,,,,", "CDS318", 16),
        ("ho-so,,,2022-07,75,,,,roughly,,,", "CDS225", 23),
        ("ho-so,,,2022-07,75,,,,,bc-2,,", "CDS226", 24),
        ("ho-so,,,2022-07,75,,,,,,2022-Q3,", "CDS321", 25),
        ("ho-so,,,2022-07,75,,,,,,17/8/2022,", "CDS319", 25),
        (f"ho-so,,,2022-07,75,,,,,,,{'x' * 2001}", "CDS222", 26),
        ("ho-so,,,2022-07,75", "CDS308", 1),
        ("ho-so,,,2022-07,67,84,,,,,,,,", "CDS308", 1),
    ],
)
def test_a_wrong_cell_is_named_with_its_place(
    refused: Refused, row: str, code: str, column: int
) -> None:
    (problem,) = refused(GOOD, row)
    assert problem.place is not None
    assert (problem.code, problem.place.line, problem.place.column) == (code, 3, column)
    assert problem.place.excerpt[0] == (3, row[:200])
    for language in ("vi", "en"):
        said = sentence(problem, language) + remedy(problem, language)
        assert "{" not in said.replace("{ }", "")


def test_every_problem_of_the_file_is_told_in_one_run(refused: Refused) -> None:
    problems = refused(
        "ho-soo,tinh-mao,,2022-7,1e3,,,,,,,",
        GOOD,
        'ho-so,,,2022-06,75,,,,,,,"hai',
        'dòng"',
        "ho-so,,,2022-05,101,,,,,,,",
    )
    places = [(each.code, each.place and (each.place.line, each.place.column)) for each in problems]
    assert places == [
        ("CDS216", (2, 1)),
        ("CDS216", (2, 8)),
        ("CDS319", (2, 18)),
        ("CDS318", (2, 25)),
        ("CDS203", (6, 17)),
    ]
    assert sentence(problems[0], "vi").endswith('"ho-soo" (indicator)')
    assert remedy(problems[0], "en") == "Did you mean: ho-so?"


def test_a_place_beside_the_number_ranked_is_answered_with_how_to_write_it(
    refused: Refused,
) -> None:
    (problem,) = refused("hang,,,2022-07,25,,63,,,,,")
    assert remedy(problem, "en") == "Place 25 of 63: enter numerator 25 and denominator 63."
    (problem,) = refused("ho-so,,,2022-07,25,,63,,,,,")
    assert remedy(problem, "vi") == "Ghi đủ numerator và denominator, hoặc bỏ trống cả hai."


def test_a_column_in_a_row_of_several_lines_is_pointed_at_on_its_line(refused: Refused) -> None:
    header = "note,indicator,period,value"
    (problem,) = refused('"một, ""hai""', 'ba",ho-soo,2022-07,75', header=header)
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == (3, 5)


@pytest.mark.parametrize(
    ("header", "codes"),
    [
        ("indicator,periods,value", ["CDS305", "CDS306"]),
        ("indicator,period", ["CDS306"]),
        ("indicator,period,value,value", ["CDS307"]),
        ("indicator;period;value", ["CDS303"]),
        ("indicator\tperiod\tvalue", ["CDS303"]),
        ("Chỉ tiêu,Kỳ,Số", ["CDS305", "CDS305", "CDS305", "CDS306", "CDS306", "CDS306"]),
    ],
)
def test_a_wrong_header_is_told_before_any_row(
    refused: Refused, header: str, codes: list[str]
) -> None:
    problems = refused("nothing,of,this,is,read", header=header)
    assert [problem.code for problem in problems] == codes
    assert {problem.place and problem.place.line for problem in problems} == {1}


def test_a_misspelled_column_gets_a_suggestion(refused: Refused) -> None:
    problem, _ = refused(header="indicator,periods,value")
    assert remedy(problem, "vi") == "Có phải là: period?"


@pytest.mark.parametrize(
    ("raw", "code", "line"),
    [
        (b"", "CDS304", 1),
        (b"\n  \n", "CDS304", 1),
        (b"indicator,period,value\nho-so,2022-07,75\nh\xe1\xbb-so,2022,1\n", "CDS301", 3),
        (b'indicator,period,value\nho-so,2022-07,"75\n', "CDS302", 2),
        (b'indicator,period,value\nho-so,2022-07,"75"5\n', "CDS302", 2),
        (b"x" * (LONGEST_LINE + 1), "CDS312", 1),
        (b"indicator,period,value\n" + b"x" * 200_000 + b",2022,1\n", "CDS302", 2),
    ],
)
def test_a_file_that_is_no_csv_is_refused_at_the_line_where_it_stops_being_one(
    refused: Refused, raw: bytes, code: str, line: int
) -> None:
    (problem,) = refused(raw=raw)
    assert problem.code == code
    assert (problem.place and problem.place.line) == line


def test_of_a_wholly_wrong_file_the_first_problems_are_listed_and_the_rest_counted(
    refused: Refused,
) -> None:
    problems = refused(*["ho-soo,,,2022-07,75,,,,,,,"] * (MOST_PROBLEMS + 7))
    assert len(problems) == MOST_PROBLEMS + 1
    assert sentence(problems[-1], "en") == "more problems, not listed: 7"


def test_a_refused_file_ends_the_command_with_the_exit_code_of_imports(
    read: Callable[..., list[Observation]],
) -> None:
    with pytest.raises(ImportRefusedError) as error:
        read("ho-soo,,,2022-07,75,,,,,,,")
    assert error.value.exit_code is ExitCode.IMPORT


def test_a_file_that_is_not_there_is_the_systems_own_error(tmp_path: Path) -> None:
    from datetime import date

    from cdstrack.core.plan.model import Header, Label, Plan
    from cdstrack.files.importing.canonical.reader import read_figures

    plan = Plan(plan=Header(id="thu", title=Label(vi="Thử")))
    with pytest.raises(FileNotFoundError):
        list(read_figures(tmp_path / "no.csv", plan, today=date(2022, 8, 31)))
