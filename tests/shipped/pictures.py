"""The pictures of the documentation: what a terminal shows, drawn as SVG whose text stays text.

Owns the list of them and their drawing; `make pictures` draws them anew.
"""

import io
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME, TerminalTheme
from rich.text import Text

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
DAY = "2026-11-28"
LIGHT = TerminalTheme(
    (255, 255, 255),
    (36, 41, 47),
    [
        *((36, 41, 47), (207, 34, 46), (17, 99, 41), (77, 45, 0)),
        *((9, 105, 218), (130, 80, 223), (27, 124, 131), (110, 119, 129)),
    ],
)
THEMES: Mapping[str, TerminalTheme] = {"dark": SVG_EXPORT_THEME, "light": LIGHT}
# No font is fetched from anywhere: whoever looks uses the monospaced font at hand.
_SVG = """\
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


@dataclass(frozen=True, slots=True)
class Picture:
    """A command about a plan, as a terminal of that width and theme shows it.

    `plan` is a folder of plans, or how many indicators the made-up plan is to have.
    """

    name: str
    plan: str | int
    command: str
    width: int = 100
    language: str = "vi"
    theme: str = "dark"

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return FOLDER / f"{self.name}.svg"

    @property
    def arguments(self) -> list[str]:
        """What is typed after the program's name."""
        shown = ["--color", "always", "--width", str(self.width), "--lang", self.language]
        return [*self.command.split(), *shown]


_WIDTHS = (60, 80, 100, 140)
PICTURES = [
    *(Picture(f"status-{width}", "mau", "status", width) for width in _WIDTHS),
    *(Picture(f"status-{width}-en", "mau", "status", width, "en", "light") for width in _WIDTHS),
    *(Picture(f"ben-tre-{width}", "ben-tre", "status", width) for width in _WIDTHS),
    *(
        Picture(f"ben-tre-{width}-en", "ben-tre", "status", width, "en", "light")
        for width in _WIDTHS
    ),
    Picture("of-none", 0, "status", 80),
    Picture("of-three", 3, "status", 80, "en", "light"),
    Picture("of-300", 300, "status", 100),
    Picture("gaps", "mau", "gaps 2030", 100),
    Picture("gaps-en", "mau", "gaps 2030", 80, "en", "light"),
    Picture("show", "mau", "show ho-so-toan-trinh", 100),
    Picture("show-en", "mau", "show ho-so-toan-trinh", 80, "en", "light"),
    Picture("summary", "mau", "summary --week 2026-W29", 80),
    Picture("summary-en", "mau", "summary --week 2026-W29", 80, "en", "light"),
]


def drawn(printed: str, picture: Picture) -> str:
    """What a terminal of that width shows, as a picture whose text stays text."""
    console = Console(
        record=True,
        width=picture.width,
        file=io.StringIO(),
        force_terminal=True,
        legacy_windows=False,
    )
    console.print(Text.from_ansi(printed.rstrip("\n")), soft_wrap=True)
    title = f"cdstrack {picture.command}"
    svg = console.export_svg(
        title=title,
        theme=THEMES[picture.theme],
        code_format=_SVG.replace("cdstrack status", title),
        unique_id=picture.name,
    )
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def resized(plan: Path, figures: Path, many: int) -> None:
    """Makes a plan and its figures in place one of so many indicators, with or without end."""
    declared: dict[str, Any] = yaml.safe_load(plan.read_text("utf-8"))
    head, *rows = figures.read_text("utf-8").splitlines()
    known = declared["indicators"]
    kept, lines = [], []
    for number in range(many):
        one = deepcopy(known[number % len(known)])
        turn = number // len(known) + 1
        of_this = [row for row in rows if row.startswith(f"{one['id']},")]
        if turn > 1:
            lines += [row.replace(f"{one['id']},", f"{one['id']}-{turn},", 1) for row in of_this]
            one["id"] += f"-{turn}"
            for each in ("name", "short"):
                one[each] = {key: f"{words} {turn}" for key, words in one.get(each, {}).items()}
        else:
            lines += of_this
        kept.append({key: value for key, value in one.items() if value})
    declared["indicators"] = kept
    plan.write_text(yaml.safe_dump(declared, allow_unicode=True, sort_keys=False), "utf-8")
    figures.write_text("\n".join([head, *lines]) + "\n", "utf-8")
