"""An office's own Word file as a template: its placeholders are filled with what the report says.

Owns the filling. A template can show what it is given and nothing else: it calls no program, reads no
file, and cannot keep the computer busy with a product of its own making.
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
"""Bytes of all parts of a template together, unpacked."""
_DOCUMENT = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_LONGEST = 200
"""Letters of what a template's error says."""


@dataclass(frozen=True, slots=True)
class Template:
    """A Word file as it was read, and the names of its parts."""

    name: str
    content: bytes
    parts: frozenset[str]


def read_template(path: Path) -> Template:
    """The template, before anything is written.

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
            # They were made just now, with the hour.
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
    """What a template can be wrong in: its placeholders, and the XML around them."""
    from docx.opc.exceptions import OpcError
    from jinja2 import TemplateError
    from lxml.etree import LxmlError

    # A placeholder may also do arithmetic with texts, or ask a list for what it has not.
    return (TemplateError, LxmlError, OpcError, ArithmeticError, LookupError, TypeError, ValueError)


def _sandbox() -> Any:  # noqa: ANN401 - the class is made here
    """Placeholders that reach no attribute of Python, change nothing and multiply no text."""
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
