"""The keys of the reports for programs, in the order that is promised."""

REPORT_KEYS = (
    "report schema_version generator plan as_of known_at method head notices counts "
    "counts_by_due items"
)
ITEM_KEYS = (
    "indicator name pillar level unit direction org_unit disaggregation lead person latest "
    "age_days stale status direction_verdict composite rollup targets"
)
LATEST_KEYS = "id value numerator denominator stated period on qualifier document reported doubts"
TARGET_KEYS = (
    "due comparator value threshold declared wording document status met gap gap_count completion "
    "ratio expected required_pace current_pace forecast outlook likely lead_days reached_on flags reasons "
    "years groups"
)
