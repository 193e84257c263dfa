"""The table of eight series in docs/methods.md is what the methods say today."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Golden

from cdstrack.core.plan.model import Indicator, MethodName
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.core.verdict.grounds import DecisionRow
from cdstrack.core.verdict.judge import judge
from cdstrack.core.verdict.methods import METHODS
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.series import build_series
from cdstrack.core.verdict.tendency import tendency_of
from cdstrack.core.verdict.vocabulary import Reason
from cdstrack.words.labels.vocabulary import status_words
from cdstrack.words.parse.numbers import format_number

PAGE = Path(__file__).parents[2] / "docs" / "methods.md"
_TABLE = re.compile(r"(?<=<!-- eight series -->\n).*?(?=<!-- /eight series -->)", re.DOTALL)


def rising(day: str, value: str, *targets: tuple[str, str]) -> dict[str, Any]:
    """An indicator that is to rise from a baseline to its targets."""
    return {
        "direction": "increase",
        "baseline": {"date": day, "value": value},
        "targets": [{"due": due, "at_least": goal} for due, goal in targets],
    }


def falling(day: str, value: str, key: str, due: str, goal: str) -> dict[str, Any]:
    """An indicator that is to fall from a baseline to its target."""
    return {
        "direction": "decrease",
        "baseline": {"date": day, "value": value},
        "targets": [{"due": due, key: goal}],
    }


SERIES: dict[str, tuple[str, dict[str, Any], dict[str, str]]] = {
    "E01": (
        "40 (2023), 50 (2025); at least 80 by 2030",
        rising("2023-12-31", "40", ("2030-12-31", "80")),
        {"2025-12-31": "50"},
    ),
    "E02": (
        "rank 45 (2022), 41, 36 (2024); top 30 by 2025",
        {"unit": "rank", "measure": "rank"}
        | falling("2022-12-31", "45", "top", "2025-12-31", "30"),
        {"2023-12-31": "41", "2024-12-31": "36"},
    ),
    "E04": (
        "0 (2023), 12 (mid-2024); at least 50 by 2025, 80 by 2030",
        rising("2023-12-31", "0", ("2025-12-31", "50"), ("2030-12-31", "80")),
        {"2024-06-30": "12"},
    ),
    "E05": (
        "62 (2022), 63.5, 61 (2024); at least 90 by 2030",
        rising("2022-12-31", "62", ("2030-12-31", "90")),
        {"2023-12-31": "63.5", "2024-12-31": "61"},
    ),
    "E06": (
        "35 (2022), 52 (2024), 58 (2025), 61 (mid-2026); at least 60 by 2025, 85 by 2030",
        rising("2022-12-31", "35", ("2025-12-31", "60"), ("2030-12-31", "85")),
        {"2024-12-31": "52", "2025-12-31": "58", "2026-06-30": "61"},
    ),
    "E07": (
        "14.5 (2015), 10.2 (2023); at most 7.25 by 2030",
        falling("2015-12-31", "14.5", "at_most", "2030-12-31", "7.25"),
        {"2023-12-31": "10.2"},
    ),
    "E08": (
        "0 (2020), 38 (2024); at least 100 by 2030",
        rising("2020-12-31", "0", ("2030-12-31", "100")),
        {"2024-12-31": "38"},
    ),
    "slowed": (
        "20 (2016), 35, 48, 52, 54, 55, 56, 56.5, 57 (2024); at least 70 by 2030",
        rising("2016-12-31", "20", ("2030-12-31", "70")),
        {
            f"{year}-12-31": value
            for year, value in zip(
                range(2017, 2025),
                ("35", "48", "52", "54", "55", "56", "56.5", "57"),
                strict=True,
            )
        },
    ),
}


def verdict(declared: dict[str, Any], by_day: dict[str, str], method: MethodName) -> Verdict:
    """The verdict on the last target, as of the day of the last figure."""
    plain = {"id": "e", "name": {"vi": "Chỉ tiêu"}, "pillar": "p", "unit": "percent"}
    indicator = Indicator.model_validate(plain | declared)
    as_of = date.fromisoformat(max(by_day))
    series = build_series(indicator, _observed(by_day), "t", as_of)
    target = indicator.ordered_targets[-1]
    return judge(indicator, target, series, as_of=as_of, plan_starts=None, method=method)


def _observed(by_day: dict[str, str]) -> list[Observation]:
    return [
        Observation(indicator="e", org_unit="t", period=Period.parse(day), value=Decimal(value))
        for day, value in by_day.items()
    ]


def cell(judged: Verdict) -> str:
    if Reason.UNDEFINED_FOR_METHOD in judged.reasons:
        return "–"
    measure = "" if judged.ratio is None else f" {format_number(judged.ratio, 'en', decimals=3)}"
    return f"{status_words(judged.status, 'en')}{measure}"


def table() -> str:
    heads = ["", "series", *(f"`{name}`" for name in METHODS)]
    rows = [heads, ["---"] * len(heads)]
    for name, (told, declared, by_day) in SERIES.items():
        cells = (cell(verdict(declared, by_day, method)) for method in METHODS)
        rows.append([name, told, *cells])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def test_the_table_is_what_the_methods_say(golden: Golden) -> None:
    given = _TABLE.sub(lambda _: table(), PAGE.read_text(encoding="utf-8"))
    golden(PAGE, given)


def test_the_page_has_a_section_for_every_method_and_a_line_for_every_row() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"\n### {name}\n" in page for name in METHODS)
    named = {
        match.replace("–15", "")
        for match in re.findall(r"^\| (\d+[a-e]?(?:–15)?) \|", page, re.MULTILINE)
    }
    assert named == {str(row) for row in DecisionRow} - {"13", "14", "15"}


def test_the_page_tells_the_cuts_that_are_used() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for name, method in METHODS.items():
        (line,) = re.findall(rf"^\| `{name}` \| .*[≥>].*\|$", page, re.MULTILINE)
        for cut in method.CLASSES.cuts:
            sign = ">" if cut.above else "≥"
            assert re.search(rf"{sign} {cut.bound:g}(0|\.00)? \|", line), (name, cut)


_VALUES = r"[\d.,() ]+"
_EXAMPLE = re.compile(
    rf"^Example: (?P<values>{_VALUES}); (?P<key>at least|at most) (?P<goal>[\d.]+) by "
    r"(?P<due>\d{4}): measure (?P<measure>-?[\d.]+), (?P<status>[a-z ]+)$",
    re.MULTILINE,
)
_UNTARGETED = re.compile(
    rf"^Example without a target, `(?P<method>\w+)`, a (?P<wanted>rise|fall) wanted: "
    rf"(?P<values>{_VALUES}): (?P<rate>[−\d.]+) % a year, (?P<verdict>\w+)$",
    re.MULTILINE,
)
_LIKELY = re.compile(
    rf"^Example likely: (?P<values>{_VALUES}); at least (?P<goal>[\d.]+) by (?P<due>\d{{4}}): centre "
    r"(?P<centre>[\d.]+), from (?P<low>[\d.]+) to (?P<high>[\d.]+), chance (?P<chance>[\d.]+)$",
    re.MULTILINE,
)


def _by_day(values: str) -> dict[str, str]:
    """`40 (2023), 50 (2025)` as figures at the ends of years."""
    found = re.findall(r"([\d.]+) \((\d{4})\)", values)
    return {f"{year}-12-31": value for value, year in found}


def _section(name: str) -> str:
    page = PAGE.read_text(encoding="utf-8")
    return page.split(f"\n### {name}\n", 1)[1].split("\n### ", 1)[0]


@pytest.mark.parametrize("name", [str(each) for each in METHODS])
def test_the_example_of_every_method_comes_out_as_the_page_says(name: str) -> None:
    examples = list(_EXAMPLE.finditer(_section(name)))
    assert examples
    for told in examples:
        key = "at_least" if told["key"] == "at least" else "at_most"
        declared = {
            "unit": "amount",
            "direction": "increase" if key == "at_least" else "decrease",
            "targets": [{"due": f"{told['due']}-12-31", key: told["goal"]}],
        }
        found = verdict(declared, _by_day(told["values"]), MethodName(name))
        assert found.ratio == pytest.approx(float(told["measure"]), abs=5e-4)
        assert status_words(found.status, "en").endswith(f" {told['status']}")


def test_the_examples_without_a_target_come_out_as_the_page_says() -> None:
    examples = list(_UNTARGETED.finditer(_section("Without a target")))
    assert {told["method"] for told in examples} == {"cagr", "eurostat", "unsd", "linear"}
    for told in examples:
        indicator = Indicator.model_validate(
            {
                "id": "e",
                "name": {"vi": "Chỉ tiêu"},
                "pillar": "p",
                "unit": "amount",
                "direction": "increase" if told["wanted"] == "rise" else "decrease",
            }
        )
        by_day = _by_day(told["values"])
        as_of = date.fromisoformat(max(by_day))
        series = build_series(indicator, _observed(by_day), "t", as_of)
        found = tendency_of(indicator, series, as_of, MethodName(told["method"]))
        assert found is not None
        assert str(found.verdict) == told["verdict"]
        assert found.rate * 100 == pytest.approx(float(told["rate"].replace("−", "-")), abs=0.05)


def test_the_example_of_what_is_likely_comes_out_as_the_page_says() -> None:
    (told,) = _LIKELY.finditer(PAGE.read_text(encoding="utf-8"))
    declared = {
        "direction": "increase",
        "targets": [{"due": f"{told['due']}-12-31", "at_least": told["goal"]}],
    }
    found = verdict(declared, _by_day(told["values"]), MethodName.LINEAR).likely
    assert found is not None
    numbers = {"centre": found.spread.centre, "low": found.low, "high": found.high}
    assert numbers == {name: pytest.approx(float(told[name]), abs=0.005) for name in numbers}
    assert found.chance == pytest.approx(float(told["chance"]), abs=5e-4)
