#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Starts the example server, asks it three things that it refuses, shows what ims-explain makes of the answers, and ends
# it. Usage: demo.sh SERVER IMS-EXPLAIN
set -eu
server=$1
explain=$2
work=$(mktemp -d)
"$server" >"$work/address" &
pid=$!
trap 'kill "$pid" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 100); do
  [ -s "$work/address" ] && break
  sleep 0.05
done
read -r address <"$work/address"

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
