"""Laying out a folder is done whole, or taken back."""

from pathlib import Path

import pytest
from tests.conftest import Run

from cdstrack.files.workplace import examples, find_plan, laid_out


def test_a_folder_that_gets_no_store_gets_nothing(folder: Path, run: Run) -> None:
    answer = run("init", "moi/sau", "--db", "khong/co/kho.db")
    assert answer.code == 4
    assert list(folder.iterdir()) == []


def test_what_was_there_stays_when_it_is_taken_back(folder: Path) -> None:
    (folder / "a").write_text("a", encoding="utf-8")

    def interrupted() -> None:
        with laid_out(folder, {"a": b"a", "b/c": b"c"}) as made:
            assert made == [folder / "b" / "c"]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert [path.name for path in folder.iterdir()] == ["a"]


@pytest.mark.in_a_file
def test_an_interrupted_attempt_can_be_repeated(folder: Path, run: Run) -> None:
    assert run("init", "moi").code == 0
    for name in ("targets.yaml", "data/cdstrack.db"):
        (folder / "moi" / name).unlink()
    assert run("init", "moi").code == 0
    assert (folder / "moi" / "data" / "cdstrack.db").exists()


@pytest.mark.parametrize("options", [(), ("--blank",), ("--example", examples()[-1].name)])
def test_the_same_again_finds_all_there_and_another_plan_is_never_overwritten(
    folder: Path, run: Run, options: tuple[str, ...]
) -> None:
    assert run("init", "moi", *options).code == 0
    again = run("init", "moi", *options)
    assert (again.code, again.err) == (0, "")
    plan = folder / "moi" / "targets.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + "# của tỉnh\n", encoding="utf-8")
    kept = plan.read_bytes()
    assert run("init", "moi", *options).code == (2 if options else 0)
    assert plan.read_bytes() == kept


@pytest.mark.parametrize("name", [example.name for example in examples()])
def test_every_example_can_be_laid_out_and_taken_in(
    name: str, folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CDSTRACK_TODAY")
    assert run("init", "moi", "--example", name).code == 0
    plan = ("--plan", "moi/targets.yaml")
    assert run("import", "moi/data/observations.csv", *plan).code == 0
    assert run("status", *plan).code == 0
    assert run("check", *plan).code in {0, 10}
    for example in examples():
        if example.name == name:
            assert (folder / "moi" / "targets.yaml").read_bytes() == example.plan.read_bytes()


def test_the_first_example_is_laid_out_unless_told_otherwise(folder: Path, run: Run) -> None:
    assert run("init", "moi").code == 0
    assert (folder / "moi" / "targets.yaml").read_bytes() == examples()[0].plan.read_bytes()


def test_an_example_that_does_not_ship_is_refused_with_those_that_do(run: Run) -> None:
    answer = run("init", "moi", "--example", "zz", "--lang", "en")
    names = ", ".join(example.name for example in examples())
    assert answer.code == 2
    assert answer.err == f'CDS019 no such example: "zz"\n  Available examples: {names}.\n'


def test_the_plan_is_found_here_or_in_the_nearest_folder_above(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find_plan() == Path("targets.yaml")
    below = sample / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert find_plan() == Path("../../targets.yaml")
    (sample / "a" / "targets.yaml").touch()
    assert find_plan() == Path("../targets.yaml")
