"""Around every request: a number by which its lines in the log are found, headers, a limit, what is said when others
write too long, and the health page."""

import json
import logging
import re
import time
import uuid
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime

from django.conf import settings
from django.db import DatabaseError, OperationalError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from timeline.busy import is_busy

logger = logging.getLogger("timeline.requests")

# What a proxy before us may have called the request; anything else could forge lines of the log.
NUMBER = re.compile(r"[A-Za-z0-9_-]{8,64}")
# The number of the request that is being answered; "-" outside of one.
number: ContextVar[str] = ContextVar("number", default="-")
Answer = Callable[[HttpRequest], HttpResponse]


def numbered(get_response: Answer) -> Answer:
    """Middleware: gives the request its number, and writes a line when it is answered."""

    def answer(request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "")
        request.number = given if NUMBER.fullmatch(given) else uuid.uuid4().hex
        token = number.set(request.number)
        begun = time.perf_counter()
        try:
            response = get_response(request)
            response["X-Request-ID"] = number.get()
            response.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
            _log(request, response, time.perf_counter() - begun)
            return response
        finally:
            number.reset(token)

    return answer


def limited(get_response: Answer) -> Answer:
    """Middleware: refuses a request that is too large before anything of it is read."""

    def answer(request: HttpRequest) -> HttpResponse:
        return _too_large() if _size(request) > settings.REQUEST_LIMIT else get_response(request)

    return answer


class Busy:
    """Middleware: a request that waited too long for another's writing (or was given up so that the other could go on)
    was not done at all, and may be sent again: 503 instead of a fault of ours."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, OperationalError) or not is_busy(exception):
            return None
        logger.warning("Busy: %s", exception)
        answer = render(request, "503.html", status=503)
        answer["Retry-After"] = "30"
        return answer


def _size(request: HttpRequest) -> int:
    """The bytes the request says it has; Django reads no more than that of it."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isascii() and length.isdigit() else 0


def _too_large() -> HttpResponse:
    said = f"A request of more than {settings.REQUEST_LIMIT // 2**20} MB is not taken.\n"
    return HttpResponse(said, status=413, content_type="text/plain; charset=utf-8")


def _log(request: HttpRequest, response: HttpResponse, took: float) -> None:
    """One line; without the query string, the form or a cookie, which may hold what is nobody's business."""
    # Only a session that was looked at anyway says who it is: asking for it here would cost every page a query.
    user = getattr(request, "_cached_user", None)
    facts = {"method": request.method, "path": request.path, "status": response.status_code}
    facts |= {"ms": round(took * 1000), "user": user.pk if user is not None else None}
    logger.info("%(method)s %(path)s %(status)s in %(ms)s ms", facts, extra={"facts": facts})


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 where the database answers, else 503; it tells nothing else."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM timeline_dossier WHERE 1 = 0")
    except DatabaseError:
        logger.error("The database does not answer", exc_info=True)
        return JsonResponse({"status": "database does not answer"}, status=503)
    return JsonResponse({"status": "ok"})


class Lines(logging.Formatter):
    """A line of the log: text for people, or (`json`) an object for machines; never a secret in either."""

    def __init__(self, *, json: bool = False) -> None:
        super().__init__("%(levelname)s %(name)s [%(number)s] %(message)s")
        self.json = json

    def format(self, record: logging.LogRecord) -> str:
        # Django writes of a refusal after the last middleware, when the number is set no more.
        record.number = getattr(getattr(record, "request", None), "number", number.get())
        return _without_secrets(self._object(record) if self.json else super().format(record))

    def _object(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request": record.number,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["fault"] = self.formatException(record.exc_info)
        return json.dumps(line | getattr(record, "facts", {}), ensure_ascii=False, default=str)


def _without_secrets(line: str) -> str:
    for secret in (settings.SECRET_KEY, settings.DATABASES["default"].get("PASSWORD")):
        if secret:
            line = line.replace(str(secret), "***")
    return line
