"""Help texts of the commands on documents, versions of the plan and units."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

SOURCES: Mapping[str, Pair] = {
    "document list": Pair(
        "Mọi văn bản trong kế hoạch và trong kho, kèm số lần được dẫn.",
        "All documents in the plan and the store, and how often each is cited.",
    ),
    "document show": Pair(
        "Một văn bản, cùng các mục tiêu và số liệu dẫn văn bản đó.",
        "One document, with the targets and figures that cite it.",
    ),
    "document show.key": Pair("Mã hoặc vài từ của tên.", "The document id, or words of its title."),
    "plan": Pair("Các phiên bản của kế hoạch.", "The versions of the plan."),
    "plan diff": Pair(
        "Thay đổi giữa hai phiên bản của kế hoạch: thêm, bỏ, nâng, hạ, sửa lời văn.\n\n"
        "Phiên bản là phần đầu của mã, ngày (bản có hiệu lực hôm đó), tệp, hoặc current (tệp "
        "hiện nay). Nếu không nêu: bản dùng trước đó so với tệp hiện nay.",
        "Changes between two versions of the plan: targets added, removed, raised, lowered, "
        "reworded.\n\n"
        "A version is the start of a digest, a date (the version in force that day), a file, "
        "or current (the current file). Default: the version used before, compared with the "
        "current file.",
    ),
    "plan diff.before": Pair("Phiên bản trước.", "The earlier version."),
    "plan diff.after": Pair(
        "Phiên bản sau (nếu không nêu: tệp hiện nay).", "The later version (default: current)."
    ),
    "plan versions": Pair(
        "Các phiên bản của kế hoạch được lưu trong kho, và các lần ghi theo từng bản.",
        "The versions of the plan kept in the store, and the submissions made under each.",
    ),
    "units": Pair(
        "Các đơn vị hành chính tại một ngày, xếp theo đơn vị cấp trên.\n\n"
        "TỪ là mã, hoặc vài từ trong tên (không cần dấu), ví dụ: hoa loc, 28789.",
        "The administrative units on a date, each under its parent unit.\n\n"
        "WORD is a code, or words of a name (accents optional), for example: hoa loc, 28789.",
    ),
    "units.words": Pair(
        "Chỉ các đơn vị có mã hoặc tên chứa mọi từ này.",
        "Only units whose code or name contains all of these words.",
    ),
    "units.everything": Pair(
        "Cả những đơn vị của các ngày khác.", "Also list units that existed only on other dates."
    ),
}
