# Each target sets up what it needs; `python3 dev.py NAME` does the same where there is no make.
PYTHON ?= python3

.PHONY: run test check bench torture demo help

run:    ## open the app (where there is no display: the demo, into demo-report)
	@$(PYTHON) dev.py run

test:   ## the tests
	@$(PYTHON) dev.py test

check:  ## lint, types and the rules of the house
	@$(PYTHON) dev.py check

bench:  ## speed and memory, as ratios from one run
	@$(PYTHON) dev.py bench

torture: ## the vault under everything that can go wrong, an hour or two; with ROWS=1,2 and SCALE=0.1 less
	@$(PYTHON) dev.py torture $(if $(ROWS),--rows "$(ROWS)") $(if $(SCALE),--scale $(SCALE))

demo:   ## the whole audit of an invented person, with pictures, into demo-report
	@$(PYTHON) dev.py demo

help:   ## this list
	@$(PYTHON) dev.py help
