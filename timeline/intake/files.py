"""Which files hold articles, and their bytes, within limits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from timeline.intake.errors import IntakeError
from timeline.intake.formats import LARGEST, SUFFIXES

KNOWN_SUFFIXES = ", ".join(sorted(SUFFIXES))
SIDECAR = "sources.toml"
NOTES = frozenset({".md"})  # readme files beside the articles


@dataclass(frozen=True, slots=True)
class Found:
    """A path that was named or lies in a folder that was; `problem` says why it is no article, "" where it may be."""

    path: Path
    problem: str = ""


def find_files(paths: Iterable[Path]) -> Iterator[Found]:
    """The article files that paths name: files as they are, of folders the articles in them, in order of name."""
    for path in paths:
        if path.is_dir():
            yield from _in_folder(path)
        else:
            yield Found(path)


def _in_folder(folder: Path) -> Iterator[Found]:
    try:
        children = sorted(folder.iterdir())
    except OSError as error:
        yield Found(folder, f"the folder cannot be read ({error.strerror})")
        return
    found = [_found(child) for child in children if not is_no_article(child)]
    yield from found or [Found(folder, f"a folder without articles ({KNOWN_SUFFIXES})")]


def is_no_article(path: PurePath) -> bool:
    """Whether a file only stands beside articles: hidden ones, notes, what is known of them."""
    return path.name.startswith(".") or path.name == SIDECAR or path.suffix.lower() in NOTES


def _found(path: Path) -> Found:
    if path.is_dir():
        return Found(path, "a folder in a folder; name it to have it read")
    if path.suffix.lower() not in SUFFIXES:
        return Found(path, "of no format that is read; name it to have it tried all the same")
    return Found(path)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that is no larger than an archive may be; IntakeError otherwise."""
    try:
        if not path.exists():
            raise IntakeError(path.name, "no such file")
        if path.is_dir():
            raise IntakeError(path.name, "a folder, not a file")
        if not path.is_file():
            raise IntakeError(path.name, "not a file")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise IntakeError(path.name, f"cannot be read ({error.strerror})") from error
    if len(data) > LARGEST:
        raise IntakeError(path.name, f"larger than {LARGEST // 2**20} MB")
    return data
