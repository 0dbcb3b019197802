"""Forms of a page as a browser would send them: read from the HTML, changed, posted."""

from html.parser import HTMLParser


class _Fields(HTMLParser):
    """The values a form would send, and what the page must not hold under its content security policy."""

    def __init__(self):
        super().__init__()
        self.values, self.inline = {}, []
        self._select = self._area = None
        self._text = ""

    def handle_starttag(self, tag, attributes):
        have = dict(attributes)
        self.inline += [f"{tag} {name}" for name in have if name.startswith("on") or name == "style"]
        if (tag == "script" and "src" not in have and have.get("type") != "application/json") or tag == "style":
            self.inline.append(tag)
        if tag == "input" and have.get("name") and have.get("type") not in ("submit", "file", "search"):
            if have.get("type") not in ("checkbox", "radio") or "checked" in have:
                self.values[have["name"]] = have.get("value", "on" if have.get("type") == "checkbox" else "")
        elif tag == "select":
            self._select = have.get("name")
        elif tag == "option" and self._select and ("selected" in have or self._select not in self.values):
            self.values[self._select] = have.get("value", "")
        elif tag == "textarea":
            self._area, self._text = have.get("name"), ""

    def handle_data(self, data):
        if self._area:
            self._text += data

    def handle_endtag(self, tag):
        if tag == "select":
            self._select = None
        elif tag == "textarea" and self._area:
            self.values[self._area] = self._text.removeprefix("\n")
            self._area = None


def _parsed(response):
    fields = _Fields()
    fields.feed(response.content.decode())
    return fields


def fields_of(response):
    """The names and values of the page's form fields."""
    values = _parsed(response).values
    return {name: value for name, value in values.items() if "__prefix__" not in name}


def inline_code(response):
    """Scripts, handlers and styles written into the page itself."""
    return _parsed(response).inline


def submit(client, address, expect_errors=False, **changes):
    """Open a page, change fields of its form and send it; double underscores in names stand for hyphens."""
    page = client.get(address)
    assert page.status_code == 200, (address, page.status_code)
    values = fields_of(page)
    changes = {name.replace("__", "-"): value for name, value in changes.items()}
    unknown = set(changes) - set(values) - {"_save"}
    assert not unknown, (unknown, sorted(values))
    answer = client.post(address, {**values, **changes, "_save": "Save"}, follow=not expect_errors)
    assert answer.status_code == 200, answer.status_code
    return answer
