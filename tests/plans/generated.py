"""Plans drawn by chance, each valid and with figures: of every kind of number and of target."""

from random import Random

_HEAD = """\
schema: 1
plan: {{id: ngau-nhien-{number}, title: {{vi: "Kế hoạch số {number}", en: "Plan {number}"}}, area: tinh, starts: 2020-01-01, language: {language}}}
documents:
  nq: {{title: "Nghị quyết", number: "{number}-NQ/TU", issued: 2020-06-29}}
pillars: {{mot: {{vi: Trụ cột một, en: One}}, hai: {{vi: Trụ cột hai, en: Two}}}}
org_units:
  tinh: {{vi: tỉnh, en: province}}
  so-a: {{vi: Sở Thông tin, en: Department A}}
  so-b: {{vi: Sở Công Thương, en: Department B}}
  xa-1: {{vi: xã Một, en: commune 1, level: xa, parent: tinh}}
  xa-2: {{vi: xã Hai, en: commune 2, level: xa, parent: tinh}}
indicators:
"""
_DUES = ("2023-12-31", "2025-12-31", "2028-06-30", "2030-12-31")
_FREQUENCIES = ("monthly", "quarterly", "half-yearly", "yearly")
_METHODS = ("linear", "destatis", "eurostat", "escap", "sdsn", "unsd", "cagr", "aarr")
_PERIODS = ("2020", "2021-06", "2021-12-31", "2022-Q3", "2023", "2024-H1", "2024", "2025-Q3")
_STATES = ("not-started", "in-progress", "done")
KINDS = ("share", "rolled", "falling", "count", "flow", "rank", "state", "relative", "bare")
_KEYS = {
    "share": "unit: percent\n    direction: increase\n    bounds: [0, 100]",
    "rolled": "unit: percent\n    direction: increase\n    numerator: {vi: đạt}\n"
    "    denominator: {vi: tất cả}\n    rollup: {from: xa, by: ratio, coverage: 60}",
    "falling": "unit: percent\n    direction: decrease",
    "count": "unit: count\n    direction: increase",
    "flow": "unit: amount\n    unit_label: {vi: tỷ đồng, en: billion}\n"
    "    direction: increase\n    measure: flow",
    "rank": "unit: rank\n    direction: decrease\n    measure: rank\n    bounds: [1, 63]",
    "state": "unit: state\n    direction: increase",
    "relative": "unit: count\n    direction: increase\n"
    "    baseline: {date: 2020-12-31, value: 400, document: nq}",
    "bare": "unit: amount\n    unit_label: {vi: tấn, en: t}\n    direction: increase",
}


def plan_and_figures(number: int) -> tuple[str, str]:
    """The text of a plan and that of its figures; the same number gives the same."""
    chance = Random(number)  # noqa: S311 - the same plans every time
    chosen = [chance.choice(KINDS) for _ in range(chance.randint(2, 5))]
    language = chance.choice(("vi", "en"))
    plan = _HEAD.format(number=number, language=language)
    rows = ["indicator,org_unit,period,value,numerator,denominator"]
    for place, kind in enumerate(chosen):
        plan += _indicator(f"ct-{place}", kind, chance)
        rows += _figures(f"ct-{place}", kind, chance)
    return plan, "".join(f"{row}\n" for row in rows)


def _indicator(id_: str, kind: str, chance: Random) -> str:
    lines = [
        f"id: {id_}",
        f'name: {{vi: "Chỉ tiêu {id_} của loại {kind}", en: "Indicator {id_}: {kind}"}}',
        f"pillar: {chance.choice(('mot', 'hai'))}",
        *_KEYS[kind].split("\n    "),
        f"frequency: {'yearly' if kind == 'flow' else chance.choice(_FREQUENCIES)}",
    ]
    if chance.random() < 0.6:
        lines.append(f"lead: {chance.choice(('so-a', 'so-b'))}")
    if kind not in {"state", "rank", "bare"} and chance.random() < 0.3:
        lines.append(f"method: {chance.choice(_METHODS)}")
    targets = _targets(kind, chance)
    if targets:
        lines.append("targets:")
        lines += [f"  - {{{each}, document: nq}}" for each in targets]
    return "  - " + "\n    ".join(lines) + "\n"


def _targets(kind: str, chance: Random) -> list[str]:
    dues = sorted(chance.sample(_DUES, chance.randint(1, 2)))
    steps = sorted(chance.sample(range(20, 95), len(dues)))
    if kind in {"falling", "rank"}:
        steps.reverse()
    asked = {
        "share": "at_least: {}",
        "rolled": "more_than: {}",
        "falling": "at_most: {}",
        "count": "at_least: {}00",
        "flow": "at_least: {}",
        "rank": "top: {}, of: 63",
        "relative": "increase_by: {}%",
    }
    if kind == "bare":
        return []
    if kind == "state":
        return [f'due: {dues[-1]}, reach: done, wording: "xong"']
    if kind == "rank":
        steps = [max(1, each * 60 // 95) for each in steps]
    return [
        f'due: {due}, {asked[kind].format(step)}, wording: "đạt {step}"'
        for due, step in zip(dues, steps, strict=True)
    ]


def _figures(id_: str, kind: str, chance: Random) -> list[str]:
    if kind == "state":
        return [f"{id_},tinh,2024,{chance.choice(_STATES)},,"][: chance.randint(0, 1)]
    periods = [each for each in _PERIODS if chance.random() < 0.6]
    if kind in {"flow", "rank"}:
        periods = [each for each in periods if len(each) == 4]
    if kind == "rolled":
        return [
            f"{id_},{unit},{period},,{chance.randint(1, 40)},{chance.randint(40, 90)}"
            for period in periods
            for unit in ("xa-1", "xa-2")
            if chance.random() < 0.8
        ]
    most = 63 if kind == "rank" else 100
    places = kind in {"count", "rank", "relative"}
    return [f"{id_},tinh,{period},{_number(chance, most, whole=places)},," for period in periods]


def _number(chance: Random, most: int, *, whole: bool) -> str:
    return str(chance.randint(1, most)) if whole else f"{chance.uniform(1, most):.2f}"
