"""What a row of the canonical CSV may say, and what it means."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest
from tests.figure_strategies import figures_of

from cdstrack.core.plan.model import Plan, State
from cdstrack.core.problem import ImportRefusedError, Severity
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.files.importing.canonical.reader import read_figures

Read = Callable[..., list[Observation]]
FULL = "ho-so,tinh-mau,,2022-07-31,67.842324,981,1446,68,exact,bc-1,2022-08-17,theo báo cáo"


def test_every_column_finds_its_place_in_the_figure(read: Read) -> None:
    (figure,) = read(FULL)
    assert figure.cell == ("ho-so", "tinh-mau", "", "2022-07-31")
    assert (figure.value, figure.numerator, figure.denominator, figure.stated) == (
        Decimal("67.842324"),
        Decimal(981),
        Decimal(1446),
        Decimal(68),
    )
    assert (figure.qualifier, figure.document) == (Qualifier.EXACT, "bc-1")
    assert figure.reported is not None
    assert (figure.reported.text, figure.note) == ("2022-08-17", "theo báo cáo")
    assert (figure.entered, figure.id, figure.submission) == ("67.842324", None, None)


def test_what_a_row_leaves_out_is_the_usual(read: Read) -> None:
    (figure,) = read("ho-so,2022-07,75", header="indicator,period,value")
    assert (figure.org_unit, figure.disaggregation, figure.qualifier) == (
        "tinh-mau",
        "",
        Qualifier.EXACT,
    )
    assert (figure.document, figure.reported, figure.note, figure.stated) == (None,) * 4


def test_columns_may_stand_in_any_order(read: Read) -> None:
    (figure,) = read("75,ho-so,2022-07", header="value,indicator,period")
    assert figure.value == Decimal(75)


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        ("viec,,,2022-07,done,,,,,,,", State.DONE),
        ("viec,,,2022-07,in-progress,,,,,,,", State.IN_PROGRESS),
        ("ho-so,,,2022-07,na:chưa báo cáo,,,,,,,", "chưa báo cáo"),
        ("viec,,,2022-07,na:chưa báo cáo,,,,,,,", "chưa báo cáo"),
        ("tien,,,2022-07,-5.25,,,,,,,", Decimal("-5.25")),
        ("so-dn,,,2022-07,1446.000,,,,,,,", Decimal(1446)),
        ("ho-so,,,2022-07,,981,1446,,,,,", Decimal("67.842324")),
        ("ho-so,,,2022-07,68,981,1446,,,,,", Decimal("67.842324")),
        ("hang,,,2022-07,,31,63,,,,,", Decimal(31)),
    ],
)
def test_a_value_is_a_number_a_state_a_reason_or_what_its_fraction_gives(
    read: Read, row: str, kept: object
) -> None:
    (figure,) = read(row)
    assert kept in {figure.value, figure.state, figure.not_available}
    assert [figure.value, figure.state, figure.not_available].count(None) == 2


def test_what_was_entered_is_kept_beside_the_number(read: Read) -> None:
    first, second = read("so-dn,,,2022-07,1446.000,,,,,,,", "ho-so,,,2022-07,,981,1446,,,,,")
    assert (first.entered, second.entered) == ("1446.000", "981/1446")


def test_a_byte_order_mark_and_windows_line_ends_are_accepted(read: Read) -> None:
    raw = "\ufeffindicator,period,value\r\nho-so,2022-07,75\r\n".encode()
    assert len(read(raw=raw)) == 1


def test_blank_lines_are_passed_over(read: Read) -> None:
    assert len(read("", FULL, "", ",,,,,,,,,,,")) == 1


def test_an_apostrophe_before_a_formula_is_taken_off_once(read: Read) -> None:
    notes = ["'=1+1", "''tis", "'@x", "-5 điểm", "'+84", "tăng '5"]
    rows = [f"ho-so,,,2022-0{n},75,,,,,,,{note}" for n, note in enumerate(notes, 1)]
    assert [figure.note for figure in read(*rows)] == [
        "=1+1",
        "'tis",
        "@x",
        "-5 điểm",
        "+84",
        "tăng '5",
    ]


def test_texts_are_cleaned_of_what_hides_or_steers(read: Read) -> None:
    (figure,) = read('ho-so,,,2022-07,75,,,,,,,"đỏ \x1b[31m\u202eẩn\nhai dòng"')
    assert figure.note == "đỏ ẩn hai dòng"


def test_documents_of_the_store_may_be_named_beside_those_of_the_plan(
    plan: Plan, tmp_path: Path
) -> None:
    path = tmp_path / "so-lieu.csv"
    path.write_text("indicator,period,value,document\nho-so,2022-07,75,bc-kho\n")
    with pytest.raises(ImportRefusedError, match="CDS226"):
        list(read_figures(path, plan, today=date(2022, 8, 31)))
    (figure,) = figures_of(read_figures(path, plan, today=date(2022, 8, 31), documents={"bc-kho"}))
    assert figure.document == "bc-kho"


def test_doubtful_figures_are_taken_with_a_warning_at_the_cell(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "so-lieu.csv"
    path.write_text(
        "indicator,org_unit,period,numerator,denominator,stated,reported,value\n"
        "ho-so,tinh-mau,2022-07,1483,1542,80.2,,\n"
        "ho-so,so-cu,2022-07,,,,,75\n"
    )
    figures = read_figures(path, plan, today=date(2022, 8, 31))
    assert len(list(figures)) == 2
    told = [
        (each.code, each.severity, each.place and (each.place.line, each.place.column))
        for each in figures.warnings
    ]
    assert told == [
        ("CDS224", Severity.WARNING, (2, 34)),
        ("CDS223", Severity.WARNING, (3, 7)),
    ]
    assert figures.warnings[0].facts == {
        "stated": "80.2",
        "numerator": "1483",
        "denominator": "1542",
        "computed": "96.1738",
    }
    assert figures.warnings[1].facts["successor"] == "so-moi"


def test_the_digest_is_that_of_the_bytes(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "so-lieu.csv"
    path.write_bytes(b"indicator,period,value\n")
    figures = read_figures(path, plan, today=date(2022, 8, 31))
    assert figures.digest == sha256(b"indicator,period,value\n").hexdigest()


def test_a_file_that_changes_between_its_digest_and_its_reading_is_refused(
    plan: Plan, tmp_path: Path
) -> None:
    path = tmp_path / "so-lieu.csv"
    path.write_text("indicator,period,value\nho-so,2022-07,75\n")
    figures = read_figures(path, plan, today=date(2022, 8, 31))
    assert figures.digest
    with path.open("a") as file:
        file.write("ho-so,2022-06,70\n")
    with pytest.raises(ImportRefusedError, match="CDS311"):
        list(figures)


def test_a_file_can_be_read_again(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "so-lieu.csv"
    path.write_text("indicator,period,value\nho-so,2022-07,75\n")
    figures = read_figures(path, plan, today=date(2022, 8, 31))
    assert list(figures) == list(figures)
