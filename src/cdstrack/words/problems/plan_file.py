"""Sentences for CDS100 to CDS143 as far as they are about the plan file's text, not its values."""

from cdstrack.words.problems.sentences import Sentences

FILE: dict[str, Sentences] = {
    "CDS100": Sentences(
        "[missing] không có tệp kế hoạch {file}"
        " || [no_file] {file} không phải là tệp"
        " || [denied] không có quyền đọc tệp kế hoạch {file}"
        " || không đọc được tệp kế hoạch {file}: {why}",
        "[missing] there is no plan file {file}"
        " || [no_file] {file} is not a file"
        " || [denied] the plan file {file} may not be read by this user"
        " || the plan file {file} cannot be read: {why}",
        "[denied] Hãy hỏi người quản lý tệp để được quyền đọc."
        " || Hãy kiểm tra đường dẫn; `cdstrack init` tạo một thư mục làm việc có sẵn kế hoạch.",
        "[denied] Ask the owner of the file for the right to read it."
        " || Check the path; `cdstrack init` lays out a working folder with a plan.",
    ),
    "CDS120": Sentences(
        "[comments] tệp kế hoạch chỉ có chú thích || tệp kế hoạch trống",
        "[comments] the plan file holds only comments || the plan file is empty",
        "[comments] Hãy viết kế hoạch dưới các chú thích;"
        " `cdstrack init mau --blank` tạo một kế hoạch mẫu trong thư mục mau."
        " || `cdstrack init --blank` viết vào đó một kế hoạch ngắn để điền.",
        "[comments] Write the plan below them;"
        " `cdstrack init sample --blank` lays out a short plan in the folder sample."
        " || `cdstrack init --blank` writes a short plan into it, to be filled in.",
    ),
    "CDS121": Sentences(
        "tệp lớn hơn {limit}, không thể là tệp kế hoạch",
        "the file is larger than {limit} and can be no plan",
        "Hãy kiểm tra xem có chọn nhầm tệp không.",
        "Check whether this is the file you meant.",
    ),
    "CDS122": Sentences(
        "tệp không phải văn bản UTF-8: byte thứ {position} là {byte}",
        "the file is not UTF-8 text: byte {position} is {byte}",
        "Hãy mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8 (Save as → Encoding: UTF-8).",
        "Open the file in an editor and save it as UTF-8 (Save as → Encoding: UTF-8).",
    ),
    "CDS123": Sentences(
        "tệp được lưu với bảng mã {encoding}",
        "the file is saved as {encoding}",
        "Hãy lưu lại với bảng mã UTF-8 (Save as → Encoding: UTF-8).",
        "Save it as UTF-8 (Save as → Encoding: UTF-8).",
    ),
    "CDS124": Sentences(
        "tệp không phải văn bản: có byte rỗng (NUL) ở dòng {line}",
        "the file is no text: there is a NUL byte on line {line}",
        "Hãy kiểm tra xem có chọn nhầm tệp không (Excel, cơ sở dữ liệu, tệp nén).",
        "Check whether this is the file you meant (a workbook, a database, an archive).",
    ),
    "CDS125": Sentences(
        "ký tự không nhìn thấy {character} {name} || ký tự điều khiển {character}",
        "invisible character {character} {name} || control character {character}",
        "Hãy xóa ký tự này; nó thường theo vào khi chép từ trang web hoặc PDF.",
        "Delete it; such characters come along when text is copied from a web page or a PDF.",
    ),
    "CDS126": Sentences(
        "chữ và dấu viết rời (không phải Unicode dựng sẵn, NFC): {word}",
        "letters and marks are written apart (the text is not composed Unicode, NFC): {word}",
        "Hãy gõ lại với Unicode dựng sẵn, hoặc chuyển cả tệp sang NFC.",
        "Type it again in composed Unicode, or convert the whole file to NFC.",
    ),
    "CDS127": Sentences(
        "không dùng neo và bí danh YAML (&{name}, *{name})",
        "YAML anchors and aliases (&{name}, *{name}) may not be used",
        "Hãy viết giá trị ra ở từng chỗ; văn bản bắt đầu bằng & hoặc * phải đặt trong ngoặc kép.",
        "Write the value out in each place; a text that begins with & or * needs quotes.",
    ),
    "CDS128": Sentences(
        "không dùng nhãn kiểu YAML: {tag}",
        "YAML tags may not be used: {tag}",
        "Hãy bỏ nhãn; văn bản bắt đầu bằng ! phải đặt trong ngoặc kép.",
        "Leave the tag out; a text that begins with ! needs quotes.",
    ),
    "CDS129": Sentences(
        "tệp có nhiều hơn một tài liệu YAML",
        "the file holds more than one YAML document",
        "Mỗi kế hoạch là một tệp; hãy bỏ dòng --- hoặc ... ở giữa.",
        "One plan is one file; remove the line --- or ... in between.",
    ),
    "CDS130": Sentences(
        "[many] tệp có hơn {many} giá trị, không thể là kế hoạch"
        " || các phần lồng nhau sâu hơn {limit} tầng",
        "[many] the file holds more than {many} values and can be no plan"
        " || the parts are nested more than {limit} levels deep",
        "Hãy so với kế hoạch mẫu mà `cdstrack init` tạo ra.",
        "Compare it with the sample plan that `cdstrack init` lays out.",
    ),
    "CDS131": Sentences(
        "thụt dòng bằng ký tự {character} {name}, không phải dấu cách || dùng phím Tab để thụt dòng",
        "the character {character} {name}, no plain space, is used for indentation"
        " || a tab is used for indentation",
        "[character] Hãy xóa phần thụt dòng và gõ lại bằng dấu cách."
        " || Hãy thay Tab bằng dấu cách.",
        "[character] Delete the indentation and type it again with spaces."
        " || Replace the tab by spaces.",
    ),
    "CDS132": Sentences(
        "dấu ngoặc kép mở ở đây mà không đóng",
        "the quotation that begins here is never closed",
        "Hãy thêm dấu đóng ngoặc; trong '…' một dấu nháy đơn viết thành ''.",
        "Add the closing quote; inside '…' a single quote is written ''.",
    ),
    "CDS133": Sentences(
        "[space] sau dấu hai chấm không có dấu cách và giá trị"
        " || dấu hai chấm không đúng chỗ: dòng này không đọc được thành khóa và giá trị",
        "[space] no space and no value after the colon"
        " || a colon out of place: this line cannot be read as key and value",
        "[space] Hãy viết `khóa: giá trị`, hoặc bỏ khóa này; văn bản có dấu hai chấm đặt trong ngoặc kép."
        " || Nếu dấu hai chấm thuộc về văn bản, hãy đặt văn bản trong ngoặc kép; nếu không, hãy kiểm tra thụt dòng và dòng ngay trên.",
        "[space] Write `key: value`, or leave the key out; a text with a colon needs quotes."
        " || If the colon belongs to a text, put the text in quotes; else check the indentation and the line above.",
    ),
    "CDS134": Sentences(
        "giá trị không thể bắt đầu bằng {character} || giá trị không thể bắt đầu như thế",
        "a value cannot begin with {character} || a value cannot begin like this",
        "Hãy đặt văn bản trong ngoặc kép.",
        "Put the text in quotes.",
    ),
    "CDS135": Sentences(
        "thiếu dấu phẩy hoặc dấu đóng ngoặc; ngoặc [ hoặc { mở ở dòng {opened}"
        " || ngoặc đóng ] hoặc } mà không mở",
        "a comma or a closing bracket is missing; the [ or { was opened on line {opened}"
        " || a bracket ] or } is closed that was never opened",
        "Trong [ ] và { } các mục cách nhau bằng dấu phẩy, và ngoặc nào mở thì phải đóng.",
        "Inside [ ] and { } items are separated by commas, and every bracket is closed.",
    ),
    "CDS136": Sentences(
        "thụt dòng không khớp với các dòng trên",
        "the indentation does not match the lines above",
        "Các khóa cùng cấp bắt đầu ở cùng một cột; mỗi mục của danh sách đứng trên dòng riêng, bắt đầu bằng dấu gạch và dấu cách.",
        "Keys of one level begin in the same column; each list item has its own line and begins with a hyphen and a space.",
    ),
    "CDS137": Sentences(
        "không đọc được YAML ở đây",
        "the YAML cannot be read here",
        "Hãy so với kế hoạch mẫu mà `cdstrack init` tạo ra; văn bản có ký tự đặc biệt cần ngoặc kép.",
        "Compare it with the sample plan that `cdstrack init` lays out; a text with special characters needs quotes.",
    ),
    "CDS138": Sentences(
        "khóa `{key}` viết hai lần; lần đầu ở dòng {first}",
        "the key `{key}` stands here twice; first on line {first}",
        "Hãy giữ lại một.",
        "Keep one of them.",
    ),
    "CDS139": Sentences(
        "khóa phải là một từ",
        "a key must be a word",
        "Hãy viết `khóa: giá trị`.",
        "Write `key: value`.",
    ),
    "CDS140": Sentences(
        "dấu \\ trong ngoặc kép không đọc được",
        "a backslash inside double quotes cannot be read",
        "Hãy dùng nháy đơn '…', trong đó \\ chỉ là \\, hoặc viết \\\\.",
        "Use single quotes '…', where \\ is just a backslash, or write \\\\.",
    ),
    "CDS141": Sentences(
        "sau dấu đóng ngoặc kép còn có chữ",
        "text goes on after the closing quote",
        "Hãy đặt cả câu trong ngoặc; dấu \" ở trong câu viết thành \\\", hoặc dùng '…' bao ngoài.",
        "Put the whole text in quotes; a \" inside it is written \\\", or use '…' around it.",
    ),
    "CDS142": Sentences(
        "còn {count} lỗi nữa ngoài {shown} lỗi đầu",
        "{count} more problems beside the first {shown}",
        "Hãy sửa những lỗi trên rồi kiểm tra lại.",
        "Mend those above and check again.",
    ),
    "CDS143": Sentences(
        "không biết phiên bản cấu trúc {value}",
        "unknown version of the file's structure: {value}",
        "Chương trình này đọc phiên bản 1: hãy viết `schema: 1`, hoặc dùng chương trình mới hơn.",
        "This program reads version 1: write `schema: 1`, or use a newer program.",
    ),
}
