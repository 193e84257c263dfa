"""Text from outside is shown, never obeyed: it neither crashes nor colours nor shifts anything."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes
from tests.printing import (
    as_csv,
    as_json,
    as_long_markdown,
    as_long_table,
    as_markdown,
    as_table,
    as_text,
)

from cdstrack.core.plan.model import Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.gaps import build_gaps
from cdstrack.core.reports.history import LogReport
from cdstrack.core.reports.status import StatusReport
from cdstrack.render.page.markdown import escaped
from cdstrack.render.view import View

HOSTILE = {
    "closing markup": "[/]",
    "colour markup": "[red]đỏ[/red] [bold]đậm",
    "link markup": "[link=https://example.org]đây[/link]",
    "emoji code": ":pile_of_poo: :warning:",
    "escape codes": "đỏ \x1b[31mđỏ\x1b[0m \x1b]8;;https://example.org\x07đây\x1b]8;;\x07",
    "C1 codes": "đỏ \x9b31m",
    "right-to-left marks": "abc \u202eđảo ngược\u202c \u2067x\u2069",
    "right-to-left letters": "שלום עולם",
    "zero widths": "khô\u200bng\ufeff thấy\u00ad",
    "line breaks": "một\nhai\r\nba\tbốn",
    "wide letters": "数字化转型 デジタル",
    "emoji": "🚀🚀🚀 👨‍👩‍👧‍👦",
    "decomposed letters": "Hồ sơ công việc",
    "one long word": "x" * 200,
    "a long name": "Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng " * 4,
    "a long number": "1" * 200,
    "table signs": "a | b || c",
    "format fields": "{0} {name} {__class__} %s %(x)s",
    "html": "<script>alert(1)</script> &amp;",
    "nothing to see": "\u200b\u200b",
}
Hostile = pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)


def plan_naming(make_plan: Callable[..., Plan], name: str) -> Plan:
    """A plan in which `name` stands wherever a text may stand."""
    label = {"vi": name}
    return make_plan(
        plan={"id": "p", "title": label, "area": "tinh"},
        documents={"van-ban": {"title": name}},
        pillars={"tru-cot": label},
        org_units={"tinh": label, "so": label},
        indicators=[
            {
                "id": "chi-tieu",
                "name": label,
                "pillar": "tru-cot",
                "level": name,
                "unit": "amount",
                "unit_label": label,
                "direction": "increase",
                "lead": "so",
                "person": name,
                "baseline": {"date": "2020-12-31", "value": "10"},
                "targets": [
                    {
                        "due": "2025-12-31",
                        "at_least": "90",
                        "wording": name,
                        "document": "van-ban",
                        "declared": None,
                        "ended": {"date": "2026-01-01", "reason": name},
                    },
                    {"due": "2030-12-31", "at_least": "95"},
                ],
            },
            {
                "id": "ke-ben",
                "name": {"vi": "Kế bên"},
                "pillar": "tru-cot",
                "unit": "percent",
                "direction": "increase",
                "targets": [{"due": "2025-12-31", "at_least": "90"}],
            },
        ],
    )


@pytest.fixture
def hostile_report(
    make_plan: Callable[..., Plan],
    make_figure: Callable[..., Observation],
    report_on: Callable[..., StatusReport],
) -> Callable[[str], tuple[Plan, StatusReport]]:
    def build(name: str) -> tuple[Plan, StatusReport]:
        plan = plan_naming(make_plan, name)
        seen = make_figure(plan, "chi-tieu", "2022-06-30", "20", note=name, document=name)
        return plan, report_on(plan, [seen])

    return build


Build = Callable[[str], tuple[Plan, StatusReport]]


@Hostile
@pytest.mark.parametrize("width", [80, 100, 140])
def test_a_hostile_name_does_not_shift_its_neighbours(
    hostile_report: Build, hostile: str, width: int
) -> None:
    plan, report = hostile_report(hostile)
    lines = as_long_table(report, View(plan, "vi", width)).splitlines()
    head = next((line for line in lines if line.startswith("Chỉ tiêu")), "")
    if not head:
        # Beside a name like a number no column fits; everything is then below one another.
        assert max(map(cell_len, lines)) <= width
        return
    start = cell_len(head[: head.index("Số liệu")])
    grid = rows_of(lines)
    assert any("Kế bên" in line for line in grid)
    for line in grid:
        assert columns(line, start - 2, start).strip() == "", line


def rows_of(lines: list[str]) -> list[str]:
    """The lines of the rows: not those of a pillar's name, which may take the whole width."""
    last = max(place for place, line in enumerate(lines) if line.startswith("━"))
    found, in_rows = [], False
    for line in lines[:last]:
        if line.startswith(("━", "─")):
            in_rows = line.startswith("─")
        elif in_rows:
            found.append(line)
    return found


def columns(line: str, start: int, stop: int) -> str:
    """What stands in these terminal columns of a line."""
    spans, _ = split_graphemes(line)
    found, at = "", 0
    for begin, end, size in spans:
        if at < stop and at + size > start:
            found += line[begin:end]
        at += size
    return found


@Hostile
def test_a_hostile_name_brings_no_colour_and_no_control_into_any_report(
    hostile_report: Build, hostile: str
) -> None:
    plan, report = hostile_report(hostile)
    view, gaps = View(plan, "vi", 100), build_gaps(report)
    for printed in (
        as_table(report, view),
        as_long_table(report, view),
        as_table(gaps, view),
        as_text(report, view),
        as_text(gaps, view),
        as_markdown(report, view),
        as_json(report, view),
        as_csv(report, view),
    ):
        assert not steering(printed.replace("\n", ""))
        printed.encode()


def steering(printed: str) -> set[str]:
    """The characters that a terminal would obey instead of showing them."""
    obeyed = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return {character for character in printed if unicodedata.category(character) in obeyed}


@Hostile
def test_with_colour_on_only_our_own_colours_appear(hostile_report: Build, hostile: str) -> None:
    plan, report = hostile_report(hostile)
    coloured = as_table(report, View(plan, "vi", 100, colour=True))
    codes = {part.split("m")[0] for part in coloured.split("\x1b[")[1:]}
    assert codes <= {"0", "1", *(f"1;38;5;{number}" for number in (28, 130, 160)), "38;5;63"}


def test_markup_and_emoji_codes_are_shown_as_they_are(hostile_report: Build) -> None:
    plan, report = hostile_report("[red]x[/] :warning:")
    assert "[red]x[/] :warning:" in as_table(report, View(plan, "vi", 140))


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=40,
)
@given(name=st.text(min_size=1, max_size=60).filter(lambda name: name.strip()))
def test_no_name_at_all_breaks_a_table(hostile_report: Build, name: str) -> None:
    plan, report = hostile_report(name)
    for width in (80, 140):
        printed = as_table(report, View(plan, "vi", width))
        assert not steering(printed.replace("\n", ""))


@pytest.mark.parametrize(
    ("outside", "shown"),
    [
        ("a | b", "a \\| b"),
        ("`code` *b* _i_ ~s~ $m$", "\\`code\\` \\*b\\* \\_i\\_ \\~s\\~ \\$m\\$"),
        ("[x](https://example.org)", "\\[x\\](https://example.org)"),
        ("<b>&lt;", "&lt;b&gt;&amp;lt;"),
        ("# a", "\\# a"),
        ("- a", "\\- a"),
        ("1. a", "1\\. a"),
        ("11 chỉ tiêu: 5", "11 chỉ tiêu: 5"),
        ("\\|", "\\\\\\|"),
    ],
)
def test_markdown_shows_what_it_would_obey(outside: str, shown: str) -> None:
    assert escaped(outside) == shown


@Hostile
def test_every_markdown_row_keeps_its_columns(hostile_report: Build, hostile: str) -> None:
    plan, report = hostile_report(hostile)
    printed = as_long_markdown(report, View(plan))
    rows = [line for line in printed.splitlines() if line.startswith("| ")]
    counts = {line.replace("\\\\", "").replace("\\|", "").count("|") for line in rows}
    assert len(rows) == 4
    assert len(counts) == 1


def test_the_log_shows_hostile_reasons_and_names_as_they_are(plan: Plan, log: LogReport) -> None:
    first = log.acts[0]
    hostile = replace(
        first.submission, by="[red]lan\x1b[31m", reason="{x} | [/]", source_name="a\u202eb.csv"
    )
    changed = replace(log, acts=(replace(first, submission=hostile),))
    printed = as_table(changed, View(plan, "vi", 140))
    assert "[red]lan" in printed
    assert "{x} | [/]" in printed
    assert "ab.csv" in printed
