# Everything is run through this file, by hand and in CI alike.
PORT ?= 8501
WORKERS ?= 2
VENV := .venv
BIN := $(VENV)/bin
PYTEST = CHROMIUM="$$(sh scripts/find_chromium.sh)" $(BIN)/python -m pytest
QUICK_TESTS := tests/model tests/pipeline tests/data tests/docs tests/scripts tests/test_layers.py
JS_TESTS := tests/components/**/*.test.js
CHECKS := check-format check-lint check-types check-lock check-js-lint check-js-types check-js-tests
# Checks stand beside each other on two cores; all of them run on after one fails, and the output of each stays together.
TOGETHER := $(MAKE) --no-print-directory --keep-going --jobs 2 --output-sync=target
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: \
	--annotation-style line --custom-compile-command "make lock" $(UPGRADE)

.DEFAULT_GOAL := help
.PHONY: help run serve dev quick quick-tests check $(CHECKS) format test test-deep data assets bench load lock clean

help: ## this list
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | awk -F'|' '{ printf "%-22s %s\n", $$1, $$2 }'

run: $(VENV)/app.stamp ## the app; PORT=8600 make run for another port
	@SCHAALWIJZER_PORT=$(PORT) $(BIN)/python -m server

serve: $(VENV)/app.stamp ## the app in WORKERS processes behind nginx, as deploy/ does it
	@$(BIN)/python scripts/serve_workers.py --port $(PORT) --workers $(WORKERS) --nginx "$$(sh scripts/find_nginx.sh)"

dev: $(VENV)/dev.stamp ## the app, started again after each change of Python, JS, CSS or HTML; open tabs follow
	@$(BIN)/python scripts/dev.py --port $(PORT)

quick: $(VENV)/dev.stamp node_modules/.stamp ## format, lint, types, and the unit, data and layer tests; within 90 seconds
	@$(TOGETHER) --jobs 3 quick-tests $(CHECKS)

quick-tests: $(VENV)/dev.stamp ## the unit, data and layer tests, with few examples
	@HYPOTHESIS_PROFILE=quick $(BIN)/python -m pytest -n 2 $(QUICK_TESTS)

check: $(VENV)/dev.stamp node_modules/.stamp ## format, lint and types of Python and JavaScript, the lock files, tests of the JavaScript
	@$(TOGETHER) $(CHECKS)

check-format: $(VENV)/dev.stamp ## is all Python formatted?
	@$(BIN)/ruff format --check .

check-lint: $(VENV)/dev.stamp ## ruff
	@$(BIN)/ruff check .

check-types: $(VENV)/dev.stamp ## mypy
	@$(BIN)/mypy

check-lock: $(VENV)/dev.stamp ## do the lock files hold what the requirements files ask for?
	@$(BIN)/python scripts/check_lock.py

check-js-lint: $(VENV)/dev.stamp ## oxlint
	@$(BIN)/oxlint components server tests

check-js-types: node_modules/.stamp ## TypeScript over the JavaScript and its tests
	@$(BIN)/node node_modules/typescript/bin/tsc --project .
	@$(BIN)/node node_modules/typescript/bin/tsc --project tests

check-js-tests: $(VENV)/dev.stamp ## unit tests of the JavaScript, in Node
	@$(BIN)/node --test --test-reporter=dot "$(JS_TESTS)"

format: $(VENV)/dev.stamp ## formats all Python and mends what the linters can
	@$(BIN)/ruff check --fix --exit-zero --quiet .
	@$(BIN)/ruff format .
	@$(BIN)/oxlint --fix components server tests

test: check ## everything: the checks above, then unit, data, app and browser tests
	@$(PYTEST)

test-deep: check ## everything, with many more examples and the sweeps over all 42 regions
	@HYPOTHESIS_PROFILE=deep $(PYTEST) -m ""

data: $(VENV)/dev.stamp ## data/csv to data/parquet and static
	@$(BIN)/python -m pipeline.build

assets: $(VENV)/dev.stamp ## the fonts and the picture for links that the server hands out
	@$(BIN)/python scripts/make_fonts.py
	@$(BIN)/python scripts/make_link_picture.py

bench: $(VENV)/dev.stamp ## speed beside Dash
	@CHROMIUM="$$(sh scripts/find_chromium.sh)" $(BIN)/python -m tests.bench

load: $(VENV)/dev.stamp ## many people at once, memory, and who is a burden to others; a quarter of an hour
	@$(BIN)/python -m tests.load

lock: $(VENV)/dev.stamp ## renews the lock files after a change of the pins; UPGRADE=--upgrade make lock takes newer releases of what they bring along
	@$(LOCK) requirements-dev.txt --output-file requirements-dev.lock
	@$(LOCK) requirements.txt --constraints requirements-dev.lock --output-file requirements.lock
	@$(BIN)/npm install --package-lock-only

clean: ## removes the environments and all that the checks and tests left
	rm -rf $(VENV) node_modules .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis test-results

$(VENV)/app.stamp: requirements.lock scripts/make_environment.sh
	@sh scripts/make_environment.sh $(VENV) requirements.lock
	@$(BIN)/python -m server.prepare
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock scripts/make_environment.sh
	@sh scripts/make_environment.sh $(VENV) requirements-dev.lock
	@$(BIN)/python -m server.prepare
	@touch $@ $(VENV)/app.stamp

node_modules/.stamp: package-lock.json | $(VENV)/dev.stamp
	@$(BIN)/npm ci --loglevel=error
	@touch $@
