#!/usr/bin/env bash
# num2words in Vietnamese says "mười lăm" (fifteen) for -5, and "hai phẩy năm" for 2.05.
#
# Every language of the library has a word for the minus sign, but the Vietnamese one looks negative
# numbers up in its table of words from the end: -5 is fifteen, -3.2 is seventeen and twenty hundredths.
# Behind the decimal sign it spells a number of hundredths without its leading zero, so that 2.05 has the
# words that Vietnamese has for 2.5; what comes after the hundredths is left out. No exception, no
# warning; the English words for the same numbers are right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check num2words==0.5.14
cd "$folder"
venv/bin/python - <<'END' | tee seen
from num2words import num2words

for number in (-5, -3.2, 2.05, 2.5, 1.005, 67.84):
    print(f"{number}: {num2words(number, lang='vi')} | {num2words(number, lang='en')}")
END
diff seen - <<'END'
-5: mười lăm | minus five
-3.2: mười bảy phẩy hai mươi | minus three point two
2.05: hai phẩy năm | two point zero five
2.5: hai phẩy năm mươi | two point five
1.005: một | one point zero zero five
67.84: sáu mươi bảy phẩy tám mươi bốn | sixty-seven point eight four
END
echo "as described: num2words 0.5.14 says another number in Vietnamese"
