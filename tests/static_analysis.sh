#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs clang-tidy and cppcheck on the headers and the tools, and include-what-you-use on the headers. Usage:
# static_analysis.sh BUILD, a configured build folder with compile_commands.json.
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

# In a unity build several sources are read as one, which takes half the time.
check "clang-tidy" run-clang-tidy -quiet -j "$(nproc)" -p "$build" 'tools/.*\.c(pp|xx)$|verify_interface_header_sets'

# Newer versions of cppcheck report an information as an error: that they do not follow every branch.
check "cppcheck" cppcheck --quiet --std=c++20 --language=c++ --enable=warning,performance,portability \
  --inline-suppr --suppress=normalCheckLevelMaxBranches --error-exitcode=1 -I include -I tools/errcat -I tools/support \
  -I "$build/tools" tools include/errcat

# Headers that are used but not included directly. <errcat/catalog.hpp> exports <errcat/detail/table.hpp>. To keep
# including <ims/errors.hpp> cheap, <iterator> and <string> stay out of it: <string_view> provides what is used of them.
missing=
for header in $(cd include && find . -name '*.hpp' | sed 's|^[.]/||' | sort); do
  # The exit status means nothing. With a result, the output has one of the two sentences.
  include-what-you-use -x c++ -std=c++20 -I include -Xiwyu --no_fwd_decls "include/$header" >"$report" 2>&1 || true
  if grep -q ' error: ' "$report" || ! grep -q -e 'should add these lines' -e 'has correct #includes' "$report"; then
    cat "$report"
    exit 1
  fi
  lines=$(sed -n '/should add these lines/,/^$/p' "$report" | sed -n 's/ *\/\/ for.*//; s/^#include //p' |
    case $header in
      errcat/catalog.hpp | errcat/detail/table.hpp) grep -v -e '<iterator>' -e '<string>' ;;
      errcat/json.hpp | errcat/error_response.hpp)
        # Of nlohmann_json; of std::move, std::vector and std::map.
        grep -v -e '<nlohmann/json_fwd.hpp>' -e '<nlohmann/detail/' -e '<initializer_list>' -e '<type_traits>' \
          -e '<memory>' -e '"errcat/detail/table.hpp"' ;;
      *) grep -v -e '"errcat/detail/table.hpp"' ;;
    esac || true)
  [ -z "$lines" ] || missing="$missing
include/$header uses but does not include: $lines"
done
echo "include-what-you-use"
[ -z "$missing" ] || { echo "$missing" && exit 1; }
