"""The files that are handed in with a file: those in a zip each by itself, with what a `sources.toml` in it says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from timeline.intake.errors import IntakeError
from timeline.intake.files import SIDECAR, is_no_article
from timeline.intake.formats import Format, Member, files_of, format_of
from timeline.intake.sidecar import EVERY_PART, Sidecar, SourceFacts, parse_sidecar
from timeline.reading.anchors import Known


@dataclass(frozen=True, slots=True)
class Given:
    """A file handed in: its bare name, its bytes, what is known of its parts and of the publishers named there.

    `path` says where it stood; `problem` why it is no file to read, "" where it may be.
    """

    name: str
    data: bytes = b""
    known: Mapping[int, Known] = field(default_factory=dict)
    sources: tuple[SourceFacts, ...] = ()
    path: str = ""
    problem: str = ""


def files_given(
    name: str, data: bytes, *, path: str = "", sidecar: Sidecar = Sidecar(), known: Known = Known()
) -> Iterator[Given]:
    """A file, or those in it where it is a zip. `sidecar` is what stands beside it, `known` what was said of all.

    A zip that cannot be opened is one file with its problem.
    """
    try:
        members = [Member(path or name, data)]
        if format_of(name, data) is Format.ZIP:
            members = [replace(one, path=f"{path or name}/{one.path}") for one in files_of(name, data)]
            sidecar = _inner(members) or sidecar
    except IntakeError as error:
        yield Given(name, path=path or name, problem=error.reason)
        return
    packed = members != [Member(path or name, data)]
    articles = [one for one in members if not packed or not is_no_article(PurePosixPath(one.path))]
    for member in articles:
        bare = PurePosixPath(member.path).name
        facts = sidecar.known(bare) or ({EVERY_PART: known} if known != Known() else {})
        named = {one.publisher.lower() for one in facts.values()}
        sources = tuple(one for one in sidecar.sources if one.name.lower() in named)
        yield Given(bare, member.data, facts, sources, member.path)
    if not articles:
        yield Given(name, path=path or name, problem="a zip without files")


def _inner(members: list[Member]) -> Sidecar | None:
    """What the `sources.toml` in a zip says; IntakeError where it is wrong."""
    found = next((member for member in members if PurePosixPath(member.path).name == SIDECAR), None)
    if found is None:
        return None
    try:
        return parse_sidecar(found.data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise IntakeError(SIDECAR, "not UTF-8 text") from error
