"""What a file yields: pieces of text, each with what the file itself says of it; and the faults of broken files."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from timeline.intake.errors import IntakeError
from timeline.intake.limits import LIMIT
from timeline.reading.anchors import Known

LONGEST_FACT = 1000  # characters; longer ones are no titles, dates or addresses
# What the libraries raise on files that are not what they claim to be. They promise no error of their own for that,
# so this names every kind that a parser meets; an interrupt or an exit goes through.
FAULTS = (
    ArithmeticError, AssertionError, AttributeError, BufferError, EOFError, LookupError, MemoryError, OSError,
    RuntimeError, SyntaxError, TypeError, ValueError, struct.error, zipfile.BadZipFile, zipfile.LargeZipFile,
    zlib.error,
)  # fmt: skip
# C0 and C1 controls but for white space, and halves of surrogate pairs: no database takes them all, no prose has them.
_NO_PROSE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
# A tag of a thousand attributes: parsers compare each with all others.
CROWDED = re.compile(rb"""<[A-Za-z][^\s<>]*+(?:\s++(?:[^\s<>"']++|"[^"]*+"|'[^']*+')*+){1000}""")
_LINE_ENDS = re.compile("\r\n?")
_BLANKS = re.compile(r"\n[^\S\n]*\n(?:[^\S\n]*\n)+")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says of a piece besides its text; "" where it does not say.

    `published` is as the file has it (ISO 8601 or as printed, with the zone where it gives one), `zone` the IANA name
    of the publisher's clock, `basis` how one knows ("page metadata", "feed entry" …). `made` is when the file was
    made or the page was saved: the text is no younger, and need not be as old.
    """

    title: str = ""
    byline: str = ""
    publisher: str = ""
    via: str = ""
    url: str = ""
    published: str = ""
    zone: str = ""
    basis: str = ""
    made: str = ""

    def known(self) -> Known:
        """The part of it that the reader goes by; its basis only where there is anything it is the basis of."""
        names = ("title", "byline", "publisher", "via", "url", "published", "zone")
        facts = {name: getattr(self, name) for name in names}
        based = any(facts[name] for name in names if name not in {"title", "byline"})
        return Known(**facts, basis=self.basis if based else "", dated_by=self.basis if self.published else "")


@dataclass(frozen=True, slots=True)
class Piece:
    r"""A text of a file, with "\n" as line ends. `glued` where several articles may stand in it one after the other,
    to be cut by `split_documents`; `number` counts the pieces of the file from 1."""

    text: str
    facts: Facts = Facts()
    number: int = 1
    glued: bool = False


def piece(name: str, text: str, facts: Facts = Facts(), *, dateline: str = "", glued: bool = False) -> Piece:
    """A piece with its text and facts made clean, headed by its title and the date printed with it.

    IntakeError where there is no text.
    """
    clean = clean_text(text)
    if not clean:
        raise IntakeError(name, "holds no text")
    if len(clean) > LIMIT:
        raise IntakeError(name, f"holds more than {LIMIT // 2**20} million characters")
    known = clean_facts(facts)
    return Piece(_headed(known.title, one_line(dateline), clean), known, glued=glued)


def clean_text(text: str) -> str:
    """The text without control characters, outer white space and more than one blank line on end."""
    return _BLANKS.sub("\n\n", safe_text(text)).strip()


def safe_text(text: str) -> str:
    """The text without control characters."""
    return _NO_PROSE.sub("", _LINE_ENDS.sub("\n", text))


def clean_facts(facts: Facts) -> Facts:
    """The facts each on one line; an address that is none of the web is dropped."""
    clean = {name: one_line(getattr(facts, name))[:LONGEST_FACT] for name in Facts.__dataclass_fields__}
    return Facts(**clean | {"url": web_address(clean["url"])})


def one_line(words: str) -> str:
    return " ".join(_NO_PROSE.sub("", words).split())


def web_address(words: str) -> str:
    """`words` where they are an address of the web, "" otherwise (script, a file, a number of a feed's own)."""
    try:
        parts = urlsplit(words)
        host = parts.hostname or ""
    except ValueError:
        return ""
    taken = parts.scheme in {"http", "https"} and re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", host) and " " not in words
    return words if taken and len(words) < LONGEST_FACT else ""


def _headed(title: str, dateline: str, text: str) -> str:
    """The text under its title, unless the title is among its first lines already, and that under no date."""
    lines = text.split("\n")
    at = next((n for n, line in enumerate(lines[:6]) if one_line(line).casefold() == title.casefold()), None)
    if at is None:
        return "\n\n".join(filter(None, [title, dateline, text]))
    return "\n".join([*lines[: at + 1], *(["", dateline] if dateline else []), *lines[at + 1 :]])


@contextmanager
def broken(name: str, what: str, *more: type[BaseException]) -> Iterator[None]:
    """Turn what a library raises on a broken file into an IntakeError; `more` are the library's own kinds."""
    try:
        yield
    except IntakeError:
        raise
    except (*FAULTS, *more) as fault:
        words = one_line(str(fault))[:200]
        raise IntakeError(name, f"a broken {what} ({type(fault).__name__}{f': {words}' if words else ''})") from fault
