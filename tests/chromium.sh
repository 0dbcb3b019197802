#!/bin/sh
# A Chromium for the tests in tests/browser: the one that is there, else one installed, else one line on how.
# BIN is the bin folder of the virtual environment.
set -u
BIN=${BIN:-.venv/bin}

for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null && exit 0
done
"$BIN/python" - <<'EOF' && exit 0
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    sys.exit(not pathlib.Path(playwright.chromium.executable_path).exists())
EOF
echo "Installing Chromium for the browser tests …"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } \
    >/dev/null && exit 0
fi
"$BIN/playwright" install chromium && exit 0
echo "The browser tests need Chromium: install your system's package (chromium), or run $BIN/playwright install chromium" >&2
exit 1
