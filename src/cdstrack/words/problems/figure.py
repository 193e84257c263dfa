"""Sentences for CDS2xx: a figure as it is entered.

The facts a sentence names are those of its problem; `value` is always what was typed.
"""

from cdstrack.words.problems.sentences import Sentences

TEXTS: dict[str, Sentences] = {
    "CDS201": Sentences(
        'không phải là số: "{value}"',
        'not a number: "{value}"',
        "Viết chữ số, ví dụ 75, 67,84, 1.446.000, 981/1446 hoặc na:lý do.",
        "Write digits, for example 75, 67.84, 1,446,000, 981/1446 or na:reason.",
    ),
    "CDS202": Sentences(
        'có hai cách đọc "{value}": {grouped} hoặc {decimal_vi}',
        '"{value}" has two readings: {grouped} or {decimal}',
        "Viết một trong hai: {grouped} hoặc {decimal_vi}.",
        "Write one of them: {grouped} or {decimal}.",
    ),
    "CDS203": Sentences(
        '"{value}" nằm ngoài giới hạn của {indicator}: {bounds}',
        '"{value}" is outside the bounds of {indicator}: {bounds}',
        "Kiểm tra số liệu và chỉ tiêu; nếu số liệu đúng, sửa bounds trong kế hoạch.",
        "Check figure and indicator; if the figure is right, change bounds in the plan.",
    ),
    "CDS204": Sentences(
        'cần số nguyên không âm cho {indicator}: "{value}" || cần số nguyên không âm: "{value}"',
        '{indicator} needs a whole number, zero or more: "{value}" || '
        'a whole number, zero or more, is needed: "{value}"',
        "Viết số đếm, không có phần thập phân, ví dụ 1446.",
        "Write a count without decimals, for example 1446.",
    ),
    "CDS205": Sentences(
        'quá sáu chữ số thập phân: "{value}"',
        'more than six decimals: "{value}"',
        "Viết nhiều nhất sáu chữ số sau dấu thập phân, hoặc viết phân số, ví dụ 981/1446.",
        "Write at most six digits after the point, or the fraction itself, for example 981/1446.",
    ),
    "CDS206": Sentences(
        'số quá lớn: "{value}" (tối đa {most})',
        'the number is too large: "{value}" (at most {most})',
        "Chọn đơn vị lớn hơn cho chỉ tiêu, ví dụ triệu đồng hoặc tỷ đồng.",
        "Give the indicator a larger unit, for example millions or billions.",
    ),
    "CDS207": Sentences(
        'không nhận phân số cho {indicator} (đơn vị {unit}): "{value}"',
        '{indicator} (unit {unit}) takes no such fraction: "{value}"',
        "Nếu là kết quả/mục tiêu thì chỉ ghi kết quả. Tỷ lệ viết hai số đếm không kèm dấu %, "
        "ví dụ 981/1446; thứ hạng viết 31/63.",
        "If it is achieved/target, give what was achieved alone. A share is two counts without "
        "a sign, for example 981/1446; a rank is written 31/63.",
    ),
    "CDS208": Sentences(
        'mẫu số bằng 0: "{value}"',
        'the denominator is zero: "{value}"',
        "Nếu không có đối tượng nào để tính, ghi na:lý do.",
        "If there is nothing to count from, record na:reason.",
    ),
    "CDS209": Sentences(
        'dấu {sign} không hợp với {indicator} (đơn vị {unit}): "{value}" || '
        'không hợp với {indicator} (đơn vị {unit}): "{value}"',
        'the sign {sign} does not fit {indicator} (unit {unit}): "{value}" || '
        'does not fit {indicator} (unit {unit}): "{value}"',
        "Viết số theo đơn vị của chỉ tiêu, không kèm đơn vị khác.",
        "Write the number in the indicator's own unit, without another one.",
    ),
    "CDS210": Sentences(
        'không phải là trạng thái: "{value}"',
        'not a state: "{value}"',
        "Viết một trong: {words} (hoặc chưa thực hiện, đang thực hiện, hoàn thành).",
        "Write one of: {words}.",
    ),
    "CDS211": Sentences(
        'không có số liệu nhưng thiếu lý do: "{value}"',
        'no figure, but the reason is missing: "{value}"',
        'Viết lý do sau na, ví dụ na:"đơn vị chưa báo cáo".',
        'Write the reason after na, for example na:"not reported yet".',
    ),
    "CDS212": Sentences(
        'không phải là ngày hay kỳ số liệu: "{value}"',
        'not a date or a period: "{value}"',
        "Viết 31/7/2022, tháng 7/2022, quý III/2022, 6 tháng đầu năm 2022, năm 2022 "
        "hoặc 1/1/2022 - 1/12/2022.",
        "Write 2022-07-31, 2022-07, 2022-Q3, 2022-H1, 2022 or 2022-01-01/2022-12-01.",
    ),
    "CDS213": Sentences(
        'không có ngày, tháng hoặc năm này: "{value}"',
        'there is no such day, month or year: "{value}"',
        "Kiểm tra ngày và tháng; năm từ 1900 đến 2200.",
        "Check day and month; years go from 1900 to 2200.",
    ),
    "CDS214": Sentences(
        'tháng đứng trước ngày: "{value}"',
        'the month stands before the day: "{value}"',
        "Viết ngày trước: {meant}.",
        "Write the day first: {meant}.",
    ),
    "CDS215": Sentences(
        'kỳ số liệu chưa kết thúc: "{value}" đến hết ngày {end}, hôm nay là {today} || '
        'kỳ số liệu chưa kết thúc: "{value}"',
        'the period has not ended: "{value}" runs until {end}, today is {today} || '
        'the period has not ended: "{value}"',
        'Kỳ này do tiêu đề "{heading}" nêu: để trống ô nếu kỳ chưa qua; nếu là số liệu đến một ngày '
        "đã qua, ghi ngày đó trong tiêu đề. || "
        "Ghi số liệu đến ngày đã qua, ví dụ --on với ngày chốt số liệu.",
        'The heading "{heading}" names this period: leave the cell empty while it lasts; if the '
        "figure is that of a day that has passed, write the day in the heading. || "
        "Record the figure for a day that has passed: --on with the cut-off date.",
    ),
    "CDS216": Sentences(
        'không tìm thấy "{value}" ({where})',
        'nothing is called "{value}" ({where})',
        "Có phải là: {suggestions}? || Xem các mã có trong kế hoạch.",
        "Did you mean: {suggestions}? || See the ids that the plan declares.",
    ),
    "CDS217": Sentences(
        '"{value}" có thể là nhiều mã ({where}): {candidates}',
        '"{value}" can mean several ids ({where}): {candidates}',
        "Viết thêm để chỉ còn một.",
        "Write more of it, until one is left.",
    ),
    "CDS218": Sentences(
        "{indicator} kỳ {period} đã có số liệu khác: {recorded}, nay nhập {value}",
        "{indicator} for {period} already has another figure: {recorded}, now entered {value}",
        "[from_file] Xem lại số nào đúng; cách xử lý cả loạt ở cuối danh sách. || "
        "Để hiệu chỉnh, dùng cdstrack correct với --reason; số liệu cũ vẫn được giữ.",
        "[from_file] See which of the two is right; what to do with all of them stands below. || "
        "To revise it, use cdstrack correct with --reason; the old figure is kept.",
    ),
    "CDS219": Sentences(
        "giá trị {value} trái với phân số của nó: {numerator}/{denominator} là {computed}",
        "value {value} contradicts its fraction: {numerator}/{denominator} is {computed}",
        "Sửa một trong hai, hoặc ghi tỷ lệ mà văn bản in ra vào stated.",
        "Correct one of them, or put the percentage that the source prints in stated.",
    ),
    "CDS220": Sentences(
        "số liệu chưa có kỳ",
        "the figure has no period",
        "Thêm --on, ví dụ --on 31/7/2022 hoặc --on 2022-Q3.",
        "Add --on, for example --on 2022-07-31 or --on 2022-Q3.",
    ),
    "CDS221": Sentences(
        'phân tổ không hợp lệ: "{value}"',
        'not a valid breakdown: "{value}"',
        "Viết tên=nhóm, mỗi tên một lần; các nhóm trong kế hoạch: {members}. || "
        "Viết tên=nhóm bằng chữ thường không dấu, mỗi tên một lần, ví dụ sector=du-lich.",
        "Write name=group, each name once; the plan's groups: {members}. || "
        "Write name=group in small letters without accents, each name once: sector=du-lich.",
    ),
    "CDS222": Sentences(
        "{where} dài quá {limit} ký tự || {where} đang để trống",
        "{where} is longer than {limit} characters || {where} is empty",
        "Viết ngắn lại; tối đa {limit} ký tự. || Viết nội dung, hoặc bỏ hẳn phần này.",
        "Shorten it to {limit} characters. || Write something, or leave the option out.",
    ),
    "CDS223": Sentences(
        "{org_unit} chỉ hoạt động đến hết ngày {closed}; số liệu kỳ {period} vẫn được ghi",
        "{org_unit} closed on {closed}; the figure for {period} is recorded all the same",
        "Nếu số liệu thuộc đơn vị kế thừa {successor}, ghi với --org-unit {successor}. || "
        "Kiểm tra đơn vị và kỳ số liệu.",
        "If the figure is of its successor {successor}, record it with --org-unit {successor}. || "
        "Check the body and the period.",
    ),
    "CDS224": Sentences(
        "tỷ lệ in trong nguồn {stated} không khớp {numerator}/{denominator} = {computed}",
        "the stated {stated} does not agree with {numerator}/{denominator} = {computed}",
        "Đối chiếu lại với nguồn; đánh giá tính theo phân số.",
        "Compare with the source; the verdict goes by the fraction.",
    ),
    "CDS225": Sentences(
        'không rõ mức độ chính xác: "{value}"',
        'not a qualifier: "{value}"',
        "Viết một trong: {words} (hoặc hơn, trên, gần, khoảng, ước, sơ bộ).",
        "Write one of: {words}.",
    ),
    "CDS226": Sentences(
        'không có văn bản này trong kế hoạch hay trong kho: "{value}"',
        'neither the plan nor the store knows this document: "{value}"',
        "Có phải là: {suggestions}? Nếu là văn bản mới, ghi vào kho trước: "
        'cdstrack document add MÃ --title "TÊN VĂN BẢN"'
        ' || Ghi vào kho trước: cdstrack document add MÃ --title "TÊN VĂN BẢN", hoặc khai báo trong '
        "mục documents của tệp kế hoạch.",
        "Did you mean: {suggestions}? A new one is kept in the store first: "
        'cdstrack document add ID --title "ITS TITLE"'
        ' || Keep it in the store first: cdstrack document add ID --title "ITS TITLE", or declare it '
        "under documents in the plan file.",
    ),
    "CDS227": Sentences(
        "ngày công bố {reported} sớm hơn ngày kết thúc kỳ số liệu {period}",
        "reported on {reported}, before the period {period} had ended",
        "Kiểm tra --reported và --on.",
        "Check --reported and --on.",
    ),
    "CDS228": Sentences(
        'năm chỉ có hai chữ số: "{value}"',
        'the year has two digits only: "{value}"',
        "Viết đủ bốn chữ số của năm, ví dụ 31/7/2022.",
        "Write all four digits of the year, for example 31/7/2022.",
    ),
    "CDS229": Sentences(
        'kỳ số liệu kết thúc trước khi bắt đầu: "{value}"',
        'the period ends before it begins: "{value}"',
        "Viết ngày đầu trước, ngày cuối sau.",
        "Write the first day first, then the last one.",
    ),
    "CDS230": Sentences(
        '{indicator} cần một số (đơn vị {unit}), không phải trạng thái: "{value}"',
        '{indicator} needs a number (unit {unit}), not a state: "{value}"',
        "Viết số, hoặc na:lý do khi chưa có số liệu.",
        "Write a number, or na:reason where there is none.",
    ),
    "CDS231": Sentences(
        'thứ hạng lớn hơn số đơn vị được xếp hạng: "{value}"',
        'the place is beyond the field: "{value}"',
        "Viết thứ hạng trước, số đơn vị sau, ví dụ 31/63.",
        "Write the place first, then the field, for example 31/63.",
    ),
    "CDS232": Sentences(
        'cần một ngày, không phải cả kỳ: "{value}"',
        'one day is needed, not a longer period: "{value}"',
        "Viết ngày, ví dụ 31/7/2022.",
        "Write a day, for example 2022-07-31.",
    ),
    "CDS233": Sentences(
        'không có tuần này: "{value}"',
        'there is no such week: "{value}"',
        "Viết tuần và năm, ví dụ tuần 33/2022 hoặc 2022-W33, hay một ngày trong tuần; một năm có 52 "
        "hoặc 53 tuần.",
        "Write week and year, for example 2022-W33 or W33/2022, or a day of the week; a year has 52 "
        "or 53 weeks.",
    ),
    "CDS234": Sentences(
        'không phải là thời điểm: "{value}"',
        'not a moment: "{value}"',
        "Viết ngày, hoặc ngày và giờ, ví dụ 21/8/2022 hoặc 2022-08-21T02:10:05Z.",
        "Write a day, or a day with a time, for example 2022-08-21 or 2022-08-21T02:10:05Z.",
    ),
    "CDS235": Sentences(
        "{indicator} được đánh giá theo từng {dimension}: số liệu này được giữ nhưng không dùng để đánh giá",
        "{indicator} is judged by each {dimension}: this figure is kept, but judges nothing",
        "Ghi số liệu của từng {dimension}, ví dụ --by {dimension}={example}; bỏ số này bằng cdstrack undo.",
        "Record a figure for each {dimension}, for example --by {dimension}={example}; take this one back with cdstrack undo.",
    ),
    "CDS236": Sentences(
        '"{value}" được đọc là {computed}, vì {other} không thể là số liệu của chỉ tiêu này',
        '"{value}" was read as {computed}, because {other} cannot be a figure of this indicator',
        "Nếu không phải số này, bỏ bằng cdstrack undo.",
        "If that is not the figure, take it back with cdstrack undo.",
    ),
    "CDS237": Sentences(
        '"{value}" có thể là tuần {number} hoặc tháng {number} của năm {year}',
        '"{value}" may be week {number} or month {number} of {year}',
        'Viết "tuần {number}/{year}" hoặc {week}.',
        "Write {week} or W{number}/{year}.",
    ),
    "CDS238": Sentences(
        "ngày công bố {reported} chưa tới; hôm nay là {today}",
        "reported on {reported}, which has not come; today is {today}",
        "Viết ngày hoặc tháng đã công bố, hoặc bỏ phần này.",
        "Write the day or month in which it was made known, or leave it out.",
    ),
    "CDS239": Sentences(
        "kế hoạch không còn khai báo {value}, mà kho còn giữ số liệu của nó",
        "the plan no longer declares {value}, whose figures the record keeps",
        "Khai báo lại trong kế hoạch, hoặc nêu mã khác. Số liệu đã ghi: cdstrack log --indicator "
        "{value} -p; mỗi số liệu rút được bằng cdstrack withdraw --id.",
        "Declare it again in the plan, or name another id. What was recorded: cdstrack log "
        "--indicator {value} -p; each figure can be taken out by cdstrack withdraw --id.",
    ),
    "CDS240": Sentences(
        '{count} ô ghi tỷ lệ nhỏ hơn 1%; ô này ghi "{value}": {computed}% hay {other}%? || '
        '"{value}": {computed}% hay {other}%? Được đọc là {computed}%',
        'shares below 1% stand in {count} cells; here "{value}": {computed}% or {other}%? || '
        '"{value}": {computed}% or {other}%? It was read as {computed}%',
        "Nếu là {other}%, bỏ bằng cdstrack undo rồi ghi lại kèm dấu %, hoặc định dạng ô là phần trăm. "
        "Nếu đúng là {computed}%, không cần làm gì.",
        "If it is {other}%, take it back with cdstrack undo and write it with the sign %, or format "
        "the cell as a percentage. If it is {computed}%, there is nothing to do.",
    ),
    "CDS241": Sentences(
        'cạnh số có dấu *: "{value}"',
        'a * stands beside the number: "{value}"',
        "Đọc chú thích của dấu * rồi ghi số không có dấu; số ước hay sơ bộ ghi rõ, ví dụ 13,1 (ước).",
        "Read the note of the * and write the number without it; say where it is an estimate or "
        "preliminary, for example 13.1 (estimate).",
    ),
}
