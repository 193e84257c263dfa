"""What is written to the record must be certain: no lost id is guessed, no day to come is taken."""

from pathlib import Path

import pytest
from tests.conftest import Run


@pytest.fixture
def desk(sample: Path, run: Run) -> Path:
    assert run("init").code == 0
    return sample


def rename(folder: Path, old: str, new: str) -> None:
    plan = folder / "targets.yaml"
    text = plan.read_text("utf-8")
    assert f"id: {old}\n" in text
    plan.write_text(text.replace(f"id: {old}\n", f"id: {new}\n"), encoding="utf-8")


@pytest.mark.parametrize(
    "command",
    [
        ("record", "xep-hang", "30", "--on", "2021"),
        ("correct", "xep-hang", "30", "--on", "2020", "--reason", "x"),
        ("withdraw", "xep-hang", "--on", "2020", "--reason", "x"),
    ],
    ids=lambda command: str(command[0]),
)
def test_an_id_that_the_plan_has_dropped_is_not_taken_for_another_one(
    command: tuple[str, ...], desk: Path, run: Run
) -> None:
    run("record", "xep-hang", "31", "--on", "2020")
    rename(desk, "xep-hang", "xep-hang-cds")
    answer = run(*command)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("CDS239 kế hoạch không còn khai báo xep-hang, ")
    assert "cdstrack log --indicator xep-hang -p" in answer.err
    assert run(*command, "--lang", "en").err.startswith("CDS239 the plan no longer declares xep-")
    assert run("log", "--format", "csv").out.count("\n") == 2


def test_what_is_spelt_like_an_id_is_no_name(desk: Path, run: Run) -> None:
    del desk
    # "Giao dịch trực tuyến trong tháng" is called so; giao-dich is its id.
    answer = run("record", "truc-tuyen", "30", "--on", "2021", "--lang", "en")
    assert answer.code == 2
    assert answer.err.splitlines() == [
        'CDS216 not found: "truc-tuyen" (INDICATOR)',
        "  Did you mean: giao-dich?",
    ]
    for understood in ("giao-dic", "trực tuyến", "Giao dich truc tuyen", "giao-dich"):
        assert run("record", understood, "30", "--on", "2021", "--dry-run").code == 0


@pytest.mark.parametrize("ahead", ["2022-09-01", "1/9/2022", "2022-09", "2099-01-01"])
def test_a_figure_that_was_made_known_in_the_future_is_refused(
    ahead: str, desk: Path, run: Run
) -> None:
    run("record", "giao-dich", "4", "--on", "2022-06")
    (desk / "sau.csv").write_text(
        f"indicator,period,value,reported\ngiao-dich,2022-05,4,{ahead}\n", encoding="utf-8"
    )
    reported = ("--reported", ahead)
    for command, code in (
        (("record", "giao-dich", "5", "--on", "2022-07", *reported), 2),
        (("correct", "giao-dich", "5", "--on", "2022-06", *reported, "--reason", "x"), 2),
    ):
        answer = run(*command)
        assert (answer.code, answer.err[:6]) == (code, "CDS238")
    if "-" in ahead:
        answer = run("import", "sau.csv", "--lang", "en")
        assert (answer.code, "CDS238 the publication date " in answer.err) == (5, True)
    assert run("log", "--format", "csv").out.count("\n") == 2


def test_a_figure_may_be_made_known_today_or_in_this_month(desk: Path, run: Run) -> None:
    del desk
    for on, day in (("2022-06", "2022-08-31"), ("2022-07", "2022-08")):
        assert run("record", "giao-dich", "5", "--on", on, "--reported", day).code == 0


def test_a_refused_value_is_said_to_be_the_one_of_its_option(desk: Path, run: Run) -> None:
    del desk
    given = ("record", "ho-so-cap-tinh", "981/1446", "--on", "2022-06", "--lang", "en")
    for option, said in (
        ("--stated", 'CDS201 --stated: not a number: "abc"'),
        ("--reported", 'CDS212 --reported: not a date or a period: "abc"'),
        ("--qualifier", 'CDS225 --qualifier: not a qualifier: "abc"'),
        ("--document", 'CDS226 document not found in the plan or the store: "abc"'),
    ):
        assert run(*given, option, "abc").err.splitlines()[0] == said


def test_a_conflict_names_what_differs_in_the_language(desk: Path, run: Run) -> None:
    del desk
    where = ("ho-so-cap-tinh", "khoảng 981/1446", "--on", "2022-06")
    run("record", *where)
    beside = ("--note", "abc", "--stated", "67,8", "--reported", "2022-08-05")
    answer = run("record", *where, *beside, "--document", "bao-cao-7")
    assert answer.err.splitlines()[0] == (
        "CDS218 ho-so-cap-tinh kỳ tháng 6/2022 đã có số liệu khác: khoảng 67,84% = 981/1.446; "
        "nguồn in: –; văn bản: –; công bố: –; ghi chú: –, số liệu mới nhập là khoảng 67,84% = 981/1.446; "
        "nguồn in: 67,8; văn bản: 123/BC-STTTT (bao-cao-7); công bố: 05/08/2022; ghi chú: abc"
    )
    english = run("record", *where, "--note", "abc", "--lang", "en").err.splitlines()[0]
    assert english.endswith(
        "about 67.84% = 981/1,446; note: –, now entered about 67.84% = 981/1,446; note: abc"
    )


def test_a_document_with_other_facts_names_them_in_the_language(desk: Path, run: Run) -> None:
    del desk
    run("document", "add", "bc", "--title", "Một", "--issued", "30/8/2022")
    answer = run("document", "add", "bc", "--title", "Hai", "--number", "1/BC")
    assert answer.err.splitlines()[0] == (
        "CDS711 văn bản bc đã có trong kho với nội dung khác: "
        "tên Một → Hai; số – → 1/BC; ngày ban hành 30/08/2022 → –"
    )


def test_a_document_of_a_day_to_come_is_refused(desk: Path, run: Run) -> None:
    """Its figures would be news of that day only, and missing from every page before."""
    del desk
    answer = run("document", "add", "bc", "--title", "Một", "--issued", "31/12/2099")
    assert answer.code == 2
    assert "CDS238 --issued: ngày công bố 31/12/2099 chưa đến; hôm nay là 31/08/2022" in answer.err
    assert "bc" not in run("document", "list").out


def test_a_version_that_is_named_too_shortly_is_told_the_least(desk: Path, run: Run) -> None:
    del desk
    run("record", "giao-dich", "5", "--on", "2022-07")
    answer = run("status", "--plan-at", "43f3", "--lang", "en")
    assert answer.err.splitlines() == [
        'CDS714 the store has no version of the plan "43f3"',
        "  Give at least the first 6 characters of the digest; available versions: 0c13f21cf96b.",
    ]
