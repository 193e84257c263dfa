"""Names and notes from outside, through every command that prints them, in every format it has."""

import unicodedata
from pathlib import Path

import pytest
from tests.conftest import Run
from tests.page_tags import handlers, tags_of
from tests.report.test_hostile_office import NAMES, lay_out

HOSTILE = NAMES | {
    "markup of the terminal": "[red]đỏ[/red] [link=https://example.org]đây[/link] :warning:",
    "escape codes": "đỏ \x1b[31mđỏ\x1b]8;;https://example.org\x07đây \x9b31m",
    "marks of direction": "abc \u202eđảo\u202c \u2067x\u2069 \u200f",
    "a tag": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "line breaks": "một\nhai\r\nba\tbốn",
}
TABULAR = ("table", "text", "markdown", "csv", "json")
PAGE = ("text", "markdown", "html", "json")
COMMANDS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("status", "--all"), TABULAR),
    (("status", "--long", "--all"), ("table", "text", "markdown")),
    (("gaps", "--long"), TABULAR),
    (("targets",), TABULAR),
    (("show", "chi-tieu"), ("table", "text", "markdown", "json")),
    (("explain", "chi-tieu"), ("table", "text", "markdown", "json")),
    (("log",), TABULAR),
    (("log", "-p"), ("text",)),
    (("owners", "--all"), ("text", "markdown", "html", "json")),
    (("remind", "so"), ("text", "markdown", "html")),
    (("summary", "--draft"), PAGE),
    (("summary", "--draft", "--full"), PAGE),
    (("closings",), ("text", "json")),
    (("units", "--all"), TABULAR),
    (("document", "list"), ("text", "json")),
    (("document", "show", "van-ban"), ("text", "json")),
    (("plan", "versions"), ("text", "json")),
    (("check",), ("text", "json")),
    (("doctor",), ("text", "json")),
    (("report", "--paragraph", "chi-tieu"), ("text", "markdown", "json")),
    (("export",), ("csv",)),
)
KEPT = {"\n", "\t"}


@pytest.fixture(params=list(HOSTILE.values()), ids=list(HOSTILE))
def named(request: pytest.FixtureRequest, folder: Path, run: Run) -> str:
    """A plan, figures, a late figure and reasons in which the name stands wherever it may."""
    name: str = request.param
    lay_out(folder, run, name)
    said = name.replace("\0", "")[:1000]
    assert run("close", "2020", "--by", said).code == 0
    figure = ("chi-tieu", "11", "--on", "2020-12-31", "--reason", said, "--note", said)
    assert run("correct", *figure, "--late", said).code == 0
    return name


def test_every_command_shows_them_and_obeys_nothing(named: str, run: Run) -> None:
    del named
    for command, formats in COMMANDS:
        for form in formats:
            answer = run(*command, "--format", form)
            where = " ".join((*command, form))
            assert answer.code in {0, 10}, f"{where}: {answer.err}"
            unseen = {
                each
                for each in answer.out + answer.err
                if unicodedata.category(each) in {"Cc", "Cf"} and each not in KEPT
            }
            assert unseen <= {"\ufeff", "\r"} if form == "csv" else not unseen, where
            if form == "html":
                tags = tags_of(answer.out)
                assert {tag for tag, _ in tags}.isdisjoint({"script", "img", "iframe", "object"}), (
                    where
                )
                assert handlers(tags) == [], where
