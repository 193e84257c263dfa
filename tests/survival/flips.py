"""Single bits of a store flipped, as a failing disk does: what is printed stays true, or is told.

A flip is harmless where every report prints the same bytes as before. Any other must be told by
`check`, by `doctor` and by `backup`, which then keeps no copy; and nothing ends in a traceback.
"""

import os
import random
import re
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.survival import victim
from tests.survival.aftermath import STORE
from tests.survival.forge import plan_text

REPORTS = (
    ("status", "--all", "--format", "json"),
    ("export", "--format", "csv"),
    ("show", "dan-so", "--format", "json"),
    ("log", "--format", "json"),
    ("summary", "--week", "2022-W33"),
)
TELLING = (("check",), ("doctor",), ("backup", "copies"))
_BUG = 1


@dataclass(slots=True)
class Flipped:
    """What the flips came to; `wrong` are those that nobody told."""

    tried: int = 0
    harmless: int = 0
    told: int = 0
    wrong: list[str] = field(default_factory=list)

    def line(self) -> str:
        """One line for people."""
        return (
            f"{self.tried} bits were flipped: {self.harmless} left every printed byte as it was, "
            f"{self.told} were told by check, doctor and backup, {len(self.wrong)} by nobody"
        )


def lay_out(folder: Path) -> Path:
    """A store of some hundred figures with notes, a correction, a document and an issued page."""
    folder.mkdir(parents=True)
    plan = plan_text().replace("pillars:", "documents: {bc: {title: Báo cáo}}\npillars:")
    (folder / "targets.yaml").write_text(plan, encoding="utf-8")
    rows = [
        f"dan-so,tinh,{victim.day(8000 + n)},{n + 1},bc,{'ghi chú dài ' * (n % 5)}{n}"
        for n in range(260)
    ]
    head = "indicator,org_unit,period,value,document,note"
    (folder / "figures.csv").write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    here = Path.cwd()
    os.chdir(folder)
    try:
        for arguments in (
            ("init",),
            ("import", "figures.csv"),
            ("record", "dan-so", "981", "--on", "2021-06-30", "--document", "bc"),
            *(("document", "add", f"v-{n}", "--title", f"Văn bản {n}") for n in range(3)),
            ("correct", "dan-so", "982", "--on", "2021-06-30", "--reason", "gõ nhầm"),
            ("summary", "--week", "2022-W33", "--issue"),
        ):
            code, _, err = victim.type_in(*arguments)
            assert code == 0, err
    finally:
        os.chdir(here)
    return folder


def flip_bits(folder: Path, count: int, seed: int) -> Flipped:
    """Flips one random bit after the other, each in a store that is whole but for it."""
    lay_out(folder)
    size = (folder / STORE).stat().st_size
    chance = random.Random(seed)  # noqa: S311 - so that a run can be repeated
    return flip_these(
        folder, [(chance.randrange(size), 1 << chance.randrange(8)) for _ in range(count)]
    )


def counts_of_rows(store: Path) -> list[tuple[int, int]]:
    """The bits of the first page of each table by which it would have some rows more.

    What is read as such a row is made of bytes that are none.
    """
    with closing(sqlite3.connect(store)) as file:
        (size,) = file.execute("PRAGMA page_size").fetchone()
        pages = file.execute("SELECT rootpage FROM sqlite_master WHERE type = 'table'").fetchall()
    # The second byte of the number of rows: bytes 3 and 4 of a page.
    return [((page - 1) * size + 4, bit) for (page,) in pages for bit in (1, 32)]


def flip_these(folder: Path, flips: Iterable[tuple[int, int]]) -> Flipped:
    """Flips one bit after the other, each given by its byte and its value."""
    here = Path.cwd()
    os.chdir(folder)
    try:
        whole = Path(STORE).read_bytes()
        before = [victim.type_in(*report)[:2] for report in REPORTS]
        assert [code for code, _ in before] == [0] * len(REPORTS)
        assert [_tells(telling) for telling in TELLING] == ["", "", ""]
        found = Flipped()
        for at, bit in flips:
            _flip(Path(STORE), whole, at, bit)
            _judge(found, before, f"byte {at}, bit {bit}")
        return found
    finally:
        os.chdir(here)


def _flip(store: Path, whole: bytes, at: int, bit: int) -> None:
    for leftover in store.parent.glob(f"{store.name}-*"):
        leftover.unlink()
    shutil.rmtree("copies", ignore_errors=True)
    store.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])


def _judge(found: Flipped, before: list[tuple[int, str]], where: str) -> None:
    found.tried += 1
    now = [victim.type_in(*report)[:2] for report in REPORTS]
    tell = [_tells(telling) for telling in TELLING]
    crashed = [report[0] for report, (code, _) in zip(REPORTS, now, strict=True) if code == _BUG]
    crashed += [telling[0] for telling, told in zip(TELLING, tell, strict=True) if told == "bug"]
    if crashed:
        found.wrong.append(f"{where}: traceback of {', '.join(crashed)}")
    elif now == before:
        found.harmless += 1
    elif all(tell):
        found.told += 1
    else:
        found.wrong.append(f"{where}: {list(_changed(before, now))}, told {tell}")


def _tells(command: tuple[str, ...]) -> str:
    """The first code about the store that the command names; "" for none, "bug" for a traceback."""
    code, out, err = victim.type_in(*command)
    if code == _BUG:
        return "bug"
    told = re.search(r"CDS4\d\d", out + err)
    return told[0] if told and code in {4, 10} else ""


def _changed(before: list[tuple[int, str]], now: list[tuple[int, str]]) -> Iterator[str]:
    for report, old, new in zip(REPORTS, before, now, strict=True):
        if old != new:
            yield f"{report[0]} {new[0]}"
