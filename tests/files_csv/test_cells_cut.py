"""Lines that are cut all at once have the cells that a CSV reader finds in them, row by row."""

import csv
import io
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cdstrack.files.csv import lines
from cdstrack.files.csv.columns import cut_columns
from cdstrack.files.csv.lines import LineUnreadableError, Stretch, read_stretches

cells = st.sampled_from(["", "", "a", "ab", "b", "exact", " ", "1", "\t", "é"])
rows = st.lists(cells, min_size=1, max_size=6)


@st.composite
def alike(draw: st.DrawFn) -> list[list[str]]:
    """Rows that have their ends in common, some of them with a cell more or fewer."""
    head, tail = draw(st.lists(cells, max_size=2)), draw(st.lists(cells, max_size=3))
    width = draw(st.integers(1, 3))
    middles = st.lists(cells, min_size=width, max_size=width) | rows
    found = draw(st.lists(middles, min_size=1, max_size=8))
    return [[*head, *middle, *tail] for middle in found]


def cut(text: str, separator: str, width: int) -> list[list[str]] | None:
    """The rows that the columns make."""
    table = cut_columns(text, separator, width)
    if table is None:
        return None
    count = max((len(column) for column in table.own.values()), default=0)
    each = {at: [cell] * count for at, cell in table.shared.items()} | dict(table.own)
    assert each.keys() == set(range(width))
    return [list(row) for row in zip(*(each[at] for at in range(width)), strict=True)]


@given(alike() | st.lists(rows, min_size=1, max_size=8), st.sampled_from(",;"), st.booleans())
@example([["a", "1", "", "x"], ["a", "x"], ["a", "2", "", "x"]], ",", True)
@example([["a", "", "x"], ["a", "x"]], ",", True)
@example([["a", "a"], ["a", "a", "a"], ["a", "a"]], ",", False)
@example([["", ""], [""]], ",", False)
@example([["", "", "b"], ["", "", "", "b"], ["", "b"]], ",", True)
def test_the_columns_are_those_of_the_rows(
    found: list[list[str]], separator: str, ends_with_a_line_end: bool
) -> None:
    text = "\n".join(separator.join(row) for row in found) + "\n" * ends_with_a_line_end
    read = list(csv.reader(io.StringIO(text), delimiter=separator))
    for width in range(1, 13):
        is_even = {len(row) for row in read} == {width}
        # A line of one empty cell is none to a CSV reader; no table has one column alone.
        if width > 1 or [""] not in found:
            assert cut(text, separator, width) == (read if is_even else None)


def test_what_all_rows_have_at_their_ends_is_told_once() -> None:
    text = "".join(f"so-dn,xa-{at},,2022,{at},,,,exact,,,\n" for at in range(3))
    table = cut_columns(text, ",", 12)
    assert table is not None
    assert {at: list(column) for at, column in table.own.items()} == {
        1: ["xa-0", "xa-1", "xa-2"],
        2: ["", "", ""],
        3: ["2022", "2022", "2022"],
        4: ["0", "1", "2"],
    }
    assert table.shared == {0: "so-dn", 8: "exact"} | dict.fromkeys((5, 6, 7, 9, 10, 11), "")


def stretches(text: str, at_once: int) -> Iterator[Stretch]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "AT_ONCE", at_once)
        yield from read_stretches(io.StringIO(text, newline=""), "x.csv", ",")


written = st.lists(
    st.sampled_from(
        ['"', '""', "a", ",", "\n", "\r\n", "\r", "1", " ", '"a\nb"', '",\r\n"', "\x0b"]
    )
).map("".join)


@given(written, st.integers(1, 40))
@example("a,b\r\n1,2\r\n", 3)
@example('a,b\n"1\r\n",2\n\n3,4', 2)
@example("a\rb\r\nc", 1)
def test_however_much_is_read_at_once_the_rows_and_their_lines_are_the_same(
    text: str, at_once: int
) -> None:
    def found(size: int) -> list[tuple[int, list[str], str]] | str:
        try:
            return [
                (stretch.lines[at], row, stretch.text(at))
                for stretch in stretches(text, size)
                for at, row in enumerate(stretch.rows)
            ]
        except LineUnreadableError as error:
            return repr(error.problem)

    assert found(at_once) == found(1_000_000)


@pytest.mark.parametrize("above", ["", "\n", " \n", " , \n\n", '" "\n'])
def test_the_first_row_that_holds_something_comes_by_itself(above: str) -> None:
    """What is below a header in the same stretch would be taken for a part of it."""
    found = [each.rows for each in stretches(f"{above}a,b\n1,2\n3,4\n", 1_000)]
    assert found[-2:] == [[["a", "b"]], [["1", "2"], ["3", "4"]]]
