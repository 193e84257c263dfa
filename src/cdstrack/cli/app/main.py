"""The entry point: `cdstrack` and `python -m cdstrack` call `main`.

Owns what must be set up before libraries are imported, and therefore imports none itself.
"""

import gc
import os
from collections.abc import Sequence

_OBJECTS = 1_000_000
"""New containers after which Python looks for cycles among them; its own threshold is 700.

The status of a plan of 2,300 indicators makes half as many, and all of them stay.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program; the exit code is that of docs/exit-codes.md. Never raises.

    Args:
        arguments: What comes after the program's name; None in a process of its own, which ends
            after this.
    """
    # Loading SQLAlchemy makes some 100,000 objects that all stay. Looking for garbage among them,
    # time and again and once more at the end, would take a third of the time of a command.
    gc.set_threshold(_OBJECTS, 20, 20)
    # What else is installed on a machine must not change how a plan is read, nor be searched for.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    from cdstrack.cli.app.program import run

    code = run(arguments)
    if arguments is None:
        gc.freeze()
    return code
