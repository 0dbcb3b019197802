import django.db.models.deletion
from django.db import migrations, models
from django.db.models.functions import Coalesce

from timeline.searching import searched_as

# The index holds no text of its own: it reads that of timeline_words, and these keep it in step with every write,
# whoever makes it.
SQLITE = [
    """
    CREATE VIRTUAL TABLE timeline_words_index USING fts5(
        text, keys, content='timeline_words', content_rowid='claim_id',
        tokenize='unicode61 remove_diacritics 0', prefix='2 3'
    )
    """,
    """
    CREATE TRIGGER timeline_words_made AFTER INSERT ON timeline_words BEGIN
        INSERT INTO timeline_words_index (rowid, text, keys) VALUES (new.claim_id, new.text, new.keys);
    END
    """,
    """
    CREATE TRIGGER timeline_words_deleted AFTER DELETE ON timeline_words BEGIN
        INSERT INTO timeline_words_index (timeline_words_index, rowid, text, keys)
        VALUES ('delete', old.claim_id, old.text, old.keys);
    END
    """,
    """
    CREATE TRIGGER timeline_words_changed AFTER UPDATE ON timeline_words BEGIN
        INSERT INTO timeline_words_index (timeline_words_index, rowid, text, keys)
        VALUES ('delete', old.claim_id, old.text, old.keys);
        INSERT INTO timeline_words_index (rowid, text, keys) VALUES (new.claim_id, new.text, new.keys);
    END
    """,
]
SQLITE_BACK = [
    "DROP TRIGGER timeline_words_made",
    "DROP TRIGGER timeline_words_deleted",
    "DROP TRIGGER timeline_words_changed",
    "DROP TABLE timeline_words_index",
]
# The column is the database's own: it follows from the others.
POSTGRES = [
    """
    ALTER TABLE timeline_words ADD COLUMN vector tsvector
    GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, keys || ' ' || text)) STORED
    """,
    "CREATE INDEX timeline_words_index ON timeline_words USING gin (vector)",
]
POSTGRES_BACK = ["DROP INDEX timeline_words_index", "ALTER TABLE timeline_words DROP COLUMN vector"]
SEARCHED = [
    "quote", "voice", "via", "place",
    "event__title", "event__place", "article__title", "article__source__name",
]  # fmt: skip


def index(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRES:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    for statement in SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRES_BACK:
        schema_editor.execute(statement)


def fill(apps, schema_editor):
    """The words of the claims that are there; afterwards `services.searchable` keeps them."""
    claims, words = apps.get_model("timeline", "Claim").objects, apps.get_model("timeline", "Words")
    at = Coalesce("event__supported_start", "event__start", "event__supported_end", "event__end")
    rows = []
    found = claims.filter(rejected=False).order_by("pk").values_list("pk", "dossier_id", at, *SEARCHED)
    for pk, dossier, day, *texts in found.iterator(chunk_size=2000):
        keys = f"indossier{dossier} onday{day:%Y%m%d}" if day else f"indossier{dossier}"
        rows.append(words(claim_id=pk, dossier_id=dossier, keys=keys, text=searched_as(texts)))
        if len(rows) == 2000:
            words.objects.bulk_create(rows)
            rows = []
    words.objects.bulk_create(rows)


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0007_when'),
    ]

    operations = [
        migrations.CreateModel(
            name='Words',
            fields=[
                ('claim', models.OneToOneField(help_text='The claim; none that is rejected.', on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='timeline.claim')),
                ('keys', models.CharField(help_text='Words for the dossier and for the day, that narrow a search.', max_length=60)),
                ('text', models.TextField(help_text='The words of its quote, voices, places and titles, folded.')),
                ('dossier', models.ForeignKey(help_text='The dossier of its article.', on_delete=django.db.models.deletion.CASCADE, related_name='+', to='timeline.dossier')),
            ],
            options={
                'verbose_name_plural': 'words',
            },
        ),
        migrations.RunPython(index, drop_index),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
