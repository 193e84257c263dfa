"""The tags of an HTML page, as a program reads them."""

from html.parser import HTMLParser

from typing_extensions import override

Tag = tuple[str, dict[str, str | None]]


def tags_of(page: str) -> list[Tag]:
    """Each tag that is opened, with its attributes."""
    found = _Tags()
    found.feed(page)
    return found.tags


def handlers(tags: list[Tag]) -> list[str]:
    """The attributes that would run something."""
    return [name for _, attributes in tags for name in attributes if name.startswith("on")]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[Tag] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
