#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs the README's two commands on a fresh system of a Debian release, with the last commit and nothing installed but
# sudo, and prints the time that each takes; from Debian 13 on, a project also imports the modules with clang++. As root:
# debian.sh RELEASE [USER...], such as debian.sh trixie root. Each user has a system of its own; without one, it is `root`
# and then `somebody`, who has sudo. The user `dev` runs other commands of tests/README.md.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

# In namespaces of its own: what it mounts and starts goes away with it.
if [ "${ERRCAT_UNSHARED-}" != yes ]; then
  ERRCAT_UNSHARED=yes exec unshare --mount --pid --fork --kill-child "$0" "$@"
fi
release=$1
shift
[ $# -gt 0 ] || set -- root somebody

work=$(mktemp -d)
root=$work/root
clean_up() {
  for folder in proc dev/pts dev/shm; do
    ! mountpoint -q "$root/$folder" || umount "$root/$folder"
  done
  rm -rf "$work"
}
trap clean_up EXIT

commands() {
  if [ "$1" = dev ]; then
    cat <<'COMMANDS'
tools/setup.sh dev && cmake --workflow --preset test
cmake --workflow --preset sanitize
cmake --workflow --preset thread
cmake --workflow --preset coverage
tests/static_analysis.sh build/sanitize
python3 tests/cmake/compilers/run.py build/test
cmake --preset fuzz && cmake --build --preset fuzz && tests/fuzz/run.sh 3
COMMANDS
  else
    cat <<'COMMANDS'
tools/setup.sh && cmake --workflow --preset demo
tools/setup.sh && cmake --workflow --preset test
COMMANDS
    # The test has imported the modules by g++, without JSON.
    [ "$release" = bookworm ] || cat <<'COMMANDS'
sudo apt-get install -y --no-install-recommends clang clang-tools
cmake -D source=$PWD -D work=$PWD/build/modules -D compiler=clang++ -P tests/cmake/modules/test.cmake
COMMANDS
  fi
}

failed=0
for user in "$@"; do
  # mmdebstrap makes a /dev with devices of its own. The tests need a pseudo-terminal.
  mmdebstrap --quiet --dpkgopt=force-unsafe-io --variant=apt --include=passwd,sudo "$release" "$root"
  mount -t proc proc "$root/proc"
  mkdir -p "$root/dev/pts" "$root/dev/shm"
  mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
  mount -t tmpfs tmpfs "$root/dev/shm"
  ln -sf pts/ptmx "$root/dev/ptmx"
  if [ "$user" != root ]; then
    chroot "$root" useradd --create-home --shell /bin/sh "$user"
    echo "$user ALL=(ALL) NOPASSWD: ALL" >"$root/etc/sudoers.d/$user"
  fi
  mkdir "$root/errcat"
  git -C "$here/../.." archive HEAD | tar -x -C "$root/errcat"
  chroot "$root" chown -R "$user" /errcat

  commands "$user" >"$work/commands"
  while read -r command; do
    start=$(date +%s)
    outcome=took
    chroot "$root" su - "$user" -c "cd /errcat && $command" >"$work/log" 2>&1 </dev/null || outcome='FAILED after'
    # These tests need the corpus or what only `setup.sh dev` and npm install.
    skipped=$(sed -n '/did not run:/,$p' "$work/log" | grep '(Skipped)' |
      grep -v -E ' - (clients:|csv-spectrum:|zsh|fish|corpus:|every program and|OpenAPI|the page) ' || true)
    if [ "$outcome" = took ] && [ -z "$skipped" ]; then
      grep 'tests passed' "$work/log" || true
    else
      outcome='FAILED after'
      cat "$work/log"
      failed=1
    fi
    echo "$release, $user: $command: $outcome $(($(date +%s) - start)) s"
  done <"$work/commands"
  for folder in proc dev/pts dev/shm; do umount "$root/$folder"; done
  rm -rf "$root"
done
exit $failed
