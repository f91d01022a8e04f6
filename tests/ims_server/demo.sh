#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Starts the example server, asks it three things that it refuses, shows what ims-explain makes of the answers, and ends
# it. Usage: demo.sh SERVER IMS-EXPLAIN
set -eu
explain=$2
. "$(dirname "$0")/start.sh"

ask() {
  printf '\n$ curl %s\n' "$*"
  curl -sS -H 'X-Auth-Token: token-a' -w '\n' "$@" | tee "$work/answer"
  "$explain" <"$work/answer"
}
echo "The example server listens on a free port."
cd "$work"
ask -X POST -d '{"name":"web","instance_id":"stopped","type":"imagetype"}' "$address/v2/cloudimages/action"
ask -X POST -d '{"name":"web","instance_id":"running"}' "$address/v2/cloudimages/action"
ask -X DELETE "$address/v2/images/none"
kill "$pid"
wait "$pid"
echo
echo "The server has ended."
