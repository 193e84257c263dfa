#!/usr/bin/env bash
# SQLite's date() on a day that no month has depends on the version of the library that opens the file.
#
# Until 3.44, date('2026-02-30') returns its argument unchanged; 3.45 and later return 2026-03-02.
# A column guarded by CHECK (day IS date(day)), the usual way to keep ISO days in SQLite, therefore
# takes 30 February on one computer, and the same row in the same file breaks the CHECK on another:
# PRAGMA integrity_check, silent before, reports it after nothing but an upgrade. date(day, '+0 days')
# normalises in both, so CHECK (day IS date(day, '+0 days')) refuses the day everywhere.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
for version in 3.44.2.0 3.45.3.0; do
  "$folder/venv/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: \
    --target "$folder/$version" "apsw==$version"
done
cat >"$folder/try.py" <<'END'
import sys

import apsw

base = apsw.Connection(sys.argv[1])
(normal, moved), = base.execute("SELECT date('2026-02-30'), date('2026-02-30', '+0 days')")
base.execute("CREATE TABLE IF NOT EXISTS plain (day TEXT CHECK (day IS date(day)))")
base.execute("CREATE TABLE IF NOT EXISTS firm (day TEXT CHECK (day IS date(day, '+0 days')))")
taken = []
for table in ("plain", "firm"):
    try:
        base.execute(f"INSERT INTO {table} VALUES ('2026-02-30')")
        taken.append(table)
    except apsw.ConstraintError:
        pass
(sound,), *_ = base.execute("PRAGMA integrity_check")
print(apsw.sqlite_lib_version(), normal, moved, taken, sound, sep=" | ")
END
file=$folder/days.db
for version in 3.44.2.0 3.45.3.0; do
  PYTHONPATH="$folder/$version" "$folder/venv/bin/python" "$folder/try.py" "$file" | tee -a "$folder/seen"
done
diff "$folder/seen" - <<'END'
3.44.2 | 2026-02-30 | 2026-03-02 | ['plain'] | ok
3.45.3 | 2026-03-02 | 2026-03-02 | [] | CHECK constraint failed in plain
END
echo "as described: the same file is whole for SQLite 3.44 and not for 3.45"
