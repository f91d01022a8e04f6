#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs the packages for the demo and the tests on Debian or Ubuntu; with `dev` also those for CI and the benchmarks.
set -eu

packages="catch2 cmake curl g++ git help2man libboost-dev libcli11-dev libcsv-dev libkainjow-mustache-dev libutfcpp-dev
  libyaml-cpp-dev libyaml-dev make ninja-build nlohmann-json3-dev pandoc pkg-config python3-jsonschema python3-yaml"
case "${1-}" in
  "") ;;
  dev)
    packages="$packages bsdextrautils chromium-headless-shell clang clang-19 clang-format clang-tidy cppcheck
      dpkg-dev file fish fonts-dejavu-core g++-multilib gnuplot-nox gperf iwyu libbenchmark-dev libc++-19-dev
      libc++abi-19-dev libclang-rt-dev libcpp-httplib-dev libfmt-dev libpistache-dev lintian lld llvm man-db mmdebstrap
      python3-glanceclient python3-openstackclient valgrind wrk zsh"
    # Debian's npm conflicts with a node that was installed from elsewhere.
    command -v npm >/dev/null || packages="$packages nodejs npm"
    ;;
  *)
    echo "usage: tools/setup.sh [dev]" >&2
    exit 2
    ;;
esac

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "tools/setup.sh: apt not found; install the equivalents of these Debian packages: $packages" >&2
  exit 1
fi

missing=
for package in $packages; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" != 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "tools/setup.sh: not root and sudo not found; run as root: apt-get install$missing" >&2
    exit 1
  fi
  as_root=sudo
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
export DEBIAN_FRONTEND=noninteractive
echo "Installing$missing"
# shellcheck disable=SC2086 # a list of words
if ! { $as_root apt-get update && $as_root apt-get install -y --no-install-recommends $missing; } >"$log" 2>&1; then
  cat "$log" >&2
  exit 1
fi
