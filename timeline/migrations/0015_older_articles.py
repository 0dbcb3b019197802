"""What newer imports leave of themselves, for the articles of older ones: what they are recognised by when the same text
comes again, and what of what is known of them people said."""

from typing import Any

from django.db import migrations

from timeline.services.known import known_from_text, known_to_text
from timeline.services.likeness import keep_sketch
from timeline.services.import_runs import known_from_json

# Where a file's own facts come from. Those that people give have another basis.
OF_FILES = {"", "page metadata", "feed entry", "WARC record", "export", "page metadata, WARC record"}
EVERY_PART = 0


def recognise(apps: Any, editor: Any) -> None:
    """Sketches of the articles without, the oldest first, and the copies that are found by them."""
    Article, Shingle = apps.get_model("timeline", "Article"), apps.get_model("timeline", "Shingle")
    for pk in Article.objects.filter(shingles=None).order_by("pk").values_list("pk", flat=True):
        article = Article.objects.get(pk=pk)
        same = keep_sketch(article, Shingle.objects)
        if same and article.same_text_id is None:
            Article.objects.filter(pk=pk).update(same_text=same)
            apps.get_model("timeline", "Dossier").objects.filter(pk=article.dossier_id).update(stale=True)


def tell_said(apps: Any, editor: Any) -> None:
    """What people said of each article: with the newest import that said anything, else all that is no file's own."""
    Article, ImportFile = apps.get_model("timeline", "Article"), apps.get_model("timeline", "ImportFile")
    for article in Article.objects.exclude(known="").defer("text"):
        arrivals = ImportFile.objects.filter(original=article.original_id, name=article.original.name)
        given = (known_from_json(one) for one in arrivals.order_by("-pk").values_list("known", flat=True))
        said = next((one for known in given if (one := known.get(article.part) or known.get(EVERY_PART))), None)
        known = known_from_text(article.known)
        if said is None and known.basis not in OF_FILES:
            said = known
        if said is not None:
            Article.objects.filter(pk=article.pk).update(said=known_to_text(said))


class Migration(migrations.Migration):
    dependencies = [("timeline", "0014_what_imports_brought")]

    operations = [
        migrations.RunPython(recognise, migrations.RunPython.noop),
        migrations.RunPython(tell_said, migrations.RunPython.noop),
    ]
