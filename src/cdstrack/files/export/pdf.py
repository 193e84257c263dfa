"""PDF files made by typst: the same layout and data give the same bytes on every machine.

Owns the call. It uses neither the machine's fonts nor its clock, and reads no other file.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from cdstrack.core.problem import Problem, RefusedError


def write_pdf(file: IO[bytes], template: str, data: str) -> None:
    """Writes the PDF that a typst template produces from the data.

    Raises:
        RefusedError: CDS036, typst is not installed.
    """
    try:
        import typst
    except ModuleNotFoundError:
        facts = {"what": "PDF", "extra": "pdf"}
        raise RefusedError(Problem("CDS036", facts)) from None
    with TemporaryDirectory() as folder:
        # A layout can read only its own folder, which holds nothing else.
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
