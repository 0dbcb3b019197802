"""The browser of the browser tests."""

from tests.browser.conftest import browser as browser
from tests.browser.conftest import django_beside_playwright as django_beside_playwright
