#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes the Debian packages of a build and installs them in a fresh Debian 12 root with g++ and nothing else, where the
# README's program and the consumer's project must build and run: packages.sh BUILD, as root.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

(cd "$build" && rm -f ./*.deb && cpack >/dev/null)
lintian --fail-on error "$build"/*.deb

mmdebstrap --quiet --variant=apt --include=g++ bookworm "$work/root"
mkdir "$work/root/packages"
cp "$build"/*.deb "$work/root/packages"
chroot "$work/root" sh -c 'apt-get update && apt-get install -y --no-install-recommends /packages/*.deb' >"$work/log" 2>&1 ||
  { cat "$work/log" && exit 1; }

cp "$build/tests/readme/readme.cpp" "$build/tests/readme/readme.txt" "$work/root"
chroot "$work/root" sh -euc '
  g++ -std=c++20 readme.cpp -o readme
  ./readme | diff readme.txt -
  ims-explain IMG.0024
  errcat --version
  [ -s /usr/share/man/man1/errcat.1.gz ]'

# With CMake too, the consumer finds the package and the generator.
chroot "$work/root" apt-get install -y --no-install-recommends cmake ninja-build pkg-config >"$work/log" 2>&1 ||
  { cat "$work/log" && exit 1; }
cp -R "$here/consumer" "$work/root/consumer"
chroot "$work/root" sh -euc '
  [ "$(pkg-config --modversion errcat)" = "$(errcat --version | cut -d " " -f 2)" ]
  cmake -G Ninja -S consumer -B consumer/build >/dev/null
  cmake --build consumer/build >/dev/null
  consumer/build/consumer'
echo "the packages work in a fresh root"
