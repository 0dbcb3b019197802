from django.db import migrations

# Words that begin so are a range of SQLite's own order; PostgreSQL's may be a language's, and needs an index by letters.
POSTGRES = "CREATE INDEX term_by_beginning ON timeline_term (dossier_id, word varchar_pattern_ops)"
POSTGRES_BACK = "DROP INDEX term_by_beginning"


def index(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRES)


def drop_index(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRES_BACK)


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0021_former_events'),
    ]

    operations = [
        migrations.RunPython(index, drop_index),
    ]
