#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Measures requests per second of the example server's error path and of a constant response of the same size, in five
# alternating runs, and prints the ratio of the medians. Usage: error_path.sh SERVER
set -eu
. "$(dirname "$0")/../ims_server/start.sh"
for run in 1 2 3 4 5; do
  for path in constant error; do
    rate=$(wrk -t 1 -c 16 -d 4 "$address/$path" | awk '/^Requests\/sec/ { print $2 }')
    echo "run $run, /$path: $rate requests/s"
    echo "$rate" >>"$work/$path"
  done
done
median() { sort -n "$1" | sed -n 3p; }
awk -v e="$(median "$work/error")" -v c="$(median "$work/constant")" 'BEGIN { printf "medians: error %s, constant %s, ratio %.3f\n", e, c, e / c }'
kill "$pid"
wait "$pid"
