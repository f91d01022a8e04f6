#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs the fuzzing programs, which the presets `fuzz` and `sanitize` build, one on each processor: run.sh SECONDS
# [TARGET...]. Their corpora and crashing inputs are kept in the build folder. Exit status 1 if an input crashes a program.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=${ERRCAT_FUZZ_BUILD:-$here/../../build/fuzz}/tests/fuzz
all="body_template edit_yaml editions find generate parse_error_response read_csv read_pandoc read_yaml response_body round_trip scan search write_html"

seconds=${1-}
case $seconds in
  "" | *[!0-9]*)
    echo "usage: tests/fuzz/run.sh SECONDS [TARGET...], of $all" >&2
    exit 2
    ;;
esac
shift

# Several targets: this script for each of them.
# shellcheck disable=SC2086 # a list of words
[ $# -gt 0 ] || set -- $all
if [ $# -gt 1 ]; then
  printf '%s\n' "$@" | xargs -n 1 -P "$(nproc)" "$here/run.sh" "$seconds" || exit 1
  exit 0
fi

target=$1
if [ ! -x "$build/errcat_fuzz_$target" ]; then
  echo "run.sh: errcat_fuzz_$target not found; build it: cmake --preset fuzz && cmake --build --preset fuzz" >&2
  exit 2
fi
longest=4096
[ "$target" != find ] || longest=64 # codes are short
corpus=$build/corpus/$target
crashes=$build/crashes/$target
log=$build/$target.log
mkdir -p "$corpus" "$crashes"
cp "$here/corpus/$target/"* "$corpus"
set -- -max_total_time="$seconds" -max_len="$longest" -rss_limit_mb=2048 -timeout=10 -print_final_stats=1 \
  -artifact_prefix="$crashes/"
words=$here/$target.dict
[ "$target" != edit_yaml ] || words=$here/read_yaml.dict
[ ! -f "$words" ] || set -- "$@" -dict="$words"
before=$(find "$crashes" -type f | wc -l)
ended=0
"$build/errcat_fuzz_$target" "$@" "$corpus" >"$log" 2>&1 || ended=$?

figure() { sed -n "s/.*$1 *\([0-9][0-9]*\).*/\1/p" "$log" | tail -1; }
found=$(($(find "$crashes" -type f | wc -l) - before))
printf '%-22s %10s executions %8s/s %6s edges %5s inputs %2s crashes\n' "$target" \
  "$(figure 'number_of_executed_units:')" "$(figure 'average_exec_per_sec:')" "$(figure ' cov:')" \
  "$(find "$corpus" -type f | wc -l)" "$found"
[ "$ended" = 0 ] && [ "$found" = 0 ] && exit 0
echo "log: $log"
find "$crashes" -type f | sed 's/^/crashing input: /'
exit 1
