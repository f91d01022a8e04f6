#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs test.mjs in the current folder. Usage: run.sh ERRCAT CATALOG... Where something is missing it prints
# "skipped: ...", which CTest understands.
set -eu
source=$(cd "$(dirname "$0")" && pwd)
. "$source/../support/npm_install.sh"
cp "$source/test.mjs" "$source/api.yaml" . # where node finds what is installed here
exec node test.mjs "$@"
