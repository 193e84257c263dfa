"""The week on one sheet: what it says first, what it names, and that it always fits."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import Golden

from cdstrack.core.plan.model import Indicator, Plan
from cdstrack.core.record.acts import ActKind, Change, SourceDocument, Submission
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.status import StatusItem
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.core.weekly.debts import Debt
from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.render.page.html import document_html
from cdstrack.render.page.plain import document_text
from cdstrack.render.view import View
from cdstrack.render.weekly.sheet import MOST_LINES, sheet_document
from cdstrack.render.weekly.summary import full_document

Figure = Callable[..., Observation]
Page = Callable[..., SummaryReport]

LANGUAGES = pytest.mark.parametrize("language", ["vi", "en"])


def sheet(report: SummaryReport, plan: Plan, language: str = "vi") -> str:
    return document_text(sheet_document(report, View(plan, language)))


def first_sentence(report: SummaryReport, plan: Plan, language: str = "vi") -> str:
    return sheet_document(report, View(plan, language)).opening[0]


def shortcomings(report: SummaryReport, plan: Plan) -> str:
    return " ".join(sheet(report, plan).partition("II. ")[2].partition("III. ")[0].split())


@LANGUAGES
def test_a_full_week_on_one_sheet(
    full: SummaryReport, plan: Plan, golden: Golden, language: str
) -> None:
    golden(f"sheet.{language}.txt", sheet(full, plan, language))


def test_the_same_sheet_as_html(full: SummaryReport, plan: Plan, golden: Golden) -> None:
    golden("sheet.html", document_html(sheet_document(full, View(plan))))


@LANGUAGES
def test_a_quiet_week_on_one_sheet(page: Page, plan: Plan, golden: Golden, language: str) -> None:
    golden(f"quiet-sheet.{language}.txt", sheet(page("2022-W33", []), plan, language))


def test_the_first_sentence_can_be_said_aloud(figure: Figure, page: Page, plan: Plan) -> None:
    figures = [
        figure("ho-so", "60", "2022-07-31", reported="2022-08-17"),
        figure("dich-vu", "70", "2022-07-31", reported="2022-08-18"),
    ]
    report = page("2022-W33", figures)
    assert first_sentence(report, plan) == (
        "Trong tuần có 2 số liệu mới; 1 chỉ tiêu chuyển sang đúng tiến độ; "
        "2 cơ quan còn nợ 2 số liệu; 1 số liệu còn nợ chưa rõ cơ quan chủ trì."
    )
    assert first_sentence(report, plan, "en") == (
        "2 new figures this week; 1 indicator now on track; "
        "2 figures outstanding from 2 bodies; 1 figure outstanding without a lead body."
    )


def test_an_indicator_with_two_targets_that_turned_alike_is_one_indicator(
    figure: Figure, page: Page
) -> None:
    report = page("2022-W33", [figure("ho-so", "60", "2022-07-31", reported="2022-08-17")])
    turned = [(each.item.indicator.id, each.line.verdict.status) for each in report.verdicts]
    assert turned == [("ho-so", Status.ON_TRACK)] * 2
    assert report.turned == {Status.ON_TRACK: 1}


def test_many_turns_are_said_in_a_breath(full: SummaryReport, plan: Plan) -> None:
    (change,) = full.verdicts
    statuses = (Status.ACHIEVED, Status.BEHIND, Status.MISSED, Status.PENDING, Status.OVERDUE)
    changes = [
        replace(
            change,
            line=change.line._replace(verdict=change.line.verdict._replace(status=status)),
        )
        for status in statuses
    ]
    told = first_sentence(replace(full, verdicts=tuple(changes)), plan)
    assert "1 chỉ tiêu chuyển sang đạt; 1 chỉ tiêu chuyển sang chậm tiến độ" in told
    assert "1 chỉ tiêu chuyển sang không đạt; 2 thay đổi khác về đánh giá" in told


def test_verdicts_that_no_indicator_has_are_not_listed(page: Page, plan: Plan) -> None:
    counts = sheet_document(page("2022-W33", []), View(plan)).opening[1]
    assert counts == "4 chỉ tiêu: quá hạn 1; chưa có số liệu 3."


def test_what_is_on_course_is_no_shortcoming_even_when_it_fell(
    figure: Figure, page: Page, plan: Plan
) -> None:
    figures = [
        figure("ho-so", "62", "2022-06-30", reported="2022-07-15"),
        figure("ho-so", "60", "2022-07-31", reported="2022-08-17"),
    ]
    report = page("2022-W33", figures)
    assert [report.falling, report.gaps] == [(), ()]
    assert "Hồ sơ công việc" not in shortcomings(report, plan)
    assert "- Hồ sơ công việc: 60%, kỳ 31/7/2022, giảm 2 điểm phần trăm" in sheet(report, plan)


def test_decisions_are_named_worst_first_with_gap_pace_and_lead(
    figure: Figure, page: Page, plan: Plan
) -> None:
    figures = [
        figure("ho-so", "48", "2022-06-30", reported="2022-07-15"),
        figure("ho-so", "50", "2022-07-31", reported="2022-08-17"),
        figure("xep-hang", "30/63", "2020", reported="2021-08-08"),
        figure("xep-hang", "45/63", "2021", reported="2022-08-17"),
    ]
    report = page("2022-W33", figures)
    found = [(row.item.indicator.id, row.line.verdict.status) for row in report.decisions]
    assert found == [
        ("xep-hang", Status.DETERIORATING),
        ("kho-du-lieu", Status.OVERDUE),
        ("ho-so", Status.BEHIND),
    ]
    told = shortcomings(report, plan)
    assert (
        "- Hồ sơ công việc, chậm tiến độ: 50%, kỳ 31/7/2022; mục tiêu năm 2025 ít nhất 90%; "
        "còn thiếu 40 điểm phần trăm. Cần tăng 12 điểm phần trăm mỗi năm (còn hơn 3 năm); "
    ) in told
    assert "Chủ trì: Sở Thông tin và Truyền thông (phụ trách: Nguyễn Văn A)." in told


def test_a_past_target_named_for_a_decision_is_counted_once(
    figure: Figure, page: Page, plan: Plan
) -> None:
    missed = figure("xep-hang", "40/63", "2022-10-31", reported="2022-11-10")
    told = shortcomings(page("2022-W46", [missed]), plan)
    assert "không đạt: 40/63, kỳ 31/10/2022; mục tiêu 31/10/2022" in told
    assert told.count("10 bậc") == 1
    assert "đã qua thời hạn, không đạt" not in told


def test_a_page_with_a_past_target_does_not_say_that_there_is_none(page: Page, plan: Plan) -> None:
    text = document_text(full_document(page("2022-W33", []), View(plan)))
    assert "không đạt hoặc chưa hoàn thành" not in " ".join(text.split())


def test_debts_are_counted_by_body_and_the_list_is_left_to_the_reminder(
    figure: Figure, page: Page, plan: Plan
) -> None:
    report = page("2022-W34", [figure("ho-so", "60", "2022-07-31", reported="2022-08-01")])
    assert [(each.lead, each.overdue, each.coming) for each in report.debts] == [
        ("so-tttt", 1, 1),
        ("so-y-te", 1, 0),
        (None, 1, 0),
    ]
    told = " ".join(sheet(report, plan).split())
    assert (
        "- Sở Thông tin và Truyền thông: nợ 1 số liệu (quá hạn 11 tháng); "
        "sắp đến hạn 1 số liệu." in told
    )
    assert "cdstrack remind" in told


def test_an_undated_old_figure_is_an_addition_and_no_news(
    figure: Figure, page: Page, submitted: Callable[..., Submission]
) -> None:
    act = submitted(1, "2022-08-17T05:00:00+00:00")
    old = figure("xep-hang", "33/63", "2019", submission=1)
    recent = figure("xep-hang", "31/63", "2021", submission=1)
    changes = [Change(1, each.cell, None, each) for each in (old, recent)]
    report = page("2022-W33", [old, recent], [act], changes)
    assert [each.known.figure.cell for each in report.news] == [recent.cell]
    ((added,),) = [each.figures for each in report.additions]
    assert (added.figure.cell, added.dated) == (old.cell, False)
    dated = old.model_copy(update={"document": "bao-cao-7"})
    assert len(page("2022-W33", [dated], [act]).news) == 1


def test_a_draft_speaks_of_its_day_and_says_so_first(
    figure: Figure, page: Page, plan: Plan
) -> None:
    figures = [
        figure("ho-so", "60", "2022-07-31", reported="2022-08-17"),
        figure("dich-vu", "70", "2022-07-31", reported="2022-08-20"),
    ]
    friday = figures[0].period.end.replace(month=8, day=19)
    report = page("2022-W33", figures, as_of=friday)
    assert report.is_draft
    assert [each.indicator.id for each in report.news] == ["ho-so"]
    lines = sheet(report, plan).splitlines()
    assert lines[0] == "DỰ THẢO: tuần chưa kết thúc, tính đến ngày 19/8/2022"
    assert lines[3] == "Tính đến ngày 19/8/2022"
    assert not page("2022-W33", figures).is_draft


def _long(indicator: Indicator, words: int) -> Indicator:
    name = indicator.name.model_copy(update={"vi": "Tỷ lệ thủ tục hành chính " * words})
    return indicator.model_copy(update={"name": name, "short": None})


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    news=st.integers(0, 40),
    corrected=st.integers(0, 20),
    debts=st.integers(0, 30),
    decisions=st.integers(0, 40),
    words=st.integers(1, 6),
    doubtful=st.integers(0, 12),
)
def test_whatever_happened_the_sheet_is_one_page(
    full: SummaryReport, plan: Plan, **amounts: int
) -> None:
    busy = _busy(full, **amounts)
    for language in ("vi", "en"):
        lines = sheet(busy, plan, language).splitlines()
        assert len(lines) <= MOST_LINES
        assert max(map(len, lines)) <= 78
        told = " ".join(lines)
        assert set(re.findall(r"\[\d+\]", told)) == {
            mark for mark in re.findall(r"\[\d+\]", told) if told.count(mark) > 1
        }


def _busy(full: SummaryReport, **amounts: Any) -> SummaryReport:
    """The full week with so many entries of each kind, and names of so many words."""
    news = [replace(each, indicator=_long(each.indicator, amounts["words"])) for each in full.news]
    row = replace(full.gaps[0] if full.gaps else full.decisions[0])
    row = replace(
        row, item=row.item._replace(indicator=_long(row.item.indicator, amounts["words"]))
    )
    doubtful = [_doubtful(full.after.items[0], n) for n in range(amounts["doubtful"])]
    return replace(
        full,
        news=tuple(news[n % len(news)] for n in range(amounts["news"])),
        corrections=full.corrections * amounts["corrected"],
        decisions=(row,) * amounts["decisions"],
        debts=tuple(Debt(f"so-{n}", n, 1, None) for n in range(amounts["debts"])),
        after=replace(full.after, items=(*full.after.items, *doubtful)),
        sources=(*full.sources, *(_source(n) for n in range(amounts["doubtful"]))),
    )


def _doubtful(item: StatusItem, n: int) -> StatusItem:
    """An item whose latest figure is doubtful and comes from a document of its own."""
    assert item.latest is not None
    latest = item.latest.model_copy(update={"document": f"bao-cao-rieng-{n}"})
    return item._replace(latest=latest, doubts=("CDS503",))


def _source(n: int) -> SourceDocument:
    return SourceDocument(key=f"bao-cao-rieng-{n}", title=f"Báo cáo riêng {n}")


def test_a_figure_is_named_with_its_verdict_before_and_after_and_only_there(
    figure: Figure, page: Page, plan: Plan
) -> None:
    report = page("2022-W33", [figure("ho-so", "60", "2022-07-31", reported="2022-08-17")])
    told = " ".join(sheet(report, plan).split())
    assert "chưa có số liệu → đúng tiến độ; còn thiếu 30 điểm phần trăm." in told
    assert told.count("→") == 2
    assert "Chưa có số liệu → đúng tiến độ, do có số liệu mới: Hồ sơ công việc (năm 2030)" in told


def test_a_correction_keeps_its_reason(full: SummaryReport, plan: Plan) -> None:
    (effect,) = full.corrections
    assert effect.correction.submission.kind is ActKind.CORRECT
    told = " ".join(sheet(full, plan).split())
    assert "39/63 → 33/63 (không nêu nguồn); lý do: đánh máy nhầm." in told


@LANGUAGES
def test_a_doubtful_figure_is_named_with_the_reason(
    figure: Figure, page: Page, plan: Plan, language: str
) -> None:
    figures = [
        figure("ho-so", "60", "2022-06-30", reported="2022-07-05"),
        figure("ho-so", "6", "2022-07-31", reported="2022-08-17"),
    ]
    report = page("2022-W33", figures)
    assert [(each.indicator.id, each.doubts) for each in report.doubtful] == [
        ("ho-so", ("CDS503",))
    ]
    why = {"vi": "thay đổi đột ngột so với kỳ trước", "en": "sudden change from the period before"}
    assert why[language] in " ".join(sheet(report, plan, language).split())
    assert why[language] in " ".join(
        document_text(full_document(report, View(plan, language))).split()
    )
