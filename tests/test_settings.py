"""Settings come from the environment and are safe when nothing is set."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

KEY = "k" * 64


def manage(*arguments, **environment):
    """manage.py in a process of its own, with that environment and nothing of ours."""
    ours = ("DEBUG", "HTTPS", "SECRET_KEY", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "DATABASE_URL")
    clean = {name: value for name, value in os.environ.items() if name not in ours and not name.startswith("DJANGO_")}
    command = [sys.executable, settings.BASE_DIR / "manage.py", *arguments]
    return subprocess.run(command, env=clean | environment, capture_output=True, text=True, check=False)


def test_production_settings_pass_djangos_own_check():
    done = manage(
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        HTTPS="1",
        ALLOWED_HOSTS="timeline.example",
        SECRET_KEY=KEY[:9] + "-a1b2c3d4e5" * 6,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("expression", "environment", "value"),
    [
        ("s.DEBUG", {}, "False"),
        ("s.DEBUG", {"DEBUG": "1"}, "True"),
        ("s.SECRET_KEY", {"SECRET_KEY": KEY}, KEY),
        ("len(s.SECRET_KEY) > 50", {}, "True"),
        ("s.ALLOWED_HOSTS", {}, "['localhost', '127.0.0.1', '[::1]']"),
        ("s.ALLOWED_HOSTS", {"ALLOWED_HOSTS": "a.example, b.example"}, "['a.example', 'b.example']"),
        ("s.SESSION_COOKIE_SECURE", {"HTTPS": "1"}, "True"),
        ("s.SECURE_HSTS_SECONDS", {}, "0"),
        ("s.DATABASES['default']['ENGINE']", {"DATABASE_URL": "postgres://u@h/n"}, "django.db.backends.postgresql"),
        ("'unsafe' in str(s.CONTENT_SECURITY_POLICY)", {}, "False"),
    ],
)  # fmt: skip
def test_a_setting_follows_the_environment(expression, environment, value):
    program = f"from django.conf import settings as s; print({expression})"
    done = manage("shell", "--no-imports", "-c", program, **environment)
    assert done.stdout.strip() == value, done.stderr


@pytest.mark.skipif(connection.vendor != "postgresql", reason="a setting of PostgreSQL")
def test_postgresql_compiles_no_query(db):
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)


def test_every_answer_says_what_the_page_may_load(vera, db):
    headers = vera.get("/admin/login/").headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_sqlite_lets_readers_by_while_a_writer_writes(tmp_path):
    program = (
        "from django.db import connection as c; k = c.cursor(); print(k.execute('PRAGMA journal_mode').fetchone()[0])"
    )
    done = manage("shell", "--no-imports", "-c", program, DATABASE_URL=f"sqlite:///{tmp_path}/x.sqlite3")
    assert done.stdout.strip() == "wal", done.stderr
