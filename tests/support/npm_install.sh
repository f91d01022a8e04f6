# SPDX-License-Identifier: Apache-2.0
# Sourced by tests that need packages of npm: installs those of $source/package.json in the current folder. Where that
# is not possible it prints "skipped: ...", which CTest understands, and ends the test.
for needed in node npm; do
  if ! command -v "$needed" >/dev/null; then
    echo "skipped: $needed is not installed"
    exit 0
  fi
done
if ! cmp -s "$source/package.json" package.json; then
  cp "$source/package.json" .
  if ! npm install --no-save --no-package-lock --no-audit --no-fund >npm.log 2>&1; then
    rm package.json
    cat npm.log
    echo "skipped: npm cannot install the packages of $source/package.json"
    exit 0
  fi
fi
