"""`record` asks at a terminal for what was left out, and walks through what is owed."""

import json
from pathlib import Path

import pytest
from tests.conftest import Golden, Run, run_program
from tests.conversation import END, STOP, converse

PLAN = """schema: 1
plan:
  id: tinh-mau
  title: {vi: Kế hoạch thử, en: A plan to try}
  area: tinh-mau
  starts: 2020-12-31
documents:
  kh-1: {title: "Kế hoạch năm 2022", number: "01/KH-UBND", issued: 2022-01-05}
pillars: {so: {vi: Số, en: Digital}}
org_units:
  tinh-mau: {vi: tỉnh Mẫu, en: Sample province, level: tinh}
  so-a: {vi: Sở A, en: Department A}
  so-b: {vi: Sở B, en: Department B}
indicators:
  - id: ho-so-mang
    name: {vi: Hồ sơ xử lý trên mạng, en: Files handled online}
    aliases: [Văn bản điện tử]
    pillar: so
    unit: percent
    direction: increase
    bounds: [0, 100]
    frequency: quarterly
    lead: so-a
    targets: [{due: 2025-12-31, at_least: 90}]
  - id: kinh-te-nganh
    name: {vi: Kinh tế số từng ngành, en: Digital economy by sector}
    pillar: so
    unit: percent
    direction: increase
    every: {sector: [du-lich, y-te]}
    frequency: yearly
    lead: so-b
    targets: [{due: 2025-12-31, at_least: 5}]
  - id: cong-du-lieu
    name: {vi: Cổng dữ liệu mở, en: Open data portal}
    pillar: so
    unit: state
    direction: increase
    lead: so-b
    targets: [{due: 2025-12-31, reach: done}]
"""


@pytest.fixture
def office(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan of three indicators, and one figure of the first."""
    monkeypatch.setenv("CDSTRACK_TODAY", "2022-08-31")
    (folder / "targets.yaml").write_text(PLAN, encoding="utf-8")
    assert run_program("init", ".").code == 0
    assert run_program("record", "ho-so-mang", "67,84%", "--on", "31/3/2022").code == 0
    return folder


def recorded() -> list[str]:
    """The figures of the record, without their notes."""
    lines = run_program("export").out.splitlines()[1:]
    return [",".join(line.split(",")[:5]) for line in lines]


@pytest.mark.usefixtures("office")
def test_one_figure_is_asked_for_shown_beside_the_last_and_confirmed_once(golden: Golden) -> None:
    answers = ["ho so", "", "1.446", "70,5", "ke hoach", "c"]
    shown, code = converse(["record"], answers)
    golden("record-dialogue.txt", shown)
    assert code == 0
    assert recorded()[-1] == "ho-so-mang,tinh-mau,,2022-Q2,70.5"


@pytest.mark.usefixtures("office")
def test_it_speaks_english_too_and_finds_by_alias_number_and_list() -> None:
    answers = ["nothing", "?", "van ban dien tu", "2022-06", "71", "", "y"]
    shown, code = converse(["record", "--lang", "en"], answers)
    assert (code, recorded()[-1]) == (0, "ho-so-mang,tinh-mau,,2022-06,71")
    for told in (
        'not found: "nothing"',
        "   3  Open data portal (cong-du-lieu)",
        "Type 1-3, or other words: ",
        "67.84% (2022-03-31) → 71% (June 2022): record this figure? [y/N] ",
        "CDS506 warning: the figure states no source (add",
    ):
        assert told in shown


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("last", ["k", "q", END])
def test_who_does_not_confirm_or_leaves_records_nothing(last: str) -> None:
    shown, code = converse(["record", "ho-so-mang"], ["", "70", "", last])
    assert (code, recorded()) == (2, ["ho-so-mang,tinh-mau,,2022-03-31,67.84"])
    assert shown.endswith("chưa ghi gì\n")


@pytest.mark.usefixtures("office")
def test_only_what_was_left_out_is_asked_for() -> None:
    shown, code = converse(
        ["record", "ho-so-mang", "--on", "quý II/2022", "--document", "kh-1"], ["70", "c"]
    )
    assert (code, "Kỳ số liệu" in shown, "Văn bản nguồn" in shown) == (0, False, False)
    refused, code = converse(["record", "ho-so-mang", "--document", "kh-9"], [])
    assert (code, "CDS226" in refused) == (2, True)


@pytest.mark.usefixtures("office")
def test_a_figure_beyond_the_bounds_or_of_a_period_to_come_is_asked_for_again() -> None:
    answers = ["2023", "700", "70", "q"]
    shown, _ = converse(["record", "ho-so-mang"], answers)
    assert "CDS203" in shown
    assert "CDS215" in shown
    assert shown.count("Kỳ số liệu [quý II/2022]:") == 2


@pytest.mark.usefixtures("office")
def test_where_an_answer_is_needed_enter_says_so_and_how_to_leave() -> None:
    shown, _ = converse(["record", "ho-so-mang", "--on", "2022-Q2"], ["", "70", "q"])
    assert "Số liệu (%): \ncần câu trả lời; q: dừng\nSố liệu (%): 70" in shown


@pytest.mark.usefixtures("office")
def test_a_new_document_is_added_with_the_figure_and_not_without_it() -> None:
    facts = ["+", "215/BC-UBND", "Báo cáo quý II", "32/7/2022", "5/7/2022", ""]
    asked = ["record", "ho-so-mang", "--on", "2022-Q2"]
    converse(asked, ["70", *facts, "k"])
    assert "215-bc-ubnd" not in run_program("document", "list").out
    shown, code = converse(asked, ["70", *facts, "c"])
    assert (code, "CDS506" in shown) == (0, False)
    assert "Mã văn bản [215-bc-ubnd]: \n" in shown
    assert "văn bản   215/BC-UBND (215-bc-ubnd)" in shown
    again, _ = converse([*asked[:-1], "2022-07"], ["70", "+", "215/bc-ubnd", "q"])
    assert "đã có: Báo cáo quý II (215-bc-ubnd)" in again


@pytest.mark.usefixtures("office")
def test_a_figure_that_is_there_is_corrected_where_the_person_says_why() -> None:
    asked = ["record", "ho-so-mang", "--on", "31/3/2022"]
    shown, code = converse(asked, ["68", "", ""])
    assert (code, shown.endswith("chưa ghi gì\n")) == (2, True)
    shown, code = converse(asked, ["68", "", "gõ nhầm"])
    assert "67,84% (31/03/2022) → 68% (31/03/2022): kỳ này đã có số liệu. Lý do thay" in shown
    assert (code, "đã sửa, lần ghi 2" in shown) == (0, True)
    assert "gõ nhầm" in run_program("log").out
    there, code = converse(asked, ["68"])
    assert (code, "đã ghi trước đó" in there) == (0, True)


@pytest.mark.usefixtures("office")
def test_the_official_figure_takes_the_place_of_an_estimate_with_one_key() -> None:
    estimate = ("--on", "2021", "--qualifier", "ước")
    assert run_program("record", "ho-so-mang", "60", *estimate).code == 0
    shown, code = converse(["record", "ho-so-mang", "--on", "2021"], ["60", "", "c"])
    assert "thay số ước bằng số chính thức? [c/K] c" in shown
    assert (code, "đã sửa" in shown) == (0, True)
    assert "ước" not in run_program("show", "ho-so-mang").out.split("60%")[1].splitlines()[0]


@pytest.mark.usefixtures("office")
def test_what_is_owed_is_walked_through_and_what_was_confirmed_is_kept(golden: Golden) -> None:
    answers = ["70,5", "kh-1", "c", "k", "2021", "6", "", "c", "", "q"]
    shown, code = converse(["record", "--owed"], answers)
    golden("record-owed.txt", shown)
    assert code == 0


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("key", "code"), [("q", 0), (END, 0), (STOP, 130)])
def test_it_can_be_left_at_any_question(key: str, code: int) -> None:
    shown, ended = converse(["record", "--owed", "--lead", "so-a"], ["70,5", "", "c"])
    assert (ended, shown.endswith("đã ghi 1, bỏ qua 0, còn lại 0\n")) == (0, True)
    for typed in ([], ["3"], ["3", ""]):
        shown, ended = converse(["record", "--lead", "Sở B"], [*typed, key])
        assert ended == code
        assert shown.endswith("đã ghi 0, bỏ qua 0, còn lại 3\n")
    assert len(recorded()) == 2


@pytest.mark.usefixtures("office")
def test_a_program_gets_what_was_recorded_as_json() -> None:
    shown, code = converse(["record", "--owed", "--format", "json"], ["70,5", "", "c", "q"])
    report = json.loads(shown[shown.index("{\n") :])
    assert code == 0
    assert report["recorded"][0]["figure"]["value"] == "70.5"
    assert (report["skipped"], report["left"]) == (0, 3)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["record"], "CDS003 thiếu INDICATOR, VALUE, --on"),
        (["record", "ho-so-mang", "--on", "2022"], "CDS003 thiếu VALUE\n"),
        (["record", "--owed"], "CDS035 "),
        (["record", "ho-so-mang", "--owed"], "CDS009 --owed và INDICATOR"),
        (["record", "--owed", "--on", "2022"], "CDS009 --owed và --on"),
        (["record", "--lang", "en"], "CDS003 INDICATOR, VALUE, --on are missing"),
    ],
)
def test_where_nobody_can_be_asked_it_says_what_is_missing(
    run: Run, words: list[str], told: str
) -> None:
    answer = run(*words)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert "cdstrack record INDICATOR VALUE --on PERIOD" in answer.err or "CDS009" in told
