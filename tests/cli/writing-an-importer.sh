#!/bin/sh
# The page on writing an importer keeps its promise: its own files and commands, one after the other.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq
page=$srcdir/docs/writing-an-importer.md
needs_csv
mkdir -p "$world/work" "$XDG_CONFIG_HOME/gairo/importers"
cd "$world/work" || exit 99

awk -v work="$world/work" -v config="$XDG_CONFIG_HOME/gairo" '
  /^```/ && inside { inside = 0; close(file); next }
  /^```.* file=/ { file = $0; sub(/.*file=/, "", file); file = (file ~ /^importers\// ? config : work) "/" file; inside = 1; next }
  /^```sh/ { file = work "/commands"; inside = 1; next }
  inside { print >> file }
' "$page"
expect 'the page has its files' [ -s register.csv -a -s "$XDG_CONFIG_HOME/gairo/importers/register.xsl" ]
expect 'the page has its commands' [ "$(wc -l <commands)" -ge 8 ]

run 0 list models --format json
before=$(jq -c 'map(.id)' "$out")
"$gairo" show model.bloom --format json >"$world/bloom"
run 0 formats --format json
expect 'the format is known' json 'any(.[]; .name == "register" and .own and .fault == null)'
either_has() { cat "$out" "$err" | grep -q -- "$1"; }
step=0
while read -r word rest; do
  step=$((step + 1))
  expect "the command is gairo's" [ "$word" = gairo ]
  # shellcheck disable=SC2086
  run 0 $rest
  case $step in
  1) expect 'the record' out_has '<entry key="model" line="2">BLOOM</entry>'
     expect 'the XML' out_has '<model id="model.register-1" line="2">'
     expect 'what becomes of it' out_has 'model.register-1 is model.bloom: the name';;
  2) expect 'what would differ' out_has '+ model.register-2  Harbour-7B'
     expect 'nothing yet' out_has 'A dry run';;
  3) expect 'five records' out_has '^5 records: 5 added'
     expect 'a year has no month' either_has 'register.csv:4: "2024" does not tell the month; it was left out'
     expect 'nor a date that could be two' either_has 'register.csv:5: "12/03/2024" does not tell the month'
     expect 'a row without a name' either_has 'register.csv:6: number 5 has no model; it was passed over'
     expect 'the join is told' out_has 'joined: register: "BLOOM" (model.register-1) is model.bloom: the name "BLOOM" is the same';;
  4) expect 'the join is listed' out_has 'model.register-1 *model.bloom';;
  5) expect 'linked with a risk' out_has 'risk.supply-chain'
     expect 'and with an entry' out_has 'nexus:nist-information-security';;
  6) expect 'the risk has the model' out_has 'model.register-2  Harbour-7B';;
  7) expect 'the file' out_has 'register.csv *register.* same';;
  8) expect 'nothing changes' out_has '^5 records: 0 added, 0 changed, 5 unchanged, 0 removed, 0 refused';;
  9) expect 'gone' out_has '5 records removed';;
  esac
done <commands
expect 'all steps' [ "$step" -eq 9 ]
run 0 list models --format json
expect 'the models are as they were' [ "$(jq -c 'map(.id)' "$out")" = "$before" ]
"$gairo" show model.bloom --format json >"$out"
expect 'BLOOM is as it was' cmp -s "$world/bloom" "$out"
run 0 check
finish
