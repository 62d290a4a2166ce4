#!/bin/sh
# Where the database is, and what is told when it cannot be used. In every case of the latter it stays as it is.
. "${srcdir:-.}/tests/cli/harness.sh"

# The first run makes it, wherever it is to be.
run 0 list risks
expect 'the database is made' [ -s "$GAIRO_DB" ]
expect 'nothing on standard error' err_is_empty
cp "$out" "$world/first"
run 0 list risks
expect 'the second run says the same' cmp -s "$out" "$world/first"
sound=$(sha256sum <"$GAIRO_DB")
run 0 list risks --db "$world/other folder/deeper/other.db"
expect '--db wins over GAIRO_DB' [ -s "$world/other folder/deeper/other.db" ]
expect 'the same from there' cmp -s "$out" "$world/first"
unset GAIRO_DB
run 0 list risks
expect 'in the XDG data folder' [ -s "$XDG_DATA_HOME/gairo/gairo.db" ]
unset XDG_DATA_HOME
run 0 list risks
expect 'in the home folder' [ -s "$HOME/.local/share/gairo/gairo.db" ]
export GAIRO_DB="$world/gairo.db"
expect 'reading changes nothing' [ "$(sha256sum <"$GAIRO_DB")" = "$sound" ]

# unusable PATTERN FILE: neither reading nor importing goes, with one line that names FILE, and FILE stays as it is.
unusable() {
  pattern=$1
  file=$2
  before=$(sha256sum <"$file" 2>/dev/null)
  refuses 1 "$pattern" list risks --db "$file"
  expect 'the file is named' err_has "$file"
  refuses 1 "$pattern" import --shipped --db "$file"
  expect 'the file is as it was' [ "$(sha256sum <"$file" 2>/dev/null)" = "$before" ]
}

cp "$GAIRO_DB" "$world/newer.db"
printf '\0\0\377\377' | dd of="$world/newer.db" bs=1 seek=60 conv=notrunc 2>/dev/null
unusable 'made by a newer gairo' "$world/newer.db"
cp "$GAIRO_DB" "$world/foreign.db"
printf 'abcd' | dd of="$world/foreign.db" bs=1 seek=68 conv=notrunc 2>/dev/null
unusable 'of another program' "$world/foreign.db"
echo 'These are not the bytes of a database.' >"$world/text.db"
unusable 'no database' "$world/text.db"
: >"$world/empty.db"
chmod 600 "$world/empty.db"
ln -s empty.db "$world/link.db"
run 0 list risks --db "$world/link.db"
expect 'an empty file becomes a database' cmp -s "$out" "$world/first"
expect 'a link stays one' [ -L "$world/link.db" ]
expect 'its mode stays' [ "$(stat -c %a "$world/empty.db")" = 600 ]
: >"$world/started.db"
: >"$world/started.db-journal"
unusable 'empty' "$world/started.db"
rm "$world/started.db-journal"
unusable 'folder' "$HOME"
mkfifo "$world/pipe.db"
refuses 1 'regular file' list risks --db "$world/pipe.db"
head -c 50000 "$GAIRO_DB" >"$world/torn.db"
refuses 1 . list risks --db "$world/torn.db"
refuses 2 'empty' list risks --db ''

# Locked by another program.
"$builddir/tests/cli/lock-database" "$GAIRO_DB" "$gairo" list risks >"$out" 2>"$err"
expect 'locked: exit status 1' [ $? -eq 1 ]
call='list on a locked database'
expect 'locked: one line' err_is_line 'lock'
expect 'locked: nothing on standard output' out_is_empty
"$builddir/tests/cli/lock-database" "$GAIRO_DB" "$gairo" import --shipped >"$out" 2>"$err"
expect 'locked: exit status 1' [ $? -eq 1 ]
call='import on a locked database'
expect 'locked: one line' err_is_line 'lock'
expect 'the database is as it was' [ "$(sha256sum <"$GAIRO_DB")" = "$sound" ]

# A place that may only be read is enough to read; the owner of all places is not held up by it.
if [ "$(id -u)" -ne 0 ]; then
  mkdir "$world/place"
  cp "$GAIRO_DB" "$world/place/gairo.db"
  chmod a-w "$world/place/gairo.db" "$world/place"
  run 0 list risks --db "$world/place/gairo.db"
  expect 'reading goes' cmp -s "$out" "$world/first"
  refuses 1 'read' import --shipped --db "$world/place/gairo.db"
  refuses 1 "$world/place" list risks --db "$world/place/new.db"
  refuses 1 "$world/place" list risks --db "$world/place/folder/new.db"
  chmod u+w "$world/place"
else
  echo 'skipped: read-only places, because root may write there'
fi
refuses 1 '/proc' list risks --db /proc/gairo/gairo.db
expect 'no part files are left' [ "$(find "$world" -name '*.db?*' | wc -l)" -eq 0 ]
finish
