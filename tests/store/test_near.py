"""At entry only the neighbours of a figure are read: its doubts are those that the whole series gives."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from cdstrack.core.checks.course import LOOKED_BACK
from cdstrack.core.checks.doubts import doubts_of, figure_before
from cdstrack.core.plan.model import Direction, Indicator, Label, Measure, Unit
from cdstrack.core.record.acts import Act, Withdrawal
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.core.record.same_day import same_day
from cdstrack.store.address import Address
from cdstrack.store.ledger import open_reader, open_writer

START = date(2020, 1, 1)
Act_ = Callable[..., Act]
Figure = Callable[..., Observation]


def indicator(measure: Measure) -> Indicator:
    return Indicator(
        id="chi-tieu",
        name=Label(vi="Chỉ tiêu"),
        pillar="so",
        unit=Unit.PERCENT,
        direction=Direction.INCREASE,
        measure=measure,
    )


def period(chance: random.Random, days: int) -> Period:
    """A day, and sometimes the month or the year that ends with it."""
    day = START + timedelta(days=chance.randrange(days))
    ends = [day.isoformat()]
    if (day + timedelta(days=1)).day == 1:
        ends += [day.isoformat()[:7]] * 3 + [f"{day:%Y}-Q{day.month // 3}"] * (day.month % 3 == 0)
        ends += [str(day.year)] * 3 * (day.month == 12)
    return Period.parse(chance.choice(ends))


def series(chance: random.Random, figure: Figure, count: int) -> list[Observation]:
    """Figures of a year or two, of two parts, some of them without a number."""
    days = chance.choice([40, 400, 800])
    found: dict[object, Observation] = {}
    for _ in range(count):
        value = Decimal(chance.choice([1, 50, 60, 61, 62, 99])) + chance.randrange(10)
        is_number = chance.random() < 0.9
        made = figure(
            str(value) if is_number else None,
            period(chance, days).text,
            indicator="chi-tieu",
            disaggregation=chance.choice(["", "", "", "sector=du-lich"]),
            not_available=None if is_number else "chưa có",
        )
        found[made.cell] = made
    return list(found.values())


@pytest.mark.parametrize("seed", range(12))
def test_what_is_said_at_entry_is_what_the_whole_series_says(
    store: Address, act: Act_, figure: Figure, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same figures every time
    all_of_them = series(chance, figure, chance.choice([3, 30, 3 * LOOKED_BACK]))
    about = indicator(chance.choice([Measure.STOCK, Measure.FLOW, Measure.RANK]))
    with open_writer(store) as ledger, ledger.writing() as write:
        write.append(act(), all_of_them)
        gone = chance.sample(all_of_them, len(all_of_them) // 10)
        fields = ("indicator", "org_unit", "period", "disaggregation")
        write.append(
            act(),
            [Withdrawal(*(getattr(each, name) for name in fields)) for each in gone] or [figure()],
        )
    with open_reader(store) as ledger:
        whole = ledger.current(org_unit="tinh-mau", indicators=["chi-tieu"])
        for new in series(chance, figure, 25):
            near = ledger.near(new.cell, new.period.end, LOOKED_BACK)
            assert doubts_of(new, near, about) == doubts_of(new, whole, about)
            assert figure_before(new, near) == figure_before(new, whole)
            assert same_day(new, near, about) == same_day(new, whole, about)
            assert {each.id for each in near} <= {each.id for each in whole}


def test_however_long_the_series_only_its_neighbours_are_made_figures_of(
    store: Address, act: Act_, figure: Figure
) -> None:
    days = [START + timedelta(days=at) for at in range(5 * LOOKED_BACK)]
    with open_writer(store) as ledger, ledger.writing() as write:
        write.append(act(), [figure("60", day.isoformat()) for day in days])
    with open_reader(store) as ledger:
        near = ledger.near(figure().cell, days[400], LOOKED_BACK)
    assert [each.period.end for each in near] == days[400 - LOOKED_BACK : 402]
