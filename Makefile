# Everything is run through this file, by hand and in CI alike.
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check data bench clean

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

clean:
	rm -rf $(VENV) .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis test-results

$(VENV)/app.stamp: requirements.txt
	@sh scripts/make_environment.sh $(VENV) requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements.txt requirements-dev.txt
	@sh scripts/make_environment.sh $(VENV) requirements-dev.txt
	@touch $@ $(VENV)/app.stamp
