"""What every reader must know, with the names that the plan declares."""

from collections.abc import Callable
from datetime import date

from cdstrack.core.plan.model import Plan
from cdstrack.core.reports.header import area_notices
from cdstrack.render.notices import notice_sentence

UNITS = {
    "tinh-mau": {"vi": "tỉnh Mẫu", "closed": "2025-06-30", "successor": "tinh-moi"},
    "tinh-moi": {"vi": "tỉnh Mới", "en": "Moi province"},
}


def test_a_province_that_became_part_of_another_is_announced(
    make_plan: Callable[..., Plan],
) -> None:
    plan = make_plan(org_units=UNITS)
    (notice,) = area_notices(plan, date(2025, 7, 1))
    assert notice_sentence(notice, plan, "vi") == (
        "Tỉnh Mẫu là đơn vị hành chính đến hết ngày 30/06/2025; từ ngày 01/07/2025 thuộc "
        "tỉnh Mới. Các mục tiêu còn áp dụng vẫn được đánh giá."
    )
    assert notice_sentence(notice, plan, "en") == (
        "Tỉnh Mẫu was an administrative unit until 2025-06-30; since 2025-07-01 it is part of "
        "Moi province. Targets still in force continue to be judged."
    )


def test_a_province_closed_without_a_successor_is_announced_too(
    make_plan: Callable[..., Plan],
) -> None:
    plan = make_plan(org_units={"tinh-mau": {"vi": "tỉnh Mẫu", "closed": "2025-06-30"}})
    (notice,) = area_notices(plan, date(2025, 7, 1))
    assert notice_sentence(notice, plan, "vi") == (
        "Tỉnh Mẫu là đơn vị hành chính đến hết ngày 30/06/2025; các mục tiêu còn áp dụng vẫn "
        "được đánh giá."
    )


def test_a_name_with_braces_or_escape_codes_is_only_a_name(
    make_plan: Callable[..., Plan],
) -> None:
    hostile = {"vi": "tỉnh {closed}\x1b[31m", "closed": "2025-06-30"}
    plan = make_plan(org_units={"tinh-mau": hostile})
    (notice,) = area_notices(plan, date(2025, 7, 1))
    assert notice_sentence(notice, plan, "en").startswith(
        "Tỉnh {closed} was an administrative unit"
    )
