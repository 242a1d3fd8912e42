# Everything runs from .venv, which `make setup` makes; nothing else need be installed.
PY := .venv/bin/python
TURNUS := .venv/bin/turnus
# one more than the cores: much of a test in the browser or of the queue is waiting
JOBS ?= 3
STRATEGIES ?= cpsat
BENCH = $(TURNUS) bench --strategy $(STRATEGIES) --out build/bench-public.jsonl --rosters build/rosters
export PYTHON ?= python3
# Tests start hundreds of processes; without bytecode each compiles all that it imports.
unexport PYTHONDONTWRITEBYTECODE
export UPGRADE

.DEFAULT_GOAL := help
.PHONY: help setup demo serve web test check lock docs bench-answers bench-engine bench-ledger bench-absence bench-report bench-public bench-targets bench-service chaos contract screenshots mutation fixtures wheel clean

help: ## print this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r t d; do printf 'make %-14s %s\n' "$$t" "$$d"; done

setup: .venv/.stamp ## make .venv with everything the locks pin (nothing to do when they stand)
	@:

.venv/.stamp-uv: locks/bootstrap.txt
	@tools/setup.sh uv

.venv/.stamp: .venv/.stamp-uv locks/dev.txt pyproject.toml tools/setup.sh tools/install.py
	@tools/setup.sh all

demo: setup ## run the demonstration; its files go to build/demo
	@$(TURNUS) demo --out build/demo

serve: setup web ## serve the service with demonstration data; prints address and accounts
	@$(TURNUS) serve --demo

web: setup ## build the screens into api/static (needs Node, or takes it from PyPI)
	@tools/web.sh

test: setup ## run all tests and the quick checks on JOBS processes (PYTEST_ARGS=... for pytest)
	@$(PY) -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder $(PYTEST_ARGS)

check: setup ## ruff, mypy, import contracts, licences, freshness of generated docs
	@$(PY) -m tools.check

lock: .venv/.stamp-uv ## write locks/ anew from pyproject.toml (UPGRADE=1 lifts the pins)
	@tools/lock.sh

docs: setup ## write the generated documentation anew
	@$(PY) -m tools.docs

bench-engine: setup ## measure the rostering engine on the bundled wards
	@$(PY) -m benchmarks.engine

bench-answers: setup ## measure why, repair, receipts, stress test and swaps on 32 people x 12 weeks
	@$(PY) -m benchmarks.answers
	@$(PY) -m benchmarks.stress
	@$(PY) -m benchmarks.swaps

bench-ledger: setup ## twenty drawn wards over four rosters, with the fairness ledger and without
	@$(PY) -m benchmarks.ledger

bench-absence: setup ## what the forecast of absence reaches, on the data in the folder TURNUS_ABSENCE_DATA
	@$(PY) -m benchmarks.absence

bench-report: setup ## measure check and control report of 60 people over a year
	@$(PY) -m benchmarks.report

bench-public: setup ## a short round over the public suites in the folder TURNUS_BENCHMARKS
	@test -d "$(TURNUS_BENCHMARKS)" || { echo "set TURNUS_BENCHMARKS to the folder of the public suites" >&2; exit 2; }
	@mkdir -p build/rosters
	@$(PY) -m benchmarks.validators.verify --dir "$(TURNUS_BENCHMARKS)/inrc2"
	@$(BENCH) --suite curtois --dir "$(TURNUS_BENCHMARKS)/curtois24" --instances 1,2,3,4
	@$(BENCH) --suite inrc1 --dir "$(TURNUS_BENCHMARKS)/inrc1" --instances sprint01,sprint_late02
	@$(BENCH) --suite inrc2 --dir "$(TURNUS_BENCHMARKS)/inrc2" --instances n005w4_1_6-2-9-1
	@$(TURNUS) bench-report build/bench-public.jsonl --out build/bench-public

bench-targets: setup ## all runs of benchmarks/targets.toml (hours); suites in TURNUS_BENCHMARKS
	@test -d "$(TURNUS_BENCHMARKS)" || { echo "set TURNUS_BENCHMARKS to the folder of the public suites" >&2; exit 2; }
	@$(PY) -m benchmarks.targets --suites "$(TURNUS_BENCHMARKS)" --out build/bench-targets.jsonl
	@$(TURNUS) bench-report build/bench-targets.jsonl --out build/bench-targets

bench-service: setup web ## measure the service over loopback HTTP and in Chromium: moves, grids, wishes
	@$(PY) -m benchmarks.service

chaos: setup ## kill the service ROUNDS times and count what is lost (DATABASE=postgresql, SEED=)
	@$(PY) -m tools.chaos --rounds $(or $(ROUNDS),10) $(if $(SEED),--seed $(SEED)) $(if $(DATABASE),--database $(DATABASE))

contract: setup ## ask every route EXAMPLES generated requests of a kind, on both databases
	@TURNUS_CONTRACT_EXAMPLES=$(or $(EXAMPLES),50) $(PY) -m pytest --timeout 0 tests/api/contract

screenshots: setup ## take the pictures of all pages anew, into docs/pictures/screens
	@$(PY) -m tools.screenshots

mutation: setup ## mutate the rules and the score and see which tests notice
	@$(PY) -m tools.mutation

fixtures: setup ## write the bundled wards anew
	@$(PY) -m fixtures.generate

wheel: setup ## build the wheel into dist/
	@$(PY) -m hatchling build -t wheel -d dist

clean: ## remove what builds, tests and tools have left; .venv stays
	@rm -rf build dist mutants .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -path ./.venv -prune -o -name __pycache__ -type d -exec rm -rf {} +
