#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs a program of this folder, in the current one, with playwright-core, which it installs there.
# Usage: run.sh PROGRAM [ARGUMENT]... Where something is missing it prints "skipped: ...", which CTest understands.
set -eu
source=$(cd "$(dirname "$0")" && pwd)
if ! command -v chromium-headless-shell >/dev/null; then
  echo "skipped: chromium-headless-shell is not installed"
  exit 0
fi
. "$source/../support/npm_install.sh"
program=$1
shift
exec node "$source/$program" "$@"
