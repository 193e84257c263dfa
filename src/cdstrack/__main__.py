"""`python -m cdstrack` does what `cdstrack` does."""

import sys

from cdstrack.cli.app.main import main

sys.exit(main())
