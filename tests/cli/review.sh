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
expect 'counts' out_has '^[0-9]* items: [0-9]* unchecked, 0 checked, 0 marked wrong, 0 changed'
run 0 review list --where source=own --kind term --format json
expect 'the promised shape' json '.counts == {unchecked: 1, checked: 0, wrong: 0, earlier: 0} and
  .items == [{id: "term.own", kind: "term", title: "Own term", state: "unchecked", review: null}]'
run 0 review list --where source=own --where basis=editorial --format json
expect 'another basis' json '.items | map(.id) == ["reference.own"]'
run 0 review show term.own
expect 'where it is from' out_has '^From reference.own, page 3 (paper)$'
expect 'its text' out_has '^Words of the paper\.$'
expect 'its state' out_has "^State: not yet checked against the paper's text$"

refuses 2 'needs --name NAME' review mark term.own --verdict checked
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
finish
