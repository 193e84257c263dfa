"""Sentences for CDS180 to CDS199: what is odd about a plan, and what it should add."""

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
