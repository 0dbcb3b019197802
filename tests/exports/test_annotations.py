"""Web Annotations: the model's shape, and selectors that find their words in the text they name."""

import base64
import hashlib
import json

import jsonschema

from tests import factories
from timeline.exports.annotations import annotations
from timeline.exports.selection import Selection
from timeline.exports.streams import written

SITE = "http://testserver"
IRI = {"type": "string", "pattern": "^(https?://|urn:uuid:|ni:///)"}
BODY = {
    "type": "object",
    "required": ["type", "value", "purpose"],
    "properties": {"type": {"const": "TextualBody"}, "purpose": {"enum": ["identifying", "tagging"]}},
}
SELECTORS = {
    "type": "array",
    "prefixItems": [
        {
            "type": "object",
            "required": ["type", "exact", "prefix", "suffix"],
            "properties": {"type": {"const": "TextQuoteSelector"}, "exact": {"type": "string", "minLength": 1}},
        },
        {
            "type": "object",
            "required": ["type", "start", "end"],
            "properties": {"type": {"const": "TextPositionSelector"}, "start": {"type": "integer", "minimum": 0}},
        },
    ],
    "minItems": 2,
    "maxItems": 2,
}
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "body", "target"],
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "body": {"type": "array", "items": BODY},
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "properties": {
                "source": {"type": "object", "required": ["id"], "properties": {"id": IRI}},
                "selector": SELECTORS,
            },
        },
    },
}
SCHEMA = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "type": {"const": "AnnotationCollection"},
        "id": IRI,
        "first": {
            "type": "object",
            "required": ["id", "type", "items"],
            "properties": {
                "id": IRI,
                "type": {"const": "AnnotationPage"},
                "items": {"type": "array", "items": ANNOTATION},
            },
        },
    },
}


def items(dossier, **options):
    out = json.loads("".join(written(annotations(Selection(dossier, **options)))))
    jsonschema.validate(out, SCHEMA)
    assert out["total"] == len(out["first"]["items"])
    return out["first"]["items"]


def test_every_claim_is_an_annotation_with_a_name_of_its_own(harbour):
    for options in ({}, {"site": SITE}):
        found = items(harbour, **options)
        assert len(found) == len({one["id"] for one in found}) == harbour.claims.filter(rejected=False).count()


def test_a_rejected_claim_is_not_among_them(harbour):
    """Its words may stand beside another's quote, for they are in the article."""
    exact = [one["target"]["selector"][0]["exact"] for one in items(harbour)]
    assert "Proof below" not in exact


def test_its_selectors_find_the_words_in_the_text_the_api_hands_out(vera, harbour):
    for one in items(harbour, site=SITE):
        text = vera.get(one["target"]["source"]["id"]).content.decode()
        quote, position = one["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert f"{quote['prefix']}{quote['exact']}{quote['suffix']}" in text


def test_without_a_site_a_text_is_named_by_its_digest(harbour):
    named = {one["target"]["source"]["id"] for one in items(harbour)}
    digests = {hashlib.sha256(article.text.encode()).digest() for article in harbour.articles.all()}
    assert {base64.urlsafe_b64decode(name.split(";")[1] + "=") for name in named} <= digests


def test_characters_beyond_the_first_plane_count_as_one(vera, dossier):
    factories.claim(factories.article(dossier, text="😀😀 A ship burned."), "A ship burned")
    (one,) = items(dossier, site=SITE)
    assert one["target"]["selector"][1] == {"type": "TextPositionSelector", "start": 3, "end": 16}
    assert vera.get(one["target"]["source"]["id"]).content.decode()[3:16] == "A ship burned"


def test_where_the_text_was_published_is_kept(dossier):
    article = factories.article(dossier, url="https://courier.example/ship")
    factories.claim(article, "A ship burned")
    assert items(dossier)[0]["target"]["source"]["via"] == "https://courier.example/ship"


def test_the_same_rows_make_the_same_names(harbour):
    assert items(harbour) == items(harbour)
