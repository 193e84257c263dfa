"""What `--help` says, in both languages.

Owns the lookup and the texts that all pages share; each purpose of commands has a module of its own
beside this one, named like the folder of their code. Keys are a command (`record`), an option or
argument of it by its Python name (`record.org_unit`), or `*.name` for what several commands share.
Loads nothing heavy.
"""

from collections.abc import Mapping

from cdstrack.words.help.care import CARE
from cdstrack.words.help.enter import ENTER
from cdstrack.words.help.exchange import EXCHANGE
from cdstrack.words.help.read import READ
from cdstrack.words.help.sources import SOURCES
from cdstrack.words.help.start import START
from cdstrack.words.help.week import WEEK
from cdstrack.words.labels.vocabulary import Pair

WORDS: Mapping[str, Pair] = {
    "word.usage": Pair("Cách dùng", "Usage"),
    "word.below": Pair("LỆNH [THAM SỐ]...", "COMMAND [ARGS]..."),
    "word.arguments": Pair("Tham số", "Arguments"),
    "word.options": Pair("Tùy chọn", "Options"),
    "word.shared": Pair("Tùy chọn chung", "Shared options"),
    "word.start": Pair("Bắt đầu và kiểm tra", "Set up and check"),
    "word.enter": Pair("Ghi số liệu", "Record figures"),
    "word.read": Pair("Xem", "Read"),
    "word.sources": Pair("Nguồn và các phiên bản kế hoạch", "Sources and versions of the plan"),
    "word.care": Pair("Bảo quản kho số liệu", "Maintain the store"),
    "word.week": Pair("Hằng tuần", "Every week"),
    "word.exchange": Pair("Trao đổi tệp", "Exchange files"),
}

SHARED: Mapping[str, Pair] = {
    "cdstrack": Pair(
        "Theo dõi các chỉ tiêu của một đề án chuyển đổi số: mỗi số liệu có ngày và nguồn, "
        "khoảng cách đến từng mốc, và đánh giá có thể kiểm chứng.",
        "Tracks the targets of a digital-transformation plan: every figure with its date and "
        "source, the gap to each milestone, and a verdict that can be checked.",
    ),
    "*.help": Pair("Hiện trang này.", "Show this page."),
    "*.version": Pair("Hiện phiên bản.", "Show the version."),
    "*.install_completion": Pair(
        "Cài gợi ý khi bấm Tab cho shell đang dùng.", "Install Tab completion for this shell."
    ),
    "*.show_completion": Pair(
        "Hiện mã gợi ý khi bấm Tab, để tự cài.",
        "Print the completion script, for manual installation.",
    ),
    "*.plan": Pair(
        "Tệp kế hoạch (hoặc CDSTRACK_PLAN; nếu không nêu: targets.yaml ở đây hoặc thư mục trên "
        "gần nhất).",
        "The plan file (or CDSTRACK_PLAN; default: targets.yaml here or in the nearest folder "
        "above).",
    ),
    "*.db": Pair(
        "Kho số liệu: tệp, hoặc postgresql://… (hoặc CDSTRACK_DB; nếu không nêu: "
        "data/cdstrack.db cạnh kế hoạch).",
        "The store: a file, or postgresql://… (or CDSTRACK_DB; default: data/cdstrack.db beside "
        "the plan).",
    ),
    "*.lang": Pair(
        "Ngôn ngữ hiển thị (hoặc CDSTRACK_LANG; nếu không nêu: theo kế hoạch).",
        "The output language (or CDSTRACK_LANG; default: the plan's).",
    ),
    "*.color": Pair(
        "Màu: auto, always hoặc never (NO_COLOR cũng tắt màu).",
        "Colour: auto, always or never (NO_COLOR also switches it off).",
    ),
    "*.width": Pair(
        "Bề rộng tính bằng cột (nếu không nêu: theo màn hình; khi không có màn hình: 80).",
        "Width in columns (default: the terminal's; 80 without a terminal).",
    ),
    "*.no_pager": Pair(
        "Không mở chương trình xem từng trang (PAGER) khi kết quả dài hơn màn hình.",
        "Do not open a pager (PAGER) where the output is longer than the screen.",
    ),
    "*.format": Pair("Định dạng: {formats}.", "The format: {formats}."),
    "*.output": Pair(
        "Ghi vào tệp, định dạng theo đuôi tệp; ghi trọn vẹn hoặc không ghi gì.",
        "Write to a file, in the format of its extension; completely or not at all.",
    ),
    "*.as_of": Pair(
        "Ngày báo cáo (nếu không nêu: hôm nay).", "The day of the report (default: today)."
    ),
    "*.known_at": Pair(
        "Chỉ tính số liệu đã ghi đến thời điểm này hoặc đến hết ngày này.",
        "Count only what had been recorded by this instant, or by the end of this day.",
    ),
    "*.plan_at": Pair(
        "Đánh giá theo phiên bản kế hoạch này: ngày, mã, hoặc current (nếu không nêu: bản có "
        "hiệu lực lúc --known-at, hoặc tệp hiện nay).",
        "Judge by this version of the plan: a date, a digest, or current (default: the version "
        "in force at --known-at, else the current file).",
    ),
    "*.method": Pair(
        "Phương pháp đánh giá, thay cho phương pháp riêng của chỉ tiêu (nếu không nêu: linear).",
        "The method of judging, instead of the indicator's own (default: that one, else linear).",
    ),
}

HELP: Mapping[str, Pair] = {
    **WORDS,
    **SHARED,
    **START,
    **ENTER,
    **READ,
    **SOURCES,
    **WEEK,
    **CARE,
    **EXCHANGE,
}


def help_text(key: str, language: str) -> str:
    """The text for `key`; for `command.option`, else the one that all commands share.

    Raises:
        KeyError: There is no text, which is a bug that a test finds.

    >>> help_text("gaps.plan", "en") == help_text("*.plan", "en")
    True
    """
    pair = HELP.get(key) or HELP[f"*.{key.rpartition('.')[2]}"]
    return pair.text(language)
