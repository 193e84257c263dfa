"""Many figures at once: what is new is kept, what is there is counted, contradictions refuse all."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

import pytest

from cdstrack.core.problem import ImportRefusedError, Place, Problem
from cdstrack.core.record.acts import Act, ActKind, Withdrawal
from cdstrack.core.record.observation import Observation
from cdstrack.render.changes import contradiction_in_words
from cdstrack.store.address import Address
from cdstrack.store.bulk_import import take_in
from cdstrack.store.intake import OnConflict, Taken
from cdstrack.store.ledger import open_reader, open_writer
from cdstrack.words.problems.sentences import sentence

Lines = Iterable[tuple[int, Observation]]
Intake = Callable[..., Taken]


@pytest.fixture
def intake(store: Address, act: Callable[..., Act]) -> Intake:
    """Takes in figures, each on the line that follows the one before; the header is line 1."""

    def taken(*figures: Observation, lines: Lines | None = None, **how: Any) -> Taken:
        numbered: Any = list(enumerate(figures, 2)) if lines is None else lines
        with open_writer(store) as ledger, ledger.writing() as write:
            return take_in(write, act(kind=ActKind.IMPORT), numbered, file="thang-7.csv", **how)

    return taken


def kept(store: Address) -> list[tuple[str, str]]:
    with open_reader(store) as ledger:
        return [(figure.period.text, str(figure.value)) for figure in ledger.figures()]


def counts(taken: Taken) -> tuple[int, int, int, int]:
    return taken.new, taken.same, taken.corrected, taken.skipped


def test_new_figures_are_one_submission(
    store: Address, intake: Intake, figure: Callable[..., Observation]
) -> None:
    taken = intake(figure("75"), figure("76", "2022-08"))
    assert counts(taken) == (2, 0, 0, 0)
    assert taken.submission is not None
    assert (taken.submission.id, taken.submission.kind) == (1, ActKind.IMPORT)
    assert kept(store) == [("2022-07", "75"), ("2022-08", "76")]


def test_the_same_figures_again_are_counted_and_not_even_the_act_is_kept(
    store: Address, intake: Intake, figure: Callable[..., Observation]
) -> None:
    intake(figure("75"), figure("76", "2022-08"))
    again = intake(figure("75"), figure("76", "2022-08"))
    assert (again.submission, counts(again)) == (None, (0, 2, 0, 0))
    with open_reader(store) as ledger:
        assert len(ledger.submissions()) == 1


def test_a_figure_that_contradicts_the_record_refuses_the_whole_file(
    store: Address, intake: Intake, figure: Callable[..., Observation]
) -> None:
    intake(figure("75"))
    with pytest.raises(ImportRefusedError) as refused:
        intake(figure("70", "2022-06"), figure("76", document="bc-2"))
    (problem,) = refused.value.problems
    assert (problem.code, problem.place) == ("CDS218", Place("thang-7.csv", 3))
    assert sentence(contradiction_in_words(problem, "en"), "en") == (
        "ho-so-cap-tinh for July 2022 already has another figure: "
        "75; document: –, now entered 76; document: bc-2"
    )
    assert kept(store) == [("2022-07", "75")]


def test_contradictions_can_be_passed_over_or_taken_as_corrections(
    store: Address, intake: Intake, figure: Callable[..., Observation]
) -> None:
    intake(figure("75"))
    skipped = intake(figure("76"), figure("80", "2022-08"), on_conflict=OnConflict.SKIP)
    assert counts(skipped) == (1, 0, 0, 1)
    assert kept(store) == [("2022-07", "75"), ("2022-08", "80")]
    corrected = intake(figure("76"), figure("80", "2022-08"), on_conflict=OnConflict.CORRECT)
    assert counts(corrected) == (0, 1, 1, 0)
    assert kept(store) == [("2022-07", "76"), ("2022-08", "80")]


def test_a_withdrawn_figure_may_come_again(
    store: Address, intake: Intake, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    intake(figure("75"))
    cell = figure().cell
    with open_writer(store) as ledger:
        ledger.append(act(), [Withdrawal(cell.indicator, cell.org_unit, figure().period)])
    assert counts(intake(figure("75"))) == (1, 0, 0, 0)


@pytest.mark.parametrize("distance", [1, 499, 500, 501, 1203])
def test_a_figure_that_a_file_states_twice_is_one_and_another_for_its_cell_is_refused(
    store: Address, intake: Intake, figure: Callable[..., Observation], distance: int
) -> None:
    """However far apart the two lines are, and whatever the policy for the record is."""
    between = [figure("1", f"{1900 + n // 12}-{n % 12 + 1:02}") for n in range(distance - 1)]
    with pytest.raises(ImportRefusedError) as refused:
        intake(figure("75"), *between, figure("76"), on_conflict=OnConflict.CORRECT)
    (problem,) = refused.value.problems
    assert (problem.code, problem.facts["line"]) == ("CDS310", "2")
    assert problem.place == Place("thang-7.csv", 2 + distance)
    assert kept(store) == []
    taken = intake(figure("75"), *between, figure("75.0"))
    assert (counts(taken), taken.repeated) == ((distance, 0, 0, 0), 1)
    assert len(kept(store)) == distance


def test_what_was_wrong_in_the_file_is_listed_with_what_contradicts_the_record(
    store: Address, intake: Intake, figure: Callable[..., Observation]
) -> None:
    intake(figure("75"))

    def lines() -> Lines:
        yield 2, figure("80", "2022-08")
        yield 9, figure("76")
        raise ImportRefusedError(Problem("CDS319", {"value": "x"}, place=Place("thang-7.csv", 5)))

    with pytest.raises(ImportRefusedError) as refused:
        intake(lines=lines())
    told = [
        (problem.code, problem.place and problem.place.line) for problem in refused.value.problems
    ]
    assert told == [("CDS319", 5), ("CDS218", 9)]
    assert kept(store) == [("2022-07", "75")]


def test_a_figure_given_in_full_is_kept_in_full(
    store: Address, intake: Intake, figure: Callable[..., Observation]
) -> None:
    whole = figure(
        "67.842324",
        numerator=Decimal(981),
        denominator=Decimal(1446),
        stated=Decimal(68),
        document="bc-1",
        note="theo báo cáo",
    )
    intake(whole)
    with open_reader(store) as ledger:
        assert ledger.current() == [whole.model_copy(update={"id": 1, "submission": 1})]
