# make serve  installs, indexes seeds/ the first time, serves on http://127.0.0.1:8000
# make test   installs what the tests need besides, runs ruff, mypy and pytest

PYTHON ?= python3
HOST   ?= 127.0.0.1
PORT   ?= 8000
VENV   := .venv
BIN    := $(VENV)/bin
INDEX  := instance/index
HTMX   := web/static/vendor/htmx.min.js
TOOLS  := node_modules/.installed-for-tests

.PHONY: serve test check assets lock screenshots accuracy reliability speed bench bench-quick clean

serve: $(VENV)/.installed assets
	@test -e $(INDEX) || $(BIN)/onrecord index --index $(INDEX) seeds
	$(BIN)/onrecord serve --index $(INDEX) --host $(HOST) --port $(PORT)

test: $(VENV)/.installed-for-tests assets browser nginx check
	@# A real browser may stall on a busy machine: what failed is tried once more, and a defect fails again.
	$(BIN)/pytest || $(BIN)/pytest --last-failed
	@$(MAKE) --no-print-directory bench-quick
	@sh tests/other_pythons.sh $(BIN)/python

check: $(VENV)/.installed-for-tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	@if command -v npm >/dev/null 2>&1; then $(MAKE) --no-print-directory check-scripts; \
	else echo "npm was not found: the scripts of the page were not checked."; fi

# The scripts of the page: eslint for habits, tsc for the types their JSDoc states.
.PHONY: check-scripts
check-scripts: $(TOOLS)
	node_modules/.bin/eslint web/static/js web/static/embed.js
	node_modules/.bin/tsc --project tsconfig.json

# What checks the scripts, and axe-core for the browser tests.
$(TOOLS): package-lock.json
	npm ci --silent --ignore-scripts --no-audit --no-fund
	@touch $@

# The page works without htmx, so a machine without npm is told and goes on.
assets:
	@if [ -e $(HTMX) ] && [ $(HTMX) -nt package-lock.json ]; then :; \
	elif command -v npm >/dev/null 2>&1; then \
	  npm ci --silent --omit=dev --ignore-scripts --no-audit --no-fund && \
	  mkdir -p $(dir $(HTMX)) && cp node_modules/htmx.org/dist/htmx.min.js $(HTMX); \
	else echo "npm was not found: the page will work without htmx, as plain HTML."; fi

.PHONY: browser
browser:
	@sh tests/find_browser.sh

.PHONY: nginx
nginx:
	@sh tests/find_nginx.sh

screenshots: $(VENV)/.installed-for-tests assets browser
	$(BIN)/python -m tests.browser.screenshots

# uv writes locks that hold for Python 3.11 to 3.13 and every platform; only this target needs it.
lock: $(VENV)/.installed
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --no-emit-find-links --extra build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --no-emit-find-links --extra build --extra test pyproject.toml -o requirements-test.lock

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-for-tests: requirements-test.lock | $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@

clean:
	rm -rf $(VENV) $(VENV)-* build *.egg-info node_modules web/static/vendor .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Attribution on annotated news, where it is found; the figures of the README.
accuracy: $(VENV)/.installed-for-tests
	$(BIN)/python -m tests.benchmarks.accuracy

# The confidence of quotes held against annotated news that was not read when the rules were made.
reliability: $(VENV)/.installed-for-tests
	$(BIN)/python -m tests.benchmarks.reliability

# Whole extraction on one core.
speed: $(VENV)/.installed-for-tests
	$(BIN)/python -m tests.benchmarks.extraction

# Searching and indexing beside tantivy, SQLite's FTS5 and plain Whoosh: make bench ARTICLES=100000 TEXTS=FOLDER
ARTICLES ?= 10000
bench: $(VENV)/.installed-for-tests
	$(BIN)/python -m tests.benchmarks.search --articles $(ARTICLES) $(if $(TEXTS),--texts $(TEXTS)) $(if $(KEEP),--folder $(KEEP))
	$(BIN)/python -m tests.benchmarks.service --articles $(ARTICLES) $(if $(TEXTS),--texts $(TEXTS)) $(if $(KEEP),--folder $(KEEP))

# A gate on the lead over plain Whoosh, in a run of its own.
bench-quick: $(VENV)/.installed-for-tests
	$(BIN)/python -m tests.benchmarks.quick
