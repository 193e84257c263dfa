"""Makes the pictures of the documentation anew: `python -m tests.report.pictures`.

A picture of a browser is not the same to the byte on another machine, so no test compares it. It shows
the made-up plan that ships.
"""

import os
import tempfile
from pathlib import Path

from tests.conftest import run_program
from tests.report.browser import opened, started

DOCS = Path(__file__).parents[2] / "docs"
PICTURES = {
    "report.png": ("light", 1280, 860, ""),
    "report-indicator.png": ("dark", 800, 640, "#i-chu-ky-so"),
}
"""Light or dark, width, height, and where the page is scrolled to."""


def main() -> None:
    """Writes every picture."""
    os.environ |= {"CDSTRACK_TODAY": "2026-09-30", "CDSTRACK_USER": "lan", "CDSTRACK_LANG": "en"}
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for line in (
            "init --example mau",
            "import data/observations.csv",
            "report -o report.html",
        ):
            answer = run_program(*line.split())
            if answer.code:
                raise SystemExit(answer.err)
        with started() as browser:
            for name, (scheme, width, height, place) in PICTURES.items():
                how = {"viewport": {"width": width, "height": height}, "color_scheme": scheme}
                with opened(browser, Path(folder) / "report.html", **how) as found:
                    if place:
                        found.page.evaluate(f"document.querySelector('{place}').scrollIntoView()")
                        found.page.wait_for_timeout(300)
                    found.page.screenshot(path=DOCS / name)


if __name__ == "__main__":
    main()
