#!/bin/sh
# Puts a copy that backup.sh made back to where /etc/cchc.env (or CCHC_ENV) says. Stop the service
# first. Writes over nothing: what is there already has to be moved away before.
#   deploy/restore.sh FOLDER/<date>-<time>
set -eu
umask 077
. "${CCHC_ENV:-/etc/cchc.env}"

copy=$(cd "${1:?'restore.sh COPY'}" && pwd)
ledger="$LEDGER_DIR/content.git"
for place in "$ledger" "$XDG_STATE_HOME/cchc"; do
  if [ -e "$place" ]; then
    echo "Not written over: $place. Move it away first." >&2
    exit 1
  fi
done
(cd "$copy" && sha256sum --check --quiet SHA256SUMS)

mkdir -p "$XDG_STATE_HOME" "$LEDGER_DIR"
tar -xzf "$copy/people.tar.gz" -C "$XDG_STATE_HOME"
if [ -f "$copy/content.bundle" ]; then
  making="$ledger.restoring"
  rm -rf "$making"
  git init --quiet --bare --template= --initial-branch=main "$making"
  # As server/ledger/seed.ts makes it.
  git -C "$making" config core.symlinks false
  git -C "$making" config receive.fsckObjects true
  git -C "$making" config receive.denyNonFastForwards true
  git -C "$making" config receive.denyDeletes true
  git -C "$making" fetch --quiet "$copy/content.bundle" '+refs/*:refs/*'
  mv "$making" "$ledger"
  # The commands read the ward from this folder, though the site is no longer built from it.
  if [ ! -e "$CONTENT_DIR" ]; then
    mkdir -p "$CONTENT_DIR"
    git -C "$ledger" archive main | tar -x -C "$CONTENT_DIR"
  fi
else
  mkdir -p "$CONTENT_DIR"
  tar -xzf "$copy/content.tar.gz" -C "$CONTENT_DIR"
fi
echo "Restored from $copy."
