#!/bin/sh
# The user's own things and ids that change: what a join, a removal or a word by hand makes of an item, sheets, notes and the basket follow.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq
cd "$world" || exit 99
cp "$srcdir/tests/data/sources/Harbour-7B.yml" . && chmod u+w Harbour-7B.yml
model=model.mot-harbour-7b

run 0 import Harbour-7B.yml
run 0 sheet new mine
run 0 sheet add mine risk.safeguards-stripped $model
run 0 sheet note mine $model 'ask the harbour'
run 0 sheet add basket $model
run 0 note $model 'seen in March'
own() {
  "$gairo" sheet show mine --format json | jq -S .
  "$gairo" sheet show basket --format json
  "$gairo" show $model --format json | jq '.[0] | {id, note}'
}
own >"$world/before"
expect 'all is there' grep -q 'seen in March' "$world/before"

# by hand, and back
run 0 sources match $model model.falcon
run 0 sheet show mine --format json
expect 'the sheet leads to what it is now' out_has '"model.falcon"'
expect 'and to nothing else' out_lacks "$model"
run 1 sheet check mine
expect 'nothing is gone' out_lacks 'no longer in the data'
run 0 show model.falcon --format json
expect 'the note stands there' json '.[0].note == "seen in March"'
run 0 show $model --format json
expect 'an id that was leads there' json '.[0].id == "model.falcon"'
run 0 sheet show basket --format json
expect 'so does the basket' out_has '"model.falcon"'
run 0 sheet add mine model.falcon
expect 'what is in it is not put in again' [ "$("$gairo" sheet show mine --format json | grep -c '"model.falcon"')" -eq 1 ]
run 0 sheet move mine $model up
expect 'the id that was is understood' [ "$("$gairo" sheet show mine --format json | jq -r '[.. | .id? // empty | select(test("^(model|risk)"))][0]')" = model.falcon ]
run 0 sheet move mine model.falcon down
run 0 sources forget $model
own >"$world/after"
expect 'all is as it was' cmp "$world/before" "$world/after"

# two notes, and two entries, of what became one
run 0 note model.falcon 'the bird'
run 0 sheet add mine model.falcon
run 0 sheet note mine model.falcon 'ask Abu Dhabi'
run 0 sources match $model model.falcon
run 0 show model.falcon --format json
expect 'both notes are read' json '.[0].note == "the bird\n\nseen in March"'
run 0 sheet show mine
expect 'both remarks, of one entry' out_has 'ask the harbour  *ask Abu Dhabi' 
expect 'one entry' [ "$("$gairo" sheet show mine --format json | grep -c '"model.falcon"')" -eq 1 ]
run 0 sources forget $model
run 0 show $model model.falcon --format json
expect 'each has its own again' json 'map(.note) == ["seen in March", "the bird"]'
run 0 sources match $model model.falcon
run 0 note model.falcon 'one note of both'
run 0 sheet remove mine $model
expect 'neither is in the sheet' [ "$("$gairo" sheet show mine --format json | grep -c 'falcon\|harbour')" -eq 0 ]
run 0 sources forget $model
run 0 show model.falcon --format json
expect 'what was written last stays' json '.[0].note == "one note of both"'


# an import that joins by name, and a removal that takes the name's first owner away
run 0 note $model 'seen in March'
run 0 sheet add mine $model
cat >assets.yaml <<'YAML'
- type: model
  name: Harbour 7B
  organization: Harbour Labs
  created_date: 2025-05-10
  access: open
  license: MIT
  dependencies: []
YAML
run 0 import assets.yaml
joined=$("$gairo" show $model --format json | jq -r '.[0].id')
run 0 show "$joined" --format json
expect 'the note came along' json '.[0].note == "seen in March"'
run 0 compare "$joined" model.bloom --format tsv
expect 'what sources do not agree on names each' [ "$(grep '^licence-name' "$out" | cut -f 3)" = 'Apache 2.0 (mot), MIT (ecosystem)' ]
run 0 sources remove ecosystem
run 0 show $model --format json
expect 'and is where it was' json ".[0].id == \"$model\" and .[0].note == \"seen in March\""
run 0 import assets.yaml
run 0 note "$joined" 'of both'
first=$("$gairo" sources matches --format json | jq -r '.[] | select(.given | test("harbour-7b")) | .source')
owner=mot && [ "$first" = mot ] && owner=ecosystem
run 0 sources remove "$owner"
run 0 show "$joined" --format json
expect 'what is written of the join stays with what is left' json '.[0].note == "of both"'
run 1 sheet check mine
expect 'nothing is gone then' out_lacks 'no longer in the data'
finish
