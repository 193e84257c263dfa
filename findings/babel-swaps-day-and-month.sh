#!/usr/bin/env bash
# babel.dates.parse_date exchanges day and month without a word when the month would be above 12.
#
# Asked for Vietnamese or British dates (day first), 12/31/2025 is answered with 31 December, while
# 12/11/2025 in the next row of the same column is 12 November: one American file yields days of two
# conventions and no error. The same call raises ValueError for 31/31/2025 and IndexError, which no
# caller expects of a parser, for a month (3/2026).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.18.0
cd "$folder"
venv/bin/python - <<'END' | tee seen
from babel.dates import parse_date

for text in ("12/31/2025", "12/11/2025", "31/31/2025", "3/2026"):
    answers = []
    for locale in ("vi", "en_GB"):
        try:
            answers.append(str(parse_date(text, locale=locale)))
        except (ValueError, IndexError) as error:
            answers.append(type(error).__name__)
    print(text, *answers)
END
diff seen - <<'END'
12/31/2025 2025-12-31 2025-12-31
12/11/2025 2025-11-12 2025-11-12
31/31/2025 ValueError ValueError
3/2026 IndexError IndexError
END
echo "as described: babel 2.18.0 swaps day and month by itself"
