# Everything goes into this checkout. A stamp file stands for each finished installation, so nothing is done twice.
VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8501
PIP := $(PY) -m pip install --disable-pip-version-check --no-input
GOLD ?=
BENCH ?=
CORPORA ?=
BENCH_VENV := .venv-bench

.DEFAULT_GOAL := help
.PHONY: help run setup test lint bench score clean

help: ## list these commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1	/' | expand -t 16

run: setup ## set up what is missing and serve the dashboard
	@echo "Dashboard: http://localhost:$(PORT) (stop with Ctrl+C)"
	@exec $(PY) -m streamlit run app.py --server.port $(PORT)

setup: $(VENV)/app.stamp ## fetch and build what is missing: packages, base map, place names, bundled data
	@$(PY) -m geo setup

test: $(VENV)/browser.stamp setup ## run every test, the browser ones included
	@$(PY) -m pytest

lint: $(VENV)/dev.stamp ## check style, format and types
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --check --quiet .
	@$(PY) -m mypy

bench: $(VENV)/browser.stamp $(BENCH_VENV)/others.stamp setup ## benchmark tables; some of them: make bench BENCH=places CORPORA=folder
	@$(PY) -m bench $(BENCH) $(CORPORA)

score: setup ## score extraction on tests/gold, or on another file: make score GOLD=path
	@$(PY) -m tests.gold.score $(GOLD)

clean: ## remove everything that set-up made
	rm -rf $(VENV) $(BENCH_VENV) node_modules static data/built

$(PY):
	@sh tools/make_venv.sh $(VENV)

$(VENV)/app.stamp: requirements.txt | $(PY)
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/app.stamp
	$(PIP) -r requirements-dev.txt
	@touch $@

$(VENV)/browser.stamp: tools/get_browser.py $(VENV)/dev.stamp
	@$(PY) tools/get_browser.py
	@touch $@

$(BENCH_VENV)/others.stamp: requirements-bench.txt
	@sh tools/make_venv.sh $(BENCH_VENV)
	$(BENCH_VENV)/bin/python -m pip install --disable-pip-version-check --no-input -r requirements-bench.txt
	@touch $@
