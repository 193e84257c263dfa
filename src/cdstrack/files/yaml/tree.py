"""A YAML text as a tree of texts, lists and mappings, with the position of every key and value.

Owns what of YAML a plan may use: one document of plain mappings, lists and texts. Every scalar
stays the text that was typed (`no`, `010` and `12:30` included); only an empty value and `~` are
nothing. Read event by event, so that a hostile text is refused before anything is built from it.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from cdstrack.core.problem import Path, Problem
from cdstrack.files.text.text_file import TextFile
from cdstrack.files.yaml.syntax import syntax_problem

DEEPEST = 20
MOST_VALUES = 100_000
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_NOTES = 1000
_NOTHING = {"", "~", "null", "Null", "NULL"}
"""Plain values that say there is none; programs write a missing one as `null`."""
_BLANKS = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_INDENTATION = re.compile(rf"^ *[{_BLANKS}][ {_BLANKS}]*(?=- |[\w-]+:(?:\s|$))", re.MULTILINE)
_DIRECTIVE = re.compile(r"^%TAG\b", re.MULTILINE)

Tree = dict[str, "Tree"] | list["Tree"] | str | None
"""What a plan's YAML may consist of."""
Position = tuple[int, int]
"""1-based line and column."""


@dataclass
class YamlTree:
    """What was read. `root` is worth looking at only when `whole` is true.

    `nothing` lists the keys after which nothing stands, `bare` those without even a colon, as
    inside `{ }` the rest of a text with a comma is one.
    """

    root: Tree = None
    whole: bool = True
    keys: dict[Path, Position] = field(default_factory=dict)
    values: dict[Path, Position] = field(default_factory=dict)
    nothing: list[Path] = field(default_factory=list)
    bare: set[Path] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def position(self, path: Path, *, at_key: bool) -> Position:
        """Where a path stands: its key or its value, else the nearest thing above it."""
        for length in range(len(path), -1, -1):
            here = path[:length]
            if at_key and here in self.keys:
                return self.keys[here]
            if here in self.values:
                return self.values[here]
        return (1, 1)


@dataclass
class _Open:
    """A mapping or list that has begun. `path` is None for what is read only to be passed over."""

    node: dict[str, Tree] | list[Tree]
    path: Path | None
    key: str | None = None
    awaits_key: bool = True
    key_end: int = 0


class _StopError(Exception):
    """The text is not worth reading on; the problem is noted already."""


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
        reader.tree.problems.append(syntax_problem(source, error))
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
        """The text with plain spaces where other blanks stand before a key or a list item."""
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
        """A reference to an anchor; nothing is put in its place, so the tree is not whole."""
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

    def open_list(self, event: yaml.SequenceStartEvent) -> None:
        """The beginning of a list."""
        self._open(event, [])

    def open_mapping(self, event: yaml.MappingStartEvent) -> None:
        """The beginning of a mapping."""
        self._open(event, {})

    def close(self, _event: yaml.Event) -> None:
        """The end of the list or mapping that is open."""
        self.stack.pop()

    def _open(self, event: yaml.CollectionStartEvent, node: dict[str, Tree] | list[Tree]) -> None:
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
            self._stop(event, "CDS130", many=f"{MOST_VALUES:,}".replace(",", " "))
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
        """Hangs a node under the open one; its path, or None where it is passed over."""
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
    mark: Any = event.start_mark  # only events made by hand have none
    return mark.line + 1, mark.column + 1


_HANDLERS: dict[type, Callable[[_Reader, Any], None]] = {
    yaml.DocumentStartEvent: _Reader.document,
    yaml.AliasEvent: _Reader.alias,
    yaml.ScalarEvent: _Reader.scalar,
    yaml.SequenceStartEvent: _Reader.open_list,
    yaml.MappingStartEvent: _Reader.open_mapping,
    yaml.SequenceEndEvent: _Reader.close,
    yaml.MappingEndEvent: _Reader.close,
}
