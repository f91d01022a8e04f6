#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Gives the tools files of up to 1 GB, cells of 300 MB, 10 million rows and pages that expand, in 8 GB of memory:
# large_input.sh BUILD. Prints status, time and the last message of each; exit status 1 if one has another end than a
# result or a message.
set -eu
build=$(cd "$1" && pwd)/tools
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
ulimit -v 8000000
failed=0

try() {
  begin=$(date +%s)
  status=0
  timeout --signal=KILL 900 "$@" >out 2>err || status=$?
  printf '%d %4d s  %-40s %s\n' "$status" $(($(date +%s) - begin)) "$(echo "$*" | sed "s|$build/||" | cut -c1-40)" \
    "$(tail -1 err | cut -c1-100)"
  [ "$status" -le 2 ] || failed=1
  [ "$status" = 0 ] || [ -s err ] || failed=1
}

fill() { head -c "$1" /dev/zero | tr '\0' x; }
lines() { seq "$1" | sed "s|.*|$2|"; } # & is the number
check() { try "$build/errcat" check "$@"; }

start='namespace: n\nprefix: P\nsource: s\nerrors:\n'
row='- {code: P.&, name: n&, status: 400, message: M.}'
head='code,name,status,message,description,handling_measure'
options='--namespace n --prefix P --source s'
for size in 200000000 300000000 1000000000; do
  { echo "$head" && printf 'P.1,one,400,' && fill $size && echo '.,D.,H.'; } >cell.csv
  check cell.csv $options
  rm -f cell.csv
  { printf "$start"'- {code: P.1, name: one, status: 400, message: ' && fill $size && echo '.}'; } >cell.yaml
  check cell.yaml
  rm -f cell.yaml
done
{ echo "$head" && printf 'P.1,one,400,' && fill 100000000 && echo '.,D.,H.'; } >cell.csv
try "$build/errcat" generate cell.csv $options -o cell.hpp
try "$build/errcat" generate cell.csv $options -o cell.json
rm -f cell.*

for rows in 1000000 10000000; do
  { echo "$head" && lines $rows 'P.&,n&,400,M.,,'; } >rows.csv
  check rows.csv $options
  try "$build/errcat" generate rows.csv $options -o rows.hpp
  rm -f rows.*
  { printf "$start" && lines $rows "$row"; } >rows.yaml
  check rows.yaml
  rm -f rows.*
  { echo '<table><tr><th>Code</th><th>Message</th></tr>' && lines $rows '<tr><td>P.&<td>M.</tr>' &&
    echo '</table>'; } >rows.html
  try "$build/errcat" import rows.html -o rows.yaml --time-limit 600
  rm -f rows.*
done
lines 1000000 'IMG.& failed' >log
try "$build/ims-explain" log
fill 1000000000 >log
try "$build/ims-explain" log
try "$build/errcat" used "$(dirname "$build")/../../tools/catalogs/img.yaml" log
rm -f log

for span in colspan rowspan; do
  echo "<table><tr><th>Code</th><th>Message</th></tr><tr><td>P.1</td><td $span=1000000000>M.</td></tr></table>" >span.html
  try "$build/errcat" import span.html -o span.yaml
  rm -f span.*
done
exit $failed
