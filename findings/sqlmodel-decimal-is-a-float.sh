#!/usr/bin/env bash
# A Decimal field of SQLModel is kept in SQLite as a binary float, and nothing says so any more.
#
# SQLAlchemy up to 2.0 warned that SQLite has no decimal type; 2.1.9 says nothing, all warnings on.
# The column's storage class is real, so an amount with 20 digits comes back changed (and as another
# Decimal than the one that was added), while the session that added it still shows the exact one:
# a test that reads its own session's object passes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  sqlmodel==0.0.50 sqlalchemy==2.1.9 pydantic==2.14.3
cd "$folder"
venv/bin/python -W always - 2>warnings <<'END' | tee seen
from decimal import Decimal

from sqlalchemy import text
from sqlmodel import Field, Session, SQLModel, create_engine


class Amount(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    value: Decimal


engine = create_engine("sqlite://")
SQLModel.metadata.create_all(engine)
with Session(engine, expire_on_commit=False) as session:
    amount = Amount(value=Decimal("12345678901234.123456"))
    session.add(amount)
    session.commit()
    print("same session:", amount.value)
with Session(engine) as session:
    print("read again:", session.get(Amount, 1).value)
    print("stored as:", session.execute(text("SELECT typeof(value) FROM amount")).scalar_one())
END
diff seen - <<'END'
same session: 12345678901234.123456
read again: 12345678901234.1230468750
stored as: real
END
test "$(grep -ci decimal warnings || true)" = 0
echo "as described: no warning, and the amount is another one"
