#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the tests of the library for other processors and runs them under qemu: s390x has its bytes in the other order,
# arm64 an unsigned char. yaml-cpp reads img.yaml there, so that the table is not compared by errcat's code alone. Usage,
# as root: processors.sh [ARCHITECTURE...]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ $# -gt 0 ] || set -- s390x arm64
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root

mmdebstrap --quiet --variant=apt --architectures="amd64,$(echo "$*" | tr ' ' ',')" \
  --include=cmake,ninja-build,nlohmann-json3-dev,qemu-user-static bookworm "$root"
chroot "$root" apt-get update >"$work/log" 2>&1 || { cat "$work/log" && exit 1; }
mkdir "$root/errcat"
git -C "$here/../.." archive HEAD | tar -x -C "$root/errcat"

for architecture in "$@"; do
  case $architecture in
    arm64) processor=aarch64 ;;
    *) processor=$architecture ;;
  esac
  # The libraries of the other processor take the place of those before.
  chroot "$root" apt-get install -y --no-install-recommends "g++-$processor-linux-gnu" \
    "catch2:$architecture" "libyaml-cpp-dev:$architecture" >"$work/log" 2>&1 || { cat "$work/log" && exit 1; }
  chroot "$root" sh -euc "
    cd errcat
    cmake --preset library -B build/$architecture -D CMAKE_SYSTEM_NAME=Linux -D CMAKE_SYSTEM_PROCESSOR=$processor \
      -D CMAKE_CXX_COMPILER=$processor-linux-gnu-g++ -D CMAKE_CROSSCOMPILING_EMULATOR=/usr/bin/qemu-$processor-static
    cmake --build build/$architecture --target errcat_library_tests" >"$work/log" 2>&1 || { cat "$work/log" && exit 1; }
  program=/errcat/build/$architecture/tests/library/errcat_library_tests
  # Without the test that measures time. The test that reads img.yaml must be there.
  chroot "$root" "qemu-$processor-static" "$program" --list-tests | grep -q 'equals that in img.yaml'
  chroot "$root" "qemu-$processor-static" "$program" '~the time of reading*' >"$work/log" || { cat "$work/log" && exit 1; }
  echo "$architecture: $(tail -n 2 "$work/log" | tr -d '\n')"
done
