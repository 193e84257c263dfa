"""The annex as docx-preview draws it in a real browser: what a reader sees, not what the file says.

`make wordview` installs docx-preview; CI does.
"""

import sys
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.conftest import run_program
from tests.report.browser import Opened, needs_chromium, opened, started

MODULES = Path(sys.prefix) / "word-view" / "node_modules"
SCRIPTS = (
    MODULES / "jszip" / "dist" / "jszip.min.js",
    MODULES / "docx-preview" / "dist" / "docx-preview.min.js",
)
pytestmark = [
    needs_chromium,
    pytest.mark.skipif(not all(each.is_file() for each in SCRIPTS), reason="no docx-preview"),
]
PAGE = """<!doctype html><meta charset="utf-8"><title>a</title><body>
<script>{scripts}</script>
<script>
const bytes = Uint8Array.from(atob("{word}"), each => each.charCodeAt(0));
docx.renderAsync(bytes, document.body, null, {{inWrapper: false}}).then(() => document.title = "drawn");
</script>
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started() as browser:
        yield browser


@contextmanager
def annex_drawn(browser: Browser, folder: Path, *options: str) -> Iterator[Opened]:
    """The annex of the made-up plan, drawn."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("CDSTRACK_TODAY", "2026-11-28")
        patch.setenv("CDSTRACK_USER", "lan")
        for line in ("init --example mau", "import data/observations.csv", "report -o a.docx"):
            arguments = [*line.split(), *(options if line.startswith("report") else ())]
            assert run_program(*arguments).code == 0, line
    scripts = "\n".join(each.read_text(encoding="utf-8") for each in SCRIPTS)
    word = b64encode((folder / "a.docx").read_bytes()).decode()
    page = folder / "drawn.html"
    page.write_text(PAGE.format(scripts=scripts, word=word), encoding="utf-8")
    with opened(browser, page, viewport={"width": 1400, "height": 1000}) as found:
        found.page.wait_for_function("document.title === 'drawn'")
        yield found


@pytest.fixture(scope="module")
def drawn(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """The Vietnamese one."""
    with annex_drawn(browser, tmp_path_factory.mktemp("mau")) as found:
        yield found


def test_it_is_drawn_without_a_complaint(drawn: Opened) -> None:
    assert drawn.said == []


def test_there_is_an_upright_page_and_one_across(drawn: Opened) -> None:
    sizes = drawn.page.eval_on_selector_all(
        "section", "all => all.map(each => [each.style.width, each.style.minHeight])"
    )
    in_points = [[round(float(side.removesuffix("pt"))) for side in size] for size in sizes]
    assert in_points[0] == [595, 842]
    assert in_points[-1] == [842, 595]


def test_the_country_and_the_motto_stand_side_by_side_with_the_body(drawn: Opened) -> None:
    cells = drawn.page.locator("section").first.locator("table").first.locator("td")
    left, right = (cells.nth(place).bounding_box() for place in (0, 1))
    assert left is not None
    assert right is not None
    assert (left["y"], left["x"] < right["x"]) == (right["y"], True)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in cells.nth(1).inner_text()


def test_every_cell_of_the_table_has_a_border_and_some_width(drawn: Opened) -> None:
    # What is merged upwards is in the file, and hidden.
    cells = drawn.page.locator("table").last.locator("td:visible")
    drawn_cells = cells.evaluate_all(
        "all => all.map(each => [getComputedStyle(each).borderTopWidth, each.offsetWidth])"
    )
    assert len(drawn_cells) > 100
    assert all(float(border.removesuffix("px")) > 0 for border, _ in drawn_cells)
    assert all(width > 25 for _, width in drawn_cells)


def test_no_text_leaves_its_cell_and_no_table_its_page(drawn: Opened) -> None:
    over = drawn.page.locator("td").evaluate_all(
        "all => all.filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.innerText)"
    )
    assert over == []
    right = drawn.page.locator("table").evaluate_all(
        "all => all.filter(each => each.getBoundingClientRect().right"
        " > each.closest('section').getBoundingClientRect().right).length"
    )
    assert right == 0


def test_a_document_that_is_cited_again_has_its_mark_again(drawn: Opened) -> None:
    marks = drawn.page.locator("table").last.locator("sup, [style*='vertical-align: super']")
    told = marks.all_inner_texts()
    assert told[0] == "1"
    assert told.count("1") > 5


def test_letters_are_times_new_roman_and_notes_stand_below(drawn: Opened) -> None:
    family = drawn.page.locator("section td p").first.evaluate(
        "each => getComputedStyle(each).fontFamily"
    )
    assert "Times New Roman" in family
    told = drawn.page.locator("ol").last.inner_text()
    assert "Kế hoạch mẫu về chuyển đổi số" in told


BROKEN = """all => all.filter(each => {
  const words = each.innerText.split(/\\s+/).filter(Boolean);
  const ruler = document.createElement("span");
  ruler.style.cssText = "white-space: nowrap; font-weight: bold; position: absolute";
  each.querySelector("p").append(ruler);
  const over = words.some(word => { ruler.textContent = word; return ruler.offsetWidth > each.clientWidth; });
  ruler.remove();
  return over;
}).map(each => each.innerText)"""


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_heading_of_a_column_is_broken_inside_a_word(
    language: str, browser: Browser, tmp_path: Path
) -> None:
    with annex_drawn(browser, tmp_path, "--lang", language) as found:
        heads = found.page.locator("table").last.locator("tr").first.locator("td")
        assert heads.count() == 8
        assert heads.evaluate_all(BROKEN) == []
