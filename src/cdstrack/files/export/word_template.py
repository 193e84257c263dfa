"""Fills the placeholders of an office's own Word template with the report's data.

Owns the filling, in a sandbox: a template can show the data that it is given, but not call code,
read files, or occupy the machine with huge powers and repeated texts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from typing_extensions import override

from cdstrack.core.problem import Problem, RefusedError
from cdstrack.files.export.package import MADE, write_package
from cdstrack.words.parse.clean import clean

LARGEST = 32 * 2**20
"""The largest total size of a template's unpacked parts, in bytes."""
_DOCUMENT = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_LONGEST = 200
"""Characters of a template error that are quoted."""


@dataclass(frozen=True, slots=True)
class Template:
    """A Word file: its name, its bytes, and the names of its parts."""

    name: str
    content: bytes
    parts: frozenset[str]


def read_template(path: Path) -> Template:
    """Reads a template.

    Raises:
        RefusedError: CDS036, docxtpl is not installed; CDS037, it is no Word file.
        OSError: It cannot be read.
    """
    if find_spec("docxtpl") is None:
        facts = {"what": "--template", "extra": "word"}
        raise RefusedError(Problem("CDS036", facts))
    name, content = clean(str(path)), path.read_bytes()
    return Template(name, content, frozenset(_parts_of(content, name)))


def fill_template(file: IO[bytes], template: Template, context: Mapping[str, Any]) -> None:
    """Writes the template with its placeholders filled; the same input gives the same bytes.

    Raises:
        RefusedError: CDS038, a placeholder cannot be filled.
        OSError: The file cannot be written.
    """
    from docxtpl import DocxTemplate

    filled = BytesIO()
    try:
        document = DocxTemplate(BytesIO(template.content))
        document.render(dict(context), _sandbox(), autoescape=True)
        if _PROPERTIES not in template.parts:
            # python-docx has just created them with the current time.
            document.docx.core_properties.modified = MADE
        document.save(filled)
    except _mistakes() as error:
        facts = {"file": template.name, "why": clean(str(error))[:_LONGEST]}
        raise RefusedError(Problem("CDS038", facts)) from None
    with ZipFile(filled) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    write_package(file, parts)


def _parts_of(content: bytes, name: str) -> set[str]:
    """The names of the parts of a Word file.

    Raises:
        RefusedError: CDS037.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            names, size = (
                set(archive.namelist()),
                sum(each.file_size for each in archive.infolist()),
            )
    except BadZipFile:
        names, size = set(), 0
    if _DOCUMENT not in names or size > LARGEST:
        facts = {"file": name} | ({"large": "yes"} if size > LARGEST else {})
        raise RefusedError(Problem("CDS037", facts))
    return names


def _mistakes() -> tuple[type[Exception], ...]:
    """The exceptions that faulty placeholders, or the XML around them, can raise."""
    from docx.opc.exceptions import OpcError
    from jinja2 import TemplateError
    from lxml.etree import LxmlError

    # The last four come from expressions: arithmetic with texts, a missing key or index.
    return (TemplateError, LxmlError, OpcError, ArithmeticError, LookupError, TypeError, ValueError)


def _sandbox() -> Any:  # noqa: ANN401 - the class is made here
    """A Jinja environment without access to Python internals, mutation, or repeated texts."""
    from jinja2 import StrictUndefined
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        intercepted_binops = frozenset({"*", "**"})

        @override
        def call_binop(self, context: object, operator: str, left: Any, right: Any) -> Any:
            if operator == "**" or not all(isinstance(each, int | float) for each in (left, right)):
                raise SecurityError(operator)
            return left * right

    return Sandbox(undefined=StrictUndefined)
