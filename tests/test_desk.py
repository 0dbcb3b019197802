"""The first page of the desk: where one goes on, and only with what one may see."""

from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.pages import inline_code
from timeline import services


def first_page(client):
    return client.get(reverse("admin:index"))


def test_the_dossiers_come_first_each_with_its_ways(dossier, edo):
    answer = first_page(edo)
    told = answer.content.decode()
    for name in ("timeline_dossier_import", "timeline_dossier_changes"):
        assert reverse(f"admin:{name}", args=[dossier.pk]) in told
    assert told.index("Where to go on") < told.index("Authentication and Authorization")
    assert inline_code(answer) == []


def test_the_tables_of_other_packages_come_last(edo):
    apps = [app["app_label"] for app in first_page(edo).context["app_list"]]
    assert apps[:2] == ["timeline", "auth"]
    assert set(apps[2:]) >= {"axes", "otp_totp"}


def test_a_dossier_one_may_not_see_is_not_there(dossier):
    services.edit_dossier(dossier=dossier, changes={"access": "named"})
    one = User.objects.create_user("one", is_staff=True)
    one.groups.add(Group.objects.get(name="editor"))
    client = Client()
    client.force_login(one)
    assert dossier.title not in first_page(client).content.decode()


def test_a_viewer_is_offered_no_way_she_may_not_go(dossier):
    one = User.objects.create_user("one", is_staff=True)
    one.groups.add(Group.objects.get(name="viewer"))
    client = Client()
    client.force_login(one)
    told = first_page(client).content.decode()
    assert reverse("admin:timeline_dossier_import", args=[dossier.pk]) not in told
    assert reverse("admin:timeline_dossier_add") not in told
    assert reverse("admin:timeline_dossier_changes", args=[dossier.pk]) in told


def test_many_dossiers_cost_no_more_queries(edo, django_assert_max_num_queries):
    for number in range(20):
        factories.dossier(title=f"D{number}", slug=f"d{number}")
    with django_assert_max_num_queries(12):
        assert first_page(edo).status_code == 200
