"""A second factor for who wants one: a device that shows six digits, and codes for the day it is lost."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django_otp import match_token
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

RECOVERY_CODES = 10
WRONG = "This is not what the device shows now. Type the six digits before they change."


def begin_two_factor(*, user: Any) -> TOTPDevice:
    """The user's device that waits for its first six digits, made where there is none."""
    found, _ = TOTPDevice.objects.get_or_create(user=user, confirmed=False, defaults={"name": "device"})
    return found


@transaction.atomic
def confirm_two_factor(*, user: Any, token: str) -> list[str]:
    """Ask for the device from now on; the recovery codes, told once. ValidationError for other digits than it shows."""
    device = begin_two_factor(user=user)
    if not device.verify_token(_digits(token)):
        raise ValidationError(WRONG)
    device.confirmed = True
    device.save()
    spare, _ = StaticDevice.objects.get_or_create(user=user, defaults={"name": "recovery codes"})
    spare.token_set.all().delete()
    codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=spare, token=code) for code in codes)
    return codes


def end_two_factor(*, user: Any, token: str) -> None:
    """Ask for no device any more. ValidationError without its digits or a recovery code."""
    if match_token(user, _digits(token)) is None:
        raise ValidationError(WRONG)
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()


def _digits(token: str) -> str:
    return "".join(token.split())
