"""PDF files by typst: the same layout and data give the same bytes on every machine.

Owns the call. Neither the fonts of the machine nor its clock have a say, and no file is read.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from cdstrack.core.problem import Problem, RefusedError


def write_pdf(file: IO[bytes], template: str, data: str) -> None:
    """Writes what the template makes of the data.

    Raises:
        RefusedError: CDS036, typst is not installed.
    """
    try:
        import typst
    except ModuleNotFoundError:
        facts = {"what": "PDF", "extra": "pdf"}
        raise RefusedError(Problem("CDS036", facts)) from None
    with TemporaryDirectory() as folder:
        # A folder with nothing else in it is all that a layout can read.
        layout = Path(folder) / "report.typ"
        layout.write_text(template, encoding="utf-8")
        compiled = typst.compile(
            layout,
            root=layout.parent,
            format="pdf",
            ignore_system_fonts=True,
            sys_inputs={"data": data},
        )
    file.write(compiled)
