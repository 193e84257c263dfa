"""Undo of whatever an act can be: an import of any size, documents, accepted findings."""

import json
from importlib import import_module
from pathlib import Path

import pytest
from tests.conftest import Run

ROWS = 1200


@pytest.fixture
def desk(sample: Path, run: Run) -> Path:
    run("init")
    return sample


def figures(run: Run) -> list[str]:
    return run("export", "--format", "csv").out.splitlines()[1:]


def write_figures(folder: Path, rows: int, first: int = 1) -> None:
    lines = [
        f"giao-dich,tinh-mau,{2000 + n // 240}-{1 + n // 20 % 12:02}-{1 + n % 20:02},{first + n}"
        for n in range(rows)
    ]
    text = "\n".join(["indicator,org_unit,period,value", *lines, ""])
    (folder / "nhap.csv").write_text(text, encoding="utf-8")


def test_an_import_is_taken_back_whole_and_put_back_whole(desk: Path, run: Run) -> None:
    run("record", "giao-dich", "7", "--on", "2022-01-01")
    write_figures(desk, ROWS)
    assert run("import", "nhap.csv").code == 0
    taken = figures(run)
    assert len(taken) == ROWS + 1
    answer = run("undo", "--format", "json")
    told = json.loads(answer.out)
    assert (told["undoes"], len(told["changes"]) + told["more"]) == (2, ROWS)
    assert len(figures(run)) == 1
    assert run("undo", "3").code == 0
    assert figures(run) == taken


@pytest.mark.in_a_file
def test_a_large_import_leaves_a_backup_of_what_was_before(desk: Path, run: Run) -> None:
    run("record", "giao-dich", "7", "--on", "2022-01-01")
    write_figures(desk, 1001)
    assert run("import", "nhap.csv").code == 0
    (made,) = (desk / "data/backups").iterdir()
    assert made.name == "cdstrack-20220831T050000Z-before-import.db"
    assert run("restore", str(made)).code == 0
    assert len(figures(run)) == 1


def test_an_import_is_not_taken_back_over_a_figure_that_was_corrected_since(
    desk: Path, run: Run
) -> None:
    write_figures(desk, 50)
    run("import", "nhap.csv")
    run("correct", "giao-dich", "9", "--on", "2000-01-07", "--reason", "gõ nhầm")
    before = figures(run)
    answer = run("undo", "1")
    assert (answer.code, figures(run)) == (2, before)
    assert answer.err.startswith(
        "CDS709 không thể hoàn tác lần ghi 1: giao-dich 07/01/2000 đã được thay đổi ở lần ghi 2"
    )
    run("undo", "2")
    assert run("undo", "1").code == 0
    assert figures(run) == []


def test_what_was_corrected_back_by_hand_still_stands_in_the_way(desk: Path, run: Run) -> None:
    del desk
    run("record", "giao-dich", "5", "--on", "7/2022")
    run("correct", "giao-dich", "6", "--on", "7/2022", "--reason", "x")
    run("correct", "giao-dich", "5", "--on", "7/2022", "--reason", "lại như cũ")
    answer = run("undo", "1")
    assert answer.code == 2
    assert "ở lần ghi 3" in answer.err


def test_documents_are_taken_back_to_their_earlier_state(desk: Path, run: Run) -> None:
    del desk
    add = ("document", "add", "moi", "--title")
    run(*add, "Một")
    run(*add, "Hai", "--reason", "sửa")
    assert run("undo").code == 0
    assert "Một" in run("document", "show", "moi").out
    assert run("undo").code == 0
    assert run("document", "show", "moi").code == 2
    refused = run("undo", "3")
    assert refused.code == 2
    assert refused.err.startswith("CDS709 không thể hoàn tác lần ghi 3: văn bản moi ")
    assert run("undo", "4").code == 0
    assert "Một" in run("document", "show", "moi").out
    assert run("undo", "3").code == 0
    assert "Hai" in run("document", "show", "moi").out


def test_a_summary_that_was_sent_out_is_skipped_and_cannot_be_taken_back(
    desk: Path, run: Run
) -> None:
    del desk
    run("record", "giao-dich", "5", "--on", "7/2022")
    assert run("summary", "--issue").code == 0
    assert run("undo", "2").err.startswith("CDS710 ")
    assert json.loads(run("undo", "--format", "json").out)["undoes"] == 1


def test_a_correction_keeps_what_still_holds_beside_the_figure(desk: Path, run: Run) -> None:
    del desk
    given = ("--stated", "68", "--reported", "2022-08", "--note", "ghi chú")
    where = ("ho-so-cap-tinh", "--on", "31/7/2022")
    run("record", where[0], "khoảng 981/1446", *where[1:], *given, "--document", "bao-cao-7")

    def corrected(value: str, *arguments: str) -> dict[str, str]:
        reason = ("--reason", "x", "--dry-run", "--format", "json")
        told = json.loads(run("correct", where[0], value, *where[1:], *arguments, *reason).out)
        after = told["changes"][0]["after"]
        names = ("qualifier", "document", "stated", "reported", "note")
        return {name: after[name] for name in names}

    kept = {"document": "bao-cao-7", "stated": "68", "reported": "2022-08", "note": "ghi chú"}
    unstated = {**kept, "stated": None}
    assert corrected("982/1446") == {"qualifier": "exact", **unstated}
    assert corrected("gần 982/1446") == {"qualifier": "nearly", **unstated}
    assert corrected("70") == {"qualifier": "exact", **unstated}
    assert corrected("na:chưa rõ") == {"qualifier": "exact", **unstated}
    assert corrected("982/1446", "--stated", "67,9", "--qualifier", "about") == {
        **kept,
        "qualifier": "about",
        "stated": "67.9",
    }
    assert corrected("981/1446", "--note", "khác") == {"qualifier": "about", **kept, "note": "khác"}
    assert corrected("981/1446", "--document", "nghi-quyet") == {
        **kept,
        "qualifier": "about",
        "document": "nghi-quyet",
        "reported": None,
    }
    assert corrected("981/1446", "--note", "", "--stated", "", "--qualifier", "exact") == {
        **kept,
        "qualifier": "exact",
        "note": None,
        "stated": None,
    }


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "vi",
            (
                "  ho-so-cap-tinh 31/07/2022: khoảng 67,84% → 70%; phân số 981/1.446 → –; nguồn in 68 → –\n"
                "  giữ nguyên: văn bản: 123/BC-STTTT (bao-cao-7); ghi chú: số đầu\n"
            ),
        ),
        (
            "en",
            (
                "  ho-so-cap-tinh 2022-07-31: about 67.84% → 70%; fraction 981/1,446 → –; stated 68 → –\n"
                "  unchanged: document: 123/BC-STTTT (bao-cao-7); note: số đầu\n"
            ),
        ),
    ],
)
def test_a_correction_says_what_went_and_what_stayed_beside_the_figure(
    language: str, told: str, desk: Path, run: Run
) -> None:
    del desk
    where = ("--on", "31/7/2022", "--lang", language)
    beside = ("--stated", "68", "--document", "bao-cao-7", "--note", "số đầu")
    run("record", "ho-so-cap-tinh", "khoảng 981/1446", *where, *beside)
    answer = run("correct", "ho-so-cap-tinh", "70", *where, "--reason", "x", "--width", "100")
    assert told in answer.out


def test_a_changed_qualifier_is_named_in_the_language(desk: Path, run: Run) -> None:
    del desk
    run("record", "ho-so-cap-tinh", "68", "--on", "31/7/2022", "--qualifier", "derived")
    told = run("correct", "--id", "1", "68", "--qualifier", "estimate", "--reason", "x").out
    assert "derived" not in told
    assert "estimate" not in told


def test_a_figure_of_an_indicator_that_the_plan_has_dropped_can_still_be_withdrawn(
    desk: Path, run: Run
) -> None:
    run("record", "dan-so", "5", "--on", "2021")
    plan = desk / "targets.yaml"
    plan.write_text(plan.read_text("utf-8").replace("id: dan-so", "id: dan-cu"), encoding="utf-8")
    assert "CDS508" in run("check").out
    assert run("withdraw", "--id", "1", "--reason", "chỉ tiêu đã bỏ").code == 0
    assert "CDS508" not in run("check").out
    assert "dan-so 2021: rút 5" in run("log").out
    assert run("log", "--indicator", "dan-so", "--format", "csv").out.count("\n") == 3


def test_advice_can_be_accepted_too_and_then_strict_is_content(desk: Path, run: Run) -> None:
    plan = desk / "targets.yaml"
    text = plan.read_text("utf-8").replace("    lead: so-tttt\n    baseline", "    baseline")
    plan.write_text(text, encoding="utf-8")
    assert run("check").code == 0
    answer = run("check", "--strict", "--format", "json")
    assert answer.code == 10
    ids = [problem["id"] for problem in json.loads(answer.out)["problems"]]
    accept = [argument for number in ids for argument in ("--acknowledge", number)]
    assert run("check", *accept, "--reason", "đề án không nêu").code == 0
    again = run("check", "--strict")
    assert again.code == 0
    assert again.out.splitlines()[-1].endswith(f"đã chấp nhận: {len(ids)}")


def test_an_error_of_the_plan_cannot_be_accepted(desk: Path, run: Run) -> None:
    plan = desk / "targets.yaml"
    text = plan.read_text("utf-8").replace("direction: increase", "direction: len", 1)
    plan.write_text(text, encoding="utf-8")
    answer = run("check", "--format", "json")
    assert answer.code == 3
    (error, *_) = json.loads(answer.out)["problems"]
    refused = run("check", "--acknowledge", error["id"], "--reason", "kệ")
    assert (refused.code, refused.err[:6]) == (2, "CDS522")


def test_the_log_of_every_kind_of_act_keeps_its_schema(desk: Path, run: Run) -> None:
    jsonschema = import_module("jsonschema")
    run("record", "giao-dich", "5", "--on", "7/2022")
    run("document", "add", "bc", "--title", "Báo cáo")
    (finding, *_) = json.loads(run("check", "--format", "json").out)["problems"]
    run("check", "--acknowledge", finding["id"], "--reason", "đã hỏi")
    run("undo")
    run("undo", "2")
    log = json.loads(run("log", "--format", "json").out)
    schema = json.loads(
        (Path(__file__).parents[2] / "docs/schema/log.report.schema.json").read_text("utf-8")
    )
    jsonschema.validate(log, schema)
    assert [len(act["warnings"]) for act in log["items"]] == [0, 1, 1, 0, 0]
    assert [len(act["documents"]) for act in log["items"]] == [1, 0, 0, 1, 0]
    assert desk.exists()
