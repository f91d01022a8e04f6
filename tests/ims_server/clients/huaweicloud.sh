#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs huaweicloud.mjs against a server with the core of the cloud's SDK for Node, which it installs in the current
# folder. Usage: huaweicloud.sh SERVER. Where something is missing it prints "skipped: ...", which CTest understands.
set -eu
source=$(cd "$(dirname "$0")" && pwd)
. "$source/../../support/npm_install.sh"
cp "$source/huaweicloud.mjs" . # where node finds what is installed here
. "$source/../start.sh"
node huaweicloud.mjs "$address"
