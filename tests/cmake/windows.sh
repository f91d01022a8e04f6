#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the tests of the headers and the table for Windows with MinGW-w64 and runs them under Wine, without the test that
# measures time and those that need yaml-cpp or fmt. Not in CI. Usage, as root: windows.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
root=$work/root
trap '! mountpoint -q "$root/proc" || umount "$root/proc"; rm -rf "$work"' EXIT

mmdebstrap --quiet --dpkgopt=force-unsafe-io --variant=apt \
  --include=catch2,g++-mingw-w64-x86-64-posix,make,nlohmann-json3-dev,wine64 bookworm "$root"
mkdir "$root/errcat"
git -C "$here/../.." archive HEAD | tar -x -C "$root/errcat"
version=$(sed -n 's/^  VERSION //p' "$here/../../CMakeLists.txt")

cat >"$root/errcat/Makefile" <<MAKE
sources = \$(addprefix tests/library/,catalog.cpp errors.cpp failure.cpp format_std.cpp hooks.cpp error_response.cpp \
  json.cpp printing.cpp system_error.cpp version.cpp) tests/support/table.cpp main.cpp
tests.exe: \$(sources:.cpp=.o) first.dll second.dll
	x86_64-w64-mingw32-g++-posix -static -o \$@ \$^
%.dll: tests/library/shared_libraries/%.o
	x86_64-w64-mingw32-g++-posix -static -shared -o \$@ \$^
%.o: %.cpp
	x86_64-w64-mingw32-g++-posix -std=c++20 -O1 -Wall -Wextra -Wa,-mbig-obj -Iinclude -Itests -Itests/data \
	  -isystem headers -DIMG_CATALOG='"tools/catalogs/img.yaml"' -DIMG_HEADER='"include/ims/errors.hpp"' \
	  -DIMG_CSV='"tests/data/img_error_codes.csv"' -DSCRATCH='"."' -DPROJECT_VERSION='"$version"' -c -o \$@ \$<
MAKE
printf '#define CATCH_CONFIG_MAIN\n#include <catch2/catch.hpp>\n' >"$root/errcat/main.cpp"
chroot "$root" sh -euc '
  cd errcat
  mkdir headers && ln -s /usr/include/catch2 /usr/include/nlohmann headers
  make -s -j"$(nproc)" tests.exe'
mount -t proc proc "$root/proc" # Wine finds its libraries by it
chroot "$root" sh -euc '
  cd errcat
  mkdir /wine
  WINEPREFIX=/wine WINEDEBUG=-all /usr/lib/wine/wine64 tests.exe "~the time of reading*"'
