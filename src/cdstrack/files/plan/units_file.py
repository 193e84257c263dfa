"""Reads the file of administrative units that a plan names: the units, or what is wrong with it.

Owns the columns of that file and the places of its cells. Whether the units fit together is decided
by the rules of `cdstrack.core.checks.units`, as for bodies that the plan itself declares.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cdstrack.core.plan.heirs import heirs_of
from cdstrack.core.plan.sections import OrgUnit
from cdstrack.core.plan.values import SLUG
from cdstrack.core.problem import Place, Problem, RefusedError, Severity
from cdstrack.core.spelling import nearest
from cdstrack.files.plan.date_hints import date_facts
from cdstrack.files.plan.id_hints import id_facts
from cdstrack.files.text.text_file import TextFile, read_text_file

COLUMNS = ("code", "id", "vi", "en", "level", "parent", "since", "closed", "successor")
"""The columns, of which `id` and one name are needed; `aliases` and `note` may be beside them."""
_FURTHER = ("aliases", "note")
_NAMES = ("vi", "en")
_DAYS = ("since", "closed")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_PATH = ("plan", "units")
MOST_PROBLEMS = 200


@dataclass(frozen=True)
class UnitsFile:
    """The units of a file, with the places of their cells; `digest` is the SHA-256 of its bytes.

    `problems` are placed, or lie at the key of the plan that names the file.
    """

    units: Mapping[str, OrgUnit]
    problems: tuple[Problem, ...]
    digest: str | None = None
    text: TextFile | None = None
    heads: tuple[str, ...] = ()
    lines: Mapping[str, int] | None = None
    separator: str = ","

    def place(self, unit: str, key: str) -> Place | None:
        """Where a value of a unit is; None where the file does not list the unit."""
        line = (self.lines or {}).get(unit)
        if line is None or self.text is None:
            return None
        column = self.heads.index(key) if key in self.heads else 0
        return self.text.place(line, _offset(self.text.lines[line - 1], column, self.separator) + 1)


NO_UNITS = UnitsFile({}, ())


def read_units(path: Path, declared: frozenset[str] = frozenset()) -> UnitsFile:
    """The units of a file; what is wrong with it is listed in the result.

    `declared` are the ids of the bodies that the plan itself declares.
    """
    try:
        text = read_text_file(path)
    except RefusedError as refused:
        facts = {**refused.problems[0].facts, "file": str(path)}
        # A plan that was handed on alone can still be read; what is added up over units cannot.
        missing = Problem("CDS800", facts, Severity.WARNING, _PATH)
        return UnitsFile({}, (missing,))
    return read_units_text(text, declared)


def read_units_text(text: TextFile, declared: frozenset[str] = frozenset()) -> UnitsFile:
    """The same for a text that was read before, or that is not in a file."""
    if text.broken:
        return UnitsFile({}, tuple(map(_about_units, text.problems)), text.digest)
    return _Rows(text, declared).read()


def _about_units(problem: Problem) -> Problem:
    """The problems of a text; an empty file lacks its heading."""
    if problem.code != "CDS120":
        return problem
    return replace(problem, code="CDS803", facts={"missing": "id"})


class _Rows:
    """The reading of one file, line by line."""

    def __init__(self, text: TextFile, declared: frozenset[str]) -> None:
        self.text = text
        self.declared = declared
        first = text.lines[0] if text.lines else ""
        self.separator = ";" if ";" in first and "," not in first else ","
        self.units: dict[str, OrgUnit] = {}
        self.lines: dict[str, int] = {}
        self.problems = list(text.problems)
        self.heads: tuple[str, ...] = ()

    def read(self) -> UnitsFile:
        """The units, and the problems in the order of the file."""
        rows = self._rows()
        _, heads = next(rows, (1, []))
        self.heads = tuple(head.strip().casefold() for head in _without_empty(heads, 0))
        wrong = self._of_heads()
        self.problems += wrong
        if wrong:
            return self._done()
        for line, cells in rows:
            if any(cell.strip() for cell in cells):
                self._take(line, cells)
        return self._done()

    def _done(self) -> UnitsFile:
        found = tuple(self.problems[:MOST_PROBLEMS])
        text, digest = self.text, self.text.digest
        return UnitsFile(self.units, found, digest, text, self.heads, self.lines, self.separator)

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """Every row with the line on which it begins; a file that cannot be parsed ends there."""
        # A name that is broken within its cell keeps the break, which a line without its end loses.
        lines = (f"{line}\n" for line in self.text.lines)
        reader = csv.reader(lines, delimiter=self.separator, strict=True)
        line = 1
        try:
            for cells in reader:
                yield line, cells
                line = reader.line_num + 1
        except csv.Error:
            self.problems.append(self.text.problem("CDS802", line, 1))

    @property
    def _is_readable(self) -> bool:
        return "id" in self.heads and any(name in self.heads for name in _NAMES)

    def _of_heads(self) -> list[Problem]:
        known = (*COLUMNS, *_FURTHER)
        found = []
        for at, head in enumerate(self.heads):
            column = _offset(self.text.lines[0], at, self.separator) + 1
            if head not in known:
                facts = {"value": head, "near": nearest(head, known), "known": ", ".join(known)}
                found.append(self.text.problem("CDS801", 1, column, **facts))
            elif head in self.heads[:at]:
                found.append(self.text.problem("CDS801", 1, column, value=head, twice="yes"))
        if not self._is_readable:
            missing = "id" if "id" not in self.heads else "vi"
            found.append(self.text.problem("CDS803", 1, 1, missing=missing))
        return found

    def _take(self, line: int, cells: list[str]) -> None:
        cells = _without_empty(cells, len(self.heads))
        if len(cells) != len(self.heads):
            facts = {"count": str(len(cells)), "expected": str(len(self.heads))}
            self.problems.append(self.text.problem("CDS804", line, 1, **facts))
            return
        row = {head: " ".join(cell.split()) for head, cell in zip(self.heads, cells, strict=True)}
        found = list(self._of_row(line, row))
        self.problems += found
        id_ = row["id"]
        if not found:
            self.units[id_] = _unit(row)
            self.lines[id_] = line

    def _of_row(self, line: int, row: Mapping[str, str]) -> Iterator[Problem]:
        id_ = row["id"]
        if id_ in self.lines:
            facts = {"value": id_, "line": str(self.lines[id_])}
            yield self._problem("CDS805", line, "id", **facts)
        if id_ in self.declared:
            yield self._problem("CDS805", line, "id", value=id_, plan="yes")
        for key in ("id", "parent"):
            if (key == "id" or row.get(key)) and not re.fullmatch(SLUG, row[key]):
                yield self._problem("CDS111", line, key, value=row[key], **id_facts(row[key]))
        if not any(row.get(name) for name in _NAMES):
            yield self._problem("CDS806", line, "id", id=id_)
        for key in _DAYS:
            if row.get(key) and _day(row[key]) is None:
                yield self._problem("CDS109", line, key, value=row[key], **date_facts(row[key]))
        yield from self._of_successor(line, row.get("successor", ""))

    def _of_successor(self, line: int, text: str) -> Iterator[Problem]:
        try:
            heirs_of(text)
        except ValueError as error:
            yield self._problem("CDS807", line, "successor", value=str(error))

    def _problem(self, code: str, line: int, key: str, /, **facts: str) -> Problem:
        column = _offset(self.text.lines[line - 1], self.heads.index(key), self.separator) + 1
        return self.text.problem(code, line, column, **facts)


def _without_empty(cells: list[str], least: int) -> list[str]:
    """The cells of a line but for empty ones behind the last column, which sheets write."""
    count = len(cells)
    while count > least and not cells[count - 1].strip():
        count -= 1
    return cells[:count]


def _unit(row: Mapping[str, str]) -> OrgUnit:
    aliases = tuple(text for each in row.get("aliases", "").split(";") if (text := each.strip()))
    return OrgUnit.model_construct(
        vi=row.get("vi") or None,
        en=row.get("en") or None,
        code=row.get("code") or None,
        level=row.get("level") or None,
        parent=row.get("parent") or None,
        since=_day(row.get("since", "")),
        closed=_day(row.get("closed", "")),
        successor=row.get("successor") or None,
        aliases=aliases,
        note=row.get("note") or None,
    )


def _day(text: str) -> date | None:
    if _DAY.fullmatch(text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    return None


def _offset(line: str, column: int, separator: str = ",") -> int:
    """Where the cell of a column begins in its line, its quotation mark left out."""
    at, inside = 0, False
    for place, character in enumerate(line):
        if at == column:
            return place + (character == '"')
        if character == '"':
            inside = not inside
        elif character == separator and not inside:
            at += 1
    return len(line) if at == column else 0
