"""The picture that opens the README is what `cdstrack status` prints of the shipped plan.

`make golden` draws it anew.
"""

import io
from pathlib import Path

import pytest
from rich.console import Console
from rich.text import Text
from tests.conftest import Golden, Run

from cdstrack.files.plan.reader import read_plan

PICTURE = Path(__file__).parents[2] / "docs" / "status.svg"
DAY = "2024-12-31"
WIDTH = 110
# No font is fetched from anywhere: whoever looks uses the monospaced font at hand.
SVG = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<title>cdstrack status</title>
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width; }}
.{unique_id}-title {{ font-family: system-ui, sans-serif; font-size: 18px; font-weight: bold; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def drawn(printed: str, title: str) -> str:
    """What a terminal of that width shows, as a picture whose text stays text."""
    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, legacy_windows=False
    )
    console.print(Text.from_ansi(printed.rstrip("\n")), soft_wrap=True)
    svg = console.export_svg(title=title, code_format=SVG, unique_id="status")
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def test_the_picture_is_what_is_printed(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, golden: Golden
) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", DAY)
    assert run("init").code == 0
    assert run("import", "data/observations.csv").code == 0
    plan = read_plan(folder / "targets.yaml").plan
    assert plan is not None
    narrowed = ("status", "--pillar", next(iter(plan.pillars)))
    printed = run(*narrowed, "--color", "always", "--width", str(WIDTH)).out
    given = drawn(printed, "cdstrack " + " ".join(narrowed))
    golden(PICTURE, given)
