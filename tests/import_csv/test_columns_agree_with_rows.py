"""The fast lane reads a row as the reader of single rows does, or leaves it to that one."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import Severity
from cdstrack.core.record.observation import Observation
from cdstrack.files.importing.canonical.columns import ColumnReader
from cdstrack.files.importing.row import COLUMNS, RowReader, RowReading

TODAY = date(2022, 8, 31)
Row = dict[str, str]

_NUMBERS = [
    "",
    "0",
    "75",
    "67.84",
    "67.842324",
    "68",
    "100",
    "100.000001",
    "-1",
    "1.50",
    "1e3",
    "07",
    "-0.5",
    "-0",
    "999999999.999999",
    "1000000000",
    "5\n6",
    "5\n",
]
_WHOLES = ["", "0", "31", "63", "981", "1446", "1.5", "-2", "9000000000000", "9000000000001"]
_CHOICES = {
    "indicator": ["ho-so", "so-dn", "von", "hang", "ty-suat", "viec", "nganh", "ho-soo", ""],
    "org_unit": ["", "tinh-mau", "so-cu", "so-moi", "so-ma", "00101", "00102", "101", "xa-cu"],
    "disaggregation": ["", "sector=du-lich", "sector=du", "a=1;b=2", "b=2;a=1", "sector"],
    "period": ["2022-07-31", "2022-07", "2022-Q2", "2021", "2022", "2022-01-01/2022-06-30", "31/7"],
    "value": [*_NUMBERS, "31", "981", "done", "xong", "na:chưa có", "na:", "9000000000000"],
    "numerator": _WHOLES,
    "denominator": _WHOLES,
    "stated": _NUMBERS,
    "qualifier": ["", "exact", "about", "roughly"],
    "document": ["", "bc-1", "bc-2"],
    "reported": ["", "2022-08-17", "2022-05", "2022-08", "2022-09", "2022-09-01", "2022-Q3"],
    "note": ["", "ghi chú", "'=1+1", "đỏ \x1b[31m", " lề ", "x" * 2001],
}
rows = st.fixed_dictionaries({name: st.sampled_from(all_) for name, all_ in _CHOICES.items()})
small = st.decimals(0, 120, places=None, allow_nan=False).map(lambda number: f"{number:.7f}")
fractions = st.builds(
    lambda top, bottom, digits: {
        "indicator": "ho-so",
        "period": "2022-07",
        "value": f"{top * 100 / bottom:.{digits}f}",
        "numerator": str(top),
        "denominator": str(bottom),
    },
    st.integers(0, 3000),
    st.integers(1, 3000),
    st.integers(0, 7),
)


shares_of_any_size = st.builds(
    lambda indicator, bottom, times, off: {
        "indicator": indicator,
        "period": "2022-07",
        "value": f"{times}.{off:06}".rstrip("0").rstrip("."),
        "numerator": str(bottom * times // (100 if indicator == "ho-so" else 1000)),
        "denominator": str(bottom),
    },
    st.sampled_from(["ho-so", "ty-suat", "von"]),
    st.sampled_from([100, 1000, 2000, 10**6, 10**9, 10**12]),
    st.sampled_from([0, 1, 50, 99, 100, 1000, 10**6]),
    st.integers(0, 2),
)
bare_fractions = st.fixed_dictionaries(
    {
        "indicator": st.sampled_from(["ho-so", "ty-suat", "hang", "so-dn", "viec"]),
        "period": st.just("2022-07"),
        "value": st.just(""),
        "numerator": st.sampled_from(["", "0", "31", "981.5", "-2"]) | st.integers(0, 99).map(str),
        "denominator": st.sampled_from(["", "0", "63", "-7"]) | st.integers(1, 99).map(str),
        "stated": st.sampled_from(["", "50"]),
    }
)


def one_by_one(plan: Plan, found: list[Row]) -> list[RowReading]:
    reader = RowReader(plan, today=TODAY)
    guarded = {"indicator", "org_unit", "disaggregation", "document", "note"}
    return [
        reader.read(
            {
                name: (text.removeprefix("'") if name in guarded else text).strip()
                for name, text in row.items()
            }
        )
        for row in found
    ]


def together(plan: Plan, found: list[Row]) -> tuple[dict[int, Observation], set[int], set[int]]:
    """The figures of the fast lane by their rows, its doubtful and its remarkable rows."""
    texts = {name: [row.get(name, "") for row in found] for name in COLUMNS}
    batch = ColumnReader(plan, today=TODAY).read(texts, range(len(found)))
    figures = dict(batch.figures.figures())
    return figures, set(batch.doubtful), set(batch.remarkable)


def agree(plan: Plan, found: list[Row]) -> set[int]:
    """Holds both readings against each other; the rows that the fast lane took."""
    figures, doubtful, remarkable = together(plan, found)
    assert doubtful.isdisjoint(figures)
    assert doubtful | set(figures) == set(range(len(found)))
    for at, (figure, flaws) in enumerate(one_by_one(plan, found)):
        if at in doubtful:
            continue
        assert figure == figures[at], found[at]
        assert bool(flaws) == (at in remarkable), found[at]
        assert all(flaw.problem.severity is Severity.WARNING for flaw in flaws)
    return set(figures)


@settings(max_examples=150, deadline=None)
@given(st.lists(rows, min_size=1, max_size=30))
def test_on_any_row_both_agree(plan: Plan, found: list[Row]) -> None:
    agree(plan, found)


@settings(max_examples=100, deadline=None)
@given(st.lists(fractions, min_size=1, max_size=30))
def test_on_any_fraction_and_any_rounding_of_it_both_agree(plan: Plan, found: list[Row]) -> None:
    agree(plan, found)


@settings(max_examples=100, deadline=None)
@given(st.lists(shares_of_any_size, min_size=1, max_size=10))
def test_at_the_bounds_and_for_the_largest_numbers_both_agree(plan: Plan, found: list[Row]) -> None:
    agree(plan, found)


@settings(max_examples=150, deadline=None)
@given(st.lists(bare_fractions, min_size=1, max_size=30))
def test_on_any_fraction_without_a_value_both_agree(plan: Plan, found: list[Row]) -> None:
    agree(plan, found)


@settings(max_examples=100, deadline=None)
@given(st.lists(small, min_size=1, max_size=30))
def test_on_any_number_both_agree(plan: Plan, found: list[str]) -> None:
    agree(plan, [{"indicator": "ho-so", "period": "2022-07", "value": text} for text in found])


def test_a_sound_file_is_taken_by_the_fast_lane_alone(plan: Plan) -> None:
    sound: list[Row] = [
        {"indicator": "ho-so", "period": "2022-07-31", "value": "67.84"},
        {"indicator": "ho-so", "period": "2022-07", "value": "67.84", "org_unit": "so-moi"},
        {
            "indicator": "ho-so",
            "period": "2022-Q2",
            "value": "68",
            "numerator": "981",
            "denominator": "1446",
        },
        {
            "indicator": "hang",
            "period": "2021",
            "value": "31",
            "numerator": "31",
            "denominator": "63",
        },
        {"indicator": "ho-so", "period": "2022-06", "numerator": "981", "denominator": "1446"},
        {"indicator": "hang", "period": "2020", "numerator": "31", "denominator": "63"},
        {"indicator": "ho-so", "period": "2022-06", "value": "67", "org_unit": "00101"},
        {"indicator": "ho-so", "period": "2022-07", "value": "68", "org_unit": "00101"},
        {"indicator": "viec", "period": "2021", "value": "in-progress"},
        {"indicator": "von", "period": "2022-H1", "value": "-5.25", "note": "hoàn trả"},
        {"indicator": "nganh", "period": "2021", "value": "5", "disaggregation": "sector=du-lich"},
        {"indicator": "so-dn", "period": "2022-07", "value": "1446", "org_unit": "so-cu"},
        {
            "indicator": "so-dn",
            "period": "2022-07",
            "value": "7",
            "document": "bc-1",
            "reported": "2022-08",
        },
        {
            "indicator": "ho-so",
            "period": "2022-06",
            "value": "68",
            "numerator": "981",
            "denominator": "1446",
            "stated": "67.8",
        },
    ]
    assert agree(plan, sound) == set(range(len(sound)))


def test_a_code_is_that_of_the_unit_on_the_last_day_of_the_period(plan: Plan) -> None:
    periods = {
        "2022-06": "xa-cu",
        "2022-06-30": "xa-cu",
        "2022-07-01": "xa-moi",
        "2022-07": "xa-moi",
    }
    found: list[Row] = [
        {"indicator": "ho-so", "period": period, "value": "67", "org_unit": "00101"}
        for period in (*periods, "2022-Q2")
    ]
    assert agree(plan, found) == set(range(len(found)))
    figures, _, _ = together(plan, found)
    assert [figure.org_unit for figure in figures.values()] == [*periods.values(), "xa-cu"]


def test_a_code_that_no_unit_has_on_that_day_is_left_to_the_reader_of_single_rows(
    plan: Plan,
) -> None:
    found: list[Row] = [
        {"indicator": "ho-so", "period": "2022-06", "value": "67", "org_unit": "00102"},
        {"indicator": "ho-so", "period": "2022-06", "value": "67", "org_unit": "101"},
    ]
    assert agree(plan, found) == set()
    (early, bare) = (reading.flaws[0].problem for reading in one_by_one(plan, found))
    assert (early.code, early.facts["units"]) == ("CDS820", "xa-chi-moi (2022-07-01 – …)")
    assert (bare.code, bare.facts["suggestions"]) == ("CDS216", "xa-cu")
