"""The figures of units: one by one, in columns of numbers, or added up by the database."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from cdstrack.core.plan.vocabulary import Unit
from cdstrack.store.answers import Answers, count_of
from cdstrack.store.connection import stream
from cdstrack.store.query import question
from cdstrack.store.rows.mapping import figure_of

if TYPE_CHECKING:
    from cdstrack.core.derived.from_columns import Comparison
    from cdstrack.core.derived.unit_columns import UnitColumns
    from cdstrack.core.derived.unit_series import UnitFigure
    from cdstrack.core.record.observation import Observation
    from cdstrack.core.record.place import Place


class UnitReports(Answers):
    """Answers about figures of the whole of units; every method may raise `StoreUnusableError`."""

    def of_units(
        self,
        wanted: Mapping[str, Unit],
        known_at: datetime | None = None,
        *,
        org_units: Collection[str] | None = None,
    ) -> "dict[str, list[UnitFigure]]":
        """What units reported, by indicator, figure by figure.

        Args:
            wanted: What each indicator is measured in.
            known_at: Only what had been recorded by then.
            org_units: Only these units.
        """
        from cdstrack.store.rows.unit_rows import unit_figures

        units = None if org_units is None else frozenset(org_units)
        given = {"indicators": frozenset(wanted), "known_at": known_at, "org_units": units}
        asked = question("of_units", given, self._dialect)
        with self._readable():
            return unit_figures(stream(self._connection, *asked), wanted)

    def places(
        self, indicator: str, known_at: datetime | None = None, *, besides: str
    ) -> "list[Place]":
        """Where the last row of each cell of an indicator stands, of all bodies but one; in no order.

        Withdrawals are among them, where there was a figure before.
        """
        from cdstrack.store.rows.places import place_of

        given = {"indicator": indicator, "known_at": known_at, "besides": besides}
        return list(self._values("places", place_of, **given))

    def of_bodies(
        self, indicator: str, org_units: Collection[str], known_at: datetime | None = None
    ) -> "list[Observation]":
        """The current figures of an indicator of some bodies; none without a body."""
        if not org_units:
            return []
        named = {"indicators": frozenset({indicator}), "org_units": frozenset(org_units)}
        return list(self._values("of_series", figure_of, known_at=known_at, **named))

    def has_figure_after(
        self, indicator: str, *, submission: int, documents: Collection[str], month: str
    ) -> bool:
        """Whether an indicator has a row of a submission or a later one, of documents, or of a month on.

        The month is the one that a row says it was reported in, or the day of it.
        """
        given = {"indicator": indicator, "submission": submission, "month": month}
        return (
            self._one("figure_after", count_of, documents=frozenset(documents), **given) is not None
        )

    def has_figure_until(
        self, indicator: str, *, submission: int, documents: Collection[str], day: str
    ) -> bool:
        """The same of submissions until one, of documents, or reported until a day."""
        given = {"indicator": indicator, "submission": submission, "day": day}
        return (
            self._one("figure_until", count_of, documents=frozenset(documents), **given) is not None
        )

    def in_columns(
        self, indicator: str, known_at: datetime | None = None, *, in_parts: bool
    ) -> "list[UnitColumns] | None":
        """The same of one indicator, period by period, in columns; None where they are not all alike.

        A figure that was revised is there with each of its revisions. With `in_parts` the numbers
        are numerators beside their denominators.
        """
        from cdstrack.store.rows.unit_rows import unit_columns

        name = "unit_parts" if in_parts else "unit_values"
        asked = question(name, {"indicator": indicator, "known_at": known_at}, self._dialect)
        with self._readable():
            return unit_columns(self._connection.execute(*asked))

    def added_up(
        self,
        indicator: str,
        known_at: datetime | None = None,
        *,
        in_parts: bool,
        besides: str,
    ) -> "list[UnitColumns] | None":
        """The same of all units but one, added up by the database; None where some is no number, too."""
        name = "added_parts" if in_parts else "added_values"
        given = {"indicator": indicator, "known_at": known_at, "besides": besides}
        return self._added_up(name, given)

    def meeting(
        self,
        indicator: str,
        known_at: datetime | None = None,
        *,
        by: "Comparison",
        in_parts: bool,
        besides: str,
    ) -> "list[UnitColumns] | None":
        """The same with how many units meet something; None where that is not clear, too."""
        name = "met_parts" if in_parts else "met_values"
        given = {"indicator": indicator, "known_at": known_at, "besides": besides}
        found = self._added_up(name, given | by._asdict())
        is_clear = found is not None and all(each.sums[0] <= len(each.units) for each in found)
        return found if is_clear else None

    def _added_up(self, name: str, given: Mapping[str, object]) -> "list[UnitColumns] | None":
        from cdstrack.store.rows.unit_rows import added_columns

        asked = question(name, given, self._dialect)
        with self._readable():
            return added_columns(self._connection.execute(*asked))
