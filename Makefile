# Everything Necut needs goes into .venv, made anew whenever the requirements change.
#   make run      the workbench on http://127.0.0.1:8501
#   make test     all tests (browser tests where a Chromium is found)
#   make lint     ruff
#   make bench    speed, as ratios measured side by side
#   make judge    the large counts: hundreds of comics, thousands of prompts
#   make gallery  contact sheets of what the program draws, in out/gallery

PYTHON ?= python3
BIN := .venv/bin
OUT ?= out

.PHONY: run test lint bench judge gallery clean

run: .venv/run
	$(BIN)/python -m streamlit run streamlit_app.py

test: .venv/test
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

lint: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

bench: .venv/test
	$(BIN)/python -m tests.bench

judge: .venv/test
	$(BIN)/python -m tests.judge

gallery: .venv/test
	$(BIN)/python -m tests.gallery $(OUT)/gallery

.venv/run: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --requirement requirements.txt
	touch $@

.venv/test: .venv/run requirements-dev.txt
	$(BIN)/python -m pip install --quiet --requirement requirements-dev.txt
	touch $@

clean:
	rm -rf .venv $(OUT)
