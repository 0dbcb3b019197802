"""A second factor is for who wants one, and where the site asks for it, for everybody at the desk."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.pages import inline_code
from timeline import services

PASSWORD = "editor-4-ever"
DOOR, PAGE, DESK = "/admin/login/", "/admin/two-factor/", "/admin/"


def shown(user):
    """What the user's device shows now; asked again at once it is refused, so the last use is forgotten."""
    TOTPDevice.objects.filter(user=user).update(last_t=-1, throttling_failure_count=0)
    return f"{totp(TOTPDevice.objects.get(user=user).bin_key):06}"


def enter(password=PASSWORD, token=""):
    client = Client()
    answer = client.post(DOOR, {"username": "edo", "password": password, "token": token, "next": DESK})
    return answer.status_code == 302


@pytest.fixture
def codes(edo):
    """Edo has set up a device; the recovery codes."""
    services.begin_two_factor(user=edo.user)
    return services.confirm_two_factor(user=edo.user, token=shown(edo.user))


def test_who_has_no_device_needs_a_password_only(edo):
    assert enter()
    assert not enter("wrong")


def test_a_device_is_set_up_with_its_first_digits(edo):
    page = edo.get(PAGE)
    assert inline_code(page) == []
    assert "data:image/svg+xml" in page.content.decode()
    assert edo.post(PAGE, {"do": "begin", "token": "12"}).status_code == 400
    assert enter()
    told = edo.post(PAGE, {"do": "begin", "token": shown(edo.user)}).content.decode()
    assert told.count("<li><code>") == 10
    assert edo.get(DESK).status_code == 200


def test_then_the_password_alone_opens_nothing(edo, codes):
    assert not enter()
    assert not enter(token="000000")
    assert not enter("wrong", shown(edo.user))
    assert enter(token=shown(edo.user))


def test_digits_are_good_once(edo, codes):
    digits = shown(edo.user)
    assert enter(token=digits)
    assert not enter(token=digits)


def test_a_recovery_code_is_good_once(edo, codes):
    assert enter(token=codes[0])
    assert not enter(token=codes[0])
    # A wrong code is followed by a pause.
    StaticDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    assert enter(token=codes[1])


def test_it_is_given_up_with_its_digits_only(edo, codes):
    assert edo.post(PAGE, {"do": "end", "token": "000000"}).status_code == 400
    assert not enter()
    edo.post(PAGE, {"do": "end", "token": shown(edo.user)})
    assert enter()


def test_where_the_site_asks_for_it_nobody_at_the_desk_gets_past_it(edo, ada, dossier, settings):
    settings.TWO_FACTOR = True
    for address in (DESK, "/", f"/{dossier.slug}/", reverse("admin:timeline_dossier_changelist")):
        assert edo.get(address)["Location"] == PAGE
    assert edo.get(PAGE).status_code == 200
    edo.post(PAGE, {"do": "begin", "token": shown(edo.user)})
    assert edo.get(DESK).status_code == 200
    assert ada.get(f"/{dossier.slug}/").status_code == 200


def test_a_session_from_before_is_sent_to_the_door(edo, codes, settings):
    settings.TWO_FACTOR = True
    assert edo.get(DESK)["Location"] == DOOR
    assert edo.get(DOOR).status_code == 200


def test_nobody_sets_one_up_for_nobody(db):
    assert Client().get(PAGE).status_code == 302
    assert not User.objects.exists()
