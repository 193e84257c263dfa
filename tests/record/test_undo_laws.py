"""Laws of undoing, on histories of every kind: nothing is lost, everything can be put back."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import SETTINGS, Answer, forget_record, lay_out_sample, run_program

CELLS = ("2022-05", "2022-06", "2022-07")
Step = tuple[str, str, int]
steps = st.lists(
    st.tuples(
        st.sampled_from(("record", "correct", "withdraw", "undo")),
        st.sampled_from(CELLS),
        st.integers(1, 5),
    ),
    min_size=1,
    max_size=9,
)
few = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@contextmanager
def desk() -> Iterator[Path]:
    """A folder with an empty store, which the program runs in."""
    here, folder = Path.cwd(), Path(tempfile.mkdtemp())
    lay_out_sample(folder)
    os.environ.update(SETTINGS)
    os.chdir(folder)
    try:
        forget_record()
        run_program("init")
        yield folder
    finally:
        os.chdir(here)
        shutil.rmtree(folder)


def take(step: Step) -> Answer:
    what, cell, number = step
    if what == "undo":
        return run_program("undo", str(number))
    where = ("giao-dich", "--on", cell)
    if what == "record":
        return run_program("record", where[0], str(number), *where[1:])
    reason = ("--reason", "luật")
    if what == "correct":
        return run_program("correct", where[0], str(number), *where[1:], *reason)
    return run_program("withdraw", *where, *reason)


def figures() -> dict[str, str]:
    """The figures that stand, by period."""
    answer = run_program("export", "--format", "csv")
    assert answer.code == 0, answer.err
    rows = [line.split(",") for line in answer.out.splitlines()[1:]]
    return {row[3]: row[4] for row in rows}


def acts() -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run_program("log", "--format", "json").out)["items"]
    return found


@few
@given(steps)
def test_undoing_again_and_again_walks_back_through_every_state(history: list[Step]) -> None:
    with desk():
        states = []
        for step in history:
            if step[0] == "undo":
                continue
            before, made = figures(), len(acts())
            assert take(step).code in {0, 2}
            if len(acts()) > made:
                states.append(before)
        for before in reversed(states):
            answer = run_program("undo")
            assert answer.code == 0, answer.err
            assert figures() == before
        assert run_program("undo").err.startswith("CDS707 ")
        assert figures() == {}
        assert len(acts()) == 2 * len(states)


@few
@given(steps)
def test_an_undo_is_refused_and_changes_nothing_or_can_be_put_back(history: list[Step]) -> None:
    with desk():
        for step in history:
            before, made = figures(), len(acts())
            answer = take(step)
            if step[0] != "undo":
                continue
            if answer.code == 2:
                assert answer.err.startswith(("CDS706 ", "CDS708 ", "CDS709 "))
                assert (figures(), len(acts())) == (before, made)
            else:
                again = run_program("undo", str(made + 1))
                assert again.code == 0, again.err
                assert figures() == before


@few
@given(steps)
def test_the_record_only_grows_and_every_figure_ever_recorded_stays_in_the_log(
    history: list[Step],
) -> None:
    with desk():
        known: list[dict[str, object]] = []
        for step in history:
            take(step)
            now = acts()[::-1]
            settled = [{**act, "undone": None} for act in now[: len(known)]]
            assert settled == [{**act, "undone": None} for act in known]
            known = now
