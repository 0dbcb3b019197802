"""Web pages: the main text in paragraphs, and what the page says of itself."""

from lxml import etree
from lxml.html import HtmlElement

from timeline.intake.errors import IntakeError
from timeline.intake.formats.charsets import page_text
from timeline.intake.formats.page_facts import page_facts, printed_date
from timeline.intake.formats.pieces import CROWDED, Facts, Piece, broken, one_line, piece

MOST_ELEMENTS = 50_000  # long pages of news sites, with their comments, have a fifth of that
BLOCKS = frozenset(
    """
    address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form h1 h2
    h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary table tbody td tfoot th thead tr ul
    """.split()
)
UNSEEN = frozenset({"head", "noscript", "script", "style", "svg", "template", "textarea", "title"})


def read_html(name: str, data: bytes, charset: str = "", given: Facts = Facts()) -> list[Piece]:
    """The one article of a page. `charset` and `given` are what a web archive knows of it; the page goes before."""
    text = page_text(name, data, charset)
    tree = parse(name, text)
    facts = page_facts(tree, given)
    main = _main_text(name, tree)
    if not main:
        raise IntakeError(name, "a web page without a text")
    return [piece(name, main, facts, dateline="" if facts.published else printed_date(tree, main))]


def parse(name: str, text: str) -> HtmlElement:
    """The tree of a page; IntakeError where it is no page, or nested deeper than a parser follows (256)."""
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    data = text.encode("utf-8", errors="replace")  # lxml refuses a str that declares an encoding
    if CROWDED.search(data):
        raise IntakeError(name, "a web page with a tag of too many attributes")
    with broken(name, "web page", etree.LxmlError):
        tree = document_fromstring(data, parser=parser)
    # Behind such a fault the rest of the page is lost, and nothing is raised.
    if lost := next((entry.message for entry in parser.error_log if entry.level == etree.ErrorLevels.FATAL), ""):
        what = "with tags nested too deeply" if "depth" in lost else f"that no parser takes ({lost[:80]})"
        raise IntakeError(name, f"a web page {what}")
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise IntakeError(name, f"a web page of more than {MOST_ELEMENTS} elements")
    return tree


def _main_text(name: str, tree: HtmlElement) -> str:
    """The article's paragraphs, a blank line between them; of a page that has no main text all that is seen."""
    from copy import deepcopy

    import trafilatura

    with broken(name, "web page", etree.LxmlError):
        # A copy: it cuts the tree to pieces.
        found = trafilatura.bare_extraction(deepcopy(tree), include_comments=False, with_metadata=False)
    text = (found.text or "") if found else ""
    return "\n\n".join(filter(None, map(one_line, text.split("\n")))) or seen_text(tree)


def seen_text(tree: HtmlElement) -> str:
    """All text of a tree that a browser shows, a paragraph for each block, a blank line between them."""
    blocks: list[list[str]] = [[]]
    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in UNSEEN:
            hidden += 1 if event == "start" else -1
        if element.tag in BLOCKS:
            blocks.append([])
        words = element.text if event == "start" else element.tail
        if words and not hidden:
            blocks[-1].append(words)
    return "\n\n".join(filter(None, (one_line("".join(words)) for words in blocks)))


def fragment_text(name: str, markup: str) -> str:
    """The text of a piece of HTML, as feeds carry it."""
    return seen_text(parse(name, f"<html><body>{markup}</body></html>")) if markup.strip() else ""
