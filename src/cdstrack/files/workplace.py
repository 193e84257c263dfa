"""Where plans and stores are found, the plans that ship with the program, and new working folders.

Owns the names of the files in a working folder. Knows no plan by name: the one at the top of the
shipped plans is laid out unless another one is asked for.
"""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import cdstrack
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.files.new_folders import make_folders
from cdstrack.words.parse.search import did_you_mean

PLAN_NAME = "targets.yaml"
STORE_NAME = "data/cdstrack.db"
FIGURES_NAME = "data/observations.csv"
UNITS_NAME = "data/units.csv"
_PLAN_LANGUAGE = "vi"
"""What a plan that names no language is in."""
_SOME_BLANKS = 1000
_AREA = re.compile(r"^ +area: *([a-z0-9-]+)", re.MULTILINE)
_LANGUAGE = re.compile(r"""(?:^ +|[{,] *)language: *['"]?(vi|en)\b""", re.MULTILINE)
_LOOKED_AT = 64 * 1024
_BLANK: Mapping[str, str] = {
    "vi": """\
plan: {id: ke-hoach, area: dia-ban, title: "Tên đề án", timezone: Asia/Ho_Chi_Minh}  # mã: chữ thường không dấu, nối bằng -
documents: {quyet-dinh: {title: "Tên văn bản", number: "00/QĐ-UBND", issued: 2021-01-01}}
pillars: {chinh-quyen-so: Chính quyền số}
indicators:               # thay nội dung từng dòng của tệp này, rồi chạy: cdstrack check
  - id: ho-so-truc-tuyen  # mã để ghi số liệu; chỉ tiêu tiếp theo cũng bắt đầu bằng - id
    name: Hồ sơ xử lý trên môi trường mạng
    pillar: chinh-quyen-so
    unit: percent         # percent, count, rank, amount, per_thousand, state, index
    direction: increase   # increase: càng cao càng tốt; decrease: càng thấp càng tốt; none: cơ cấu
    targets: [{due: 2025-12-31, at_least: 90, wording: "90% hồ sơ ...", document: quyet-dinh}]  # mỗi hạn một { }
""",
    "en": """\
plan: {id: my-plan, area: my-area, title: "Name of the plan", language: en, timezone: Asia/Ho_Chi_Minh}  # days end by this zone: write yours, such as Europe/London
documents: {decision: {title: "Title of the document", number: "12/2021", issued: 2021-01-01}}
pillars: {online-services: Online services}
indicators:               # write over every line of this file, then run: cdstrack check
  - id: forms-online      # what figures are recorded for; the next indicator begins with - id too
    name: Forms sent in online
    pillar: online-services
    unit: percent         # percent, count, rank, amount, per_thousand, state, index
    direction: increase   # increase: higher is better; decrease: lower is better; none: a structure
    targets: [{due: 2025-12-31, at_least: 90, wording: "90% of forms ...", document: decision}]  # a { } for each date
""",
}


@dataclass(frozen=True, slots=True)
class Example:
    """A plan that ships with the program: its name, its folder, the page about its figures."""

    name: str
    folder: Path
    page: str = "README.md"

    @property
    def plan(self) -> Path:
        """The plan file."""
        return self.folder / PLAN_NAME

    def contents(self) -> dict[str, bytes]:
        """The bytes of its files by their names in a working folder.

        The plan comes last: a folder with a plan is complete.
        """
        paths = {
            name: self.folder / name for name in (FIGURES_NAME, UNITS_NAME, self.page, PLAN_NAME)
        }
        return {name: path.read_bytes() for name, path in paths.items() if path.is_file()}


def language_of(plan: Path) -> str | None:
    """The language of a plan's reports, found without reading the plan; None where there is none.

    Help must not pay for a plan, and whatever is wrong with the file is said elsewhere.
    """
    try:
        with plan.open(encoding="utf-8", errors="replace") as file:
            found = _LANGUAGE.search(file.read(_LOOKED_AT))
    except OSError:
        return None
    return found[1] if found else _PLAN_LANGUAGE


def find_plan() -> Path | None:
    """The plan file in this folder or in the nearest one above, as it is reached from here.

    A folder that has been removed meanwhile, or may not be looked into, holds none.
    """
    try:
        above = len(Path.cwd().parents)
    except OSError:
        return None
    steps = (Path("../" * count) / PLAN_NAME for count in range(above + 1))
    return next((path for path in steps if path.is_file()), None)


def default_store(plan: Path) -> Path:
    """The store that belongs to a plan file unless another one is named."""
    return plan.parent / STORE_NAME


def examples() -> tuple[Example, ...]:
    """The plans that ship, first the one that `init` lays out by default.

    In an installed package they are data files; in a checkout they are the files that the package
    is made of, in the same arrangement.
    """
    package = Path(cdstrack.__file__).parent
    shipped = package / "shipped"
    top = shipped if shipped.is_dir() else package.parent.parent
    others = sorted(path.parent for path in (top / "plans").glob(f"*/{PLAN_NAME}"))
    first: list[Example] = []
    if (top / PLAN_NAME).is_file():
        # The README beside this plan is the program's.
        first = [Example(_area(top / PLAN_NAME), top, "data/README.md")]
    return (*first, *(Example(folder.name, folder) for folder in others))


def example(name: str | None) -> Example:
    """The example of that name, or the first one.

    Raises:
        RefusedError: CDS019, there is none.
    """
    known = examples()
    for each in known:
        if name in (None, each.name):
            return each
    names = [each.name for each in known]
    near = ", ".join(did_you_mean(name or "", names))
    facts = {"value": name or "", "near": near, "names": ", ".join(names)}
    raise RefusedError(Problem("CDS019", facts))


def blank_plan(language: str) -> bytes:
    """The plan that `init --blank` lays out, with comments in a language.

    It holds no more than a plan must and the source of its targets; `check` names what to add.
    """
    return _BLANK[language].encode()


def _area(plan: Path) -> str:
    match = _AREA.search(plan.read_text(encoding="utf-8"))
    return match[1] if match else plan.parent.name


@contextmanager
def laid_out(folder: Path, contents: Mapping[str, bytes]) -> Iterator[list[Path]]:
    """Lays files out in a folder; they stay when the block ends, and go when it raises.

    Gives the paths that were made. A file that is there already with the same bytes is left as it
    is, so that an interrupted attempt can be repeated; one in which nothing is written is filled.

    Raises:
        RefusedError: CDS020, a file is in the way.
        OSError: A file or folder cannot be made.
    """
    wanted = {folder / name: content for name, content in contents.items()}
    in_the_way = [path for path, content in wanted.items() if _differs(path, content)]
    if in_the_way:
        raise RefusedError(Problem("CDS020", {"files": ", ".join(map(str, in_the_way))}))
    made: list[Path] = []
    emptied = {path: path.read_bytes() for path in wanted if is_empty(path)}
    try:
        for path, content in wanted.items():
            made += make_folders(path.parent)
            if path in emptied:
                path.unlink()
            if not path.exists():
                _write_new(path, content)
                made.append(path)
        yield [path for path in made if path.is_file()]
    except BaseException:
        _remove(made)
        for path, blanks in emptied.items():
            path.write_bytes(blanks)
        raise


def is_empty(path: Path) -> bool:
    """Whether it is a file in which nothing is written, so that nothing could be lost."""
    return path.is_file() and path.stat().st_size <= _SOME_BLANKS and not _written(path)


def _written(path: Path) -> bytes:
    return path.read_bytes().removeprefix(b"\xef\xbb\xbf").strip()


def _differs(path: Path, content: bytes) -> bool:
    if not path.exists() or is_empty(path):
        return False
    return not (path.is_file() and path.read_bytes() == content)


def _write_new(path: Path, content: bytes) -> None:
    """A new file that appears whole, and never in place of another one."""
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
    try:
        temporary.write_bytes(content)
        try:
            path.hardlink_to(temporary)
        except FileExistsError:
            raise
        except OSError:
            temporary.rename(path)  # a file system without hard links
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def _remove(made: list[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
