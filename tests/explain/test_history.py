"""What `show` tells of figures that were corrected, taken back and put back again."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from tests.conftest import run_program, store_here

from cdstrack.core.record.acts import Act, ActKind, Entry, Withdrawal
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.store.ledger import open_writer


def act(folder: Path, kind: ActKind, hour: int, entry: Entry, reason: str | None) -> None:
    assert folder.exists()
    with open_writer(store_here()) as ledger:
        ledger.append(
            Act(
                kind=kind,
                by="hoa",
                at=datetime(2022, 8, 31, hour, tzinfo=UTC),
                plan_digest="0" * 64,
                plan_text="schema: 1",
                program="cdstrack",
                reason=reason,
            ),
            [entry],
        )


def figure(period: str, value: str) -> Observation:
    return Observation(
        indicator="mat-do", org_unit="tinh-mau", period=Period.parse(period), value=Decimal(value)
    )


def rows(folder: Path, *options: str) -> list[str]:
    """The table of figures on the page of `mat-do`."""
    del folder
    lines = run_program("show", "mat-do", "--lang", "en", "--width", "140", *options).out
    table = lines.partition("Period ")[2].partition("\n\n")[0]
    return [line.strip() for line in table.splitlines()[1:]]


def test_a_correction_is_told_with_both_values_and_its_reason(filled: Path) -> None:
    act(filled, ActKind.CORRECT, 6, figure("2021", "39"), "gõ nhầm [b]số[/]")
    assert rows(filled)[-2:] == [
        "2021    39      –       submission 1, 2022-08-31 12:00:00, lan",
        "submission 2, 2022-08-31 13:00:00, hoa: 38 → 39 (gõ nhầm [b]số[/])",
    ]


def test_what_was_taken_back_stays_on_the_page(filled: Path) -> None:
    withdrawal = Withdrawal("mat-do", "tinh-mau", Period.parse("2021"))
    act(filled, ActKind.WITHDRAW, 6, withdrawal, "chưa được duyệt")
    assert rows(filled)[-2:] == [
        "2021    withdrawn  –       submission 1, 2022-08-31 12:00:00, lan",
        "submission 2, 2022-08-31 13:00:00, hoa: 38 withdrawn (chưa được duyệt)",
    ]
    assert "2020" in rows(filled)[-3]


def test_known_at_knows_nothing_of_what_came_later(filled: Path) -> None:
    before = rows(filled)
    act(filled, ActKind.CORRECT, 6, figure("2021", "39"), "gõ nhầm")
    act(filled, ActKind.RECORD, 7, figure("2014", "18"), None)
    assert rows(filled, "--known-at", "2022-08-31T12:30:00+07:00") == before
    assert len(rows(filled)) == len(before) + 2


@pytest.mark.parametrize("command", [("show",), ("explain",), ("explain", "--method", "escap")])
@pytest.mark.parametrize("form", ["table", "text", "markdown", "json"])
def test_text_from_outside_neither_steers_the_terminal_nor_is_obeyed(
    filled: Path, command: tuple[str, ...], form: str
) -> None:
    path = filled / "targets.yaml"
    hostile = '"Mật độ [red]x[/] \\e[31m <b>đỏ</b> | ``` \\u202e"'
    text = path.read_text(encoding="utf-8").replace("vi: Mật độ dịch vụ", f"vi: {hostile}")
    path.write_text(text, encoding="utf-8")
    name, *options = command
    answer = run_program(name, "mat-do", *options, "--format", form)
    assert answer.code == 0
    assert "\x1b" not in answer.out
    assert "\u202e" not in answer.out
    if form == "markdown":
        assert "&lt;b&gt;" in answer.out
        assert "<b>" not in answer.out
    else:
        assert "[red]x[/]" in answer.out
