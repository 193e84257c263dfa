"""A corrected figure keeps the day on which it became news: typed on a real store, page by page."""

from collections.abc import Callable

import pytest
from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("office")


@pytest.fixture
def on(run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Runs a command on a day; it must succeed."""

    def done(day: str, *command: str) -> None:
        monkeypatch.setenv("CDSTRACK_TODAY", day)
        answer = run(*command)
        assert answer.code == 0, answer.err

    return done


@pytest.fixture
def page_of(run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """The page of a week, printed long after it, on one line."""

    def printed(week: str) -> str:
        monkeypatch.setenv("CDSTRACK_TODAY", "2022-12-01")
        page: str = run("summary", "--full", "--week", week).out
        return " ".join(page.partition("Căn cứ")[0].split())

    return printed


On = Callable[..., None]
PageOf = Callable[[str], str]
FIRST = "Số liệu đầu tiên, chưa có số liệu trước để so sánh"


def test_a_correction_without_a_document_is_no_new_figure(on: On, page_of: PageOf) -> None:
    on("2022-08-18", "record", "xep-hang", "30", "--on", "2021")
    on("2022-08-25", "correct", "xep-hang", "31", "--on", "2021", "--reason", "đánh máy nhầm")
    corrected = page_of("2022-W34")
    assert "Không có số liệu mới trong tuần." in corrected
    assert "Thay đổi về đánh giá" not in corrected
    assert "Hiệu chỉnh trong tuần (không phải biến động thực tế)" in corrected
    assert "kỳ năm 2021: 30 → 31" in corrected
    assert "không có đánh giá nào thay đổi" in corrected
    assert FIRST not in corrected


def test_a_corrected_figure_stays_on_the_page_of_its_own_week(on: On, page_of: PageOf) -> None:
    on("2022-08-18", "record", "xep-hang", "30", "--on", "2021")
    on("2022-08-25", "correct", "xep-hang", "31", "--on", "2021", "--reason", "đánh máy nhầm")
    first = page_of("2022-W33")
    assert f"Xếp hạng chuyển đổi số cấp tỉnh: 31, kỳ năm 2021 (không nêu nguồn) {FIRST}." in first
    assert "chưa có số liệu → " in first
    assert "Ghi muộn" not in first


def test_a_correction_is_never_movement_the_wrong_way(on: On, page_of: PageOf) -> None:
    on("2022-07-20", "record", "dich-vu", "70", "--on", "2022-06-30")
    on("2022-08-10", "record", "dich-vu", "80", "--on", "2022-07-31")
    on("2022-08-25", "correct", "dich-vu", "60", "--on", "2022-07-31", "--reason", "nhầm dòng")
    page = page_of("2022-W34")
    assert "80% → 60%" in page
    assert "Đi ngược chiều" not in page
    assert "Giảm" not in page


def test_what_an_undo_puts_back_is_no_news_either(on: On, page_of: PageOf) -> None:
    on("2022-08-18", "record", "xep-hang", "30", "--on", "2021")
    on("2022-08-25", "correct", "xep-hang", "31", "--on", "2021", "--reason", "đánh máy nhầm")
    on("2022-09-01", "undo", "--reason", "số cũ đúng")
    page = page_of("2022-W35")
    assert "31 → 30" in page
    assert FIRST not in page
    assert "Xếp hạng chuyển đổi số cấp tỉnh: 30, kỳ năm 2021" in page_of("2022-W33")


def test_a_withdrawal_undone_puts_the_figure_back_where_it_was(on: On, page_of: PageOf) -> None:
    on("2022-08-11", "record", "xep-hang", "30", "--on", "2021")
    on("2022-08-18", "withdraw", "xep-hang", "--on", "2021", "--reason", "chưa chắc chắn")
    on("2022-08-25", "undo", "--reason", "số đúng")
    assert f"30, kỳ năm 2021 (không nêu nguồn) {FIRST}." in page_of("2022-W32")
    back = page_of("2022-W34")
    assert FIRST not in back
    assert "Số liệu ghi bổ sung trong tuần" in back
    assert "30, kỳ năm 2021, công bố 11/8/2022" in back


def test_a_figure_corrected_time_and_again_is_news_once(on: On, page_of: PageOf) -> None:
    on("2022-08-11", "record", "xep-hang", "30", "--on", "2021")
    for day, value in (("2022-08-18", "31"), ("2022-08-25", "32"), ("2022-09-01", "33")):
        on(day, "correct", "xep-hang", value, "--on", "2021", "--reason", "rà soát")
    pages = {week: page_of(week) for week in ("2022-W32", "2022-W33", "2022-W34", "2022-W35")}
    assert [week for week, page in pages.items() if FIRST in page] == ["2022-W32"]
    assert "32 → 33" in pages["2022-W35"]


def test_a_figure_after_word_that_there_is_none_is_news(on: On, page_of: PageOf) -> None:
    on("2022-08-11", "record", "xep-hang", "na:chưa công bố", "--on", "2021")
    on("2022-08-25", "correct", "xep-hang", "31", "--on", "2021", "--reason", "đã công bố")
    assert FIRST in page_of("2022-W34")
    assert "Xếp hạng chuyển đổi số cấp tỉnh: 31" not in page_of("2022-W32")


def test_a_figure_withdrawn_and_recorded_again_is_news_again(on: On, page_of: PageOf) -> None:
    on("2022-08-11", "record", "xep-hang", "30", "--on", "2021")
    on("2022-08-18", "withdraw", "xep-hang", "--on", "2021", "--reason", "chưa chắc chắn")
    on("2022-08-25", "record", "xep-hang", "31", "--on", "2021")
    assert FIRST in page_of("2022-W34")


def test_a_newer_document_leaves_the_older_figure_to_the_pages_before_it(
    on: On, page_of: PageOf
) -> None:
    # The report for June was issued on 15 July, that for July on 17 August.
    on("2022-07-15", "record", "ho-so", "60", "--on", "2022-06-30", "--document", "bao-cao-6")
    command = ("correct", "ho-so", "45", "--on", "2022-06-30", "--document", "bao-cao-7")
    on("2022-08-18", *command, "--reason", "số liệu rà soát lại")
    page = page_of("2022-W33")
    assert "60% → 45% [1]" in page
    assert FIRST not in page
    assert "Đúng tiến độ" not in page
    assert "đúng tiến độ → nguy cơ không đạt; do có số liệu mới" in page
    assert "60%, kỳ 30/6/2022" in page_of("2022-W28")


def test_a_correction_makes_no_figure_late(on: On, page_of: PageOf) -> None:
    on("2022-08-18", "record", "dich-vu", "70", "--on", "2022-07-31", "--reported", "2022-08-17")
    on("2022-09-29", "correct", "dich-vu", "71", "--on", "2022-07-31", "--reason", "đánh máy nhầm")
    page = page_of("2022-W33")
    assert "71%, kỳ 31/7/2022" in page
    assert "ghi muộn" not in page.lower()


def test_a_figure_added_late_and_then_corrected_stays_an_addition(on: On, page_of: PageOf) -> None:
    on("2022-08-18", "record", "dich-vu", "70", "--on", "2022-06-30", "--reported", "2022-07-08")
    on("2022-08-25", "correct", "dich-vu", "71", "--on", "2022-06-30", "--reason", "đánh máy nhầm")
    assert "71%, kỳ 30/6/2022, công bố 8/7/2022" in page_of("2022-W33")
    assert "công bố 8/7/2022" not in page_of("2022-W34")
