"""What a YAML parser stumbled over, as a problem of ours with its position.

Owns the reading of the parser's English messages (libyaml's and those of its Python twin). They
are looked at here and never shown.
"""

import re

import yaml

from cdstrack.core.problem import Problem
from cdstrack.files.text.text_file import TextFile

_KINDS: tuple[tuple[str, str], ...] = (
    (r"tab character", "CDS131"),
    (r"unexpected (end of stream|document)", "CDS132"),
    (r"(mapping values|sequence entries) are not allowed", "CDS133"),
    (r"cannot start any token", "CDS134"),
    (r"expected ',' or '[\]}]'|expected node content|expected the node content", "CDS135"),
    (r"found unexpected ':'", "CDS133"),
    (r"unknown escape|hexdecimal", "CDS140"),
    (r"expected (key|'-' indicator|<block end>)|could not find expected ':'", "CDS136"),
    (r"<document start>", "CDS129"),
)
_AT_CONTEXT = {"CDS132"}
"""Codes whose cause stands where the parser began, not where it gave up."""
_QUOTED_THEN_MORE = re.compile(r"""["'][ \t]*$""")


def syntax_problem(source: TextFile, error: yaml.YAMLError) -> Problem:
    """The problem behind a parser's error, at the place that must be changed."""
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    code = next((code for pattern, code in _KINDS if re.search(pattern, said)), "CDS137")
    line, column = _where(error, source, code)
    text = source.lines[line - 1] if line <= len(source.lines) else ""
    before, found = text[: column - 1], text[column - 1 : column]
    if code == "CDS134" and (found == "\t" or (before.isspace() and "\t" in before)):
        return source.problem("CDS131", line, column)
    if code == "CDS136" and _QUOTED_THEN_MORE.search(before):
        return source.problem("CDS141", line, column)
    if code == "CDS133" and "entries" in said:
        return source.problem("CDS136", line, column)
    if "unexpected ':'" in said:
        return source.problem(code, line, column, space="yes")
    return source.problem(code, line, column, character=found.strip(), opened=_opened(error))


def _where(error: yaml.YAMLError, source: TextFile, code: str) -> tuple[int, int]:
    mark = getattr(error, "problem_mark", None)
    if code in _AT_CONTEXT:
        mark = getattr(error, "context_mark", None) or mark
    if mark is not None:
        return mark.line + 1, mark.column + 1
    offset = getattr(error, "position", None)
    return source.position(offset) if isinstance(offset, int) else (1, 1)


def _opened(error: yaml.YAMLError) -> str:
    """The line on which the list, mapping or quotation that is in trouble began."""
    mark = getattr(error, "context_mark", None)
    return "" if mark is None else str(mark.line + 1)
