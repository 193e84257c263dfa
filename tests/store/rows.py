"""Rows of each table: one that every rule lets in, and what makes it one that none does."""

NOON = "2022-08-21T12:00:00.000000Z"
SOUND: dict[str, dict[str, object]] = {
    "plan_version": {"digest": "d1", "text": "schema: 1"},
    "submission": {
        "id": None,
        "at": NOON,
        "kind": "record",
        "recorded_by": "lan",
        "plan_digest": "d1",
        "program": "0.1.0",
        "test_clock": 0,
    },
    "observation": {
        "id": None,
        "submission": 1,
        "indicator": "ho-so",
        "org_unit": "tinh-mau",
        "disaggregation": "",
        "period": "2022-07",
        "period_start": "2022-07-01",
        "period_end": "2022-07-31",
        "withdrawn": 0,
        "entered": "75",
        "value": 75_000_000,
        "qualifier": "exact",
    },
    "document": {"id": None, "submission": 1, "key": "bc-1", "withdrawn": 0, "title": "Báo cáo"},
    "acknowledgement": {
        "id": None,
        "submission": 1,
        "problem": "CDS506 a",
        "withdrawn": 0,
        "reason": "đã xem",
    },
    "summary_issue": {
        "number": 1,
        "submission": 1,
        "week": "2022-W33",
        "as_of": "2022-08-21",
        "known_at": NOON,
        "plan_digest": "d1",
        "language": "vi",
        "text": "…",
        "sha256": "0" * 64,
    },
    "chain": {"submission": 1, "digest": "0" * 64},
    "chain_start": {"submission": 1, "at": NOON},
    "closing": {
        "id": None,
        "submission": 1,
        "period": "2022-Q3",
        "reopened": 0,
        "approved_by": "PCVP",
        "figures": 3,
        "head": "0" * 64,
    },
    "late_entry": {"submission": 1, "reason": "báo cáo đến chậm"},
    "database_user": {"submission": 1, "name": "so_tttt", "sealed_in": 1},
    "units_version": {"submission": 1, "digest": "0" * 64, "text": "id,vi"},
}
"""A row of each table that every rule lets in."""
_BAD: dict[str, tuple[dict[str, object], ...]] = {
    "plan_version": ({"digest": ""}, {"digest": None}, {"text": None}, {"text": b"x"}),
    "submission": (
        {"id": 0},
        {"at": "2022-08-21T12:00:00Z"},
        {"at": "2022-02-30T12:00:00.000000Z"},
        {"at": "2022-08-21 12:00:00.000000Z"},
        {"at": None},
        {"kind": "edit"},
        {"kind": None},
        {"kind": "correct"},  # without a reason
        {"kind": "withdraw", "reason": ""},
        {"kind": "undo"},  # without what it undoes
        {"undoes": 1},  # though it is no undo
        {"kind": "undo", "id": 2, "undoes": 2},
        {"recorded_by": ""},
        {"recorded_by": None},
        {"plan_digest": "d9"},
        {"program": None},
        {"test_clock": 2},
        {"test_clock": None},
        {"test_clock": "yes"},
    ),
    "observation": (
        {"id": 0},
        {"submission": 7},
        {"submission": None},
        {"indicator": ""},
        {"indicator": None},
        {"org_unit": ""},
        {"disaggregation": None},
        {"period": None},
        {"period_start": "2022-02-30"},
        {"period_start": None},
        {"period_end": "31/7/2022"},
        {"period_end": "2022-06-30"},  # before the start
        {"entered": None},
        {"value": "75,5"},
        {"value": 75.5},
        {"value": None},
        {"state": "done"},  # beside a value
        {"value": None, "state": "finished"},
        {"not_available": "chưa báo cáo"},
        {"value": None, "state": "done", "not_available": "chưa báo cáo"},
        {"withdrawn": 1},  # with a value
        {"withdrawn": 2, "value": None},
        {"withdrawn": None},
        {"numerator": 981},  # without a denominator
        {"denominator": 1446},
        {"numerator": 981, "denominator": 0},
        {"qualifier": "roughly"},
        {"qualifier": None},
        {"reported": "2022-02-30"},
        {"reported": "2022-13"},
        {"reported": "2022-Q3"},
        {"reported": ""},
    ),
    "document": (
        {"id": 0},
        {"submission": 7},
        {"key": ""},
        {"key": None},
        {"withdrawn": 2},
        {"withdrawn": 1},  # with a title
        {"title": None},
        {"issued": "2022-02-30"},
        {"issued": "21/8/2022"},
    ),
    "acknowledgement": (
        {"id": 0},
        {"submission": 7},
        {"problem": ""},
        {"problem": None},
        {"withdrawn": 1},  # with a reason
        {"withdrawn": 2},
        {"reason": None},
    ),
    "summary_issue": (
        {"number": 0},
        {"submission": 7},
        {"week": "2022-33"},
        {"week": "2022-W60"},
        {"as_of": "2022-02-30"},
        {"as_of": None},
        {"known_at": "2022-08-21"},
        {"plan_digest": "d9"},
        {"language": None},
        {"text": None},
        {"sha256": "0"},
    ),
    "chain": ({"submission": 7}, {"digest": "0"}, {"digest": None}),
    "chain_start": ({"submission": 7}, {"at": "2022-08-21"}, {"at": None}),
    "closing": (
        {"submission": 7},
        {"period": ""},
        {"period": None},
        {"reopened": 2},
        {"reopened": 1},  # with who approved it
        {"approved_by": ""},
        {"approved_by": None},
        {"figures": -1},
        {"figures": None},
        {"head": "0"},
    ),
    "late_entry": ({"submission": 7}, {"reason": ""}, {"reason": None}),
    "database_user": (
        {"submission": 7},
        {"name": ""},
        {"name": None},
        {"sealed_in": 0},
        {"sealed_in": None},
    ),
    "units_version": (
        {"submission": 7},
        {"digest": "0" * 63},
        {"digest": None},
        {"text": None},
        {"text": b"x"},
    ),
}
_NO_DAYS = (
    *("2022-02-30", "2023-02-29", "1900-02-29", "2022-04-31", "2022-11-31", "2022-00-10"),
    *("2022-13-01", "2022-01-00", "2022-01-32", "2022-1-1", "22-01-01", "2022/01/01"),
    *(
        "2022-01-01 ",
        " 2022-01-01",
        "2022-01-01\n",
        "2022-01-01T00:00:00Z",
        "21/8/2022",
        "never",
        "",
    ),
)
_NO_INSTANTS = (
    *("2022-08-21T12:00:00.000000", "2022-08-21T12:00:00.000000+07:00", "2022-08-21T12:00:00.0Z"),
    *("2022-08-21T12:60:00.000000Z", "2022-08-21T32:00:00.000000Z", "2023-02-29T12:00:00.000000Z"),
    *("2022-08-21T12:00:00,000000Z", "2022-08-21T12:00:00.000000Z\n", "0"),
)
_NO_WEEKS = ("2022-W7", "2022-w33", "W33", "2022-W33 ", "2022-W333", "")
_WRONG: dict[tuple[str, str], tuple[str, ...]] = {
    ("observation", "period_start"): _NO_DAYS,
    ("observation", "period_end"): _NO_DAYS,
    ("observation", "reported"): (*_NO_DAYS, "2022-00", "2022-8", "2022", "2022-08-"),
    ("document", "issued"): _NO_DAYS,
    ("summary_issue", "as_of"): _NO_DAYS,
    ("summary_issue", "known_at"): _NO_INSTANTS,
    ("summary_issue", "week"): _NO_WEEKS,
    ("submission", "at"): _NO_INSTANTS,
    ("chain_start", "at"): _NO_INSTANTS,
}
"""Texts of another form than a column has."""
BAD: dict[str, list[dict[str, object]]] = {
    table: list(rows)
    + [{column: text} for (of, column), texts in _WRONG.items() if of == table for text in texts]
    for table, rows in _BAD.items()
}
"""What makes such a row one that the program cannot have written: more than 200 ways."""
