"""Names, notes and addresses from outside are shown, never obeyed."""

from pathlib import Path

import pytest
from tests.conftest import Run
from tests.page_tags import handlers, tags_of
from tests.report.browser import needs_chromium, opened, started

SCRIPT = "<script>window.hit=1</script>"
IMAGE = "<img src=x onerror='window.hit=2'>"
BREAKOUT = "\\\"'></title></style></script></svg><svg onload='window.hit=3'>{{ 7*7 }} {% raw %}"
LONG = "Đ" * 300
PLAN = f"""\
schema: 1
plan:
  id: cds-xau
  title: {{vi: "Đề án {SCRIPT} {BREAKOUT}"}}
  area: tinh-xau
  starts: 2020-10-09
documents:
  van-ban: {{title: "Văn bản {IMAGE}", number: "{BREAKOUT}", issuer: "{SCRIPT}", url: "javascript:window.hit=4"}}
  co-that: {{title: "Có thật", url: "https://example.org/?a=1&b=<2>"}}
  an-toan: {{title: "An toàn", url: "https://example.org/van-ban?a=1&b=2"}}
pillars:
  tru-cot: {{vi: "Trụ cột {BREAKOUT}"}}
org_units:
  tinh-xau: {{vi: "tỉnh {IMAGE}", level: tinh}}
  so-xau: {{vi: "Sở {BREAKOUT}"}}
indicators:
  - id: chi-tieu
    name: {{vi: "Chỉ tiêu {SCRIPT} {BREAKOUT} \\u202e \\u2028 {LONG}"}}
    pillar: tru-cot
    unit: count
    unit_label: {{vi: "hồ sơ {IMAGE}"}}
    direction: increase
    lead: so-xau
    person: "{SCRIPT}"
    note: "{IMAGE} {BREAKOUT}"
    definition: {{vi: "{SCRIPT}"}}
    breaks:
      - {{date: 2021-06-30, reason: "đổi {BREAKOUT}"}}
    targets:
      - {{due: 2025-12-31, at_least: 90, wording: "chín mươi {SCRIPT} {BREAKOUT}", document: [van-ban, co-that, an-toan]}}
  - id: trang-thai
    name: {{vi: "Trạng thái"}}
    pillar: tru-cot
    unit: state
    direction: increase
    targets:
      - {{reach: done, due: 2025-12-31}}
"""


@pytest.fixture
def hostile(folder: Path, run: Run) -> Path:
    """The report of such a plan, as a file and as a site."""
    (folder / "targets.yaml").write_text(PLAN, encoding="utf-8")
    assert run("init").code == 0
    note = f"{SCRIPT} {IMAGE} {BREAKOUT}"
    for value, day in (("10", "2020-12-31"), ("20", "2021-12-31")):
        figure = ("chi-tieu", value, "--on", day, "--note", note, "--document", "van-ban", "--yes")
        assert run("record", *figure).code == 0
    reason = ("--on", "2021-12-31", "--reason", note)
    assert run("correct", "chi-tieu", "21", *reason).code == 0
    assert run("report", "-o", "bao-cao.html").code == 0
    assert run("report", "--site", "trang").code == 0
    return folder


def pages(hostile: Path) -> list[Path]:
    return [hostile / "bao-cao.html", *sorted((hostile / "trang").rglob("*.html"))]


def test_no_tag_no_attribute_and_no_address_of_theirs_is_in_a_page(hostile: Path) -> None:
    for page in pages(hostile):
        text = page.read_text(encoding="utf-8")
        tags = tags_of(text)
        names = [tag for tag, _ in tags]
        assert {"img", "iframe", "object"}.isdisjoint(names)
        assert names.count("script") <= 1
        assert handlers(tags) == []
        addresses = {known["href"] for _, known in tags if "href" in known}
        outside = {each for each in addresses if each and ":" in each}
        assert outside <= {"data:,", "https://example.org/van-ban?a=1&b=2"}
        assert "\u202e" not in text
        assert "\u2028" not in text
        assert "{{ 7*7 }} {% raw %}" in text


@needs_chromium
def test_a_browser_shows_it_and_obeys_nothing(hostile: Path) -> None:
    with started() as browser:
        for page in pages(hostile):
            with opened(browser, page, viewport={"width": 320, "height": 800}) as found:
                found.page.wait_for_load_state("networkidle")
                assert found.page.evaluate("window.hit") is None
                assert found.said == []
                assert found.asked == [page.as_uri()]
                shown = found.page.locator("body").inner_text()
                assert "</title></style></script></svg><svg onload='window.hit=3'>" in shown
                assert found.page.evaluate("document.documentElement.scrollWidth") <= 320
