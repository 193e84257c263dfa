"""`report --site`: the same report as linked pages."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.conftest import Run
from typing_extensions import override

pytestmark = pytest.mark.usefixtures("workspace")


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag == "a":
            self.targets.append(known["href"] or "")
        if known.get("id"):
            self.ids.add(str(known["id"]))


def links(page: Path) -> _Links:
    """The addresses that a page leads to, and the places in it that can be led to."""
    found = _Links()
    found.feed(page.read_text(encoding="utf-8"))
    return found


def test_every_link_leads_to_a_place_that_is_there(run: Run, folder: Path) -> None:
    assert run("report", "--site", "trang", "--all").code == 0
    site = folder / "trang"
    pages = sorted(site.rglob("*.html"))
    assert len(pages) == 1 + 7
    known = {page: links(page) for page in pages}
    for page, found in known.items():
        assert found.targets
        for target in found.targets:
            if target.startswith("http"):
                continue
            name, _, place = target.partition("#")
            leads_to = (page.parent / name).resolve() if name else page
            assert leads_to in known, (page, target)
            assert not place or place in known[leads_to].ids, (page, target)


def test_the_pages_lead_from_one_indicator_to_the_next(run: Run, folder: Path) -> None:
    run("report", "--site", "trang")
    first = links(folder / "trang" / "indicators" / "ho-so-cap-tinh.html")
    assert first.targets[-1] == "ho-so-cap-xa.html"
    last = links(folder / "trang" / "indicators" / "xep-hang.html")
    assert last.targets[-1] == "kinh-te-so-nganh.html"


def test_the_folder_is_replaced_whole(run: Run, folder: Path) -> None:
    assert run("report", "--site", "trang").code == 0
    kept = {path.name: path.read_bytes() for path in (folder / "trang").rglob("*.html")}
    assert run("report", "--site", "trang").code == 0
    assert {path.name: path.read_bytes() for path in (folder / "trang").rglob("*.html")} == kept
    assert run("report", "--site", "trang", "2030").code == 0
    assert len(list((folder / "trang").rglob("*.html"))) == 2


def test_the_folder_of_the_plan_is_no_place_for_pages(run: Run, folder: Path) -> None:
    before = sorted(path.name for path in folder.iterdir())
    answer = run("report", "--site", ".")
    assert (answer.code, "CDS029" in answer.err) == (2, True)
    assert sorted(path.name for path in folder.iterdir()) == before


@pytest.mark.parametrize("other", [("-o", "bao-cao.html"), ("--format", "html")])
def test_a_folder_or_a_file_not_both(run: Run, folder: Path, other: tuple[str, str]) -> None:
    answer = run("report", "--site", "trang", *other)
    assert (answer.code, "CDS009" in answer.err) == (2, True)
    assert not (folder / "trang").exists()
