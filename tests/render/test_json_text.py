"""JSON is written here as the library would write it, only sooner."""

import json
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.render.machine.output import dumped, plain

texts = st.text(max_size=6)
leaves = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts
values = st.recursive(
    leaves.filter(lambda leaf: leaf not in {inf, -inf}),
    lambda inner: st.lists(inner) | st.dictionaries(texts | st.integers(2021, 2030), inner),
)


@given(value=values)
def test_the_text_is_that_of_the_library(value: object) -> None:
    fields = {"value": value, "list": [value, [], {}], "object": {"value": value}}
    text = json.dumps(plain(fields), ensure_ascii=False, indent=2)
    assert dumped(fields) == f"{text}\n"


@pytest.mark.parametrize("number", [inf, -inf, nan])
def test_a_number_that_json_does_not_have_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        dumped({"gap": [number]})
