#!/bin/sh
# Marks of a person with the paper at hand: what is left to check, setting marks, taking them back, and a text that
# changed since.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq
GAIRO_TODAY=2026-11-20
export GAIRO_TODAY

refuses 2 "review has no 'makr' (did you mean 'mark'?); it is one of list" review makr
refuses 2 'review show needs ID' review show
refuses 2 "review list does not take 'x'" review list x
refuses 2 "review show takes no option --verdict" review show risk.x --verdict checked
refuses 2 "review mark takes no option --where" review mark risk.x --where kind=risk
refuses 2 'needs --verdict checked or --verdict wrong' review mark risk.x --name Ada
refuses 2 "not 'cheked' (did you mean 'checked'?)" review mark risk.x --verdict cheked --name Ada
refuses 2 'a review is not of a day to come: 2026-11-22 is after today, 2026-11-20' review mark risk.x --verdict checked --name Ada --date 2026-11-22
refuses 2 'a day as YYYY-MM-DD, not "2026-02-30"' review mark risk.x --verdict checked --name Ada --date 2026-02-30
refuses 2 "name is one line" review mark risk.x --verdict checked --name ' '
refuses 2 'control characters' review mark risk.x --verdict checked --name Ada --note "$(printf 'a\033b')"
expect 'a wrong call makes no database' [ ! -e "$GAIRO_DB" ]

cat >"$world/own.xml" <<'EOF'
<gairo xmlns="urn:gairo:data:1" source="own" title="Own">
  <reference id="reference.own"><title>A paper</title><source ref="reference.own" basis="editorial"/></reference>
  <term id="term.own"><title>Own term</title><summary>Words of the paper.</summary>
    <source ref="reference.own" locator="page 3" basis="paper"/></term>
</gairo>
EOF
run 0 import "$world/own.xml" --quiet
run 0 review
expect 'what is not checked' out_has '^term.own  *term  *Own term  *unchecked'
expect 'counts' out_has '^[0-9]* items in our words for the paper: [0-9]* unchecked, 0 checked, 0 marked wrong, 0 changed'
run 0 review --format json
left=$(jq '.counts.unchecked' "$out")
run 0 stats --format json
expect 'the same in the counts of what is thin' json ".thin.unchecked == {items: $left, of: $left}"
run 0 review list --where basis=editorial
expect 'another basis is not called the paper'"'"'s' out_has '^[0-9]* items: [0-9]* unchecked'
run 0 list instruments --where words=paper --format json
expect 'a law of which the paper speaks' json 'map(.id) | index("instrument.eu-ai-act") != null and length < 10'
run 0 review list --where source=own --kind term --format json
expect 'the promised shape' json '.counts == {unchecked: 1, checked: 0, wrong: 0, earlier: 0} and
  .items == [{id: "term.own", kind: "term", title: "Own term", state: "unchecked", review: null}]'
run 0 review list --where source=own --where basis=editorial --format json
expect 'another basis' json '.items | map(.id) == ["reference.own"]'
run 0 review show term.own
expect 'where it is from' out_has '^From reference.own, page 3 (paper)$'
expect 'its text' out_has '^Words of the paper\.$'
expect 'its state' out_has "^State: not yet checked against the paper's text$"
expect 'it is all of the paper' out_lacks 'A mark covers the whole text'
run 0 review show risk.weak-usability
expect 'what else is in it' out_has '^What is ascribed to the paper here is to be held against it'
expect 'what is not of the paper' out_has "^  .not the paper's: editorial, reference.gairo.$"

refuses 2 'needs --name NAME' review mark term.own --verdict checked
refuses 2 'nothing in risk.upstream-control is said to be the paper' review mark risk.upstream-control --verdict checked --name Ada
refuses 1 'nothing with the id "term.owm"' review mark term.owm --verdict checked --name Ada
refuses 1 'has no mark to take back' review remove term.own
run 0 review mark term.own --verdict checked --name '  Ada   Example ' --date 2026-11-19
expect 'what it is now' out_has '^term.own: marked; now checked by Ada Example on 2026-11-19$'
run 0 review mark term.own --verdict wrong --note 'The paper does not say so.' --format json
expect 'the name is remembered, the day is today' json '.state == "wrong" and
  .review == "marked wrong by Ada Example on 2026-11-20"'
run 0 review mark term.own --verdict wrong --note 'The paper does not say so.'
expect 'the same mark again' out_has 'that very mark was there already'
run 0 review show term.own --format json
expect 'all marks, the latest first' json '(.reviews | map(.verdict)) == ["wrong", "checked"] and
  .reviews[0].note == "The paper does not say so." and (.digest as $digest | all(.reviews[]; .current and .digest == $digest))'
run 0 show term.own
expect 'shown with the item' out_has '^Term  term.own  (marked wrong by Ada Example on 2026-11-20)$'
run 0 show term.own --format json
expect 'shown with the item' json '.[0].review == {state: "wrong", name: "Ada Example", date: "2026-11-20",
  note: "The paper does not say so."}'
run 0 review list --where source=own --format json
expect 'what was looked at is not left to do' json '.items == [] and .counts.wrong == 1'
run 0 list terms --where review=wrong --format json
expect 'lists know it' json 'map(.id) == ["term.own"] and .[0].review == "marked wrong by Ada Example on 2026-11-20"'
refuses 2 'known are unchecked, checked, wrong, earlier' list terms --where review=right
run 0 review remove term.own
expect 'the mark before counts again' out_has 'now checked by Ada Example on 2026-11-19$'

# A mark is on the text that was shown, though another one came while the answer was awaited.
cp "$world/own.xml" "$world/shown.xml"
run 0 review remove term.own --quiet
mkfifo "$world/answers"
"$gairo" review walk term.own --name Ada <"$world/answers" >"$world/walked" 2>"$err" &
walker=$!
exec 9>"$world/answers"
tries=0
while ! grep -q '^Words of the paper' "$world/walked" && [ "$tries" -lt 100 ]; do tries=$((tries + 1)); sleep 0.1; done
sed -i 's/Words of the paper/Words that nobody looked at/' "$world/own.xml"
run 0 import "$world/own.xml" --quiet
printf 'c\n\n' >&9
exec 9>&-
wait "$walker"
run 0 review show term.own
expect 'what came meanwhile is not checked' out_has '^State: an earlier text was checked by Ada'
run 0 review remove term.own --quiet
cp "$world/shown.xml" "$world/own.xml"
run 0 import "$world/own.xml" --quiet
run 0 review mark term.own --verdict checked --name 'Ada Example' --date 2026-11-19 --quiet

sed 's/Words of the paper/Other words/' "$world/own.xml" >"$world/changed.xml"
mv "$world/changed.xml" "$world/own.xml"
run 0 import "$world/own.xml" --quiet
run 0 review list --where source=own
expect 'it is left to do again' out_has 'earlier  *an earlier text was checked by Ada Example on 2026-11-19'
run 0 review show term.own
expect 'which text it was' out_has '^2026-11-19  checked  Ada Example  an earlier one$'
run 0 import --shipped --quiet
run 0 review show term.own --format json
expect 'an import keeps marks' json '.state == "earlier" and (.reviews | length) == 1'

# What somebody adds to an item is not the text that was checked.
run 0 review mark risk.weak-usability --verdict checked --name Ada --date 2026-11-19
cat >"$world/more.xml" <<'EOF'
<gairo xmlns="urn:gairo:data:1" source="more" title="More">
  <risk id="risk.weak-usability"><title>What another says</title>
    <field name="affected">Everybody.</field><source ref="reference.gairo" basis="editorial"/>
    <link relation="supported-by" to="reference.eiras2024risks" ref="reference.eiras2024risks" basis="literature">W.</link></risk>
</gairo>
EOF
run 0 import "$world/more.xml" --quiet
run 0 show risk.weak-usability
expect 'it is there' out_has 'Everybody\.'
expect 'the mark holds' out_has '(checked by Ada on 2026-11-19)$'
run 0 sources remove more --quiet
run 0 review remove risk.weak-usability --quiet

# Out as XML and in again.
run 0 review mark term.own --verdict wrong --name "O'Neil & <Zoë>" --note 'Says "never" > once; ]]> & more'
run 0 review show term.own --format json
jq '.reviews' "$out" >"$world/marks"
run 0 review export
expect 'one element for each mark' [ "$(grep -c '<review ' "$out")" -eq 2 ]
run 0 review export -o "$world/marks.xml"
expect 'it says how many' err_has '2 marks written'
run 0 review import "$world/marks.xml" --format json
expect 'nothing is new where it is from' json '. == {dry_run: false, added: 0, known: 2, earlier: 0, unknown: []}'
first=$GAIRO_DB
GAIRO_DB=$world/second.db
run 0 import "$world/own.xml" --quiet
run 0 review import --dry-run "$world/marks.xml"
expect 'it says so' out_has '^nothing is changed: 2 marks added, 0 there already; 1 of the added on another text'
run 0 review show term.own --format json
expect 'a dry run changes nothing' json '.reviews == []'
run 0 review import "$world/marks.xml" --format json
expect 'all are new elsewhere' json '. == {dry_run: false, added: 2, known: 0, earlier: 1, unknown: []}'
run 0 review show term.own --format json
jq '.reviews' "$out" >"$world/marks-there"
expect 'the same marks' cmp "$world/marks" "$world/marks-there"
run 0 review remove term.own --quiet
run 0 review show term.own
expect 'on another text' out_has '^State: an earlier text was checked by Ada Example'
GAIRO_DB=$world/third.db
run 0 review import "$world/marks.xml"
expect 'what is not there is listed' out_has '^left out: there is nothing with the id "term.own"$'
expect 'and counted' out_has 'marks of 1 unknown item left out$'
run 0 review export --format json
expect 'nothing was added' out_lacks '<review '
head -c 400 "$world/marks.xml" >"$world/broken.xml"
refuses 1 'broken.xml:.*not well-formed' review import "$world/broken.xml"
refuses 1 'own.xml:1: this is no file of marks' review import "$world/own.xml"
refuses 1 'nothing.xml: cannot open' review import "$world/nothing.xml"
{ echo '<reviews xmlns="urn:gairo:review:1">'
  awk 'BEGIN { for (i = 0; i < 10001; i++) printf "<review item=\"risk.none\" verdict=\"wrong\" name=\"A\" date=\"2026-01-01\" digest=\"%064d\"/>\n", i }'
  echo '</reviews>'; } >"$world/many.xml"
refuses 1 'many.xml:10002: more than 10000 marks' review import "$world/many.xml"
refuses 2 'review import needs FILE' review import
refuses 2 'review export takes no option --dry-run' review export --dry-run
sed 's/verdict="wrong"/verdict="right"/' "$world/marks.xml" >"$world/broken.xml"
GAIRO_DB=$first
refuses 1 'broken.xml:[0-9]*: a review.s verdict' review import "$world/broken.xml"
run 0 review show term.own --format json
expect 'nothing is changed' json '.reviews | length == 2'

# From item to item.
walk() {
  call="gairo review walk, answering $1"
  printf "$1" | "$gairo" review walk --kind risk --date 2026-11-21 >"$out" 2>"$err"
  status=$?
  checks=$((checks + 1))
  [ "$status" -eq 0 ] || fault "$call: exit status $status"
}
shown() { [ "$(sed -n 's/^Risk  \([a-z.-]*\)$/\1/p' "$out" | sed -n "$1p")" = "$2" ]; }
run 0 review list --kind risk --format json
one=$(jq -r '.items[0].id' "$out") two=$(jq -r '.items[1].id' "$out") three=$(jq -r '.items[2].id' "$out")
count=$(jq '.items | length' "$out")
expect 'there is a way to go' [ "$count" -ge 3 ]
walk 'n\np\nq\n'
expect 'the first' shown 1 "$one"
expect 'the next' shown 2 "$two"
expect 'and back' shown 3 "$one"
expect 'how far one is' out_has "^0 of $count checked, $count to go$"
walk 'n\nc\nBeing so\nw\nNot so\nq\n'
expect 'the second is marked' out_has "^$two: checked\.$"
expect 'then the third' shown 3 "$three"
expect 'which is wrong' out_has "^$three: marked wrong\.$"
expect 'the sum' out_has "^1 of $count checked, 1 marked wrong, $((count - 2)) to go; gairo review walk goes on from here$"
run 0 review show "$two" --format json
expect 'by the name that is remembered, on the day' json '.reviews[0] | .verdict == "checked" and .name == "O'"'"'Neil & <Zoë>" and .date == "2026-11-21" and .note == "Being so"'
walk 'p\nq\n'
expect 'it goes on where it was left' [ "$(sed -n 's/^Risk  //p' "$out" | sed -n 2p)" = "$one" ]
walk 'nonsense\n'
expect 'an answer that is none' [ "$(grep -c '^c checked, w wrong' "$out")" -eq 2 ]
refuses 1 'not among what is to be checked' review walk risk.nope
finish
