# The two commands of the README are `make demo` and `make test`; each sets up what it needs.
# The same without make: docs/install.md.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MODELS := src/variorum/codes/data/models.txt
DATA ?= ../shared/benchmarks
PART ?= dev
DRAWS ?= 100

.PHONY: setup demo test check bench accuracy bless lock clean

setup: $(VENV)/.ready

$(VENV)/.ready: requirements.lock $(MODELS) pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --ignore-requires-python --require-hashes -r $(MODELS)
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

demo: setup
	$(BIN)/variorum demo

test: check
	$(BIN)/python -m pytest

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup
	$(BIN)/python -m benchmarks.bench --page docs/benchmarks.md
	$(BIN)/python -m benchmarks.synthetic --page docs/benchmarks.md
	$(BIN)/python -m benchmarks.curve --page docs/benchmarks.md
	$(BIN)/python -m benchmarks.peers --page docs/benchmarks.md
	$(BIN)/python -m benchmarks.archive --mb 1000 --page docs/benchmarks.md

accuracy: setup
	$(BIN)/python -m benchmarks.accuracy --data $(DATA) --part $(PART) --draws $(DRAWS) $(if $(filter dev,$(PART)),--page docs/accuracy.md)
	$(BIN)/python -m benchmarks.actors --data $(DATA) --part $(PART)
	$(BIN)/python -m benchmarks.who $(if $(filter dev,$(PART)),--page docs/accuracy.md)
	$(BIN)/python -m benchmarks.where $(if $(filter dev,$(PART)),--page docs/accuracy.md)
	$(BIN)/python -m benchmarks.tolls $(if $(filter dev,$(PART)),--page docs/accuracy.md)
	$(BIN)/python -m benchmarks.direction --data $(DATA)
	$(BIN)/python -m benchmarks.blind

bless: setup
	$(BIN)/python -m pytest tests/test_golden.py --bless
	git diff --stat -- tests/golden

lock:
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--group dev --group build pyproject.toml --output-file requirements.lock

clean:
	rm -rf $(VENV) .demo dist
