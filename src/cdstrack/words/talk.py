"""What commands say beside their data, in both languages.

Owns sentences that neither report a problem (`cdstrack.words.problems`) nor stand in a report.
`{name}` stands for a fact, which is cleaned on the way in and never read as a template.
"""

import re
from collections.abc import Mapping

from cdstrack.words.clean import clean
from cdstrack.words.labels import Pair

_FACT = re.compile(r"\{([a-z_]+)\}")

TALK: Mapping[str, Pair] = {
    "main.bug": Pair(
        "Đây là lỗi của {program}, không phải của bạn. Xin gửi toàn bộ nội dung trên cùng lệnh đã "
        "gõ cho người phụ trách chương trình ({program} {version}, Python {python}); kho số liệu "
        "không bị ghi dở dang.",
        "This is a mistake of {program}, not yours. Please send everything above, with the command "
        "that you typed, to whoever looks after the program ({program} {version}, Python {python}); "
        "nothing was left half recorded.",
    ),
    "init.made": Pair("đã tạo {file}", "made {file}"),
    "init.all_there": Pair(
        "mọi thứ đã có sẵn: {plan}, {store}", "everything is there already: {plan}, {store}"
    ),
    "init.next_import": Pair(
        "Tiếp theo, trong thư mục đó: cdstrack import {file}, rồi cdstrack status",
        "Next, in that folder: cdstrack import {file}, then cdstrack status",
    ),
    "init.next_record": Pair(
        "Tiếp theo: cdstrack check, rồi cdstrack record",
        "Next: cdstrack check, then cdstrack record",
    ),
    "filters.nothing": Pair("không có gì khớp với bộ lọc", "nothing matches the filters"),
    "examples.counts": Pair(
        "{indicators} chỉ tiêu, {targets} mục tiêu", "{indicators} indicators, {targets} targets"
    ),
    "examples.next": Pair(
        "Lấy một kế hoạch: cdstrack init THƯ_MỤC --example TÊN",
        "Lay one out: cdstrack init DIR --example NAME",
    ),
}


def talk_text(key: str, language: str, facts: Mapping[str, str] | None = None) -> str:
    """The sentence `key` with its facts filled in.

    Raises:
        KeyError: There is no such sentence or a fact is missing, which is a bug.

    >>> talk_text("init.made", "en", {"file": "a{b}.yaml"})
    'made a{b}.yaml'
    """
    known = facts or {}
    return _FACT.sub(lambda match: clean(known[match[1]]), TALK[key].text(language))
