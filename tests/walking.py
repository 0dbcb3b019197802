"""An editor's way from a pile of files to a timeline, in a real browser, with every click and key counted."""

import re
import time
from collections import Counter
from dataclasses import dataclass, field

import docx

from tests.intake.formats.made import pdf, saved, zipped

# Seconds a practised person takes (the keystroke-level model): a key, a click with the way to it, a decision; and
# a word of silent reading, at 238 words a minute.
KEY, CLICK, DECISION, WORD = 0.28, 1.5, 1.35, 60 / 238
PLAIN = str.maketrans("“”‘’–—…•", "\"\"''--.-")


def prepare(texts, sidecar=""):
    """A zip of the texts (name to words), some of them as HTML, PDF and Word, with one of them twice, one a second
    time in another format, and one broken file."""
    files = {}
    for number, (name, text) in enumerate(sorted(texts.items())):
        stem = name.rsplit(".", 1)[0]
        made = {1: (f"{stem}.html", as_html), 2: (f"{stem}.pdf", as_pdf), 3: (f"{stem}.docx", as_word)}
        as_name, make = made.get(number % 6, (name, str.encode))
        files[as_name] = make(text)
    first, second = sorted(texts)[:2]
    files["again.txt"] = texts[first].encode()
    files["copy.txt"] = texts[second].encode()
    files["broken.pdf"] = as_pdf(texts[first])[:400]
    return zipped(files | ({"sources.toml": sidecar} if sidecar else {}))


def as_html(text):
    def escaped(words):
        return words.replace("&", "&amp;").replace("<", "&lt;")

    head, *rest = [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
    body = "".join(f"<p>{escaped(part)}</p>" for part in rest)
    return f"<!DOCTYPE html><meta charset=utf-8><article><h1>{escaped(head)}</h1>{body}</article>".encode()


def as_pdf(text):
    plain = text.translate(PLAIN).encode("latin-1", "replace").decode("latin-1").replace("\\", "/")
    lines = [line for part in plain.split("\n") for line in (re.findall(r".{1,95}(?:\s|\Z)", part) or [""])]
    return pdf(*(lines[first : first + 55] for first in range(0, len(lines), 55)))


def as_word(text):
    document = docx.Document()
    for part in re.split(r"\n\s*\n", text):
        document.add_paragraph(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", part))
    return saved(document)


@dataclass
class Walker:
    """Somebody at the desk: does what a person does, and counts it."""

    page: object
    done: Counter = field(default_factory=Counter)
    steps: Counter = field(default_factory=Counter)
    at: str = ""
    waited: float = 0.0

    def _count(self, what, number=1):
        self.done[what] += number
        self.steps[self.at, what] += number

    def click(self, where):
        self._count("clicks")
        self._wait(self.page.locator(where).first.click)

    def key(self, key):
        self._count("keys")
        self._wait(lambda: self.page.keyboard.press(key))

    def press(self, key):
        """A key that leaves the page where it is."""
        self._count("keys")
        self.page.keyboard.press(key)

    def write(self, where, words):
        self._count("clicks")
        self._count("keys", len(words))
        self.page.fill(where, words)

    def choose(self, where, files):
        self._count("clicks", 3)  # the button, the file, “Open”
        self.page.set_input_files(where, files)

    def decide(self, number=1):
        self._count("decisions", number)

    def read(self, where):
        """Read what the page shows there; the words."""
        words = " ".join(self.page.locator(where).all_inner_texts())
        self._count("words", len(words.split()))
        return words

    def _wait(self, act):
        begun = time.perf_counter()
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            act()
        self.waited += time.perf_counter() - begun

    def seconds(self):
        """About how long a practised person would take, with the waiting and the reading of what is unsure or contrary,
        without that of the articles."""
        done = self.done
        acts = done["clicks"] * CLICK + done["keys"] * KEY + done["decisions"] * DECISION
        return self.waited + acts + done["words"] * WORD


def walk(walker, site, data, *, title, zone, publishers):
    """From the desk's first page to a dossier in which nothing waits. `publishers` maps a file's stem to its publisher."""
    page = walker.page
    walker.at = "a new dossier"
    page.goto(f"{site}/admin/")
    walker.click("a.addlink[href$='/dossier/add/']")
    walker.write("#id_title", title)
    page.fill("#id_slug", re.sub(r"\W+", "-", title.lower()))
    walker.write("#id_zone", zone)
    walker.click("input[name=_save]")
    walker.at = "the files"
    walker.choose("#id_files", [{"name": "articles.zip", "mimeType": "application/zip", "buffer": data}])
    walker.click("input[name=look]")
    walker.at = "what will be read"
    # Who has written into a field presses Enter there.
    walker.key("Enter" if _say_publishers(walker, publishers) else "b")
    page.wait_for_selector("#import [data-key=w]", timeout=120_000)
    walker.at = "the claims"
    walker.key("w")
    _judge(walker)
    walker.at = "the conflicts"
    _settle(walker)


def _say_publishers(walker, publishers):
    """Take the publishers that are offered, and write those that are not, or wrongly; how many are written."""
    if walker.page.locator("[data-fills-all]").count():
        walker.press("p")
    written = 0
    for section in walker.page.locator(".arrival").all():
        stem = section.locator("h2").inner_text().split()[0].rsplit("/", 1)[-1].rsplit(".", 1)[0]
        walker.decide()
        fields = section.locator(".publisher input:not([type=hidden])")
        for number in range(fields.count()):
            wanted = publishers.get(stem, "")
            if wanted and not _same(fields.nth(number).input_value(), wanted):
                # A click into the field, the name, and Tab.
                walker._count("clicks")
                walker._count("keys", len(wanted) + 1)
                fields.nth(number).fill(wanted)
                written += 1
    return written


def _same(name, wanted):
    """Whether a name is the publisher's, in whatever letters."""
    return re.sub(r"\W", "", name).casefold() == re.sub(r"\W", "", wanted).casefold()


def _judge(walker):
    """Article after article: the sure claims at one go, the unsure ones one by one, until a conflict or the queue."""
    while "/work/" in walker.page.url:
        walker.decide(2)
        if walker.page.locator("[data-key=D]").count():
            walker.read("#content > .doubt")
            walker.key("D")
        elif walker.page.locator("[data-key=A]").count():
            walker.key("A")
        else:
            walker.read(".claims .step:first-child h2, .claims .step:first-child .doubt")
            walker.key("a")


def _settle(walker):
    """Conflict after conflict, ruled on or explained with a reason. What is read is why they conflict, and the words of one
    account of each side."""
    while "/settle/" in walker.page.url:
        walker.read(".settle > .step > p:first-child, .settle li:first-child .words")
        walker.decide(3)
        reason, verdict = _verdict(walker.page)
        walker.press(reason)
        walker.key(verdict)


def _verdict(page):
    """The keys of a reason and a ruling, as somebody might who knows no more than the page tells: counts that go up with
    time and reports before their happening are explained; else the side that more witnesses take is preferred."""
    kind = page.locator(".settle > .step > p b").first.inner_text().lower()
    if kind.startswith("impossible"):
        return "c", "x"
    if kind.startswith("quantity"):
        return "t", "x"
    if kind.startswith("status"):
        return "b", "x"
    witnesses = [side.locator("li").count() for side in page.locator(".sides section").all()]
    most = max(witnesses)
    return ("i", str(witnesses.index(most) + 1)) if witnesses.count(most) == 1 else ("p", "x")
