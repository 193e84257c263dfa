"""docs/import.md and docs/mapping.md say what the program does.

`make golden` writes the shipped description into the page anew.
"""

import re
from pathlib import Path

import pytest
from tests.conftest import Golden, Run
from tests.excel.conftest import OWN, Write

from cdstrack.files.importing.form.description import EXAMPLES, SHIPPED, find_form
from cdstrack.files.importing.form.layout import READ

DOCS = Path(__file__).parents[2] / "docs"
IMPORT = (DOCS / "import.md").read_text(encoding="utf-8")
MAPPING = DOCS / "mapping.md"
INDICATORS = {
    "percent": "ho-so",
    "count": "so-dn",
    "count, called `xã`": "xa",
    "amount, `tỷ đồng`": "von",
    "rank": "hang",
    "state": "viec",
}
_ROW = re.compile(r"^\| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
_YAML = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def part(page: str, name: str) -> str:
    """What stands between the two comments of that name."""
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", page, re.DOTALL)
    assert found
    return found[1]


READINGS = [match.groups() for match in _ROW.finditer(part(IMPORT, "readings"))][1:]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("written", "unit", "read"), READINGS)
def test_every_reading_of_the_page_is_that_of_the_program(
    run: Run, write_book: Write, written: str, unit: str, read: str
) -> None:
    write_book([OWN[:3], [INDICATORS[unit], 2021, written.strip("`")]])
    answer = run("import", "a.xlsx")
    if read.startswith("refused, "):
        assert (answer.code, read.removeprefix("refused, ") in answer.remarks) == (5, True)
        return
    assert answer.code == 0, answer.err
    _, _, _, _, value, top, bottom, _, qualifier, *_ = run("export").out.splitlines()[1].split(",")
    number, _, words = read.partition(", ")
    if number == "not available":
        assert value == written.strip("`").replace('"', "")
    else:
        assert number.strip("`") == (f"{top}/{bottom}" if bottom else value)
    assert qualifier == (words or "exact")


def test_every_key_of_a_description_is_explained_with_its_example() -> None:
    rows = [match.groups() for match in _ROW.finditer(part(MAPPING.read_text("utf-8"), "keys"))]
    assert [(key, example) for key, _, example in rows[1:]] == [
        (f"`{key}`", f"`{example}`") for key, example in EXAMPLES.items()
    ]
    named = set(re.findall(r"`([a-z_]+)`", MAPPING.read_text("utf-8")))
    assert named >= {name for name in READ if name != "value"}


def test_the_page_shows_the_shipped_description(golden: Golden) -> None:
    shipped = (SHIPPED / "theo-doi.yaml").read_text(encoding="utf-8")
    page = MAPPING.read_text(encoding="utf-8")
    given = page.replace(part(page, "theo-doi"), f"```yaml\n{shipped}```\n")
    golden(MAPPING, given)


@pytest.mark.parametrize("text", _YAML.findall(MAPPING.read_text("utf-8")))
def test_every_description_on_the_page_is_sound(folder: Path, text: str) -> None:
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    assert find_form("a.yaml").values


@pytest.mark.parametrize(("key", "example"), EXAMPLES.items())
def test_every_example_of_a_key_is_sound(folder: Path, key: str, example: str) -> None:
    needed = {each: EXAMPLES[each] for each in ("form", "columns", "values")} | {key: example}
    (folder / "a.yaml").write_text("\n".join(needed.values()), encoding="utf-8")
    assert find_form("a.yaml").columns
