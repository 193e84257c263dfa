"""Laws: every kind of figure survives every file that is written for people, unchanged."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from tests.figure_strategies import as_csv, asked_about, figures_of, fractions, numbers, periods

from cdstrack.core.plan.model import Indicator, Plan, State, Unit
from cdstrack.core.record.observation import Observation, Qualifier, share, to_decimal
from cdstrack.core.record.period import Period
from cdstrack.files.export.excel_csv import excel_csv
from cdstrack.files.export.workbook import write_workbook
from cdstrack.files.importing.form.filled import read_form
from cdstrack.files.importing.form.layout import OWN
from cdstrack.files.importing.form.reader import form_figures
from cdstrack.files.importing.form.units import unit_problem, with_magnitude
from cdstrack.files.importing.open_file import ImportOptions, open_figures
from cdstrack.files.importing.workbook.reader import read_workbook
from cdstrack.files.output import write_whole
from cdstrack.files.text.legacy_font import legacy_font
from cdstrack.files.text.mojibake import mojibake
from cdstrack.render.record.grids import figures_grid
from cdstrack.render.view import View
from cdstrack.words.labels.cells import unit_words
from cdstrack.words.parse.clean import clean

TODAY = date(2200, 12, 31)
AWKWARD = [
    *("=1+1", "+84", "-5 điểm", "@x", "'tis", "''", "'", '=HYPERLINK("x")', '"trích"', "“trích”"),
    *(
        'a;b,c"d',
        "1.446",
        "31/7/2022",
        "na:không",
        "_x0041_",
        'x"',
        "”x",
        "[red]đỏ[/]",
        "#N/A",
        "công văn 12.5",
        "còn 1,5 tháng",
    ),
    *("x" * 2000, "số liệu 😀 hoá/hóa", "TRUE", "1e5", "007", "&amp;<b>", "sep=;"),
]

texts = (
    st.text(max_size=60)
    .map(lambda text: clean(text).strip())
    # What reads as an encoding or an old font gone wrong is refused, rightly.
    .filter(lambda text: bool(text) and mojibake(text) is None)
)
words = texts | st.sampled_from(AWKWARD)


@st.composite
def figures(draw: st.DrawFn) -> Observation:
    """A figure of any kind that the test plan accepts."""
    low, high = draw(fractions)
    part = {"numerator": Decimal(low), "denominator": Decimal(high or 1)}
    exact = share(part["numerator"], part["denominator"], Unit.PERCENT)
    kinds: dict[str, dict[str, Any]] = {
        "von": {"value": draw(numbers)},
        "so-dn": {"value": Decimal(high)},
        "ho-so": {"value": to_decimal(exact), **part, "stated": draw(st.none() | numbers)},
        "hang": {"value": Decimal(low or 1), "numerator": Decimal(low or 1)}
        | {"denominator": Decimal(high + 1)},
        "viec": {"state": draw(st.sampled_from(State))},
        "ty-suat": {"not_available": draw(words)},
        "nganh": {"value": Decimal(high).scaleb(-6), "disaggregation": "sector=du-lich"},
    }
    indicator, period = draw(st.sampled_from(sorted(kinds))), draw(periods)
    # Nothing is made known before its period has ended.
    later = st.dates(period.end, min(TODAY, period.end + timedelta(400))).map(Period.day)
    return Observation(
        indicator=indicator,
        org_unit=draw(st.sampled_from(["tinh-mau", "so-moi"])),
        period=period,
        qualifier=draw(st.sampled_from(Qualifier)),
        document=draw(st.sampled_from([None, "bc-1"])),
        reported=draw(st.none() | later),
        note=draw(st.none() | words),
        **kinds[indicator],
    )


def as_workbook(figures: Iterable[Observation], view: View, path: Path) -> None:
    with path.open("wb") as file:
        write_workbook(file, [figures_grid(figures, view)])


def as_excel_csv(figures: Iterable[Observation], view: View, path: Path) -> None:
    write_whole(path, excel_csv(figures_grid(figures, view)))


def arrived(path: Path, plan: Plan) -> list[Observation]:
    return figures_of(open_figures(path, plan, ImportOptions(), today=TODAY, documents={}))


def by_openpyxl(path: Path, plan: Plan) -> list[Observation]:
    filled = read_form(read_workbook(path, fast=False), OWN)
    return figures_of(form_figures(filled, plan, today=TODAY, documents={}))


def with_text(text: str, **changes: Any) -> Observation:
    fields = {"org_unit": "tinh-mau", "period": Period.parse("2021"), "note": text, **changes}
    return Observation(indicator="ty-suat", **{"not_available": text, **fields})


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("words", [None, {"vi": "nghìn tỷ đồng", "en": "thousand billion dong"}])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_unit_that_is_written_is_known_again(
    unit: Unit, words: dict[str, str] | None, language: str
) -> None:
    fields = {"id": "x", "name": {"vi": "X"}, "pillar": "p", "direction": "increase"}
    indicator = Indicator.model_validate({**fields, "unit": unit, "unit_label": words})
    written = unit_words(indicator, language)
    assert unit_problem(written, indicator) is None
    assert with_magnitude("12.5", written, indicator) == "12.5"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("write", "read"),
    [(as_workbook, arrived), (as_workbook, by_openpyxl), (as_excel_csv, arrived)],
    ids=["workbook", "workbook-openpyxl", "excel-csv"],
)
@given(written=st.lists(figures(), max_size=6, unique_by=lambda figure: figure.cell))
@example(
    written=[with_text(text, period=Period.parse(str(2000 + n))) for n, text in enumerate(AWKWARD)]
)
def test_every_figure_comes_back_as_it_was(
    plan: Plan,
    tmp_path: Path,
    write: Callable[..., None],
    read: Callable[..., list[Observation]],
    language: str,
    written: list[Observation],
) -> None:
    assume(legacy_font(as_csv(written)) is None)
    assume(not asked_about(written))
    path = tmp_path / "so-lieu.xlsx"
    write(written, View(plan, language), path)
    assert as_csv(read(path, plan)) == as_csv(written)
