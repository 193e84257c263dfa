"""The commune's form of self-assessed and appraised points, as it comes back."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.commune_form.conftest import FORM, TAKE
from tests.conftest import Run
from tests.conversation import converse

SO_HOA = "Tỷ lệ hồ sơ thủ tục hành chính được số hóa"


def scores(run: Run) -> dict[str, dict[str, object]]:
    answer = run("scores", "dti-xa", "--org-unit", "xa-an", "--format", "json")
    found = json.loads(answer.out)
    return {"": found} | {item["indicator"]: item for item in found["items"]}


def recorded(run: Run) -> int:
    return len(run("export").out.splitlines()) - 1


def write(text: str) -> None:
    Path("xa-an.csv").write_text(text, encoding="utf-8")


def test_both_points_of_each_criterion_are_taken_in_the_order_of_the_codes(desk: Run) -> None:
    answer = desk("import", "xa-an.csv", *TAKE)
    assert answer.code == 0, answer.err
    found = scores(desk)
    assert [*found][1:] == ["cong-thong-tin", "ung-dung", "so-hoa", "ke-hoach"]
    total = found[""]
    assert (total["self"], total["appraised"], total["difference"]) == ("50.5", "46.96", "3.54")
    # Below zero the appraisers gave more.
    assert found["ung-dung"]["difference"] == "-2.96"


def test_the_same_file_again_adds_nothing(desk: Run) -> None:
    assert desk("import", "xa-an.csv", *TAKE).code == 0
    again = desk("import", "xa-an.csv", *TAKE)
    assert again.code == 0, again.err
    assert "không có gì mới" in again.out
    assert "2 trong kho" in desk("document", "list").out


def test_a_code_of_the_unit_may_be_given_instead_of_its_id(desk: Run) -> None:
    assert desk("import", "xa-an.csv", *TAKE[:-1], "101").code == 0
    assert recorded(desk) == 8


def test_without_its_unit_it_is_not_taken_for_the_area_s(desk: Run) -> None:
    answer = desk("import", "xa-an.csv", *TAKE[:-2])
    assert (answer.code, "CDS378" in answer.err, "--org-unit" in answer.err) == (5, True, True)
    assert recorded(desk) == 0


def test_a_workbook_with_codes_as_texts_is_taken_as_it_is(desk: Run) -> None:
    book = Workbook()
    assert book.active is not None
    for row in csv.reader(FORM.splitlines(keepends=True), delimiter=";"):
        book.active.append([cell or None for cell in row])
    book.save("xa-an.xlsx")
    answer = desk("import", "xa-an.xlsx", *TAKE)
    assert answer.code == 0, answer.err
    assert scores(desk)[""]["appraised"] == "46.96"
    assert scores(desk)["cong-thong-tin"]["evidence"] == ["12-kh-ubnd-2025-01-05"]


@pytest.mark.parametrize("code", ["4.1", 4.1])
def test_the_zero_that_a_sheet_has_dropped_is_not_guessed(desk: Run, code: object) -> None:
    book = Workbook()
    assert book.active is not None
    for row in csv.reader(FORM.splitlines(keepends=True), delimiter=";"):
        cells = [cell or None for cell in row]
        book.active.append([code if cells[0] == "4.10" else cells[0], *cells[1:]])
    book.save("xa-an.xlsx")
    answer = desk("import", "xa-an.xlsx", *TAKE)
    assert (answer.code, recorded(desk)) == (5, 0)
    assert answer.err.count("CDS375") == 1
    assert f'mã "4.1" và tên "{SO_HOA}"' in answer.err
    assert "so-hoa, cong-thong-tin" in answer.err
    assert "4.10 thành 4.1" in answer.err
    assert "aliases:" not in answer.err


def test_at_a_terminal_it_is_asked_about_and_kept(desk: Run) -> None:
    write(FORM.replace("\n4.10;", "\n4.1;"))
    shown, code = converse(["import", "xa-an.csv", *TAKE, "--save-names", "xa.yaml"], ["1"])
    assert code == 0, shown
    assert recorded(desk) == 8
    assert f'"4.1 {SO_HOA}": so-hoa' in Path("xa.yaml").read_text("utf-8")
    assert desk("undo").code == 0
    again = desk("import", "xa-an.csv", "--map", "xa.yaml", *TAKE[2:])
    assert (again.code, recorded(desk)) == (0, 8), again.err


def test_a_renumbered_form_is_not_read_by_its_codes_alone(desk: Run) -> None:
    write(FORM.replace("\n4.2;", "\n4.22.1;").replace("\n4.22.1;Triển", "\n4.2;Triển"))
    answer = desk("import", "xa-an.csv", *TAKE)
    assert (answer.code, answer.err.count("CDS375")) == (5, 2)
    assert "biểu có thể đã đánh lại số" in answer.err
    # A name that is a little different is confirmed by its code.
    write(FORM.replace("Triển khai nhiệm vụ được giao;", "Triển khai các nhiệm vụ được giao;"))
    assert desk("import", "xa-an.csv", *TAKE).code == 0


def test_the_difference_must_be_that_of_the_two_points(desk: Run) -> None:
    write(FORM.replace(";1,5;", ";-1,5;").replace(";-2,96;", ";-2,9;"))
    answer = desk("import", "xa-an.csv", *TAKE)
    assert (answer.code, recorded(desk)) == (5, 0)
    assert "3:7: CDS376 chênh lệch -1,5 ngược dấu: 8,5 − 7 = 1,5" in answer.err
    assert "8:7: CDS376 chênh lệch -2,9 không khớp: 12 − 14,96 = -2,96" in answer.err
    # Rounded as printed it fits.
    write(FORM.replace(";-2,96;", ";−3,0;"))
    assert desk("import", "xa-an.csv", *TAKE).code == 0


@pytest.mark.parametrize(("printed", "code"), [("8,5", 0), ("0", 0), ("", 0), ("-", 0), ("1,5", 5)])
def test_a_difference_of_points_that_are_not_there_is_told(
    desk: Run, printed: str, code: int
) -> None:
    """A sheet takes an empty cell for zero; any other difference was made from a lost score."""
    write(FORM.replace(";8,5;7;1,5;", f";8,5;;{printed};"))
    answer = desk("import", "xa-an.csv", *TAKE)
    assert answer.code == code, answer.err
    assert ("có chênh lệch 1,5 nhưng thiếu một trong hai điểm" in answer.err) == bool(code)


def test_the_most_points_must_be_those_of_the_plan(desk: Run) -> None:
    write(FORM.replace(";Chính quyền số;10;8,5;", ";Chính quyền số;12,5;8,5;"))
    answer = desk("import", "xa-an.csv", *TAKE)
    assert (answer.code, recorded(desk)) == (5, 0)
    assert "3:4: CDS382 điểm tối đa trong biểu là 12,5, trong kế hoạch là 10" in answer.err
    assert answer.err.count("CDS382") == 1
    english = desk("import", "xa-an.csv", *TAKE, "--lang", "en").err
    assert "CDS382 the most points are 12,5 in the form and 10 in the plan" in english
    assert "points: {max: …}" in english


@pytest.mark.parametrize("printed", ["10", "10,0", "10.00", "", "-"])
def test_the_most_points_may_be_printed_otherwise_or_not_at_all(desk: Run, printed: str) -> None:
    write(FORM.replace(";Chính quyền số;10;8,5;", f";Chính quyền số;{printed};8,5;"))
    assert desk("import", "xa-an.csv", *TAKE).code == 0


def test_most_points_that_are_no_number_are_told(desk: Run) -> None:
    write(FORM.replace(";Chính quyền số;10;8,5;", ";Chính quyền số;mười;8,5;"))
    answer = desk("import", "xa-an.csv", *TAKE)
    assert answer.code == 5
    assert "xa-an.csv:3:4:" in answer.err


def test_a_criterion_that_is_not_in_the_plan_leads_to_the_description_of_this_form(
    desk: Run,
) -> None:
    write(FORM.replace("4.22.1;Triển khai nhiệm vụ được giao", "4.23;Việc lạ"))
    assert "cdstrack examples dti-xa" in desk("import", "xa-an.csv", *TAKE).err


def test_a_form_that_takes_it_the_other_way_round_says_so(desk: Run) -> None:
    shipped = desk("examples", "dti-xa").out
    turned = shipped.replace("difference: self-appraised", "difference: appraised-self")
    Path("nguoc.yaml").write_text(turned, encoding="utf-8")
    take = ("--map", "nguoc.yaml", *TAKE[2:])
    assert desk("import", "xa-an.csv", *take).err.count("CDS376") == 3
    for old, new in ((";1,5;", ";-1,5;"), (";-2,96;", ";2,96;"), (";5;Đang", ";-5;Đang")):
        write(Path("xa-an.csv").read_text("utf-8").replace(old, new))
    answer = desk("import", "xa-an.csv", *take)
    assert answer.code == 0, answer.err


def test_evidence_becomes_documents_where_it_can_be_read_and_is_told_where_not(desk: Run) -> None:
    answer = desk("import", "xa-an.csv", *TAKE)
    assert "minh chứng: thêm 2 văn bản vào kho" in answer.err
    unread = (
        '2 (3:11 "Thẩm định: thiếu ảnh chụp", 8:11 "*05/01/2025 - 12/KH-UBND: ngày đứng nhầm chỗ")'
    )
    assert unread in answer.err
    shown = desk("document", "show", "12-kh-ubnd-2025-01-05").out
    assert "Kế hoạch chuyển đổi số năm 2025" in shown
    found = scores(desk)["cong-thong-tin"]
    notes = ["20/BC-UBND (20-bc-ubnd-2025-02-12); Thẩm định: thiếu ảnh chụp"]
    assert (found["evidence"], found["notes"]) == (["12-kh-ubnd-2025-01-05"], notes)
    # The plan of January is evidence, not the report of the score: nothing is wrong with its date.
    assert "CDS242" not in desk("check").out + desk("check").err
    assert desk("undo").code == 0
    assert "12-kh-ubnd" not in desk("document", "list").out


@pytest.mark.parametrize(
    ("cell", "documents", "unread"),
    [
        ("*1/KH - 05/01/2025: Một *2/KH - 06/01/2025: Hai", ["1/KH", "2/KH"], []),
        ("*1/KH - 05/01/2025: Một; *2/KH - 06/01/2025: Hai", ["1/KH", "2/KH"], []),
        ("*1/KH - 05/01/2025: Một; *biên bản", ["1/KH"], ["*biên bản"]),
        ("*1/KH — 05/01/2025: Một", ["1/KH"], []),
        ("*1/KH - 05/01/2027: chưa có", [], ["*1/KH - 05/01/2027: chưa có"]),
        ("*1/KH - 20/01/2026: hôm nay", ["1/KH"], []),
        ("Thẩm định * thiếu ảnh", [], ["Thẩm định * thiếu ảnh"]),
    ],
)
def test_each_item_of_a_cell_is_a_document_or_told(
    desk: Run, cell: str, documents: list[str], unread: list[str]
) -> None:
    """Of two items on one line the second was a part of the first one's title."""
    write(FORM.replace(";5;Đang thực hiện;;;", f';5;;;;"{cell}"'))
    answer = desk("import", "xa-an.csv", *TAKE)
    assert answer.code == 0, answer.err
    listed = desk("document", "list").out
    assert [number for number in ("1/KH", "2/KH") if f"{number};" in listed] == documents
    assert all(f'"{each}"' in answer.err for each in unread)


def with_last_cells(difference: object, evidence: object) -> None:
    """A workbook with one row, whose difference and evidence are these cells."""
    book = Workbook()
    assert book.active is not None
    heads = next(csv.reader(FORM.splitlines()[1:], delimiter=";"))
    book.active.append(heads)
    beside = difference, "", "", "", evidence
    book.active.append(["4.22.1", "Triển khai nhiệm vụ được giao", "", 20, 20, 15, *beside])
    book.save("xa-an.xlsx")


def test_evidence_that_a_sheet_keeps_as_a_date_is_told(desk: Run) -> None:
    with_last_cells(5, date(2025, 1, 5))
    answer = desk("import", "xa-an.xlsx", *TAKE)
    assert (answer.code, 'Sheet!K2 "2025-01-05"' in answer.err) == (0, True), answer.err


@pytest.mark.parametrize(("difference", "evidence"), [("=E2-F2", "*1/KH"), (5, "=B2")])
def test_a_formula_without_its_result_is_told_as_one(
    desk: Run, difference: object, evidence: object
) -> None:
    """The difference was said to be no number, and evidence was left out without a word."""
    with_last_cells(difference, evidence)
    answer = desk("import", "xa-an.xlsx", *TAKE)
    column = "K" if difference == 5 else "G"
    assert (answer.code, f"Sheet!{column}2: CDS335" in answer.err) == (5, True), answer.err


def test_two_communes_with_one_number_have_two_documents(desk: Run) -> None:
    assert desk("import", "xa-an.csv", *TAKE).code == 0
    other = FORM.replace("Kế hoạch chuyển đổi\nsố năm 2025", "Kế hoạch của xã Bình")
    write(other.replace(": Kế hoạch chuyển đổi số năm 2025", ": Kế hoạch của xã Bình"))
    answer = desk("import", "xa-an.csv", *TAKE[:-1], "xa-binh")
    assert (answer.code, "minh chứng: thêm 1 văn bản vào kho" in answer.err) == (0, True)
    listed = desk("document", "list").out
    assert "12-kh-ubnd-2025-01-05-xa-binh" in listed
    assert listed.count("20-bc-ubnd-2025-02-12") == 1


def test_without_a_self_assessment_the_evidence_is_the_appraisal_s(desk: Run) -> None:
    write(FORM.replace(";8,5;7;1,5;", ";;7;;"))
    assert desk("import", "xa-an.csv", *TAKE).code == 0
    rows = list(csv.DictReader(desk("export").out.splitlines()))
    [row] = [row for row in rows if row["indicator"] == "cong-thong-tin"]
    assert (row["disaggregation"], row["document"]) == ("role=appraised", "12-kh-ubnd-2025-01-05")
