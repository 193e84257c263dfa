"""A tree with its unsound parts cut out or stood in for, and the way back to the file's paths.

Owns the bookkeeping only: what is cut and what is put in place is decided by its caller.
"""

from dataclasses import dataclass, field

from cdstrack.core.problem import Path
from cdstrack.files.yaml.tree import Tree


@dataclass
class Mending:
    """What has been cut out of a tree, what stands in, and where list items come from.

    All paths are those of the whole tree. `origins` holds, for the path of a list in the mended
    tree, the positions that its items had.
    """

    cut: set[Path] = field(default_factory=set)
    instead: dict[Path, Tree] = field(default_factory=dict)
    origins: dict[Path, list[int]] = field(default_factory=dict)

    def mended(self, tree: Tree) -> Tree:
        """The tree without what has been cut, and with what stands in."""
        self.origins = {}
        added: dict[Path, dict[str, Tree]] = {}
        for path, value in self.instead.items():
            added.setdefault(path[:-1], {})[str(path[-1])] = value
        return self._copy(tree, (), (), added)

    def _copy(
        self, tree: Tree, path: Path, new_path: Path, added: dict[Path, dict[str, Tree]]
    ) -> Tree:
        if isinstance(tree, dict):
            kept = {
                key: self._copy(value, (*path, key), (*new_path, key), added)
                for key, value in tree.items()
                if (*path, key) not in self.cut and (*path, key) not in self.instead
            }
            return {**kept, **added.get(path, {})}
        if isinstance(tree, list):
            items = [at for at in range(len(tree)) if (*path, at) not in self.cut]
            self.origins[new_path] = items
            return [
                self._copy(tree[at], (*path, at), (*new_path, new), added)
                for new, at in enumerate(items)
            ]
        return tree

    def original(self, path: Path) -> Path:
        """The path in the whole tree of a path in the mended one."""
        found: Path = ()
        for length, step in enumerate(path):
            kept = self.origins.get(path[:length], [])
            inside = isinstance(step, int) and step < len(kept)
            found = (*found, kept[step] if inside and isinstance(step, int) else step)
        return found


def value_at(tree: Tree, path: Path) -> Tree:
    """What stands at a path of a tree; None where nothing does."""
    for step in path:
        if isinstance(tree, dict) and isinstance(step, str):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree


def stands_at(tree: Tree, path: Path) -> bool:
    """Whether a path leads to something in a tree, be it nothing typed after a key."""
    above, step = value_at(tree, path[:-1]), path[-1:]
    if not step:
        return True
    if isinstance(above, dict):
        return step[0] in above
    return isinstance(above, list) and isinstance(step[0], int) and step[0] < len(above)
