"""Sentences that several targets share: quoted once, under their document.

Owns how the `quote` of a target finds its sentence, and the plan in which every target carries its
wording itself, so that whoever prints a target need not know about quotes.
"""

from collections.abc import Iterator

from cdstrack.core.plan.model import Indicator, Plan, Target


def quoted_sentence(plan: Plan, target: Target, quote: str) -> str | None:
    """The sentence of that id in a document of the target; None where none of them has it."""
    named = (plan.documents.get(id_) for id_ in target.document)
    return next((each.quotes[quote] for each in named if each and quote in each.quotes), None)


def with_quoted_wording(plan: Plan) -> Plan:
    """The plan whose targets carry the sentences that they quote, after wording of their own."""
    if not any(target.quote for _, target in plan.targets()):
        return plan
    indicators = tuple(_indicator(plan, each) for each in plan.indicators)
    copied = plan.model_copy(update={"indicators": indicators})
    # What was looked up already holds the indicators of before.
    vars(copied).pop("by_id", None)
    return copied


def _indicator(plan: Plan, indicator: Indicator) -> Indicator:
    targets = tuple(
        target.model_copy(update={"wording": tuple(_wording(plan, target))})
        if target.quote
        else target
        for target in indicator.targets
    )
    return indicator.model_copy(update={"targets": targets})


def _wording(plan: Plan, target: Target) -> Iterator[str]:
    yield from target.wording
    for quote in target.quote:
        sentence = quoted_sentence(plan, target, quote)
        if sentence is not None and sentence not in target.wording:
            yield sentence
