"""The groups people stand in: viewers look, editors correct, chiefs also rule, manage sources and say who sees what."""

from typing import Any

from django.db import migrations

MODELS = [
    "act", "article", "change", "claim", "conflict", "dossier", "doubt", "event", "judgement", "original", "passage",
    "quantity", "ruling", "side", "source", "timestamp", "timex",
]  # fmt: skip
VIEWER = [f"view_{model}" for model in MODELS]
EDITOR = [
    *VIEWER,
    "add_dossier", "change_dossier", "change_article", "add_claim", "change_claim", "delete_claim", "add_judgement",
    "add_timestamp", "delete_timestamp", "change_event", "delete_event", "change_doubt", "add_quantity",
    "change_quantity", "delete_quantity",
]  # fmt: skip
CHIEF = [
    *EDITOR,
    "delete_dossier", "delete_article", "add_ruling", "change_conflict", "add_source", "change_source",
    "delete_source", "delete_act",
]  # fmt: skip
GROUPS = {"viewer": VIEWER, "editor": EDITOR, "chief": CHIEF}


def make_groups(apps: Any, editor: Any) -> None:
    Group = apps.get_model("auth", "Group")
    for name, codes in GROUPS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*[_permission(apps, code) for code in codes])


def _permission(apps: Any, code: str) -> Any:
    """The permission, made here where Django has not made it yet (it does so after all migrations)."""
    action, model = code.split("_")
    type_, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="timeline", model=model)
    named = {"name": f"Can {action} {'time expression' if model == 'timex' else model}"}
    permissions = apps.get_model("auth", "Permission").objects
    return permissions.get_or_create(codename=code, content_type=type_, defaults=named)[0]


def drop_groups(apps: Any, editor: Any) -> None:
    apps.get_model("auth", "Group").objects.filter(name__in=GROUPS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("timeline", "0005_access"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, drop_groups)]
