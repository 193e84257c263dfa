"""One figure of units by two plans: both judge the same one, whichever the plan at hand prefers."""

from dataclasses import replace

import pytest
from tests.units.rolled_plans import LATER, NEW, figure, header, plan_of

from cdstrack.core.derived.figures import Derived
from cdstrack.core.derived.rollup import rolled_up
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.against import AgainstRow, OtherPlan, build_against
from cdstrack.core.reports.judging import build_status
from cdstrack.core.reports.status import StatusItem
from cdstrack.core.verdict.vocabulary import Flag

PREFERENCES = [{}, {"prefer": "derived"}]


def row(here: dict[str, str], there: dict[str, str], *recorded: Observation) -> AgainstRow:
    plan, other = plan_of(rollup=here), plan_of(rollup=there)
    figures = [*recorded, *rolled_up(plan, plan.indicators, recorded, "tinh", LATER)]
    report = build_status(plan, figures, replace(header(plan, LATER), report="status"))
    beside = OtherPlan(other, "0" * 64, {"chi-tieu": "chi-tieu"})
    (found,) = build_against(plan, beside, report, Derived(figures)).rows
    return found


def there(found: AgainstRow) -> StatusItem:
    assert found.other is not None
    return found.other


@pytest.mark.parametrize("here", PREFERENCES)
@pytest.mark.parametrize("other", PREFERENCES)
def test_both_plans_judge_the_figure_that_this_one_prefers(
    here: dict[str, str], other: dict[str, str]
) -> None:
    """The other plan judged the stated figure, beside a figure that came from units."""
    units = [figure(unit, "2025-Q3", "20") for unit in NEW]
    found = row(here, other, *units, figure("tinh", "2025-Q3", "70"))
    assert found.here.latest_exact == (40 if here else 70)
    assert there(found).latest_exact == found.here.latest_exact
    assert there(found).status is found.here.status


def test_where_too_few_units_have_reported_neither_plan_has_a_figure() -> None:
    found = row({}, {}, figure(NEW[0], "2025-Q3", "20"))
    for each in (found.here, there(found)):
        assert each.latest is None
        assert Flag.UNITS_MISSING in each.targets[0].verdict.flags
