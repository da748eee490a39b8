# make run and make test are all that a fresh machine needs; each sets itself up and is quick the second time.
.PHONY: run test check bench soak chaos intelligibility screenshots lock catalogues
.DEFAULT_GOAL := run

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { command -v $$p; break; }; done)
IN := .venv/bin/python

# What Qt, the fonts and the dictionary need on Debian and Ubuntu.
RUN_PACKAGES := libegl1 libgl1 'libglib2.0-0|libglib2.0-0t64' libfontconfig1 libdbus-1-3 libxkbcommon0 \
	libxkbcommon-x11-0 libx11-xcb1 libxrandr2 libxcb-cursor0 libxcb-glx0 libxcb-icccm4 libxcb-image0 \
	libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 \
	libxcb-xkb1 libpulse0 tzdata fonts-inter hunspell-id
TEST_PACKAGES := $(RUN_PACKAGES) postgresql xvfb xauth
BENCH_PACKAGES := $(TEST_PACKAGES) espeak-ng alsa-utils pulseaudio pulseaudio-utils

run: .venv/run
	@$(IN) main.py

test: .venv/dev
	@$(IN) -m pytest -n 2 --dist loadgroup

check: .venv/dev
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/basedpyright
	@.venv/bin/lint-imports

bench: .venv/bench
	@$(IN) -m tests.benchmarks.harness

# Minutes of killed workers, cancelled jobs and saved files; run before a release.
soak: .venv/dev
	@$(IN) -m tests.soak

# Minutes of windows killed while somebody types; run before a release.
chaos: .venv/dev
	@$(IN) -m tests.chaos

# How much better the spoken form is understood than the written text, by an offline recogniser.
intelligibility: .venv/bench
	@$(IN) -m tests.intelligibility

screenshots: .venv/dev
	@$(IN) -m tests.screenshots

# Pins with hashes and no index address; run after a change of dependencies in pyproject.toml.
LOCK = .venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --custom-compile-command 'make lock' pyproject.toml
lock: .venv/dev
	@$(IN) -m pip install -q uv
	@$(LOCK) -o requirements.lock
	@$(LOCK) --extra dev -c requirements.lock -o requirements-dev.lock
	@$(LOCK) --extra dev --extra bench -c requirements-dev.lock -o requirements-bench.lock

# Gathers every sentence into resources/locale/*/LC_MESSAGES/newsdesk.po and compiles the catalogues.
catalogues: .venv/dev
	@$(IN) -m tests.catalogues

# ---------------------------------------------------------------- set-up
.venv/python:
	@[ -n "$(PYTHON)" ] || { echo "Newsdesk needs Python 3.11 or newer: sudo apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || bash .ci/packages python3-venv
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/run: .venv/python requirements.lock
	@bash .ci/packages $(RUN_PACKAGES)
	@$(IN) -m pip install -q --require-hashes -r requirements.lock
	@touch $@

.venv/dev: .venv/python requirements-dev.lock
	@bash .ci/packages $(TEST_PACKAGES)
	@$(IN) -m pip install -q --require-hashes -r requirements-dev.lock
	@touch $@

.venv/bench: .venv/python requirements-bench.lock
	@bash .ci/packages $(BENCH_PACKAGES)
	@$(IN) -m pip install -q --require-hashes -r requirements-bench.lock
	@touch $@
