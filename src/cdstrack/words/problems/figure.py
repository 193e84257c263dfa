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
        '"{value}" is ambiguous: {grouped} or {decimal}',
        "Viết một trong hai: {grouped} hoặc {decimal_vi}.",
        "Write one of them: {grouped} or {decimal}.",
    ),
    "CDS203": Sentences(
        '"{value}" nằm ngoài giới hạn của {indicator}: {bounds}',
        '"{value}" is outside the bounds of {indicator}: {bounds}',
        "Kiểm tra số liệu và chỉ tiêu; nếu số liệu đúng, sửa bounds trong kế hoạch.",
        "Check the figure and the indicator; if the figure is correct, change bounds in the plan.",
    ),
    "CDS204": Sentences(
        'cần số nguyên không âm cho {indicator}: "{value}" || cần số nguyên không âm: "{value}"',
        '{indicator} needs a non-negative whole number: "{value}" || '
        'expected a non-negative whole number: "{value}"',
        "Viết số đếm, không có phần thập phân, ví dụ 1446.",
        "Write a count without decimals, for example 1446.",
    ),
    "CDS205": Sentences(
        'quá sáu chữ số thập phân: "{value}"',
        'more than six decimals: "{value}"',
        "Viết nhiều nhất sáu chữ số sau dấu thập phân, hoặc viết phân số, ví dụ 981/1446.",
        "Write at most six decimals, or a fraction, for example 981/1446.",
    ),
    "CDS206": Sentences(
        'số quá lớn: "{value}" (tối đa {most})',
        'the number is too large: "{value}" (at most {most})',
        "Chọn đơn vị lớn hơn cho chỉ tiêu, ví dụ triệu đồng hoặc tỷ đồng.",
        "Use a larger unit for the indicator, for example millions or billions.",
    ),
    "CDS207": Sentences(
        'không nhận phân số cho {indicator} (đơn vị {unit}): "{value}"',
        '{indicator} (unit {unit}) does not accept this fraction: "{value}"',
        "Nếu là kết quả/mục tiêu thì chỉ ghi kết quả. Tỷ lệ viết hai số đếm không kèm dấu %, "
        "ví dụ 981/1446; thứ hạng viết 31/63.",
        "If it means achieved/target, enter only what was achieved. Write a share as two "
        "counts without a percent sign, for example 981/1446; a rank as 31/63.",
    ),
    "CDS208": Sentences(
        'mẫu số bằng 0: "{value}"',
        'the denominator is zero: "{value}"',
        "Nếu không có đối tượng nào để tính, ghi na:lý do.",
        "If there is nothing to count, record na:reason.",
    ),
    "CDS209": Sentences(
        'dấu {sign} không hợp với {indicator} (đơn vị {unit}): "{value}" || '
        'không hợp với {indicator} (đơn vị {unit}): "{value}"',
        'the sign {sign} does not fit {indicator} (unit {unit}): "{value}" || '
        'does not fit {indicator} (unit {unit}): "{value}"',
        "Viết số theo đơn vị của chỉ tiêu, không kèm đơn vị khác.",
        "Write the number in the indicator's unit, without any other unit.",
    ),
    "CDS210": Sentences(
        'không phải là trạng thái: "{value}"',
        'not a state: "{value}"',
        "Viết một trong: {words} (hoặc chưa thực hiện, đang thực hiện, hoàn thành).",
        "Write one of: {words}.",
    ),
    "CDS211": Sentences(
        'không có số liệu nhưng thiếu lý do: "{value}"',
        'not available, but the reason is missing: "{value}"',
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
        'no such day, month or year: "{value}"',
        "Kiểm tra ngày và tháng; năm từ 1900 đến 2200.",
        "Check the day and the month; years range from 1900 to 2200.",
    ),
    "CDS214": Sentences(
        'tháng đứng trước ngày: "{value}"',
        'the month is before the day: "{value}"',
        "Viết ngày trước: {meant}.",
        "Write the day first: {meant}.",
    ),
    "CDS215": Sentences(
        'kỳ số liệu chưa kết thúc: "{value}" đến hết ngày {end}, hôm nay là {today} || '
        'kỳ số liệu chưa kết thúc: "{value}"',
        'the period has not ended: "{value}" runs until {end}, and today is {today} || '
        'the period has not ended: "{value}"',
        'Kỳ này lấy từ tiêu đề "{heading}": để trống ô nếu kỳ chưa kết thúc; nếu là số liệu '
        "đến một ngày đã qua, ghi ngày đó trong tiêu đề. || "
        "Ghi số liệu đến ngày đã qua, ví dụ --on với ngày chốt số liệu.",
        'The period comes from the heading "{heading}": leave the cell empty until the period '
        "has ended; if the figure is for a past day, put that day in the heading. || "
        "Record the figure for a past day: --on with the cut-off date.",
    ),
    "CDS216": Sentences(
        'không tìm thấy "{value}" ({where})',
        'not found: "{value}" ({where})',
        "Có phải là: {suggestions}? || Xem các mã có trong kế hoạch.",
        "Did you mean: {suggestions}? || See the ids declared in the plan.",
    ),
    "CDS217": Sentences(
        '"{value}" có thể là nhiều mã ({where}): {candidates}',
        '"{value}" matches several ids ({where}): {candidates}',
        "Viết thêm cho đến khi chỉ còn một mã khớp.",
        "Write more of it until only one matches.",
    ),
    "CDS218": Sentences(
        "{indicator} kỳ {period} đã có số liệu khác: {recorded}, số liệu mới nhập là {value}",
        "{indicator} for {period} already has another figure: {recorded}, now entered {value}",
        "[from_file] Kiểm tra xem số liệu nào đúng; cách xử lý tất cả ở cuối danh sách. || "
        "Để hiệu chỉnh, dùng cdstrack correct với --reason; số liệu cũ vẫn được lưu.",
        "[from_file] Check which of the two is correct; the options for all of them are listed "
        "below. || To revise it, use cdstrack correct with --reason; the old figure is kept.",
    ),
    "CDS219": Sentences(
        "giá trị {value} trái với phân số của nó: {numerator}/{denominator} là {computed}",
        "value {value} contradicts its fraction: {numerator}/{denominator} is {computed}",
        "Sửa một trong hai, hoặc ghi tỷ lệ in trong văn bản vào stated.",
        "Correct one of them, or record the percentage printed in the source as stated.",
    ),
    "CDS220": Sentences(
        "số liệu chưa có kỳ",
        "the figure has no period",
        "Thêm --on, ví dụ --on 31/7/2022 hoặc --on 2022-Q3.",
        "Add --on, for example --on 2022-07-31 or --on 2022-Q3.",
    ),
    "CDS221": Sentences(
        'phân tổ không hợp lệ: "{value}"',
        'invalid disaggregation: "{value}"',
        "Viết tên=nhóm, mỗi tên một lần; các nhóm trong kế hoạch: {members}. || "
        "Viết tên=nhóm bằng chữ thường không dấu, mỗi tên một lần, ví dụ sector=du-lich.",
        "Write name=group, each name once; groups in the plan: {members}. || "
        "Write name=group in lower case without accents, each name once: sector=du-lich.",
    ),
    "CDS222": Sentences(
        "{where} dài quá {limit} ký tự || {where} đang để trống",
        "{where} is longer than {limit} characters || {where} is empty",
        "Rút ngắn; tối đa {limit} ký tự. || Ghi nội dung, hoặc bỏ phần này.",
        "Shorten it to {limit} characters. || Enter a text, or omit the option.",
    ),
    "CDS223": Sentences(
        "{org_unit} chỉ hoạt động đến hết ngày {closed}; số liệu kỳ {period} vẫn được ghi",
        "{org_unit} closed on {closed}; the figure for {period} is recorded anyway",
        "Nếu số liệu thuộc đơn vị kế thừa {successor}, ghi với --org-unit {successor}. || "
        "Kiểm tra đơn vị và kỳ số liệu.",
        "If the figure belongs to the successor {successor}, record it with --org-unit "
        "{successor}. || Check the org unit and the period.",
    ),
    "CDS224": Sentences(
        "tỷ lệ in trong nguồn {stated} không khớp {numerator}/{denominator} = {computed}",
        "the stated value {stated} does not match {numerator}/{denominator} = {computed}",
        "Đối chiếu lại với nguồn; đánh giá dựa trên phân số.",
        "Compare with the source; the verdict is based on the fraction.",
    ),
    "CDS225": Sentences(
        'mức chắc chắn không hợp lệ: "{value}"',
        'not a qualifier: "{value}"',
        "Viết một trong: {words} (hoặc trên, hơn, gần, khoảng, ước, sơ bộ).",
        "Write one of: {words}.",
    ),
    "CDS226": Sentences(
        'không tìm thấy văn bản này trong kế hoạch hay trong kho: "{value}"',
        'document not found in the plan or the store: "{value}"',
        "Có phải là: {suggestions}? Nếu là văn bản mới, ghi vào kho trước: cdstrack document add "
        'MÃ --title "TÊN VĂN BẢN" || Ghi vào kho trước: cdstrack document add MÃ --title "TÊN VĂN '
        'BẢN", hoặc khai báo trong mục documents của tệp kế hoạch.',
        "Did you mean: {suggestions}? To add a new document, run first: cdstrack document add ID "
        '--title "ITS TITLE" || Add the document to the store first: cdstrack document add ID '
        '--title "ITS TITLE", or declare it under documents in the plan file.',
    ),
    "CDS227": Sentences(
        "ngày công bố {reported} sớm hơn ngày kết thúc kỳ số liệu {period}",
        "published on {reported}, before the end of the period {period}",
        "Kiểm tra --reported và --on.",
        "Check --reported and --on.",
    ),
    "CDS228": Sentences(
        'năm chỉ có hai chữ số: "{value}"',
        'the year has only two digits: "{value}"',
        "Viết đủ bốn chữ số của năm, ví dụ 31/7/2022.",
        "Write the year with four digits, for example 31/7/2022.",
    ),
    "CDS229": Sentences(
        'kỳ số liệu kết thúc trước khi bắt đầu: "{value}"',
        'the period ends before it begins: "{value}"',
        "Viết ngày đầu trước, ngày cuối sau.",
        "Write the first day first, then the last day.",
    ),
    "CDS230": Sentences(
        '{indicator} cần một số (đơn vị {unit}), không phải trạng thái: "{value}"',
        '{indicator} needs a number (unit {unit}), not a state: "{value}"',
        "Viết số, hoặc na:lý do khi chưa có số liệu.",
        "Write a number, or na:reason if there is none.",
    ),
    "CDS231": Sentences(
        'thứ hạng lớn hơn số đơn vị được xếp hạng: "{value}"',
        'the rank is larger than the number ranked: "{value}"',
        "Viết thứ hạng trước, số đơn vị sau, ví dụ 31/63.",
        "Write the rank first, then the number ranked, for example 31/63.",
    ),
    "CDS232": Sentences(
        'cần một ngày, không phải cả kỳ: "{value}"',
        'expected one day, not a longer period: "{value}"',
        "Viết ngày, ví dụ 31/7/2022.",
        "Write a day, for example 2022-07-31.",
    ),
    "CDS233": Sentences(
        'không có tuần này: "{value}"',
        'no such week: "{value}"',
        "Viết tuần và năm, ví dụ tuần 33/2022 hoặc 2022-W33, hay một ngày trong tuần; một năm có 52 "
        "hoặc 53 tuần.",
        "Write week and year, for example 2022-W33 or W33/2022, or a day of the week; a year has 52 "
        "or 53 weeks.",
    ),
    "CDS234": Sentences(
        'không phải là thời điểm: "{value}"',
        'not a date or timestamp: "{value}"',
        "Viết ngày, hoặc ngày và giờ, ví dụ 21/8/2022 hoặc 2022-08-21T02:10:05Z.",
        "Write a day, or a day with a time, for example 2022-08-21 or 2022-08-21T02:10:05Z.",
    ),
    "CDS235": Sentences(
        "{indicator} được đánh giá theo từng {dimension}: số liệu này được lưu nhưng không "
        "dùng để đánh giá",
        "{indicator} is judged by each {dimension}: this figure is kept but not used for the "
        "verdict",
        "Ghi số liệu của từng {dimension}, ví dụ --by {dimension}={example}; hoàn tác số liệu "
        "này bằng cdstrack undo.",
        "Record a figure for each {dimension}, for example --by {dimension}={example}; undo "
        "this one with cdstrack undo.",
    ),
    "CDS236": Sentences(
        '"{value}" được đọc là {computed}, vì {other} không thể là số liệu của chỉ tiêu này',
        '"{value}" was read as {computed}, because {other} is not possible for this indicator',
        "Nếu không đúng, hoàn tác bằng cdstrack undo.",
        "If this is wrong, undo it with cdstrack undo.",
    ),
    "CDS237": Sentences(
        '"{value}" có thể là tuần {number} hoặc tháng {number} của năm {year}',
        '"{value}" may be week {number} or month {number} of {year}',
        'Viết "tuần {number}/{year}" hoặc {week}.',
        "Write {week} or W{number}/{year}.",
    ),
    "CDS238": Sentences(
        "ngày công bố {reported} chưa đến; hôm nay là {today}",
        "the publication date {reported} is in the future; today is {today}",
        "Ghi ngày hoặc tháng đã công bố, hoặc bỏ phần này.",
        "Enter the day or month of publication, or omit it.",
    ),
    "CDS239": Sentences(
        "kế hoạch không còn khai báo {value}, nhưng kho vẫn còn số liệu của chỉ tiêu này",
        "the plan no longer declares {value}, but the store has figures for it",
        "Khai báo lại trong kế hoạch, hoặc nêu mã khác. Số liệu đã ghi: cdstrack log "
        "--indicator {value} -p; rút từng số liệu bằng cdstrack withdraw --id.",
        "Declare it in the plan again, or use another id. Recorded figures: cdstrack log "
        "--indicator {value} -p; withdraw them one by one with cdstrack withdraw --id.",
    ),
    "CDS240": Sentences(
        '{count} ô ghi tỷ lệ nhỏ hơn 1%; ô này ghi "{value}": {computed}% hay {other}%? || '
        '"{value}": {computed}% hay {other}%? Được đọc là {computed}%',
        'cells with shares below 1%: {count}; here "{value}": {computed}% or {other}%? || '
        '"{value}": {computed}% or {other}%? It was read as {computed}%',
        "Nếu là {other}%, hoàn tác bằng cdstrack undo rồi ghi lại kèm dấu %, hoặc định dạng ô "
        "là phần trăm. Nếu đúng là {computed}%, không cần làm gì.",
        "If it is {other}%, undo it with cdstrack undo and record it with a percent sign, or "
        "format the cell as a percentage. If it is {computed}%, there is nothing to do.",
    ),
    "CDS241": Sentences(
        'số có dấu * đi kèm: "{value}"',
        'the number is followed by a *: "{value}"',
        "Xem chú thích của dấu * rồi ghi số không có dấu; số ước hay sơ bộ ghi rõ, ví dụ 13,1 "
        "(ước).",
        "Read the note for the * and write the number without it; mark an estimate or "
        "preliminary figure, for example 13.1 (estimate).",
    ),
}
