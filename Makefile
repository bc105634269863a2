# Một Cửa. `make help` lists what can be made. Paths may hold spaces: every path below is relative or quoted.
.DEFAULT_GOAL := help
.PHONY: help setup demo walk test core lint types fix theme docs screens bench
SHELL := /bin/sh
RUN := .venv/bin/

help: ## Show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

setup: ## Make the environment with the development tools
	@scripts/setup dev

demo: ## Run the whole system on this machine (Ctrl-C stops it; data in ./var)
	@scripts/setup runtime
	@exec $(RUN)motcua demo

walk: ## Take one dossier through the running demo
	@$(RUN)motcua walk

test: ## Run every check and test
	@scripts/test

core: ## Run the tests of the core with their coverage gate
	@scripts/setup dev
	@scripts/test core

lint: ## Import contracts, style, formatting
	@scripts/setup dev
	@scripts/test lint

types: ## Type checks
	@scripts/setup dev
	@scripts/test types

fix: ## Mend what the linters can mend
	@scripts/setup dev
	@$(RUN)ruff check --fix . ; $(RUN)ruff format .

theme: ## Build CSS, scripts and fonts (the results are committed)
	@scripts/setup dev
	@theme/build

docs: ## Write the generated pages of docs/
	@scripts/setup dev
	@$(RUN)python scripts/write_docs

screens: ## Take a picture of every screen at both widths (FOLDER=var/screens)
	@scripts/setup dev
	@$(RUN)python -m tests.e2e.screens "$(or $(FOLDER),var/screens)"

bench: ## Measure; how to read the figures stands in docs/performance.md
	@scripts/setup dev
	@$(RUN)python -m bench.submit
	@$(RUN)python -m bench.pages
