"""In which format a report is wanted: by `--format`, or by the ending of `-o FILE`."""

from pathlib import Path

from cdstrack.cli.app.options import Given
from cdstrack.cli.app.settings import one_of
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.render.view import ENDINGS, Format


def read_format(given: Given, formats: tuple[Format, ...]) -> Format:
    """The format asked for; the first of `formats` where nothing says which.

    Args:
        given: The options as typed.
        formats: Those that the command can write.

    Raises:
        RefusedError: CDS012, the command cannot write it; CDS018, the ending says nothing to it.
    """
    if given.format is not None:
        return Format(one_of("--format", given.format, formats))
    if not given.output:
        return formats[0]
    found = ENDINGS.get(Path(given.output).suffix.lower())
    if found in formats:
        return found
    endings = ", ".join(ending for ending, each in ENDINGS.items() if each in formats)
    raise RefusedError(Problem("CDS018", {"file": given.output, "endings": endings}))
