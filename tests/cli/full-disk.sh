#!/bin/sh
# Exports to a disk that is full, and to one that cannot be written: one line, exit status 1, no half file left, and what was there stays.
# The disk is one of the test's own, in a namespace of mounts, so that it holds for root too.
if [ "${GAIRO_TEST_MOUNTS:-}" != own ]; then
  for way in -rm -m; do
    if unshare "$way" sh -c 'mount -t tmpfs tmpfs /mnt' 2>/dev/null; then
      GAIRO_TEST_MOUNTS=own exec unshare "$way" sh "$0" "$@"
    fi
  done
  echo 'skipped: no mounts of its own here'
  exit 77
fi
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq

risk=risk.safeguards-stripped
disk=$world/disk
mkdir "$disk"
mount -t tmpfs -o size=64k tmpfs "$disk" || skip 'no disk of its own here'
trap 'umount "$disk"; chmod -R u+rwx "$world"; rm -rf "$world"' EXIT
left_as_it_was() { [ "$(ls -A "$disk")" = "$(printf 'filler\nold')" ] && [ "$(cat "$disk/old")" = 'as it was' ]; }

run 0 formats --format json
formats=$(jq -r '.[] | select(.direction == "export" and .fault == null) | .name' "$out")
expect 'there are formats' [ "$(echo "$formats" | wc -l)" -ge 6 ]
echo 'as it was' >"$disk/old"
cat /dev/zero >"$disk/filler" 2>/dev/null
for format in $formats; do
  refuses 1 'new: cannot write: No space left' export --to "$format" -o "$disk/new" "$risk"
  refuses 1 'old: cannot write: No space left' export --to "$format" -o "$disk/old" "$risk"
  expect "$format leaves no half file on a full disk" left_as_it_was
done
mount -o remount,ro "$disk" || skip 'no disk that cannot be written here'
for format in $formats; do
  refuses 1 'new: cannot write: Read-only' export --to "$format" -o "$disk/new" "$risk"
  refuses 1 'old: cannot write: Read-only' export --to "$format" -o "$disk/old" "$risk"
done
expect 'nothing is left where nothing can be written' left_as_it_was
finish
