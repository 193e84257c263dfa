"""A form whose names differ from the plan's goes in without an editor, and its names are kept."""

import time
from pathlib import Path

import pytest
from tests.conftest import Golden, Run
from tests.conversation import converse

FORM = """TT;Chỉ tiêu;ĐVT;Kết quả đến 31/7/2022;Ghi chú
I;Chính quyền số;;;
1;Tỷ lệ hồ sơ công việc tại cấp tỉnh được xử lý trên môi trường mạng;%;70,5;
2;Hồ sơ công việc cấp huyện được xử lý trên môi trường mạng;%;61;
3;Tỷ trọng kinh tế số trong GRDP;%;6,5;
4;Tỷ lệ hộ gia đình có hạ tầng cáp quang;%;75,2;
5;Tỷ lệ xã có hạ tầng cáp quang;%;100;
6;Tỷ lệ dân số trưởng thành có tài khoản thanh toán điện tử;%;48;
7;Hoạt động kiểm tra thực hiện qua môi trường số;%;20;
8;cap-quang-xa-khac;%;;
"""
OTHER = '"Tỷ lệ xã có hạ tầng cáp quang": cap-quang-xa'


@pytest.fixture
def office(folder: Path, run: Run) -> Path:
    """The shipped plan of a province, and a form that a department has filled in."""
    assert run("init", ".").code == 0
    (folder / "f.csv").write_text(FORM.replace("cap-quang-xa-khac", "Ghi chú"), encoding="utf-8")
    return folder


def recorded(run: Run) -> int:
    return len(run("export").out.splitlines()) - 1


@pytest.mark.usefixtures("office")
def test_five_other_names_go_in_within_a_minute_and_next_time_without_a_question(
    run: Run, golden: Golden
) -> None:
    begun = time.monotonic()
    asked = ["import", "f.csv", "--map", "theo-doi", "--save-names", "so-tttt.yaml"]
    shown, code = converse(asked, ["c", "1"])
    assert time.monotonic() - begun < 60
    golden("names-accepted.txt", shown)
    assert (code, recorded(run)) == (0, 7)
    assert run("undo").code == 0
    again = run("import", "f.csv", "--map", "so-tttt.yaml")
    assert (again.code, recorded(run)) == (0, 7)


@pytest.mark.usefixtures("office")
def test_what_nobody_confirmed_is_printed_and_stays_a_comment(run: Run, golden: Golden) -> None:
    answer = run("import", "f.csv", "--map", "theo-doi")
    golden("names-proposed.txt", answer.err)
    assert answer.code == 5
    saved = run("import", "f.csv", "--map", "theo-doi", "--save-names", "m.yaml")
    assert (saved.code, "5 tên đề xuất" in saved.err) == (5, True)
    first = Path("m.yaml").read_text(encoding="utf-8")
    assert f"#   {OTHER}\n" in first
    refused = run("import", "f.csv", "--map", "m.yaml", "--save-names", "m.yaml")
    assert (refused.code, recorded(run)) == (5, 0)
    assert Path("m.yaml").read_text(encoding="utf-8") == first
    Path("m.yaml").write_text(
        first.replace("# indicators:\n#", "indicators:\n ").replace('#   "', '    "'),
        encoding="utf-8",
    )
    taken = run("import", "f.csv", "--map", "m.yaml")
    assert (taken.code, recorded(run)) == (0, 7)


BLOCK = 'form: 1\n# của Sở\ncolumns: {indicator: "Chỉ tiêu"}\nvalues: "Kết quả*"\n'
MAPS = {
    "no names": (BLOCK, f'{BLOCK}indicators:\n  "Xã": cap-quang-xa\n'),
    "no line break at the end": (BLOCK[:-1], f'{BLOCK}indicators:\n  "Xã": cap-quang-xa\n'),
    "a block of names": (
        f"{BLOCK}indicators:\n    # ngày 1/8\n    'Hộ': cap-quang-ho-gia-dinh  # hộ\nskip: [Tổng]\n",
        f"{BLOCK}indicators:\n    # ngày 1/8\n    \"Xã\": cap-quang-xa\n    'Hộ': cap-quang-ho-gia-dinh  # hộ\nskip: [Tổng]\n",
    ),
    "names on one line": (
        f"{BLOCK}indicators: {{Hộ: cap-quang-ho-gia-dinh}} # ghi chú\nskip: [Tổng]\n",
        f'{BLOCK}indicators: {{"Xã": cap-quang-xa, Hộ: cap-quang-ho-gia-dinh}} # ghi chú\nskip: [Tổng]\n',
    ),
    "an empty list of names": (
        f"{BLOCK}indicators: {{}}\n",
        f'{BLOCK}indicators: {{"Xã": cap-quang-xa}}\n',
    ),
    "a key without names": (
        f"{BLOCK}indicators:\nskip: [Tổng]\n",
        f'{BLOCK}indicators:\n  "Xã": cap-quang-xa\nskip: [Tổng]\n',
    ),
    "lines as Windows ends them": (
        f"{BLOCK}skip: [Tổng]\n".replace("\n", "\r\n"),
        f'{BLOCK}skip: [Tổng]\nindicators:\n  "Xã": cap-quang-xa\n'.replace("\n", "\r\n"),
    ),
    "the name is there": (
        f"{BLOCK}indicators: {{xã: cap-quang-xa}}\n",
        f"{BLOCK}indicators: {{xã: cap-quang-xa}}\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), MAPS.values(), ids=MAPS)
def test_every_other_line_of_a_description_stays_as_it_is(
    before: str, after: str, folder: Path
) -> None:
    from cdstrack.files.importing.form.save_names import description_of, with_names

    path = folder / "m.yaml"
    path.write_bytes(before.encode())
    assert with_names(description_of(path, None), {"Xã": "cap-quang-xa"}, {}) == after


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f'{BLOCK}indicators: {{"Tỷ lệ xã có hạ tầng cáp quang": ho-so-cap-xa}}\n', "CDS367"),
        ("form: 1\n", "m.yaml:1:1: "),
        ("không phải mô tả", "m.yaml:1:1: "),
    ],
)
def test_a_description_that_cannot_take_the_names_is_left_alone(text: str, code: str) -> None:
    Path("m.yaml").write_text(text, encoding="utf-8")
    keys = ["c", "1"] if code == "CDS367" else []
    asked = ["import", "f.csv", "--map", "theo-doi", "--save-names", "m.yaml"]
    shown, ended = converse(asked, keys)
    assert (code in shown, ended) == (True, 2)
    assert Path("m.yaml").read_text(encoding="utf-8") == text


@pytest.mark.usefixtures("office")
def test_a_description_has_the_ending_of_one_and_is_never_the_plan(run: Run) -> None:
    wrong = run("import", "f.csv", "--map", "theo-doi", "--save-names", "f.csv")
    assert (wrong.code, "CDS018" in wrong.err) == (2, True)
    plan = Path("targets.yaml").read_bytes()
    assert run("import", "f.csv", "--map", "theo-doi", "--save-names", "targets.yaml").code == 2
    assert Path("targets.yaml").read_bytes() == plan


@pytest.mark.usefixtures("office")
def test_a_file_with_our_own_headings_gets_a_description_of_them(run: Run) -> None:
    lines = ["Chỉ tiêu;Kỳ;Giá trị", "Tỷ lệ xã có hạ tầng cáp quang;31/7/2022;100"]
    heads = run("template", "t.xlsx").code
    assert heads == 0
    own = ["indicator;period;value", *lines[1:]]
    Path("own.csv").write_text("\n".join([*own, ""]), encoding="utf-8")
    shown, code = converse(["import", "own.csv", "--save-names", "own.yaml"], ["1"])
    assert (code, "đã ghi 1 tên vào own.yaml" in shown) == (0, True)
    assert run("undo").code == 0
    assert run("import", "own.csv", "--map", "own.yaml").code == 0
    assert recorded(run) == 1
