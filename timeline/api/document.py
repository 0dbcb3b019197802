"""The OpenAPI description of the API, kept by hand beside it. Plain data; tests hold it against the addresses."""

from typing import Any

from timeline.api.forms import A_PAGE, LAST_PAGE, LONGEST_PAGE
from timeline.models import Conflict
from timeline.reading.claims import Status

STRING, INTEGER, NUMBER, BOOLEAN = {"type": "string"}, {"type": "integer"}, {"type": "number"}, {"type": "boolean"}
INSTANT = {"type": ["string", "null"], "format": "date-time", "description": "ISO 8601 with an offset; null when open."}
LINK = {"type": "string", "format": "uri"}
IDS = {"type": "array", "items": INTEGER}


def _object(**properties: Any) -> dict[str, Any]:
    """All of its properties are there, and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def _list_of(name: str) -> dict[str, Any]:
    link = {"type": ["string", "null"], "format": "uri"}
    return _object(count=INTEGER, next=link, previous=link, results={"type": "array", "items": _ref(name)})


DOSSIER = {
    "slug": STRING, "title": STRING, "place": STRING, "zone": {**STRING, "description": "IANA time zone of the place."},
    "page": LINK, "articles": LINK, "events": LINK, "claims": LINK, "conflicts": LINK,
}  # fmt: skip
COUNTS = ("articles", "files", "publishers", "voices", "claims", "events", "conflicts", "open", "hard")
NULLABLE_NUMBER = {"type": ["number", "null"]}
SCHEMAS = {
    "Root": _object(dossiers=LINK, openapi=LINK, description=LINK),
    "Error": _object(error=STRING),
    "Refusal": _object(
        error=STRING,
        reasons={"type": "object", "additionalProperties": {"type": "array", "items": STRING}},
    ),
    "Dossier": _object(**DOSSIER),
    "DossierWithCounts": _object(**DOSSIER, counts=_object(**dict.fromkeys(COUNTS, INTEGER))),
    "Published": _object(text=STRING, start=INSTANT, end=INSTANT, zone=STRING, basis=STRING),
    "Article": _object(
        id=INTEGER, file=STRING, source=STRING, title=STRING, published=_ref("Published"), byline=STRING, via=STRING,
        url={**STRING, "description": "Its address on the web; empty when not known."},
        copy_of={"type": ["integer", "null"]}, text=LINK, page=LINK,
    ),
    "Time": _object(
        text=STRING, start=INSTANT, end=INSTANT, granularity=STRING, approximate=BOOLEAN, inherited=BOOLEAN,
        zone={**STRING, "description": "IANA name, offset or “unknown”."}, basis=STRING, rule=STRING,
    ),
    "Quantity": _object(
        text=STRING, low=NULLABLE_NUMBER, high=NULLABLE_NUMBER, approximate=BOOLEAN, unit=STRING, of=STRING
    ),
    "Claim": _object(
        id=INTEGER, article=INTEGER,
        start={**INTEGER, "description": "First character of the quote in the article's text, from 0."},
        end={**INTEGER, "description": "One past the last."},
        quote=STRING, event={"type": ["integer", "null"]}, type=STRING, status={"enum": [s.value for s in Status]},
        voice={**STRING, "description": "Who says so; empty for the article's own voice."}, via=STRING,
        time=_or_null(_ref("Time")), quantities={"type": "array", "items": _ref("Quantity")}, role=STRING,
        place=STRING, actor=STRING, target=STRING,
        origin={**INTEGER, "description": "Claims of one event with one number go back to one witness."}, page=LINK,
    ),
    "Event": _object(
        id=INTEGER, title=STRING, type=STRING, claims=IDS,
        origins={**INTEGER, "description": "Independent witnesses."},
        supported=_or_null(_object(start=INSTANT, end=INSTANT, by=INTEGER)), start=INSTANT, end=INSTANT, place=STRING,
        background=BOOLEAN, conflicts=INTEGER, page=LINK,
    ),
    "Conflict": _object(
        id=INTEGER, event=INTEGER, kind={"enum": Conflict.Kind.values}, claims=IDS,
        sides={"type": "array", "items": IDS, "description": "Claims of one side hold together; any two sides do not."},
        strength={"enum": Conflict.Strength.values}, gap_seconds={"type": ["integer", "null"]}, why=STRING,
        state={"enum": Conflict.State.values}, of=STRING, reason=STRING, page=LINK,
    ),
}  # fmt: skip


def _parameter(name: str, schema: dict[str, Any], says: str, where: str = "query") -> dict[str, Any]:
    return {"name": name, "in": where, "required": where == "path", "schema": schema, "description": says}


def _many(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


SLUG = _parameter("name", {**STRING, "pattern": "^[-a-zA-Z0-9_]+$", "maxLength": 80}, "The dossier's slug.", "path")
PK = _parameter("pk", {**INTEGER, "minimum": 1}, "Its number.", "path")
WHEN = {**STRING, "maxLength": 40, "examples": ["2023-03-07T16:00Z"]}
PAGING = [
    _parameter("page", {**INTEGER, "minimum": 1, "maximum": LAST_PAGE}, "From 1."),
    _parameter("page_size", {**INTEGER, "minimum": 1, "maximum": LONGEST_PAGE}, f"{A_PAGE} when not given."),
]
FILTERS = [
    _parameter("q", {**STRING, "maxLength": 200}, "Words in quotes, titles, voices, places."),
    _parameter("source", _many(INTEGER), "Ids of sources; repeated, any of them."),
    _parameter("type", _many(STRING), "Types of event; repeated, any of them."),
    _parameter("status", _many({"enum": [s.value for s in Status]}), "Status of claims; repeated, any of them."),
    _parameter("conflicts", {"enum": ["1"]}, "Only events with conflicts."),
    _parameter("origins", {**INTEGER, "minimum": 0, "maximum": 1000}, "Events with at least so many witnesses."),
    _parameter(
        "from", WHEN, "Events that reach past it, and those no one dates; read on the clock of tz without an offset."
    ),
    _parameter("to", WHEN, "Events that begin before it; a date means the whole of that day."),
    _parameter("tz", {**STRING, "maxLength": 64}, "IANA time zone; the dossier's when not given."),
]
OF_CONFLICTS = [
    _parameter(name, {"enum": choices.values}, says)
    for name, choices, says in (
        ("kind", Conflict.Kind, "What the accounts disagree about."),
        ("strength", Conflict.Strength, "Hard: they cannot both hold as written."),
        ("state", Conflict.State, "What became of it."),
    )
]


def _answer(says: str, schema: str, kind: str = "application/json") -> dict[str, Any]:
    content = {kind: {"schema": _ref(schema) if schema else STRING}}
    return {"description": says, "content": content}


def _get(says: str, answers: str, *parameters: dict[str, Any], kind: str = "application/json") -> dict[str, Any]:
    """A GET: 400 where it has a query string to misunderstand, 404 where it has something to miss."""
    responses = {"200": _answer(says, answers, kind)}
    if any(parameter["in"] == "query" for parameter in parameters):
        responses["400"] = _answer("A parameter that makes no sense, and why.", "Refusal")
    if any(parameter["in"] == "path" for parameter in parameters):
        responses["404"] = _answer("There is no such thing.", "Error")
    return {"get": {"summary": says, "parameters": list(parameters), "responses": responses}}


for _name in ("Dossier", "Article", "Event", "Claim", "Conflict"):
    SCHEMAS[f"{_name}List"] = _list_of(_name)

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {
        "title": "Timeline of contested events",
        "version": "1",
        "description": "What the pages show, for scripts. It only reads, and claims an editor rejected are not in it.",
    },
    "paths": {
        "/api/v1/": _get("Where to begin.", "Root"),
        "/api/v1/openapi.json": _get("This description.", "", kind="application/json"),
        "/api/v1/docs": _get("This description as a page.", "", kind="text/html"),
        "/api/v1/dossiers": _get("The dossiers.", "DossierList", *PAGING),
        "/api/v1/dossiers/{name}": _get("A dossier with its sizes.", "DossierWithCounts", SLUG),
        "/api/v1/dossiers/{name}/articles": _get("Its articles.", "ArticleList", SLUG, *PAGING),
        "/api/v1/dossiers/{name}/events": _get("Its events.", "EventList", SLUG, *FILTERS, *PAGING),
        "/api/v1/dossiers/{name}/events/{pk}": _get("An event.", "Event", SLUG, PK),
        "/api/v1/dossiers/{name}/claims": _get("Its claims.", "ClaimList", SLUG, *FILTERS, *PAGING),
        "/api/v1/dossiers/{name}/conflicts": _get("Its conflicts.", "ConflictList", SLUG, *OF_CONFLICTS, *PAGING),
        "/api/v1/dossiers/{name}/articles/{pk}": _get("An article.", "Article", SLUG, PK),
        "/api/v1/dossiers/{name}/articles/{pk}/text": _get("Its text as received.", "", SLUG, PK, kind="text/plain"),
    },
    "components": {"schemas": SCHEMAS},
}
DOCUMENT["paths"]["/api/v1/openapi.json"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] = {
    "type": "object"
}


def described(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The addresses for a page: path, summary, parameters, and the name of what they answer with."""
    return [
        {
            "path": path,
            "says": methods["get"]["summary"],
            "parameters": methods["get"]["parameters"],
            "answers": _names(methods["get"]["responses"]["200"]["content"]),
        }
        for path, methods in document["paths"].items()
    ]


def _names(content: dict[str, Any]) -> str:
    kind, answer = next(iter(content.items()))
    return answer["schema"].get("$ref", kind).rsplit("/", 1)[-1] if "$ref" in answer["schema"] else kind
