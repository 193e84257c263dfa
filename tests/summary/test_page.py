"""The page as a person reads it: golden texts, laws of the layout, hostile text."""

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.conftest import Golden
from tests.printing import as_json

from cdstrack.core.plan.model import Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.weekly.obligations import OwnersReport, build_owners
from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.render.page.html import document_html
from cdstrack.render.page.markdown import document_markdown
from cdstrack.render.page.plain import document_text
from cdstrack.render.view import View
from cdstrack.render.weekly.owners import owners_document, reminder_document
from cdstrack.render.weekly.sheet import sheet_document
from cdstrack.render.weekly.summary import full_document

Figure = Callable[..., Observation]
Page = Callable[..., SummaryReport]

LANGUAGES = pytest.mark.parametrize("language", ["vi", "en"])


@LANGUAGES
def test_a_full_week(full: SummaryReport, plan: Plan, golden: Golden, language: str) -> None:
    golden(f"full.{language}.txt", document_text(full_document(full, View(plan, language))))


@LANGUAGES
def test_a_week_without_anything_is_a_full_page_that_says_so(
    page: Page, plan: Plan, golden: Golden, language: str
) -> None:
    document = full_document(page("2022-W33", []), View(plan, language))
    golden(f"quiet.{language}.txt", document_text(document))


def test_the_same_week_as_markdown(full: SummaryReport, plan: Plan, golden: Golden) -> None:
    golden("full.md", document_markdown(full_document(full, View(plan))))


def test_the_full_page_draws_the_figures_that_the_sheet_draws(
    full: SummaryReport, plan: Plan
) -> None:
    drawn = [
        re.findall(r"<title>(.*?)</title>\n(?:<line.*\n)?<polyline", document_html(made))
        for made in (sheet_document(full, View(plan)), full_document(full, View(plan)))
    ]
    assert drawn[0]
    assert set(drawn[0]) <= set(drawn[1])


def test_the_owners_and_a_reminder(owners: OwnersReport, plan: Plan, golden: Golden) -> None:
    golden("owners.txt", document_text(owners_document(owners, View(plan))))
    golden("remind.txt", document_text(reminder_document(owners, "so-tttt", View(plan))))


@LANGUAGES
def test_the_text_keeps_its_width_and_ends_no_line_blank(
    full: SummaryReport, plan: Plan, language: str
) -> None:
    text = document_text(full_document(full, View(plan, language, width=200, colour=True)))
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
    before = document_text(full_document(page("2022-W43", [behind]), View(plan)))
    after = document_text(full_document(page("2022-W44", [behind]), View(plan)))
    missed = "Xếp hạng chuyển đổi số cấp tỉnh, không đạt: 40/63, kỳ 31/10/2022"
    assert missed not in before
    target = "mục tiêu 31/10/2022 nhóm 30 dẫn đầu (trong 63)"
    told = f"{missed}; {target}; đến hạn thiếu 10 bậc."
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
    for document in (
        full_document(report, View(plan)),
        owners_document(asked, View(plan)),
        reminder_document(asked, "so-y-te", View(plan)),
    ):
        text = " ".join(document_text(document).split())
        assert f"Tỷ trọng kinh tế số từng ngành (hằng năm, tạm tính): {due}; {missing}" in text
    english = " ".join(document_text(full_document(report, View(plan, "en"))).split())
    assert "overdue by 10 months; sector missing: nong-nghiep; latest: du-lich, 2021." in english
    printed = json.loads(as_json(report, View(plan)))
    (owner,) = [each for each in printed["owed"] if each["lead"] == "so-y-te"]
    (found,) = owner["figures"]
    assert (found["last"], found["missing"]) == ("2021-12-31", ["nong-nghiep"])


def words(report: SummaryReport, plan: Plan, language: str = "vi") -> str:
    """The page on one line."""
    return " ".join(document_text(full_document(report, View(plan, language))).split())


def test_groups_without_figures_are_named_and_what_is_on_course_is_no_shortcoming(
    figure: Figure, page: Page, plan: Plan
) -> None:
    def share(value: str, on: str, reported: str) -> Observation:
        part = "sector=du-lich"
        return figure("kinh-te-nganh", value, on, reported=reported, disaggregation=part)

    figures = [share("4", "2020", "2021-08-01"), share("5.5", "2021", "2022-08-17")]
    told = words(page("2022-W33", figures), plan)
    assert "Tỷ trọng kinh tế số" not in told.partition("II. ")[2].partition("III.")[0]
    assert "Đánh giá: đúng tiến độ (gốc tạm tính); còn 1/2 lĩnh vực chưa có số liệu" in told
    english = words(page("2022-W33", figures), plan, "en")
    assert "Verdict: on track (assumed baseline); 1 of 2 sectors without figures" in english
    assert "Digital share" not in english.partition("II. Shortcomings")[2].partition("III.")[0]


def test_near_the_due_date_what_is_missing_is_told_and_no_pace_per_year(
    figure: Figure, page: Page, plan: Plan
) -> None:
    # The ranking is due on 31 October 2022: 64 days after week 34, 92 after week 30.
    figures = [
        figure("xep-hang", "45/63", "2020", reported="2021-08-08"),
        figure("xep-hang", "40/63", "2021", reported="2022-07-20"),
    ]
    near, far = (words(page(week, figures), plan) for week in ("2022-W34", "2022-W30"))
    assert "Cần tăng 10 bậc (còn 64 ngày); hiện tại tăng 5 bậc mỗi năm." in near
    assert "bậc mỗi năm (còn 3 tháng); hiện tại tăng 5 bậc mỗi năm." in far


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
    text = " ".join(document_text(full_document(full, View(plan))).split())
    assert "Giảm 3,17 điểm phần trăm so với kỳ 30/6/2022 (61,79%): tử số giảm 76" in text
    assert "Tăng 2 bậc so với kỳ năm 2020 (33/63)." in text
    assert "so với kỳ 1/1–31/7/2021 (cùng kỳ năm trước 900 hồ sơ)" in text


def test_an_assumed_baseline_is_said_to_be_one(figure: Figure, page: Page, plan: Plan) -> None:
    figures = [
        figure("xep-hang", "39/63", "2020", reported="2021-08-08"),
        figure("xep-hang", "35/63", "2021", reported="2022-08-17"),
    ]
    text = document_text(full_document(page("2022-W33", figures), View(plan)))
    assert "(gốc tạm tính)" in text
