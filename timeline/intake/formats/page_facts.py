"""What a web page says of itself: title, byline, publisher, address and date of publication."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from lxml.html import HtmlElement

from timeline.intake.formats.pieces import Facts, one_line, web_address
from timeline.reading.printed import find_printed, read_published

BASIS = "page metadata"
# Names of <meta> (by name, property or itemprop, in small letters), the surest first: Open Graph and schema.org, then
# the Dublin Core and those that analytics and archives of newspapers ask for.
PUBLISHED = (
    "article:published_time", "datepublished", "og:published_time", "parsely-pub-date", "sailthru.date",
    "dcterms.issued", "dc.date.issued", "dc.terms.issued", "dcterms.created", "dc.date.created", "dc.date",
    "dcterms.date",
    "citation_publication_date", "citation_date", "publication_date", "publish-date", "publish_date", "publishdate",
    "pubdate", "article.published", "displaydate", "originalpublicationdate", "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
PUBLISHER = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name")
TITLE = ("og:title", "twitter:title", "dc.title", "citation_title")
BYLINE = ("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "citation_author")
URL = ("og:url",)
ARTICLE_TYPES = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|WebPage)\Z")
LARGEST_JSON = 2**20  # characters of one JSON-LD script
DATE_NAMES = re.compile(r"(?:date|time|publish|posted|updated|byline)", re.IGNORECASE)
LONGEST_DATELINE = 120  # characters


def page_facts(tree: HtmlElement, given: Facts = Facts()) -> Facts:
    """The facts of a page, those it does not say from `given`. Its own date goes before any other."""
    metas, stated = _metas(tree), _from_json(tree)
    published = _first_date([stated["published"], *_values(metas, PUBLISHED), *_marked_dates(tree)])
    facts = Facts(
        title=_title(tree, [stated["title"], *_values(metas, TITLE)]),
        byline=stated["byline"] or next((v for v in _values(metas, BYLINE) if not web_address(v)), ""),
        publisher=_first(metas, PUBLISHER) or stated["publisher"],
        url=given.url or _address(tree, metas),
        published=published or given.published,
        made=given.made,
    )
    return replace(facts, basis=", ".join(filter(None, [BASIS if _says(facts, given) else "", given.basis])))


def printed_date(tree: HtmlElement, main: str) -> str:
    """The line that shows a page's date, where its main text has lost it; "" where none is marked as one."""
    for element in tree.iter("time", "span", "div", "p", "li", "small", "abbr"):
        names = f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}"
        if element.tag == "time" or DATE_NAMES.search(names):
            # Elements hold others: beyond a few nodes this is no line but a part of the page.
            line = one_line(" ".join(element.itertext())) if sum(1 for _ in element.iter()) < 12 else ""
            if line and len(line) <= LONGEST_DATELINE and find_printed(line):
                return "" if line in main else line
    return ""


def _says(facts: Facts, given: Facts) -> bool:
    return bool(facts.publisher) or facts.url != given.url or facts.published != given.published


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The content of each <meta>, the first of a name."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            if (name := element.get(attribute)) and (content := one_line(element.get("content", ""))):
                metas.setdefault(name.strip().lower(), content)
    return metas


def _values(metas: dict[str, str], names: Iterable[str]) -> Iterator[str]:
    return (metas[name] for name in names if name in metas)


def _first(metas: dict[str, str], names: Iterable[str]) -> str:
    return next(_values(metas, names), "")


def _first_date(values: Iterable[str]) -> str:
    """The first of them that the reader can go by."""
    return next((value for value in values if value and read_published(value[:100])), "")


def _marked_dates(tree: HtmlElement) -> Iterator[str]:
    """Dates of elements that are marked to be the date of publication."""
    for element in tree.iter("time", "span", "abbr", "div"):
        marked = element.get("itemprop", "").lower() == "datepublished" or element.get("pubdate") is not None
        if marked or "dt-published" in element.get("class", "").split():
            yield one_line(element.get("datetime") or element.get("content") or "")


def _title(tree: HtmlElement, stated: Iterable[str]) -> str:
    """The headline as printed, where one stands alone; else as stated, else the title of the window.

    What is stated carries the name of the site, or is written anew for those who share it.
    """
    heads = [one_line("".join(head.itertext())) for head in tree.iter("h1")]
    alone = heads[0] if len(heads) == 1 else ""
    return alone or next(filter(None, stated), "") or one_line(tree.findtext(".//title") or "")


def _address(tree: HtmlElement, metas: dict[str, str]) -> str:
    links = [link.get("href", "") for link in tree.iter("link") if link.get("rel", "").lower() == "canonical"]
    return next(filter(None, map(web_address, [*links, *_values(metas, URL)])), "")


def _from_json(tree: HtmlElement) -> dict[str, str]:
    """What the page's JSON-LD says of the article: title, byline, publisher, published; "" where it does not."""
    for script in tree.iter("script"):
        if script.get("type", "").lower() == "application/ld+json" and len(script.text or "") <= LARGEST_JSON:
            for thing in _things(script.text or ""):
                if thing.get("datePublished"):
                    return {
                        "title": _name(thing.get("headline")),
                        "byline": _name(thing.get("author")),
                        "publisher": _name(thing.get("publisher")),
                        "published": _name(thing.get("datePublished")),
                    }
    return dict.fromkeys(("title", "byline", "publisher", "published"), "")


def _things(text: str) -> Iterator[dict[str, Any]]:
    """The articles of a JSON-LD script, of its list or its graph; none where it is broken, as they often are."""
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    graph = data.get("@graph", [data]) if isinstance(data, dict) else data
    for thing in graph if isinstance(graph, list) else []:
        types = thing.get("@type", "") if isinstance(thing, dict) else ""
        if any(ARTICLE_TYPES.match(str(kind)) for kind in (types if isinstance(types, list) else [types])):
            yield thing


def _name(value: object) -> str:
    """The words of a JSON-LD value: text, a thing with a name, or a list of them."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_name(one) for one in value[:10] if not isinstance(one, list))))
    if isinstance(value, dict):
        value = value.get("name")
    return one_line(value) if isinstance(value, str) else ""
