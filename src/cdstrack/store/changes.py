"""The changes made by one submission, or by many in a single query."""

from collections.abc import Callable, Collection, Iterator

from cdstrack.core.record.acts import AcknowledgementChange, Change, DocumentChange
from cdstrack.store.answers import Answers, Value, count_of, pair_of
from cdstrack.store.rows import acts, mapping

ALL = (1 << 63) - 1
"""The limit that limits nothing."""


class Changes(Answers):
    """Answers about what was done; every method may raise `StoreUnusableError`.

    Of several submissions nothing is read but their own changes, whatever lies between them.
    """

    def changes(self, submission: int, limit: int = ALL) -> list[Change]:
        """What a submission did, cell by cell, at most `limit` of it."""
        return list(self.iter_changes(submission, limit))

    def iter_changes(self, submission: int, limit: int = ALL) -> Iterator[Change]:
        """The same one by one, for a submission of very many figures."""
        return self._values("changes", mapping.change_of, submission=submission, limit=limit)

    def replacing(self, submission: int) -> Iterator[Change]:
        """Those of them that took the place of a figure, or withdrew it."""
        return self._values("replacing", mapping.change_of, submission=submission)

    def changes_of_each(
        self, submissions: Collection[int], limit: int, indicators: Collection[str] | None = None
    ) -> Iterator[Change]:
        """What some submissions did, one after the other, at most `limit` of each.

        Args:
            submissions: Which ones.
            limit: How many changes of each.
            indicators: Only changes of figures of these indicators.
        """
        given = {"limit": limit, "indicators": _chosen(indicators)}
        return self._of_each("changes_of_each", mapping.change_of, submissions, **given)

    def change_count(self, submission: int) -> int:
        """How many figures a submission changed."""
        return self._one("change_count", count_of, submission=submission) or 0

    def change_counts(
        self, submissions: Collection[int], indicators: Collection[str] | None = None
    ) -> dict[int, int]:
        """How many figures each of some submissions changed, of some indicators; where any."""
        given = {"indicators": _chosen(indicators)}
        return dict(self._of_each("change_counts", pair_of, submissions, **given))

    def documents_changed(self, *submissions: int) -> list[DocumentChange]:
        """What submissions did to documents of the store, one after the other."""
        value_of = acts.document_change_of
        return list(self._of_each("documents_changed", value_of, submissions))

    def acknowledgements_changed(self, *submissions: int) -> list[AcknowledgementChange]:
        """What submissions did to warnings, one after the other."""
        value_of = acts.acknowledgement_change_of
        return list(self._of_each("acknowledgements_changed", value_of, submissions))

    def digest(self, submission: int) -> str | None:
        """The digest of the chain up to a submission; None where there is none."""
        return self.digests([submission]).get(submission)

    def digests(self, submissions: Collection[int]) -> dict[int, str]:
        """The digests of the chain up to each of some submissions."""
        return dict(self._of_each("digests", _named, submissions))

    def _of_each(
        self,
        name: str,
        value_of: Callable[[mapping.Row], Value],
        submissions: Collection[int],
        **given: object,
    ) -> Iterator[Value]:
        """The answers about some submissions to a question about all from the first to the last."""
        if not submissions:
            return
        wanted = frozenset(submissions)

        def wanted_of(row: mapping.Row) -> Value | None:
            return value_of(row) if row[owner] in wanted else None

        owner = 0 if name in _BY_SUBMISSION else mapping.OWNER
        span = {"first": min(wanted), "last": max(wanted)}
        found = self._values(name, wanted_of, **span, **given)
        yield from (value for value in found if value is not None)


_BY_SUBMISSION = {"change_counts", "digests"}
"""Questions whose rows begin with the submission."""


def _named(row: mapping.Row) -> tuple[int, str]:
    return row[0], row[1]


def _chosen(names: Collection[str] | None) -> frozenset[str] | None:
    return None if names is None else frozenset(names)
