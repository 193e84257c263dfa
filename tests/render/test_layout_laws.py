"""Widths, wrapping and bars: nothing is lost, nothing sticks out, full means arrived."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cdstrack.render.page.canvas import TONES, broken, cell_text, grid, new_console, trimmed
from cdstrack.render.page.folding import wrapped
from cdstrack.render.page.layout import GUTTER, Column, Draft, Line, Page, Section, cell
from cdstrack.render.page.rows import print_row
from cdstrack.render.page.sizing import (
    fitted_widths,
    least_width,
    least_widths,
    longest,
    packed,
)
from cdstrack.render.page.terminal import PLAIN, drawn, widest
from cdstrack.render.status.cells import bar, percent_of_way

words = st.lists(
    st.text(alphabet="aâ ≥%(:0123456789.,đ数🚀", min_size=1, max_size=14), min_size=1, max_size=8
)
shares = st.floats(min_value=0, max_value=1)


def page(columns: list[list[str]], least: int = 6, most: int = 30) -> Page:
    return Page(
        title="",
        above=(),
        columns=tuple(Column(("head",), most=most, least=least) for _ in columns),
        sections=(Section("", (tuple(cell(*texts) for texts in columns),)),),
        below=(),
        empty="",
    )


@given(text=words.map(" ".join), width=st.integers(min_value=2, max_value=40))
def test_wrapping_loses_nothing_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width for line in lines)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("mỗi lĩnh vực ≥ 5%", 16, ["mỗi lĩnh vực", "≥ 5%"]),
        ("172.000,5 tỷ đồng (sơ bộ)", 22, ["172.000,5 tỷ đồng", "(sơ bộ)"]),
        ("còn thiếu 4 điểm %", 15, ["còn thiếu", "4 điểm %"]),
        ("đến hạn thiếu 14.447,52 tỷ đồng", 16, ["đến hạn thiếu", "14.447,52 tỷ", "đồng"]),
        ("31/07/2022 (31 ngày)", 12, ["31/07/2022", "(31 ngày)"]),
        ("xxxxxxxxxx", 4, ["xxxx", "xxxx", "xx"]),
        ("数字化转型", 5, ["数字", "化转", "型"]),
        ("", 5, [""]),
    ],
)
def test_what_belongs_together_stays_together(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


@given(columns=st.lists(words, min_size=1, max_size=5), width=st.integers(10, 160))
def test_columns_fit_the_width_or_shrink_to_their_least(
    columns: list[list[str]], width: int
) -> None:
    laid = page(columns)
    widths = fitted_widths(laid, width)
    total = sum(widths) + GUTTER * (len(widths) - 1)
    assert total <= max(width, least_width(laid))
    assert all(least <= size for least, size in zip(least_widths(laid), widths, strict=True))


def test_a_column_is_no_wider_than_what_stands_in_it() -> None:
    assert fitted_widths(page([["ab"], ["abcdefgh"]], least=6), 80) == [len("head"), 8]


def test_a_column_never_shrinks_below_a_word_in_it() -> None:
    laid = page([["dài dòng lê thê", "4.257.581 người"], ["tệp observations.csv"]])
    assert fitted_widths(laid, 10) == [len("4.257.581"), len("observations.csv")]


@given(columns=st.lists(words, min_size=1, max_size=5), width=st.integers(20, 160))
def test_a_word_that_fits_a_line_is_whole_in_one(columns: list[list[str]], width: int) -> None:
    laid = page(columns)
    lines = drawn(widest([Draft(lambda: laid)], width), width, PLAIN).splitlines()
    assert not [line for line in lines if cell_len(line) > width]
    for word in " ".join(" ".join(texts) for texts in columns).split():
        assert any(word in line for line in lines)


@given(
    row=st.lists(
        st.lists(st.builds(Line, words.map(" ".join), st.sampled_from(["", *TONES])), max_size=3),
        min_size=1,
        max_size=4,
    ),
    width=st.integers(2, 30),
    gutter=st.integers(1, 2),
    colour=st.booleans(),
)
def test_a_row_is_printed_as_rich_would_lay_it_out(
    row: list[list[Line]], width: int, gutter: int, colour: bool
) -> None:
    cells, widths = [broken(tuple(lines), width) for lines in row], [width] * len(row)
    ours, theirs = (new_console(200, colour=colour) for _ in range(2))
    print_row(ours, cells, widths, gutter)
    theirs.print(grid([cell_text(cell, width) for cell in cells], widths, gutter))
    assert trimmed(ours) == trimmed(theirs)


def test_the_widest_column_gives_way_first() -> None:
    laid = page([["aa " * 10], ["bb " * 4]])
    assert fitted_widths(laid, 30) == [16, 12]


def rows_of(names: list[str], beside: str) -> Page:
    rows = tuple((cell(name), cell("77,955"), cell(beside)) for name in names)
    columns = tuple(Column(("",), most=80, least=1) for _ in range(3))
    return Page("", (), columns, (Section("", rows),), (), "")


def test_names_stay_whole_where_the_text_beside_them_takes_two_lines_anyhow() -> None:
    names = ["An toàn thông tin mạng", "Hoạt động chính quyền số", "Thể chế số", "Hạ tầng số"]
    laid = rows_of(names, "Báo cáo xếp hạng đánh giá mức độ chuyển đổi số năm 2022")
    longest = max(map(len, names))
    assert fitted_widths(laid, 70)[0] < longest
    widths = fitted_widths(laid, 70, whole=0)
    assert widths[0] == longest
    assert sum(widths) + 2 * GUTTER == 70
    assert fitted_widths(laid, 45, whole=0) == fitted_widths(laid, 45), "there they cost lines"


@given(columns=st.lists(words, min_size=1, max_size=5), width=st.integers(10, 160))
def test_whole_names_take_no_more_room_and_fit_all_the_same(
    columns: list[list[str]], width: int
) -> None:
    laid = page(columns)
    widths = fitted_widths(laid, width, whole=0)
    total = sum(widths) + GUTTER * (len(widths) - 1)
    assert total <= max(width, least_width(laid))
    assert widths[0] >= fitted_widths(laid, width)[0]


def test_parts_of_a_line_are_packed_without_breaking_one() -> None:
    parts = (Line("13 chỉ tiêu:"), Line("✓ 1 đạt"), Line("◐ 1 chậm tiến độ"))
    rows = packed(parts, 22)
    assert [[part.text for part in row] for row in rows] == [
        ["13 chỉ tiêu:", "✓ 1 đạt"],
        ["◐ 1 chậm tiến độ"],
    ]


@given(share=shares, width=st.integers(min_value=1, max_value=20))
def test_a_bar_is_full_only_on_arrival_and_empty_only_at_the_start(
    share: float, width: int
) -> None:
    drawn = bar(share, width)
    assert cell_len(drawn) == width
    assert (drawn == "█" * width) == (share == 1)
    assert (drawn == "░" * width) == (share == 0)


@given(shares=st.tuples(shares, shares))
def test_a_longer_way_never_has_a_shorter_bar(shares: tuple[float, float]) -> None:
    def length(drawn: str) -> Fraction:
        eighths = {"█": 8, "░": 0} | {sign: size for size, sign in enumerate("▏▎▍▌▋▊▉", start=1)}
        return Fraction(sum(eighths[sign] for sign in drawn), 8)

    shorter, longer = sorted(shares)
    assert length(bar(shorter)) <= length(bar(longer))


@given(share=shares)
def test_a_hundred_per_cent_of_the_way_is_the_whole_way(share: float) -> None:
    assert (percent_of_way(share) == "100%") == (share == 1)


@pytest.mark.parametrize("hundredths", range(101))
def test_whole_percentages_are_not_cut_by_binary_fractions(hundredths: int) -> None:
    assert percent_of_way(hundredths / 100) == f"{hundredths}%"


def test_an_unknown_way_has_neither_bar_nor_percentage() -> None:
    assert (bar(None), percent_of_way(None)) == ("", "")


@given(st.lists(st.text("aĐ漢ế\u0301 ", max_size=12)))
def test_the_longest_text_is_found_without_measuring_each(texts: list[str]) -> None:
    assert longest(texts) == max(map(cell_len, texts), default=0)


def headed(heads: list[str], rows: list[list[str]]) -> Page:
    columns = tuple(Column((head,), most=60, least=3) for head in heads)
    section = Section("", tuple(tuple(cell(text) for text in row) for row in rows))
    return Page("", (), columns, (section,), (), "")


def test_a_heading_is_not_folded_for_room_that_nothing_fills() -> None:
    rows = [["1", "28/11/2026 09:00:00", "lan", "ghi", "ho-so-cap-tinh tháng 3 năm 2022: 63%", ""]]
    laid = headed(["Lần ghi", "Lúc", "Người ghi", "Việc", "Nội dung", "Lý do"], rows)
    head = drawn(laid, 80, PLAIN).splitlines()[2]
    assert re.split(" {2,}", head) == ["Lần ghi", "Lúc", "Người ghi", "Việc", "Nội dung", "Lý do"]


@given(
    columns=st.lists(st.tuples(words, words, words), min_size=2, max_size=5),
    width=st.integers(20, 160),
    whole=st.sampled_from([None, 0]),
)
def test_a_heading_is_folded_only_where_a_row_would_grow(
    columns: list[tuple[list[str], list[str], list[str]]], width: int, whole: int | None
) -> None:
    heads, *rows = [[" ".join(each[place]) for each in columns] for place in range(3)]
    laid = headed(heads, rows)
    widths, least = fitted_widths(laid, width, whole=whole), least_widths(laid)

    def height(row: list[str], sizes: list[int]) -> int:
        return max(len(wrapped(text, size)) for text, size in zip(row, sizes, strict=True))

    for place, head in enumerate(heads):
        lack = cell_len(head) - widths[place]
        for donor in range(len(heads)):
            other = list(widths)
            other[donor] -= lack
            other[place] += lack
            if (
                lack > 0
                and donor != place
                and other[donor] >= max(least[donor], 1)
                and donor != whole
            ):
                is_folded = len(wrapped(heads[donor], other[donor])) > len(
                    wrapped(heads[donor], widths[donor])
                )
                assert is_folded or any(height(row, other) > height(row, widths) for row in rows)
