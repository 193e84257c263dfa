"""The values of a small YAML file, each fetched with the check that it is what it must be.

Owns the problems of such a file: unknown keys, missing keys, values of another shape. Knows no
key by name.
"""

from collections.abc import Mapping, Sequence

from cdstrack.core.problem import Path, Problem
from cdstrack.files.text.text_file import TextFile
from cdstrack.files.yaml.tree import Tree, YamlTree
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import did_you_mean

_LONGEST = 60


class Values:
    """Fetches values by their paths; what is wrong is noted in `problems`, and reads as empty.

    `examples` show how each key at the top is written.
    """

    def __init__(self, source: TextFile, tree: YamlTree, examples: Mapping[str, str]) -> None:
        self.problems: list[Problem] = []
        self._source = source
        self._tree = tree
        self._examples = examples

    @property
    def top(self) -> Mapping[str, Tree]:
        """What is at the top, as far as it is a mapping."""
        return self._tree.root if isinstance(self._tree.root, dict) else {}

    def mapping(self, path: Path, keys: Sequence[str] | None) -> Mapping[str, Tree]:
        """The mapping at a path, with none but the allowed keys; empty where there is nothing."""
        node = self._at(path)
        if node is None and path:
            return {}
        if not isinstance(node, dict):
            self.wrong(path)
            return {}
        known = {key: value for key, value in node.items() if keys is None or key in keys}
        for key in node:
            if key not in known:
                near = ", ".join(did_you_mean(key, keys or ()))
                facts = {"value": clean(key), "suggestions": near, "allowed": ", ".join(keys or ())}
                self._note("CDS350", (*path, key), facts, at_key=True)
        return known

    def is_mapping(self, path: Path) -> bool:
        """Whether a mapping is at a path."""
        return isinstance(self._at(path), dict)

    def count(self, path: Path) -> int | None:
        """The length of the list at a path; None where no list is."""
        node = self._at(path)
        return len(node) if isinstance(node, list) else None

    def text(self, path: Path) -> str:
        """The text at a path; empty where there is none."""
        node = self._at(path)
        if isinstance(node, str):
            return clean(node).strip()
        if node is not None:
            self.wrong(path)
        return ""

    def texts(self, path: Path) -> tuple[str, ...]:
        """The texts at a path, where one may stand for a list of one."""
        node = self._at(path)
        if not isinstance(node, list):
            return tuple(filter(None, [self.text(path)]))
        return tuple(filter(None, (self.text((*path, at)) for at in range(len(node)))))

    def texts_by_key(self, path: Path, keys: Sequence[str] | None) -> dict[str, str]:
        """The texts of the mapping at a path by their keys."""
        return {clean(key): self.text((*path, key)) for key in self.mapping(path, keys)}

    def choice(self, path: Path, allowed: Sequence[str]) -> str:
        """The text at a path, if it is one of those allowed."""
        text = self.text(path)
        if text in allowed or not text:
            return text
        self.wrong(path)
        return ""

    def choices(self, path: Path, allowed: Sequence[str]) -> tuple[str, ...]:
        """The texts at a path, if they are among those allowed."""
        texts = self.texts(path)
        if set(texts) <= set(allowed):
            return texts
        self.wrong(path)
        return ()

    def wrong(self, path: Path) -> None:
        """Notes that the value at a path is not what it must be."""
        node = self._at(path)
        key = next((step for step in path if isinstance(step, str)), "")
        shown = clean(node)[:_LONGEST] if isinstance(node, str) else ""
        facts = {"key": key, "value": shown, "example": self._examples.get(key, "")}
        self._note("CDS351", path, facts)

    def missing(self, key: str) -> None:
        """Notes that a key is not there."""
        self._note("CDS352", (), {"key": key, "example": self._examples[key]})

    def _at(self, path: Path) -> Tree:
        node: Tree = self._tree.root
        for step in path:
            if isinstance(node, dict) and isinstance(step, str):
                node = node.get(step)
            elif isinstance(node, list) and isinstance(step, int):
                node = node[step]
            else:
                return None
        return node

    def _note(
        self, code: str, path: Path, facts: Mapping[str, str], *, at_key: bool = False
    ) -> None:
        position = self._tree.position(path, at_key=at_key)
        self.problems.append(self._source.problem(code, *position, **facts))
