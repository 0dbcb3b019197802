"""Taking an import back: the articles it brought go again, where nobody has worked on them since."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from timeline import wording
from timeline.models import Article, Change, Claim, Doubt, ImportFile, ImportRun, Original, Source
from timeline.services import memory
from timeline.services.readings import kept_claims
from timeline.services.weaving import weave_dossier


def brought_by(run: ImportRun) -> QuerySet[Article]:
    """The articles that are in the dossier by this import, without their texts."""
    files = run.files.filter(state=ImportFile.State.NEW).values("original")
    return Article.objects.filter(original__in=files).select_related("source", "dossier").defer("text").order_by("pk")


@memory.remembered("took back an import")
def take_back_run(*, run: ImportRun, editor: AbstractBaseUser | None) -> None:
    """Remove the articles an import brought, with their files, and the publishers that came with them and are nobody
    else's. Its files can be brought in again.

    ValidationError where it is not done, was taken back, or an editor has worked on what it brought; nothing is
    changed then. What it read again stays as it was read.
    """
    run.refresh_from_db()
    if run.state != ImportRun.State.DONE:
        raise ValidationError("It is not done yet: stop it, and discard the rest.")
    articles = list(brought_by(run))
    if run.taken_back_id or not articles:
        raise ValidationError("Nothing of it is there any more.")
    if worked := _worked_on(articles):
        named = wording.listing([f"“{wording.short(one.title, 60)}”" for one in worked], limit=3)
        raise ValidationError(f"An editor has worked on {named} since. Delete the other articles one by one.")
    originals = {article.original_id for article in articles}
    for article in articles:
        memory.remove(article)
    Original.objects.filter(pk__in=originals).delete()
    _remove_sources(run)
    weave_dossier(dossier=run.dossier)
    ImportRun.objects.filter(pk=run.pk).update(taken_back=memory.current().act)
    run.refresh_from_db()


def _worked_on(articles: Iterable[Article]) -> list[Article]:
    """Those of the articles that an editor corrected, judged something in, or called the original of a copy."""
    by_id = {article.pk: article for article in articles}
    found = {pk for pk, article in by_id.items() if article.edited}
    claims = Claim.objects.filter(article__in=by_id)
    found |= set(kept_claims(claims).order_by().values_list("article", flat=True))
    found |= set(Doubt.objects.filter(article__in=by_id, settled=True).values_list("article", flat=True))
    copies = Article.objects.filter(Q(copy_of__in=by_id) & Q(edited__contains="copy_of")).exclude(pk__in=by_id)
    found |= set(copies.values_list("copy_of", flat=True))
    return [by_id[pk] for pk in sorted(found)]


def _remove_sources(run: ImportRun) -> None:
    """The publishers that were new with the import, under which nothing stands and whom nobody has changed."""
    names = {name for brought in run.files.values_list("brought", flat=True) for name in brought.get("sources", [])}
    changed = Change.objects.filter(model="source").values("row")
    for source in Source.objects.filter(name__in=names, articles=None).exclude(pk__in=changed):
        memory.remove(source)
