#!/usr/bin/env bash
# sdmx1 reads the SDMX month 2026-M03 as three seconds past New Year, and the trimester 2026-T2 as February.
#
# SDMX 2.1 writes its standard reporting periods as 2026-M03 for a month, 2026-T2 for the second of three
# trimesters of four months, 2026-Q2 for a quarter (ReportingMonthType and its neighbours in
# SDMXCommon.xsd). sdmx1 hands them to pandas, which knows quarters only, and takes the rest for a time of
# day or for a month: every month of a year becomes another second of its 1 January, with the frequency M
# all of them are January, and trimesters are single months. Half-years (2026-S1) and weeks (2026-W05),
# unknown likewise, are refused.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  sdmx1==2.28.0 pandas==3.1.1 python-dateutil==2.9.0.post0
cd "$folder"
venv/bin/python -W ignore - <<'END' | tee seen
import io

import sdmx

URL = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
FILE = f"""<m:GenericData xmlns:m="{URL}/message" xmlns:g="{URL}/data/generic" xmlns:c="{URL}/common">
<m:Header><m:ID>T</m:ID><m:Test>false</m:Test><m:Prepared>2026-01-01T00:00:00</m:Prepared>
<m:Sender id="X"/><m:Structure structureID="S" dimensionAtObservation="TIME_PERIOD"><c:Structure>
<Ref agencyID="X" id="S" version="1.0" class="DataStructure"/></c:Structure></m:Structure></m:Header>
<m:DataSet structureRef="S"><g:Series><g:SeriesKey><g:Value id="GEO" value="A"/></g:SeriesKey>
OBSERVATIONS</g:Series></m:DataSet></m:GenericData>"""


def read(periods, asked):
    observations = "".join(
        f'<g:Obs><g:ObsDimension value="{period}"/><g:ObsValue value="1"/></g:Obs>' for period in periods
    )
    message = sdmx.read_sdmx(io.BytesIO(FILE.replace("OBSERVATIONS", observations).encode()))
    try:
        frame = sdmx.to_pandas(message.data[0], datetime=asked)
    except ValueError as error:
        return type(error).__name__
    return ", ".join(map(str, frame.index))


for periods in (
    ("2026-03", "2026-04"),
    ("2026-M03", "2026-M04"),
    ("2026-Q1", "2026-Q2"),
    ("2026-T1", "2026-T2"),
    ("2026-S1", "2026-S2"),
    ("2026-W05", "2026-W06"),
):
    print(*periods, "as days:", read(periods, "TIME_PERIOD"))
    print(*periods, "as months:", read(periods, {"dim": "TIME_PERIOD", "freq": "M"}))
END
diff seen - <<'END'
2026-03 2026-04 as days: 2026-03-01 00:00:00, 2026-04-01 00:00:00
2026-03 2026-04 as months: 2026-03, 2026-04
2026-M03 2026-M04 as days: 2026-01-01 00:00:03, 2026-01-01 00:00:04
2026-M03 2026-M04 as months: 2026-01, 2026-01
2026-Q1 2026-Q2 as days: 2026-01-01 00:00:00, 2026-04-01 00:00:00
2026-Q1 2026-Q2 as months: 2026-01, 2026-04
2026-T1 2026-T2 as days: 2026-01-01 00:00:00, 2026-02-01 00:00:00
2026-T1 2026-T2 as months: 2026-01, 2026-02
2026-S1 2026-S2 as days: DateParseError
2026-S1 2026-S2 as months: DateParseError
2026-W05 2026-W06 as days: DateParseError
2026-W05 2026-W06 as months: DateParseError
END
echo "as described: sdmx1 2.28.0 with pandas 3.1.1 reads months as seconds"
