"""Names are found by their beginning, without accents, and never by a guess between two."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.core.problem import Problem
from cdstrack.words.parse.search import did_you_mean, find, fold

INDICATORS = {
    "ho-so-cap-tinh": ["Hồ sơ công việc cấp tỉnh xử lý trên môi trường mạng"],
    "ho-so-cap-huyen": ["Hồ sơ công việc cấp huyện xử lý trên môi trường mạng"],
    "ho-so": ["Hồ sơ tiếp nhận trực tuyến"],
    "dvc-muc-4": ["Dịch vụ công trực tuyến mức độ 4", "Online services, level 4"],
    "ty-trong-kinh-te-so": ["Tỷ trọng kinh tế số trong GRDP"],
    "so-hoa": ["Số hoá dữ liệu tập trung"],
}


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Tỉnh Mẫu", "tinh mau"),
        ("ĐỒNG BẰNG", "dong bang"),
        ("số hoá", "so hoa"),
        ("số hóa", "so hoa"),
        ("ho-so-cap_tinh", "ho so cap tinh"),
        ("  Sở TT&TT, Sở KH&CN. ", "so tt tt so kh cn"),
        ("\u200bưu tiên", "uu tien"),
        ("...", ""),
    ],
)
def test_texts_are_compared_without_accents_case_and_punctuation(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_spellings_that_vary_are_one() -> None:
    assert fold("tỷ lệ") == fold("tỉ lệ")
    assert fold("hàng năm") == fold("hằng năm")


@given(st.text())
def test_folding_twice_changes_nothing_and_unicode_form_does_not_matter(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ho-so", "ho-so"),
        ("HO-SO", "ho-so"),
        ("ho-so-cap-t", "ho-so-cap-tinh"),
        ("Ho so cap huyen", "ho-so-cap-huyen"),
        ("dvc", "dvc-muc-4"),
        ("cấp tỉnh", "ho-so-cap-tinh"),
        ("online services", "dvc-muc-4"),
        ("GRDP", "ty-trong-kinh-te-so"),
        ("tỉ trọng", "ty-trong-kinh-te-so"),
        ("số hóa dữ liệu", "so-hoa"),
        ("huyện hồ sơ", "ho-so-cap-huyen"),
        ("truc tuyen tiep nhan", "ho-so"),
    ],
)
def test_a_query_that_can_mean_one_thing_finds_it(query: str, found: str) -> None:
    assert find(query, INDICATORS).found == found


def test_a_query_that_can_mean_several_names_them_in_the_plan_s_order() -> None:
    match = find("ho-so-cap", INDICATORS)
    assert match.found is None
    assert match.candidates == ("ho-so-cap-tinh", "ho-so-cap-huyen")
    assert match.problem("INDICATOR") == Problem(
        "CDS217",
        {
            "where": "INDICATOR",
            "value": "ho-so-cap",
            "candidates": "ho-so-cap-tinh, ho-so-cap-huyen",
        },
    )


def test_a_slip_of_the_finger_is_answered_with_what_is_nearest() -> None:
    match = find("ho-so-cap-tihn", INDICATORS)
    assert (match.found, match.candidates) == (None, ())
    assert match.suggestions[0] == "ho-so-cap-tinh"
    assert match.problem("INDICATOR").code == "CDS216"


@pytest.mark.parametrize("query", ["", "...", "xyzxyz", "\x1b[31m"])
def test_a_query_that_is_like_nothing_suggests_nothing(query: str) -> None:
    match = find(query, INDICATORS)
    assert (match.found, match.candidates, match.suggestions) == (None, (), ())


def test_words_are_found_from_their_beginning_only() -> None:
    assert find("inh tế", INDICATORS).found is None


@given(st.sampled_from(sorted(INDICATORS)))
def test_an_id_always_finds_itself(name: str) -> None:
    assert find(name, INDICATORS).found == name


def test_did_you_mean_offers_the_nearest_few() -> None:
    keys = ["at_least", "at_most", "more_than", "less_than"]
    assert did_you_mean("at_leest", keys)[0] == "at_least"
    assert did_you_mean("Atleast", keys)[0] == "at_least"
    assert did_you_mean("zzz", keys) == ()
