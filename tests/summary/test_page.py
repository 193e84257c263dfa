"""The page as a person reads it: golden texts, laws of the layout, hostile text."""

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from os import environ
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from typing_extensions import override

from cdstrack.core.movement import NotCompared
from cdstrack.core.observation import Observation
from cdstrack.core.owed import OwnersReport, build_owners
from cdstrack.core.plan import Plan
from cdstrack.core.record import Change, Kind, Submission
from cdstrack.core.summary import Cause, SummaryReport
from cdstrack.render.letter import Letter
from cdstrack.render.letter_html import letter_html
from cdstrack.render.letter_markdown import letter_markdown
from cdstrack.render.letter_text import letter_text
from cdstrack.render.owners import owners_json, owners_letter, reminder_letter
from cdstrack.render.summary_json import summary_json
from cdstrack.render.summary_page import summary_letter
from cdstrack.render.view import View

GOLDEN = Path(__file__).parent / "golden"
SCHEMAS = Path(__file__).parents[2] / "docs/schema"
ESCAPE = "\x1b[31m"
HOSTILE = f"<script>alert(1)</script> **đậm** [x](http://x) {{0}} {ESCAPE}đỏ\u202e | `mã`\n# dòng"

Figure = Callable[..., Observation]
Page = Callable[..., SummaryReport]


@pytest.fixture
def full(figure: Figure, page: Page, submitted: Callable[..., Submission]) -> SummaryReport:
    """A week in which everything happened."""
    old = figure("xep-hang", "39/63", "2020", reported="2021-05-01")
    new = figure("xep-hang", "33/63", "2020", reported="2021-05-01", submission=2)
    added = figure("dich-vu", "70", "2021-12-31", reported="2022-03-01", submission=3)
    figures = [
        figure(
            "ho-so", "1483/2400", "2022-06-30", stated="80.2", document="bao-cao-6", submission=4
        ),
        figure("ho-so", "1407/2400", "2022-07-31", document="bao-cao-7", note="Rà soát danh mục"),
        figure("ho-so", "30", "2022-07-31", reported="2022-08-17", org_unit="huyen-a"),
        new,
        figure("xep-hang", "31/63", "2021", reported="2022-08-18", submission=5),
        figure(
            "ho-so-truc-tuyen", "900", "2021-01-01/2021-07-31", reported="2021-08-10", submission=4
        ),
        figure("ho-so-truc-tuyen", "1200", "2022-01-01/2022-07-31", document="bao-cao-7"),
        added,
        figure("dich-vu", "81.5", "2022-08-16", reported="2022-08-19", qualifier="about"),
        figure("kho-du-lieu", "in-progress", "2022-05-31", reported="2022-06-01", submission=4),
    ]
    acts = [
        submitted(1, "2022-08-17T05:00:00+00:00"),
        submitted(2, "2022-08-18T05:00:00+00:00", Kind.CORRECT, reason="đánh máy nhầm"),
        submitted(3, "2022-08-18T06:00:00+00:00"),
        submitted(4, "2022-07-15T05:00:00+00:00"),
        submitted(5, "2022-09-20T02:10:05.000001+00:00"),
    ]
    changes = [Change(2, old.cell, old, new), Change(3, added.cell, None, added)]
    return page("2022-W33", figures, acts, changes)


@pytest.fixture
def owners(plan: Plan, full: SummaryReport) -> OwnersReport:
    header = replace(full.after.header, report="owners")
    latest = [item.latest for item in full.after.items if item.latest]
    return build_owners(plan, replace(full.after, header=header), latest)


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compares with a reviewed file; UPDATE_GOLDEN=1 writes it anew, for `git diff` to show."""

    def compare(name: str, text: str) -> None:
        path, known = GOLDEN / name, re.sub(r"cdstrack \d+\.\d+\.\d+", "cdstrack X.Y.Z", text)
        if environ.get("UPDATE_GOLDEN"):
            GOLDEN.mkdir(exist_ok=True)
            path.write_text(known, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == known

    return compare


LANGUAGES = pytest.mark.parametrize("language", ["vi", "en"])


@LANGUAGES
def test_a_full_week(
    full: SummaryReport, plan: Plan, golden: Callable[[str, str], None], language: str
) -> None:
    golden(f"full.{language}.txt", letter_text(summary_letter(full, View(plan, language))))


@LANGUAGES
def test_a_week_without_anything_is_a_full_page_that_says_so(
    page: Page, plan: Plan, golden: Callable[[str, str], None], language: str
) -> None:
    letter = summary_letter(page("2022-W33", []), View(plan, language))
    golden(f"quiet.{language}.txt", letter_text(letter))


def test_the_same_week_as_markdown(
    full: SummaryReport, plan: Plan, golden: Callable[[str, str], None]
) -> None:
    golden("full.md", letter_markdown(summary_letter(full, View(plan))))


def test_the_owners_and_a_reminder(
    owners: OwnersReport, plan: Plan, golden: Callable[[str, str], None]
) -> None:
    golden("owners.txt", letter_text(owners_letter(owners, View(plan))))
    golden("remind.txt", letter_text(reminder_letter(owners, "so-tttt", View(plan))))


@LANGUAGES
def test_the_text_keeps_its_width_and_ends_no_line_blank(
    full: SummaryReport, plan: Plan, language: str
) -> None:
    text = letter_text(summary_letter(full, View(plan, language, width=200, colour=True)))
    lines = text.splitlines()
    assert max(map(len, lines)) == 78
    assert [line for line in lines if line != line.rstrip()] == []
    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_not_met_is_only_said_of_a_target_whose_day_is_over(
    figure: Figure, page: Page, plan: Plan
) -> None:
    behind = figure("xep-hang", "40/63", "2022-10-31", reported="2022-10-31")
    before = letter_text(summary_letter(page("2022-W43", [behind]), View(plan)))
    after = letter_text(summary_letter(page("2022-W44", [behind]), View(plan)))
    target = "Xếp hạng chuyển đổi số cấp tỉnh: mục tiêu 31/10/2022"
    assert target not in before
    told = f"{target} nhóm 30 dẫn đầu (trong 63): không đạt; đến hạn còn thiếu 10 bậc."
    assert told in " ".join(after.split())


def test_a_department_is_not_told_that_what_it_reported_was_never_reported(
    figure: Figure, page: Page, plan: Plan
) -> None:
    tourism = figure(
        "kinh-te-nganh", "6", "2021", reported="2022-08-17", disaggregation="sector=du-lich"
    )
    report = page("2022-W33", [tourism])
    header = replace(report.after.header, report="owners")
    asked = build_owners(plan, replace(report.after, header=header), [tourism])
    due = "hạn 9/10/2021, quá hạn 10 tháng"
    missing = "còn thiếu lĩnh vực: nong-nghiep; gần nhất: du-lich, kỳ năm 2021."
    for letter in (
        summary_letter(report, View(plan)),
        owners_letter(asked, View(plan)),
        reminder_letter(asked, "so-y-te", View(plan)),
    ):
        text = " ".join(letter_text(letter).split())
        assert f"Tỷ trọng kinh tế số từng ngành (hằng năm, tạm tính): {due}; {missing}" in text
    english = " ".join(letter_text(summary_letter(report, View(plan, "en"))).split())
    assert "overdue by 10 months; sector missing: nong-nghiep; latest: du-lich, 2021." in english
    (owner,) = [each for each in printed(report, plan)["owed"] if each["lead"] == "so-y-te"]
    (found,) = owner["figures"]
    assert (found["last"], found["missing"]) == ("2021-12-31", ["nong-nghiep"])


def words(report: SummaryReport, plan: Plan, language: str = "vi") -> str:
    """The page on one line."""
    return " ".join(letter_text(summary_letter(report, View(plan, language))).split())


def test_groups_without_figures_are_named_and_no_pace_is_asked_of_a_surplus(
    figure: Figure, page: Page, plan: Plan
) -> None:
    def share(value: str, on: str, reported: str) -> Observation:
        part = "sector=du-lich"
        return figure("kinh-te-nganh", value, on, reported=reported, disaggregation=part)

    figures = [share("4", "2020", "2021-08-01"), share("5.5", "2021", "2022-08-17")]
    told = words(page("2022-W33", figures), plan)
    gap = "mục tiêu năm 2025 mỗi lĩnh vực ít nhất 5%; còn 1/2 lĩnh vực chưa có số liệu. "
    assert f"Tỷ trọng kinh tế số từng ngành: 5,5%, {gap}" in told
    assert "Cần" not in told.partition(gap)[2].partition("III.")[0]
    assert "Đánh giá: đúng tiến độ (gốc tạm tính); còn 1/2 lĩnh vực chưa có số liệu" in told
    english = words(page("2022-W33", figures), plan, "en")
    assert "each sector at least 5%; 1 of 2 sectors still without figures. " in english
    assert "down" not in english.partition("II. Shortcomings")[2].partition("III.")[0]


def test_near_the_due_date_what_is_missing_is_told_and_no_pace_per_year(
    figure: Figure, page: Page, plan: Plan
) -> None:
    # The ranking is due on 31 October 2022: 64 days after week 34, 92 after week 30.
    figures = [
        figure("xep-hang", "45/63", "2020", reported="2021-08-08"),
        figure("xep-hang", "40/63", "2021", reported="2022-07-20"),
    ]
    near, far = (words(page(week, figures), plan) for week in ("2022-W34", "2022-W30"))
    assert "Cần tăng 10 bậc (còn 64 ngày); hiện tăng 5 bậc mỗi năm." in near
    assert "bậc mỗi năm (còn 92 ngày); hiện tăng 5 bậc mỗi năm." in far


def test_two_figures_days_apart_give_no_present_pace(
    figure: Figure, page: Page, plan: Plan
) -> None:
    figures = [
        figure("xep-hang", "45/63", "2022-08-01", reported="2022-08-02"),
        figure("xep-hang", "40/63", "2022-08-03", reported="2022-08-17"),
    ]
    told = words(page("2022-W33", figures), plan)
    assert "Cần tăng 10 bậc (còn 71 ngày); chưa tính được tốc độ hiện tại." in told


def test_points_are_called_points_and_ranks_places(full: SummaryReport, plan: Plan) -> None:
    text = " ".join(letter_text(summary_letter(full, View(plan))).split())
    assert "Giảm 3,17 điểm phần trăm so với kỳ 30/6/2022 (61,79%): tử số giảm 76" in text
    assert "Tăng 2 bậc so với kỳ năm 2020 (33/63)." in text
    assert "so với kỳ 1/1–31/7/2021 (cùng kỳ năm trước 900 hồ sơ)" in text


def test_an_assumed_baseline_is_said_to_be_one(figure: Figure, page: Page, plan: Plan) -> None:
    figures = [
        figure("xep-hang", "39/63", "2020", reported="2021-08-08"),
        figure("xep-hang", "35/63", "2021", reported="2022-08-17"),
    ]
    text = letter_text(summary_letter(page("2022-W33", figures), View(plan)))
    assert "(gốc tạm tính)" in text


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def hostile_letter(figure: Figure, page: Page, plan: Plan) -> Letter:
    figures = [figure("ho-so", "60", "2022-07-31", reported="2022-08-17", note=HOSTILE)]
    return summary_letter(page("2022-W33", figures), View(plan))


def test_the_html_loads_nothing_and_runs_nothing(
    figure: Figure, page: Page, plan: Plan, full: SummaryReport
) -> None:
    for letter in (hostile_letter(figure, page, plan), summary_letter(full, View(plan))):
        text = letter_html(letter)
        found = _Tags()
        found.feed(text)
        names = {tag for tag, _ in found.tags}
        assert names.isdisjoint({"script", "img", "link", "iframe", "object"})
        assert all(not name.startswith("on") for _, attributes in found.tags for name in attributes)
        assert "\x1b" not in text
        assert text.count("<!doctype html>") == 1
        assert unicodedata.is_normalized("NFC", text)


def test_markdown_and_text_obey_nothing_from_outside(
    figure: Figure, page: Page, plan: Plan
) -> None:
    letter = hostile_letter(figure, page, plan)
    markdown, text = letter_markdown(letter), letter_text(letter)
    assert "<script>" not in markdown
    assert "\\*\\*đậm\\*\\* \\[x\\](http://x) \\{0\\}" in markdown
    assert not {"\x1b", "\u202e"} & {*markdown, *text}
    assert "\n# dòng" not in markdown


def test_a_source_becomes_a_link_only_where_it_is_one_of_the_web(
    figure: Figure, page: Page, plan: Plan
) -> None:
    figures = [figure("ho-so", "60", "2022-06-30", document="bao-cao-6")]
    letter = summary_letter(page("2022-W28", figures), View(plan))
    assert 'href="https://mau.example.vn' in letter_html(letter)
    assert "<https://mau.example.vn" in letter_markdown(letter)
    hostile_source = replace(letter.sources[0], url="javascript:alert(1)")
    altered = replace(letter, sources=(hostile_source,))
    assert 'href="javascript' not in letter_html(altered)
    assert "<javascript" not in letter_markdown(altered)


def printed(report: SummaryReport, plan: Plan) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(summary_json(report, View(plan)))
    return found


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SCHEMAS / f"{name}.report.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(found)
    return found


def problems(name: str, value: object) -> list[str]:
    return [str(error.validator) for error in Draft202012Validator(schema(name)).iter_errors(value)]


def test_the_json_is_that_of_the_schema(full: SummaryReport, page: Page, plan: Plan) -> None:
    for report in (full, page("2022-W33", []), page("2022-W46", [])):
        assert problems("summary", printed(report, plan)) == []
    assert problems("summary", printed(full, plan) | {"surprise": 1}) == ["additionalProperties"]


def test_the_owners_json_is_that_of_its_schema(owners: OwnersReport, plan: Plan) -> None:
    found = json.loads(owners_json(owners, View(plan)))
    assert problems("owners", found) == []
    assert [each["lead"] for each in found["owners"]] == ["so-tttt", "so-tttt", "so-y-te", None]


def test_the_schemas_share_their_words_with_the_other_reports() -> None:
    known = schema("gaps")["$defs"]
    for name in ("summary", "owners", "summaries"):
        own = schema(name)["$defs"]
        assert {key: own[key] for key in own if key in known} == {
            key: known[key] for key in own if key in known
        }
    cause = schema("summary")["properties"]["verdicts"]["items"]["properties"]["cause"]
    assert cause["enum"] == [str(each) for each in Cause]
    compared = schema("summary")["$defs"]["movement"]["properties"]["not_compared"]["oneOf"][0]
    assert compared["enum"] == [str(each) for each in NotCompared]


def test_the_json_tells_the_same_as_the_page(full: SummaryReport, plan: Plan) -> None:
    found = printed(full, plan)
    assert found["week"] == {"id": "2022-W33", "monday": "2022-08-15", "sunday": "2022-08-21"}
    first = found["news"][0]
    assert first["figure"]["numerator"] == "1407"
    assert first["movement"]["change"] == "-3.166667"
    assert first["movement"]["numerator"] == "-76"
    assert [each["indicator"] for each in found["corrections"]] == ["xep-hang"]
    assert found["contradictions"][0]["computed"] == "61.791667"
    assert found["known_at"] == "2022-09-20T02:10:05.000001Z"
