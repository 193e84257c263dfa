"""The page of a week on paper: a real browser prints it on A4."""

import subprocess
from pathlib import Path

import pytest
from tests.conftest import Run
from tests.report.browser import needs_chromium, opened, started

pytestmark = needs_chromium


# The full page has a picture for each figure that moved, as the sheet has.
@pytest.mark.parametrize(("options", "most"), [((), 2), (("--full",), 4)])
def test_a_week_with_ten_figures_and_every_verdict_takes_few_sheets(
    run: Run,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    most: int,
) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", "2026-11-28")
    assert run("init", ".", "--example", "mau").code == 0
    assert run("import", "data/observations.csv").code == 0
    assert run("summary", "--week", "2026-W29", *options, "-o", "tuan.html").code == 0
    printed = folder / "tuan.pdf"
    with started() as browser, opened(browser, folder / "tuan.html") as found:
        found.page.pdf(path=printed, prefer_css_page_size=True)
    facts = subprocess.run(["pdfinfo", printed], capture_output=True, check=True, text=True).stdout
    [pages] = [line for line in facts.splitlines() if line.startswith("Pages:")]
    assert int(pages.split()[1]) <= most
    assert "A4" in facts
