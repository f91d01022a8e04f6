#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs huaweicloud.mjs against a server with the core of the cloud's SDK for Node, which it installs in the current
# folder. Usage: huaweicloud.sh SERVER. Where something is missing it prints "skipped: ...", which CTest understands.
set -eu
source=$(cd "$(dirname "$0")" && pwd)
for needed in node npm; do
  if ! command -v "$needed" >/dev/null; then
    echo "skipped: $needed is not installed"
    exit 0
  fi
done
if ! cmp -s "$source/package.json" package.json; then
  cp "$source/package.json" .
  if ! npm install --no-save --no-package-lock --no-audit --no-fund >npm.log 2>&1; then
    rm package.json
    cat npm.log
    echo "skipped: npm cannot install @huaweicloud/huaweicloud-sdk-core"
    exit 0
  fi
fi
cp "$source/huaweicloud.mjs" . # where node finds what is installed here
. "$source/../start.sh"
node huaweicloud.mjs "$address"
