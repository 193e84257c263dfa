"""The log asks the store the same few questions, however many acts there are."""

from typing import Any

import apsw
import pytest


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What SQLite is asked, statement by statement."""
    statements: list[str] = []

    def note(_: object, statement: str, __: object) -> bool:
        statements.append(statement)
        return True

    def trace(connection: apsw.Connection) -> None:
        connection.exec_trace = note

    monkeypatch.setattr(apsw, "connection_hooks", [trace])
    return statements


@pytest.mark.parametrize("options", [(), ("--format", "json"), ("--indicator", "ho-so-cap-tinh")])
def test_as_many_questions_for_two_acts_as_for_twelve(
    run: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch, asked: list[str], options: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CDSTRACK_TODAY", "2022-08-31")
    assert run("init", ".").code == 0

    def questions() -> int:
        asked.clear()
        assert run("log", *options).code == 0
        return len(asked)

    counts = set()
    for months in (range(1, 3), range(3, 8)):
        for month in months:
            assert run("record", "ho-so-cap-tinh", "60", "--on", f"2022-{month:02}").code == 0
            assert run("record", "ho-so-cap-xa", "50", "--on", f"2022-{month:02}").code == 0
        counts.add(questions())
    assert len(counts) == 1
