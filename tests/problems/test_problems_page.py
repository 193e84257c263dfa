"""docs/problems.md: built from the bad plans and the tables of sentences, so that it cannot drift."""

import difflib
import re
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import Golden

from cdstrack.words.problems.sentences import ALTERNATIVE, FAMILIES, Sentences, family_title, texts

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs/problems.md"
OPENING = """# Problems and what to do about them

Every message has a code that never changes its meaning. A message about a file says where
(`file:line:column`), what is wrong, shows the line with a caret under the place, and says how to
put it right. All problems of a plan file come in one run, sorted by line; after a mistake in the
YAML itself nothing below can be read, so that one comes alone.

An *error* stops the command: exit code 2 for what was typed or a file that cannot be read, 3 for
the plan, 4 for the store, 5 for a file of figures. A *warning* is a finding of `cdstrack check`
(exit code 10). *Advice* names what a trustworthy plan should add; `check --strict` counts it too.

In the messages of this page `‹…›` stands for what is named there. This page is written by
`UPDATE_GOLDEN=1 pytest tests/problems` from the files in `tests/problems/`, which the tests
compare with what the program says.
"""
ABOUT_THE_PLAN = """Each example is this plan, changed in the lines shown:

```yaml
{good}```
"""


def page() -> str:
    parts = [OPENING]
    for digit in FAMILIES:
        if texts(digit):
            parts += [f"## {family_title(digit)}\n", *_family(digit)]
    return "\n".join(parts)


def _family(digit: str) -> Iterator[str]:
    if digit == "1":
        yield ABOUT_THE_PLAN.format(good=(HERE / "good.yaml").read_text("utf-8"))
    for code, found in sorted(texts(digit).items()):
        yield f"### {code}\n"
        yield from _with_example(code) if digit == "1" else _in_general(found)


def _with_example(code: str) -> Iterator[str]:
    change = _change(HERE / f"{code}.yaml")
    if change:
        yield f"```diff\n{change}```\n"
    for language in ("vi", "en"):
        said = (HERE / f"{code}.{language}.txt").read_text("utf-8")
        yield f"```text\n{said}```\n"


def _change(path: Path) -> str:
    """How a bad plan differs from the good one; nothing where it is no text or as good as empty."""
    content = path.read_bytes() if path.exists() else b"\0"
    good = (HERE / "good.yaml").read_text("utf-8").splitlines()
    try:
        bad = content.decode().splitlines()
    except UnicodeDecodeError:
        return ""
    if b"\0" in content or len(bad) < 2:
        return ""
    lines = list(difflib.unified_diff(good, bad, n=0, lineterm=""))
    changed = [line for line in lines if re.match(r"[+-](?!\+\+ |-- )", line)]
    return "".join(f"{line}\n" for line in changed)


def _in_general(found: Sentences) -> Iterator[str]:
    for said, fix in ((found.vi, found.fix_vi), (found.en, found.fix_en)):
        lines = [_opened(each) for each in said.split(ALTERNATIVE)]
        lines += [f"  {_opened(each)}" for each in fix.split(ALTERNATIVE) if each]
        yield "```text\n" + "".join(f"{line}\n" for line in lines) + "```\n"


def _opened(wording: str) -> str:
    return re.sub(r"\{([a-z_]+)\}", r"‹\1›", re.sub(r"^\[[a-z_]+\] ", "", wording))


def test_the_page_of_problems_is_current(golden: Golden) -> None:
    golden(PAGE, page())
