#!/bin/sh
# What is a wrong call: exit status 2, one line, the nearest known name; and help for all that is known.
. "${srcdir:-.}/tests/cli/harness.sh"

refuses 2 "no command 'lits' (did you mean 'list'?)" lits
refuses 2 "no command 'frobnicate'; gairo --help lists them" frobnicate
refuses 2 "gairo show risk.safeguards" risk.safeguards
refuses 2 "no option --fromat (did you mean '--format'?)" list risks --fromat json
refuses 2 "no option -x" -x
refuses 2 "gairo list takes no option --limit" list risks --limit 3
refuses 2 "gairo export takes no option --format (did you mean '--to'?)" export --format html risk.x
refuses 2 "gairo list takes no option --to (did you mean '--format'?)" list --to json risks
refuses 2 "option --limit needs a command" --limit 3
refuses 2 "option --db needs a value: --db FILE" list risks --db
refuses 2 "option --quiet takes no value" list risks --quiet=yes
refuses 2 "gairo list needs KIND" list
refuses 2 "gairo formats does not take 'models'" formats models
refuses 2 "gairo show needs ID" show
refuses 2 "gairo compare needs ID ID" compare model.bloom
refuses 2 "gairo import needs a PATH" import
refuses 2 "import --shipped takes no PATH" import --shipped x.xml
refuses 2 "no format 'opennes' to import from (did you mean 'openness'?)" import --from opennes x.md
refuses 2 "no kind 'riks' (did you mean 'risk'?)" list riks
refuses 2 "no kind 'unicorn'; it is one of stage, area, risk" list unicorn
refuses 2 "no kind 'modles' (did you mean 'models'?)" search --kind modles words
refuses 2 "format is one of table, json, csv, tsv, not 'jsno' (did you mean 'json'?)" list risks --format jsno
refuses 2 "color is one of auto, always, never" list risks --color sometimes
refuses 2 "as-of needs a day" list risks --as-of yesterday
refuses 2 "as-of needs a day" list risks --as-of 2024-02-30
refuses 2 "as-of needs a day" list risks --as-of 2024-02
refuses 2 "limit needs a number" search words --limit many
refuses 2 "limit needs a number" search words --limit 0
refuses 2 "limit needs a number" search words --limit=-1
refuses 2 "limit needs a number" import --explain --limit many x.xml
refuses 2 "colour" list risks --where colour=red
refuses 2 "effect" list risks --where effect=sideways
refuses 2 "." list risks --where effect
refuses 2 "." list risks --sort nonsense
refuses 2 "stats counts the cells of one source" stats --where source=openness --where source=gairo
refuses 2 "export needs what to write" export --to html
refuses 2 "export takes one of" export --to html --kind risk --sheet basket
refuses 2 "export takes --where and --sort only with --kind" export --to html --where effect=raises risk.x
refuses 2 "no output 'htm' (did you mean 'html'?)" export --to htm risk.x
refuses 2 "ending of 'sheet.xyz' tells no output" export -o sheet.xyz risk.x
refuses 2 "export needs --to FORMAT" export risk.x
expect 'a wrong call makes no database' [ ! -e "$GAIRO_DB" ]

run 0 --version
expect 'version, data and libraries' out_has '^gairo [0-9]'
expect 'version, data and libraries' out_has 'SQLite [0-9]'
expect 'version, data and libraries' out_has '^shipped data set: 20'
run 0 --help
expect 'nothing on standard error' err_is_empty
cp "$out" "$world/help"
expect 'commands are listed' out_has '^  import '
for command in $(sed -n '/^Commands/,/^$/s/^  \([a-z]*\) .*/\1/p' "$world/help"); do
  run 0 "$command" --help
  expect 'usage comes first' out_has "^Usage: gairo $command "
  expect 'the common options' out_has '--db FILE'
  expect 'examples' out_has "^  gairo $command"
  run 0 --help "$command"
  expect 'the same from the other side' out_has "^Usage: gairo $command "
done
run 0 -h
expect 'lines of at most 80 columns' [ "$(wc -L <"$out")" -le 80 ]
expect 'help makes no database' [ ! -e "$GAIRO_DB" ]
refuses 2 'from 1900-01-01 to 2199-12-31' list instruments --as-of 2200-01-01
refuses 2 'no field to select by (is it "jurisdiction"?); there are' list instruments --where jurisdicton=x
refuses 2 'no field to sort by (is it "title"?); there are' list risks --sort titel
refuses 1 'no stage "stage.near-term" (is it "stage.near"' list risks --where stage=stage.near-term
refuses 1 'there are "jurisdiction.european-union", .* and others' list instruments --where jurisdiction=xyzzy
refuses 1 '(is it "jurisdiction.european-union"' list instruments --where jurisdiction=eu
finish
