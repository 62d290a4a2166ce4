#!/bin/sh
# Exports to a disk that is full, and to one that cannot be written: one line, exit status 1, no half file left, and what was there stays.
# The disk is one of the test's own, in a namespace of mounts, so that it holds for root too. Where there are none, a limit on the size of files
# stands for the full disk, and a folder that nobody may write in for the other.
if [ -z "${GAIRO_TEST_MOUNTS:-}" ]; then
  for way in -rm -m; do
    if unshare "$way" sh -c 'mount -t tmpfs tmpfs /mnt' 2>/dev/null; then
      GAIRO_TEST_MOUNTS=own exec unshare "$way" sh "$0" "$@"
    fi
  done
fi
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq

risk=risk.safeguards-stripped
disk=$world/disk
program=$gairo
mkdir "$disk"
full='No space left'
before=$(printf 'filler\nold')
left_as_it_was() { [ "$(ls -A "$disk")" = "$before" ] && [ "$(cat "$disk/old")" = 'as it was' ]; }

run 0 show "$risk" # makes the database
run 0 formats --format json
formats=$(jq -r '.[] | select(.direction == "export" and .fault == null) | .name' "$out")
expect 'there are formats' [ "$(echo "$formats" | wc -l)" -ge 6 ]
if [ "${GAIRO_TEST_MOUNTS:-}" = own ]; then
  mount -t tmpfs -o size=64k tmpfs "$disk"
  trap 'umount "$disk"; chmod -R u+rwx "$world"; rm -rf "$world"' EXIT
  echo 'as it was' >"$disk/old"
  cat /dev/zero >"$disk/filler" 2>/dev/null
else
  full='File too large'
  before=old
  echo 'as it was' >"$disk/old"
  printf '#!/bin/sh\nulimit -f 1\nexec "%s" "$@"\n' "$program" >"$world/limited"
  chmod +x "$world/limited"
  gairo=$world/limited
fi
for format in $formats; do
  refuses 1 "new: cannot write: $full" export --to "$format" -o "$disk/new" "$risk"
  refuses 1 "old: cannot write: $full" export --to "$format" -o "$disk/old" "$risk"
  expect "$format leaves no half file on a full disk" left_as_it_was
done
gairo=$program

# What goes to standard output.
for format in $formats; do
  [ -c /dev/full ] || break
  call="gairo export --to $format >/dev/full"
  : >"$out"
  "$gairo" export --to "$format" "$risk" >/dev/full 2>"$err"
  status=$?
  expect 'exit status 1' [ $status -eq 1 ]
  expect 'one line' err_is_line 'No space left'
done

closed='Read-only\|Permission denied'
if [ "${GAIRO_TEST_MOUNTS:-}" = own ]; then
  mount -o remount,ro "$disk"
else
  chmod a-w "$disk" "$disk/old"
fi
if [ "${GAIRO_TEST_MOUNTS:-}" = own ] || [ ! -w "$disk" ]; then
  for format in $formats; do
    refuses 1 "new: cannot write: $closed" export --to "$format" -o "$disk/new" "$risk"
    refuses 1 "old: cannot write: $closed" export --to "$format" -o "$disk/old" "$risk"
  done
  expect 'nothing is left where nothing can be written' left_as_it_was
elif [ -d /proc/self ]; then # root writes anywhere but there
  for format in $formats; do refuses 1 '/proc/new: cannot write' export --to "$format" -o /proc/new "$risk"; done
fi
finish
