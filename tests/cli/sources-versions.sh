#!/bin/sh
# A source is one: its newer release replaces the one that was imported before, wherever its files lie; what stays is told.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq
needs_csv
cd "$world" || exit 99
mkdir old new other
files() { "$gairo" sources show "$1" --format json | jq -c '[.files[].path | sub(".*/(?<a>[^/]*/[^/]*)$"; "\(.a)")]'; }

# one file
cp "$srcdir/tests/data/sources/ATLAS.yaml" old/
sed 's/5\.99\.0/5.100.0/; /id: AML.T0901.000/,/subtechnique-of/d; s/Through a glass/Through two glasses/' old/ATLAS.yaml >new/ATLAS.yaml
run 0 import old
records=$("$gairo" sources show atlas --format json | jq .records)
goes() {
  expect 'both versions' err_has '^gairo: atlas: version 5.99.0 was loaded; this is 5.100.0$'
  expect 'what is replaced, and what goes' err_has "^gairo: atlas: .*/old/ATLAS.yaml is replaced; 1 of its $records records is not in the release of now and is removed\$"
  expect 'the counts' out_has "^$records records: 0 added, $((records - 2)) changed, 1 unchanged, 1 removed, 0 refused\$"
}
run 0 import --dry-run new/ATLAS.yaml
goes
expect 'which one' out_has '^would differ: - atlas:AML.T0901.000'
run 0 show atlas:AML.T0901.000
run 0 import new/ATLAS.yaml
goes
run 1 show atlas:AML.T0901.000
expect 'one file is its' [ "$(files atlas)" = '["new/ATLAS.yaml"]' ]
run 0 import new
expect 'the same again' out_has ' 0 added, 0 changed, .* 0 removed, 0 refused$'
expect 'and nothing to tell' err_is_empty
run 0 check

# back
run 0 import old/ATLAS.yaml
expect 'an older one is told' err_has '^gairo: atlas: version 5.100.0 was loaded; this is 5.99.0, an older one$'
expect 'what it had is there again' out_has ' 1 added, .* 0 removed, 0 refused$'
expect 'the former file is left' [ "$(files atlas)" = '["old/ATLAS.yaml"]' ]

# in the same folder, under another name
cp new/ATLAS.yaml old/ATLAS-newer.yaml
run 0 import old/ATLAS-newer.yaml
expect 'it replaces that one' [ "$(files atlas)" = '["old/ATLAS-newer.yaml"]' ]
run 1 show atlas:AML.T0901.000
expect 'nothing else goes' [ "$("$gairo" sources show atlas --format json | jq .records)" -eq $((records - 1)) ]
run 0 import old/ATLAS-newer.yaml
expect 'the same again' out_has ' 0 added, 0 changed, .* 0 removed, 0 refused$'

# with a record refused, nothing goes, and that is told too
sed 's/5\.100\.0/5.101.0/; s/^    name: Curtains$/    name: ""/' new/ATLAS.yaml >other/ATLAS.yaml
run 1 import other/ATLAS.yaml
run 1 import --keep-going other/ATLAS.yaml
expect 'the version' err_has '^gairo: atlas: version 5.100.0 was loaded; this is 5.101.0$'
expect 'what stays' err_has '^gairo: atlas: [1-9] records\{0,1\} of .*/old/ATLAS-newer.yaml \(is\|are\) not in the files of now and stays\{0,1\}; '
expect 'and stays' out_has ' 0 removed, [1-9] refused$'
rm -f old/ATLAS* other/ATLAS*

# many files: a part of a release, and the whole of it
for name in Jetty Mole Quay Wharf; do sed "s/Harbour-7B/$name/" "$srcdir/tests/data/sources/Harbour-7B.yml" >old/$name.yml; done
for name in Jetty Mole Quay; do sed "s/version: '1.0'/version: '1.1'/; s/date: '2025/date: '2026/" old/$name.yml >new/$name.yml; done
run 0 import old
run 0 import new/Jetty.yml
expect 'the version' err_has '^gairo: mot: version Model Openness Framework 1.0 was loaded; this is Model Openness Framework 1.1$'
expect 'what stays of it' err_has '^gairo: mot: 3 records of 3 files imported before, such as .*/old/Mole.yml, are not in the files of now and stay; to be without them, gairo sources remove mot, and import what is to be there$'
expect 'nothing went' out_has ' 0 removed, 0 refused$'
for name in Mole Quay Wharf; do run 0 show model.mot-$(echo $name | tr A-Z a-z); done
run 0 sources remove mot
run 0 import old
run 0 import new
expect 'the whole' err_has "^gairo: mot: 4 files imported before, such as .*/old/Jetty.yml, are replaced; 1 of their 6 records is not in the release of now and is removed\$"
run 1 show model.mot-wharf
expect 'its files' [ "$(files mot)" = '["new/Jetty.yml","new/Mole.yml","new/Quay.yml"]' ]

# without a version nobody knows which is newer
cp "$srcdir/tests/data/sources/incidents.csv" old/
sed '$d' old/incidents.csv >new/incidents.csv
run 0 import old/incidents.csv
run 0 import new/incidents.csv
expect 'what stays is told' err_has '^gairo: aiid: [0-9]* records\{0,1\} of .*/old/incidents.csv \(is\|are\) not in the files of now and stays\{0,1\}; '

# two files of one name: neither writes over the other unseen
mkdir left right
cp old/Wharf.yml left/Pier.yml && sed -i 's/Wharf/Pier/' left/Pier.yml
sed "s/'Harbour Labs'/'Other Labs'/" left/Pier.yml >right/Pier.yml
run 0 import --dry-run left right
expect 'together' err_has 'right/Pier.yml:[0-9]*: model.mot-pier is there again in other words; those at left/Pier.yml:[0-9]* count'
run 0 import left
run 0 import right
expect 'one after the other' err_has '^gairo: mot: 1 record of .*/left/Pier.yml is in other words in the files of now, which count$'
run 0 import right
expect 'once' err_is_empty
finish
