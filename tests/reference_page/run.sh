#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs a program of this folder, in the current one, with playwright-core, which it installs there.
# Usage: run.sh PROGRAM [ARGUMENT]... Where something is missing it prints "skipped: ...", which CTest understands.
set -eu
source=$(cd "$(dirname "$0")" && pwd)
for needed in node npm chromium; do
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
    echo "skipped: npm cannot install playwright-core"
    exit 0
  fi
fi
program=$1
shift
exec node "$source/$program" "$@"
