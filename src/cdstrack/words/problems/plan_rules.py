"""Sentences for CDS144 to CDS179: the rules between the values of a plan."""

from cdstrack.words.problems.sentences import Sentences

_NEAR_VI, _NEAR_EN = "Có phải là {near}?", "Did you mean {near}?"

_IDS: dict[str, Sentences] = {
    "CDS144": Sentences(
        "mã chỉ tiêu {value} dùng hai lần: chỉ tiêu thứ {first} và thứ {item}",
        "two indicators have the id {value}: number {first} and number {item}",
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
        "there is no body {value}",
        "Có phải là {near}? Nếu là đơn vị khác, hãy khai báo ở phần `org_units`.",
        "Did you mean {near}? If it is another body, declare it under `org_units`.",
    ),
    "CDS148": Sentences(
        "{indicator}: không có chỉ tiêu {value} để cộng",
        "{indicator}: there is no indicator {value} to add up",
        f"{_NEAR_VI} || Hãy khai báo chỉ tiêu này, hoặc bỏ khỏi `sum_of`.",
        f"{_NEAR_EN} || Declare it, or leave it out of `sum_of`.",
    ),
    "CDS149": Sentences(
        "{indicator}: chỉ tiêu là thành phần của chính nó: {way}",
        "{indicator}: the indicator is a part of itself: {way}",
        "Hãy bỏ một mã trong vòng này khỏi `sum_of`.",
        "Take one of them out of `sum_of`.",
    ),
    "CDS173": Sentences(
        "`{key}` ghi {value} hai lần",
        "`{key}` names {value} twice",
        "Hãy giữ lại một; nếu định ghi một mã khác, hãy sửa mã này.",
        "Keep one of them; if another id was meant, correct this one.",
    ),
    "CDS163": Sentences(
        "{indicator}: thành phần {part} tính bằng {part_unit}, tổng tính bằng {unit}",
        "{indicator}: the part {part} is counted in {part_unit}, the sum in {unit}",
        "Chỉ cộng được các chỉ tiêu có cùng `unit`.",
        "Only indicators with the same unit can be added up.",
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
        "{indicator}: `{key}` chỉ đi cùng `{comparator}`",
        "{indicator}: `{key}` goes only with `{comparator}`",
        "Hãy bỏ `{key}`, hoặc dùng `{comparator}`.",
        "Leave `{key}` out, or use `{comparator}`.",
    ),
    "CDS154": Sentences(
        "{indicator}: `{key}` không dùng được khi đơn vị tính là {unit}",
        "{indicator}: `{key}` does not fit the unit {unit}",
        "[top] `top` dùng cho thứ hạng (`unit: rank`); hãy dùng `at_least` hoặc `at_most`."
        " || [reach] `reach` dùng cho trạng thái (`unit: state`); hãy dùng `at_least` hoặc `at_most`."
        " || Trạng thái dùng `reach` hoặc `universal`; thứ hạng dùng `top`.",
        "[top] `top` is for ranks (`unit: rank`); use `at_least` or `at_most`."
        " || [reach] `reach` is for states (`unit: state`); use `at_least` or `at_most`."
        " || A state takes `reach` or `universal`; a rank takes `top`.",
    ),
    "CDS155": Sentences(
        "{indicator}: `{key}` trái với `direction: {direction}`",
        "{indicator}: `{key}` contradicts `direction: {direction}`",
        "Hãy dùng `{opposite}`, hoặc sửa `direction`. || Hãy sửa `direction`.",
        "Use `{opposite}`, or correct the direction. || Correct the direction.",
    ),
    "CDS156": Sentences(
        "{indicator}: mục tiêu là trạng thái mà có ngưỡng tự chọn bằng số",
        "{indicator}: a state cannot have a declared threshold in numbers",
        "Hãy bỏ `declared`; trạng thái dùng `reach: done`.",
        "Leave `declared` out; a state takes `reach: done`.",
    ),
}

_NUMBERS: dict[str, Sentences] = {
    "CDS157": Sentences(
        "`{key}` phải ghi số nhỏ trước, số lớn sau: {value}",
        "`{key}` must name the smaller number first, then the larger: {value}",
        "Hãy viết {right}. || Hai số phải khác nhau.",
        "Write {right}. || The two numbers must differ.",
    ),
    "CDS158": Sentences(
        "[strict] {indicator}: không bao giờ đạt được khi {value} là giới hạn của {bounds}"
        " || {indicator}: `{key}: {share}` của {from} là {value}, ngoài giới hạn {bounds}"
        " || {indicator}: giá trị {value} nằm ngoài giới hạn {bounds}",
        "[strict] {indicator}: can never be met, because {value} is the bound of {bounds}"
        " || {indicator}: `{key}: {share}` of {from} comes to {value}, outside the bounds {bounds}"
        " || {indicator}: the value {value} lies outside the bounds {bounds}",
        "[strict] Hãy dùng `at_least` hoặc `at_most`, hoặc sửa `bounds`."
        " || [share] Hãy kiểm tra tỷ lệ, giá trị gốc và `bounds`."
        " || Hãy sửa giá trị, hoặc sửa `bounds`.",
        "[strict] Use `at_least` or `at_most`, or correct the bounds."
        " || [share] Check the percentage, the baseline and the bounds."
        " || Correct the value, or the bounds.",
    ),
    "CDS159": Sentences(
        "{indicator}: thứ hạng {value} lớn hơn số đơn vị được xếp hạng ({field}) hoặc nhỏ hơn 1"
        " || {indicator}: thứ hạng {value} nhỏ hơn 1",
        "{indicator}: rank {value} lies beyond the {field} that are ranked, or below 1"
        " || {indicator}: rank {value} is below 1",
        "Hãy viết như `top: 30, of: 63`.",
        "Write it like `top: 30, of: 63`.",
    ),
    "CDS160": Sentences(
        "{indicator}: không thể giảm {value}, nhiều hơn toàn bộ",
        "{indicator}: nothing falls by {value}, more than all of it",
        "Hãy kiểm tra tỷ lệ; `reduce_by: 30%` nghĩa là còn 70% giá trị gốc.",
        "Check the percentage; `reduce_by: 30%` means that 70% of the baseline are left.",
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
        "Chiều thay đổi đứng ở khóa: hãy viết `{opposite}: {right}`, hoặc `{key}: {right}`."
        " || Hãy ghi tỷ lệ mà văn bản nêu, như `{key}: 30%`.",
        "The key says which way: write `{opposite}: {right}`, or `{key}: {right}`."
        " || Write the percentage that the document names, such as `{key}: 30%`.",
    ),
    "CDS175": Sentences(
        "{indicator}: `{key}: {value}` của giá trị gốc 0 vẫn là 0",
        "{indicator}: `{key}: {value}` of a baseline of 0 is still 0",
        "Hãy kiểm tra giá trị gốc, hoặc viết mục tiêu bằng số, như `at_least: 30`.",
        "Check the baseline, or write the target as a number, such as `at_least: 30`.",
    ),
    "CDS171": Sentences(
        "{indicator}: trạng thái không có `{key}`",
        "{indicator}: a state has no `{key}`",
        "Hãy bỏ `{key}`, hoặc sửa `unit`.",
        "Leave `{key}` out, or correct the unit.",
    ),
}

_TIMES: dict[str, Sentences] = {
    "CDS162": Sentences(
        'không có múi giờ "{value}"',
        'there is no time zone "{value}"',
        "Có phải là {near}? || Hãy viết như Asia/Ho_Chi_Minh.",
        "Did you mean {near}? || Write it like Asia/Ho_Chi_Minh.",
    ),
    "CDS164": Sentences(
        "{indicator}: hai mục tiêu cùng hạn {due} (mục tiêu thứ {first} cũng vậy)"
        " || {indicator}: hai mục tiêu không thời hạn cùng loại (mục tiêu thứ {first} cũng vậy)",
        "{indicator}: two targets due on {due} (target {first} is due then too)"
        " || {indicator}: two targets of one kind without a due date (target {first} is the other)",
        "Hãy gộp làm một, hoặc khai báo hai chỉ tiêu.",
        "Make them one, or declare two indicators.",
    ),
    "CDS165": Sentences(
        "{indicator}: mục tiêu {due} ({key}: {value}) dễ hơn mục tiêu {earlier_due} ({earlier_key}: {earlier_value})",
        "{indicator}: the target for {due} ({key}: {value}) is easier than that for {earlier_due} ({earlier_key}: {earlier_value})",
        "Hãy kiểm tra hai giá trị và `direction: {direction}`.",
        "Check both values, and `direction: {direction}`.",
    ),
    "CDS166": Sentences(
        "{indicator}: hạn {due} không sau ngày của giá trị gốc {date}",
        "{indicator}: due on {due}, which is not after the baseline of {date}",
        "Hãy sửa `due`, hoặc ngày của `baseline`.",
        "Correct `due`, or the date of the baseline.",
    ),
    "CDS167": Sentences(
        "{indicator}: hạn {due} không sau ngày bắt đầu kế hoạch {date}",
        "{indicator}: due on {due}, which is not after the plan's start on {date}",
        "Hãy sửa `due`, hoặc `starts`.",
        "Correct `due`, or `starts`.",
    ),
    "CDS168": Sentences(
        "{indicator}: đếm từ năm {year} mà hạn là {due}",
        "{indicator}: counted from {year} although due on {due}",
        "Hãy sửa `from`, hoặc `due`.",
        "Correct `from`, or `due`.",
    ),
    "CDS169": Sentences(
        "{indicator}: {unit} chủ trì từ {since}, không sau {before} ({earlier})"
        " || {indicator}: {unit} chủ trì từ {since}, không sau đơn vị trước"
        " || {indicator}: không rõ {unit} chủ trì từ ngày nào",
        "{indicator}: {unit} leads from {since}, which is not after {before} ({earlier})"
        " || {indicator}: {unit} leads from {since}, which is not after the body before"
        " || {indicator}: it is not said from which day {unit} leads",
        "Hãy ghi các đơn vị theo thứ tự thời gian, mỗi đơn vị sau có `since`.",
        "List the bodies in the order of time, each after the first with its `since`.",
    ),
    "CDS170": Sentences(
        "{indicator}: hai lần đổi cách tính cùng ngày {value}",
        "{indicator}: two breaks on the same day, {value}",
        "Hãy gộp làm một, với cả hai lý do.",
        "Make them one, with both reasons.",
    ),
    "CDS172": Sentences(
        "đơn vị kế thừa chính mình: {way}",
        "a body is its own successor: {way}",
        "Hãy sửa `successor`.",
        "Correct the successor.",
    ),
}

RULES: dict[str, Sentences] = {
    **_IDS,
    **_COMPARATORS,
    **_NUMBERS,
    **_TIMES,
}
"""The sentences about rules, to be merged into the family's table."""
