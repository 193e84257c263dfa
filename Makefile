# The recipes that people, hooks and CI run. `make` lists them.

VENV ?= .venv
BIN := $(VENV)/bin
# The first Python that is new enough; `make PYTHON=... test` names another.
PYTHON ?= $(shell for each in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$each && break; done)
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev
BENCH := $(VENV)/.bench
# -n 2: the tests start many processes; two at a time is as fast as it gets on two cores.
PYTEST := $(BIN)/pytest -n 2
# A demo and a test must not meet the settings of whoever runs them.
CLEAN_ENV := env -u CDSTRACK_PLAN -u CDSTRACK_DB -u CDSTRACK_TODAY -u CDSTRACK_LANG

# What a newcomer runs first: the verdicts, the plan reader, every command once.
SMOKE := tests/verdict/test_worked_examples.py tests/verdict/test_decision_table.py tests/cli/test_transcripts.py \
	tests/files_plan/test_reading.py tests/test_startup.py

# Tests of commands, repeated with the record on a server but for those marked `in_a_file`.
# Others draw, read files or judge: what they need of a record, these have shown.
ANYWHERE := $(addprefix tests/,cli cron explain importing record summary units excel/test_export.py \
	$(addprefix import_csv/test_,whole_files.py every_size.py what_was_read.py))

.DEFAULT_GOAL := help
.PHONY: help demo smoke test server check lint fix golden pictures bench soak postgres versions wordview clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

demo: $(RUNTIME)  ## set everything up, load the real figures, print the status
	@$(CLEAN_ENV) $(BIN)/cdstrack init demo
	@$(CLEAN_ENV) $(BIN)/cdstrack import demo/data/observations.csv --plan demo/targets.yaml
	@$(CLEAN_ENV) $(BIN)/cdstrack status --plan demo/targets.yaml
	@$(CLEAN_ENV) $(BIN)/cdstrack init demo-mau --example mau
	@$(CLEAN_ENV) $(BIN)/cdstrack import demo-mau/data/observations.csv --plan demo-mau/targets.yaml
	@$(CLEAN_ENV) $(BIN)/cdstrack status --plan demo-mau/targets.yaml
	@echo
	@echo "The second plan is made up. Next, as it must be typed:"
	@echo "  . $(BIN)/activate && cd demo"
	@echo "  cdstrack record 'hồ sơ cấp tỉnh' 981/1446 --on 31/7/2022"
	@echo "  cdstrack status 'hồ sơ'"

smoke: $(DEV)  ## a first look at the tests (half a minute)
	@$(CLEAN_ENV) $(PYTEST) -q $(SMOKE)

test: $(DEV)  ## the tests (5 min)
	@$(CLEAN_ENV) $(PYTEST)

server: $(DEV)  ## the tests of commands again, with the record on a PostgreSQL server (5 min)
	@$(CLEAN_ENV) $(PYTEST) -q --store server $(ANYWHERE)

check: lint test  ## everything that CI asks: format, lint, types, layers, tests, docs

lint: $(DEV)  ## format, lint, types and layers only
	@$(BIN)/ruff format --check --quiet || { $(BIN)/ruff format --diff --quiet; exit 1; }
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy
	@$(BIN)/lint-imports

fix: $(DEV)  ## format the code and mend what ruff can mend
	@$(BIN)/ruff check --fix --quiet; $(BIN)/ruff format --quiet

golden: $(DEV)  ## write the expected outputs anew, to be read in the diff
	@UPDATE_GOLDEN=1 $(CLEAN_ENV) $(BIN)/pytest -q tests
	@git --no-pager diff --stat

pictures: $(DEV)  ## draw the pictures of the documentation anew
	@UPDATE_GOLDEN=1 $(CLEAN_ENV) $(BIN)/pytest -q tests/shipped/test_pictures.py

bench: $(BENCH)  ## what it costs as ratios, against what is promised; writes docs/architecture.md (15 min)
	@$(CLEAN_ENV) $(BIN)/python bench/likely_range.py
	@$(CLEAN_ENV) $(BIN)/python bench/run.py

soak: $(DEV)  ## kill it 300 times, write from 8 processes, break its store; prints the counts (5 min)
	@$(CLEAN_ENV) $(BIN)/pytest -m soak -q
	@$(CLEAN_ENV) $(BIN)/python -m tests.survival.soak $(SOAK)

postgres: $(DEV)  ## a PostgreSQL server to try things on, until Ctrl-C; prints its address
	@$(CLEAN_ENV) $(BIN)/python -m tests.server

versions:  ## install it without constraints, then with the lowest allowed versions, and use both
	@PYTHON=$(PYTHON) bash .ci/versions

wordview: $(DEV)  ## install docx-preview from npm, by which tests draw Word files in the browser
	@npm install --silent --no-fund --no-audit --no-save --no-package-lock --ignore-scripts \
		--prefix $(VENV)/word-view docx-preview@0.4.1 jszip@3.10.1

clean:  ## remove what was made here: environment, demo, caches
	rm -rf $(VENV) demo demo-mau .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo "cdstrack needs Python 3.11 or newer; none was found" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
		echo "could not make $(VENV); on Debian and Ubuntu: apt-get install python3-venv" >&2; \
		rm -rf $(VENV); exit 1; }

# Compiled at once: where PYTHONDONTWRITEBYTECODE is set, every start would compile it again.
$(RUNTIME): $(VENV)/pyvenv.cfg pyproject.toml constraints.txt
	@echo "setting up $(VENV) ..." >&2
	@$(PIP) install -c constraints.txt -e .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(DEV): $(RUNTIME)
	@echo "setting up the tools for development ..." >&2
	@$(PIP) install -c constraints.txt -e '.[dev]'
	@touch $@

$(BENCH): $(DEV)
	@echo "setting up the programs to compare with ..." >&2
	@$(PIP) install -c constraints.txt -e '.[bench]'
	@touch $@
