"""The commands, as they are typed: what goes in, what comes out where, and what is said of bad files."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command, get_commands, load_command_class

from tests.intake.formats.made import page, zipped
from timeline.models import Article, Claim, Conflict, Dossier, Event, ImportRun, Original
from timeline.services import import_runs

SEEDS = settings.BASE_DIR / "seeds"
ENGLISH = """Ferry sinks off Port Varda

Tuesday 7 March 2023 16:00 GMT

A ferry sank off the port on Monday, the harbour master said. The crew of the ferry were rescued by noon.
"""
SWAHILI = "Meli ilizama karibu na bandari siku ya Jumatatu, alisema mkuu wa bandari. Watu wote waliokolewa na majeshi."


def run(name, *arguments):
    """A command's standard output and standard error; a CommandError's words are put at the end of the latter."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command(name, *map(str, arguments), stdout=out, stderr=err)
    except CommandError as error:
        err.write(f"CommandError: {error}")
    return out.getvalue(), err.getvalue()


@pytest.fixture
def folder(tmp_path):
    """A folder with one good article."""
    (tmp_path / "ferry.txt").write_text(ENGLISH)
    return tmp_path


def spoil(folder):
    """Put one of each kind of bad file into the folder."""
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "cyrillic.txt").write_bytes("Паром затонул у порта в понедельник".encode("koi8-r"))
    with (folder / "long.txt").open("wb") as file:
        file.truncate(50 * 2**20)
    (folder / "folder.txt").mkdir()


def test_a_folder_comes_in_with_progress_and_a_summary(db, folder):
    out, err = run("import_articles", folder, "--dossier", "ferry", "--title", "The ferry", "--zone", "Asia/Tokyo")
    dossier = Dossier.objects.get()
    assert (dossier.slug, dossier.title, dossier.zone) == ("ferry", "The ferry", "Asia/Tokyo")
    assert "[1/1]" in err
    assert "ferry.txt: new, 1 article" in err
    assert out.startswith("1 file (1 new, 0 read again, 0 unchanged), 1 article, ")
    assert "0 skipped" in out


def test_a_second_run_changes_nothing(db, folder):
    run("import_articles", folder, "--dossier", "ferry")
    before = [list(model.objects.values()) for model in (Original, Article, Claim, Event, Conflict)]
    out, _ = run("import_articles", folder, "--dossier", "ferry")
    assert "1 unchanged" in out
    assert [list(model.objects.values()) for model in (Original, Article, Claim, Event, Conflict)] == before


def test_each_bad_file_has_a_line_and_the_rest_goes_in(db, folder):
    spoil(folder)
    out, err = run("import_articles", folder, folder / "missing.txt", "--dossier", "ferry")
    reasons = {
        "empty.txt": "empty",
        "binary.txt": "binary",
        "cyrillic.txt": "unknown encoding",
        "long.txt": "larger than 10 MB",
        "folder.txt": "a folder in a folder",
        "missing.txt": "no such file",
    }
    for name, reason in reasons.items():
        assert re.search(rf"{name}: skipped, .*{reason}", err), name
        assert re.search(rf"skipped .*{name}: .*{reason}", out), name
    assert [original.name for original in Original.objects.all()] == ["ferry.txt"]
    assert "6 skipped" in out
    assert "CommandError" not in err


def test_only_bad_files_leave_nothing_behind_and_fail(db, tmp_path):
    spoil(tmp_path)
    _, err = run("import_articles", tmp_path, "--dossier", "ferry")
    assert "CommandError: No article was stored." in err
    assert not Dossier.objects.exists()


def test_a_text_in_swahili_and_one_without_a_date_go_in_and_are_said_to_be(db, tmp_path):
    (tmp_path / "meli.txt").write_text(SWAHILI)
    (tmp_path / "undated.txt").write_text("A ferry sank off the port. The crew of the ferry were rescued by a tug.")
    _, err = run("import_articles", tmp_path, "--dossier", "ferry")
    assert re.search(r"meli.txt: new, 1 article, 0 claims; not English", err)
    assert re.search(r"undated.txt: new, 1 article, .*no date of publication found", err)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((), "Which dossier"),
        (("--dossier", "admin"), "address of the site"),
        (("--dossier", "no spaces"), "valid"),
        (("--dossier", "ferry", "--zone", "Tokyo"), "no IANA time zone"),
    ],
)
def test_a_dossier_that_will_not_do_is_refused(db, folder, arguments, reason):
    _, err = run("import_articles", folder, *arguments)
    assert reason in err
    assert not Article.objects.exists()


def test_a_sidecar_with_a_fault_stops_the_import(db, folder):
    (folder / "sources.toml").write_text("[dossier]\nslug = 'ferry'\nzone = 'Tokyo'")
    _, err = run("import_articles", folder)
    assert "CommandError: sources.toml: [dossier]: Tokyo is no IANA time zone" in err
    assert not Article.objects.exists()


def test_a_sidecar_beside_a_named_file_counts(db, folder):
    (folder / "sources.toml").write_text(
        "[dossier]\nslug = 'ferry'\n[[article]]\nfile = 'ferry.txt'\nsource = 'The Courier'\nbasis = 'its page'"
    )
    run("import_articles", folder / "ferry.txt")
    assert Article.objects.get().source.name == "The Courier"


def test_an_existing_dossier_keeps_its_title_and_says_so(db, folder):
    run("import_articles", folder, "--dossier", "ferry", "--title", "The ferry")
    _, err = run("import_articles", folder, "--dossier", "ferry", "--title", "Another")
    assert "title Another is not taken over" in err
    assert Dossier.objects.get().title == "The ferry"


def test_a_run_that_was_stopped_before_weaving_is_completed_by_the_next(db, folder):
    run("import_articles", folder, "--dossier", "ferry")
    Event.objects.all().delete()
    Dossier.objects.update(stale=True)
    run("import_articles", folder, "--dossier", "ferry")
    assert Event.objects.exists()
    assert not Dossier.objects.get().stale


def test_read_prints_one_object_a_file_and_stores_nothing(db, folder):
    (folder / "second.txt").write_text(ENGLISH.replace("ferry", "tug"))
    out, _ = run("read", folder, "--zone", "Asia/Tokyo")
    first, second = map(json.loads, out.splitlines())
    assert (first["file"], second["file"]) == ("ferry.txt", "second.txt")
    (article,) = first["articles"]
    assert article["text"] == ENGLISH
    assert article["published"]["start"] == "2023-03-07T16:00:00+00:00"
    monday = next(timex for timex in article["timexes"] if timex["text"] == "Monday")
    assert article["text"][monday["start"] : monday["end"]] == "Monday"
    assert monday["interval"] == ["2023-03-05T15:00:00+00:00", "2023-03-06T15:00:00+00:00"]
    for told in article["claims"]:
        assert article["text"][told["start"] : told["end"]] == told["quote"]
    assert not Article.objects.exists()


def test_read_goes_by_an_anchor_where_the_text_has_none(db, tmp_path):
    (tmp_path / "undated.txt").write_text("A ferry sank off the port on Monday. The crew of the ferry were rescued.")
    out, _ = run("read", tmp_path, "--anchor", "2023-03-08T12:00Z")
    (article,) = json.loads(out)["articles"]
    assert article["published"]["start"] == "2023-03-08T12:00:00+00:00"
    assert any(timex["text"] == "Monday" and timex["value"] == "2023-03-06" for timex in article["timexes"])


def test_read_names_bad_files_and_reads_the_rest(db, folder):
    spoil(folder)
    out, err = run("read", folder, folder / "missing.txt")
    assert len(out.splitlines()) == 1
    assert err.count("skipped") == 6
    _, err = run("read", folder / "empty.txt")
    assert "CommandError: No article was read." in err


@pytest.mark.parametrize("arguments", [("--anchor", "Wednesday"), ("--zone", "Kabul")])
def test_read_refuses_an_anchor_or_a_zone_that_is_none(db, folder, arguments):
    out, err = run("read", folder, *arguments)
    assert "CommandError" in err
    assert not out


def test_export_writes_json_and_nothing_else_to_standard_output(db, folder):
    run("import_articles", folder, "--dossier", "ferry")
    out, err = run("export", "ferry", "--format", "json")
    data = json.loads(out)
    assert data["dossier"] == "ferry"
    assert [article["file"] for article in data["articles"]] == ["ferry.txt"]
    assert data["claims"]
    assert not err


def test_export_writes_csv_to_a_file(db, folder):
    run("import_articles", folder, "--dossier", "ferry")
    out, err = run("export", "ferry", "--format", "csv", "--output", folder / "out.csv")
    rows = list(csv.DictReader((folder / "out.csv").open(newline="")))
    assert len(rows) == Claim.objects.count()
    assert not out
    assert "out.csv" in err


def test_export_of_an_unknown_dossier_names_those_there_are(db, folder):
    _, err = run("export", "ferry")
    assert "There are none yet" in err
    run("import_articles", folder, "--dossier", "ferry")
    _, err = run("export", "boat")
    assert "There are: ferry." in err
    _, err = run("export", "ferry", "--output", folder / "no" / "such" / "folder.json")
    assert "cannot be written" in err


def test_the_seeds_come_in_as_their_sidecar_says(db):
    out, err = run("import_articles", SEEDS)
    assert "0 skipped" in out, err
    dossier = Dossier.objects.get()
    assert (dossier.slug, dossier.zone) == ("qala-e-naw", "Asia/Kabul")
    assert Original.objects.count() == 5
    assert Article.objects.filter(source__name="South Front").count() == 1
    assert "sources.toml speaks of" not in err
    assert Claim.objects.exists()
    assert Conflict.objects.exists()


def test_every_command_has_help():
    ours = [name for name, app in get_commands().items() if app == "timeline"]
    assert {"import_articles", "read", "export"} <= set(ours)
    for name in ours:
        assert load_command_class("timeline", name).help


def manage(database, *arguments, **options):
    """manage.py in a process of its own, on a database of its own."""
    command = [sys.executable, settings.BASE_DIR / "manage.py", *map(str, arguments)]
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{database}"}
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options
    )


def finished(process):
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out


def test_a_database_that_is_not_set_up_is_said_to_be(folder, tmp_path_factory):
    database = tmp_path_factory.mktemp("database") / "empty.sqlite3"
    for arguments in (("import_articles", folder, "--dossier", "ferry"), ("export", "ferry")):
        process = manage(database, *arguments)
        _, err = process.communicate(timeout=60)
        assert process.returncode == 1
        assert "manage.py migrate" in err
        assert "Traceback" not in err


def test_an_address_that_is_none_is_named_with_its_column(db, folder):
    (folder / "sources.toml").write_text("[[article]]\nfile = 'ferry.txt'\nurl = 'javascript:alert(1)'\nbasis = 'x'")
    out, _ = run("import_articles", folder, "--dossier", "ferry")
    assert "ferry.txt: url: Enter a valid URL." in out
    assert not Original.objects.exists()


def test_an_import_that_is_killed_is_completed_by_the_next(folder, tmp_path_factory):
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(ENGLISH.replace("ferry", f"ferry {number}"))
    database = tmp_path_factory.mktemp("database") / "killed.sqlite3"
    finished(manage(database, "migrate", "--verbosity", "0"))
    killed = manage(database, "import_articles", folder, "--dossier", "ferry")
    while "[4/13]" not in killed.stderr.readline():
        assert killed.poll() is None, killed.stderr.read()
    killed.kill()
    killed.communicate()
    out = finished(manage(database, "import_articles", folder, "--dossier", "ferry"))
    unchanged = int(re.search(r"(\d+) unchanged", out)[1])
    assert 4 <= unchanged < 13
    data = json.loads(finished(manage(database, "export", "ferry")))
    assert len(data["articles"]) == 13
    assert all(told["event"] for told in data["claims"])
    assert "13 unchanged" in finished(manage(database, "import_articles", folder, "--dossier", "ferry"))


README = (settings.BASE_DIR / "README.md").read_text()
MAKEFILE = (settings.BASE_DIR / "Makefile").read_text()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"manage\.py (\w+)", README))))
def test_a_command_the_readme_names_exists(name):
    assert name in get_commands()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"make (?:[A-Z]+=\S+ )?([a-z]+)", README))))
def test_a_target_the_readme_names_exists(name):
    assert re.search(rf"^{name}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:timeline|tests|seeds|templates|static)/[\w./]*)`", README)))
)
def test_a_path_the_readme_names_exists(path):
    assert (settings.BASE_DIR / path).exists()


def test_the_readme_names_every_command_and_every_dependency():
    for name, app in get_commands().items():
        assert app != "timeline" or name in README, name
    packages = re.findall(
        r"^([\w.-]+)(?:\[\w+\])?==", (settings.BASE_DIR / "requirements.txt").read_text(), re.MULTILINE
    )
    for package in packages:
        assert package.lower() in README.lower(), package


def test_options_the_readme_shows_exist():
    for line in re.findall(r"manage\.py (.*)", README):
        name, *rest = line.strip("`").split()
        parser = load_command_class("timeline", name).create_parser("manage.py", name) if name in OURS else None
        for option in re.findall(r"--[\w-]+", " ".join(rest)) if parser else ():
            assert option in parser._option_string_actions, line


OURS = {name for name, app in get_commands().items() if app == "timeline"}


def test_manage_py_runs_from_another_folder(tmp_path):
    manage = Path(settings.BASE_DIR) / "manage.py"
    done = subprocess.run([sys.executable, manage, "check"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_zip_and_files_of_other_formats_in_a_folder_come_in(db, folder):
    (folder / "more.zip").write_bytes(zipped({"a.html": page(), "b.txt": ENGLISH.replace("ferry", "tug")}))
    out, err = run("import_articles", folder, "--dossier", "ferry")
    assert out.startswith("3 files (3 new")
    assert "more.zip/a.html: new, 1 article" in err
    assert Article.objects.get(original__format="HTML").title == "Harbour stormed"


def test_a_second_name_for_the_same_bytes_is_said(db, folder):
    (folder / "second.txt").write_text(ENGLISH)
    _, err = run("import_articles", folder, "--dossier", "ferry")
    assert "second.txt: unchanged, 1 article" in err
    assert "the same bytes as “ferry.txt”" in err


def test_an_interrupted_import_says_how_to_go_on_and_goes_on(db, folder, monkeypatch):
    (folder / "second.txt").write_text(ENGLISH.replace("ferry", "tug"))
    bring, calls = import_runs.import_file, []

    def interrupt(**given):
        calls.append(given["name"])
        if len(calls) == 2:
            raise KeyboardInterrupt
        return bring(**given)

    monkeypatch.setattr(import_runs, "import_file", interrupt)
    _, err = run("import_articles", folder, "--dossier", "ferry")
    number = ImportRun.objects.get().pk
    assert (
        f"Stopped with 1 file waiting; what is in stays. Go on with: manage.py import_articles --resume {number}" in err
    )
    assert Article.objects.count() == 1
    out, err = run("import_articles", "--resume", number)
    assert out.startswith("2 files (2 new")
    assert "[2/2]" in err
    _, err = run("import_articles", "--resume", number)
    assert f"There is no unfinished import {number}" in err


def test_an_import_of_nothing_is_refused(db):
    assert "Name files or folders" in run("import_articles", "--dossier", "ferry")[1]
