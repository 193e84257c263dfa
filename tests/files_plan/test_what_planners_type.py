"""What a planner would type is answered with a line that works when it is typed instead.

Each case is a line that the plan file does not take. What stands between backquotes in the remedy is
typed in its place, and the plan must then be read without an error.
"""

import re

import pytest

from cdstrack.core.problem import Problem, Severity
from cdstrack.files.plan.plan_file import PlanFile
from cdstrack.files.plan.reader import read_plan_text
from cdstrack.words.problems.sentences import remedy

HEAD = """\
plan: {id: cds-mau, title: Kế hoạch mẫu, starts: 2021-01-01}
documents: {nq: Nghị quyết}
pillars: {p: Trụ cột}
indicators:
"""
INDICATOR = {
    "id": "id: i",
    "name": "name: Chỉ tiêu",
    "pillar": "pillar: p",
    "unit": "unit: percent",
    "direction": "direction: increase",
}
TARGET = {"due": "due: 2025-12-31", "at_least": "at_least: 90"}
RANK = {"unit": "unit: rank", "direction": "direction: decrease"}
FALLS = {"direction": "direction: decrease"}
STATE = {"unit": "unit: state"}


def plan(indicator: dict[str, str], target: dict[str, str]) -> PlanFile:
    """A plan of one indicator with one target, given by their lines."""
    lines = [f"  {'-' if at == 0 else ' '} {line}" for at, line in enumerate(indicator.values())]
    lines += ["    targets:"] if target else []
    lines += [f"      {'-' if at == 0 else ' '} {line}" for at, line in enumerate(target.values())]
    return read_plan_text(HEAD + "\n".join(lines) + "\n", "targets.yaml")


def errors(found: PlanFile) -> list[Problem]:
    return [each for each in found.problems if each.severity is Severity.ERROR]


def offered(problem: Problem, language: str) -> list[str]:
    """The lines that a remedy says to type: those between backquotes, up to the first "or"."""
    words = re.split(r"; | hoặc | or |\), ", remedy(problem, language))[0]
    return re.findall(r"`([^`]+)`", words)


COMPARISONS = [
    "equals: 33.10",
    "equals: 85,5 %",
    "value: 90",
    "target: 90",
    "goal: 90%",
    "minimum: 90",
    "min: 90",
    "gte: 90",
    '">=": 90',
    "floor: 90",
    "not_less_than: 90",
    "tối thiểu: 90",
    "ít_nhất: 90",
    "trên: 80",
    "greater_than: 80",
    "gt: 80",
    "over: 80",
    "percent: 90",
    "about_: 30",
    "approx: 30",
    "khoảng: 30",
    "around: 30%",
    "range: 35-40",
    "range: [35, 40]",
    "interval: 35 - 40",
    "between: {min: 6, max: 6.5}",
    "between: 6,0% - 6,5%",
    "at_least: 6 - 6,5",
    "at_least: trên 80%",
    "at_least: khoảng 30%",
    "at_least: 1.850",
    "at_least: 8%/năm",
    "at_least: bình quân trên 11,5%/năm",
    "at_least: gấp đôi",
    "at_least: 80+",
    "increase: 30%",
    "tăng: 2 điểm phần trăm",
    "raise_by: 0,5",
    "increase_by: 0.5",
    "increase_by: 2pp",
    "increase_by: 2 percentage points",
    "increase_by: 0.5 - 1%",
    "each_year: 5",
    "yearly: 5",
    "hằng năm: 5",
    "each_year_over: 11.5",
    "annual_more_than: 11.5",
    "average: 10",
    "bình quân: 10",
    "average_above: 11.5",
    "mean_at_least: 10",
    "universal: yes",
    "phổ cập: có",
    "pho_cap: x",
    "everyone: yes",
    "at_least: {from: 35, to: 40}",
]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("typed", COMPARISONS)
def test_a_comparison_is_rewritten(typed: str, language: str) -> None:
    problem = only(plan(INDICATOR, {"due": TARGET["due"], "typed": typed}))
    lines = offered(problem, language)
    assert lines, remedy(problem, language)
    mended = plan(INDICATOR, {"due": TARGET["due"], **dict(enumerate_lines(lines))})
    assert errors(mended) == [], remedy(problem, language)


def only(found: PlanFile) -> Problem:
    [problem] = errors(found)
    return problem


def enumerate_lines(lines: list[str]) -> list[tuple[str, str]]:
    return [(f"line {at}", line) for at, line in enumerate(lines)]


@pytest.mark.parametrize(
    "typed",
    [
        "maximum: 5",
        "max: 5",
        "lte: 5",
        "không quá: 5",
        "at_most: ≤ 5",
        "equals: 5",
        "up_to: 5",
        "below: 3",
        "dưới: 3",
        "reduce: 30%",
        "giảm: 0,5 điểm %",
        "reduce_by: 0.5",
        "cut_by: 30",
        "reduce_by: 0,5 - 1%",
        "each_year_max: 4",
        "average_below: 4",
        "mean_at_most: 3,7",
    ],
)
def test_a_comparison_of_what_should_fall_is_rewritten(typed: str) -> None:
    problem = only(plan(INDICATOR | FALLS, {"due": TARGET["due"], "typed": typed}))
    lines = offered(problem, "en")
    assert lines, remedy(problem, "en")
    mended = plan(INDICATOR | FALLS, {"due": TARGET["due"], **dict(enumerate_lines(lines))})
    assert errors(mended) == [], remedy(problem, "en")


@pytest.mark.parametrize(
    ("around", "typed"),
    [
        (RANK, "top: 30/63"),
        (RANK, "top: 30 of 63"),
        (RANK, "top: nhóm 30"),
        (RANK, "rank: 30"),
        (RANK, "thứ hạng: 30"),
        (RANK, "equals: 30"),
        (STATE, "reach: complete"),
        (STATE, "reach: cơ bản hoàn thành"),
        (STATE, "reach: hoàn thành"),
        (STATE, "reach: in progress"),
        (STATE, "state: done"),
        (STATE, "equals: xong"),
        (STATE, "status: almost done"),
    ],
)
def test_a_place_and_a_state_are_rewritten(around: dict[str, str], typed: str) -> None:
    problem = only(plan(INDICATOR | around, {"due": TARGET["due"], "typed": typed}))
    lines = offered(problem, "vi")
    assert lines, remedy(problem, "vi")
    flat = [each for line in lines for each in re.split(r", (?=of:)", line)]
    mended = plan(INDICATOR | around, {"due": TARGET["due"], **dict(enumerate_lines(flat))})
    assert errors(mended) == [], remedy(problem, "vi")


@pytest.mark.parametrize(
    "typed",
    [
        "by: 2025",
        "deadline: 31/12/2025",
        "hạn: 2025",
        "year: 2025",
        "date: Q4/2025",
        "due_date: 2025-12-31",
        "milestone: 12/2025",
        "until: 2021-2025",
    ],
)
def test_a_due_date_under_another_name_is_rewritten(typed: str) -> None:
    problem = only(plan(INDICATOR, {"typed": typed, "at_least": TARGET["at_least"]}))
    [line] = offered(problem, "en")
    mended = plan(INDICATOR, {"line": line, "at_least": TARGET["at_least"]})
    assert errors(mended) == []
    assert mended.plan
    assert str(mended.plan.indicators[0].targets[0].due) == "2025-12-31"


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("name", "title: Chỉ tiêu"),
        ("name", "tên: Chỉ tiêu"),
        ("unit", "dvt: percent"),
        ("unit", "đơn vị tính: '%'"),
        ("unit", "unit: '%'"),
        ("unit", "unit: phần trăm"),
        ("unit", "unit: per_ten_thousand"),
        ("unit", "unit: days"),
        ("unit", "unit: giường bệnh/vạn dân"),
        ("unit", "unit: tỷ đồng"),
        ("unit", "unit: score"),
        ("unit", "unit: number"),
        ("direction", "direction: up"),
        ("direction", "direction: higher"),
        ("direction", "direction: tăng"),
        ("direction", "direction: neutral"),
        ("direction", "chiều: tăng"),
        ("measure", "measure: cumulative"),
        ("measure", "measure: lũy kế"),
        ("measure", "measure: tốc độ tăng"),
        ("measure", "measure: yoy"),
        ("frequency", "frequency: annual"),
        ("frequency", "frequency: hằng quý"),
        ("frequency", "frequency: every 6 months"),
        ("frequency", "freq: monthly"),
        ("level", "level: province"),
        ("level", "level: cấp xã"),
        ("pillar", "group: p"),
        ("baseline", "baseline: 40"),
        ("bounds", "bounds: 0-100"),
        ("bounds", "bounds: {min: 0, max: 100}"),
        ("bounds", "limits: 0-100"),
        ("every", "every: [nong-nghiep, du-lich]"),
        ("targets", "targets: {2025: 90, 2030: 100}"),
        ("targets", "targets: {due: 2025-12-31, minimum: 90}"),
        ("targets", "at_least: 90"),
        ("breaks", "breaks: {date: 2022-08-15, reason: Nghị định 42}"),
    ],
)
def test_a_key_or_a_word_of_an_indicator_is_rewritten(key: str, typed: str) -> None:
    around = {name: line for name, line in INDICATOR.items() if name != key}
    problem = only(plan({**around, "typed": typed}, {}))
    lines = offered(problem, "en") or [f"{key}: {problem.facts['near']}"]
    mended = plan({**around, **dict(enumerate_lines(lines))}, {})
    assert not [each for each in errors(mended) if each.code != "CDS155"], remedy(problem, "en")


def test_a_level_without_a_name_is_named_as_the_remedy_says() -> None:
    problem = only(plan({**INDICATOR, "level": "level: thon"}, {}))
    assert "`levels: {thon: …}`" in remedy(problem, "vi")
    text = HEAD.replace("pillars", "levels: {thon: …}\npillars")
    whole = (
        text + "  - {id: i, name: C, pillar: p, unit: count, direction: increase, level: thon}\n"
    )
    assert errors(read_plan_text(whole, "p")) == []


def test_two_ends_written_as_keys_are_one_problem() -> None:
    for low, high in (("from", "to"), ("min", "max"), ("low", "high")):
        found = plan(INDICATOR, {"due": TARGET["due"], "a": f"{low}: 35", "b": f"{high}: 40"})
        assert offered(only(found), "en") == ["between: [35, 40]"]
    found = plan(INDICATOR, {**TARGET, "b": "at_most: 95"})
    assert offered(only(found), "vi") == ["between: [90, 95]"]


def test_a_key_that_belongs_to_the_other_level_is_sent_there() -> None:
    found = only(plan(INDICATOR, {**TARGET, "u": "bounds: [0, 100]"}))
    assert remedy(found, "en") == "This key belongs to the indicator, outside `targets`."
    found = only(plan({**INDICATOR, "q": "quote: q1"}, TARGET))
    assert remedy(found, "vi") == "Khóa này thuộc về một mục tiêu, ở `targets`."


def test_a_word_that_nobody_knows_gets_the_list() -> None:
    found = only(plan(INDICATOR, {**TARGET, "c": "colour: red"}))
    assert remedy(found, "en").startswith("Keys allowed here: due, at_least,")
