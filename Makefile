# Talentflow's house. `make` or `make help` lists what there is; every target may be run again at no cost.
#
# A stamp in .venv says what is installed there: a target installs only when pyproject.toml has changed since.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?=
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check
DEMO_DB := sqlite:///build/demo.db
TESTS ?=
# Nobody looks at the pages of a demo in CI, and it must end there.
SERVE ?= $(if $(CI),0,1)
WORKERS ?= auto

export PYTHONUTF8 := 1

.PHONY: help install demo test check formatted linted typed layered valid floors format bench growth window train relations docs lock locked clean

help:  ## list the targets
	@echo "Talentflow: who moved between AI labs, read from the news, each with its sentence."
	@echo
	@awk -F ':[^#]*## ' '/^[a-z]+:[^#]*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

install: $(VENV)/.installed  ## make .venv and leave .venv/bin/talentflow ready
	@echo "Ready: $(BIN)/talentflow --help"

demo: $(VENV)/.installed  ## read the bundled examples into build/demo.db, show the result and serve it (OPEN=1: in the browser; SERVE=0: not)
	@mkdir -p build && rm -f build/demo.db build/demo.db-*
	@examples="$$($(BIN)/talentflow examples --path)"; \
	  echo "Reading the bundled examples into build/demo.db ..."; \
	  $(BIN)/talentflow --db $(DEMO_DB) add "$$examples"; \
	  echo; echo "The moves that they tell:"; echo; \
	  $(BIN)/talentflow --db $(DEMO_DB) moves --format table; \
	  echo; echo "The sentences behind one of them, asked for in Arabic:"; echo; \
	  $(BIN)/talentflow --db $(DEMO_DB) moves --person ليا --quotes --format table
	@echo; echo "Try next:"; \
	  echo "  export TALENTFLOW_DB=$(DEMO_DB)"; \
	  echo "  $(BIN)/talentflow moves --to OpenAI --quotes       # each move with its sentences"; \
	  echo "  $(BIN)/talentflow person 'بريت زوف'                # any script, any spelling"; \
	  echo "  $(BIN)/talentflow show ar-thinking-machines-exits  # an article, its evidence marked"; \
	  echo "  $(BIN)/talentflow export --format csv              # for a sheet"; \
	  echo "  $(BIN)/talentflow read YOUR_ARTICLE.txt            # read a text of yours, storing nothing"; \
	  echo "  $(BIN)/talentflow token make ME --scope review --scope add  # to review and to add in the browser"; \
	  echo "  $(BIN)/talentflow serve --open                     # all of it in the browser (make demo OPEN=1)"
	@$(if $(filter 0 no,$(SERVE)),,echo; $(BIN)/talentflow --db $(DEMO_DB) serve --any-port $(if $(OPEN),--open))

test: $(VENV)/.checking  ## install what the tests need and run them (TESTS=tests/serve: a part; WORKERS=0: one by one)
	@mkdir -p build
	@OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n $(WORKERS) --maxprocesses 4 --dist loadfile $(TESTS) 2>&1 | tee build/tests.log

check: $(VENV)/.checking  ## run everything that can say no: format, lint, types, layers, data, docs, tests
	@$(MAKE) --keep-going formatted linted typed layered valid test
	@echo "Everything passed."

formatted: $(VENV)/.checking
	@$(BIN)/ruff format --check --quiet . || { echo "format: the files above differ; make format puts them right"; exit 1; }
	@echo "format   ok"

linted: $(VENV)/.checking
	@$(BIN)/ruff check --quiet . && echo "lint     ok"

typed: $(VENV)/.checking
	@$(BIN)/mypy --no-error-summary && echo "types    ok"

layered: $(VENV)/.checking
	@mkdir -p build; $(BIN)/lint-imports --no-logo > build/layers.log 2>&1 || { cat build/layers.log; exit 1; }
	@echo "layers   ok"

valid: $(VENV)/.checking
	@$(BIN)/python -m talentflow.registry --check
	@$(BIN)/python -c "from talentflow import languages as l; [(l.load_language(code), l.load_facts(code)) for code in l.language_codes()]"
	@echo "data     ok"

floors: $(VENV)/.checking  ## score the reader on the gold articles of ../shared against eval/floors.toml (RAISE=1 lifts them)
	@$(BIN)/python eval/score_floors.py $(if $(RAISE),--raise)
	@$(BIN)/python eval/score_facts.py
	@$(BIN)/python eval/score_aligner.py

format: $(VENV)/.checking  ## put the code into the house's format
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

bench: $(VENV)/.installed .env-bench/.installed  ## measure speed and memory of reading, beside spaCy, and speed of comparing names, beside nomenklatura
	@$(BIN)/python bench/run.py

growth: $(VENV)/.installed  ## measure what a thousand articles more cost a growing ledger, and how soon it answers (ARTICLES=10000)
	@$(BIN)/python bench/growth.py $(or $(ARTICLES),10000)

window: $(VENV)/.group-test  ## measure how soon pages and API answer over DATABASE, a file that make growth's script has kept (LOAD=50: clients at once)
	@$(BIN)/python bench/window.py $(if $(LOAD),--load $(LOAD)) $(or $(DATABASE),$(error say DATABASE=FILE, as bench/growth.py --database FILE keeps it))

train: $(VENV)/.group-test $(VENV)/.group-train  ## learn the reader's weights anew from the practice articles in train/
	@$(BIN)/python eval/train_name_likeness.py ar --pairs ../shared/data/names/ar_latin.tsv
	@$(BIN)/python eval/train_latin_names.py
	@$(BIN)/python eval/train_name_runs.py ar --pairs ../shared/data/names/ar_latin.tsv
	@$(BIN)/talentflow train train --out build/train
	@cp build/train/acceptance.json src/talentflow/reader/data/ && cp build/train/model-card.md docs/
	@$(BIN)/python eval/train_name_letters.py
	@$(BIN)/python eval/train_person_weights.py
	@$(BIN)/python eval/train_freshness.py

relations: $(VENV)/.group-test $(VENV)/.group-relations  ## learn the encoder anew from the practice articles (seven hours on one core) and weigh it against the rules
	@$(BIN)/python eval/train_names.py --out build/names
	@cp build/names/names.onnx src/talentflow/reader/relations/data/
	@$(BIN)/python eval/train_relations.py --out build/relations
	@cp build/relations/{pieces.model,vectors.npy,encoder.onnx,head.onnx} src/talentflow/reader/relations/data/
	@$(BIN)/python eval/train_second_look.py
	@$(BIN)/python eval/train_last_look.py
	@$(BIN)/python eval/train_posts.py --out build/relations
	@cp build/relations/posts.onnx src/talentflow/reader/relations/data/
	@$(BIN)/python eval/weigh_posts.py

docs: $(VENV)/.installed  ## rebuild what is generated in docs/ and README.md
	@$(BIN)/python docs/build.py

clean:  ## remove what was built; the environment and your data stay
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo "Removed what was built. The environment stays in $(VENV): rm -rf $(VENV) removes it."

lock:  ## pin what CI installs, anew: requirements/ci.txt from the ranges in pyproject.toml
	@bash requirements/lock.sh "$(PYTHON)"

locked: $(VENV)/.made  ## install exactly what requirements/ci.txt pins (what CI does)
	@$(PIP) install --requirement requirements/ci.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $(VENV)/.installed $(VENV)/.group-test $(VENV)/.group-check $(VENV)/.checking

$(VENV)/.made:
	@bash requirements/make_environment.sh $(VENV) "$(PYTHON)"
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml
	@echo "Installing Talentflow into $(VENV) (once; a minute or so) ..."
	@$(PIP) install --editable .
	@touch $@

# spaCy and nomenklatura, and what they bring, stay out of the environment of Talentflow.
.env-bench/.installed: pyproject.toml
	@echo "Installing spaCy and nomenklatura into .env-bench (once; a minute or so) ..."
	@[ -d .env-bench/bin ] || bash requirements/make_environment.sh .env-bench "$(PYTHON)"
	@python=.env-bench/bin/python; $$python requirements/groups.py bench > .env-bench/bench.txt; \
	  $$python -m pip --quiet --disable-pip-version-check install --requirement .env-bench/bench.txt
	@touch $@

# What a dependency group asks for; .checking is the two that the checks need.
$(VENV)/.group-%: $(VENV)/.installed
	@echo "Installing what $* needs (once) ..."
	@$(BIN)/python requirements/groups.py $* > $(VENV)/$*.txt
	@$(PIP) install --requirement $(VENV)/$*.txt
	@touch $@

$(VENV)/.checking: $(VENV)/.group-test $(VENV)/.group-check
	@touch $@
