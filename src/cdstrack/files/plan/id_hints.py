"""What was probably meant by an id that is none, or that other programs would misread."""

import re

from cdstrack.core.spelling import unmarked


def misread_facts(text: str) -> dict[str, str]:
    """Whether an id is misread as a word for yes, no or nothing, as a day, or as a number.

    >>> misread_facts("y"), misread_facts("2021-01-01"), misread_facts("2025")
    ({'word': 'y'}, {'day': '2021-01-01'}, {})
    """
    if not text[:1].isdigit():
        return {"word": text}
    return {"day": text} if "-" in text else {}


def id_facts(text: str) -> dict[str, str]:
    """The id that a name makes: without accents, small letters, hyphens.

    >>> id_facts("Hồ sơ_công việc")
    {'plain': 'ho-so-cong-viec'}
    """
    slug = re.sub(r"[^a-z0-9]+", "-", unmarked(text[:80])).strip("-")
    return {"plain": slug} if slug and not slug.isdigit() else {}
