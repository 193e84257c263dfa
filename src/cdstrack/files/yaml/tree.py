"""A YAML text as a tree of texts, lists and mappings, with the position of every key and value.

Owns the part of YAML that a plan may use: one document of plain mappings, lists and texts. Every
scalar stays the text that was typed (`no`, `010` and `12:30` included); only an empty value and `~`
are nothing. Read event by event, so that a hostile text is refused before anything is built from
it.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from cdstrack.core.problem import Path, Problem
from cdstrack.files.text.text_file import TextFile

DEEPEST = 20
MOST_VALUES = 1_200_000
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_NOTES = 1000
_NOTHING = {"", "~", "null", "Null", "NULL"}
"""Plain scalars that mean no value; programs write a missing one as `null`."""
_BLANKS = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_INDENTATION = re.compile(rf"^ *[{_BLANKS}][ {_BLANKS}]*(?=- |[\w-]+:(?:\s|$))", re.MULTILINE)
_DIRECTIVE = re.compile(r"^%TAG\b", re.MULTILINE)

_SYNTAX: tuple[tuple[str, str], ...] = (
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
"""Codes whose cause is where the parser began, not where it gave up."""
_QUOTED_THEN_MORE = re.compile(r"""["'][ \t]*$""")

Tree = dict[str, "Tree"] | list["Tree"] | str | None
"""A mapping, a list, a text, or nothing."""
Position = tuple[int, int]
"""1-based line and column."""


@dataclass
class YamlTree:
    """What was read; `root` is complete only when `whole` is true.

    `nothing` lists the keys without a value, `bare` those without even a colon: inside `{ }` the
    rest of a text with a comma becomes such a key.
    """

    root: Tree = None
    whole: bool = True
    keys: dict[Path, Position] = field(default_factory=dict)
    values: dict[Path, Position] = field(default_factory=dict)
    nothing: list[Path] = field(default_factory=list)
    bare: set[Path] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def position(self, path: Path, *, at_key: bool) -> Position:
        """The position of a path's key or value, else of the nearest part above it."""
        for length in range(len(path), -1, -1):
            here = path[:length]
            if at_key and here in self.keys:
                return self.keys[here]
            if here in self.values:
                return self.values[here]
        return (1, 1)


@dataclass
class _Open:
    """A mapping or list that has begun; `path` is None for one that is read only to be skipped."""

    node: dict[str, Tree] | list[Tree]
    path: Path | None
    key: str | None = None
    awaits_key: bool = True
    key_end: int = 0


class _StopError(Exception):
    """Reading ends here; the problem is already in the list."""


def read_yaml(source: TextFile) -> YamlTree:
    """The tree of a text. Never raises for what the text holds; problems are in the result."""
    reader = _Reader(source)
    directive = _DIRECTIVE.search(source.body)
    if directive:
        # Refused before the parser sees it: thousands of them take it minutes.
        place = source.position(directive.start())
        reader.tree.problems.append(source.problem("CDS128", *place, tag="%TAG"))
        reader.tree.whole = False
        return reader.tree
    try:
        for event in yaml.parse(reader.indented(), Loader=_LOADER):
            reader.take(event)
    except yaml.YAMLError as error:
        reader.tree.problems.append(_syntax_problem(source, error))
        reader.tree.whole = False
    except _StopError:
        reader.tree.whole = False
    return reader.tree


class _Reader:
    """Builds the tree from events, with a stack of its own instead of recursion."""

    def __init__(self, source: TextFile) -> None:
        self.source = source
        self.tree = YamlTree()
        self.stack: list[_Open] = []
        self.documents = 0
        self.count = 0

    def indented(self) -> str:
        """The text with plain spaces in place of other blanks before a key or a list item."""
        for match in _INDENTATION.finditer(self.source.body):
            blank = next(each for each in match[0] if each not in " \t")
            facts = {"character": f"U+{ord(blank):04X}", "name": unicodedata.name(blank)}
            place = self.source.position(match.start() + match[0].index(blank))
            if len(self.tree.problems) < _MOST_NOTES:
                self.tree.problems.append(self.source.problem("CDS131", *place, **facts))
        return _INDENTATION.sub(lambda match: " " * len(match[0]), self.source.body)

    def take(self, event: yaml.Event) -> None:
        """One event of the parser."""
        handler = _HANDLERS.get(type(event))
        if handler:
            handler(self, event)

    def document(self, event: yaml.Event) -> None:
        """The beginning of a document: there is one."""
        self.documents += 1
        if self.documents > 1:
            self._stop(event, "CDS129")

    def alias(self, event: yaml.AliasEvent) -> None:
        """A reference to an anchor: nothing replaces it, so the tree is not whole."""
        self._note(event, "CDS127", name=event.anchor or "")
        self.tree.whole = False
        if self._awaiting_key():
            self.stack[-1].awaits_key, self.stack[-1].key = False, None
        else:
            self._put(None, event)

    def scalar(self, event: yaml.ScalarEvent) -> None:
        """A text: a key or a value."""
        self._inspect(event)
        plain = event.style in (None, "")
        if self._awaiting_key():
            self._key(event, None if plain and event.value in {"", "~"} else event.value)
        else:
            self._put(None if plain and event.value in _NOTHING else event.value, event)

    def close(self, _event: yaml.Event) -> None:
        """The end of the list or mapping that is open."""
        self.stack.pop()

    def open(self, event: yaml.CollectionStartEvent) -> None:
        """The beginning of a list or mapping."""
        node: dict[str, Tree] | list[Tree]
        node = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._inspect(event)
        if len(self.stack) >= DEEPEST:
            self._stop(event, "CDS130", limit=str(DEEPEST))
        if self._awaiting_key():
            self._note(event, "CDS139")
            self.stack[-1].awaits_key = False
            self.stack[-1].key = None
            self.stack.append(_Open(node, None))
        else:
            self.stack.append(_Open(node, self._put(node, event)))

    def _inspect(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        self.count += 1
        if self.count > MOST_VALUES:
            self._stop(event, "CDS130", many=str(MOST_VALUES))
        if event.anchor:
            self._note(event, "CDS127", name=event.anchor)
        if event.tag:
            self._note(event, "CDS128", tag=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _awaiting_key(self) -> bool:
        return (
            bool(self.stack) and isinstance(self.stack[-1].node, dict) and self.stack[-1].awaits_key
        )

    def _key(self, event: yaml.ScalarEvent, key: str | None) -> None:
        frame = self.stack[-1]
        frame.awaits_key = False
        frame.key = key
        frame.key_end = _index(event, ends=True)
        if key is None:
            self._note(event, "CDS139")
        elif frame.path is not None:
            path = (*frame.path, key)
            if path in self.tree.keys:
                frame.key = None
                self._note(event, "CDS138", key=key, first=str(self.tree.keys[path][0]))
            else:
                self.tree.keys[path] = _position(event)

    def _put(self, node: Tree, event: yaml.Event) -> Path | None:
        """Adds a node to the open one; its path, or None where it is skipped."""
        if not self.stack:
            self.tree.root = node
            self.tree.values[()] = _position(event)
            return ()
        frame = self.stack[-1]
        if isinstance(frame.node, list):
            step: str | int | None = len(frame.node)
            frame.node.append(node)
        else:
            step, frame.awaits_key = frame.key, True
            if frame.key is not None:
                frame.node[frame.key] = node
        if step is None or frame.path is None:
            return None
        path = (*frame.path, step)
        self.tree.values[path] = _position(event)
        if node is None and isinstance(step, str):
            self.tree.nothing.append(path)
            if ":" not in self.source.body[frame.key_end : _index(event)]:
                self.tree.bare.add(path)
        return path

    def _note(self, event: yaml.Event, code: str, /, **facts: str) -> None:
        if len(self.tree.problems) < _MOST_NOTES:
            self.tree.problems.append(self.source.problem(code, *_position(event), **facts))

    def _stop(self, event: yaml.Event, code: str, /, **facts: str) -> None:
        self._note(event, code, **facts)
        raise _StopError


def _index(event: yaml.Event, *, ends: bool = False) -> int:
    mark: Any = event.end_mark if ends else event.start_mark
    return int(mark.index)


def _position(event: yaml.Event) -> Position:
    mark: Any = event.start_mark
    return mark.line + 1, mark.column + 1


_HANDLERS: dict[type, Callable[[_Reader, Any], None]] = {
    yaml.DocumentStartEvent: _Reader.document,
    yaml.AliasEvent: _Reader.alias,
    yaml.ScalarEvent: _Reader.scalar,
    yaml.SequenceStartEvent: _Reader.open,
    yaml.MappingStartEvent: _Reader.open,
    yaml.SequenceEndEvent: _Reader.close,
    yaml.MappingEndEvent: _Reader.close,
}


def _syntax_problem(source: TextFile, error: yaml.YAMLError) -> Problem:
    """The problem behind a parser's error, at the place that must be changed.

    The English messages of libyaml and of its Python twin are matched here and never shown.
    """
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    code = next((code for pattern, code in _SYNTAX if re.search(pattern, said)), "CDS137")
    line, column = _syntax_position(error, source, code)
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


def _syntax_position(error: yaml.YAMLError, source: TextFile, code: str) -> tuple[int, int]:
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
