"""What changed between two versions of the plan, and which versions there are.

Owns the layout: one heading an indicator or section, one line a change.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from cdstrack.core.plan.changes import PlanChange, PlanChangeKind, PlanPart
from cdstrack.core.plan.model import Plan, Target
from cdstrack.core.record.acts import PlanVersion, UnitsVersion
from cdstrack.core.reports.history import PlanDiff, Version
from cdstrack.render.machine.fields import Fields, declaration_fields, picked
from cdstrack.render.page.header_footer import milestone, zone_of
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.plan import FIELD, HOW, PART
from cdstrack.words.labels.vocabulary import label
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day, format_instant
from cdstrack.words.talk.general import talk_text

_SHOWN = 12
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_KEY = re.compile(rf"(^|[,;] )([a-z_]+): ({_DAY.pattern})?", re.ASCII)
_KEYED = {"baseline", "breaks", "lead", "declared", "ended"}
"""Fields whose values have keys of their own, as a whole document or body has."""
_SIGN = {
    PlanChangeKind.ADDED: "+",
    PlanChangeKind.DROPPED: "−",
    PlanChangeKind.RAISED: "▲",
    PlanChangeKind.LOWERED: "▼",
}


def plan_diff_text(diff: PlanDiff, view: View) -> str:
    """The two versions, then every change with what it was and what it is, then how many."""
    language = view.language
    lines = [talk_text("plan_diff.title", language)]
    for key, version in (("from", diff.before_version), ("to", diff.after_version)):
        lines.append(f"  {talk_text(f'plan_diff.{key}', language):<4} {_version(version, view)}")
    for heading, changes in groupby(diff.changes, key=lambda change: _heading(change, diff, view)):
        lines += ["", heading, *(f"  {_change(change, diff, view)}" for change in changes)]
    return "\n".join([*lines, "", _counts(diff.changes, language), ""])


def plan_diff_fields(diff: PlanDiff) -> Fields:
    """The same for programs."""
    versions = {"before": diff.before_version, "after": diff.after_version}
    return {
        **{key: _version_fields(version) for key, version in versions.items()},
        "changes": [_fields(change) for change in diff.changes],
    }


def versions_text(
    versions: Sequence[PlanVersion], units: Sequence[UnitsVersion], current: str, view: View
) -> str:
    """One line a version in the order of their first use, the units files, and the file as it is now."""
    language = view.language
    lines = [_version(Version(each.digest, each), view) for each in versions]
    known = any(each.digest == current for each in versions)
    key = "plan_versions.file" if known else "plan_versions.unknown"
    told = talk_text(key, language, {"digest": current[:_SHOWN]})
    listed = [_units(each, view) for each in units]
    return "\n".join([*(lines or [talk_text("plan_versions.none", language)]), *listed, told, ""])


def versions_fields(versions: Sequence[PlanVersion], units: Sequence[UnitsVersion]) -> Fields:
    """The same for programs."""
    return {
        "versions": [_version_fields(Version(each.digest, each)) for each in versions],
        "units_versions": [
            {"digest": each.digest, "first_submission": each.since.id, "since": each.since.at}
            for each in units
        ],
    }


def _units(version: UnitsVersion, view: View) -> str:
    zone, _ = zone_of(view.plan.plan.timezone)
    since = format_instant(version.since.at, zone, view.language)
    facts = {"digest": version.digest[:_SHOWN], "id": str(version.since.id), "since": since}
    return talk_text("plan_versions.units", view.language, facts)


def _version(version: Version, view: View) -> str:
    language, kept = view.language, version.kept
    facts = {"digest": version.digest[:_SHOWN], "file": version.file or ""}
    if kept is None:
        return talk_text("plan_diff.file", language, facts)
    zone, _ = zone_of(view.plan.plan.timezone)
    first, last = kept.first, kept.last
    facts |= {"first": str(first.id), "last": str(last.id)}
    facts |= {"since": format_instant(first.at, zone, language)}
    facts |= {"until": format_instant(last.at, zone, language)}
    key = "version_once" if first.id == last.id else "version"
    return talk_text(f"plan_diff.{key}", language, facts)


def _version_fields(version: Version) -> Fields:
    kept = version.kept
    return {
        **picked(version, "digest", "file"),
        "first_submission": kept and kept.first.id,
        "last_submission": kept and kept.last.id,
        "since": kept and kept.first.at,
        "until": kept and kept.last.at,
    }


def _heading(change: PlanChange, diff: PlanDiff, view: View) -> str:
    if change.part not in {PlanPart.TARGET, PlanPart.INDICATOR}:
        return talk_text("plan_diff.sections", view.language)
    indicator = diff.after.by_id.get(change.id) or diff.before.by_id.get(change.id)
    name = view.name(indicator) if indicator else ""
    return f"{name} ({clean(change.id)})"


def _change(change: PlanChange, diff: PlanDiff, view: View) -> str:
    """A sign, what became of it, and before and after."""
    language = view.language
    words = [label(HOW, change.how, language)]
    if change.part is not PlanPart.TARGET:
        named = "" if change.part is PlanPart.INDICATOR else clean(change.id)
        words += [label(PART, change.part, language), named]
    elif change.due is not None:
        words.append(milestone(change.due, language))
    if change.field is not None:
        words.append(label(FIELD, change.field, language))
    head = f"{_SIGN.get(change.how, '~')} {' '.join(word for word in words if word)}"
    before, after = (
        _side(change, side, plan, view)
        for side, plan in ((change.before, diff.before), (change.after, diff.after))
    )
    if before and after:
        return f"{head}: {before} → {after}"
    return f"{head}: {before or after}" if before or after else head


def _side(change: PlanChange, side: Target | str | None, plan: Plan, view: View) -> str:
    if side is None or isinstance(side, str):
        words = clean(side or "")
        if _DAY.fullmatch(words):
            return format_day(date.fromisoformat(words), view.language)
        # A text of the plan may hold anything, what looks like a key too.
        keyed = change.field is None or change.field in _KEYED
        return _KEY.sub(lambda match: _named(match, view.language), words) if keyed else words
    if change.field is not None:
        return _field_of(side, change.field, view)
    indicator = plan.by_id.get(change.id)
    return view.asked(side, indicator) if indicator else ""


def _named(match: re.Match[str], language: str) -> str:
    """A key of the plan file before its value, by its name; a day as the language writes it."""
    before, key, day_ = match.groups()
    shown = format_day(date.fromisoformat(day_), language) if day_ else ""
    return f"{before}{label(FIELD, key, language) if key in FIELD else key}: {shown}"


def _field_of(target: Target, field: str, view: View) -> str:
    from cdstrack.core.plan.values import plan_value_text

    if field == "due":
        due = target.due
        return milestone(due, view.language) if due else phrase("undated", view.language)
    text = plan_value_text(getattr(target, field)) or "–"
    return f"“{clean(text)}”" if field == "wording" else clean(text)


def _counts(changes: Iterable[PlanChange], language: str) -> str:
    """PlanChangeKind many targets were added, dropped, raised and so on; other changes together."""
    targets = [change.how for change in changes if change.part is PlanPart.TARGET]
    others = sum(1 for change in changes if change.part is not PlanPart.TARGET)
    parts = [
        f"{targets.count(how)} {label(HOW, how, language)}"
        for how in PlanChangeKind
        if how in targets
    ]
    if not targets and not others:
        return talk_text("plan_diff.none", language)
    told = [f"{label(PART, PlanPart.TARGET, language)}: {', '.join(parts)}"] if parts else []
    told += [f"{label(PART, 'other', language)}: {others}"] if others else []
    return "; ".join(told)


def _fields(change: PlanChange) -> Fields:
    return {
        **picked(change, "part", "how"),
        "id": change.id or None,
        **picked(change, "due", "field"),
        "before": _end(change.before),
        "after": _end(change.after),
    }


def _end(side: Target | str | None) -> Fields | str | None:
    return declaration_fields(side) if isinstance(side, Target) else side
