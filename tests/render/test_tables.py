"""The reports as people see them; the files in `golden/` are read and reviewed like code."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len
from tests.conftest import Golden
from tests.printing import as_long_table, as_markdown, as_table, as_text, printed

from cdstrack.core.plan.model import Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.gaps import GapsReport
from cdstrack.core.reports.header import ReportHeader, area_notices
from cdstrack.core.reports.history import LogReport
from cdstrack.core.reports.judging import build_status
from cdstrack.core.reports.status import StatusReport, select
from cdstrack.core.reports.targets import TargetsReport
from cdstrack.render.page import canvas
from cdstrack.render.view import TABULAR, Format, View
from cdstrack.words.labels.vocabulary import STATUS, STATUS_SIGN

SGR = re.compile(r"\x1b\[[0-9;]*m")
every_language = pytest.mark.parametrize("language", ["vi", "en"])


@every_language
@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_the_status_at_a_glance(
    report: StatusReport, plan: Plan, golden: Golden, language: str, width: int
) -> None:
    drawn = as_table(report, View(plan, language, width))
    golden(f"status.table.{language}.{width}.txt", drawn)


@every_language
@pytest.mark.parametrize("width", [80, 100, 140])
def test_the_long_status(
    report: StatusReport, plan: Plan, golden: Golden, language: str, width: int
) -> None:
    drawn = as_long_table(report, View(plan, language, width))
    golden(f"status.long.{language}.{width}.txt", drawn)


@every_language
@pytest.mark.parametrize("width", [80, 100, 140])
def test_the_gaps_table(
    gaps: GapsReport, plan: Plan, golden: Golden, language: str, width: int
) -> None:
    golden(f"gaps.table.{language}.{width}.txt", as_table(gaps, View(plan, language, width)))


@every_language
def test_the_targets_table(
    targets: TargetsReport, plan: Plan, golden: Golden, language: str
) -> None:
    golden(f"targets.table.{language}.txt", as_table(targets, View(plan, language, 140)))


@every_language
def test_the_log_table(log: LogReport, plan: Plan, golden: Golden, language: str) -> None:
    golden(f"log.table.{language}.txt", as_table(log, View(plan, language, 120)))


@every_language
def test_the_plain_texts_for_mail(
    report: StatusReport,
    gaps: GapsReport,
    targets: TargetsReport,
    log: LogReport,
    golden: Golden,
    language: str,
) -> None:
    view = View(targets.plan, language, 100)
    golden(f"status.text.{language}.txt", as_text(report, view))
    golden(f"gaps.text.{language}.txt", as_text(gaps, view))
    golden(f"targets.text.{language}.txt", as_text(targets, view))
    golden(f"log.text.{language}.txt", as_text(log, view))


@every_language
def test_the_markdown_tables(
    report: StatusReport,
    gaps: GapsReport,
    targets: TargetsReport,
    log: LogReport,
    golden: Golden,
    language: str,
) -> None:
    view = View(targets.plan, language)
    golden(f"status.{language}.md", as_markdown(report, view))
    golden(f"gaps.{language}.md", as_markdown(gaps, view))
    golden(f"targets.{language}.md", as_markdown(targets, view))
    golden(f"log.{language}.md", as_markdown(log, view))


@pytest.mark.parametrize("width", [60, 72, 80, 92, 100, 120, 140, 200])
@pytest.mark.parametrize("name", ["report", "gaps", "targets", "log"])
@every_language
def test_no_line_is_wider_than_the_view(
    name: str, plan: Plan, width: int, language: str, request: pytest.FixtureRequest
) -> None:
    drawn = as_table(request.getfixturevalue(name), View(plan, language, width))
    assert max(map(cell_len, drawn.splitlines())) <= width


@pytest.mark.parametrize("width", [60, 80, 100, 140])
@every_language
def test_no_line_of_the_long_status_is_wider_than_the_view(
    report: StatusReport, plan: Plan, width: int, language: str
) -> None:
    drawn = as_long_table(report, View(plan, language, width))
    assert max(map(cell_len, drawn.splitlines())) <= width


def test_a_view_too_narrow_for_the_numbers_gets_them_whole(
    report: StatusReport, plan: Plan
) -> None:
    drawn = as_long_table(report, View(plan, "vi", 20))
    for whole in ("50,83%", "735/1.446", "31/07/2022", "172.000,5", "9.996/10.000", "39,17"):
        assert whole in drawn


@pytest.mark.parametrize("width", [20, 80, 100, 140])
def test_nothing_is_cut_off_with_dots(report: StatusReport, plan: Plan, width: int) -> None:
    assert "…" not in as_long_table(report, View(plan, "vi", width))


@pytest.mark.parametrize("width", [80, 100, 140])
def test_colour_changes_nothing_but_colour(report: StatusReport, plan: Plan, width: int) -> None:
    plain = as_table(report, View(plan, "vi", width))
    coloured = as_table(report, View(plan, "vi", width, colour=True))
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    bare = [line.rstrip() for line in SGR.sub("", coloured).splitlines()]
    assert bare == plain.splitlines()


def test_every_verdict_is_a_sign_and_a_word_without_colour(
    report: StatusReport, plan: Plan
) -> None:
    drawn = " ".join(as_long_table(report, View(plan, "vi", 140)).split())
    for item in report.items:
        assert item.status is not None
        assert f"{STATUS_SIGN[item.status]} {STATUS[item.status].vi[:12]}" in drawn


@pytest.mark.parametrize("ground", [0.0, 1.0], ids=["black", "white"])
def test_every_colour_can_be_read_on_black_and_on_white(ground: float) -> None:
    for name in (canvas.GREEN, canvas.ORANGE, canvas.RED, canvas.BLUE):
        lights = sorted((luminance(name), ground))
        assert (lights[1] + 0.05) / (lights[0] + 0.05) >= 3.8, name


def luminance(name: str) -> float:
    """Relative luminance (WCAG 2) of a colour of the 256-colour cube."""
    number = int(name.removeprefix("color(").removesuffix(")")) - 16
    steps = (0, 95, 135, 175, 215, 255)
    shares = [steps[number // place % 6] / 255 for place in (36, 6, 1)]
    linear = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_stale_figure_and_an_assumed_baseline_are_marked_in_words(
    report: StatusReport, plan: Plan
) -> None:
    drawn = as_table(report, View(plan, "vi", 140))
    assert "‡ số liệu cũ" in drawn
    assert "● đúng tiến độ *" in drawn
    assert "* gốc tạm tính: kế hoạch không nêu giá trị gốc" in drawn


def test_marks_that_do_not_occur_are_not_explained(report: StatusReport, plan: Plan) -> None:
    one = select(report, lambda item: item.indicator.id == "ho-so-cap-tinh")
    drawn = as_table(one, View(plan, "vi", 100))
    assert "gốc tạm tính" not in drawn
    assert "†" not in drawn


def test_a_report_of_nothing_says_so(report: StatusReport, plan: Plan) -> None:
    nothing = select(report, lambda _: False)
    assert "Không có chỉ tiêu nào để hiển thị.\n" in as_table(nothing, View(plan))
    assert "No indicators to show.\n" in as_text(nothing, View(plan, "en"))
    assert "Không có chỉ tiêu nào để hiển thị." in as_markdown(nothing, View(plan))


def test_notices_stand_above_the_table(
    plan: Plan, header: ReportHeader, make_plan: Callable[..., Plan]
) -> None:
    units = {"tinh-mau": {"vi": "tỉnh Mẫu", "closed": "2022-06-30"}}
    closed = make_plan(org_units=units)
    told = replace(header, notices=area_notices(closed, header.as_of))
    drawn = as_table(build_status(closed, [], told), View(plan, "vi", 100))
    before, _ = drawn.split("\nChính quyền số")
    assert "\n! Tỉnh Mẫu là đơn vị hành chính đến hết ngày 30/06/2022" in before


def test_an_empty_store_says_that_nothing_has_been_recorded(
    report: StatusReport, plan: Plan
) -> None:
    never = replace(report, header=replace(report.header, known_at=None))
    assert "\nChưa ghi số liệu nào." in as_table(never, View(plan))


def test_the_instant_is_that_of_the_plans_time_zone(report: StatusReport, plan: Plan) -> None:
    drawn = as_table(report, View(plan))
    assert "Theo số liệu đã ghi đến 21/08/2022 09:10:05 (Asia/Ho_Chi_Minh)." in drawn
    unknown = replace(report, header=replace(report.header, timezone="Mars/Olympus"))
    assert "21/08/2022 02:10:05 (UTC)." in as_table(unknown, View(plan))


def test_a_part_of_a_year_stands_beside_the_same_part_of_the_year_before(
    plan: Plan, figures: list[Observation], report: StatusReport
) -> None:
    everything = build_status(plan, figures, report.header, context=True)
    drawn = as_long_table(everything, View(plan, "vi", 140))
    assert "169.353 giao dịch" in drawn
    assert "cùng kỳ năm trước 120.000 giao dịch" in " ".join(drawn.split())


def test_due_dates_without_a_column_of_their_own_are_named_beside_the_target(
    report: StatusReport, plan: Plan
) -> None:
    narrow = as_long_table(report, View(plan, "vi", 100))
    assert "Mốc 2030 · khác" in narrow
    assert "✗ 2021: ≥ 40%" in narrow
    assert "◇ không nêu hạn:" in narrow
    roomy = as_long_table(report, View(plan, "vi", 200))
    assert "Mốc 2021" in roomy
    assert "2021: ≥ 40%" not in roomy


def test_the_verdict_row_of_an_80_column_terminal_says_how_much_is_left_out(
    report: StatusReport, plan: Plan
) -> None:
    hidden = len(report.lines) - len(report.items)
    drawn = as_long_table(report, View(plan, "vi", 80))
    assert f"{hidden} mục tiêu khác: xem cdstrack gaps" in drawn


@pytest.mark.parametrize(
    ("name", "value"),
    [("FORCE_COLOR", "1"), ("NO_COLOR", "1"), ("TERM", "dumb"), ("COLUMNS", "40"), ("LINES", "5")],
)
@pytest.mark.parametrize("colour", [True, False])
def test_only_the_view_decides_about_width_and_colour(
    report: StatusReport,
    plan: Plan,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: str,
    colour: bool,
) -> None:
    view = View(plan, "vi", 100, colour=colour)
    before = as_table(report, view)
    monkeypatch.setenv(name, value)
    assert as_table(report, view) == before


@pytest.mark.parametrize("name", ["report", "gaps", "targets", "log"])
@pytest.mark.parametrize("form", Format)
def test_a_report_of_rows_is_written_in_its_formats_and_in_no_other(
    name: str, form: Format, plan: Plan, request: pytest.FixtureRequest
) -> None:
    value = request.getfixturevalue(name)
    if form in TABULAR:
        assert printed(form, value, View(plan)).endswith("\n")
    else:
        with pytest.raises(LookupError):
            printed(form, value, View(plan))
