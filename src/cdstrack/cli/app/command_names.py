"""The names of the program and of its commands, and where the code of a command is.

A command is a function: `plan_diff` for `plan diff`, `import_` for `import`, which Python reserves. Its
module has its name, or that of its group (`plan`), and lies in the folder of its purpose
(`commands/sources/plan.py`). Loads nothing.
"""

import keyword

COMMANDS: dict[str, tuple[str, ...]] = {
    "start": ("init", "examples", "check", "doctor"),
    "enter": ("record", "correct", "withdraw", "undo", "document add", "import", "close", "reopen"),
    "read": (
        *("status", "report", "gaps", "targets", "show", "explain", "backtest", "log"),
        *("scores", "whatif", "closings"),
    ),
    "sources": ("document list", "document show", "plan diff", "plan versions", "units"),
    "week": ("summary", "owners", "remind", "schedule"),
    "care": ("backup", "restore", "copy-store"),
    "exchange": ("export", "template"),
}
"""The commands by what they are for, in the order in which help lists them; a purpose is a folder."""

PROGRAM = "cdstrack"


def names() -> list[str]:
    """All commands, those of two words included, in the order of help."""
    return [name for group in COMMANDS.values() for name in group]


def function_name(command: str) -> str:
    """The name of a command's function.

    >>> function_name("plan diff"), function_name("import")
    ('plan_diff', 'import_')
    """
    name = command.replace(" ", "_").replace("-", "_")
    return f"{name}_" if keyword.iskeyword(name) else name


def module_name(command: str) -> str:
    """The name of a command's module: its purpose, then its own name or that of its group.

    >>> module_name("plan diff"), module_name("import")
    ('sources.plan', 'enter.import_')
    """
    purpose = next(purpose for purpose, names in COMMANDS.items() if command in names)
    return f"{purpose}.{function_name(command.split(maxsplit=1)[0])}"
