"""What is promised of the cost of commands stands in the documentation, whole."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_table_of_costs_has_a_row_for_each_promise() -> None:
    """The rows are written by `make bench`; a new promise needs a new measuring."""
    listed = [sys.executable, "bench/run.py", "--list"]
    done = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True)
    promised = done.stdout.splitlines()
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    table = text.partition("<!-- bench: begin -->")[2].partition("<!-- bench: end -->")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ")][2:]
    shown = [" | ".join(row.strip("| ").split(" | ")[:3]) for row in rows]
    assert promised, done.stderr
    assert shown == promised
