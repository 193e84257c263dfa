#!/usr/bin/env bash
# IronCalc forecasts 70 with FORECAST and 10 with TREND from the same cells, one of which is empty.
#
# FORECAST, SLOPE and RSQ leave out a year without a figure; TREND and LINEST of the same workbook take it
# for a figure of 0. A series that rises by 5 a year and has no figure yet for its last year rises by 5 for
# the one and falls by 7 for the other, and RSQ says of both that the line fits without rest. LibreOffice and
# Gnumeric answer TREND and LINEST over an empty cell with an error. With all figures there, the functions
# agree.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check ironcalc==0.9.1
cd "$folder"
venv/bin/python - <<'END' | tee seen
import ironcalc

FORMULAS = (
    "FORECAST(2026,B1:B5,A1:A5)",
    "TREND(B1:B5,A1:A5,2026)",
    "SLOPE(B1:B5,A1:A5)",
    "LINEST(B1:B5,A1:A5)",
    "RSQ(B1:B5,A1:A5)",
)
for figures in ([40, 45, 50, 55, 60], [40, 45, None, 55, 60], [40, 45, 50, 55, None]):
    book = ironcalc.create("book", "en", "UTC", "en")
    for row, figure in enumerate(figures, 1):
        book.set_user_input(0, row, 1, str(2019 + row))
        if figure is not None:
            book.set_user_input(0, row, 2, str(figure))
    for row, formula in enumerate(FORMULAS, 1):
        book.set_user_input(0, row, 4, f"={formula}")
    book.evaluate()
    print(*("empty" if figure is None else figure for figure in figures))
    for row, formula in enumerate(FORMULAS, 1):
        name = formula.partition("(")[0]
        print(f"  {name}: {float(book.get_formatted_cell_value(0, row, 4)):.3f}")
END
diff seen - <<'END'
40 45 50 55 60
  FORECAST: 70.000
  TREND: 70.000
  SLOPE: 5.000
  LINEST: 5.000
  RSQ: 1.000
40 45 empty 55 60
  FORECAST: 70.000
  TREND: 60.000
  SLOPE: 5.000
  LINEST: 5.000
  RSQ: 1.000
40 45 50 55 empty
  FORECAST: 70.000
  TREND: 10.000
  SLOPE: 5.000
  LINEST: -7.000
  RSQ: 1.000
END
echo "as described: IronCalc 0.9.1 takes an empty cell for 0 in TREND and LINEST"
