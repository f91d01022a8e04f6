#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Asks the example server with the commands `openstack` and `glance`: they work, and show the server's messages.
# Usage: openstack.sh SERVER. Where they are missing it prints "skipped: ...", which CTest understands.
set -eu
for needed in openstack glance; do
  if ! command -v "$needed" >/dev/null; then
    echo "skipped: $needed is not installed"
    exit 0
  fi
done
. "$(dirname "$0")/../start.sh"
failures=0

# expect STATUS TEXT COMMAND...: runs the command; its status is 0 or not, and it prints the text.
expect() {
  wanted=$1
  text=$2
  shift 2
  status=0
  printed=$("$@" 2>&1) || status=1
  printf '$ %s\n%s\n' "$*" "$printed"
  case "$status $printed" in
    "$wanted "*"$text"*) ;;
    *)
      echo "FAILED: expected status $wanted and '$text'"
      failures=$((failures + 1))
      ;;
  esac
}
openstack_() {
  openstack --os-auth-type admin_token --os-endpoint "$address/v2" --os-token "${token-token-a}" "$@"
}
glance_() {
  glance --os-image-url "$address" --os-auth-token "${token-token-a}" "$@"
}

expect 0 'from a backup' openstack_ image list
expect 0 "__imagetype='gold'" openstack_ image show public
expect 0 'from-iso' openstack_ image show 'from an ISO' -c id
expect 1 'No Image found for none' openstack_ image show none
expect 1 'The image in the request is protected.' openstack_ image delete protected
expect 0 '' openstack_ image delete plain
expect 1 'No Image found for plain' openstack_ image show plain
token=none expect 1 'The token is incorrect.' openstack_ image list

expect 0 'growing' glance_ image-list --page-size 3
expect 0 '| name             | from an ISO' glance_ image-show from-iso
expect 1 'The image does not exist.' glance_ image-show none
expect 0 '| name             | renamed' glance_ image-update --name renamed from-iso
expect 1 'The image name already exists.' glance_ image-update --name kept from-iso
expect 1 'The memory or disk size is invalid.' glance_ image-update --property max_ram=x from-iso
expect 1 'The public image cannot be deleted.' glance_ image-delete public
expect 0 '' glance_ image-delete from-iso
expect 1 'The image does not exist.' glance_ image-show from-iso
token=none expect 1 'The token is incorrect.' glance_ image-list

[ "$failures" = 0 ]
