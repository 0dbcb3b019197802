"""On PostgreSQL the keys of a claim stand apart from its words, behind an @ that no word has: what begins as a key does
is looked for as any other word is. (On SQLite they have a column of their own.)"""

from django.db import migrations

VECTOR = {
    "apart": """
    array_to_tsvector(string_to_array('@' || replace(keys, ' ', ' @'), ' ')) || to_tsvector('simple'::regconfig, text)
    """,
    "among": "to_tsvector('simple'::regconfig, keys || ' ' || text)",
}


def index(vector):
    def made(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute("ALTER TABLE timeline_words DROP COLUMN vector")
            schema_editor.execute(
                f"ALTER TABLE timeline_words ADD COLUMN vector tsvector GENERATED ALWAYS AS ({VECTOR[vector]}) STORED"
            )
            schema_editor.execute("CREATE INDEX timeline_words_index ON timeline_words USING gin (vector)")

    return made


class Migration(migrations.Migration):

    dependencies = [
        ("timeline", "0022_terms_by_beginning"),
    ]

    operations = [migrations.RunPython(index("apart"), index("among"))]
