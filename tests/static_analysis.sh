#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# clang-tidy and cppcheck on headers and tools, and include-what-you-use on the headers: static_analysis.sh BUILD, the
# folder of a configured build, whose compile_commands.json is read.
set -eu
build=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
report=$build/static_analysis.log

check() {
  echo "$1"
  shift
  "$@" >"$report" 2>&1 </dev/null && return
  cat "$report"
  exit 1
}

check "clang-tidy" run-clang-tidy -quiet -j "$(nproc)" -p "$build" 'tools/.*\.cpp$|verify_interface_header_sets'

# A cast of bytes is how words are loaded; what stands in a generated header is a table.
check "cppcheck" cppcheck --quiet --std=c++20 --language=c++ --enable=warning,performance,portability \
  --inline-suppr --error-exitcode=1 -I include -I tools/errcat -I "$build/tools" tools include/errcat

# What a header uses and does not include itself. <iterator> and <string> stay out of catalog.hpp, which is measured:
# <string_view> brings what it uses of them.
missing=
for header in errcat/catalog errcat/json errcat/system_error ims/errors; do
  # Its status tells nothing. Where it has an opinion it says one of these.
  include-what-you-use -x c++ -std=c++20 -I include -Xiwyu --no_fwd_decls "include/$header.hpp" >"$report" 2>&1 || true
  if grep -q ' error: ' "$report" || ! grep -q -e 'should add these lines' -e 'has correct #includes' "$report"; then
    cat "$report"
    exit 1
  fi
  lines=$(sed -n '/should add these lines/,/^$/p' "$report" | sed -n 's/ *\/\/ for.*//; s/^#include //p' |
    case $header in
      errcat/catalog) grep -v -e '<iterator>' -e '<string>' ;;
      errcat/json) grep -v -e '<nlohmann/json_fwd.hpp>' -e '<initializer_list>' ;;
      *) cat ;;
    esac || true)
  [ -z "$lines" ] || missing="$missing
include/$header.hpp uses and does not include: $lines"
done
echo "include-what-you-use"
[ -z "$missing" ] || { echo "$missing" && exit 1; }
