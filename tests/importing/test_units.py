"""The column ĐVT: what multiplies, what is the plan's unit in other words, and what is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.core.plan.model import Indicator, Measure
from cdstrack.files.importing.form.units import unit_problem, with_magnitude
from cdstrack.words.parse.values import Reading, read_value


def counted(label: str | None, unit: str = "count", english: str | None = None) -> Indicator:
    """An indicator that is counted so."""
    words = {"vi": label, "en": english} if label else None
    fields = {"id": "x", "name": {"vi": "X"}, "pillar": "p", "direction": "increase"}
    return Indicator.model_validate({**fields, "unit": unit, "unit_label": words})


def read(number: str, written: str, indicator: Indicator) -> Decimal | None:
    """The value of a number under a unit; None where the unit is refused."""
    if unit_problem(written, indicator):
        return None
    value = read_value(with_magnitude(number, written, indicator), indicator)
    assert isinstance(value, Reading), value
    return value.value


@pytest.mark.parametrize(
    ("written", "factor"),
    [
        ("người", 1),
        ("Người", 1),
        ("(người)", 1),
        ("persons", 1),
        ("", 1),
        *(
            (f"{number} người", 1000)
            for number in ("1000", "1.000", "1 000", "1,000", "10^3", "10³")
        ),
        *((f"{word} người", 1000) for word in ("nghìn", "ngàn", "Nghìn")),
        ("1000người", 1000),
        ("1000", 1000),
        ("nghìn", 1000),
        ("triệu người", 10**6),
        ("1.000.000 người", 10**6),
        ("1000 nghìn người", 10**6),
        ("10^6 người", 10**6),
    ],
)
def test_a_magnitude_multiplies_and_other_spellings_of_the_unit_do_not(
    written: str, factor: int
) -> None:
    assert read("3.5" if factor > 1 else "3", written, counted("người", english="persons")) == (
        Decimal("3.5") * factor if factor > 1 else 3
    )


@pytest.mark.parametrize(
    ("label", "unit", "written"),
    [
        ("người", "count", "tấn"),
        ("người", "count", "nghìn tấn"),
        ("người", "count", "hộ"),
        ("người", "count", "người/km2"),
        ("người", "count", "người/1000 dân"),
        ("người", "count", "1000 đồng"),
        ("người", "count", "100 người"),
        ("người", "count", "10^4 người"),
        ("người", "count", "trăm người"),
        ("người", "count", "%"),
        ("người", "count", "% người"),
        ("người", "count", "%, người"),
        (None, "count", "người/km2"),
        (None, "count", "triệu đồng"),
        ("km2", "amount", "km"),
        ("tỷ đồng", "amount", "triệu đồng/người"),
        ("tỷ đồng", "amount", "tỷ đồng/năm"),
        ("tỷ đồng", "amount", "tỷ đồng một năm"),
        ("tỷ đồng", "amount", "bn VND"),
        ("tỷ đồng", "amount", "hợp đồng"),
        ("tỷ đồng", "amount", "nghìn hợp đồng"),
        ("triệu đồng/người/năm", "amount", "triệu đồng"),
        ("triệu đồng/người/năm", "amount", "triệu đồng/hộ"),
        ("triệu đồng/người/năm", "amount", "triệu đồng/người/tháng"),
        ("hợp đồng", "count", "đồng"),
        ("hợp đồng", "count", "triệu đồng"),
        (None, "amount", "nghìn tấn"),
        ("bác sĩ/10.000 dân", "amount", "bác sĩ/1.000 dân"),
        ("tỷ đồng", "amount", "triệu USD"),
        ("triệu USD", "amount", "triệu đồng"),
        (None, "percent", "1000 %"),
        (None, "percent", "%/năm"),
        (None, "percent", "điểm %"),
        (None, "percent", "% so với cùng kỳ"),
        (None, "percent", "% kế hoạch"),
        (None, "percent", "% tăng"),
        (None, "percent", "% change"),
        (None, "percent", "người"),
        (None, "percent", "‰"),
        (None, "index", "người"),
        (None, "index", "1000 điểm"),
        (None, "rank", "người"),
    ],
)
def test_another_unit_is_refused_and_quoted(label: str | None, unit: str, written: str) -> None:
    problem = unit_problem(written, counted(label, unit))
    assert problem is not None
    assert (problem.code, problem.facts["value"]) == ("CDS341", written)


@pytest.mark.parametrize(
    ("label", "unit", "number", "written", "value"),
    [
        ("tỷ đồng", "amount", "3.5", "1000 tỷ đồng", 3500),
        ("tỷ đồng", "amount", "500", "triệu đồng", Decimal("0.5")),
        ("tỷ đồng", "amount", "500", "tr.đ", Decimal("0.5")),
        ("tỷ đồng", "amount", "500000", "1000đ", Decimal("0.5")),
        ("tỷ đồng", "amount", "2000000000", "đồng", 2),
        ("tỷ đồng", "amount", "13", "tỷ đồng (giá 2010)", 13),
        ("tỷ đồng", "amount", "13", "tỷ đồng, giá so sánh 2010", 13),
        ("tỷ đồng", "amount", "500", "triệu đồng Việt Nam", Decimal("0.5")),
        ("triệu đồng/người/năm", "amount", "13", "tr.đ/người/năm", 13),
        ("triệu đồng/người/năm", "amount", "13", "triệu đồng/người", 13),
        ("triệu đồng/người/năm", "amount", "13000", "nghìn đồng/người/năm", 13),
        ("triệu đồng/người", "amount", "13", "triệu đồng / người / năm", 13),
        ("hợp đồng", "count", "13", "nghìn hợp đồng", 13000),
        ("nghìn hợp đồng", "amount", "13", "hợp đồng", Decimal("0.013")),
        ("nghìn lượt", "amount", "5000", "lượt", 5),
        ("nghìn lượt", "amount", "5", "triệu lượt", 5000),
        ("triệu USD", "amount", "5000000", "USD", 5),
        ("km²", "amount", "12.5", "km2", Decimal("12.5")),
        ("nghìn tấn", "amount", "1200", "tấn", Decimal("1.2")),
        (None, "percent", "12.5", "% dân số", Decimal("12.5")),
        (None, "index", "12.5", "Điểm", Decimal("12.5")),
        (None, "count", "12", "hồ sơ", 12),
    ],
)
def test_a_number_is_turned_into_the_unit_of_the_plan(
    label: str | None, unit: str, number: str, written: str, value: Decimal
) -> None:
    assert read(number, written, counted(label, unit)) == value


def test_the_growth_of_a_year_may_be_called_so() -> None:
    assert unit_problem("% tăng", counted(None, "percent")) is not None
    growing = counted(None, "percent").model_copy(update={"measure": Measure.GROWTH})
    assert unit_problem("% tăng", growing) is None
    assert unit_problem("điểm %", counted("điểm %", "percent")) is None


def test_words_around_a_number_stay_around_it() -> None:
    indicator = counted("người")
    for text in ("khoảng 3.5", "3.5 (ước)"):
        value = read_value(with_magnitude(text, "1000 người", indicator), indicator)
        assert isinstance(value, Reading)
        assert value.value == 3500
        assert value.qualifier is not None


@given(st.integers(0, 10**6), st.sampled_from(["nghìn", "1000", "10^3", "1.000"]))
def test_digits_and_words_of_a_magnitude_say_the_same(number: int, magnitude: str) -> None:
    assert read(str(number), f"{magnitude} người", counted("người")) == number * 1000
