"""Nasty files of every format, each brought in, looked at on every page and taken away in every format.

    .venv/bin/python -m tests.benchmarks.nasty small              # kilobytes; also among the tests
    .venv/bin/python -m tests.benchmarks.nasty large              # up to the limits of size
    .venv/bin/python -m tests.benchmarks.nasty fuzz --seconds 600  # good files damaged at random

One process whose memory is bounded and whose sockets are taken away. Of each file: whether it became an article or was
refused and why, the seconds of processor time and the greatest memory so far. A fault, a script on a page, a formula in a table, or more
than the time allowed ends it.
"""

import argparse
import csv
import io
import os
import random
import re
import resource
import socket
import sys
import tempfile
import time
import zipfile
import zlib

SECONDS = {"small": 20, "large": 120, "fuzz": 20}
MEMORY = 2 * 2**30
SCRIPT = "<script>alert(1)</script>"
FORMATS = ["csv", "json", "timelinejs", "ics", "acled", "annotations", "svg", "png"]
FORMULA = ("=", "+", "-", "@", "\t", "\r")
ENTITIES = '<!DOCTYPE x [<!ENTITY a "{a}">{more}]>'


def forbid_sockets():
    """Nothing is fetched: who asks for a connection or a name ends the run."""

    def refuse(*_, **__):
        raise AssertionError("a file had something fetched from the network")

    socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = refuse


def corpus(size):
    """Name and bytes of each file; `size` is how many of everything."""
    yield from _texts(size)
    yield from _pages(size)
    yield from _papers(size)
    yield from _tables(size)
    yield from _archives(size)


def _texts(size):
    from tests.safety.test_bad_input import BODY, FILES, HEAD, NASTY_WORDS

    yield from ((f"{name}.txt", data) for name, data in FILES.items() if size > 10_000 or len(data) < 100_000)
    yield "one line.txt", HEAD.encode() + b"A ferry sank on Monday, he said. " * (size // 4)
    yield "one word.txt", HEAD.encode() + b"a" * (size * 100)
    yield "zero width.txt", (HEAD + BODY.format("\u200b" * size, "\u202e\u2066he")).encode()
    yield "many dates.txt", HEAD.encode() + b"On Monday, 7 March 2023 at 4pm it sank. " * (size // 4)
    yield "quotes.txt", HEAD.encode() + "“A ferry sank,” he said. ".encode() * (size // 2)
    formula = "\n\n".join(f"{start}HYPERLINK(1) sank a ferry on Monday, {start}cmd said." for start in FORMULA)
    yield "formulas.txt", (HEAD + formula).encode()
    yield "words.txt", (HEAD + "\n\n".join(BODY.format(words, words) for words in NASTY_WORDS)).encode()


def _pages(size):
    from tests.intake.formats.made import LEAD, SECOND, meta, page

    body = f"<article><h1>{SCRIPT}</h1><p>{LEAD}</p><p>{SECOND}</p>{{}}</article>"
    said = {
        "scripts": f"{SCRIPT}<svg onload=alert(1)><img src=x onerror=alert(1)><a href='javascript:alert(1)'>he said</a>",
        "escaped": "<p>&lt;script&gt;alert(1)&lt;/script&gt; sank on Monday, he said.</p>",
        "deep": "<div>" * size * 5,
        "deep and closed": "<b>" * size + "sank" + "</b>" * size,
        "tags": "<p>It sank on Monday." * (size // 4),
        "attributes": f"<p {' '.join(f'a{n}=1' for n in range(size))}>x</p>",
        "one attribute": f"<p title='{'x' * size * 20}'>x</p>",
        "remote": "<img src='http://192.0.2.1/x.png'><link rel=stylesheet href='http://192.0.2.1/x.css'><iframe src='http://192.0.2.1/'>",
        "entities": "&amp;" * size * 4,
        "comment that never ends": "<!--" + "-" * size,
        "bidi": "<p>\u202eIt sank on Monday\u202c, he said.</p>",
        "zeros": "<p>It \x00sank on Monday.</p>",
    }
    for name, inside in said.items():
        yield f"{name}.html", page(body.format(inside)).encode()
    yield (
        "meta.html",
        page(
            head=meta("og:title", f'">{SCRIPT}') + meta("author", SCRIPT) + meta("og:url", "javascript:alert(1)")
        ).encode(),
    )
    yield "wrong charset.html", page("<p>Ферри</p>").replace("utf-8", "utf-16").encode("cp1251")
    yield (
        "utf-7.html",
        page(f"<p>{LEAD}</p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-").replace("utf-8", "utf-7").encode(),
    )
    yield "bomb.html", (ENTITIES.format(a="x" * 100, more=_bomb(30)) + page(body.format("&z29;"))).encode()


def _bomb(levels):
    return "".join(f'<!ENTITY z{n} "{f"&z{n - 1};" * 10 if n else "&a;" * 10}">' for n in range(levels))


def _papers(size):
    from tests.intake.formats.made import LEAD, SECOND, pdf, rss, word, zipped

    whole = pdf([LEAD, SECOND, SCRIPT])
    yield "good.pdf", whole
    yield "half.pdf", whole[: len(whole) // 2]
    yield "head only.pdf", b"%PDF-1.7\n"
    yield "itself.pdf", whole.replace(b"/Kids [", b"/Kids [2 0 R ")
    yield "no xref.pdf", whole.replace(b"xref", b"xxxx")
    yield "huge count.pdf", whole.replace(b"/Count 1", b"/Count 999999999")
    packed = zlib.compress(b"(A) ' " * size * 100, 9)
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (len(packed), packed)
    yield "bomb.pdf", re.sub(rb"<< /Length \d+ >>\nstream\n.*?\nendstream", lambda _: stream, whole, flags=re.DOTALL)
    yield "many pages.pdf", pdf(*[[LEAD]] * min(size // 20, 2000))
    paper = word(LEAD, SCRIPT, "=cmd|'/c calc'!A1 sank on Monday, he said.", title=SCRIPT)
    yield "good.docx", paper
    yield "half.docx", paper[: len(paper) // 2]
    parts = {one: zipfile.ZipFile(io.BytesIO(paper)).read(one) for one in zipfile.ZipFile(io.BytesIO(paper)).namelist()}
    text = parts["word/document.xml"]
    declared = text.replace(b"<w:document", (ENTITIES.format(a="x" * 100, more=_bomb(9))).encode() + b"<w:document", 1)
    yield "bomb.docx", zipped(parts | {"word/document.xml": declared.replace(b"The governor", b"&z8;")})
    file = b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY h SYSTEM "http://192.0.2.1/x">]>'
    outside = text.replace(b"<w:document", file + b"<w:document", 1).replace(b"The governor", b"&f;&h;")
    yield "outside.docx", zipped(parts | {"word/document.xml": outside})
    yield "deflated.docx", zipped(parts | {"word/document.xml": b"<a>" + b" " * size * 5000})
    item = f"<title>{SCRIPT}</title><link>javascript:alert(1)</link><description>&lt;p&gt;{LEAD}&lt;/p&gt;{SCRIPT}</description>"
    yield "scripts.rss", rss(item)
    yield "many.rss", rss(*[item.replace("alert(1)", str(n)) for n in range(size // 100)])
    yield (
        "bomb.rss",
        rss(item)
        .replace(b"<rss", ENTITIES.format(a="x" * 100, more=_bomb(9)).encode() + b"<rss", 1)
        .replace(b"The governor", b"&z8;"),
    )
    yield "outside.rss", rss(item).replace(b"<rss", file + b"<rss", 1).replace(b"The governor", b"&f;&h;")
    yield "deep.rss", rss("<description>" + "<a>" * size * 5)


def _tables(size):
    from tests.intake.formats.made import LEAD

    head = "title,text,url,published\n"
    cells = "".join(f'"{start}SUM(1)","{LEAD}","{start}1","7 July 2021"\n' for start in FORMULA)
    yield "formulas.csv", (head + cells).encode()
    yield "one cell.csv", (head + f'x,"{LEAD * (size // 10)}",,\n').encode()
    yield "never closed.csv", (head + f'x,"{LEAD}' + '","' * size).encode()
    yield "zeros.csv", (head + f"x,{LEAD}\x00,,\n").encode()
    yield "many columns.csv", (",".join(f"text{n}" for n in range(size)) + "\n" + "x," * size).encode()
    yield "utf-16.csv", (head + f'x,"{LEAD}",,\n').encode("utf-16")
    yield "deep.json", b"[" * size * 10
    yield "deep and closed.json", b'{"text":' * size + b"1" + b"}" * size
    yield "numbers.json", f'[{{"title": "x", "text": "{LEAD}", "published": {"9" * size}}}]'.encode()
    yield "odd.json", f'[{{"title": NaN, "text": "{LEAD}", "url": -Infinity}}]'.encode()
    yield "surrogates.json", f'[{{"title": "\\ud800", "text": "\\udfff {LEAD} {SCRIPT} \\u0000"}}]'.encode()
    yield "formulas.json", f'[{{"title": "=1+1", "text": "{LEAD}", "publisher": "@SUM(1)", "byline": "+1"}}]'.encode()


def _archives(size):
    from tests.intake.formats.made import LEAD, answer, page, warc, zipped

    yield "bomb.zip", zipped({"a.txt": b"\x00" * size * 5000})
    inner = zipped({"a.txt": LEAD.encode()})
    for _ in range(5):
        inner = zipped({"inner.zip": inner})
    yield "nested.zip", inner
    yield (
        "paths.zip",
        zipped({"../../etc/a.txt": LEAD.encode(), "/b.txt": LEAD.encode(), "c\\..\\d.txt": LEAD.encode()}),
    )
    yield "many.zip", zipped({f"{n}.txt": b"x" for n in range(size // 4)})
    yield "lies.zip", zipped({"a.txt": LEAD.encode()}).replace(len(LEAD).to_bytes(4, "little"), b"\x01\x00\x00\x00")
    yield "scripts.warc", warc(answer(body=page(f"<p>{LEAD}</p>{SCRIPT}")), answer("javascript:alert(1)"))
    yield "half.warc", warc(answer())[:200]
    yield "lies.warc", warc(answer(), packed=False).replace(b"Content-Length: ", b"Content-Length: 9999999", 1)
    yield "bomb.warc", warc((*answer()[:1], b"<p>" + b"\x00" * size * 2000, *answer()[2:]))
    yield "many.warc", warc(*[answer(f"https://herald.example.org/{n}") for n in range(min(size // 100, 300))])


def damaged(seconds, seed):
    """Good files with bytes changed, lost or doubled."""
    chance, good = random.Random(seed), [pair for pair in corpus(100) if len(pair[1]) > 50]
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        name, data = chance.choice(good)
        hurt = bytearray(data)
        for _ in range(chance.choice([1, 3, 20])):
            at = chance.randrange(len(hurt))
            how = chance.randrange(3)
            if how == 0:
                hurt[at] = chance.randrange(256)
            elif how == 1 and len(hurt) > 60:
                del hurt[at : at + chance.randrange(1, 50)]
            else:
                hurt[at:at] = hurt[at : at + chance.randrange(1, 50)]
        yield name, bytes(hurt)


def bring(dossier, name, data):
    """“article” or the reasons why nothing of it was taken."""
    from timeline import services
    from timeline.intake import IntakeError
    from timeline.intake.formats import files_of

    told = []
    try:
        for member in files_of(name, data):
            try:
                services.import_file(dossier=dossier, name=member.path, data=member.data, known_by_part={})
                told.append("article")
            except IntakeError as error:
                told.append(_clear(member.path, error))
    except IntakeError as error:
        told.append(_clear(name, error))
    services.weave_dossier(dossier=dossier)
    return ", ".join(dict.fromkeys(told))


def _clear(name, error):
    assert name in str(error), (name, str(error))
    assert len(error.reason) < 300, error.reason
    assert "Traceback" not in error.reason
    return error.reason


def look(client, dossier):
    """Every page and every export of it, safe."""
    own = f"/{dossier.slug}/"
    pages = [
        own,
        f"{own}articles/",
        f"{own}sources/",
        f"{own}conflicts/",
        f"{own}briefing/",
        f"/admin/timeline/dossier/{dossier.pk}/change/",
    ]
    pages += [row.get_absolute_url() for row in [*dossier.articles.all()[:3], *dossier.events.all()[:3]]]
    pages += [f"/admin/timeline/article/{row.pk}/work/" for row in dossier.articles.all()[:2]]
    for page in pages:
        answer = client.get(page)
        assert answer.status_code == 200, (page, answer.status_code)
        assert SCRIPT not in answer.text, page
        assert not re.search(r"<(?:img[^>]+onerror|svg[^>]+onload|iframe)", answer.text), page
        assert not re.search(r"(?:href|src)=.?javascript:", answer.text), page
    # Of files of this machine nothing may come in through an entity.
    assert not dossier.articles.filter(text__contains="root:").exists()
    for name in FORMATS:
        answer = client.get(f"{own}?format={name}")
        assert answer.status_code == 200, (name, answer.status_code)
        file = answer.getvalue().decode(errors="replace")
        if name in {"csv", "acled"}:
            for row in csv.reader(io.StringIO(file, newline="")):
                assert not any(cell.startswith(FORMULA) for cell in row), row
        if name == "svg":
            assert "<script" not in file


def main(which, seconds, seed):
    import django

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.setrecursionlimit(1000)
    django.setup()
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.test import Client

    from timeline.models import Dossier

    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    call_command("migrate", verbosity=0)
    if "sqlite" in os.environ["DATABASE_URL"]:
        forbid_sockets()
    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.create_superuser("edo"))
    files = damaged(seconds, seed) if which == "fuzz" else corpus({"small": 400, "large": 20_000}[which])
    count = 0
    for count, (name, data) in enumerate(files, start=1):
        dossier = Dossier.objects.create(title=name, slug=f"n{count}", zone="Asia/Tokyo")
        begun = time.process_time()
        told = bring(dossier, name, data)
        if "article" in told:
            look(client, dossier)
        took = time.process_time() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        if which != "fuzz":
            print(f"| {name} | {len(data) // 1024} | {took:.1f} | {peak} | {told[:120]} |", flush=True)
        assert took < SECONDS[which], (name, took)
        Dossier.objects.filter(pk=dossier.pk).delete()
    print(f"{count} files, {peak} MB at most", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("which", choices=list(SECONDS))
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ["DATABASE_URL"] = f"sqlite:///{place}/nasty.sqlite3"
        os.environ["DJANGO_SETTINGS_MODULE"] = "timeline.settings"
        main(asked.which, asked.seconds, asked.seed)
