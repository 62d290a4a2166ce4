#!/bin/sh
# What an import refuses: exit status 1, one line with file and line number, and the database as it was.
. "${srcdir:-.}/tests/cli/harness.sh"

run 0 list risks
sound=$(sha256sum <"$GAIRO_DB")
file=$world/bad.xml

# A file with ITEMS in it, on line 2 and after.
write_file() {
  printf '%s\n%s\n</gairo>\n' '<gairo xmlns="urn:gairo:data:1" source="test" title="Test">' "$1" >"$file"
}
item() {
  printf '%s' "<term id=\"$1\"><title>$2</title><summary>s</summary>${3:-}<source ref=\"reference.gairo\" basis=\"editorial\"/></term>"
}

# refused PATTERN PATH ARG...: the one line names the path; PATTERN begins with ":LINE:" where a line is known.
refused() {
  pattern=$1
  path=$2
  shift 2
  run 1 import "$@" "$path"
  expect "one line: $path$pattern" err_is_line "$(basename "$path")$pattern"
  expect 'the last line counts' out_has '^[0-9]* records\{0,1\}: 0 added, 0 changed, [0-9]* unchanged, 0 removed, [1-9][0-9]* refused$\|^$'
  expect 'the database is as it was' [ "$(sha256sum <"$GAIRO_DB")" = "$sound" ]
}

write_file "$(item term.test Test)"
run 0 import --dry-run "$file"
expect 'a sound one is taken' [ "$(tail -n 1 "$out")" = '1 record: 1 added, 0 changed, 0 unchanged, 0 removed, 0 refused' ]
expect 'a dry run changes nothing' [ "$(sha256sum <"$GAIRO_DB")" = "$sound" ]

printf '<gairo xmlns="urn:gairo:data:1" source="test"><term id="term.a"><title>T</gairo>' >"$file"
refused ':1: ' "$file"
write_file '<term id="term.a"'
refused ':[23]: ' "$file"
printf '<!DOCTYPE gairo [<!ENTITY a "b">]>\n<gairo xmlns="urn:gairo:data:1" source="test" title="t">&a;</gairo>\n' >"$file"
refused ':1: .*DOCTYPE' "$file"
write_file "$(item term.test '&nbsp;')"
refused ':2: ' "$file"
write_file '<?php echo 1 ?>'
refused ':2: ' "$file"
write_file '<unicorn id="unicorn.a"/>'
refused ':2: .*unicorn' "$file"
write_file "$(item 'term.a" horn="1' Test)"
refused ':2: .*horn' "$file"
write_file "$(item risk.a Test)"
refused ':2: .*risk\.a' "$file"
write_file "$(item term.a Test)
$(item term.a Test)"
refused ':3: .*term\.a' "$file"
write_file "$(item term.a Test '<link relation="supported-by" to="reference.nowhere" ref="reference.gairo" basis="editorial">W.</link>')"
refused ':2: .*reference\.nowhere' "$file"
write_file "$(item term.a Test '<link relation="in" to="area.safety-security" ref="reference.gairo" basis="editorial"/>')"
refused ':2: ' "$file"
write_file "$(item term.a Test '<field name="effect" value="raises"/>')"
refused ':2: .*effect' "$file"
write_file "$(item term.a Test '<source ref="reference.gairo" basis="hearsay"/>')"
refused ':2: .*hearsay' "$file"
write_file '<model id="model.a"><title>A</title><source ref="reference.gairo" basis="editorial"/>
<cell component="training.code.pretraining" value="C7"/></model>'
refused ':3: .*C7' "$file"
write_file '<model id="model.a"><title>A</title><source ref="reference.gairo" basis="editorial"/>
<cell component="training.code.dreaming" value="5"/></model>'
refused ':3: .*dreaming' "$file"
write_file "$(printf '<term id="term.a"><title>\377\376</title></term>')"
refused ':2: ' "$file"
write_file "$(item term.a "$(head -c 600 /dev/zero | tr '\0' a)")"
refused ':2: .*title' "$file"
write_file "$(item term.a Test "<body><p>$(head -c 300000 /dev/zero | tr '\0' a)</p></body>")"
refused ':2: ' "$file"
printf '<other xmlns="urn:gairo:data:1"/>\n' >"$file"
refused '.*' "$file"
: >"$file"
refused '.*empty' "$file"
: >"$world/empty.xml"
refused '.*' "$world/empty.xml" --from openness
refused '.*' "$world/not-there.xml"
mkdir "$world/nothing-known"
echo hello >"$world/nothing-known/hello.xyz"
refused '.*' "$world/nothing-known"
refused '.*' "$world/nothing-known/hello.xyz"
mkdir "$world/nothing"
refused '.*' "$world/nothing"
refused '.*' /dev/zero


# What came with gairo cannot be rewritten by a file that uses its name.
for own in gairo openness; do
  printf '<?xml version="1.0"?>\n<gairo xmlns="urn:gairo:data:1" source="%s" title="Test">%s</gairo>\n' "$own" \
    "$(item term.test Test)" >"$file"
  refused ":2: source \"$own\" is the shipped data set's own; give the file a source name of its own" "$file"
  run 0 import --dry-run "$file"
  expect 'a dry run reads it, with a remark' err_is_line "source \"$own\" is the shipped data set's own"
done
write_file ''
run 0 import "$file"
expect 'that there is nothing in it is told' err_is_line 'bad.xml: holds no items'
expect 'the database is as it was' [ "$(sha256sum <"$GAIRO_DB")" = "$sound" ]
call='gairo import of a pipe'
echo x | "$gairo" import /dev/stdin >"$out" 2>"$err"
expect 'it is told to be no regular file' err_is_line '/dev/stdin: is no regular file'

# One bad record in a folder of good ones: nothing is changed, the other file is not blamed, all is in the JSON.
mkdir "$world/folder"
write_file "$(item term.good Test)"
cp "$file" "$world/folder/good.xml"
write_file "$(item term.bad Test '<source ref="reference.gairo" basis="hearsay"/>')"
cp "$file" "$world/folder/bad.xml"
echo hello >"$world/folder/hello.xyz"
refused ':2: .*hearsay' "$world/folder/bad.xml"
run 1 import "$world/folder"
expect 'one line' err_is_line 'folder/bad.xml:2: .*hearsay'
expect 'what is skipped is listed' out_has 'skipped.*hello.xyz'
expect 'it says that nothing was changed' out_has '^Nothing was changed'
expect 'the database is as it was' [ "$(sha256sum <"$GAIRO_DB")" = "$sound" ]
if command -v jq >/dev/null; then
  run 1 import --format json "$world/folder"
  expect 'one line' err_is_line 'folder/bad.xml:2: '
  expect 'JSON as promised' json '.dry_run == false and (.skipped | length) == 1 and (.refused | length) == 1 and
    (.refused[0] | (.file | endswith("bad.xml")) and .line == 2 and (.reason | contains("hearsay")))'
fi
run 1 show term.good
expect 'the good record was not kept' err_is_line 'term.good'

# What gairo check finds in an author's file refuses it, at once and in a dry run.
words='a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h
i j k l m n o p q r s t u v w x y z a b c'
rated='<field name="effect" value="raises">W.</field><field name="evidence" value="some">W.</field>
<field name="affected">W.</field>'
source='<source ref="reference.gairo" basis="editorial"/>'
by='ref="reference.gairo" basis="editorial"'
sound_risk="<risk id=\"risk.own\"><title>Own</title><body><p>$words</p></body>
$rated
$source</risk>"
# at_fault RULE PATTERN ITEMS
at_fault() {
  write_file "$3"
  refused "$2.*\\[$1\\]" "$file"
  refused "$2.*\\[$1\\]" "$file" --dry-run
}
write_file "$sound_risk"
run 0 import --dry-run "$file"
expect 'a whole one is taken' out_has '1 added.* 0 refused$'
advised='<field name="horizon" value="now"/><field name="why">W.</field><field name="trade-off">W.</field><field name="indicator">W.</field>'
at_fault recommendation-without-actor ':2: recommendation\.own: ' \
  "<recommendation id=\"recommendation.own\"><title>Own</title>$advised$source</recommendation>"
# A title and a source make no item: each field that it lacks is a line.
thin() {
  write_file "<$1 id=\"$1.own\"><title>Own</title>$source$2</$1>"
  shift 2
  run 1 import "$file"
  for field in "$@"; do
    expect "$field is missed" err_has "bad.xml:2: .*has no field \"$field\".* \[missing-field\]$"
  done
  expect 'one line each' [ "$(wc -l <"$err")" -eq $# ]
  expect 'one record is refused' out_has '^1 record: .* 1 refused$'
  expect 'the database is as it was' [ "$(sha256sum <"$GAIRO_DB")" = "$sound" ]
}
thin risk '' effect evidence affected
thin opportunity '' effect evidence affected
thin mitigation '' life-cycle maturity limits cost
thin recommendation "<link relation=\"addressed-to\" to=\"actor.governments\" $by/>" horizon why trade-off indicator
at_fault missing-field ':2: risk\.own: .*"affected"' "$(echo "$sound_risk" | sed 's|<field name="affected">W.</field>||')"
at_fault missing-field ':2: risk\.own: .*"evidence"' "$(echo "$sound_risk" | sed 's|<field name="evidence".*</field>||')"
at_fault missing-reason ':4: risk\.own: ' "$(echo "$sound_risk" | sed 's|"raises">W\.|"raises">|')"
at_fault missing-reason ':7: risk\.own: ' "$(echo "$sound_risk" |
  sed "s|</risk>|\\n<link relation=\"supported-by\" to=\"reference.gairo\" $by/></risk>|")"
at_fault undisputed ':4: risk\.own: ' "$(echo "$sound_risk" | sed 's|"some"|"contested"|')"
at_fault body-length ':2: risk\.own: ' "$(echo "$sound_risk" | sed '2d;s|a b c d.*|three words only</p></body>|')"
at_fault dates-out-of-order ':4: instrument\.own: ' "<instrument id=\"instrument.own\"><title>Own</title>$source
<event date=\"2024-02-01\" type=\"in-force\"/><event date=\"2024-01-01\" type=\"proposed\"/>
<event date=\"2023-01-01\" type=\"applies\"/></instrument>"
act="<instrument id=\"instrument.own\"><title>Own</title>$source<event date=\"2024-02-01\" type=\"adopted\"/></instrument>"
at_fault before-instrument ':3: provision\.own: ' "$act
<provision id=\"provision.own\"><title>Own</title>$source<link relation=\"part-of\" to=\"instrument.own\" $by/><event date=\"2020\" type=\"adopted\"/></provision>"
at_fault incomplete-matrix ':2: model\.a: ' "<model id=\"model.a\"><title>A</title><source ref=\"reference.gairo\" basis=\"literature\"/>
<cell component=\"training.code.pretraining\" value=\"5\"/><cell component=\"training.data.pretraining\" value=\"5\"/></model>"

# Each fault has its line; --keep-going leaves out what is at fault, and no more.
write_file "<recommendation id=\"recommendation.own\"><title>Own</title>$advised$source</recommendation>
<recommendation id=\"recommendation.other\"><title>Other</title>$advised$source</recommendation>
$(item term.good Test)"
run 1 import "$file"
expect 'two lines' [ "$(grep -c 'bad.xml:[23]: recommendation.*\[recommendation-without-actor\]$' "$err")" -eq 2 ]
expect 'the database is as it was' [ "$(sha256sum <"$GAIRO_DB")" = "$sound" ]
run 1 import --keep-going "$file"
expect 'what is refused counts as that alone' out_has '^[0-9]* records: [0-9]* added, 0 changed, [0-9]* unchanged, 0 removed, 2 refused$'
expect 'none of the refused is added' out_lacks '^recommendation *[1-9]'
run 0 show term.good
run 1 show recommendation.own
run 1 show recommendation.other
run 0 check
finish
