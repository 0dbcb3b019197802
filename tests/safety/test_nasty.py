"""Nasty files of every format, in a process without network and with little memory. (Large ones are a benchmark.)"""

import pytest
from django.conf import settings

from tests.benchmarks.scratch import python


@pytest.mark.skipif("sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="the files are the same")
def test_every_nasty_file_is_an_article_or_has_a_reason(tmp_path):
    with (tmp_path / "faults").open("w+") as faults:
        process = python(tmp_path / "unused", "-m", "tests.benchmarks.nasty", "small", stderr=faults)
        out, _ = process.communicate(timeout=600)
        faults.seek(0)
        assert process.returncode == 0, faults.read()[-3000:]
    rows = [line.split("|")[1:-1] for line in out.splitlines() if line.startswith("|")]
    told = {name.strip(): outcome.strip() for name, *_, outcome in rows}
    assert len(told) > 70
    assert told["good.pdf"] == told["good.docx"] == told["scripts.html"] == told["scripts.warc"] == "article"
    assert told["bomb.zip"].endswith("unpacks to more than 100 times its size")
    assert "nested" in told["deep.html"]
