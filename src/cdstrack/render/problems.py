"""Problems as they are shown: place, code, sentence, excerpt with a caret, remedy.

Owns the layout that every message of the program has, cropping and alignment by display cells
included. Knows no colour and no files: the excerpt is in the problem.
"""

import unicodedata
from collections.abc import Iterable

from cdstrack.core.problem import Place, Problem, Severity
from cdstrack.words.labels.cells import cell_name
from cdstrack.words.parse.clean import clean
from cdstrack.words.problems.sentences import remedy, sentence

_GUTTER = 5
_REACH = 2
_LEAST_WINDOW, _WIDEST_WINDOW = 20, 400
_ELLIPSIS = "…"
_HIDDEN, _TAB = "�", "→"
_WORDS = {
    Severity.WARNING: {"vi": "cảnh báo: ", "en": "warning: "},
    Severity.ADVICE: {"vi": "khuyến nghị: ", "en": "advice: "},
}


def render_problem(problem: Problem, language: str, width: int | None = None) -> str:
    """One problem: `place: code sentence`, the lines around it, and the remedy.

    Within a `width` in terminal columns the sentences are folded and the excerpt is cropped around
    the caret. Without it only excerpts of hundreds of letters are cropped.
    """
    if type(problem) is not Problem:
        from cdstrack.render.changes import contradiction_in_words

        problem = contradiction_in_words(problem, language)
    head = within(problem_head(problem, language), width)
    return "\n".join([head, *problem_body(problem, language, width)])


def problem_head(problem: Problem, language: str) -> str:
    """Place, code and sentence, in one line."""
    grade = _WORDS.get(problem.severity, {}).get(language, "")
    return f"{_where(problem.place)}{problem.code} {grade}{sentence(problem, language)}"


def problem_body(problem: Problem, language: str, width: int | None) -> list[str]:
    """The lines around the place and the remedy, as far as there are any."""
    fix = remedy(problem, language)
    return [*_excerpt(problem.place, width), *([within(f"  {fix}", width)] if fix else [])]


def render_problems(problems: Iterable[Problem], language: str, width: int | None = None) -> str:
    """All problems, one after another, in the order given; without a last line end."""
    return "\n".join(render_problem(problem, language, width) for problem in problems)


def within(text: str, width: int | None) -> str:
    """The sentences folded into the width; as they are where there is none."""
    if width is None:
        return text
    from cdstrack.render.page.folding import folded

    return folded(text, width)


def _where(place: Place | None) -> str:
    if place is None:
        return ""
    if place.sheet:
        return f"{clean(place.file)}: {clean(cell_name(place))}: "
    return f"{clean(place.file)}:{place.line}:{place.column}: "


def _excerpt(place: Place | None, width: int | None) -> list[str]:
    """The lines around a place, cut to the same window, with the caret under the column."""
    if place is None or not place.excerpt:
        return []
    room = _WIDEST_WINDOW if width is None else max(_LEAST_WINDOW, width - _GUTTER - 3)
    # Measuring is slow, and what is further away than this is never inside the window.
    first = max(0, place.column - 1 - _REACH * room)
    excerpt = [
        (number, text[first : place.column + _REACH * room]) for number, text in place.excerpt
    ]
    caret_line = dict(excerpt).get(place.line, "")
    before = _cells(_before(_harmless(caret_line), place.column - 1 - first))
    start = _window_start(before, _cells(_harmless(caret_line)), room)
    shown = [
        f"{number:>{_GUTTER}} | {_window(_harmless(text), start, room)}".rstrip()
        for number, text in excerpt
    ]
    return [*shown, f"{'':{_GUTTER}} | {'':{before - start}}^"]


def _before(line: str, at: int) -> str:
    """What is before a letter; a mark is on the letter before it."""
    while 0 < at < len(line) and _cells(line[at]) == 0:
        at -= 1
    return line[:at]


def _window_start(caret: int, length: int, room: int) -> int:
    """The first cell to show, so that the caret is inside with something on both sides of it."""
    if length <= room or caret < room * 2 // 3:
        return 0
    return max(0, min(caret - room // 2, length - room))


def _window(text: str, start: int, room: int) -> str:
    """The part of a line between two cells; what is left out is marked by an ellipsis."""
    if start == 0 and _cells(text) <= room:
        return text
    shown, at = "", 0
    for letter in text:
        cells = _cells(letter)
        # A mark whose letter is left out would be on the ellipsis and be counted as a letter.
        if at >= start and at + cells <= start + room and (cells or shown or not start):
            shown += letter
        elif at < start < at + cells:
            shown += " "
        at += cells
    if start and shown:
        shown = _ELLIPSIS + shown[_first_cluster(shown) :]
    return _with_end(shown) if at > start + room else shown


def _first_cluster(text: str) -> int:
    """How many characters the first cell consists of."""
    count = 1
    while count < len(text) and _cells(text[count]) == 0:
        count += 1
    return count


def _with_end(text: str) -> str:
    while text and _cells(text[-1]) == 0:
        text = text[:-1]
    return text[:-1] + _ELLIPSIS


def _harmless(text: str) -> str:
    """The line with one shown character for each of its own, so that columns keep their place."""
    return "".join(_HIDDEN if _is_unseen(each) else each for each in text.replace("\t", _TAB))


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes: wide letters two, combining marks none."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        for each in text
    )
