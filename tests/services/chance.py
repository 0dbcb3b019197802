"""Articles and edits by chance, for tests that hold a quick way against the slow one."""

from tests import factories
from tests.benchmarks.generated import STATUSES, TYPES, said
from timeline import services


def told(dossier, chance, day, claims=None):
    """An article of that day of March 2023 with some claims, half of them dated."""
    words = [said(chance, 5).capitalize() for _ in range(claims or chance.randrange(1, 6))]
    hour = f"2023-03-{day:02} {chance.randrange(24):02}:{chance.randrange(60):02}"
    by = chance.choice(["The Courier", "The Herald", "Radio"])
    article = factories.article(dossier, by, ". ".join(words) + ".", chance.choice([hour, hour, hour, None]))
    for quote in words:
        voice = chance.choice(["", "the mayor", "Jane Roe"])
        claim = factories.claim(
            article, quote, type=chance.choice(TYPES[:3]), voice=voice, status=chance.choice(STATUSES)
        )
        if chance.random() < 0.5:
            first = max(day - chance.randrange(3), 1)
            factories.time(claim, "", f"2023-03-{first:02}", f"2023-03-{first + 1:02}")
    return article


def some_edit(dossier, chance, editor):
    """Something an editor or an import does, at random; what it was."""
    claims = list(dossier.claims.filter(rejected=False).order_by("pk"))
    claim, other = chance.sample(claims, 2)
    what = chance.choice(
        ["judge", "retime", "move", "merge", "split", "release", "article", "delete", "date", "rule", "type"]
    )
    if what == "judge":
        services.judge_claim(claim=claim, verdict="rejected", editor=editor)
    elif what == "retime":
        start = factories.at(f"2023-03-{chance.randrange(1, 28):02}")
        services.retime_claim(claim=claim, start=start, end=None, granularity="day", editor=editor)
    elif what == "move":
        services.move_claims(claims=[claim], event=other.event)
    elif what == "merge" and claim.event_id != other.event_id:
        services.merge_events(into=claim.event, others=[other.event])
    elif what == "split" and claim.event.claims.filter(rejected=False).count() > 1:
        services.split_event(event=claim.event, claims=[claim], title="Apart")
    elif what == "release":
        services.release_claims(claims=dossier.claims.filter(event_fixed=True)[:3])
    elif what == "article":
        told(dossier, chance, chance.randrange(1, 28))
        services.weave_dossier(dossier=dossier)
    elif what == "delete":
        services.delete_article(article=claim.article)
    elif what == "date":
        day = chance.randrange(1, 28)
        when = chance.choice([{"title": f"Day {day}"}, {"published_text": f"{day} March 2023 10:00", "zone": "UTC"}])
        services.edit_article(article=claim.article, changes=when)
    elif what == "rule":
        services.rule(event=claim.event, reason="So it is.", editor=editor)
    elif what == "type":
        services.edit_claim(claim=claim, changes={"type": chance.choice(TYPES)})
    return what
