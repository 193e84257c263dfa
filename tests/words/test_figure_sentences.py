"""What is said about a figure at entry: plain, short, in both languages, with its numbers."""

import pytest

from cdstrack.core.problem import Problem
from cdstrack.files.importing.spelling import read_figure
from cdstrack.words.problems.sentences import remedy, sentence, texts

FRACTION = {"numerator": "1483", "denominator": "1542", "computed": "96,17"}
SAID = [
    (
        Problem("CDS215", {"value": "2026", "end": "31/12/2026", "today": "22/11/2026"}),
        'kỳ số liệu chưa kết thúc: "2026" đến hết ngày 31/12/2026, hôm nay là 22/11/2026',
        'the period has not ended: "2026" runs until 31/12/2026, and today is 22/11/2026',
    ),
    (
        Problem("CDS216", {"where": "INDICATOR", "value": "ho-sơ", "suggestions": "ho-so"}),
        'không tìm thấy "ho-sơ" (INDICATOR)',
        'not found: "ho-sơ" (INDICATOR)',
    ),
    (
        Problem("CDS217", {"where": "--org-unit", "value": "so", "candidates": "so-khcn, so-yt"}),
        '"so" có thể là nhiều mã (--org-unit): so-khcn, so-yt',
        '"so" matches several ids (--org-unit): so-khcn, so-yt',
    ),
    (
        Problem(
            "CDS218",
            {"indicator": "x", "period": "2022-07-31", "recorded": "981/1446", "value": "982/1446"},
        ),
        "x kỳ 31/07/2022 đã có số liệu khác: 981/1446, số liệu mới nhập là 982/1446",
        "x for 2022-07-31 already has another figure: 981/1446, now entered 982/1446",
    ),
    (
        Problem("CDS219", {**FRACTION, "value": "80,2"}),
        "giá trị 80,2 trái với phân số của nó: 1.483/1.542 là 96,17",
        "value 80,2 contradicts its fraction: 1,483/1,542 is 96,17",
    ),
    (Problem("CDS220"), "số liệu chưa có kỳ", "the figure has no period"),
    (
        Problem("CDS222", {"where": "--note", "limit": "2000"}),
        "--note dài quá 2.000 ký tự",
        "--note is longer than 2,000 characters",
    ),
    (Problem("CDS222", {"where": "--note"}), "--note đang để trống", "--note is empty"),
    (
        Problem("CDS223", {"org_unit": "tinh-cu", "closed": "30/06/2025", "period": "2025-12-31"}),
        "tinh-cu chỉ hoạt động đến hết ngày 30/06/2025; số liệu kỳ 31/12/2025 vẫn được ghi",
        "tinh-cu closed on 30/06/2025; the figure for 2025-12-31 is recorded anyway",
    ),
    (
        Problem("CDS224", {**FRACTION, "stated": "80,2"}),
        "tỷ lệ in trong nguồn 80,2 không khớp 1.483/1.542 = 96,17",
        "the stated value 80,2 does not match 1,483/1,542 = 96,17",
    ),
    (
        Problem("CDS226", {"value": "nq-2021"}),
        'không tìm thấy văn bản này trong kế hoạch hay trong kho: "nq-2021"',
        'document not found in the plan or the store: "nq-2021"',
    ),
    (
        Problem("CDS227", {"reported": "2022-06", "period": "2022-07-31"}),
        "công bố tháng 6/2022, trước khi kỳ số liệu 31/07/2022 kết thúc: chỉ số ước mới có thể biết trước",
        "published June 2022, before the period 2022-07-31 ended: only an estimate can be known so early",
    ),
]


@pytest.mark.parametrize(("problem", "vi", "en"), SAID)
def test_a_problem_is_told_in_both_languages(problem: Problem, vi: str, en: str) -> None:
    assert sentence(problem, "vi") == vi
    assert sentence(problem, "en") == en
    assert "{" not in remedy(problem, "vi") + remedy(problem, "en")


@pytest.mark.parametrize(
    ("suggestions", "advice"),
    [("ho-so, so-hoa", "Có phải là: ho-so, so-hoa?"), ("", "Xem các mã có trong kế hoạch.")],
)
def test_an_unknown_name_is_answered_with_suggestions_or_where_to_look(
    suggestions: str, advice: str
) -> None:
    unknown = Problem("CDS216", {"where": "INDICATOR", "value": "x", "suggestions": suggestions})
    assert remedy(unknown, "vi") == advice


def test_a_figure_from_before_a_body_says_since_when_it_is_there() -> None:
    early = Problem("CDS223", {"org_unit": "xa-an", "since": "2025-07-01", "period": "2024"})
    assert (
        sentence(early, "vi") == "xa-an chỉ có từ ngày 01/07/2025; số liệu kỳ năm 2024 vẫn được ghi"
    )
    assert remedy(early, "en").endswith("record it for that unit; else check the period.")


def test_a_figure_of_a_closed_body_is_led_to_its_successor() -> None:
    closed = Problem("CDS223", {"successor": "tinh-moi"})
    assert remedy(closed, "en").endswith("record it with --org-unit tinh-moi.")
    assert remedy(Problem("CDS223"), "en") == "Check the org unit and the period."


@pytest.mark.parametrize("code", sorted(texts("2")))
def test_every_code_says_something_in_both_languages(code: str) -> None:
    assert all(texts("2")[code]), code


def test_a_word_that_is_no_state_is_answered_with_the_states_that_there_are() -> None:
    problem = read_figure("xong")
    assert isinstance(problem, Problem)
    assert problem.code == "CDS318"
    assert remedy(problem, "vi") == (
        "Viết số như 67.84; chỉ tiêu trạng thái viết một trong: not-started, in-progress, mostly-done, done; "
        "chưa có số liệu thì ghi na:lý do."
    )
    assert remedy(problem, "en") == (
        "Write a number like 67.84; for a state, one of: not-started, in-progress, mostly-done, done; "
        "if there is none, na:reason."
    )


def test_a_number_in_another_spelling_is_answered_with_how_to_spell_it() -> None:
    problem = read_figure("67,84")
    assert isinstance(problem, Problem)
    assert remedy(problem, "en") == (
        "Write 1446 or 67.84: a decimal point, no thousands separator, no unit. To write as in Excel "
        "(67.84%, 30/6/2025), use the column headings: Indicator, Period, Value."
    )
