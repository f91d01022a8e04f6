#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the Debian packages of a build folder, installs them in a fresh Debian 12 root, and there builds and runs the
# README's program with g++ alone and the consumer's project with CMake. Usage, as root: packages.sh BUILD
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

(cd "$build" && rm -f ./*.deb && cpack >/dev/null)
lintian --fail-on error "$build"/*.deb

# The README's first way of installing, with CMake and a compiler only.
mmdebstrap --quiet --dpkgopt=force-unsafe-io --variant=apt --include=cmake,g++,make bookworm "$work/root"
mkdir "$work/root/errcat"
git -C "$here/../.." archive HEAD | tar -x -C "$work/root/errcat"
cp -R "$here/headers" "$work/root/headers"
chroot "$work/root" sh -euc '
  cd errcat
  cmake --workflow --preset headers && cmake --install build/headers --prefix /opt/errcat
  cmake -S /headers -B /headers/build -D CMAKE_PREFIX_PATH=/opt/errcat
  cmake --build /headers/build && /headers/build/program' >"$work/log" 2>&1 || { cat "$work/log" && exit 1; }

mkdir "$work/root/packages"
cp "$build"/*.deb "$work/root/packages"
chroot "$work/root" sh -c 'apt-get update && apt-get install -y --no-install-recommends /packages/*.deb' >"$work/log" 2>&1 ||
  { cat "$work/log" && exit 1; }

cp "$build/tests/readme/readme.cpp" "$build/tests/readme/readme.txt" "$work/root"
chroot "$work/root" sh -euc '
  g++ -std=c++20 readme.cpp -o readme
  ./readme | diff readme.txt -
  ims-explain IMG.0024
  errcat explain -c /usr/share/errcat/catalogs IMG.0024 # without /proc, it does not know where it is installed
  errcat --version
  [ -s /usr/share/man/man1/errcat-explain.1.gz ]'

# The consumer's project finds the package and the generator.
chroot "$work/root" apt-get install -y --no-install-recommends ninja-build pkg-config >"$work/log" 2>&1 ||
  { cat "$work/log" && exit 1; }
cp -R "$here/consumer" "$work/root/consumer"
chroot "$work/root" sh -euc '
  [ "$(pkg-config --modversion errcat)" = "$(errcat --version | cut -d " " -f 2)" ]
  cmake -G Ninja -S consumer -B consumer/build >/dev/null
  cmake --build consumer/build >/dev/null
  consumer/build/consumer'

echo "the packages work in a fresh root"
