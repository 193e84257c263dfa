"""Sentences for CDS1xx: the plan file.

Owns the sentences about values (CDS101 to CDS119) and the advice (CDS180 to CDS199), and the table of
all sentences of the family; the file's text and the rules between values have modules of their own.
"""

from cdstrack.words.problems.plan_file import FILE
from cdstrack.words.problems.plan_rules import RULES
from cdstrack.words.problems.sentences import Sentences

WARNINGS: dict[str, Sentences] = {
    "CDS180": Sentences(
        "khóa `{key}` không có giá trị nên được bỏ qua",
        "the key `{key}` has no value and is ignored",
        "Hãy điền giá trị, hoặc bỏ khóa này.",
        "Fill it in, or remove the key.",
    ),
    "CDS182": Sentences(
        "{indicator}: giới hạn trên không hợp với đơn vị {unit}",
        "{indicator}: the upper bound does not fit the unit {unit}",
        "Với {unit}, toàn bộ là {whole}: hãy viết `bounds: [0, {whole}]`.",
        "In {unit}, the whole is {whole}: write `bounds: [0, {whole}]`.",
    ),
    "CDS183": Sentences(
        "{indicator}: {value} không phải là số nguyên, mà đơn vị là {unit}",
        "{indicator}: {value} is not a whole number, but the unit is {unit}",
        "Nếu dấu chấm ngăn cách hàng nghìn, hãy viết {joined}. || Hãy kiểm tra giá trị.",
        "If the point separates thousands, write {joined}. || Check the value.",
    ),
    "CDS184": Sentences(
        "{value} có đơn vị kế thừa nhưng không có ngày kết thúc hoạt động",
        "{value} has a successor but no closing date",
        "Hãy thêm `closed`: ngày cuối cùng của {value}.",
        "Add `closed`: the last day of {value}.",
    ),
    "CDS185": Sentences(
        "{indicator}: mục tiêu chấm dứt ngày {date}, sau thời hạn {due}, nên không có tác dụng",
        "{indicator}: the target ended on {date}, after its due date {due}, which has no effect",
        "Hãy kiểm tra hai ngày.",
        "Check both dates.",
    ),
    "CDS186": Sentences(
        "{indicator}: giá trị gốc {baseline} đã đạt mục tiêu này",
        "{indicator}: the baseline {baseline} already meets this target",
        "Hãy kiểm tra giá trị gốc và mục tiêu.",
        "Check the baseline and the target.",
    ),
    "CDS187": Sentences(
        "{indicator}: có `{key}` nhưng không có `{missing}`",
        "{indicator}: `{key}` without `{missing}`",
        "Hãy thêm {missing}: tên của đại lượng còn lại.",
        "Add {missing}: the name of the other quantity.",
    ),
    "CDS188": Sentences(
        "địa chỉ không bắt đầu bằng http:// hoặc https://: {value}",
        "the address does not start with http:// or https://: {value}",
        "Hãy chép lại địa chỉ đầy đủ.",
        "Copy the complete address.",
    ),
    "CDS189": Sentences(
        "{indicator}: `{key}: {share}` của {from} là {value}, lớn hơn toàn bộ ({whole}), và "
        "không có `bounds` cho phép || "
        "{indicator}: {value} lớn hơn toàn bộ ({whole}), và không có `bounds` cho phép",
        "{indicator}: `{key}: {share}` of {from} is {value}, more than the whole ({whole}), "
        "and no bounds allow it || "
        "{indicator}: {value} is more than the whole ({whole}), and no bounds allow it",
        "Hãy kiểm tra giá trị; nếu đúng, hãy thêm `bounds`.",
        "Check the value; if it is correct, add `bounds`.",
    ),
}

ADVICE: dict[str, Sentences] = {
    "CDS190": Sentences(
        "{indicator}: mục tiêu không có nguyên văn",
        "{indicator}: the target does not quote its official wording",
        'Hãy thêm `wording: "…"`, đúng như văn bản viết.',
        'Add `wording: "…"`, exactly as in the document.',
    ),
    "CDS191": Sentences(
        "{indicator}: mục tiêu không ghi văn bản nguồn",
        "{indicator}: the target does not state its document",
        "Hãy thêm `document`: mã của văn bản.",
        "Add `document`: the document's id.",
    ),
    "CDS192": Sentences(
        "{indicator}: không ghi cơ quan chủ trì",
        "{indicator}: no lead body is stated",
        "Hãy thêm `lead`: mã của đơn vị.",
        "Add `lead`: the id of the org unit.",
    ),
    "CDS193": Sentences(
        "{indicator}: không ghi tần suất báo cáo, coi như hằng năm",
        "{indicator}: no frequency is stated, so yearly is assumed",
        "Hãy thêm `frequency`: weekly, monthly, quarterly, half-yearly hoặc yearly.",
        "Add `frequency`: weekly, monthly, quarterly, half-yearly or yearly.",
    ),
    "CDS194": Sentences(
        "{indicator}: `{key}` không có giá trị gốc để so sánh, nên không tính được phần còn thiếu",
        "{indicator}: `{key}` has no baseline, so no gap can be computed",
        "Nếu biết giá trị gốc, hãy thêm `baseline: {date: …, value: …}`.",
        "If the baseline is known, add `baseline: {date: …, value: …}`.",
    ),
    "CDS195": Sentences(
        "{indicator}: mục tiêu có giá trị nhưng không có thời hạn, nên chỉ đánh giá được đạt "
        "hoặc chưa đạt",
        "{indicator}: a value without a due date, so the target can only be met or not yet met",
        "Nếu văn bản nêu năm, hãy thêm `due: 2025-12-31`.",
        "If the document states a year, add `due: 2025-12-31`.",
    ),
    "CDS196": Sentences(
        "đơn vị {value} chưa được khai báo tên",
        "the org unit {value} has no declared name",
        "Hãy thêm vào `org_units`: `{value}: {vi: …}`.",
        "Add it to `org_units`: `{value}: {vi: …}`.",
    ),
}

_LIST_VI, _LIST_EN = "Các khóa dùng được ở đây: {known}.", "Keys allowed here: {known}."
_NUMBER_FIX_VI = (
    "Hãy viết {percent} (dấu chấm thập phân, không có dấu %); đơn vị đã là phần trăm. || Hãy viết "
    "{sign} (dấu chấm thập phân, không có dấu %). || Hãy viết `{key}: {value_at_key}`; phép so "
    "sánh đặt ở khóa, không đặt ở giá trị. || Hãy viết {point} (dấu chấm thập phân) hoặc {joined} "
    "(hàng nghìn viết liền). || Hãy viết {grouped} (hàng nghìn viết liền, dấu chấm thập phân). || "
    "Hãy viết {plain}. || [clock] Đây là cách viết giờ, phút; hãy viết một số như 85.5. || Hãy "
    "viết bằng chữ số với dấu chấm thập phân, như 85.5."
)
_NUMBER_FIX_EN = (
    "Write {percent} (decimal point, no percent sign); the unit is already percent. || Write "
    "{sign} (decimal point, no percent sign). || Write `{key}: {value_at_key}`; the comparison "
    "belongs in the key, not in the value. || Write {point} (decimal point) or {joined} (no "
    "thousands separator). || Write {grouped} (no thousands separator, decimal point). || Write "
    "{plain}. || [clock] This is a time of day; write a number such as 85.5. || Write digits with "
    "a decimal point, such as 85.5."
)

_VALUES: dict[str, Sentences] = {
    "CDS102": Sentences(
        "khóa không dùng được ở đây: `{key}`",
        "unknown key: `{key}`",
        "[comma] Trong { } dấu phẩy ngăn cách các khóa; số thập phân viết với dấu chấm, văn bản có dấu phẩy đặt trong ngoặc kép."
        " || Có phải là {near}? || " + _LIST_VI,
        "[comma] Inside { } a comma separates keys; write decimals with a point, and put a text "
        "with a comma in quotes. || Did you mean {near}? || " + _LIST_EN,
    ),
    "CDS103": Sentences(
        "thiếu khóa `{key}`",
        "missing key: `{key}`",
        "Hãy thêm `{key}: …`; khóa này bắt buộc.",
        "Add `{key}: …`; it is required.",
    ),
    "CDS104": Sentences(
        'giá trị mục tiêu không phải là số: "{value}"',
        'target value is not a number: "{value}"',
        _NUMBER_FIX_VI,
        _NUMBER_FIX_EN,
    ),
    "CDS105": Sentences(
        '`{key}` cần một số, không phải "{value}"',
        '`{key}` needs a number, not "{value}"',
        _NUMBER_FIX_VI,
        _NUMBER_FIX_EN,
    ),
    "CDS106": Sentences(
        "số có hơn sáu chữ số thập phân: {value}",
        "more than six decimals: {value}",
        "Hãy làm tròn đến sáu chữ số thập phân.",
        "Round it to six decimals.",
    ),
    "CDS107": Sentences(
        "số quá lớn: {value}",
        "the number is too large: {value}",
        "Số lớn nhất ghi được là 9000000000000; hãy dùng đơn vị lớn hơn (triệu, tỷ).",
        "The largest number allowed is 9000000000000; use a larger unit (millions, billions).",
    ),
    "CDS108": Sentences(
        '`{key}` cần một tỷ lệ phần trăm, không phải "{value}"',
        '`{key}` needs a percentage, not "{value}"',
        "Hãy viết `{key}: {share}` (so với giá trị gốc). || Hãy viết như `{key}: 30%` (so với giá trị gốc).",
        "Write `{key}: {share}` (of the baseline). || Write it like `{key}: 30%` (of the baseline).",
    ),
    "CDS109": Sentences(
        'không phải là ngày: "{value}"',
        'not a date: "{value}"',
        "Hãy viết {plain} (năm-tháng-ngày). || Hãy viết {end} nếu là hết năm {year}."
        " || Tháng {month} chỉ có {last} ngày. || Không có tháng {no_month}. || Không có năm {no_year}."
        " || Hãy viết năm-tháng-ngày, như 2025-12-31.",
        "Write {plain} (year-month-day). || Write {end} for the end of {year}. || Month {month} "
        "has {last} days. || There is no month {no_month}. || There is no year {no_year}. || "
        "Write year-month-day, such as 2025-12-31.",
    ),
    "CDS110": Sentences(
        '`{key}` không nhận giá trị "{value}"',
        '`{key}` cannot be "{value}"',
        "Có phải là {near}? Các giá trị dùng được: {allowed}. || Các giá trị dùng được: {allowed}.",
        "Did you mean {near}? Allowed values: {allowed}. || Allowed values: {allowed}.",
    ),
    "CDS111": Sentences(
        'không phải là mã (id): "{value}"',
        'not an id: "{value}"',
        "Hãy viết {plain}: chữ thường không dấu, chữ số và dấu gạch nối."
        " || Hãy dùng chữ thường không dấu, chữ số và dấu gạch nối, như ho-so-cap-tinh.",
        "Write {plain}: lower-case letters without accents, digits and hyphens. || "
        "Use lower-case letters without accents, digits and hyphens, such as ho-so-cap-tinh.",
    ),
    "CDS112": Sentences(
        '[word] mã "{value}" trong YAML cũng có nghĩa là có, không hoặc trống: chương trình khác sẽ '
        'đọc thành như vậy || [day] mã "{value}" là một ngày: chương trình khác sẽ đọc thành ngày'
        ' || mã "{value}" là một con số: chương trình khác sẽ đọc thành số',
        '[word] in YAML the id "{value}" means yes, no or nothing: other programs would read it '
        'that way || [day] the id "{value}" is a date: other programs would read it as one || the '
        'id "{value}" is a number: other programs would read it as one',
        "[word] Hãy viết dài hơn, như chi-tieu-{value}. || Hãy thêm một từ, như nam-{value}.",
        "[word] Make it longer, such as chi-tieu-{value}. || Add a word to it, such as nam-{value}.",
    ),
    "CDS113": Sentences(
        "`{key}` để trống",
        "`{key}` is empty",
        "Hãy điền nội dung, hoặc bỏ khóa này.",
        "Fill it in, or remove the key.",
    ),
    "CDS114": Sentences(
        "`{key}` cần một giá trị, không phải một danh sách hay một nhóm khóa",
        "`{key}` needs a single value, not a list or a group of keys",
        "[range] Khoảng giá trị viết như `between: [35, 40]`."
        " || Hãy viết `{key}:` và giá trị trên cùng một dòng.",
        "[range] Write a range as `between: [35, 40]`. || "
        "Write `{key}:` and the value on one line.",
    ),
    "CDS115": Sentences(
        "`{key}` cần một danh sách",
        "`{key}` needs a list",
        "Hãy viết `{key}: {pair}`. || [range] Hãy viết như `{key}: [35, 40]`."
        " || Hãy viết `{key}: [mục, mục]`, hoặc mỗi mục một dòng bắt đầu bằng dấu gạch.",
        "Write `{key}: {pair}`. || [range] Write it like `{key}: [35, 40]`. || Write `{key}: "
        "[item, item]`, or one item per line, starting with a hyphen.",
    ),
    "CDS116": Sentences(
        "`{key}` cần một nhóm khóa || tệp kế hoạch cần một nhóm khóa",
        "`{key}` needs a group of keys || the plan file needs a group of keys",
        _LIST_VI + " || Hãy viết các dòng `khóa: giá trị`.",
        _LIST_EN + " || Write lines of `key: value`.",
    ),
    "CDS117": Sentences(
        "[one] `{key}` cần đúng một chiều phân tổ || `{key}` cần đúng hai số",
        "[one] `{key}` needs exactly one dimension || `{key}` needs exactly two numbers",
        "[comma] Trong [ ] dấu phẩy ngăn cách hai số; số thập phân viết với dấu chấm, như [35.5, 40]."
        " || [one] Hãy viết như `every: {sector: [nong-nghiep, du-lich]}`."
        " || Hãy viết như [0, 100]; bên không có giới hạn viết là ~ (chỉ ở `bounds`).",
        "[comma] Inside [ ] a comma separates the two numbers; write decimals with a point, such "
        "as [35.5, 40]. || [one] Write it like `every: {sector: [nong-nghiep, du-lich]}`. || "
        "Write it like [0, 100]; ~ means no bound on that side (only in `bounds`).",
    ),
    "CDS118": Sentences(
        '`{key}` cần một năm, không phải "{value}"',
        '`{key}` needs a year, not "{value}"',
        "Hãy viết năm bằng bốn chữ số, như 2021.",
        "Write the year in four digits, such as 2021.",
    ),
    "CDS119": Sentences(
        '`{key}` chỉ nhận true, không nhận "{value}"',
        '`{key}` can only be true, not "{value}"',
        "Hãy viết `{key}: true`, hoặc bỏ khóa này.",
        "Write `{key}: true`, or remove the key.",
    ),
}

TEXTS: dict[str, Sentences] = {**FILE, **_VALUES, **RULES, **WARNINGS, **ADVICE}
"""All sentences of the family."""
