#!/bin/sh
# C-c stops an import; nothing is changed and no part file is left.
. "${srcdir:-.}/tests/cli/harness.sh"

run 0 list risks
sound=$(sha256sum <"$GAIRO_DB")
mkdir "$world/many"
records=$(awk 'BEGIN { for (i = 0; i < 4000; i++) printf "<term id=\"term.t%%d-%d\"><title>T</title><summary>words and words</summary><source ref=\"reference.gairo\" basis=\"editorial\"/></term>\\n", i }')
for number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do
  {
    echo '<gairo xmlns="urn:gairo:data:1" source="many" title="Many">'
    printf '%b' "$records" | sed "s/term.t%d/term.t$number/"
    echo '</gairo>'
  } >"$world/many/$number.xml"
done
call='gairo import many, interrupted'
# A shell lets its background jobs ignore SIGINT; env puts that right.
env --default-signal=INT "$gairo" import "$world/many" >"$out" 2>"$err" &
import=$!
sleep 0.5
kill -INT "$import"
wait "$import"
status=$?
if [ "$status" -eq 0 ]; then
  skip 'the import was over before it could be interrupted'
fi
expect "ended by the signal, not $status" [ "$status" -eq 130 ]
expect 'one line' err_is_line .
expect 'the database is as it was' [ "$(sha256sum <"$GAIRO_DB")" = "$sound" ]
expect 'no journal is left' [ ! -e "$GAIRO_DB-journal" ]
run 0 list terms --format json
expect 'it can be used' out_lacks 'term.t1-'
finish
