"""Text for the fonts of before Unicode is called what it is; everything else is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.files.text.legacy_font import Font, legacy_font

TCVN3 = [
    "Tû lÖ hå s¬ xö lý trªn m«i tr­êng m¹ng",
    "ChuyÓn ®æi sè; TØnh BÕn Tre; Uû ban nh©n d©n",
    "chØ tiªu;kú;sè liÖu\nDÞch vô c«ng trùc tuyÕn møc ®é 4;2021;100",
]
VNI = [
    "Tyû leä hoà sô xöû lyù treân moâi tröôøng maïng",
    "Chuyeån ñoåi soá; UÛy ban nhaân daân tænh Beán Tre",
    "CHÆ TIEÂU CHUYEÅN ÑOÅI SOÁ",
]
UNICODE = [
    "Tỷ lệ hồ sơ xử lý trên môi trường mạng",
    "hoà bình, thuý, khoá, toà nhà, Uỷ ban, hoàn thành, quý I",
    "Microsoft® Office™ «Sở» 12·5 µm ©2022 ½ năm",
    "für Äpfel und Öl, façade, où est le garçon? señor Núñez, smörgåsbord",
    "Résumé à la carte: être là",
    "Ngành: ca cao, cà phê, á quân; µ, ¸, ®",
    "indicator,period,value\nho-so,2022-07,75\n",
    "",
]


@pytest.mark.parametrize("text", TCVN3)
def test_tcvn3_is_recognised_by_its_letters(text: str) -> None:
    assert legacy_font(text) is Font.TCVN3


@pytest.mark.parametrize("text", VNI)
def test_vni_is_recognised_by_its_letters(text: str) -> None:
    assert legacy_font(text) is Font.VNI


@pytest.mark.parametrize("text", UNICODE)
def test_unicode_in_any_language_is_left_alone(text: str) -> None:
    assert legacy_font(text) is None


def test_one_pasted_line_does_not_condemn_a_file_in_unicode() -> None:
    assert legacy_font(TCVN3[0] + " ".join(UNICODE[:2] * 3)) is None


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    assert legacy_font(text) in {None, *Font}
