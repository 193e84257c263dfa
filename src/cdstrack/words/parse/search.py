"""Search for an id: by the id, by its beginning, by words without accents.

Owns the folded form of a text and the order in which matches count. Knows neither the plan nor
the terminal; the caller passes ids with their names.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cdstrack.core.problem import Problem
from cdstrack.core.spelling import NEAR, folded, marked, unmarked
from cdstrack.words.parse.clean import clean

__all__ = ["Match", "by_marks", "did_you_mean", "find", "fold", "unmarked"]

_REMEMBERED = 4096
"""Folded texts that are kept: a table has few different names, groups and units."""
_LONGEST_NAME = 200
"""More of a query than this is not compared: likeness takes quadratic time."""
_SUGGESTED = 3
"""How many similar candidates are suggested."""


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """The form in which texts are compared: words without accents, case or punctuation.

    Spelling that varies is one: hoá and hóa, tỷ and tỉ, quý and quí.

    >>> fold("Số HOÁ 1,8 tỷ") == fold("so-hóa 1.8 tỉ")
    True
    """
    return folded(clean(text))


@dataclass(frozen=True, slots=True)
class Match:
    """What a query found: one id, several candidates, or nothing with suggestions."""

    query: str
    found: str | None = None
    candidates: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()

    def problem(self, where: str) -> Problem:
        """Why nothing was found (CDS216), or that several were (CDS217).

        `where` is the option or argument as it is typed: `INDICATOR`, `--org-unit`.
        """
        facts = {"where": where, "value": clean(self.query)}
        if self.candidates:
            return Problem("CDS217", {**facts, "candidates": ", ".join(self.candidates)})
        return Problem("CDS216", {**facts, "suggestions": ", ".join(self.suggestions)})


def find(query: str, names: Mapping[str, Sequence[str]]) -> Match:
    """The one id that a query means, among ids with their names.

    The first of these that finds anything decides: the exact id; an id or name that is the same
    without accents and case; ids that begin so; ids and names that hold the words in this order;
    ids and names that hold every word.

    >>> units = {"so-tttt": ["Sở Thông tin và Truyền thông"], "so-khcn": ["Sở KH&CN"]}
    >>> find("thong tin", units).found, find("so", units).candidates
    ('so-tttt', ('so-tttt', 'so-khcn'))
    """
    if query in names:
        return Match(query, query)
    wanted = fold(query)
    if not wanted:
        return Match(query)
    forms = {id_: [fold(id_), *map(fold, names[id_])] for id_ in names}
    hits = (
        by_marks(query, [id_ for id_, texts in forms.items() if wanted in texts], names)
        or [id_ for id_, texts in forms.items() if texts[0].startswith(wanted)]
        or [id_ for id_, texts in forms.items() if _any_holds(texts, [wanted])]
        or [id_ for id_, texts in forms.items() if _any_holds(texts, wanted.split())]
    )
    if len(hits) == 1:
        return Match(query, hits[0])
    if hits:
        return Match(query, candidates=tuple(hits))
    return Match(query, suggestions=_nearest(wanted, forms))


def by_marks(text: str, ids: Sequence[str], names: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """The ids without those that have the text for a name only when its accents are left out.

    All of them where the text has no accents, or is no name with those that it has.

    >>> units = {"ba-to-1": ["Xã Ba Tơ"], "ba-to-2": ["Xã Ba Tô"]}
    >>> by_marks("xã ba tô", list(units), units), by_marks("xa ba to", list(units), units)
    (['ba-to-2'], ['ba-to-1', 'ba-to-2'])
    """
    wanted, plain = marked(clean(text)), fold(text)
    if len(ids) < 2 or wanted == plain:
        return ids
    alike = {
        id_: {marked(clean(each)) for each in names[id_] if fold(each) == plain} for id_ in ids
    }
    if not any(wanted in each for each in alike.values()):
        return ids
    return [id_ for id_ in ids if not alike[id_] or wanted in alike[id_]]


def _any_holds(texts: Iterable[str], parts: Sequence[str]) -> bool:
    """Whether one text holds every part, each from the beginning of a word."""
    return any(all(f" {part}" in f" {text}" for part in parts) for text in texts)


def did_you_mean(word: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """The candidates most like a word, best first; none where nothing is near.

    >>> did_you_mean("indicater", ["indicators", "pillars"])
    ('indicators',)
    """
    return _nearest(fold(word), {candidate: [fold(candidate)] for candidate in candidates})


def _nearest(wanted: str, forms: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    from difflib import get_close_matches

    owners: dict[str, list[str]] = {}
    for id_, texts in forms.items():
        for text in texts:
            owners.setdefault(text, []).append(id_)
    near = get_close_matches(wanted[:_LONGEST_NAME], owners, n=_SUGGESTED * 2, cutoff=NEAR)
    return tuple(dict.fromkeys(id_ for text in near for id_ in owners[text]))[:_SUGGESTED]
