"""Sentences for CDS100 to CDS143 as far as they are about the plan file's text, not its values."""

from cdstrack.words.problems.sentences import Sentences

FILE: dict[str, Sentences] = {
    "CDS100": Sentences(
        "[missing] không có tệp kế hoạch {file} || [no_file] {file} không phải là tệp || [denied] "
        "không có quyền đọc tệp kế hoạch {file} || không đọc được tệp kế hoạch {file}: {why}",
        "[missing] there is no plan file {file} || [no_file] {file} is not a file || [denied] no "
        "permission to read the plan file {file} || the plan file {file} cannot be read: {why}",
        "[denied] Hãy đề nghị người quản lý tệp cấp quyền đọc. || "
        "Hãy kiểm tra đường dẫn; `cdstrack init` tạo một thư mục làm việc có sẵn kế hoạch.",
        "[denied] Ask the owner of the file for read permission. || "
        "Check the path; `cdstrack init` creates a working folder with a plan.",
    ),
    "CDS120": Sentences(
        "[comments] tệp kế hoạch chỉ có chú thích || tệp kế hoạch trống",
        "[comments] the plan file contains only comments || the plan file is empty",
        "[comments] Hãy viết kế hoạch dưới các chú thích;"
        " `cdstrack init mau --blank` tạo một kế hoạch mẫu trong thư mục mau."
        " || `cdstrack init --blank` viết vào đó một kế hoạch ngắn để điền.",
        "[comments] Write the plan below them; `cdstrack init sample --blank` creates a short "
        "plan in the folder sample. || "
        "`cdstrack init --blank` writes a short plan into it for you to complete.",
    ),
    "CDS121": Sentences(
        "tệp lớn hơn {limit}, không phải là tệp kế hoạch",
        "the file is larger than {limit} and cannot be a plan",
        "Hãy kiểm tra xem có chọn nhầm tệp không.",
        "Check that this is the right file.",
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
        "the file is not text: there is a NUL byte on line {line}",
        "Hãy kiểm tra xem có chọn nhầm tệp không (Excel, cơ sở dữ liệu, tệp nén).",
        "Check that this is the right file (a workbook, a database, an archive?).",
    ),
    "CDS125": Sentences(
        "ký tự không nhìn thấy {character} {name} || ký tự điều khiển {character}",
        "invisible character {character} {name} || control character {character}",
        "Hãy xóa ký tự này; ký tự này thường lẫn vào khi sao chép từ trang web hoặc PDF.",
        "Delete it; such characters often come with text copied from a web page or a PDF.",
    ),
    "CDS126": Sentences(
        "chữ và dấu là các ký tự rời (không phải Unicode dựng sẵn, NFC): {word}",
        "letters and accents are separate characters (the text is not composed Unicode, NFC): "
        "{word}",
        "Hãy gõ lại với Unicode dựng sẵn, hoặc chuyển cả tệp sang NFC.",
        "Retype it in composed Unicode, or convert the whole file to NFC.",
    ),
    "CDS127": Sentences(
        "không được dùng neo và bí danh YAML (&{name}, *{name})",
        "YAML anchors and aliases are not allowed (&{name}, *{name})",
        "Hãy viết lại giá trị ở từng chỗ; văn bản bắt đầu bằng & hoặc * phải đặt trong ngoặc kép.",
        "Repeat the value in each place; put a text that starts with & or * in quotes.",
    ),
    "CDS128": Sentences(
        "không được dùng nhãn kiểu YAML: {tag}",
        "YAML tags are not allowed: {tag}",
        "Hãy bỏ nhãn; văn bản bắt đầu bằng ! phải đặt trong ngoặc kép.",
        "Remove the tag; put a text that starts with ! in quotes.",
    ),
    "CDS129": Sentences(
        "tệp có nhiều hơn một tài liệu YAML",
        "the file contains more than one YAML document",
        "Mỗi kế hoạch là một tệp; hãy bỏ dòng --- hoặc ... ở giữa.",
        "A plan is one file; remove the line --- or ... in between.",
    ),
    "CDS130": Sentences(
        "[many] tệp có hơn {many} giá trị, không thể là kế hoạch"
        " || các phần lồng nhau sâu hơn {limit} tầng",
        "[many] the file contains more than {many} values and cannot be a plan || "
        "nested more than {limit} levels deep",
        "Hãy so với kế hoạch mẫu mà `cdstrack init` tạo ra.",
        "Compare it with the sample plan that `cdstrack init` creates.",
    ),
    "CDS131": Sentences(
        "thụt dòng bằng ký tự {character} {name}, không phải dấu cách || dùng phím Tab để thụt dòng",
        "the character {character} {name} is used for indentation instead of a plain space || "
        "a tab is used for indentation",
        "[character] Hãy xóa phần thụt dòng và gõ lại bằng dấu cách."
        " || Hãy thay Tab bằng dấu cách.",
        "[character] Delete the indentation and retype it with spaces. || "
        "Replace the tab with spaces.",
    ),
    "CDS132": Sentences(
        "dấu ngoặc kép mở ở đây không được đóng",
        "the quote opened here is never closed",
        "Hãy thêm dấu đóng ngoặc; trong '…' một dấu nháy đơn viết thành ''.",
        "Add the closing quote; inside '…', write a single quote as ''.",
    ),
    "CDS133": Sentences(
        "[space] sau dấu hai chấm không có dấu cách và giá trị"
        " || dấu hai chấm không đúng chỗ: dòng này không đọc được thành khóa và giá trị",
        "[space] no space and no value after the colon || "
        "misplaced colon: this line cannot be read as key and value",
        "[space] Hãy viết `khóa: giá trị`, hoặc bỏ khóa này; văn bản có dấu hai chấm đặt trong ngoặc kép."
        " || Nếu dấu hai chấm thuộc về văn bản, hãy đặt văn bản trong ngoặc kép; nếu không, hãy kiểm tra thụt dòng và dòng ngay trên.",
        "[space] Write `key: value`, or remove the key; put a text with a colon in quotes. || "
        "If the colon is part of a text, put the text in quotes; otherwise check the "
        "indentation and the line above.",
    ),
    "CDS134": Sentences(
        "giá trị không thể bắt đầu bằng {character} || giá trị không thể bắt đầu như thế",
        "a value cannot start with {character} || a value cannot start like this",
        "Hãy đặt văn bản trong ngoặc kép.",
        "Put the text in quotes.",
    ),
    "CDS135": Sentences(
        "thiếu dấu phẩy hoặc dấu đóng ngoặc; ngoặc [ hoặc { mở ở dòng {opened} || "
        "ngoặc đóng ] hoặc } không có ngoặc mở",
        "missing comma or closing bracket; the [ or { was opened on line {opened} || "
        "a closing ] or } without an opening one",
        "Trong [ ] và { } các mục cách nhau bằng dấu phẩy, và ngoặc nào mở thì phải đóng.",
        "Inside [ ] and { }, separate items with commas and close every bracket.",
    ),
    "CDS136": Sentences(
        "thụt dòng không khớp với các dòng trên",
        "the indentation does not match the lines above",
        "Các khóa cùng cấp bắt đầu ở cùng một cột; mỗi mục của danh sách viết trên dòng riêng, "
        "bắt đầu bằng dấu gạch và dấu cách.",
        "Keys of one level start in the same column; each list item is on its own line and "
        "starts with a hyphen and a space.",
    ),
    "CDS137": Sentences(
        "YAML không hợp lệ",
        "invalid YAML",
        "Hãy so với kế hoạch mẫu mà `cdstrack init` tạo ra; văn bản có ký tự đặc biệt cần ngoặc kép.",
        "Compare it with the sample plan that `cdstrack init` creates; put a text with special "
        "characters in quotes.",
    ),
    "CDS138": Sentences(
        "trùng khóa `{key}`; lần đầu ở dòng {first}",
        "duplicate key `{key}`; first on line {first}",
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
        "invalid backslash inside double quotes",
        "Hãy dùng nháy đơn '…', trong đó \\ chỉ là \\, hoặc viết \\\\.",
        "Use single quotes '…', where \\ is an ordinary character, or write \\\\.",
    ),
    "CDS141": Sentences(
        "sau dấu đóng ngoặc kép còn có chữ",
        "there is text after the closing quote",
        "Hãy đặt cả câu trong ngoặc; dấu \" ở trong câu viết thành \\\", hoặc dùng '…' bao ngoài.",
        "Put the whole text in quotes; write a \" inside it as \\\", or use '…' around it.",
    ),
    "CDS142": Sentences(
        "còn {count} lỗi nữa ngoài {shown} lỗi đầu",
        "more problems, besides the first {shown}: {count}",
        "Hãy sửa những lỗi trên rồi kiểm tra lại.",
        "Correct the problems above and check again.",
    ),
    "CDS143": Sentences(
        "không biết phiên bản cấu trúc {value}",
        "unknown schema version: {value}",
        "Chương trình này đọc phiên bản 1: hãy viết `schema: 1`, hoặc dùng chương trình mới hơn.",
        "This program reads version 1: write `schema: 1`, or use a newer program.",
    ),
}
