#!/bin/sh
# Looks the packages of requirements.txt up in a database of known faults; fails where one has any. Where the tool or
# its data cannot be reached it says so, and is no failure: nothing is known then, neither good nor bad.
#   sh tests/audit.sh BIN      (BIN: the bin folder of the virtual environment)
set -u
TOOLS=$(mktemp -d "${TMPDIR:-/tmp}/timeline-audit.XXXXXX")
trap 'rm -rf "$TOOLS"' EXIT

# In an environment of its own, so that the tool's packages are not the site's.
if ! { "$1/python" -m venv "$TOOLS/venv" && "$TOOLS/venv/bin/pip" install -qq --disable-pip-version-check pip-audit==2.10.1; } \
  >"$TOOLS/said" 2>&1; then
  echo "The packages were NOT audited: pip-audit could not be installed."
  exit 0
fi
"$TOOLS/venv/bin/pip-audit" --requirement requirements.txt --disable-pip --no-deps --timeout 10 --progress-spinner off >"$TOOLS/said" 2>&1
CODE=$?
if [ "$CODE" != 0 ] && grep -qiE "ConnectionError|Max retries|timed out|ServiceError|HTTPError|unreachable|Traceback" "$TOOLS/said"; then
  echo "The packages were NOT audited: the audit's data could not be reached."
  exit 0
fi
# A package registry that is not PyPI itself may know the packages and nothing of their faults.
UNKNOWN=$(grep -c "could not be audited" "$TOOLS/said")
if [ "$CODE" = 0 ] && [ "$UNKNOWN" -gt 0 ]; then
  echo "$UNKNOWN of $(grep -c == requirements.txt) packages were NOT audited: the audit's data could not be reached for them."
  exit 0
fi
cat "$TOOLS/said"
exit "$CODE"
