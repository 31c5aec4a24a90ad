#!/bin/sh
# Copies what cannot be made again: the ledger, the people, the audit log.
#   deploy/backup.sh FOLDER        makes FOLDER/<date>-<time>, proves it, drops what is over 30 days old
# Reads /etc/cchc.env, or the file named in CCHC_ENV. Sessions are left out: people sign in again.
set -eu
umask 077
. "${CCHC_ENV:-/etc/cchc.env}"

target=${1:?'backup.sh FOLDER'}
copy="$target/$(date +%Y%m%d-%H%M%S)"
making="$copy.next"
mkdir -p "$making"
trap 'rm -rf "$making"' EXIT

if [ -d "$LEDGER_DIR/content.git" ]; then
  # A bundle is whole whatever is saved meanwhile; `git archive` would lose drafts and history.
  git -C "$LEDGER_DIR/content.git" bundle create --quiet "$making/content.bundle" --all
  git -C "$LEDGER_DIR/content.git" bundle verify --quiet "$making/content.bundle"
else
  tar -czf "$making/content.tar.gz" -C "$CONTENT_DIR" .
fi
tar -czf "$making/people.tar.gz" --exclude=sessions.json -C "$XDG_STATE_HOME" cchc
cp "${CCHC_ENV:-/etc/cchc.env}" "$making/cchc.env"
(cd "$making" && sha256sum -- * >SHA256SUMS)
mv "$making" "$copy"

find "$target" -mindepth 1 -maxdepth 1 -type d -name '20[0-9]*-[0-9]*' -mtime +30 -exec rm -rf {} +
echo "$copy"
