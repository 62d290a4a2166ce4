#!/bin/sh
# Standard input, output and error in all the states they can be in, locales, colour.
. "${srcdir:-.}/tests/cli/harness.sh"

run 0 matrix --format json

# A reader that goes away is no error.
call='gairo matrix --format json | head -n 1'
{ "$gairo" matrix --format json 2>"$err"; echo $? >"$world/status"; } | head -n 1 >"$out"
expect 'exit status 0' [ "$(cat "$world/status")" -eq 0 ]
expect 'nothing on standard error' err_is_empty
expect 'one line' [ "$(wc -l <"$out")" -eq 1 ]

# A full disk is.
: >"$out"
for command in 'matrix --format json' 'list risks' '--help' '--version' 'stats' ''; do
  call="gairo $command >/dev/full"
  # shellcheck disable=SC2086
  "$gairo" $command >/dev/full 2>"$err"
  expect 'exit status 1' [ $? -eq 1 ]
  expect 'one line' err_is_line 'standard output could not be written: '
  call="gairo $command >&-"
  "$gairo" $command >&- 2>"$err"
  expect 'exit status 1' [ $? -eq 1 ]
  expect 'one line' err_is_line 'standard output could not be written: '
done

# No other standard descriptor is missed, and none is taken by the database.
call='descriptors closed'
sound=$(sha256sum <"$GAIRO_DB")
"$gairo" list risks >"$world/normal"
"$gairo" list risks <&- >"$out" 2>"$err"
expect 'without standard input' [ $? -eq 0 ]
expect 'the same output' cmp -s "$out" "$world/normal"
"$gairo" list risks 2>&- >"$out"
expect 'without standard error' [ $? -eq 0 ]
"$gairo" list riks 2>&- >"$out"
expect 'without standard error, a wrong call' [ $? -eq 2 ]
"$gairo" list risks <&- >&- 2>&-
expect 'without any' [ $? -eq 1 ]
"$gairo" <&- >"$out" 2>"$err"
expect 'the overview without standard input' [ $? -eq 0 ]
rm -f "$world/fresh.db"
"$gairo" --db "$world/fresh.db" list risks <&- 2>&- >"$out"
expect 'a first run without them' [ $? -eq 0 ]
expect 'the same output' cmp -s "$out" "$world/normal"
expect 'the database is as it was' [ "$(sha256sum <"$GAIRO_DB")" = "$sound" ]

# Colour only where it is asked for or on a terminal.
escape=$(printf '\033')
run 0 list risks
expect 'no escape sequences into a file' out_lacks "$escape"
run 0 list risks --color always
expect 'escape sequences where they are asked for' out_has "$escape"
NO_COLOR=1 run 0 list risks --color auto
expect 'none with NO_COLOR' out_lacks "$escape"
run 0 list risks --color always --plain
expect 'none in plain text' out_lacks "$escape"

# Where the locale is not UTF-8, tables keep to its characters; JSON is always UTF-8.
LC_ALL=C run 0 matrix
expect 'ASCII only' [ "$(LC_ALL=C tr -d '\n -~' <"$out" | wc -c)" -eq 0 ]
expect 'a dash for what does not apply' out_has '^BLOOM .* -  '
LC_ALL=C run 0
expect 'ASCII only' [ "$(LC_ALL=C tr -d '\n -~' <"$out" | wc -c)" -eq 0 ]
LC_ALL=C run 0 list organisations --format json
cp "$out" "$world/in-c"
run 0 list organisations --format json
expect 'the same JSON in every locale' cmp -s "$out" "$world/in-c"
run 0 matrix --plain
expect 'a dash in plain text' out_has '^BLOOM .* -  '
LC_ALL=no_SUCH.locale run 0 list risks
expect 'an unknown locale is no error' err_is_empty

# On a terminal nothing is wider than the terminal.
if command -v script >/dev/null; then
  call='list risks on a terminal of 60 columns'
  TERM=xterm COLUMNS=60 script -q -e -c "'$gairo' list risks --color never" /dev/null </dev/null >"$out" 2>"$err"
  tr -d '\r' <"$out" >"$world/narrow"
  expect 'at most 60 columns' [ "$(wc -L <"$world/narrow")" -le 60 ]
  expect 'and the same rows' [ "$(wc -l <"$world/narrow")" -eq "$(wc -l <"$world/normal")" ]
  call='matrix on a terminal of 80 columns'
  TERM=xterm COLUMNS=80 script -q -e -c "'$gairo' matrix" /dev/null </dev/null >"$out" 2>"$err"
  expect 'all columns are there' out_has '^BLOOM .* C5 .* D4  *4 of 5'
  expect 'and nothing is cut' out_lacks '[^ ]*of 5.*…'
fi
finish
