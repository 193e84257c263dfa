"""The pictures of the documentation are what the program prints; `make pictures` draws them anew."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.conftest import Golden, Run
from tests.shipped.pictures import DAY, FOLDER, PICTURES, drawn, resized

_MOST_BYTES = 1_500_000
_EXAMPLES: Mapping[str, tuple[str, ...]] = {"ben-tre": ()}


def laid_out(run: Run, folder: Path, plan: str | int) -> None:
    """A working folder with the plan and its figures."""
    name = plan if isinstance(plan, str) else "mau"
    assert run("init", ".", *_EXAMPLES.get(name, ("--example", name))).code == 0
    if isinstance(plan, int):
        resized(folder / "targets.yaml", folder / "data" / "observations.csv", plan)
    if plan:
        assert run("import", "data/observations.csv").code == 0


@pytest.mark.parametrize("plan", dict.fromkeys(each.plan for each in PICTURES))
def test_the_pictures_are_what_is_printed(
    plan: str | int, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, golden: Golden
) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", DAY)
    laid_out(run, folder, plan)
    for picture in (each for each in PICTURES if each.plan == plan):
        answer = run(*picture.arguments)
        assert answer.code == 0, answer.err
        golden(picture.path, drawn(answer.out, picture))


def test_every_picture_is_drawn_shown_somewhere_and_small() -> None:
    kept = sorted(FOLDER.glob("*.svg"))
    assert kept == sorted(each.path for each in PICTURES)
    assert sum(each.stat().st_size for each in kept) < _MOST_BYTES
    pages = "".join(
        each.read_text("utf-8")
        for each in [*FOLDER.parent.rglob("*.md"), FOLDER.parents[1] / "README.md"]
    )
    assert [
        each.name for each in kept if f"/{each.name}" not in pages and f"({each.name}" not in pages
    ] == []
