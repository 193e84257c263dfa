"""What a file says beside what is recorded: the same day under another name, doubts accepted at once."""

import json
from datetime import date, timedelta
from pathlib import Path

from tests.conftest import Run

HEAD = "indicator,period,value\n"


def figures(run: Run) -> list[tuple[str, str, str]]:
    rows = run("export").out.splitlines()[1:]
    return [(row.split(",")[0], row.split(",")[3], row.split(",")[4]) for row in rows]


def test_the_same_value_for_the_same_day_is_there_already(sample: Path, run: Run) -> None:
    run("init")
    run("record", "ho-so-cap-tinh", "70%", "--on", "30/6/2022")
    rows = "ho-so-cap-tinh,2022-Q2,70\nho-so-cap-xa,2022-06-30,12\nho-so-cap-xa,2022-06,12\n"
    (sample / "f.csv").write_text(HEAD + rows, encoding="utf-8")
    answer = run("import", "f.csv", "--format", "json")
    assert answer.code == 0, answer.err
    told = json.loads(answer.out)
    assert (told["new"], told["already_recorded"]) == (1, 2)
    assert figures(run) == [
        ("ho-so-cap-tinh", "2022-06-30", "70"),
        ("ho-so-cap-xa", "2022-06-30", "12"),
    ]
    assert run("record", "ho-so-cap-tinh", "70%", "--on", "2022-Q2").code == 0
    assert len(figures(run)) == 2


def test_another_value_for_the_same_day_is_a_conflict(sample: Path, run: Run) -> None:
    run("init")
    run("record", "ho-so-cap-tinh", "70%", "--on", "30/6/2022")
    rows = "ho-so-cap-tinh,2022-Q2,71\nho-so-cap-xa,2022-06-30,12\n"
    (sample / "f.csv").write_text(HEAD + rows, encoding="utf-8")
    trial = run("import", "f.csv", "--dry-run", "--format", "json")
    told = json.loads(trial.out)
    assert (told["new"], told["conflicting"]) == (1, 1)
    answer = run("import", "f.csv")
    assert answer.code == 5
    assert "CDS218" in answer.err
    assert "--on-conflict" not in answer.err
    assert 'cdstrack correct ho-so-cap-tinh SỐ_LIỆU --on "30/06/2022" --reason' in answer.err
    assert len(figures(run)) == 1
    assert run("correct", "ho-so-cap-tinh", "71", "--on", "30/06/2022", "--reason", "x").code == 0
    assert run("import", "f.csv").code == 0
    assert figures(run)[0] == ("ho-so-cap-tinh", "2022-06-30", "71")


def test_a_conflict_of_one_day_is_found_in_a_file_of_any_length(sample: Path, run: Run) -> None:
    run("init")
    days = (date(1990, 1, 1) + timedelta(number) for number in range(10_001))
    steady = "".join(f"ho-so-cap-tinh,{day},50\n" for day in days)
    rows = "ho-so-cap-xa,2022-Q2,50\nho-so-cap-xa,2022-06-30,51\n"
    (sample / "f.csv").write_text(HEAD + steady + rows, encoding="utf-8")
    answer = run("import", "f.csv")
    assert answer.code == 5
    assert "CDS218" in answer.err
    assert "bỏ một trong hai số này khỏi tệp" in answer.err
    assert figures(run) == []


def test_the_official_figure_replaces_an_estimate_without_talk_of_a_conflict(
    sample: Path, run: Run
) -> None:
    run("init")
    run("record", "ho-so-cap-tinh", "70%", "--on", "30/6/2022", "--qualifier", "estimate")
    (sample / "f.csv").write_text(f"{HEAD}ho-so-cap-tinh,2022-06-30,71\n", encoding="utf-8")
    answer = run("import", "f.csv")
    assert answer.code == 5
    assert "CDS368 ho-so-cap-tinh kỳ 30/06/2022 đang là số ước (70)" in answer.err
    assert "mâu thuẫn" not in answer.err
    assert "qualifier" not in answer.err
    taken = run("import", "f.csv", "--on-conflict", "correct", "--reason", "số chính thức")
    assert taken.code == 0, taken.err
    assert figures(run) == [("ho-so-cap-tinh", "2022-06-30", "71")]


def test_what_makes_figures_doubtful_is_accepted_in_the_same_submission(
    sample: Path, run: Run
) -> None:
    run("init")
    rows = "ho-so-cap-tinh,2022-05-31,70\nho-so-cap-tinh,2022-06-30,7\n"
    (sample / "f.csv").write_text(HEAD + rows, encoding="utf-8")
    assert "CDS503" in run("import", "f.csv", "--dry-run").err
    answer = run("import", "f.csv", "--accept-doubt", "đã đối chiếu với nguồn", "--strict")
    assert answer.code == 0, answer.err
    assert "CDS503" not in answer.err
    [act] = json.loads(run("log", "--format", "json").out)["items"]
    assert act["kind"] == "import"
    assert [each["after"] for each in act["warnings"]] == ["đã đối chiếu với nguồn"]
    items = json.loads(run("status", "--all", "--format", "json").out)["items"]
    [item] = [each for each in items if each["indicator"] == "ho-so-cap-tinh"]
    assert item["latest"]["doubts"] == []
    assert run("log", "--verify", act["head"]).code == 0


def test_a_missing_document_warns_once_an_act(sample: Path, run: Run) -> None:
    run("init")
    rows = "ho-so-cap-tinh,2022-05-31,70\nho-so-cap-xa,2022-06-30,12\n"
    (sample / "f.csv").write_text(HEAD + rows, encoding="utf-8")
    told = run("import", "f.csv").err
    assert told.count("CDS506") == 1
    assert "số liệu mới không nêu văn bản nguồn: 2" in told
    assert "CDS506" not in run("import", "f.csv").err, "nothing new"
    corrected = run("correct", "ho-so-cap-xa", "13", "--on", "30/6/2022", "--reason", "gõ nhầm")
    assert "CDS506" not in corrected.err, "that was said of the figure before, and stands"
    sourced = ("--reason", "bổ sung nguồn", "--document", "nghi-quyet")
    assert "CDS506" not in run("correct", "ho-so-cap-xa", "14", "--on", "30/6/2022", *sourced).err
