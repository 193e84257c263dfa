"""Plans that are wrong in one way each: `CDSnnn.yaml`, with what is said about it in both languages.

`good.yaml` is the plan that they are made from. `UPDATE_GOLDEN=1 pytest tests/problems` writes
the expected texts and docs/problems.md anew; the difference is then reviewed like code.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from cdstrack.files.text.content import LARGEST
from cdstrack.files.yaml.tree import MOST_VALUES

HERE = Path(__file__).parent
TOO_BIG_TO_KEEP = {
    "CDS121": b"# " + b"x" * LARGEST,
    "CDS142": b"plan: {id: x, title: {vi: X}}\n" + b"".join(b"k%d: 1\n" % n for n in range(250)),
    "CDS130-values": b"[" + b"1, " * MOST_VALUES + b"1]",
}
"""Plans that are wrong by their size, made when they are needed."""


@pytest.fixture
def bad_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """The bad plan for a code, as a file of that name in the current folder."""

    def lay_out(code: str) -> Path:
        monkeypatch.chdir(tmp_path)
        path = Path(f"{code}.yaml")
        if code in TOO_BIG_TO_KEEP:
            path.write_bytes(TOO_BIG_TO_KEEP[code])
        elif (HERE / path.name).exists():
            path.write_bytes((HERE / path.name).read_bytes())
        return path

    return lay_out
