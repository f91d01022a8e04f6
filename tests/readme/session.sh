#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs the commands of the README's console blocks (lines that begin with "$ ") in a scratch folder and fails if their
# output differs from the README. Usage: session.sh README FOLDER PATH-OF-THE-TOOLS
set -eu
readme=$1
work=$2
PATH=$3:$PATH
rm -rf "$work"
mkdir -p "$work"
cp "$(dirname "$0")"/page-*.md "$work"
awk '/^```console$/ { inside = 1; next } /^```$/ { inside = 0 } inside' "$readme" >"$work/expected"
awk -v q="'" '/^\$ / { line = $0; gsub(q, q "\\" q q, line); print "printf \"%s\\n\" " q line q; print substr($0, 3) }' \
  "$work/expected" >"$work/commands"
cd "$work"
sh ./commands >printed 2>&1 || true # commands may fail; their messages are compared
test -s expected
diff expected printed
