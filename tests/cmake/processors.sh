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

mmdebstrap --quiet --dpkgopt=force-unsafe-io --variant=apt --architectures="amd64,$(echo "$*" | tr ' ' ',')" \
  --include=cmake,ninja-build,nlohmann-json3-dev,qemu-user-static bookworm "$root"
chroot "$root" apt-get update >"$work/log" 2>&1 || { cat "$work/log" && exit 1; }
mkdir "$root/errcat"
git -C "$here/../.." archive HEAD | tar -x -C "$root/errcat"

processor_of() {
  case $1 in
    arm64) echo aarch64 ;;
    *) echo "$1" ;;
  esac
}

for architecture in "$@"; do
  processor=$(processor_of "$architecture")
  # The libraries of the other processor take the place of those before.
  chroot "$root" apt-get install -y --no-install-recommends "g++-$processor-linux-gnu" \
    "catch2:$architecture" "libyaml-cpp-dev:$architecture" >"$work/log" 2>&1 || { cat "$work/log" && exit 1; }
  chroot "$root" sh -euc "
    cd errcat
    cmake --preset library -B build/$architecture -D CMAKE_CXX_FLAGS_DEBUG=-O1 -D CMAKE_SYSTEM_NAME=Linux \
      -D CMAKE_SYSTEM_PROCESSOR=$processor -D CMAKE_CXX_COMPILER=$processor-linux-gnu-g++ \
      -D CMAKE_CROSSCOMPILING_EMULATOR=/usr/bin/qemu-$processor-static
    cmake --build build/$architecture --target errcat_library_tests" >"$work/log" 2>&1 || { cat "$work/log" && exit 1; }
done

# Side by side; without the test that measures time. The test that reads img.yaml must be there.
run_tests() {
  log=$work/$1.log
  run="qemu-$(processor_of "$1")-static /errcat/build/$1/tests/library/errcat_library_tests"
  # shellcheck disable=SC2086 # words of a command
  if chroot "$root" $run --list-tests | tee "$log" | grep -q 'equals that in img.yaml' &&
    chroot "$root" $run '~the time of reading*' >"$log"; then
    echo "$1: $(tail -n 2 "$log" | tr -d '\n')"
  else
    cat "$log"
    return 1
  fi
}
running=
for architecture in "$@"; do
  run_tests "$architecture" &
  running="$running $!"
done
failed=0
for each in $running; do
  wait "$each" || failed=1
done
exit $failed
