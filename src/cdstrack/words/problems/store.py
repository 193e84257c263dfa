"""Sentences for CDS4xx: the store."""

from cdstrack.words.problems.sentences import Sentences

TEXTS: dict[str, Sentences] = {
    "CDS401": Sentences(
        vi="không có kho số liệu tại {path}",
        en="there is no store at {path}",
        fix_vi="Kế hoạch đang dùng là {plan}, ở thư mục trên; để tạo kho cạnh kế hoạch đó: {command} "
        "|| Chạy {command} để tạo kho, hoặc nêu kho khác bằng --db. || "
        "Chạy cdstrack init để tạo kho, hoặc nêu kho khác bằng --db.",
        fix_en="The plan in use is {plan}, in a folder above; to create a store beside it: {command} "
        "|| Run {command} to create one, or give another with --db. || "
        "Run cdstrack init to create one, or give another with --db.",
    ),
    "CDS402": Sentences(
        vi="kho số liệu {path} đang bị chương trình khác khóa (đã chờ {seconds} giây)",
        en="the store {path} is locked by another program (waited {seconds} seconds)",
        fix_vi="Đóng chương trình đang mở kho rồi thử lại; chưa có gì bị thay đổi.",
        fix_en="Close the other program and try again; nothing was changed.",
    ),
    "CDS403": Sentences(
        vi="kho số liệu {path} bị hỏng hoặc không phải tệp SQLite: {detail}",
        en="the store {path} is damaged or not an SQLite file: {detail}",
        fix_vi="Khôi phục bản sao lưu gần nhất bằng cdstrack restore.",
        fix_en="Restore the latest backup with cdstrack restore.",
    ),
    "CDS404": Sentences(
        vi="{path} không phải kho số liệu của cdstrack",
        en="{path} is not a cdstrack store",
        fix_vi="Kiểm tra --db hoặc CDSTRACK_DB; tệp này không bị thay đổi.",
        fix_en="Check --db or CDSTRACK_DB; this file was not changed.",
    ),
    "CDS405": Sentences(
        vi="kho số liệu {path} có phiên bản {found}, mới hơn chương trình này (phiên bản {known})",
        en="the store {path} has version {found}, newer than this program supports ({known})",
        fix_vi="Nâng cấp cdstrack; kho không bị thay đổi.",
        fix_en="Upgrade cdstrack; the store was not changed.",
    ),
    "CDS406": Sentences(
        vi="kho số liệu {path} có phiên bản cũ {found}; chương trình này đọc phiên bản {known}",
        en="the store {path} has the older version {found}; this program reads version {known}",
        fix_vi="Chạy cdstrack doctor --migrate: kho được sao lưu rồi nâng cấp.",
        fix_en="Run cdstrack doctor --migrate: the store is backed up, then upgraded.",
    ),
    "CDS407": Sentences(
        vi="không mở hoặc ghi được {path}: {detail}",
        en="cannot open or write {path}: {detail}",
        fix_vi="Kiểm tra quyền của tệp và của thư mục chứa nó.",
        fix_en="Check the permissions of the file and of its folder.",
    ),
    "CDS408": Sentences(
        vi="ổ đĩa không ghi hoặc đọc được {path}: {detail}",
        en="disk error while reading or writing {path}: {detail}",
        fix_vi="Giải phóng chỗ trống trên ổ đĩa rồi thử lại; chưa có gì được ghi.",
        fix_en="Free disk space and try again; nothing was recorded.",
    ),
    "CDS409": Sentences(
        vi="một lần ghi vào {path} bị ngắt giữa chừng và chưa được hoàn nguyên",
        en="a write to {path} was interrupted and has not been rolled back yet",
        fix_vi="Mở kho một lần bằng tài khoản có quyền ghi; số liệu đã ghi không bị mất.",
        fix_en="Open the store once as a user with write permission; recorded figures are not lost.",
    ),
    "CDS410": Sentences(
        vi="{path} đã có; không ghi đè",
        en="{path} already exists and is not replaced",
        fix_vi="Chọn tên khác, hoặc tự chuyển tệp cũ đi.",
        fix_en="Choose another name, or move the old file away yourself.",
    ),
    "CDS411": Sentences(
        vi="không có thư mục {folder} để đặt {path}",
        en="there is no folder {folder} for {path}",
        fix_vi="Tạo thư mục trước.",
        fix_en="Create the folder first.",
    ),
    "CDS412": Sentences(
        vi="bản sao {path} bị hỏng nên không được giữ: {detail}",
        en="the copy {path} is damaged and was not kept: {detail}",
        fix_vi="Chạy cdstrack doctor để kiểm tra kho.",
        fix_en="Run cdstrack doctor to check the store.",
    ),
    "CDS413": Sentences(
        vi="[folder] {path} là thư mục, không phải kho số liệu || "
        "{path} là thiết bị hoặc ống dẫn, không phải kho số liệu",
        en="[folder] {path} is a folder, not a store || {path} is a device or a pipe, not a store",
        fix_vi="Nêu đúng tệp kho bằng --db.",
        fix_en="Give the store file with --db.",
    ),
    "CDS414": Sentences(
        vi="kho số liệu {path} vừa được thay bằng tệp khác hoặc nâng cấp trong lúc chờ",
        en="the store {path} was replaced or upgraded while this program was waiting",
        fix_vi="Chưa có gì được ghi; chạy lại lệnh.",
        fix_en="Nothing was recorded; run the command again.",
    ),
    "CDS415": Sentences(
        vi="cấu trúc kho số liệu {path} đã bị thay đổi: {detail}",
        en="the structure of the store {path} has been altered: {detail}",
        fix_vi="Số liệu có thể đã bị sửa ngoài cdstrack; đối chiếu với bản sao lưu.",
        fix_en="Figures may have been changed outside cdstrack; compare with a backup.",
    ),
    "CDS416": Sentences(
        vi="không khôi phục được từ {path}: {detail}",
        en="cannot restore from {path}: {detail}",
        fix_vi="Chọn bản sao lưu khác; kho số liệu không bị thay đổi.",
        fix_en="Choose another backup; the store was not changed.",
    ),
    "CDS417": Sentences(
        vi="chưa nêu bản sao lưu; hiện có trong {folder}: {files} || không có bản sao lưu nào trong {folder}",
        en="no backup given; available in {folder}: {files} || there is no backup in {folder}",
        fix_vi="Chạy cdstrack restore TỆP.",
        fix_en="Run cdstrack restore FILE.",
    ),
    "CDS418": Sentences(
        vi="{path} chính là kho số liệu đang dùng",
        en="{path} is the store itself",
        fix_vi="Nêu tệp sao lưu, thường nằm trong thư mục backups cạnh kho.",
        fix_en="Give a backup file; backups are usually in the folder backups beside the store.",
    ),
    "CDS420": Sentences(
        vi="kho số liệu {path} ở chế độ nhật ký {mode}, không dùng được trên ổ mạng",
        en="the store {path} is in journal mode {mode}, which does not work on a network share",
        fix_vi="Chương trình khác đã đổi chế độ; lần ghi tới sẽ đổi lại.",
        fix_en="Another program changed it; the next submission changes it back.",
    ),
    "CDS421": Sentences(
        vi="cạnh kho có tệp của một lần ghi đang chạy hoặc bị gián đoạn: {files}",
        en="there is a file of a running or interrupted write beside the store: {files}",
        fix_vi="Nếu không có ai đang ghi, mở kho bằng tài khoản có quyền ghi; không được tự xóa tệp này.",
        fix_en="If nobody is recording, open the store as a user with write permission; do not delete "
        "the file.",
    ),
    "CDS422": Sentences(
        vi="kho số liệu {path} nằm trên ổ mạng ({kind})",
        en="the store {path} is on a network share ({kind})",
        fix_vi="Mỗi lúc chỉ để một máy ghi, và sao lưu về ổ đĩa trong máy; khóa tệp qua mạng có thể "
        "không bảo đảm.",
        fix_en="Record from one computer at a time, and back up to a local disk; file locks may not "
        "work there.",
    ),
    "CDS423": Sentences(
        vi="kho số liệu {path} nằm trong thư mục tự đồng bộ ({folder})",
        en="the store {path} is in a synchronised folder ({folder})",
        fix_vi="Chuyển kho ra ngoài; đồng bộ bản sao lưu thay cho kho: cdstrack backup THƯ_MỤC.",
        fix_en="Move it elsewhere, and synchronise backups instead: cdstrack backup DIR.",
    ),
    "CDS424": Sentences(
        vi="ổ đĩa chứa kho chỉ còn {free} MB",
        en="the disk of the store has only {free} MB left",
        fix_vi="Giải phóng chỗ trống trước khi nhập tệp lớn hoặc sao lưu.",
        fix_en="Free disk space before a large import or a backup.",
    ),
    "CDS425": Sentences(
        vi="mọi người dùng trên máy đều đọc được kho số liệu {path} ({mode})",
        en="every user of this computer can read the store {path} ({mode})",
        fix_vi="chmod o-rwx {path}",
        fix_en="chmod o-rwx {path}",
    ),
    "CDS426": Sentences(
        vi="bạn không có quyền ghi vào kho số liệu {path} hoặc thư mục của kho ({mode})",
        en="you have no permission to write to the store {path} or its folder ({mode})",
        fix_vi="Vẫn xem được báo cáo; để ghi, đề nghị chủ tệp cấp quyền ghi cho nhóm.",
        fix_en="Reports still work; to record, ask the owner for write permission for your group.",
    ),
    "CDS427": Sentences(
        vi="{count} lần ghi sau bản sao lưu {last} chưa được sao lưu || "
        "{count} lần ghi chưa được sao lưu",
        en="submissions not backed up since {last}: {count} || submissions not backed up: {count}",
        fix_vi="cdstrack backup (nên sao lưu sang ổ đĩa khác)",
        fix_en="cdstrack backup (preferably to another disk)",
    ),
    "CDS428": Sentences(
        vi="màn hình này dùng bảng mã {encoding}: chữ tiếng Việt có thể hiển thị sai",
        en="this terminal uses the encoding {encoding}: Vietnamese letters may not display "
        "correctly",
        fix_vi="Đặt LANG=vi_VN.UTF-8 hoặc LANG=C.UTF-8.",
        fix_en="Set LANG=vi_VN.UTF-8 or LANG=C.UTF-8.",
    ),
}
