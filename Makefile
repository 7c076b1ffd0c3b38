# Everything is set up on first use, in .venv; a second run is quick. `make help` lists what there is.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo test lint score drafts learn bench soak constraints picture clean

PYTHONS := 3.13 3.12 3.11
PIP := .venv/bin/python -m pip

# For every pip that runs here: the pinned versions, and nothing said but errors
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_BUILD_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_QUIET := 2
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

help:  ## Show this
	@sed -En 's/^([a-z]+):[^#]*## (.*)/  make \1 \t\2/p' Makefile | expand -t 24

demo: .venv/.installed  ## Run the main job on a sample mailbox, and show the drafts it saves
	@.venv/bin/watcher demo

test: .venv/.dev  ## Set up servers, then run all suites; the quick ones on the other Pythons too
	@tests/servers/install.sh
	@.venv/bin/python -m pytest -q
	@scripts/test-others $(PYTHONS)

lint: .venv/.dev  ## Check style and types
	@.venv/bin/ruff check --quiet .
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/mypy

score: .venv/.dev  ## Measure against job searches whose truth is known (half an hour)
	@.venv/bin/python tests/corpus/figures.py --all --live

drafts: .venv/.dev  ## Print forty drafts over the corpus, with how they read
	@.venv/bin/python -m tests.corpus.drafts

learn: .venv/.dev  ## Learn the classifiers' weights from the corpus anew
	@$(PIP) install --group learn
	@.venv/bin/python -m tests.corpus.learn
	@.venv/bin/python -m tests.corpus.learn_days
	@.venv/bin/python -m tests.corpus.learn_hours
	@.venv/bin/python -m tests.corpus.learn_names
	@.venv/bin/python -m tests.corpus.learn_links
	@.venv/bin/python -m tests.corpus.learn_employers
	@.venv/bin/python -m tests.corpus.learn_appointed
	@.venv/bin/python -m tests.corpus.learn_rarity

bench: .venv/.dev  ## Measure how fast mails are read, beside dateparser, and that the time is linear
	@$(PIP) install --group bench
	@.venv/bin/python -m bench.inference
	@.venv/bin/python -m bench.linear

soak: .venv/.dev  ## Let the daemon live through two months with servers that fail (half an hour)
	@tests/servers/install.sh
	@.venv/bin/python -m bench.soak

constraints:  ## Pin the newest versions of all dependencies
	@scripts/pin-dependencies

picture: .venv/.dev  ## Draw the pictures in the README
	@.venv/bin/python scripts/draw-demo
	@.venv/bin/python scripts/draw-cadences
	@.venv/bin/python scripts/draw-looking-in
	@.venv/bin/python scripts/draw-first-minutes

clean:  ## Remove the environments and caches
	@rm -rf .venv .venv-* .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/.installed: pyproject.toml constraints.txt
	@scripts/make-venv .venv $(PYTHONS)
	@echo "Installing into .venv ..."
	@$(PIP) install --upgrade pip
	@$(PIP) install --editable .
	@touch $@

.venv/.dev: .venv/.installed
	@$(PIP) install --group dev
	@touch $@
