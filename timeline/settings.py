"""Settings, all from the environment and safe when nothing is set.

DEBUG                 "1" turns Django's debug pages on; off otherwise.
SECRET_KEY            else one is made once and kept in var/secret_key, which git ignores.
DATABASE_URL          else SQLite in var/timeline.sqlite3, in WAL mode.
ALLOWED_HOSTS         names the site answers to, comma separated; loopback only when unset.
CSRF_TRUSTED_ORIGINS  origins that may post forms through a proxy, comma separated.
HTTPS                 "1" behind TLS: redirects, strict transport security and secure cookies.
TASKS                 who does imports: "immediate" (the page that waits for it), "database" (workers, `manage.py
                      db_worker`), "rq" (workers of RQ, over REDIS_URL), or the dotted path of another backend of
                      Django's Tasks.
TWO_FACTOR            "1" has everybody at the desk set up a second factor; else who wants one has it.
LOG                   "json" for a log of JSON objects with a line for every request; else faults only, as text.
"""

import os
import secrets
from datetime import timedelta
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"


def _flag(name: str) -> bool:
    return os.environ.get(name, "").lower() in {"1", "true", "yes", "on"}


def _list(name: str, default: str = "") -> list[str]:
    return [item.strip() for item in os.environ.get(name, default).split(",") if item.strip()]


def _secret_key() -> str:
    """The key of the environment, else the one kept in var/, made at the first start."""
    if key := os.environ.get("SECRET_KEY"):
        return key
    path = VAR_DIR / "secret_key"
    VAR_DIR.mkdir(exist_ok=True)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
    except FileExistsError:
        pass
    return path.read_text()


DEBUG = _flag("DEBUG")
HTTPS = _flag("HTTPS")
TWO_FACTOR = _flag("TWO_FACTOR")
SECRET_KEY = _secret_key()
ALLOWED_HOSTS = _list("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = _list("CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "timeline.apps.TimelineConfig",
    "timeline.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "csp",
    "django_htmx",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "timeline.requests.numbered",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "timeline.admin.two_factor.required",
    "django.contrib.messages.middleware.MessageMiddleware",
    "timeline.requests.limited",
    "django_htmx.middleware.HtmxMiddleware",
    "timeline.access.Gate",
    "axes.middleware.AxesMiddleware",
    "timeline.requests.Busy",
]

ROOT_URLCONF = "timeline.urls"
WSGI_APPLICATION = "timeline.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{VAR_DIR / 'timeline.sqlite3'}", conn_max_age=60, conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    VAR_DIR.mkdir(exist_ok=True)
    # Readers do not wait for the one writer (WAL), and a writer takes its lock when it begins, so two
    # writers queue for up to twenty seconds instead of failing half way.
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
else:
    # As long as SQLite waits for another writer. No query is compiled first: PostgreSQL takes a second and more to
    # compile one of many parts, which is then answered in milliseconds.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c lock_timeout=20s -c jit=off")

TASKS_BY = os.environ.get("TASKS", "immediate")
TASKS_BACKENDS = {
    "immediate": "django_tasks.backends.immediate.ImmediateBackend",
    "database": "django_tasks_db.DatabaseBackend",
    "rq": "django_tasks_rq.RQBackend",
}
TASKS = {"default": {"BACKEND": TASKS_BACKENDS.get(TASKS_BY, TASKS_BY)}}
if TASKS_BY == "rq":
    INSTALLED_APPS += ["django_rq", "django_tasks_rq"]
    # Without it the workers would call the task itself, which is none of theirs.
    RQ = {"JOB_CLASS": "django_tasks_rq.Job"}
    RQ_QUEUES = {"default": {"URL": os.environ.get("REDIS_URL", "redis://127.0.0.1:6379/0")}}

AUTHENTICATION_BACKENDS = ["axes.backends.AxesBackend", "django.contrib.auth.backends.ModelBackend"]
# Five wrong passwords for one name from one address close the door for a quarter of an hour.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

# What the device calls the site.
OTP_TOTP_ISSUER = "Timeline"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
# Files are found in static/ and in the packages, so a fresh clone needs no `collectstatic`.
WHITENOISE_USE_FINDERS = True

# Bytes of a whole request, its files included.
REQUEST_LIMIT = 200 * 2**20
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 2**20
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
# The admin's page of a long article has a row of fields for each of its claims.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
DATA_UPLOAD_MAX_NUMBER_FILES = 1000

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
# “Strict” would show who follows a link from a letter to a closed dossier that there is none.
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
# A working day: who left the desk open on a shared machine is out of it the next morning.
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
# Who asks for it stands beside the server, behind no proxy.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "timeline.requests.Lines", "json": os.environ.get("LOG") == "json"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "timeline.requests": {"level": "INFO" if os.environ.get("LOG") == "json" else "WARNING"},
        # Who asks for another site's name is told so, in a line of the request; the fault is none of ours.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        # With a handler of its own it would write each fault a second time, and mail it when DEBUG is off.
        "django": {"handlers": [], "level": "INFO" if DEBUG else "WARNING"},
    },
}
