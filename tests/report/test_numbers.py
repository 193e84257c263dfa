"""Every format of the report has the numbers of `status --format json`, cell by cell.

A format takes part by a reader in `READERS`: from its file to the values it shows, by indicator, position
of the target and name of the field. What a format shows is compared; `SHOWN` says what it must show.
"""

import json
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.conftest import Run
from typing_extensions import override

from cdstrack.files.workplace import examples

Place = tuple[str, int, str]
Values = Mapping[Place, str]
FIELDS = (
    *("threshold", "status", "gap", "gap_count", "completion", "expected", "required_pace"),
    *("current_pace", "forecast", "reached_on"),
)
OF_THE_INDICATOR = -1
"""The position under which the latest figure stands."""


def of_status(text: str) -> dict[Place, str]:
    """The values of `status --format json`, as their texts there."""
    found: dict[Place, str] = {}
    # Numbers stay as they are written.
    for item in json.loads(text, parse_float=str, parse_int=str)["items"]:
        key = item["indicator"]
        if item["latest"]:
            found[key, OF_THE_INDICATOR, "value"] = item["latest"]["value"]
        for place, target in enumerate(item["targets"]):
            likely = target["likely"] or {}
            known = {name: target[name] for name in FIELDS}
            known |= {f"likely_{name}": likely.get(name) for name in ("low", "high", "chance")}
            found |= {(key, place, name): value for name, value in known.items() if value}
    return found


class _Page(HTMLParser):
    """The `<data>` of the table of indicators and of the tables of targets."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[Place, str] = {}
        self._indicator = ""
        self._fields: list[str] = []
        self._column = OF_THE_INDICATOR
        self._part = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        named = known.get("id") or ""
        if tag in {"tr", "section"} and named[:2] in {"t-", "i-"}:
            self._indicator, self._fields = named[2:], ["value"]
        elif tag == "tr":
            self._fields = (known.get("data-field") or "").split()
        if tag == "tr":
            self._column = OF_THE_INDICATOR
        elif tag == "td" and self._fields != ["value"]:
            self._column += 1
            self._part = 0
        elif tag == "data":
            value = known.get("value") or ""
            if value:
                self.found[self._indicator, self._column, self._fields[self._part]] = value
            self._part += self._fields != ["value"]


def of_html(path: Path) -> Values:
    """The values of the page."""
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page.found


READERS: dict[str, Callable[[Path], Values]] = {"html": of_html}
SHOWN: dict[str, frozenset[str]] = {
    "html": frozenset(
        {"value", "threshold", "status", "completion", "expected", "required_pace", "forecast"}
        | {"likely_low", "likely_high", "likely_chance", "reached_on"}
    ),
}
"""The fields that a format shows wherever they are known; others where they say something."""
PLANS = tuple(example.name for example in examples())


@pytest.fixture(params=PLANS)
def shipped(request: pytest.FixtureRequest, run: Run, monkeypatch: pytest.MonkeyPatch) -> str:
    """A shipped plan with its figures, in the folder that the test stands in."""
    monkeypatch.setenv("CDSTRACK_TODAY", "2026-11-28")
    for arguments in (["init", "--example", request.param], ["import", "data/observations.csv"]):
        assert run(*arguments).code == 0
    return str(request.param)


@pytest.mark.parametrize("ending", READERS)
@pytest.mark.parametrize("day", ["2022-08-31", "2026-06-30"])
def test_the_numbers_are_those_of_status(
    run: Run, folder: Path, shipped: str, ending: str, day: str
) -> None:
    asked = ("--as-of", day, "--all")
    assert run("report", *asked, "-o", f"bao-cao.{ending}").code == 0, shipped
    shown = READERS[ending](folder / f"bao-cao.{ending}")
    known = of_status(run("status", *asked, "--format", "json").out)
    assert shown or not known
    assert {place: known.get(place) for place in shown} == dict(shown)
    missing = [place for place in known if place[2] in SHOWN[ending] and place not in shown]
    assert not missing
