"""Names that a person has accepted, written into the description of a form.

Owns where they go in a file that somebody else wrote: every other line stays as it is. What is not
accepted goes in as comments, so that no later import takes a guess for an answer.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from cdstrack.core.problem import Problem, RefusedError
from cdstrack.files.importing.form.description import form_source, read_form
from cdstrack.files.importing.form.layout import OWN, Form
from cdstrack.files.text.text_file import TextFile, read_text_file
from cdstrack.files.yaml.tree import YamlTree, read_yaml
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import fold

SECTIONS = {"indicator": "indicators", "org_unit": "org_units"}
"""By what a name is one of, the key of a description under which such names are."""
_GUESSES = "# Tên gần giống, chưa ai xác nhận; bỏ dấu # nếu đúng (similar, not confirmed)"


def description_of(path: Path, form: str | None) -> TextFile:
    """The description that names are to be added to: the file, else a copy of the form in use.

    Args:
        path: Where it is or will be.
        form: What `--map` names; None where the file has our own columns.

    Raises:
        RefusedError: There is a file, and it is no description that can be read.
    """
    if path.exists():
        source = read_text_file(path)
    elif form is not None:
        source = replace(form_source(form), name=str(path))
    else:
        source = _text_file(str(path), _own_columns())
    read_form(source)
    return source


def with_names(
    source: TextFile,
    names: Mapping[str, str],
    guesses: Mapping[str, Sequence[str]],
    kind: str = "indicator",
) -> str:
    """The text of a description with further names.

    Args:
        source: A description that can be read.
        names: Names with the ids that they mean.
        guesses: Names that nobody has confirmed, with the ids that they may mean.
        kind: What they are names of, a key of `SECTIONS`.

    Raises:
        RefusedError: CDS367, a name is there with another id, or the file is written in a
            way that cannot be added to.
    """
    key = SECTIONS[kind]
    known = names_in(read_form(source), key)
    wanted = {name: id_ for name, id_ in names.items() if known.get(fold(name)) != id_}
    text = source.text
    lines = [guess_line(*each) for each in guesses.items()]
    if new := [line for line in lines if line not in text]:
        text = _with_comments(_text_file(source.name, text), new, key)
    if wanted:
        text = _with_keys(_text_file(source.name, text), wanted, key)
    _refuse_other_changes(source, text, wanted, key)
    return text


def with_every_name(
    source: TextFile,
    names: Mapping[str, Mapping[str, str]],
    guesses: Mapping[str, Mapping[str, Sequence[str]]],
) -> str:
    """The text of a description with further names of every kind.

    Raises:
        RefusedError: CDS367, as for `with_names`.
    """
    text = source.text
    for kind in SECTIONS:
        text = with_names(_text_file(source.name, text), names[kind], guesses[kind], kind)
    return text


def names_in(form: Form, key: str) -> Mapping[str, str]:
    """The (folded) names of a description under a key, with their ids."""
    names: Mapping[str, str] = getattr(form.habits, key)
    return names


def name_line(name: str, id_: str) -> str:
    """A name and its id as a mapping writes them.

    >>> name_line("Tỷ lệ số hóa", "so-hoa")
    '"Tỷ lệ số hóa": so-hoa'
    """
    return f"{quoted(name)}: {id_}"


def quoted(name: str) -> str:
    """A text between quotes, as YAML takes it."""
    return json.dumps(clean(name), ensure_ascii=False)


def guess_line(name: str, ids: Sequence[str]) -> str:
    """The same for the first of several ids, with the others as a comment."""
    others = f"  # {', '.join(ids[1:])}" if ids[1:] else ""
    return name_line(name, ids[0]) + others


def _with_keys(source: TextFile, names: Mapping[str, str], key: str) -> str:
    lines = [name_line(*each) for each in names.items()]
    tree = read_yaml(source)
    if (key,) not in tree.keys:
        return _appended(source.text, [f"{key}:", *(f"  {line}" for line in lines)])
    row, column = tree.position((key,), at_key=False)
    text = source.lines[row - 1]
    if text[column - 1 : column] == "{":
        rest = text[column:]
        comma = "" if rest.lstrip().startswith("}") else ", "
        return _inserted(source, row, [f"{text[:column]}{', '.join(lines)}{comma}{rest}"], drop=1)
    at = tree.position((key,), at_key=True)[0]
    indent = " " * (column - 1) if row > at else "  "
    return _inserted(source, max(row, at + 1), [indent + line for line in lines])


def _with_comments(source: TextFile, lines: list[str], key: str) -> str:
    """The text with lines that are comments, where the names are."""
    tree: YamlTree = read_yaml(source)
    if (key,) not in tree.keys:
        block = [_GUESSES, f"# {key}:", *(f"#   {line}" for line in lines)]
        return _appended(source.text, block)
    row = tree.position((key,), at_key=True)[0]
    return _inserted(source, row, [_GUESSES, *(f"#   {line}" for line in lines)])


def _appended(text: str, lines: list[str]) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    whole = text if text.endswith("\n") else text + end
    return whole + "".join(line + end for line in lines)


def _inserted(source: TextFile, row: int, lines: list[str], drop: int = 0) -> str:
    """The text with lines before the one of that number, of which `drop` are left out."""
    kept = source.text.splitlines(keepends=True)
    end = "\r\n" if "\r\n" in source.text else "\n"
    if row > len(kept):
        return _appended(source.text, lines)
    return "".join([*kept[: row - 1], *(line + end for line in lines), *kept[row - 1 + drop :]])


def _refuse_other_changes(source: TextFile, text: str, names: Mapping[str, str], key: str) -> None:
    """Refuses a text that says more or less than the description with these names."""
    before = read_form(source)
    known = names_in(before, key)
    changed: dict[str, Any] = {key: {**known, **{fold(name): id_ for name, id_ in names.items()}}}
    taken = next((name for name in names if fold(name) in known), None)
    try:
        after = None if taken else read_form(_text_file(source.name, text))
    except RefusedError:
        after = None
    if after != replace(before, habits=replace(before.habits, **changed)):
        lines = "; ".join(name_line(*each) for each in names.items())
        raise RefusedError(Problem("CDS367", {"file": source.name, "key": key, "lines": lines}))


def _text_file(name: str, text: str) -> TextFile:
    return TextFile(name, text, sha256(text.encode()).hexdigest())


def _own_columns() -> str:
    """Our own columns as a description."""
    lines = ["form: 1", "columns:"]
    lines += [f"  {each.name}: {_listed(each.headings)}" for each in OWN.columns]
    [value] = OWN.values
    lines += [f"values: [{_listed(value.headings)}]", f"ignore: {_listed(OWN.ignore)}"]
    return "\n".join([*lines, ""])


def _listed(texts: tuple[str, ...]) -> str:
    return json.dumps(texts, ensure_ascii=False)
