"""Sentences for CDS4xx: the store."""

from cdstrack.words.problems.sentences import Sentences

TEXTS: dict[str, Sentences] = {
    "CDS401": Sentences(
        vi="không có kho số liệu tại {path}",
        en="there is no store at {path}",
        fix_vi="Kế hoạch đang dùng là {plan}, ở thư mục trên; để tạo kho cạnh kế hoạch ấy: {command} || "
        "Chạy {command} để tạo kho, hoặc chỉ kho khác bằng --db. || "
        "Chạy cdstrack init để tạo kho, hoặc chỉ kho khác bằng --db.",
        fix_en="The plan in use is {plan}, in a folder above; to make a store beside it: {command} || "
        "Run {command} to make one, or name another with --db. || "
        "Run cdstrack init to make one, or name another with --db.",
    ),
    "CDS402": Sentences(
        vi="kho số liệu {path} đang bị chương trình khác khóa (đã chờ {seconds} giây)",
        en="the store {path} is locked by another program (waited {seconds} seconds)",
        fix_vi="Đóng chương trình đang mở kho rồi thử lại; chưa có gì bị thay đổi.",
        fix_en="Close the program that holds it and try again; nothing was changed.",
    ),
    "CDS403": Sentences(
        vi="kho số liệu {path} bị hỏng hoặc không phải tệp SQLite: {detail}",
        en="the store {path} is damaged, or no SQLite file: {detail}",
        fix_vi="Khôi phục bản sao lưu gần nhất bằng cdstrack restore.",
        fix_en="Bring back the latest backup with cdstrack restore.",
    ),
    "CDS404": Sentences(
        vi="{path} không phải kho số liệu của cdstrack",
        en="{path} is not a store of cdstrack",
        fix_vi="Kiểm tra --db hoặc CDSTRACK_DB; tệp này không bị thay đổi.",
        fix_en="Look at --db or CDSTRACK_DB; this file was left as it is.",
    ),
    "CDS405": Sentences(
        vi="kho số liệu {path} có phiên bản {found}, mới hơn chương trình này (phiên bản {known})",
        en="the store {path} has version {found}, newer than this program knows ({known})",
        fix_vi="Cập nhật cdstrack; kho không bị thay đổi.",
        fix_en="Update cdstrack; the store was left as it is.",
    ),
    "CDS406": Sentences(
        vi="kho số liệu {path} có phiên bản cũ {found}; chương trình này đọc phiên bản {known}",
        en="the store {path} has the older version {found}; this program reads version {known}",
        fix_vi="Chạy cdstrack doctor --migrate: kho được sao lưu rồi nâng cấp.",
        fix_en="Run cdstrack doctor --migrate: the store is backed up, then brought up to date.",
    ),
    "CDS407": Sentences(
        vi="không mở hoặc ghi được {path}: {detail}",
        en="cannot open or write {path}: {detail}",
        fix_vi="Kiểm tra quyền của tệp và của thư mục chứa nó.",
        fix_en="Check the permissions of the file and of its folder.",
    ),
    "CDS408": Sentences(
        vi="ổ đĩa không ghi hoặc đọc được {path}: {detail}",
        en="the disk cannot write or read {path}: {detail}",
        fix_vi="Giải phóng chỗ trống trên ổ đĩa rồi thử lại; chưa có gì được ghi.",
        fix_en="Make room on the disk and try again; nothing was recorded.",
    ),
    "CDS409": Sentences(
        vi="lần ghi vào {path} bị ngắt giữa chừng và chưa được hoàn lại",
        en="a write to {path} was interrupted half way and has not been taken back yet",
        fix_vi="Mở kho một lần bằng tài khoản có quyền ghi; số liệu đã ghi không mất.",
        fix_en="Open the store once as a user who may write it; what was recorded is not lost.",
    ),
    "CDS410": Sentences(
        vi="{path} đã có; không ghi đè",
        en="{path} exists already and is not replaced",
        fix_vi="Chọn tên khác, hoặc tự chuyển tệp cũ đi.",
        fix_en="Choose another name, or move the old file away yourself.",
    ),
    "CDS411": Sentences(
        vi="không có thư mục {folder} để đặt {path}",
        en="there is no folder {folder} to put {path} in",
        fix_vi="Tạo thư mục trước.",
        fix_en="Make the folder first.",
    ),
    "CDS412": Sentences(
        vi="bản sao {path} không toàn vẹn nên không được giữ: {detail}",
        en="the copy {path} is not sound and was not kept: {detail}",
        fix_vi="Chạy cdstrack doctor để kiểm tra kho.",
        fix_en="Run cdstrack doctor to examine the store.",
    ),
    "CDS413": Sentences(
        vi="[folder] {path} là thư mục, không phải kho số liệu || "
        "{path} là thiết bị hoặc ống dẫn, không phải kho số liệu",
        en="[folder] {path} is a folder, not a store || {path} is a device or a pipe, not a store",
        fix_vi="Chỉ đúng tệp kho bằng --db.",
        fix_en="Name the store's file with --db.",
    ),
    "CDS414": Sentences(
        vi="kho số liệu {path} vừa được thay bằng tệp khác hoặc nâng cấp trong lúc chờ",
        en="the store {path} was replaced or brought up to date while this program waited",
        fix_vi="Chưa có gì được ghi; chạy lại lệnh.",
        fix_en="Nothing was recorded; run the command again.",
    ),
    "CDS415": Sentences(
        vi="kho số liệu {path} không còn nguyên cấu trúc: {detail}",
        en="the structure of the store {path} was tampered with: {detail}",
        fix_vi="Số liệu có thể đã bị sửa ngoài cdstrack; đối chiếu với bản sao lưu.",
        fix_en="Figures may have been changed outside cdstrack; compare with a backup.",
    ),
    "CDS416": Sentences(
        vi="không khôi phục được từ {path}: {detail}",
        en="cannot restore from {path}: {detail}",
        fix_vi="Chọn bản sao lưu khác; kho số liệu không bị thay đổi.",
        fix_en="Choose another backup; the store was left as it is.",
    ),
    "CDS417": Sentences(
        vi="chưa nêu bản sao lưu; hiện có trong {folder}: {files} || không có bản sao lưu nào trong {folder}",
        en="no backup was named; there are in {folder}: {files} || there is no backup in {folder}",
        fix_vi="Chạy cdstrack restore TỆP.",
        fix_en="Run cdstrack restore FILE.",
    ),
    "CDS418": Sentences(
        vi="{path} chính là kho số liệu đang dùng",
        en="{path} is the store itself",
        fix_vi="Nêu tệp sao lưu, thường nằm trong thư mục backups cạnh kho.",
        fix_en="Name a backup; they usually lie in the folder backups beside the store.",
    ),
    "CDS420": Sentences(
        vi="kho số liệu {path} ở chế độ nhật ký {mode}, không dùng được trên ổ mạng",
        en="the store {path} is in journal mode {mode}, which does not work on a network share",
        fix_vi="Chương trình khác đã đổi chế độ; lần ghi tới sẽ đổi lại.",
        fix_en="Another program has changed it; the next thing recorded changes it back.",
    ),
    "CDS421": Sentences(
        vi="cạnh kho có tệp của một lần ghi chưa xong hoặc đang chạy: {files}",
        en="beside the store there is a file of a write that is going on or was interrupted: {files}",
        fix_vi="Nếu không ai đang ghi, mở kho bằng tài khoản có quyền ghi; đừng tự xóa tệp này.",
        fix_en="If nobody is recording, open the store as a user who may write it; never delete it.",
    ),
    "CDS422": Sentences(
        vi="kho số liệu {path} nằm trên ổ mạng ({kind})",
        en="the store {path} lies on a network share ({kind})",
        fix_vi="Chỉ để một máy ghi mỗi lúc, và sao lưu về máy; khóa tệp qua mạng có thể không chắc.",
        fix_en="Let one computer record at a time, and back up to a local disk; locks may not hold there.",
    ),
    "CDS423": Sentences(
        vi="kho số liệu {path} nằm trong thư mục tự đồng bộ ({folder})",
        en="the store {path} lies in a folder that is synchronised ({folder})",
        fix_vi="Chuyển kho ra ngoài; đồng bộ bản sao lưu thay cho kho: cdstrack backup THƯ_MỤC.",
        fix_en="Move it elsewhere, and synchronise backups instead: cdstrack backup DIR.",
    ),
    "CDS424": Sentences(
        vi="ổ đĩa chứa kho chỉ còn {free} MB",
        en="the disk that holds the store has {free} MB left",
        fix_vi="Giải phóng chỗ trống trước khi nhập tệp lớn hoặc sao lưu.",
        fix_en="Make room before a large import or a backup.",
    ),
    "CDS425": Sentences(
        vi="mọi người dùng của máy đọc được kho số liệu {path} ({mode})",
        en="every user of this computer can read the store {path} ({mode})",
        fix_vi="chmod o-rwx {path}",
        fix_en="chmod o-rwx {path}",
    ),
    "CDS426": Sentences(
        vi="bạn không ghi được vào kho số liệu {path} hoặc thư mục của nó ({mode})",
        en="you may not write the store {path} or its folder ({mode})",
        fix_vi="Xem báo cáo được; để ghi, nhờ chủ tệp cấp quyền cho nhóm.",
        fix_en="Reports work; to record, have its owner let your group write.",
    ),
    "CDS427": Sentences(
        vi="{count} lần ghi từ sau bản sao lưu {last} chưa được sao lưu || {count} lần ghi chưa được sao lưu lần nào",
        en="submissions since the backup of {last} that are in none: {count} || submissions that are in no backup: {count}",
        fix_vi="cdstrack backup (tốt nhất vào ổ khác)",
        fix_en="cdstrack backup (best to another disk)",
    ),
    "CDS428": Sentences(
        vi="màn hình này dùng bảng mã {encoding}: chữ Việt có thể hiện sai",
        en="this terminal uses the encoding {encoding}: Vietnamese letters may come out wrong",
        fix_vi="Đặt LANG=vi_VN.UTF-8 hoặc LANG=C.UTF-8.",
        fix_en="Set LANG=vi_VN.UTF-8 or LANG=C.UTF-8.",
    ),
}
