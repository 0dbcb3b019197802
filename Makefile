# `make run`: from a fresh clone to the timeline in the browser. `make test`: from a fresh clone to a tested one.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
INSTALLED := $(VENV)/.installed

.PHONY: run test test-postgres editor lint audit clean

run: $(INSTALLED)
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py import_articles seeds
	@echo
	@echo "The timeline is at http://127.0.0.1:$(PORT)/ - stop it with Ctrl-C."
	@echo "To edit, make yourself an editor with \`make editor\` and log in at http://127.0.0.1:$(PORT)/admin/"
	@echo
	@$(BIN)/python manage.py runserver --noreload 127.0.0.1:$(PORT)

editor: $(INSTALLED)
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py createsuperuser

test: $(INSTALLED) lint
	@BIN=$(BIN) sh tests/chromium.sh
	@$(BIN)/python -m pytest -q

# The same tests on a private PostgreSQL server on loopback, but for those in the browser: what a browser sees does not
# depend on the database, and they would double the time.
test-postgres: $(INSTALLED)
	@sh tests/postgres.sh $(BIN)/python -m pytest -q --ignore=tests/browser

lint: $(INSTALLED)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/python manage.py makemigrations --check --dry-run
	@HTTPS=1 ALLOWED_HOSTS=timeline.example DEBUG=0 \
	  SECRET_KEY=$$($(BIN)/python -c "import secrets; print(secrets.token_urlsafe(64))") \
	  $(BIN)/python manage.py check --deploy --fail-level WARNING

# Known faults of the packages in requirements.txt, where the audit's data can be reached.
audit: $(INSTALLED)
	@sh tests/audit.sh $(BIN)

# Installed again only when requirements.txt has changed.
$(INSTALLED): requirements.txt
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || \
	  { echo "Python 3.11 or newer is needed: name one with \`make PYTHON=python3.11 …\`"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the packages of requirements.txt …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements.txt
	@touch $@

clean:
	rm -rf $(VENV) staticfiles .pytest_cache .mypy_cache .ruff_cache .hypothesis
