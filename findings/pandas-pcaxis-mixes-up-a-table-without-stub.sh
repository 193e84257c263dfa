#!/usr/bin/env bash
# pandas-pcaxis gives figures to other units and years when all variables of a PX file are in its heading.
#
# A PX file lists its variables in STUB (rows) and HEADING (columns), and its cells in the order of the
# variables as listed. Where there is no STUB, pandas-pcaxis makes one of the years, wherever they are in
# the list, but still takes the cells in the order of the file: of six figures four change their place,
# every one of them under a valid heading. pyaxis reads the same file as it is meant, and pandas-pcaxis
# itself does once the first variable is in STUB; the cells are the same.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  pandas-pcaxis==0.2 pyaxis==0.4.3 pandas==3.1.1
cd "$folder"
venv/bin/python - <<'END' | tee seen
from pathlib import Path

from pandas_pcaxis import PxParser
from pyaxis import pyaxis

TABLE = """CHARSET="ANSI";
AXIS-VERSION="2013";
CREATION-DATE="20260331 09:00";
SUBJECT-AREA="Services";
SUBJECT-CODE="S";
MATRIX="S1";
TITLE="Records kept online by unit and year";
CONTENTS="Records kept online";
UNITS="percent";
DECIMALS=0;
{variables}
VALUES("unit")="Ward 1","Ward 2";
VALUES("year")="2023","2024","2025";
DATA=
11 12 13 21 22 23;
"""
for variables in ('STUB="unit";\nHEADING="year";', 'HEADING="unit","year";'):
    Path("table.px").write_text(TABLE.format(variables=variables))
    print(variables.replace("\n", " "))
    for _, unit, year, figure in pyaxis.parse("table.px", encoding="latin-1")["DATA"].itertuples():
        print("pyaxis:", unit, year, figure)
    frame = PxParser().parse(Path("table.px").read_text()).to_df()
    frame = frame if frame.index.name == "unit" else frame.T
    for unit in frame.index:
        for year in frame.columns:
            print("pandas-pcaxis:", unit, year, frame.loc[unit, year])
END
diff seen - <<'END'
STUB="unit"; HEADING="year";
pyaxis: Ward 1 2023 11
pyaxis: Ward 1 2024 12
pyaxis: Ward 1 2025 13
pyaxis: Ward 2 2023 21
pyaxis: Ward 2 2024 22
pyaxis: Ward 2 2025 23
pandas-pcaxis: Ward 1 2023 11
pandas-pcaxis: Ward 1 2024 12
pandas-pcaxis: Ward 1 2025 13
pandas-pcaxis: Ward 2 2023 21
pandas-pcaxis: Ward 2 2024 22
pandas-pcaxis: Ward 2 2025 23
HEADING="unit","year";
pyaxis: Ward 1 2023 11
pyaxis: Ward 1 2024 12
pyaxis: Ward 1 2025 13
pyaxis: Ward 2 2023 21
pyaxis: Ward 2 2024 22
pyaxis: Ward 2 2025 23
pandas-pcaxis: Ward 1 2023 11
pandas-pcaxis: Ward 1 2024 13
pandas-pcaxis: Ward 1 2025 22
pandas-pcaxis: Ward 2 2023 12
pandas-pcaxis: Ward 2 2024 21
pandas-pcaxis: Ward 2 2025 23
END
echo "as described: pandas-pcaxis 0.2 mixes up the cells of a file without STUB"
