"""Both languages say the same things, and every id that a report may carry has its words."""

import subprocess
import sys
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from string import Formatter

import pytest
from rich.cells import cell_len

from cdstrack.core.plan.model import (
    Comparator,
    Direction,
    Frequency,
    Measure,
    MethodName,
    State,
    Unit,
)
from cdstrack.core.record.acts import ActKind
from cdstrack.core.record.observation import Qualifier
from cdstrack.core.verdict.vocabulary import Flag, Outlook, Reason, Status
from cdstrack.render import notices
from cdstrack.words.labels import fixed_texts as labels_text
from cdstrack.words.labels import target as labels_target
from cdstrack.words.labels import vocabulary as labels
from cdstrack.words.labels.vocabulary import Pair

TABLES: dict[str, Mapping[str, Pair]] = {
    f"{module.__name__}.{name}": table
    for module in (labels, labels_target, labels_text, notices)
    for name, table in vars(module).items()
    if isinstance(table, dict) and table and all(isinstance(pair, Pair) for pair in table.values())
}
EMPTY_ON_PURPOSE = {"count", "amount", "state"}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_both_languages_name_the_same_fields(table: Mapping[str, Pair]) -> None:
    assert {key: fields(pair.vi) for key, pair in table.items()} == {
        key: fields(pair.en) for key, pair in table.items()
    }


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_text_is_there_in_both_languages_and_composed(table: Mapping[str, Pair]) -> None:
    for key, pair in table.items():
        assert bool(pair.vi) == bool(pair.en)
        assert pair.vi or key in EMPTY_ON_PURPOSE
        assert unicodedata.is_normalized("NFC", pair.vi + pair.en)


@pytest.mark.parametrize(
    ("table", "ids"),
    [
        (labels.STATUS, Status),
        (labels.STATUS_SIGN, Status),
        (labels.OUTLOOK, Outlook),
        (labels.FLAG, Flag),
        (labels.REASON, Reason),
        (labels.UNIT, Unit),
        (labels.GAP_UNIT, Unit),
        (labels.GAP_UNIT_SHORT, Unit),
        (labels.QUALIFIER, Qualifier),
        (labels.QUALIFIER_NAME, Qualifier),
        (labels.FREQUENCY, Frequency),
        (labels.MEASURE, Measure),
        (labels.DIRECTION, Direction),
        (labels.STATE, State),
        (labels.METHOD, MethodName),
        (labels.KIND, ActKind),
    ],
)
def test_every_id_of_the_core_has_words(table: Mapping[str, object], ids: type[StrEnum]) -> None:
    assert list(table) == [str(each) for each in ids]


@pytest.mark.parametrize("table", [labels_target.COMPARATOR, labels_target.COMPARATOR_SHORT])
def test_every_comparator_has_words(table: Mapping[str, Pair]) -> None:
    variants = {"top_of", "universal_declared", "about_declared", "every"}
    variants |= {"between_or_more", "between_or_less", "reduce_by_points", "increase_by_points"}
    assert set(table) == {str(each) for each in Comparator} | variants


def test_the_verdicts_are_called_what_the_method_page_calls_them() -> None:
    assert " · ".join(f"{status} {pair.vi}" for status, pair in labels.STATUS.items()) == (
        "achieved đạt · achieved_late đạt muộn · on_track đúng tiến độ · behind chậm tiến độ · "
        "off_track nguy cơ không đạt · deteriorating diễn biến xấu · missed không đạt · "
        "overdue quá hạn · pending chưa đến hạn · awaiting_data chờ số liệu · "
        "insufficient_data chưa đủ cơ sở đánh giá · no_data chưa có số liệu · "
        "not_applicable không còn áp dụng"
    )


def test_every_verdict_has_a_sign_of_its_own_that_is_one_column_wide() -> None:
    signs = list(labels.STATUS_SIGN.values())
    assert len(set(signs)) == len(signs)
    assert [cell_len(sign) for sign in signs] == [1] * len(signs)
    # No emoji: a terminal may draw those two columns wide.
    assert not any(unicodedata.east_asian_width(sign) in {"W", "F"} for sign in signs)


def test_no_mark_of_a_figure_is_the_sign_of_a_verdict() -> None:
    """Without colour `?` behind a figure and a verdict with `?` would be one."""
    marks = [labels.DOUBTFUL, labels.STALE, labels.ASSUMED, "†"]
    assert len({*marks, *labels.STATUS_SIGN.values()}) == len(marks) + len(labels.STATUS_SIGN)
    assert [cell_len(mark) for mark in marks] == [1] * len(marks)


def test_help_and_completion_can_load_the_labels_without_the_models() -> None:
    loads = (
        "import sys, cdstrack.words.labels.vocabulary, cdstrack.words.labels.fixed_texts;"
        "print({'pydantic', 'rich', 'yaml', 'sqlmodel'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
