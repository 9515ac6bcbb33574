# The two commands a newcomer needs are "make run" and "make test".
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: run test check bench i18n vendor thesaurus lock audit help lint packages

# The newest Python that fits; looked for only when .venv is made.
PYTHON ?= $(shell for candidate in python3.13 python3.12 python3.11 python3; do \
	"$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& echo "$$candidate" && break; done)
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
CATALOGUE := ideas/translations/de/LC_MESSAGES/messages
EXTRACT := $(BIN)/pybabel --quiet extract -F pyproject.toml --no-location --sort-output --no-wrap \
	--project "Macht es einfach!" --copyright-holder "Macht es einfach!" -k _l -k _n:1,2 -k _p:1c,2 -k _lp:1c,2
COMPILE := build/lock/bin/uv --no-config pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-header $(UPGRADE) pyproject.toml

run: .venv/.runtime $(CATALOGUE).mo  ## Die Anwendung auf http://127.0.0.1:8000 starten (PORT=… ändert es)
	@exec $(BIN)/flask --app wsgi serve

test: lint packages $(CATALOGUE).mo  ## Alles prüfen und testen; installiert, was dafür fehlt
	@rm -f .coverage .coverage.*
	@$(BIN)/coverage run -m pytest -n 2 --dist loadfile --no-loadscope-reorder 2>&1 | tee build/pytest.txt
	@{ $(BIN)/coverage combine --quiet && $(BIN)/coverage report; } >build/coverage.txt 2>&1 \
		|| { tail -n 40 build/coverage.txt; echo "Die Testabdeckung reicht nicht: build/coverage.txt" >&2; exit 1; }

check: lint $(CATALOGUE).mo  ## Der schnelle Teil der Prüfungen, unter einer Minute
	@$(BIN)/pytest -q tests/architecture

bench: .venv/.dev $(CATALOGUE).mo  ## Die Seiten mit 10.000 Ideen gegen eine nackte Seite messen
	@$(BIN)/python -m tests.bench

i18n: .venv/.dev  ## Die Sätze aus Code und Vorlagen in den deutschen Katalog holen
	@mkdir -p build
	@$(EXTRACT) -o build/messages.pot .
	@if [ -e $(CATALOGUE).po ]; then \
		$(BIN)/pybabel --quiet update -i build/messages.pot -o $(CATALOGUE).po -l de \
			--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap; \
	else \
		$(BIN)/pybabel --quiet init -i build/messages.pot -o $(CATALOGUE).po -l de --no-wrap; \
	fi
	@$(BIN)/pybabel compile -i $(CATALOGUE).po -o $(CATALOGUE).mo -l de --statistics

vendor: .venv/.dev  ## Die Browser-Dateien aus package.json in das Projekt kopieren
	@npm ci --ignore-scripts --no-audit --no-fund
	@$(BIN)/python deploy/vendor.py

thesaurus: .venv/.dev  ## Die Synonyme aus dem Debian-Paket mythes-de neu herstellen
	@mkdir -p build/mythes
	@cd build/mythes && rm -f *.deb && apt-get download -qq mythes-de && dpkg-deb -x mythes-de_*.deb .
	@PYTHONPATH=. $(BIN)/python deploy/thesaurus.py build/mythes

lock: .venv/bin/python  ## Die Sperrdateien aus pyproject.toml erneuern (UPGRADE=--upgrade: auf neue Fassungen)
	@$(BIN)/python -m venv build/lock
	@build/lock/bin/pip install --quiet --disable-pip-version-check uv
	@$(COMPILE) -o requirements.lock
	@$(COMPILE) --group dev -c requirements.lock -o requirements-dev.lock

audit: .venv/.dev  ## Nach bekannten Schwachstellen der Bibliotheken fragen (braucht das Netz)
	@$(BIN)/python -m venv build/audit
	@build/audit/bin/pip install --quiet pip-audit
	@build/audit/bin/pip-audit --strict --disable-pip --require-hashes -r requirements-dev.lock

help:  ## Diese Liste zeigen
	@sed -nE 's/^([a-z0-9]+):.*  ## (.*)/make \1\t\2/p' Makefile | expand -t 14

lint: .venv/.dev
	@mkdir -p build
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo >build/imports.txt 2>&1 || { cat build/imports.txt; exit 1; }

packages:
	@deploy/debian-packages.sh

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Bitte installieren Sie Python 3.11 oder neuer." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo \
		"Bitte installieren Sie die virtuellen Umgebungen von Python: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/.runtime: requirements.lock | .venv/bin/python
	@echo "Installiere die gesperrten Bibliotheken …"
	@$(INSTALL) -r requirements.lock
	@touch $@

.venv/.dev: requirements-dev.lock | .venv/bin/python
	@echo "Installiere die gesperrten Bibliotheken und Werkzeuge …"
	@$(INSTALL) -r requirements-dev.lock
	@touch $@

# An incomplete catalogue is still written by the compiler, so its exit code decides.
%.mo: %.po
	@$(BIN)/pybabel --quiet compile -i $< -o $@ -l de
