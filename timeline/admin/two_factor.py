"""The door of the desk with its second factor, and the page where one is set up or given up."""

from base64 import b32encode
from collections.abc import Callable
from typing import Any

import segno
from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django_otp import devices_for_user, login, match_token, user_has_device

from timeline import services

ASKED = "Type the six digits that your device shows now, or one of your recovery codes."


class DoorForm(AdminAuthenticationForm):
    """A name, a password, and the digits of the device where the name has one."""

    token = forms.CharField(
        required=False, label="Code", widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "size": 12})
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        user = self.get_user()
        if user is not None and user_has_device(user):
            user.otp_device = match_token(user, "".join(values.get("token", "").split()))
            if user.otp_device is None:
                raise ValidationError(ASKED)
        return values


@login_required(login_url="admin:login")
def two_factor(request: HttpRequest) -> HttpResponse:
    """Set up a second factor for oneself, or give it up."""
    fault, codes = "", []
    token = request.POST.get("token", "")
    try:
        if request.POST.get("do") == "begin":
            codes = services.confirm_two_factor(user=request.user, token=token)
            login(request, next(iter(devices_for_user(request.user))))
        elif request.POST.get("do") == "end":
            services.end_two_factor(user=request.user, token=token)
    except ValidationError as error:
        fault = " ".join(error.messages)
    has_one = user_has_device(request.user)
    context = {
        **admin.site.each_context(request),
        "title": "Two-factor sign-in",
        "has_one": has_one,
        "fault": fault,
        "codes": codes,
        "required": settings.TWO_FACTOR,
        **({} if has_one else _new_device(request)),
    }
    return TemplateResponse(request, "admin/timeline/two_factor.html", context, status=400 if fault else 200)


def _new_device(request: HttpRequest) -> dict[str, str]:
    """The secret of the device to be set up, in letters and as a picture."""
    device = services.begin_two_factor(user=request.user)
    picture = segno.make(device.config_url).svg_data_uri(scale=5, border=2, light="white")
    return {"secret": b32encode(device.bin_key).decode(), "picture": picture}


def required(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: where TWO_FACTOR is set, who has a place at the desk sets a second factor up before anything else."""

    def answer(request: HttpRequest) -> HttpResponse:
        user = request.user
        if not settings.TWO_FACTOR or not user.is_authenticated or not user.is_staff or user.is_verified():
            return get_response(request)
        open_ones = {reverse(name) for name in ("two_factor", "admin:login", "admin:logout", "health")}
        if request.path in open_ones or request.path.startswith(f"/{settings.STATIC_URL.lstrip('/')}"):
            return get_response(request)
        if not user_has_device(user):
            return HttpResponseRedirect(reverse("two_factor"))
        # A session from before the device was set up: the door asks for both.
        logout(request)
        return HttpResponseRedirect(reverse("admin:login"))

    return answer
