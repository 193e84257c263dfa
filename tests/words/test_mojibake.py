"""Text that was read in the wrong encoding and saved again: known for certain, or left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.files.text.mojibake import Mojibake, is_garbled, mojibake

VIETNAMESE = (
    "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
    "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴĐ"
)


def garbled(text: str, codec: str) -> str:
    """UTF-8 as a program shows it that takes each byte for a letter."""
    return "".join(bytes([each]).decode(codec, "ignore") or chr(each) for each in text.encode())


@pytest.mark.parametrize("codec", ["cp1252", "latin-1", "cp1258"])
@pytest.mark.parametrize(
    "text", ["Bộ", "Đề", "tỉnh", "Sở", "Ủy", "Quý", "quốc", "người", "Tỷ", "đến", "được", "hoá"]
)
def test_a_garbled_word_is_known_with_what_it_was(text: str, codec: str) -> None:
    found = mojibake(f"1, {garbled(text, codec)} ban")
    assert found == Mojibake(3, garbled(text, codec), text)


@pytest.mark.parametrize(
    "text",
    [
        "“XÃ”, «KHÁ», «khá»… và «Khá»™, XÃ\u00a0HỘI, XÃ–PHƯỜNG, LÃ’, Ă”, Bộ, Å, Äpfel, 5 m², 30 °C",
        "Đề án chuyển đổi số của tỉnh giai đoạn 2020–2025, tầm nhìn 2030",
        "Æ", "á", "º", "Ä", "",
    ],
)  # fmt: skip
def test_sound_text_is_left_alone(text: str) -> None:
    assert mojibake(text) is None


letters = st.text(alphabet=VIETNAMESE + " ,.;:!?()“”‘’…–—-/%0123456789\u00a0™®©°²\n", max_size=80)


@pytest.mark.parametrize("text", ["Ã´", "ghi chú Ã¡ 5%", "báo cáo", ""])
def test_one_letter_alone_may_be_chance(text: str) -> None:
    assert not is_garbled(text)


@pytest.mark.parametrize("codec", ["cp1252", "latin-1", "cp1258"])
@pytest.mark.parametrize("text", ["Bộ", "báo cáo", "tỉnh", "Đề án", "được"])
def test_two_letters_or_one_of_three_signs_are_none(text: str, codec: str) -> None:
    assert is_garbled(f"ho-so,2021,75,{garbled(text, codec)}\n")


@given(letters)
def test_no_text_in_vietnamese_letters_is_taken_for_a_garbled_one(text: str) -> None:
    assert mojibake(text) is None


@given(letters, st.sampled_from(["cp1252", "latin-1", "cp1258"]))
def test_what_is_found_is_a_part_of_the_text(text: str, codec: str) -> None:
    seen = garbled(text, codec)
    if found := mojibake(seen):
        assert seen[found.start :].startswith(found.seen)
        assert found.meant != found.seen
