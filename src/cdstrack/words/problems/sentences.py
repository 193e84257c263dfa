"""Problems in words: the sentence and the remedy for each code, in both languages.

Owns how a code and its facts become a sentence. The sentences themselves are data: one TOML file
per family, given by the hundreds digit of the code; only the requested family is loaded.
"""

import re
from functools import cache
from importlib import resources
from typing import NamedTuple

from cdstrack.core.problem import Problem
from cdstrack.words.parse.clean import clean
from cdstrack.words.problems.facts import spelled

FAMILIES = {
    "0": "cli",
    "1": "plan",
    "2": "figure",
    "3": "importing",
    "4": "store",
    "5": "check",
    "6": "summary",
    "7": "record",
    "8": "units",
    "9": "derived",
}
"""The file beside this module that holds the sentences of `CDS<digit>xx`."""

ALTERNATIVE = " || "
_LONGEST_FACT = 260
_FACT = re.compile(r"\{([a-z_]+)\}")
_ASKED = re.compile(r"^\[([a-z_]+)\] ?")


class Sentences(NamedTuple):
    """What is wrong and how to correct it, in Vietnamese and in English.

    `{name}` is a placeholder for a fact of the problem. A text may offer several wordings joined by
    ` || `: the first one whose facts are all known and not empty is used, else the last one.
    `[name]` at the beginning of a wording requires a fact without showing it. A remedy may be
    empty.
    """

    vi: str
    en: str
    fix_vi: str = ""
    fix_en: str = ""


@cache
def texts(family: str) -> dict[str, Sentences]:
    """All sentences of one family, by code; `family` is the hundreds digit.

    Raises:
        KeyError: There is no such family.
    """
    found = _family(family)
    return {code: Sentences(**said) for code, said in found.items() if isinstance(said, dict)}


def family_title(family: str) -> str:
    """What the codes of a family are about, for the page that lists them."""
    return str(_family(family)["title"])


def _family(family: str) -> dict[str, str | dict[str, str]]:
    import tomllib

    file = resources.files("cdstrack.words.problems").joinpath(f"{FAMILIES[family]}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def sentence(problem: Problem, language: str) -> str:
    """What is wrong, in one line; a fact `typed_at` says at which option it was typed.

    Raises:
        KeyError: The code has no sentences, which is a bug that a test finds.
    """
    found = _sentences(problem)
    words = _filled(found.en if language == "en" else found.vi, problem, language)
    option = problem.facts.get("typed_at")
    return f"{_shown(option)}: {words}" if option else words


def remedy(problem: Problem, language: str) -> str:
    """What to do about it, in one line; empty if there is nothing to add.

    Raises:
        KeyError: The code has no sentences, which is a bug that a test finds.
    """
    found = _sentences(problem)
    return _filled(found.fix_en if language == "en" else found.fix_vi, problem, language)


def _sentences(problem: Problem) -> Sentences:
    return texts(problem.code.removeprefix("CDS")[0])[problem.code]


def _filled(text: str, problem: Problem, language: str) -> str:
    wordings = text.split(ALTERNATIVE)
    known = {name for name, fact in problem.facts.items() if fact}
    complete = (words for words in wordings if known.issuperset(_facts_of(words)))
    chosen = _ASKED.sub("", next(complete, wordings[-1]))
    # One pass over the text: braces inside a fact are never looked at.
    facts = spelled(problem, language)
    return _FACT.sub(lambda match: _shown(facts.get(match[1], match[0])), chosen)


def _facts_of(wording: str) -> list[str]:
    return [*_FACT.findall(wording), *_ASKED.findall(wording)]


def _shown(fact: str) -> str:
    """A fact on one line, without what steers a terminal, and not longer than anybody reads.

    A list ends behind one of its entries.
    """
    words = clean(fact)
    if len(words) <= _LONGEST_FACT:
        return words
    shorter = words[: _LONGEST_FACT - 1]
    entries, comma, _ = shorter.rpartition(", ")
    return f"{entries}{comma}…" if " " not in words.replace(", ", "") else f"{shorter}…"
