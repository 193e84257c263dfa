"""Sentences for CDS180 to CDS199: what is odd about a plan, and what it should add."""

from cdstrack.words.problems.sentences import Sentences

WARNINGS: dict[str, Sentences] = {
    "CDS180": Sentences(
        "khóa `{key}` không có giá trị, coi như không viết",
        "the key `{key}` has no value and is read as if it were not there",
        "Hãy điền giá trị, hoặc bỏ khóa này.",
        "Fill it in, or leave the key out.",
    ),
    "CDS182": Sentences(
        "{indicator}: giới hạn trên không hợp với đơn vị {unit}",
        "{indicator}: the upper bound does not fit the unit {unit}",
        "Với {unit}, toàn bộ là {whole}: hãy viết `bounds: [0, {whole}]`.",
        "In {unit} the whole is {whole}: write `bounds: [0, {whole}]`.",
    ),
    "CDS183": Sentences(
        "{indicator}: {value} không phải là số nguyên, mà đơn vị là {unit}",
        "{indicator}: {value} is not a whole number, though the unit is {unit}",
        "Nếu dấu chấm ngăn cách hàng nghìn, hãy viết {joined}. || Hãy kiểm tra giá trị.",
        "If the point separates thousands, write {joined}. || Check the value.",
    ),
    "CDS184": Sentences(
        "{value} có đơn vị kế thừa mà không có ngày kết thúc",
        "{value} has a successor but no last day",
        "Hãy thêm `closed`: ngày cuối cùng của {value}.",
        "Add `closed`: the last day of {value}.",
    ),
    "CDS185": Sentences(
        "{indicator}: mục tiêu chấm dứt ngày {date}, sau hạn {due}, nên không thay đổi gì",
        "{indicator}: the target ended on {date}, after it was due on {due}, which changes nothing",
        "Hãy kiểm tra hai ngày.",
        "Check both dates.",
    ),
    "CDS186": Sentences(
        "{indicator}: giá trị gốc {baseline} đã đạt mục tiêu này",
        "{indicator}: the baseline {baseline} meets this target already",
        "Hãy kiểm tra giá trị gốc và mục tiêu.",
        "Check the baseline and the target.",
    ),
    "CDS187": Sentences(
        "{indicator}: có `{key}` mà không có `{missing}`",
        "{indicator}: there is a `{key}` but no `{missing}`",
        "Hãy thêm {missing}: tên của phần kia.",
        "Add {missing}: the name of the other part.",
    ),
    "CDS188": Sentences(
        "địa chỉ không bắt đầu bằng http:// hoặc https://: {value}",
        "the address does not begin with http:// or https://: {value}",
        "Hãy chép lại địa chỉ đầy đủ.",
        "Copy the full address.",
    ),
    "CDS189": Sentences(
        "{indicator}: `{key}: {share}` của {from} là {value}, lớn hơn toàn bộ ({whole}) và không có `bounds` cho phép"
        " || {indicator}: {value} lớn hơn toàn bộ ({whole}) và không có `bounds` cho phép",
        "{indicator}: `{key}: {share}` of {from} comes to {value}, more than the whole ({whole}), and no bounds allow it"
        " || {indicator}: {value} is more than the whole ({whole}), and no bounds allow it",
        "Hãy kiểm tra giá trị; nếu đúng, hãy thêm `bounds`.",
        "Check the value; if it is right, add `bounds`.",
    ),
}

ADVICE: dict[str, Sentences] = {
    "CDS190": Sentences(
        "{indicator}: mục tiêu không có nguyên văn",
        "{indicator}: the target does not quote its official words",
        'Hãy thêm `wording: "…"`, đúng như văn bản viết.',
        'Add `wording: "…"`, exactly as the document says it.',
    ),
    "CDS191": Sentences(
        "{indicator}: mục tiêu không ghi văn bản nào nêu ra",
        "{indicator}: the target does not name its document",
        "Hãy thêm `document`: mã của văn bản.",
        "Add `document`: the document's id.",
    ),
    "CDS192": Sentences(
        "{indicator}: không ghi cơ quan chủ trì",
        "{indicator}: nobody is named as responsible",
        "Hãy thêm `lead`: mã của đơn vị.",
        "Add `lead`: the id of the body.",
    ),
    "CDS193": Sentences(
        "{indicator}: không ghi kỳ báo cáo, coi như hằng năm",
        "{indicator}: no frequency, so yearly is assumed",
        "Hãy thêm `frequency`: weekly, monthly, quarterly, half-yearly hoặc yearly.",
        "Add `frequency`: weekly, monthly, quarterly, half-yearly or yearly.",
    ),
    "CDS194": Sentences(
        "{indicator}: `{key}` không có giá trị gốc để so, nên không tính được khoảng còn thiếu",
        "{indicator}: `{key}` has no baseline to count from, so no gap can be computed",
        "Nếu biết giá trị gốc, hãy thêm `baseline: {date: …, value: …}`.",
        "If the baseline is known, add `baseline: {date: …, value: …}`.",
    ),
    "CDS195": Sentences(
        "{indicator}: mục tiêu có số mà không có hạn, nên chỉ là đạt hoặc chưa đạt",
        "{indicator}: a number without a due date, so it is only met or not yet met",
        "Nếu văn bản nêu năm, hãy thêm `due: 2025-12-31`.",
        "If the document names a year, add `due: 2025-12-31`.",
    ),
    "CDS196": Sentences(
        "đơn vị {value} chưa khai báo tên",
        "the body {value} is named but not described",
        "Hãy thêm vào `org_units`: `{value}: {vi: …}`.",
        "Add it to `org_units`: `{value}: {vi: …}`.",
    ),
}
