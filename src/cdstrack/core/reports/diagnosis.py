"""What `doctor` says about one setting, as a value."""

from dataclasses import dataclass

from cdstrack.core.problem import Problem


@dataclass(frozen=True, slots=True)
class Line:
    """One thing looked at.

    `origin` is `option`, `environment` or `default`, and `name` the option or variable that set
    it; both are empty for what nobody can set. `problem` is a finding, `hint` something to be done
    that is no finding yet.
    """

    key: str
    value: str
    origin: str = ""
    name: str = ""
    problem: Problem | None = None
    hint: str = ""
