"""What an indicator is and who answers for it, as facts under names.

Owns which parts of the declaration are shown, in which order; what the plan omits is omitted.
"""

from collections.abc import Iterator

from cdstrack.core.plan.model import Indicator
from cdstrack.core.reports.indicator_detail import IndicatorDetail
from cdstrack.render.page.layout import Cell, Facts, Line, cell
from cdstrack.render.view import View
from cdstrack.words.labels.composite import FACTS as COMPOSITE_FACTS
from cdstrack.words.labels.composite import WAYS, put
from cdstrack.words.labels.plan import TEXTS, tell
from cdstrack.words.labels.value import value_words
from cdstrack.words.labels.vocabulary import (
    DIRECTION,
    FREQUENCY,
    MEASURE,
    METHOD,
    UNIT,
    label,
)
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day
from cdstrack.words.parse.numbers import format_number


def indicator_facts(dossier: IndicatorDetail, indicator: Indicator, view: View) -> Facts:
    """What is measured and who answers for it; what the plan does not say is left out."""
    language = view.language
    known = {
        "id": cell(indicator.id),
        "short": cell(clean(indicator.short.text(language)) if indicator.short else ""),
        "pillar": cell(view.pillar(indicator.pillar)),
        "level": cell(view.level(indicator.level) if indicator.level else ""),
        "definition": cell(
            clean(indicator.definition.text(language) if indicator.definition else "")
        ),
        "scope": cell(clean(indicator.scope or "")),
        "fraction": cell(_fraction(indicator, language)),
        "unit": cell(_unit(indicator, language)),
        "direction": cell(label(DIRECTION, indicator.direction, language)),
        "measure": cell(label(MEASURE, indicator.measure, language)),
        "bounds": cell(_bounds(indicator, language)),
        "every": cell(_every(indicator, view)),
        "baseline": _baseline(indicator, view),
        "frequency": cell(label(FREQUENCY, indicator.frequency or "", language)),
        "calendar": cell(_calendar(indicator, language)),
        "lead": tuple(_leads(dossier, indicator, view)),
        "person": cell(clean(indicator.person or "")),
        "supporting": cell(*map(view.org_unit, indicator.supporting)),
        "composite": cell(_composite(indicator, language)),
        "rollup": cell(_rollup(indicator, view)),
        "member_of": cell(*_indices_with(indicator, view)),
        "points": cell(_points(indicator, language)),
        "partial_sum" if indicator.partial else "sum_of": cell(*map(clean, indicator.sum_of)),
        "method": cell(_method(dossier, language)),
        "breaks": cell(*_breaks(indicator, language)),
        "note": cell(clean(indicator.note or "")),
    }
    names = {**TEXTS, **COMPOSITE_FACTS}
    shown = ((names[key].text(language), told) for key, told in known.items() if told)
    return Facts(tuple(shown))


def _composite(indicator: Indicator, language: str) -> str:
    composite = indicator.composite
    if composite is None:
        return ""
    of = format_number(composite.of, language)
    return put("composite_of", language, n=len(composite.members), of=of)


def _rollup(indicator: Indicator, view: View) -> str:
    """How the figure of the area comes from those of its units."""
    rollup, language = indicator.rollup, view.language
    if rollup is None:
        return ""
    way = label(WAYS, rollup.by, language)
    weight = view.plan.by_id.get(rollup.weight or "")
    if weight is not None:
        way = put("weighed_by", language, way=way, name=view.short_name(weight))
    coverage = format_number(rollup.coverage, language)
    told = put("rolled_up", language, way=way, level=view.level(rollup.from_), coverage=coverage)
    return told + (put("derived_first", language) if rollup.prefer else "")


def _indices_with(indicator: Indicator, view: View) -> Iterator[str]:
    """The composite indices that it is a member of, each with its weight."""
    for each in view.plan.indicators:
        weight = each.composite.members.get(indicator.id) if each.composite else None
        if weight is not None:
            shown = format_number(weight, view.language)
            yield put("member_of_one", view.language, name=view.short_name(each), weight=shown)


def _points(indicator: Indicator, language: str) -> str:
    rule = indicator.points
    if rule is None:
        return ""
    most = format_number(rule.max, language)
    if rule.by is not None:
        return put("points_by_value", language, most=most)
    steps = ", ".join(
        put(
            "step",
            language,
            value=value_words(each.at_least, indicator, language),
            points=format_number(each.points, language),
        )
        for each in sorted(rule.steps, key=lambda step: step.at_least)
    )
    return put("points_by_steps", language, most=most, steps=steps)


def _method(dossier: IndicatorDetail, language: str) -> str:
    """The method that the verdicts were made by; none without targets."""
    if not dossier.item.targets:
        return ""
    return f"{label(METHOD, dossier.method, language)} ({dossier.method})"


def _fraction(indicator: Indicator, language: str) -> str:
    part, whole = indicator.numerator, indicator.denominator
    if part is None or whole is None:
        return ""
    facts = {"numerator": clean(part.text(language)), "denominator": clean(whole.text(language))}
    return tell("fraction_of", language, **facts)


def _unit(indicator: Indicator, language: str) -> str:
    if indicator.unit_label is not None:
        return clean(indicator.unit_label.text(language))
    return label(UNIT, indicator.unit, language)


def _bounds(indicator: Indicator, language: str) -> str:
    if indicator.bounds is None:
        return ""
    ends = (
        "…" if end is None else value_words(end, indicator, language) for end in indicator.bounds
    )
    return tell("bounds_of", language, **dict(zip(("low", "high"), ends, strict=True)))


def _calendar(indicator: Indicator, language: str) -> str:
    return tell(f"calendar_{indicator.calendar}", language) if indicator.calendar else ""


def _every(indicator: Indicator, view: View) -> str:
    if indicator.every is None:
        return ""
    ((dimension, groups),) = indicator.every.items()
    named = ", ".join(map(view.org_unit, groups)) or tell("every_unnamed", view.language)
    return f"{view.dimension(dimension)}: {named}"


def _baseline(indicator: Indicator, view: View) -> Cell:
    baseline, language = indicator.baseline, view.language
    if baseline is None:
        return cell(tell("not_stated", language)) if indicator.targets else ()
    value = value_words(baseline.value, indicator, language)
    day = format_day(baseline.date, language)
    documents = "; ".join(map(view.document, baseline.document))
    return cell(tell("baseline_of", language, value=value, day=day), documents)


def _leads(dossier: IndicatorDetail, indicator: Indicator, view: View) -> Iterator[Line]:
    """Every responsible body in order; of several, the present one is marked."""
    language = view.language
    present = indicator.lead_on(dossier.header.as_of)
    for lead in indicator.lead:
        name = view.org_unit(lead.unit)
        if len(indicator.lead) > 1 and lead.unit == present:
            name = tell("lead_now", language, name=name)
        if lead.since is not None:
            day = format_day(lead.since, language)
            name = tell("lead_since", language, name=name, day=day)
        yield Line(name)


def _breaks(indicator: Indicator, language: str) -> Iterator[str]:
    for each in sorted(indicator.breaks, key=lambda item: item.date):
        day = format_day(each.date, language)
        yield tell("break", language, day=day, reason=clean(each.reason))
