"""Layouts are tried by their first rows: what is given up by these would not have fitted whole."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.conftest import figure, header_of, plan_with

from cdstrack.core.plan.model import MethodName
from cdstrack.core.reports.comparison import build_comparison
from cdstrack.core.reports.gaps import build_gaps
from cdstrack.core.reports.judging import build_status
from cdstrack.core.reports.status import StatusItem
from cdstrack.core.reports.targets import TargetsReport
from cdstrack.render.page.layout import FIRST_ROWS, Draft
from cdstrack.render.page.sizing import least_width
from cdstrack.render.page.terminal import widest
from cdstrack.render.status.comparison import comparison_drafts
from cdstrack.render.status.gaps import gaps_drafts
from cdstrack.render.status.glance import glance_drafts
from cdstrack.render.status.overview import status_drafts
from cdstrack.render.status.targets import targets_drafts
from cdstrack.render.view import View

PLAN = plan_with()
FIGURES = [
    figure(PLAN, "ho-so-cap-tinh", "2021-12-31", "671/1440"),
    figure(PLAN, "ho-so-cap-tinh", "2022-07-31", "735/1446"),
    figure(PLAN, "xep-hang", "2021", "31/63"),
    figure(PLAN, "trung-tam-dieu-hanh", "2022-Q2", "in-progress"),
    figure(PLAN, "tai-khoan", "2021-12-31", "36"),
    figure(PLAN, "tai-khoan", "2022-H1", "29.5"),
    figure(PLAN, "cap-quang", "2020", "68"),
    figure(PLAN, "cap-quang", "2021", "80"),
    figure(PLAN, "doanh-thu", "2022-06-30", "172000.5"),
]
REPORT = build_status(PLAN, FIGURES, header_of(PLAN), context=True)
SILENT = [item for item in REPORT.items if item.latest is None]
many = st.builds(
    lambda first, others: tuple(first + others),
    st.lists(st.sampled_from(SILENT), max_size=2 * FIRST_ROWS),
    st.lists(st.sampled_from(REPORT.items), min_size=1, max_size=FIRST_ROWS),
)
"""Items in any order; where the first say little, what is wide comes after those that are tried."""
widths = st.integers(min_value=20, max_value=200)


def assert_parts_are_no_wider(drafts: Iterable[Draft]) -> None:
    for draft in drafts:
        if draft.part is not None:
            assert least_width(draft.part()) <= least_width(draft.page())


@given(items=many, bars=st.booleans(), language=st.sampled_from(["vi", "en"]))
def test_the_first_rows_are_never_wider_than_the_page(
    items: tuple[StatusItem, ...], bars: bool, language: str
) -> None:
    report, view = replace(REPORT, items=items), View(PLAN, language)
    assert_parts_are_no_wider(glance_drafts(report, view, bars=bars))
    assert_parts_are_no_wider(status_drafts(report, view, bars=bars))
    for long in (True, False):
        assert_parts_are_no_wider(gaps_drafts(build_gaps(report), view, bars=bars, long=long))


@pytest.mark.parametrize("language", ["vi", "en"])
@given(items=st.lists(st.sampled_from(REPORT.items), min_size=1, max_size=2 * FIRST_ROWS))
def test_nor_are_those_of_targets_and_of_methods(language: str, items: list[StatusItem]) -> None:
    view = View(PLAN, language)
    indicators = tuple(item.indicator for item in items)
    declared = TargetsReport(replace(header_of(PLAN), report="targets"), PLAN, indicators)
    assert_parts_are_no_wider(targets_drafts(declared, view))
    judged = replace(REPORT, items=tuple(item for item in items if item.active is not None))
    compared = build_comparison(PLAN, FIGURES, judged, method=None, methods=tuple(MethodName))
    assert_parts_are_no_wider(comparison_drafts(compared, view))


@given(items=many, width=widths)
def test_the_same_layout_is_chosen_as_by_whole_pages(
    items: tuple[StatusItem, ...], width: int
) -> None:
    report, view = replace(REPORT, items=items), View(PLAN, "vi", width)
    tried = list(glance_drafts(report, view, bars=True))
    whole = [Draft(draft.page) for draft in tried]
    assert widest(tried, width) == widest(whole, width)
