#!/usr/bin/env bash
# Which commune the code 1558 is depends on the release of vietnam-provinces, which pip picks by the Python.
#
# From 2025.10.1 to 2026.9.0, both of them lists of the 3,321 communes that Viet Nam has since July 2025, the
# same communes get 123 other codes. The code 1558 goes from Lý Quốc to Hạ Lang, which pass their codes round
# with Vinh Quý, and so do three wards of Phủ Lý; figures kept by code lose 114 communes, and nine communes
# get the figure of a neighbour without a word. The newer release needs Python 3.12: `pip install
# vietnam-provinces` under 3.11 succeeds with the older one. The package vietnamadminunits has the newer
# codes, for the same names but for spelling (Hòa or Hoà, M'Drắk or M’Drắk).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
cd "$folder"
for release in vietnam-provinces==2025.10.1 vietnam-provinces==2026.9.0 vietnamadminunits==1.0.4; do
  # Only the data files are read, with whatever Python there is.
  venv/bin/pip install --quiet --disable-pip-version-check --no-deps --no-compile \
    --ignore-requires-python --target "$release" "$release"
done
cat >communes.py <<'END'
import json
import re
import sqlite3
import unicodedata
from pathlib import Path


def plain(name):
    """The letters of a name without their marks: Hòa and Hoà are one."""
    letters = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return re.sub("[^a-z0-9]", "", letters)


def stored(release, name):
    (path,) = Path(release).rglob(name)
    return path


def listed(release):
    text = stored(release, "flat-divisions.json").read_text(encoding="utf-8")
    return {each["code"]: each["name"] for each in json.loads(text)}


older, newer = listed("vietnam-provinces==2025.10.1"), listed("vietnam-provinces==2026.9.0")
base = sqlite3.connect(stored("vietnamadminunits==1.0.4", "dataset.db"))
third = {int(code): name for code, name in base.execute("SELECT wardCode, ward FROM admin_units")}
print("communes:", len(older), len(newer), len(third))
print("names in one release only:", len({*map(plain, older.values())} ^ {*map(plain, newer.values())}))
print("codes in one release only:", len(older.keys() - newer), len(newer.keys() - older))
print("codes or names that differ in vietnamadminunits from 2026.9.0:", sum(
    plain(third.get(code, "")) != plain(newer.get(code, "")) for code in third.keys() | newer.keys()
))
for code in sorted(older.keys() & newer.keys()):
    if plain(older[code]) != plain(newer[code]):
        print(f"{code:05}: {older[code]} | {newer[code]}")
END
venv/bin/python communes.py | tee seen
diff seen - <<'END'
communes: 3321 3321 3321
names in one release only: 0
codes in one release only: 114 114
codes or names that differ in vietnamadminunits from 2026.9.0: 0
00226: Phường Kim Liên | Phường Văn Miếu - Quốc Tử Giám
00331: Phường Yên Sở | Phường Hoàng Mai
01537: Xã Vinh Quý | Xã Lý Quốc
01558: Xã Lý Quốc | Xã Hạ Lang
01561: Xã Hạ Lang | Xã Vinh Quý
13285: Phường Châu Sơn | Phường Phủ Lý
13291: Phường Phủ Lý | Phường Phù Vân
13318: Phường Phù Vân | Phường Châu Sơn
31207: Phường Thuận Hưng | Phường Thốt Nốt
END
echo "as described: vietnam-provinces 2026.9.0 gives codes of 2025.10.1 to other communes"
