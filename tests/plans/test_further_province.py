"""A further province: a blank plan written over, a figure, and every report speaks of it."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import Run
from tests.plans.conftest import EXAMPLES, shipped_plan

from cdstrack.files.plan.reader import read_plan_text
from cdstrack.files.workplace import blank_plan

TUESDAY = "2022-08-16"
MONDAY_AFTER = "2022-08-22"
YEARS_LATER = "2026-11-22"


def written_over(area: str, name: str) -> str:
    """The blank plan, with what a province would put in place of its examples."""
    changes = {
        "id: ke-hoach": f"id: cds-{area}",
        "area: dia-ban": f"area: {area}",
        "Tên đề án": f"Đề án chuyển đổi số {name}",
        "indicators:": f"org_units: {{{area}: {{vi: {name}}}, so-mot: {{vi: Sở Một}}}}\nindicators:",
        "    targets:": "    lead: so-mot\n    frequency: monthly\n    targets:",
    }
    text = blank_plan("vi").decode()
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def reports(run: Run, patch: pytest.MonkeyPatch, area: str, name: str) -> Iterator[str]:
    """What the program says about a province, from its plan to its week's page."""
    patch.setenv("CDSTRACK_TODAY", TUESDAY)
    assert run("init", area, "--blank").code == 0
    patch.chdir(area)
    Path("targets.yaml").write_text(written_over(area, name), encoding="utf-8")
    commands = [
        ("check", "--strict"),
        ("record", "ho so", "981/1446", "--on", "2022-07-31", "--document", "quyet-dinh"),
        ("status",),
        ("status", "--format", "json"),
        ("gaps", "--lang", "en"),
        ("targets",),
        ("log",),
        ("export",),
        ("doctor", "--format", "json"),
    ]
    for command in commands:
        yield said(run, *command)
    patch.setenv("CDSTRACK_TODAY", MONDAY_AFTER)
    for command in (("summary",), ("summary", "--lang", "en"), ("owners",)):
        yield said(run, *command)
    patch.setenv("CDSTRACK_TODAY", YEARS_LATER)
    yield said(run, "status")


def said(run: Run, *command: str) -> str:
    answer = run(*command)
    assert answer.code == 0, (command, answer.err)
    return answer.out


def test_a_province_that_does_not_exist_goes_from_a_blank_plan_to_its_weeks_page(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, record, status, machine, *_, summary, _, owners, later = reports(
        run, monkeypatch, "tinh-mau", "tỉnh Mẫu"
    )

    assert check == "không phát hiện vấn đề nào\n"
    assert "67,84% = 981/1.446" in record
    assert "Đề án chuyển đổi số tỉnh Mẫu" in status
    assert json.loads(machine)["items"][0]["latest"]["value"] == "67.842324"
    assert summary.startswith("Đề án chuyển đổi số tỉnh Mẫu\nTóm tắt tuần 33 năm 2022")
    assert "67,84% (981/1.446)" in summary
    assert "Sở Một" in owners
    assert "tính đến ngày 22/11/2026" in later


AREAS = [
    (each.plan.area, each.plan.org_units[each.plan.area].vi) for each in map(shipped_plan, EXAMPLES)
]


@pytest.mark.parametrize(("area", "name"), AREAS, ids=[area for area, _ in AREAS])
def test_nothing_is_said_of_a_province_that_ships_but_what_its_own_plan_says(
    area: str, name: str, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same plan under another name gives the same reports, but for the name."""
    made_up = reports(run, monkeypatch, "tinh-mau", "tỉnh Mẫu")
    expected = [without(each, "tinh-mau", "tỉnh Mẫu") for each in made_up]
    monkeypatch.chdir(folder)
    given = [without(each, area, name) for each in reports(run, monkeypatch, area, name)]
    assert given == expected


def without(report: str, area: str, name: str) -> str:
    """A report without the name, the plan's digest, and the breaks that follow from lengths."""
    text = re.sub(r"[━─\s]+", " ", re.sub(r"\b[0-9a-f]{12,64}\b", "DIGEST", report))
    return text.replace(area, "AREA").replace(name, "NAME")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_blank_plan_is_ten_commented_lines_and_passes_its_check(
    language: str, run: Run, folder: Path
) -> None:
    assert run("init", ".", "--blank", "--lang", language).code == 0
    lines = (folder / "targets.yaml").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 10
    assert sum("  # " in line for line in lines) >= 4

    answer = run("check", "--format", "json")
    assert answer.code == 0
    assert {each["severity"] for each in json.loads(answer.out)["problems"]} == {"advice"}


def test_both_blank_plans_declare_the_same() -> None:
    plans = [read_plan_text(blank_plan(each).decode(), each).plan for each in ("vi", "en")]
    vi, en = (plan for plan in plans if plan)
    assert vi.indicators[0].targets[0].stated_value == en.indicators[0].targets[0].stated_value
    assert vi.org_units == en.org_units == {}
    assert en.plan.language == "en"


@pytest.mark.parametrize("content", ["", " \n\n", "\ufeff"])
def test_what_is_advised_for_an_empty_plan_mends_it(content: str, run: Run, folder: Path) -> None:
    plan = folder / "targets.yaml"
    plan.write_text(content, encoding="utf-8")
    refused = run("check", "--lang", "en")
    assert refused.code == 3
    [command] = re.findall(r"`cdstrack (init [^`]*)`", refused.out + refused.err)

    assert run(*command.split()).code == 0
    assert run("check").code == 0
    assert (folder / "data/cdstrack.db").exists()
    assert plan.read_bytes() == blank_plan("vi")


def test_what_is_advised_for_a_plan_of_comments_leaves_them_alone(run: Run, folder: Path) -> None:
    plan = folder / "targets.yaml"
    plan.write_text("# to be written\n", encoding="utf-8")
    refused = run("check", "--lang", "en")
    assert "contains only comments" in refused.out + refused.err
    [command] = re.findall(r"`cdstrack (init [^`]*)`", refused.out + refused.err)

    assert run(*command.split()).code == 0
    assert run("check", "--plan", "sample/targets.yaml").code == 0
    assert run("init", "--blank").code == 2
    assert plan.read_text(encoding="utf-8") == "# to be written\n"


def test_an_empty_plan_stays_where_the_rest_cannot_be_laid_out(run: Run, folder: Path) -> None:
    (folder / "targets.yaml").write_text("\n", encoding="utf-8")
    (folder / "data").write_text("in the way", encoding="utf-8")
    assert run("init", "--blank").code != 0
    assert (folder / "targets.yaml").read_text(encoding="utf-8") == "\n"


def test_laying_a_blank_plan_out_asks_nothing(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cdstrack", "init", "--blank"],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert (folder / "targets.yaml").exists()
