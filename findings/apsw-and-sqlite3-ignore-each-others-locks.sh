#!/usr/bin/env bash
# In one process, a database that the standard library's sqlite3 holds exclusively is open to APSW.
#
# APSW brings a SQLite of its own. POSIX locks belong to the process, and each library knows only of
# the connections that it made itself: `BEGIN EXCLUSIVE` of one keeps other programs out, but the other
# library in the same process reads and commits at once. When it closes its connection, the operating
# system drops the lock of the first one as well, and another program gets in while the first is still
# in its transaction. Within one library, and between two processes, the same steps are refused. A
# program that moves to APSW has to move all of it, its tests included: one that holds a lock through
# sqlite3 to see that the program waits passes over the wait.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check apsw==3.54.1.0
cd "$folder"
venv/bin/python - <<'END' | tee seen
import sqlite3
import subprocess
import sys

import apsw

ANOTHER = """
import sqlite3
try:
    with sqlite3.connect("figures.db", timeout=0) as file:
        file.execute("INSERT INTO figure VALUES ('another program')")
    print("written")
except sqlite3.OperationalError as error:
    print(error)
"""


def another_program():
    asked = [sys.executable, "-c", ANOTHER]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()


holder = sqlite3.connect("figures.db", isolation_level=None)
holder.execute("CREATE TABLE figure (said_by TEXT)")
holder.execute("BEGIN EXCLUSIVE")
print("another program, while sqlite3 holds the file:", another_program())
same = sqlite3.connect("figures.db", timeout=0, isolation_level=None)
try:
    same.execute("INSERT INTO figure VALUES ('the same library')")
except sqlite3.OperationalError as error:
    print("the same library in the same process:", error)
other = apsw.Connection("figures.db")
other.execute("INSERT INTO figure VALUES ('apsw')")
print("APSW in the same process: written")
other.close()
print("in the transaction still:", holder.in_transaction)
print("another program, after APSW has closed:", another_program())
END
diff seen - <<'END'
another program, while sqlite3 holds the file: database is locked
the same library in the same process: database is locked
APSW in the same process: written
in the transaction still: True
another program, after APSW has closed: written
END
echo "as described: APSW 3.54.1.0 and the standard library's sqlite3 ignore each other's locks"
