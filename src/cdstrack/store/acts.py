"""Submissions: who recorded when and under which plan, and what they record besides figures."""

from datetime import datetime

from cdstrack.core.record.acts import (
    Acknowledgement,
    Cutoff,
    IssuedSummary,
    PlanVersion,
    SourceDocument,
    Submission,
    UnitsVersion,
    undone,
)
from cdstrack.core.record.closing import Closings
from cdstrack.store.answers import count_of, pair_of, text_of
from cdstrack.store.changes import ALL, Changes
from cdstrack.store.rows import acts


class Acts(Changes):
    """Answers about acts; every method may raise `StoreUnusableError`.

    `known_at` counts only what had been recorded by that instant; None counts everything.
    """

    def knowledge(self, known_at: datetime | None = None) -> Submission | None:
        """The counted submission with the latest instant; its `at` gives the same report again."""
        return self._one("last_submission", acts.submission_of, known_at=known_at)

    def cutoff(self, known_at: datetime | None = None) -> Cutoff:
        """By what a report speaks that counts what had been recorded by the instant."""
        last = self.knowledge(known_at)
        head = self._one("head", text_of, known_at=known_at)
        return Cutoff(None if last is None else last.at, head)

    def submission(self, number: int) -> Submission | None:
        """The submission with this id."""
        return self._one("submission", acts.submission_of, id=number)

    def submissions(
        self,
        *,
        known_at: datetime | None = None,
        since: datetime | None = None,
        indicator: str | None = None,
        limit: int = ALL,
    ) -> list[Submission]:
        """The submissions, the latest first; `since` is the first instant that counts."""
        given = {"known_at": known_at, "since": since, "indicator": indicator, "limit": limit}
        return list(self._values("submissions", acts.submission_of, **given))

    def touched_later(self, submission: int) -> list[Submission]:
        """The later submissions on the same cells, documents or warnings, the earliest first."""
        if all(each.id <= submission for each in self.submissions(limit=1)):
            return []
        found: set[int] = set()
        for kind in ("cells", "documents", "acknowledgements"):
            found.update(self._values(f"{kind}_touched_later", count_of, submission=submission))
        later = self._values("submissions_with", acts.submission_of, ids=frozenset(found))
        return list(later)

    def accounts(self) -> dict[int, str]:
        """The accounts of a server that added submissions under another name than their own.

        The server notes them; a copy keeps them, also in a file. What was added to a file has none.
        """
        with self._readable():
            found = self._connection.execute("SELECT submission, name FROM database_user")
            return {int(number): str(name) for number, name in found}

    def undone(self, known_at: datetime | None = None) -> frozenset[int]:
        """The submissions that are taken back, by what had been done until the instant."""
        return undone(self._values("undos", pair_of, known_at=known_at))

    def plan_text(self, digest: str) -> str | None:
        """The text of the plan with this digest, as it was when something was recorded under it."""
        return self._one("plan_text", text_of, digest=digest)

    def plan_versions(self) -> list[PlanVersion]:
        """The plan's versions in the order in which they were first used."""
        return list(self._values("plan_versions", acts.plan_version_of))

    def plan_in_force(self, known_at: datetime | None = None) -> str | None:
        """The digest of the plan under which the last counted submission was made."""
        last = self.knowledge(known_at)
        return None if last is None else last.plan_digest

    def units_in_force(self, known_at: datetime | None = None) -> str | None:
        """The text of the units file under which the last counted submission was made.

        None where no submission up to then came with one: those made before version 6 did not.
        """
        return self._one("units_in_force", text_of, known_at=known_at)

    def units_versions(self) -> list[UnitsVersion]:
        """The units files in the order in which they came into force."""
        return list(self._values("units_versions", acts.units_version_of))

    def documents(self, known_at: datetime | None = None) -> list[SourceDocument]:
        """The documents kept here, beside those of the plan."""
        return list(self._values("documents", acts.document_of, known_at=known_at))

    def acknowledgements(self, known_at: datetime | None = None) -> list[Acknowledgement]:
        """The warnings that were accepted, with the reasons."""
        return list(self._values("acknowledgements", acts.acknowledgement_of, known_at=known_at))

    def accepted(self, known_at: datetime | None = None) -> frozenset[str]:
        """The keys of the findings that were accepted."""
        return frozenset(each.problem for each in self.acknowledgements(known_at))

    def summaries(self, known_at: datetime | None = None) -> list[IssuedSummary]:
        """The summaries issued, by number."""
        return list(self._values("summaries", acts.summary_of, known_at=known_at))

    def closings(self, known_at: datetime | None = None) -> Closings:
        """What was done to periods: closed, opened again."""
        return Closings(self._values("closings", acts.closing_of, known_at=known_at))

    def late_reasons(self, known_at: datetime | None = None) -> dict[int, str]:
        """Why figures came after their period was closed, by submission."""
        return dict(self._values("late_entries", acts.late_of, known_at=known_at))
