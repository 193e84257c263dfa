"""Sentences for CDS144 to CDS179: the rules between the values of a plan."""

from cdstrack.words.problems.sentences import Sentences

_NEAR_VI, _NEAR_EN = "Có phải là {near}?", "Did you mean {near}?"

_IDS: dict[str, Sentences] = {
    "CDS144": Sentences(
        "mã chỉ tiêu {value} dùng hai lần: chỉ tiêu thứ {first} và thứ {item}",
        "duplicate indicator id {value}: indicators number {first} and {item}",
        "Hãy đặt mã khác cho một trong hai.",
        "Give one of them another id.",
    ),
    "CDS145": Sentences(
        "{indicator}: không có trụ cột {value}",
        "{indicator}: there is no pillar {value}",
        f"{_NEAR_VI} || Các trụ cột đã khai báo: {{known}}. || Hãy khai báo trụ cột ở phần `pillars`.",
        f"{_NEAR_EN} || Declared pillars: {{known}}. || Declare it under `pillars`.",
    ),
    "CDS146": Sentences(
        "không có văn bản {value}",
        "there is no document {value}",
        f"{_NEAR_VI} || Hãy khai báo văn bản này ở phần `documents`.",
        f"{_NEAR_EN} || Declare it under `documents`.",
    ),
    "CDS147": Sentences(
        "không có đơn vị {value}",
        "there is no org unit {value}",
        "Có phải là {near}? Nếu là đơn vị khác, hãy khai báo ở phần `org_units`.",
        "Did you mean {near}? If it is another org unit, declare it under `org_units`.",
    ),
    "CDS148": Sentences(
        "{indicator}: không có chỉ tiêu {value} để cộng",
        "{indicator}: there is no indicator {value} to add up",
        f"{_NEAR_VI} || Hãy khai báo chỉ tiêu này, hoặc bỏ khỏi `sum_of`.",
        f"{_NEAR_EN} || Declare it, or remove it from `sum_of`.",
    ),
    "CDS149": Sentences(
        "{indicator}: chỉ tiêu là thành phần trong tổng của chính nó: {way}",
        "{indicator}: the indicator is part of its own sum: {way}",
        "Hãy bỏ một mã trong vòng này khỏi `sum_of`.",
        "Remove one of them from `sum_of`.",
    ),
    "CDS173": Sentences(
        "`{key}` nêu {value} hai lần",
        "`{key}` lists {value} twice",
        "Hãy giữ lại một; nếu định ghi một mã khác, hãy sửa mã này.",
        "Keep one of them; if another id was intended, correct this one.",
    ),
    "CDS163": Sentences(
        "{indicator}: thành phần {part} tính bằng {part_unit}, tổng tính bằng {unit}",
        "{indicator}: the part {part} has the unit {part_unit}, the sum has {unit}",
        "Chỉ cộng được các chỉ tiêu có cùng `unit`.",
        "Only indicators with the same unit can be added.",
    ),
}

_COMPARATORS: dict[str, Sentences] = {
    "CDS150": Sentences(
        "{indicator}: mục tiêu không có phép so sánh",
        "{indicator}: the target has no comparator",
        "Hãy thêm một trong các khóa: {known}.",
        "Add one of the keys: {known}.",
    ),
    "CDS151": Sentences(
        "{indicator}: có hai phép so sánh, `{other}` và `{key}`",
        "{indicator}: two comparators, `{other}` and `{key}`",
        "Hãy giữ một; hai mốc là hai mục tiêu, một khoảng là `between: [35, 40]`.",
        "Keep one; two milestones are two targets, a range is `between: [35, 40]`.",
    ),
    "CDS152": Sentences(
        "{indicator}: ngưỡng tự chọn không có phép so sánh",
        "{indicator}: the declared threshold has no comparator",
        "Hãy thêm một trong các khóa: at_least, more_than, at_most, less_than.",
        "Add one of the keys: at_least, more_than, at_most, less_than.",
    ),
    "CDS153": Sentences(
        "{indicator}: `{key}` chỉ dùng cùng `{comparator}`",
        "{indicator}: `{key}` can only be used with `{comparator}`",
        "Hãy bỏ `{key}`, hoặc dùng `{comparator}`.",
        "Remove `{key}`, or use `{comparator}`.",
    ),
    "CDS154": Sentences(
        "{indicator}: `{key}` không dùng được khi đơn vị tính là {unit}",
        "{indicator}: `{key}` cannot be used with the unit {unit}",
        "[top] `top` dùng cho thứ hạng (`unit: rank`); hãy dùng `at_least` hoặc `at_most`."
        " || [reach] `reach` dùng cho trạng thái (`unit: state`); hãy dùng `at_least` hoặc `at_most`."
        " || Trạng thái dùng `reach` hoặc `universal`; thứ hạng dùng `top`.",
        "[top] `top` is for ranks (`unit: rank`); use `at_least` or `at_most`. || "
        "[reach] `reach` is for states (`unit: state`); use `at_least` or `at_most`. || "
        "For a state use `reach` or `universal`; for a rank use `top`.",
    ),
    "CDS155": Sentences(
        "{indicator}: `{key}` trái với `direction: {direction}`",
        "{indicator}: `{key}` contradicts `direction: {direction}`",
        "Hãy dùng `{opposite}`, hoặc sửa `direction`. || Hãy sửa `direction`.",
        "Use `{opposite}`, or correct the direction. || Correct the direction.",
    ),
    "CDS156": Sentences(
        "{indicator}: mục tiêu là trạng thái nhưng ngưỡng tự chọn là một số",
        "{indicator}: a state cannot have a numeric declared threshold",
        "Hãy bỏ `declared`; trạng thái dùng `reach: done`.",
        "Remove `declared`; use `reach: done` for a state.",
    ),
}

_NUMBERS: dict[str, Sentences] = {
    "CDS157": Sentences(
        "`{key}` phải ghi số nhỏ trước, số lớn sau: {value}",
        "`{key}` needs the smaller number first, then the larger one: {value}",
        "Hãy viết {right}. || Hai số phải khác nhau.",
        "Write {right}. || The two numbers must differ.",
    ),
    "CDS158": Sentences(
        "[strict] {indicator}: không bao giờ đạt được khi {value} là giới hạn của {bounds}"
        " || {indicator}: `{key}: {share}` của {from} là {value}, ngoài giới hạn {bounds}"
        " || {indicator}: giá trị {value} nằm ngoài giới hạn {bounds}",
        "[strict] {indicator}: can never be met, because {value} is the bound of {bounds} || "
        "{indicator}: `{key}: {share}` of {from} is {value}, outside the bounds {bounds} || "
        "{indicator}: the value {value} is outside the bounds {bounds}",
        "[strict] Hãy dùng `at_least` hoặc `at_most`, hoặc sửa `bounds`. || [share] Hãy kiểm tra "
        "tỷ lệ, giá trị gốc và `bounds`. || Hãy sửa giá trị, hoặc sửa `bounds`.",
        "[strict] Use `at_least` or `at_most`, or correct the bounds. || [share] Check the "
        "percentage, the baseline and the bounds. || Correct the value, or the bounds.",
    ),
    "CDS159": Sentences(
        "{indicator}: thứ hạng {value} lớn hơn số đơn vị được xếp hạng ({field}) hoặc nhỏ hơn 1"
        " || {indicator}: thứ hạng {value} nhỏ hơn 1",
        "{indicator}: rank {value} exceeds the number ranked ({field}) or is below 1 || "
        "{indicator}: rank {value} is below 1",
        "Hãy viết như `top: 30, of: 63`.",
        "Write it like `top: 30, of: 63`.",
    ),
    "CDS160": Sentences(
        "{indicator}: không thể giảm {value}, vì nhiều hơn toàn bộ giá trị",
        "{indicator}: a reduction by {value} is more than the whole",
        "Hãy kiểm tra tỷ lệ; `reduce_by: 30%` nghĩa là còn 70% giá trị gốc.",
        "Check the percentage; `reduce_by: 30%` means that 70% of the baseline remains.",
    ),
    "CDS161": Sentences(
        "{indicator}: thứ hạng nhỏ hơn là tốt hơn, nên `direction` phải là `decrease`",
        "{indicator}: a lower rank is better, so the direction must be decrease",
        "Hãy viết `direction: decrease`.",
        "Write `direction: decrease`.",
    ),
    "CDS174": Sentences(
        "{indicator}: `{key}` cần một tỷ lệ lớn hơn 0, không phải {value}",
        "{indicator}: `{key}` needs a percentage above zero, not {value}",
        "Chiều thay đổi đã nêu ở khóa: hãy viết `{opposite}: {right}`, hoặc `{key}: {right}`. "
        "|| Hãy ghi tỷ lệ mà văn bản nêu, như `{key}: 30%`.",
        "The key gives the direction: write `{opposite}: {right}`, or `{key}: {right}`. || "
        "Write the percentage stated in the document, such as `{key}: 30%`.",
    ),
    "CDS175": Sentences(
        "{indicator}: `{key}: {value}` của giá trị gốc 0 vẫn là 0",
        "{indicator}: `{key}: {value}` of a baseline of 0 is still 0",
        "Hãy kiểm tra giá trị gốc, hoặc viết mục tiêu bằng số, như `at_least: 30`.",
        "Check the baseline, or write the target as a number, such as `at_least: 30`.",
    ),
    "CDS171": Sentences(
        "{indicator}: trạng thái không thể có `{key}`",
        "{indicator}: a state cannot have `{key}`",
        "Hãy bỏ `{key}`, hoặc sửa `unit`.",
        "Remove `{key}`, or correct the unit.",
    ),
}

_TIMES: dict[str, Sentences] = {
    "CDS162": Sentences(
        'không có múi giờ "{value}"',
        'unknown time zone "{value}"',
        "Có phải là {near}? || Hãy viết như Asia/Ho_Chi_Minh.",
        "Did you mean {near}? || Write it like Asia/Ho_Chi_Minh.",
    ),
    "CDS164": Sentences(
        "{indicator}: hai mục tiêu cùng thời hạn {due} (trùng với mục tiêu thứ {first}) || "
        "{indicator}: hai mục tiêu cùng loại không có thời hạn (trùng với mục tiêu thứ {first})",
        "{indicator}: two targets have the due date {due} (the other is target {first}) || "
        "{indicator}: two targets of the same kind without a due date (the other is target "
        "{first})",
        "Hãy gộp làm một, hoặc khai báo hai chỉ tiêu.",
        "Merge them, or declare two indicators.",
    ),
    "CDS165": Sentences(
        "{indicator}: mục tiêu {due} ({key}: {value}) dễ hơn mục tiêu {earlier_due} ({earlier_key}: {earlier_value})",
        "{indicator}: the target for {due} ({key}: {value}) is easier than the target for "
        "{earlier_due} ({earlier_key}: {earlier_value})",
        "Hãy kiểm tra hai giá trị và `direction: {direction}`.",
        "Check both values, and `direction: {direction}`.",
    ),
    "CDS166": Sentences(
        "{indicator}: hạn {due} không sau ngày của giá trị gốc {date}",
        "{indicator}: the due date {due} is not after the baseline date {date}",
        "Hãy sửa `due`, hoặc ngày của `baseline`.",
        "Correct `due`, or the date of the baseline.",
    ),
    "CDS167": Sentences(
        "{indicator}: hạn {due} không sau ngày bắt đầu kế hoạch {date}",
        "{indicator}: the due date {due} is not after the start of the plan on {date}",
        "Hãy sửa `due`, hoặc `starts`.",
        "Correct `due`, or `starts`.",
    ),
    "CDS168": Sentences(
        "{indicator}: tính từ năm {year} nhưng thời hạn là {due}",
        "{indicator}: counted from {year}, but the due date is {due}",
        "Hãy sửa `from`, hoặc `due`.",
        "Correct `from`, or `due`.",
    ),
    "CDS169": Sentences(
        "{indicator}: {unit} chủ trì từ {since}, không sau {before} ({earlier}) || "
        "{indicator}: {unit} chủ trì từ {since}, không sau cơ quan trước || "
        "{indicator}: thiếu ngày bắt đầu chủ trì của {unit}",
        "{indicator}: {unit} leads from {since}, which is not after {before} ({earlier}) || "
        "{indicator}: {unit} leads from {since}, which is not after the previous lead body || "
        "{indicator}: the start date of the lead body {unit} is missing",
        "Hãy ghi các cơ quan theo thứ tự thời gian, từ cơ quan thứ hai có `since`.",
        "List the lead bodies in chronological order, each after the first with its `since`.",
    ),
    "CDS170": Sentences(
        "{indicator}: hai lần thay đổi cách tính cùng ngày {value}",
        "{indicator}: two breaks on the same day, {value}",
        "Hãy gộp làm một, với cả hai lý do.",
        "Merge them, with both reasons.",
    ),
    "CDS172": Sentences(
        "đơn vị là đơn vị kế thừa của chính mình: {way}",
        "an org unit is its own successor: {way}",
        "Hãy sửa `successor`.",
        "Correct the successor.",
    ),
}

RULES: dict[str, Sentences] = {**_IDS, **_COMPARATORS, **_NUMBERS, **_TIMES}
"""The sentences about rules, to be merged into the family's table."""
