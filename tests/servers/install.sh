#!/bin/sh
# install.sh: brings the packages of the lock into the user's cache folder, once, and prints the
# folder where node finds them. Nothing of theirs is run while they are installed.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: install.sh [FILE]
#
# With FILE the folder's path is written there instead.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
cache=${XDG_CACHE_HOME:-${HOME:?is not set}/.cache}/tambour
folder=$cache/npm-$(cat "$here/package-lock.json" "$here/.npmrc" | sha256sum | cut -c1-16)

# Behind a proxy with a certificate of its own, node has to be told of it.
bundle=/etc/ssl/certs/ca-certificates.crt
! [ -e "$bundle" ] || export NODE_EXTRA_CA_CERTS="${NODE_EXTRA_CA_CERTS:-$bundle}"

fetch () {
  rm -rf "$folder.new"
  mkdir -p "$folder.new"
  cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$folder.new"
  (cd "$folder.new" && npm ci --cache "$cache/npm-fetched" --prefer-offline --fetch-retries 4 --fetch-timeout 60000 </dev/null)
}

# Two that come at once: the second waits, and finds it done.
mkdir -p "$cache"
exec 8>"$cache/npm.lock"
flock 8
if ! [ -d "$folder" ]; then
  echo "Installing the packages of the test servers (once)" >&2
  for attempt in 1 2 3; do
    ! fetch >"$cache/npm.log" 2>&1 || { mv "$folder.new" "$folder" && break; }
    sleep "$attempt"
  done
  [ -d "$folder" ] || { tail -20 "$cache/npm.log" >&2; exit 1; }
  rm -rf "$cache/npm-fetched"
fi
exec 8>&-

if [ $# -gt 0 ]; then
  printf '%s' "$folder/node_modules" >"$1"
else
  printf '%s\n' "$folder/node_modules"
fi
