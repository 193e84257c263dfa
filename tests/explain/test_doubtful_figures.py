"""`show` marks every doubtful figure, not only the latest, and says below what the sign means."""

import re
from pathlib import Path

import pytest
from tests.conftest import Run

from cdstrack.core.checks.course import LOOKED_BACK

LEGEND = "? To be compared with its source"


def kept(empty: Path, run: Run, **figures: str) -> None:
    """Figures of months of 2022 (`m01="40"`) in the record."""
    rows = [f"ho-so,2022-{month[1:]},{value}" for month, value in figures.items()]
    (empty / "f.csv").write_text("\n".join(["indicator,period,value", *rows]), encoding="utf-8")
    assert run("import", "f.csv").code == 0


def marked(page: str) -> list[str]:
    """The months whose figure carries the sign."""
    return re.findall(r"^[| ]*(2022-\d\d) +(?:\| )?[\d.]+% \?", page, re.MULTILINE)


@pytest.mark.parametrize("form", ["table", "text", "markdown"])
def test_an_earlier_figure_is_marked_and_the_sign_is_explained(
    empty: Path, run: Run, form: str
) -> None:
    kept(empty, run, m01="40", m02="95", m03="94", m04="94.5")
    page = run("show", "ho-so", "--lang", "en", "--format", form, "--width", "120").out
    assert marked(page) == ["2022-02"]
    assert page.count(LEGEND) == 1
    assert "? Cần đối chiếu với nguồn" in run("show", "ho-so", "--lang", "vi").out


def test_without_a_doubt_there_is_neither_sign_nor_legend(empty: Path, run: Run) -> None:
    kept(empty, run, m01="40", m02="41", m03="42")
    page = run("show", "ho-so", "--lang", "en").out
    assert (marked(page), LEGEND in page) == ([], False)


def test_an_accepted_doubt_is_no_longer_marked(empty: Path, run: Run) -> None:
    kept(empty, run, m01="40")
    taken = run("record", "ho-so", "95", "--on", "2022-02", "--accept-doubt", "đã đối chiếu")
    assert taken.code == 0
    kept(empty, run, m03="94")
    page = run("show", "ho-so", "--lang", "en").out
    assert (marked(page), LEGEND in page) == ([], False)


def test_the_legend_speaks_of_listed_figures_only(empty: Path, run: Run) -> None:
    days = [f"{2019 + n // 336}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}" for n in range(600)]
    rows = [f"ho-so,{day},{5 if n < 50 else 60}" for n, day in enumerate(days)]
    assert len(days) - 200 - LOOKED_BACK > 50
    (empty / "f.csv").write_text("\n".join(["indicator,period,value", *rows]), encoding="utf-8")
    assert run("import", "f.csv").code == 0
    assert LEGEND not in run("show", "ho-so", "--lang", "en").out
    everything = run("show", "ho-so", "--lang", "en", "--all").out
    assert (everything.count("60% ?"), everything.count(LEGEND)) == (1, 1)
