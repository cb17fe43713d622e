# Everything is run through this file, by hand and in CI alike.
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check data bench lock clean

run: $(VENV)/app.stamp
	@echo "Schaalwijzer Jeugd: http://localhost:$(PORT)"
	@$(BIN)/python scripts/serve.py --server.port $(PORT)

test: check
	@CHROMIUM="$$(sh scripts/find_chromium.sh)" $(BIN)/python -m pytest

check: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

data: $(VENV)/dev.stamp
	$(BIN)/python -m pipeline.build

bench: $(VENV)/dev.stamp
	@CHROMIUM="$$(sh scripts/find_chromium.sh)" $(BIN)/python -m tests.bench

# Keeps the versions that the lock files hold where they still fit; `make lock UPGRADE=--upgrade` takes the newest of what the pins leave open.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: \
	--annotation-style line --custom-compile-command "make lock" $(UPGRADE)
lock: $(VENV)/dev.stamp
	$(LOCK) requirements-dev.txt --output-file requirements-dev.lock
	$(LOCK) requirements.txt --constraints requirements-dev.lock --output-file requirements.lock

clean:
	rm -rf $(VENV) .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis test-results

$(VENV)/app.stamp: requirements.lock
	@sh scripts/make_environment.sh $(VENV) requirements.lock
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock
	@sh scripts/make_environment.sh $(VENV) requirements-dev.lock
	@touch $@ $(VENV)/app.stamp
