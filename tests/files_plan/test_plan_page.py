"""docs/plan-file.md and the JSON Schema: no key is missing, and neither can drift from the models."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import Golden

from cdstrack.files.plan.reader import read_plan, read_plan_text
from cdstrack.files.plan.schema import Schema, plan_schema, reference_tables, schema_text

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/plan-file.md"
SCHEMA = ROOT / "docs/schema/targets.schema.json"
BEGIN = "<!-- keys: written by UPDATE_GOLDEN=1 pytest tests/files_plan -->\n"
MUST = {"id", "name", "pillar", "unit", "direction"}
END = "<!-- end of keys -->"
PLACES = {
    "Plan": "The file",
    "Header": "`plan`",
    "Label": "A name: `title`, `name`, `short`, `unit_label`, `definition`, a pillar …",
    "Document": "A document, under `documents`",
    "OrgUnit": "A body or an area, under `org_units`",
    "Indicator": "An indicator, in `indicators`",
    "Target": "A target, in an indicator's `targets`",
    "Declared": "`declared`, in a target",
    "Ended": "`ended`, in a target",
    "Baseline": "`baseline`, in an indicator",
    "Lead": "`lead`, in an indicator, when it is dated",
    "Break": "A break, in an indicator's `breaks`",
    "Composite": "`composite`, in an indicator",
    "RollUp": "`rollup`, in an indicator",
    "Points": "`points`, in an indicator that is a member of an index",
    "PointsStep": "A step, in `steps` of `points`",
}
TABLES = "\n".join(reference_tables(PLACES))
SCHEMA_PARTS: list[Schema] = [
    part for part in (plan_schema(), *plan_schema()["$defs"].values()) if "properties" in part
]


@pytest.mark.parametrize("section", SCHEMA_PARTS, ids=lambda section: section["description"])
def test_every_key_of_a_section_is_explained_with_an_example(section: Schema) -> None:
    for name, key in section["properties"].items():
        assert key["description"], name
        assert len(key["examples"]) == 1, name


def test_every_section_of_the_plan_has_its_table() -> None:
    sections = {name for name, part in plan_schema()["$defs"].items() if "properties" in part}
    assert sections | {"Plan"} == set(PLACES)


def test_the_reference_of_keys_is_current(golden: Golden) -> None:
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    current = f"{before}{BEGIN}\n{TABLES}\n{END}{after}"
    golden(PAGE, current)


def test_the_example_of_the_page_is_a_sound_plan() -> None:
    match = re.search(r"```yaml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert match is not None
    assert read_plan_text(match[1], "example").problems == ()


def test_the_schema_in_the_docs_is_current(golden: Golden) -> None:
    golden(SCHEMA, schema_text())


def validated(*plans: Path) -> str:
    command = ["check_jsonschema", "--schemafile", str(SCHEMA), *map(str, plans)]
    done = subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, text=True, check=False
    )
    return done.stdout


def test_editors_accept_the_shipped_plans_by_the_schema() -> None:
    plans = [ROOT / "targets.yaml", *ROOT.glob("plans/*/targets.yaml")]
    assert validated(*plans) == "ok -- validation done\n"


@pytest.mark.parametrize("code", ["CDS102", "CDS103", "CDS104", "CDS110", "CDS150", "CDS151"])
def test_editors_underline_by_the_schema_what_the_reader_refuses(code: str) -> None:
    bad = ROOT / f"tests/problems/{code}.yaml"
    assert [problem.code for problem in read_plan(bad).problems] == [code]
    assert "Schema validation errors were encountered." in validated(bad)


FORMS = """
targets: [{between: [35.5, 40]}]
targets: [{top: 30, of: 63}]
targets: [{reduce_by: 30%}, {increase_by: 12.5%}]
targets: [{between: [6, 6.5], beyond: fine}]
targets: [{reduce_by: 0.5 pp}, {increase_by: 2 pp}]
targets: [{each_year_at_least: 5, from: 2021}]
targets: [{each_year_more_than: 5}, {each_year_at_most: 4, from: 2021}, {each_year_less_than: 4}]
targets: [{average_at_least: 10, from: 2021}, {average_more_than: 11.5}]
targets: [{average_at_most: 3.7}, {average_less_than: 4}]
targets: [{about: 30, declared: {between: [28, 32], by: Sở, date: 2022-01-15}}]
targets: [{reach: mostly-done}, {at_least: 90, quote: q1, document: nq}]
targets: [{at_least: 90, quote: [q1, q2], document: [nq, nq-2]}]
measure: growth
aliases: HS cấp tỉnh
aliases: [HS cấp tỉnh, "Hồ sơ (tỉnh)"]
sum_of: [a, b] and partial: true
targets: [{reach: done}, {universal: true}]
targets: [{universal: true, declared: {at_least: 95, by: Sở, date: 2022-01-15}}]
targets: [{due: 2025-12-31, more_than: 80, ended: {date: 2025-07-01, reason: x, document: nq}}]
targets: [{less_than: 3, wording: [một, hai], document: [nq, nq-2]}]
bounds: [~, 100]
bounds: [0, ~]
bounds: [-5, 100.5]
lead: so-mot
lead: [{unit: so-mot}, {unit: so-hai, since: 2025-03-01}]
supporting: [so-mot]
supporting: so-mot
sum_of: []
every: {sector: [nong-nghiep, du-lich]}
every: {sector: []}
baseline: {date: 2020-12-31, value: 40, document: nq}
breaks: [{date: 2022-08-15, reason: x}]
unit_label: {vi: doanh nghiệp}
unit_label: {en: businesses}
unit_label: doanh nghiệp
short: Doanh nghiệp
""".strip().splitlines()


def form(line: str) -> str:
    """A plan with an indicator that has a line more than it must have, or two joined by " and "."""
    must = ["id: i", "name: {vi: I}", "pillar: p", "unit: count", "direction: increase"]
    entry = "\n    ".join([*must, *line.split(" and ")])
    return f"plan: {{id: x, title: {{vi: X}}}}\nindicators:\n  - {entry}\n"


def test_editors_accept_every_form_that_the_page_describes(tmp_path: Path) -> None:
    plans = [tmp_path / f"{number}.yaml" for number in range(len(FORMS))]
    for path, line in zip(plans, FORMS, strict=True):
        path.write_text(form(line), encoding="utf-8")
        shape = {f"CDS1{number}" for number in range(10, 20)}
        assert shape.isdisjoint(problem.code for problem in read_plan(path).problems), line
    assert validated(*plans) == "ok -- validation done\n"


def test_editors_accept_what_every_key_gives_as_its_example(tmp_path: Path) -> None:
    keys = plan_schema()["$defs"]["Indicator"]["properties"].items()
    examples = [{name: key["examples"][0]} for name, key in keys if name not in MUST]
    lines = [line for line in map(json.dumps, examples) if "\\u2026" not in line]
    assert len(lines) > 15
    plans = [tmp_path / f"{number}.yaml" for number in range(len(lines))]
    for path, line in zip(plans, lines, strict=True):
        path.write_text(form(line[1:-1]), encoding="utf-8")
    assert validated(*plans) == "ok -- validation done\n"


@pytest.mark.parametrize("line", ["sum_of: [a, a]", "every: {sector: [a, a]}"])
def test_editors_underline_what_is_named_twice(line: str, tmp_path: Path) -> None:
    path = tmp_path / "targets.yaml"
    path.write_text(form(line), encoding="utf-8")
    assert "Schema validation errors were encountered." in validated(path)
