"""Bulk import: sorts figures into new, already recorded, and contradicting ones, and adds the new.

Owns the comparison of a stream of figures with the record and with itself. A few thousand are in
memory at a time; earlier ones are queried in the transaction to which they were written.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from cdstrack.core.checks.survey import Survey
from cdstrack.core.plan.model import Indicator
from cdstrack.core.problem import ImportRefusedError, Place, Problem, ProblemList
from cdstrack.core.record.acts import Act, Entry, differences
from cdstrack.core.record.columns import NumberedObservation, ObservationColumns
from cdstrack.core.record.observation import Cell, Observation
from cdstrack.core.record.refusal import replaces_estimate
from cdstrack.core.record.revision import Contradiction
from cdstrack.core.reports.listing import Listing, Seen
from cdstrack.core.reports.receipts import Fate, ImportedObservation
from cdstrack.store.columns import Bulk
from cdstrack.store.intake import IntakeRefusedError, OnConflict, Taken
from cdstrack.store.writing import Write
from cdstrack.words.labels.cells import cell_name

_AT_ONCE = 500
_MOST_SLOW = 50_000
"""Cells stated twice that are remembered; a file with more of them is read figure by figure."""


def take_in(  # noqa: PLR0913 - what is asked for is named one by one
    write: Write,
    act: Act,
    figures: Iterable[NumberedObservation | ObservationColumns],
    *,
    file: str,
    place: Callable[[int], Place] | None = None,
    on_conflict: OnConflict = OnConflict.FAIL,
    listing: int = 0,
    finish: Callable[[Taken], Sequence[Entry]] = lambda _: (),
    alike: Callable[[], frozenset[Cell]] = frozenset,
    indicators: Mapping[str, Indicator] = MappingProxyType({}),
) -> Taken:
    """Keeps the figures that are new, as one submission.

    Args:
        write: The transaction. When this raises, it must be left, so that nothing is kept.
        act: The import; not kept where no figure is new.
        figures: Each with the number of its line, one by one or many at once. When they have been
            read to the end they may raise `ImportRefusedError` with what was wrong in the file.
            They are read again from the beginning where the file states a figure twice.
        file: The file's name, for the places of problems.
        place: The place of a line, when it is not simply that line of the file.
        on_conflict: What to do where the record holds another figure.
        listing: How many of the first figures to list with what they are to the record.
        alike: Names the added figures that say only what another one says already; asked after
            `finish`.
        indicators: What may be known of them beforehand, so that not all figures need a look.
        finish: Gives what the same submission keeps beside its figures, once all of them are in.

    Raises:
        IntakeRefusedError: The file's own problems together with every figure that contradicts
            the record (CDS218) or another line of the file (CDS310).
        StoreUnusableError: The store cannot be written.
    """
    slow: frozenset[Cell] | None = frozenset()
    said: frozenset[Cell] = frozenset()
    place = place or (lambda line: Place(file, line))
    write.mark()
    while True:
        survey, bulk = Survey(indicators), write.bulk()
        intake = _Intake(write, place, on_conflict, bulk, survey, Listing(listing), said)
        taken = intake.taken
        taken.submission = write.append_batches(act, intake.entries(figures, slow, finish))
        repeated = intake.repeated(_MOST_SLOW + 1)
        if repeated:
            slow = (
                repeated if not slow and slow is not None and len(repeated) <= _MOST_SLOW else None
            )
        else:
            found = alike() - said
            if not found:
                break
            said |= found
            slow = None if slow is None or len(said) > _MOST_SLOW else slow | said
        write.back_to_mark()
    taken.listed = tuple(
        ImportedObservation(
            place(each.line),
            each.figure,
            each.fate,
            each.standing,
            None if each.earlier is None else place(each.earlier),
        )
        for each in intake.listing.figures
    )
    if intake.problems.errors:
        raise IntakeRefusedError(taken, intake.listed())
    return taken


def _line(problem: Problem) -> int:
    # Those about the whole file come last, after what is wrong on its lines.
    return problem.place.line if problem.place else 1 << 60


@dataclass(slots=True)
class _Intake:
    write: Write
    place: Callable[[int], Place]
    on_conflict: OnConflict
    bulk: Bulk
    survey: Survey
    listing: Listing
    said: frozenset[Cell] = frozenset()
    """Cells whose figure of this file says only what another one says already."""
    taken: Taken = field(default_factory=Taken)
    problems: ProblemList = field(default_factory=ProblemList)
    _lines: "array[int]" = field(default_factory=lambda: array("Q"))

    def entries(
        self,
        figures: Iterable[NumberedObservation | ObservationColumns],
        slow: frozenset[Cell] | None,
        finish: Callable[[Taken], Sequence[Entry]],
    ) -> Iterator[Sequence[Entry] | ObservationColumns]:
        """The figures that are to be added, and what is kept beside them."""
        yield from self.sifted(figures, slow)
        if self.problems.errors:
            return
        self.taken.place = self.place_of
        if self.taken.new or self.taken.corrected:
            self._note_touched()
        yield finish(self.taken)

    def repeated(self, limit: int) -> frozenset[Cell]:
        """Cells that were added twice, at most `limit`."""
        if self.survey.is_complete and self.survey.is_orderly:
            return frozenset()
        return self.bulk.repeated(limit)

    def _note_touched(self) -> None:
        survey, taken = self.survey, self.taken
        if survey.is_complete:
            taken.touched, taken.crowded = survey.moving | survey.crowded, survey.crowded
        else:
            taken.touched = self.bulk.touched(self.write.latest_submission())
            taken.crowded = frozenset(taken.touched)

    def sifted(
        self,
        figures: Iterable[NumberedObservation | ObservationColumns],
        slow: frozenset[Cell] | None,
    ) -> Iterator[list[Observation] | ObservationColumns]:
        """The figures that are to be added, in batches that the record must hold one by one."""
        single: list[NumberedObservation] = []
        for item in self._sound(figures):
            if isinstance(item, ObservationColumns):
                if room := self.listing.room:
                    # What is listed is looked at one by one, and before what follows it.
                    yield self._sift(list(_part(item, 0, room).figures()))
                    item = _part(item, room, len(item))  # noqa: PLW2901 - the rest of it
                if not self._lines:
                    self.bulk.put_off(len(item))
                new, same, other = self.bulk.sift(item, slow)
                self.survey.see(new, self.bulk.lasts if self.bulk.last else None)
                self.taken.same += same
                self.taken.new += len(new)
                self.taken.without_document += new.count_empty("document")
                self._lines.extend(new.lines)
                yield new
                single += other.figures()
            else:
                single.append(item)
            while len(single) >= _AT_ONCE:
                yield self._sift(single[:_AT_ONCE])
                del single[:_AT_ONCE]
        yield self._sift(single)
        self.bulk.make_up()

    def listed(self) -> list[Problem]:
        """The problems by their lines, and how many more there are."""
        return sorted(self.problems.listed(), key=_line)

    def _sound(
        self, figures: Iterable[NumberedObservation | ObservationColumns]
    ) -> Iterator[NumberedObservation | ObservationColumns]:
        try:
            yield from figures
        except ImportRefusedError as refused:
            self.problems.errors += refused.problems

    def _sift(self, chunk: list[NumberedObservation]) -> list[Observation]:
        wanted: list[Observation] = []
        if not chunk:
            return wanted
        self.bulk.make_up()
        standing = self.write.latest_in_cells({figure.cell for _, figure in chunk})
        lines: dict[Cell, int] = {}
        for line, figure in chunk:
            cell = figure.cell
            kept = standing.get(cell)
            if cell in self.said and kept is None:
                self.taken.same += 1
                continue
            earlier = lines.get(cell) or (None if kept is None else self._line_of(kept))
            fate = Fate.NEW if kept is None else self._fate(line, figure, kept, earlier)
            self.listing.see(Seen(line, figure, fate, kept, earlier))
            if fate not in {Fate.NEW, Fate.REPLACES}:
                continue
            self.taken.new += kept is None
            self.taken.without_document += figure.document is None and figure.is_figure
            self._lines.append(line)
            self.survey.see_one(figure)
            standing[cell], lines[cell] = figure, line
            wanted.append(figure)
        return wanted

    def _fate(self, line: int, figure: Observation, kept: Observation, earlier: int | None) -> Fate:
        """What becomes of a figure whose cell is not empty; it is counted."""
        differing = differences(kept, figure)
        if not differing:
            self.taken.same += earlier is None
            self.taken.repeated += earlier is not None
            return Fate.SAME if earlier is None else Fate.REPEATED
        if earlier is not None or self.on_conflict is OnConflict.FAIL:
            self.taken.conflicting += earlier is None and not replaces_estimate(kept, figure)
            contradiction = self._contradiction(figure, kept, differing, earlier)
            self.problems.add(contradiction.placed(self.place(line)))
            return Fate.DIFFERS
        if self.on_conflict is OnConflict.CORRECT:
            self.taken.corrected += 1
            return Fate.REPLACES
        self.taken.skipped += 1
        return Fate.PASSED_OVER

    def place_of(self, figure: int) -> Place | None:
        """Where the file states a figure that this intake has added; None for any other."""
        at = figure - self.bulk.last - 1
        return self.place(self._lines[at]) if 0 <= at < len(self._lines) else None

    def _line_of(self, kept: Observation) -> int | None:
        """The line that brought a figure, where this intake has added it."""
        if kept.id is None or kept.id <= self.bulk.last:
            return None
        return self._lines[kept.id - self.bulk.last - 1]

    def _contradiction(
        self,
        figure: Observation,
        kept: Observation,
        differing: tuple[str, ...],
        earlier: int | None,
    ) -> Problem:
        facts, code = {"from_file": "import"}, "CDS218"
        if earlier is not None:
            place, code = self.place(earlier), "CDS310"
            facts = {"at": cell_name(place)} if place.sheet else {"line": str(place.line)}
        elif replaces_estimate(kept, figure):
            code, differing = "CDS368", ()
        return Contradiction(code, facts, recorded=kept, given=figure, different=differing)


def _part(figures: ObservationColumns, first: int, end: int) -> ObservationColumns:
    return figures.pick([first <= at < end for at in range(len(figures))])
