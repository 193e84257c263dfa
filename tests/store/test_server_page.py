"""docs/postgresql.md is followed from its first block to its last, on a server of its own.

A block of `sql` is run by whoever manages the server, a `transcript` is typed at a desk. `make
golden` writes the answers anew.
"""

import re
from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.desk import Desk, replay
from tests.server import TestServer
from typing_extensions import override

PAGE = Path(__file__).parents[2] / "docs" / "postgresql.md"
BLOCK = re.compile(r"^```(sql|transcript)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ADDRESS = re.compile(r"postgresql://(\w+)@db\.example\.vn/cds")


class DeskAtServer(Desk):
    """A desk whose server has another address than the one on the page."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch, server: TestServer) -> None:
        super().__init__(folder, patch)
        self.server = server

    @override
    def type(self, line: str) -> str:
        typed = ADDRESS.sub(lambda match: self.server.url("cds", match[1]), line)
        answer = super().type(f"cdstrack {typed.removeprefix('cdstrack ')}")
        socket = re.compile(rf"postgresql://(\w+)@/cds\?host={self.server.folder}")
        return socket.sub(r"postgresql://\1@db.example.vn/cds", answer)


def test_the_page_is_followed(
    sample: Path, monkeypatch: pytest.MonkeyPatch, own_server: TestServer, golden: Golden
) -> None:
    monkeypatch.setenv("CDSTRACK_LANG", "en")
    desk = DeskAtServer(sample, monkeypatch, own_server)

    def follow(block: re.Match[str]) -> str:
        if block[1] == "transcript":
            return f"```transcript\n{replay(block[2], desk)}```"
        for statement in filter(None, map(str.strip, block[2].split(";"))):
            own_server.do(statement)
        return block[0]

    golden(PAGE, BLOCK.sub(follow, PAGE.read_text(encoding="utf-8")))
