"""From the arguments of `correct` to the figure that is meant and the one that replaces it.

Owns what may be left out and what an empty option says. The rules for the new figure are those of
`record`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from cdstrack.cli.app.session import Session
from cdstrack.cli.use_cases.revising import ByNumber, read_number, reasoned_act, revise
from cdstrack.core.problem import Problem, RefusedError, Severity

if TYPE_CHECKING:
    from cdstrack.cli.use_cases.entry import Typed
    from cdstrack.core.record.observation import Cell, Observation
    from cdstrack.core.reports.receipts import RevisionReceipt

Where = tuple[str | None, str | None, Sequence[str] | None]
"""Period, org unit and groups as typed."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What was typed beside the number; null where nothing was, empty to clear it."""

    stated: str | None = None
    qualifier: str | None = None
    document: str | None = None
    reported: str | None = None
    note: str | None = None

    @property
    def named(self) -> frozenset[str]:
        """The fields that were typed, the empty ones too."""
        return frozenset(each.name for each in fields(self) if getattr(self, each.name) is not None)

    def on(self, typed: "Typed") -> "Typed":
        """The arguments with what was typed here; what is to be cleared is left out."""
        return replace(
            typed,
            stated=self.stated or None,
            qualifier=self.qualifier or None,
            document=self.document or None,
            reported=self.reported or None,
            note=self.note or None,
        )


def figure_meant(
    session: Session, words: Sequence[str], number: str | None, where: Where, beside: Beside
) -> "tuple[ByNumber | Cell, Observation]":
    """Which figure is to be corrected, and the one that was typed in its place.

    Raises:
        RefusedError: The arguments do not go together, or the figure is refused.
    """
    from cdstrack.cli.use_cases.entry import Typed, read_figure

    on, org_unit, by = where
    if number is None:
        if len(words) != 2:
            raise RefusedError(_wrong_count(words, ("INDICATOR", "VALUE")))
        typed = beside.on(Typed(words[0], words[1], on, org_unit, by))
        figure, _ = read_figure(session, typed)
        return figure.cell, figure
    others = {"INDICATOR": len(words) > 1, "--on": on, "--org-unit": org_unit, "--by": by}
    if other := next((name for name, typed in others.items() if typed), None):
        raise RefusedError(Problem("CDS009", {"first": "--id", "second": other}))
    if len(words) != 1:
        raise RefusedError(_wrong_count(words, ("VALUE",)))
    meant = ByNumber(read_number(number, "--id"))
    figure, _ = read_figure(session, beside.on(_as_typed(session, meant, words[0])))
    return meant, figure


def correct_figure(
    session: Session,
    meant: "ByNumber | Cell",
    figure: "Observation",
    beside: Beside,
    reason: str,
    *,
    dry_run: bool,
) -> "tuple[RevisionReceipt, list[Problem]]":
    """Puts the figure in the place of the one that is meant; gives the warnings about it too.

    Raises:
        RefusedError: There is no such figure, or together with what stays it breaks a rule.
        StoreUnusableError: The store cannot be used.
    """
    from cdstrack.core.record.acts import ActKind
    from cdstrack.core.record.revision import revised, says_the_same

    act = reasoned_act(session, ActKind.CORRECT, reason)
    warnings: list[Problem] = []

    def replacement(kept: "Observation") -> "Observation | None":
        new = revised(kept, figure, beside.named)
        if says_the_same(kept, new):
            return None
        warnings.extend(_checked(session, new))
        return new

    return revise(session, act, meant, replacement, dry_run=dry_run), warnings


def _checked(session: Session, figure: "Observation") -> list[Problem]:
    """The warnings about the figure with all that stands beside it.

    Raises:
        RefusedError: It breaks a rule.
    """
    from cdstrack.core.record.observation_rules import observation_problems

    indicator = session.plan.by_id[figure.indicator]
    problems = observation_problems(figure, indicator, session.plan, session.clock.today)
    if errors := [problem for problem in problems if problem.severity is Severity.ERROR]:
        raise RefusedError(*errors)
    return problems


def _as_typed(session: Session, meant: ByNumber, value: str) -> "Typed":
    """The arguments that name the cell of a figure."""
    from cdstrack.cli.use_cases.entry import Typed
    from cdstrack.cli.use_cases.revising import standing
    from cdstrack.store.ledger import open_reader

    plan = session.plan
    with open_reader(session.store_path.value) as ledger:
        kept = standing(session, ledger, meant)
    org_unit = None if kept.org_unit == plan.area else kept.org_unit
    groups = kept.disaggregation.split(";") if kept.disaggregation else None
    return Typed(kept.indicator, value, kept.period.text, org_unit, groups)


def _wrong_count(words: Sequence[str], wanted: tuple[str, ...]) -> Problem:
    if len(words) < len(wanted):
        return Problem("CDS003", {"name": wanted[len(words)], "command": "cdstrack correct"})
    extra = " ".join(words[len(wanted) :])
    return Problem("CDS007", {"arguments": extra, "command": "cdstrack correct"})
