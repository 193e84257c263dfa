"""Text from outside may say anything, but it may not steer the terminal or hide in it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.words.parse.clean import clean


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Sở KH&CN [red] [/]", "Sở KH&CN [red] [/]"),
        ("Bie\u0302\u0309u ma\u0302\u0303u", "Biểu mẫu"),
        ("đỏ \x1b[1;31mđỏ\x1b[0m", "đỏ đỏ"),
        ("\x9b31mđỏ", "đỏ"),
        ("\x1b]0;tiêu đề\x07chữ", "chữ"),
        ("\x1b]8;;http://x\x1b\\liên kết\x1b]8;;\x1b\\", "liên kết"),
        ("\x1b(Bchữ\x1bM", "chữ"),
        ("\x1b]không kết thúc", "]không kết thúc"),
        ("abc\u202egnp.exe", "abcgnp.exe"),
        ("9\u200b81\ufeff/14\u206046\u2066", "981/1446"),
        ("chuyển\u00adđổi số", "chuyểnđổi số"),
        (
            "giảm \u00ad5,2; 2025\u00ad2030; 05\u00ad03\u00ad2026",
            "giảm -5,2; 2025-2030; 05-03-2026",
        ),
        ("giảm \x965,2; 01\u00adNQ/TU", "giảm -5,2; 01-NQ/TU"),
        ("dòng một\r\ndòng\thai\u2028ba", "dòng một dòng hai ba"),
        ("chuông\x07 lùi\x08 xoá\x7f rỗng\x00", "chuông lùi xoá rỗng"),
        ("1\u00a0446", "1\u00a0446"),
        ("nửa \udcff chữ", "nửa � chữ"),
        ("không \ufffe có \uffff trong XML", "không � có � trong XML"),
    ],
)
def test_what_hides_or_steers_is_gone_and_the_words_stay(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


any_text = st.text(st.characters() | st.sampled_from("\x1b[]\\;m0\x07\x9b\u202e\n\t\u0301\udcff"))


@given(any_text)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(any_text)
def test_no_control_character_is_left_and_the_text_can_be_written(text: str) -> None:
    cleaned = clean(text)
    assert {unicodedata.category(each) for each in cleaned}.isdisjoint({"Cc", "Cf", "Cs"})
    assert unicodedata.is_normalized("NFC", cleaned)
    cleaned.encode()
