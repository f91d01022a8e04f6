# SPDX-License-Identifier: Apache-2.0
# To be sourced: starts the server "$1", which prints its address when it listens, and sets `address`, `pid` and `work`,
# a folder for the caller's files; it also holds the log of requests. Everything is cleaned up when the shell exits.
work=$(mktemp -d)
"$1" >"$work/address" 2>"$work/log" &
pid=$!
trap 'kill "$pid" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 100); do
  [ -s "$work/address" ] && break
  sleep 0.05
done
read -r address <"$work/address"
