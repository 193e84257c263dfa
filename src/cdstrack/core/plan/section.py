"""The base class of the sections of a plan file.

Owns how a section comes to be: validated, or made bit by bit of a form in which it was kept.
"""

from collections.abc import Callable, Mapping
from typing import Any, Self

from cdstrack.core.frozen import Field
from cdstrack.core.plan.declaration import Declared, PlanContext

__all__ = ["Field", "Section"]


class Section(Declared):
    """A mapping of the plan file; a key that is not declared is refused."""

    @classmethod
    def unread(cls, kept: Mapping[str, Any], readers: Mapping[str, Callable[[Any], Any]]) -> Self:
        """A section whose fields are made of their kept form when they are first asked for.

        Args:
            kept: The kept form of each field that is not at its default.
            readers: For each field what makes its value of the kept form.
        """
        section = object.__new__(cls)
        section.__dict__["_unread"] = (kept, readers)
        return section

    @classmethod
    def read(cls, kept: Mapping[str, Any], readers: Mapping[str, Callable[[Any], Any]]) -> Self:
        """The same made at once, which is sooner where most fields are looked at."""
        fields = dict(cls._defaults)
        for name, value in kept.items():
            fields[name] = readers[name](value)
        return cls.of_fields(fields)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a field of any type
        """The field of that name; called only where it has not been made yet."""
        key = self.model_fields.get(name)
        if key is None or "_unread" not in self.__dict__:
            raise AttributeError(name)
        kept, readers = self.__dict__["_unread"]
        value = readers[name](kept[name]) if name in kept else key.default
        self.__dict__[name] = value
        return value

    @classmethod
    def model_validate(cls, given: object, *, context: PlanContext | None = None) -> Self:
        """The section that a mapping of texts describes, its keys as in the file.

        Raises:
            pydantic.ValidationError: It describes none.
        """
        from cdstrack.core.plan.validation import validated

        return validated(cls, given, context or PlanContext())
