"""What a target asks, in words and in the short form of a table."""

from typing import Any

import pytest

from cdstrack.core.plan.model import Indicator, Target
from cdstrack.words.labels.target import target_words

SHARE = {"unit": "percent", "direction": "increase"}
RANK = {"unit": "rank", "direction": "decrease"}
PAYMENTS = {
    "unit": "count",
    "unit_label": {"vi": "giao dịch", "en": "payments"},
    "direction": "increase",
}


def indicator(**fields: Any) -> Indicator:
    return Indicator.model_validate({"id": "x", "name": {"vi": "x"}, "pillar": "p"} | fields)


@pytest.mark.parametrize(
    ("declared", "target", "vi", "en", "short_vi", "short_en"),
    [
        (SHARE, {"at_least": "90"}, "ít nhất 90%", "at least 90%", "≥ 90%", "≥ 90%"),
        (SHARE, {"more_than": "80"}, "trên 80%", "over 80%", "> 80%", "> 80%"),
        (SHARE, {"at_most": "7.25"}, "không quá 7,25%", "at most 7.25%", "≤ 7,25%", "≤ 7.25%"),
        (SHARE, {"less_than": "5"}, "dưới 5%", "below 5%", "< 5%", "< 5%"),
        (SHARE, {"between": ["35", "40"]}, "từ 35 đến 40%", "from 35 to 40%", "35–40%", "35–40%"),
        (RANK, {"top": "30"}, "nhóm 30 dẫn đầu", "in the top 30", "nhóm 30", "top 30"),
        (
            RANK,
            {"top": "30", "of": "63"},
            "nhóm 30 dẫn đầu (trong 63)",
            "in the top 30 of 63",
            "nhóm 30/63",
            "top 30 of 63",
        ),
        (
            PAYMENTS,
            {"reduce_by": "30%"},
            "giảm 30% so với giá trị gốc",
            "30% below the baseline",
            "giảm 30%",
            "down 30%",
        ),
        (
            PAYMENTS,
            {"increase_by": "12.5%"},
            "tăng 12,5% so với giá trị gốc",
            "12.5% above the baseline",
            "tăng 12,5%",
            "up by 12.5%",
        ),
        (
            SHARE,
            {"each_year_at_least": "5"},
            "mỗi năm ít nhất 5%",
            "at least 5% every year",
            "≥ 5%/năm",
            "≥ 5%/year",
        ),
        (
            PAYMENTS,
            {"at_least": "1446000"},
            "ít nhất 1.446.000 giao dịch",
            "at least 1,446,000 payments",
            "≥ 1.446.000 giao dịch",
            "≥ 1,446,000 payments",
        ),
        (
            {"unit": "state", "direction": "increase"},
            {"reach": "done"},
            "hoàn thành",
            "done",
            "hoàn thành",
            "done",
        ),
        (
            SHARE,
            {"universal": "true"},
            "phổ cập (không nêu số)",
            "universal (no number stated)",
            "phổ cập",
            "universal",
        ),
        (
            SHARE,
            {
                "universal": "true",
                "declared": {"more_than": "95", "by": "Tổ giúp việc", "date": "2022-05-04"},
            },
            "phổ cập (ngưỡng tự chọn: trên 95%)",
            "universal (chosen threshold, not official: over 95%)",
            "phổ cập: > 95%†",
            "universal: > 95%†",
        ),
        (
            SHARE | {"every": {"sector": ["du-lich"]}},
            {"at_least": "5"},
            "mỗi lĩnh vực ít nhất 5%",
            "each sector at least 5%",
            "mỗi lĩnh vực ≥ 5%",
            "each sector ≥ 5%",
        ),
    ],
)
def test_a_target_reads_as_an_official_says_it(
    declared: dict[str, Any], target: dict[str, Any], vi: str, en: str, short_vi: str, short_en: str
) -> None:
    asked, measured = Target.model_validate(target), indicator(**declared)
    assert target_words(asked, measured, "vi") == vi
    assert target_words(asked, measured, "en") == en
    assert target_words(asked, measured, "vi", short=True) == short_vi
    assert target_words(asked, measured, "en", short=True) == short_en
