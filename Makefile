# make briefing: set up, and build the demo briefings into reports/. make test: set up, and run every check.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# make bench BENCH='--only job --runs 3': what it takes beside other ways, into docs/benchmarks.md
.PHONY: briefing test lint accuracy bench bench-extract gallery schema clean

briefing: $(READY)
	$(BIN)/footnoted build

test: lint $(READY)-tests
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

lint: $(READY)
	$(BIN)/ruff check generator tests
	$(BIN)/ruff format --check --quiet generator tests
	$(BIN)/mypy

accuracy: $(READY)
	$(BIN)/python -m tests.benchmarks.accuracy

bench: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[bench]'
	$(BIN)/python -m tests.benchmarks.bench $(BENCH)

bench-extract: $(READY)
	$(BIN)/python -m tests.benchmarks.extract

gallery: $(READY)
	$(BIN)/python -m tests.gallery gallery

schema: $(READY)
	$(BIN)/footnoted schema

$(READY): pyproject.toml constraints.txt .ci/setup
	PYTHON=$(PYTHON) .ci/setup $(VENV)
	@touch $@

$(READY)-tests: $(READY)
	PYTHON=$(PYTHON) .ci/setup $(VENV) tests
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
