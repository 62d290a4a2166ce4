#!/bin/sh
# Others' data: what each format's quirks become, how names join, and how one lives with sources. The files are made up, in the shapes of real ones.
. "${srcdir:-.}/tests/cli/harness.sh"
. "$srcdir/tests/cli/harness-plain.sh"
needs_jq
needs_csv
cp -r "$srcdir/tests/data/sources" "$world/sources"
chmod -R u+w "$world/sources"
cd "$world" || exit 99

# The database as it shows itself: everything but when it was imported.
snapshot() {
  for kind in model organisation incident mitigation risk framework framework-entry reference; do "$gairo" list "$kind" --format json; done
  "$gairo" show model.bloom risk.safeguards-stripped nexus:nist-data-privacy --format json
  "$gairo" sources --format json | jq 'map(del(.imported))'
}
snapshot >"$world/before"

run 0 import sources --format json
cp "$out" "$world/report"
expect 'nothing is refused' json '.refused == [] and .skipped == []'
expect 'counts by kind' json '.kinds | map_values(.added) == {"mitigation":2,"model":3,"organisation":2,"incident":4,"framework":3,"framework-entry":14,"reference":15}'
expect 'no stranger is changed' json '[.kinds[] | .changed + .removed] | add == 0'
expect 'what leads nowhere is listed' json '.unresolved | map(select(test("mitigation.nexus-gv-1.1-001: the link \"reduces\" leads to nexus:harbour-storm"))) | length == 1'
expect 'a mapping without an object is told' json '.remarks | any(test("crosswalk.tsv:10: a mapping of harbour:harbour-fog without an object"))'
expect 'two spellings are one model, and it is told' json '.joined | any(test("Harbour.7B. \\(model.(mot|ecosystem)-.*\\) is model.(mot|ecosystem)-.*the name"))'
run 0 import sources
expect 'a second import changes nothing' out_has '0 added, 0 changed, .* unchanged, 0 removed, 0 refused'
run 0 check

# nexus: an alias, a group, an action
run 0 show nexus:harbour-fog --format json
expect 'an alias stands for its anchor' json '.[0].summary == "The sea stands higher than the quay."'
run 0 show nexus:harbour-flood --format json
expect 'a title says whose it is' json '.[0].title == "harbour-atlas: Flood"'
expect 'group, framework, crosswalk' json '[.[0].links[] | select(.relation == "part-of") | .id] | contains(["nexus:harbour-atlas", "nexus:harbour-atlas-water"])'
expect 'skos:broadMatch says that this is narrower' json '.[0].links | any(.relation == "narrower" and .id == "nexus:water")'
expect 'skos:exactMatch' json '.[0].links | any(.relation == "same-as" and .id == "nexus:flood")'
expect 'an action is a mitigation' json '.[0].links | any(.relation == "reduces" and .id == "mitigation.nexus-gv-1.1-001")'
run 0 show nexus:harbour-fog
expect 'noMatch is said and is no link' out_has 'No match in this crosswalk. Nothing like it'
run 0 show nexus:LLM01 --format json
expect 'a prefix of the collection becomes nexus, and narrowMatch broader' json '.[0].links | any(.relation == "broader" and .id == "atlas:AML.T0054")'

# atlas: a mapping inside ml-lifecycle, sub-techniques, case studies
run 0 show mitigation.atlas-aml-m0901 --format json
expect 'the mapping inside ml-lifecycle counts' json '[.[0].fields[] | select(.name == "life-cycle") | .value] == ["deployment", "use"]'
run 0 show atlas:AML.T0901.000 --format json
expect 'a sub-technique is part of its technique' json '.[0].title == "MITRE ATLAS AML.T0901.000: Spyglass: Long spyglass" and (.[0].links | any(.relation == "part-of" and .id == "atlas:AML.T0901"))'
run 0 show incident.atlas-aml-cs0901 --format json
expect 'a date as fine as it is known' json '.[0].fields | any(.name == "happened" and .value == "2023-05")'
sed 's/5\.99\.0/9.0.0/' sources/ATLAS.yaml >nine.yaml
run 1 import nine.yaml
expect 'an unknown version is refused with what is known' err_is_line 'nine.yaml: version "9.0.0" is not known; known: 4\.\* 5\.\*'

# the dates that files bear: a source is as new as its latest file, in whatever order they come
sed 's/  version: "1.0"/  version: "1.0"\n  dateModified: 2025-03-04/' sources/nexus.yaml >sources/nexus-b.yaml && mv sources/nexus-b.yaml sources/nexus.yaml
sed 's/    object-type: tactic/    object-type: tactic\n    modified_date: 2026-02-03/; s/    object-type: mitigation/    object-type: mitigation\n    created_date: 2026-01-02/' sources/ATLAS.yaml >dated.yaml
printf 'documents:\n- id: harbour.org/later\n  name: Later\n  dateCreated: "2025-09-01"\ntaxonomies:\n- id: harbour-later\n  name: Later Harbours\n  url: https://harbour.example/later\nrisks:\n- id: harbour-late\n  name: Late\n  isDefinedByTaxonomy: harbour-later\n' >later.yaml
date_of() { "$gairo" sources --format json | jq -r --arg id "$1" '.[] | select(.id == $id) | .date'; }
run 0 import later.yaml dated.yaml sources/nexus.yaml
expect 'of several files' [ "$(date_of nexus)" = 2025-09-01 ]
run 0 import sources/nexus.yaml
expect 'and not of the last' [ "$(date_of nexus)" = 2025-09-01 ]
expect 'the latest day that a record was changed on' [ "$(date_of atlas)" = 2026-02-03 ]
run 0 show nexus:harbour-atlas --format json
expect 'a taxonomy says its own version and day' json '.[0].sources | any(.locator == "nexus.yaml, version 1.0, 2025-03-04")'

# mot: spellings of licences, unlicensed, not included; ecosystem: a text or a mapping of it
run 0 show model.mot-harbour-7b
expect 'what two sources say is said once' [ "$(grep -c 'organisation\..*Harbour Labs' "$out")" -eq 1 ]
expect 'with both that say it' [ "$(sed -n '/^Developed by/,/^$/p' "$out" | grep -c '^    \[framework, reference\.\(mot\|ecosystem-graphs\)\]')" -eq 2 ]
expect 'a row for each component, and none for each source' [ "$(grep -c '^  deployment.data.weights  ' "$out")" -eq 1 ]
expect 'whose opinion stands where' out_has '^  Component  *mot  *ecosystem$'
expect 'the values side by side' out_has '^  deployment.data.weights  *unknown, Harbour Master License  *D[1-5]'
expect 'a value that two sources give stands once' [ "$(grep -c '^Released: ' "$out")" -eq "$(grep '^Released: ' "$out" | sort -u | wc -l)" ]
expect 'and narrow as a terminal is' [ "$(COLUMNS=80 "$gairo" show model.mot-harbour-7b | awk 'length > 80' | wc -l)" -eq 0 ]
# The exports of one model have what the screen has: a row for each component, what each says side by side, its remarks once.
run 0 export model.mot-harbour-7b --to markdown
expect 'a column for each source' out_has '^| Pipeline | Component | mot | ecosystem |$'
expect 'one row' [ "$(grep -c '^| deployment | Model architecture and weights | unknown, Harbour Master License | D[1-5] ' "$out")" -eq 1 ]
expect 'a component of which one source speaks' out_has '^| evaluation | Evaluation code | C1 closed[^|]* |  |$'
expect 'a remark once, with its components' [ "$(grep -c '^- mot: The Model Openness Framework has no such component. (.*, ' "$out")" -eq 1 ]
run 0 export model.mot-harbour-7b --to html
expect 'a column for each source of HTML' out_has '<th scope="col">mot</th><th scope="col">ecosystem</th>\|<th scope="col">ecosystem</th>'
expect 'one row of HTML' [ "$(grep -c '<th scope="row">Model architecture and weights</th>' "$out")" -eq 1 ]
run 0 export model.mot-harbour-7b --to text
expect 'one row of text' [ "$(grep -c 'Component: Model architecture and weights' "$out")" -eq 1 ]
run 0 export model.mot-harbour-7b --to csv
expect 'whose words it is in CSV' out_has '"Model architecture and weights","ecosystem: D'
run 0 export model.bloom --to markdown
expect 'of one source as before' out_has '^| Pipeline | Component | Level | Licence, as spelt | Note |'
lines 'search harbour 7b' 1 all
has 'the explorer names the sources' '^By source: mot, ecosystem'
has 'and says who says what' '^[0-9. ]*Model architecture and weights: mot says unknown; ecosystem says '
run 0 compare model.mot-harbour-7b model.bloom --format tsv
expect 'a cell of several sources names each' [ "$(grep '^deployment.data.weights' "$out" | cut -f 3 | grep -c '(ecosystem).*(mot)\|(mot).*(ecosystem)')" -eq 1 ]
expect 'what only one source knows is said once' [ "$(grep '^evaluation.code.general' "$out" | cut -f 3)" = C1 ]
run 0 show model.mot-harbour-7b --format json
expect 'one model, two opinions on the weights' json '[.[0].cells[] | select(.component == "deployment.data.weights")] | map(.source) | sort == ["ecosystem", "mot"]'
expect 'unlicensed is neither closed nor open' json '.[0].cells | any(.component == "training.code.pretraining" and .value == "2" and .source == "mot") and any(.component == "training.data.pretraining" and .value == "3" and .source == "mot")'
expect 'not included is closed' json '.[0].cells | any(.component == "evaluation.code.general" and .value == "1")'
expect 'undisclosed is unknown' json '.[0].cells | any(.component == "evaluation.data.utility" and .value == "unknown")'
expect 'the licence of the release' json '.[0].cells | any(.component == "deployment.code.inference" and .value == "5" and .licence_id == "licence.apache-2.0")'
expect 'a licence that nobody knows' json '.[0].cells | any(.component == "deployment.data.weights" and .value == "unknown" and .licence == "Harbour Master License")'
expect 'the twelve of one source' json '[.[0].cells[] | select(.source == "mot")] | length == 12'
expect 'a value inside a mapping' json '.[0].fields | any(.name == "released" and .value == "2023-05")'
expect 'built on what is there by name' json '.[0].links | any(.relation == "built-on" and .id == "model.bloom")'
expect 'what is no model is named' json '[.[0].fields[] | select(.name == "dependency") | .value] == ["BLOOM", "The Log Books"]'

# mit: evidenceId is repeated where id is not; nulls
run 0 show mit:2 mit:3 --format json
expect 'both rows' json 'map(.id) == ["mit:2", "mit:3"]'
expect 'under its subdomain' json '.[0].links | any(.relation == "narrower" and .id == "nexus:mit-ai-risk-subdomain-7.3")'
expect 'its paper' json '.[0].links | any(.relation == "supported-by" and .id == "reference.mit-paper-01")'
expect 'excluded is under none' json '.[1].links | all(.relation != "narrower")'

# references: CSL-JSON and BibTeX, by their keys
run 0 show reference.made2024tide --format json
expect 'LaTeX is text' json '.[0].title == "On Tides – and 10²⁵ waves"'
expect 'names' json '.[0].fields | any(.name == "authors" and .value == "Mäde, Up; Harbour Labs; et al.")'
expect 'what the entry lacks, its crossref says' json '(.[0].fields | any(.name == "year" and .value == "2024")) and (.[0].fields | any(.name == "url" and .value == "https://harbour.example/a_b"))'
run 0 show reference.made-preprint --format json
expect 'the identifier of a preprint' json '.[0].fields | any(.name == "identifier" and .value == "arXiv:2401.00001")'
run 0 export --to bibtex -o out.bib reference.qi2023finetuning reference.made2024tide
"$gairo" import --dry-run out.bib --format json >"$out"
expect 'what the export writes, the import reads' json '.refused == [] and .kinds.reference.added + .kinds.reference.changed >= 1'
printf '@misc{a, title={A}}\n@misc{b, title={B\n@misc{c, title={C}, journal=nowhere}\n@misc{d}\n' >faulty.bib
run 1 import faulty.bib
expect 'the fault, its line' err_has 'faulty.bib:2: a brace in the entry that begins here is not closed'
expect 'no title' err_has 'faulty.bib:4: d has no title'
printf '@misc{same, title={One}}\n@misc{same, title={Two}}\n' >twice.bib
run 0 import --dry-run twice.bib
expect 'a key that is there again is told, and the first counts' err_has 'twice.bib:2: reference.same is there again in other words'
run 1 import faulty.bib
expect 'a macro that is not there is told' err_has 'faulty.bib:3: no @string defines nowhere'
run 0 show reference.made2024harbour

# incidents: JSON in a cell, a line end in a cell, CC BY-SA
run 0 show incident.aiid-90001 --format json
expect 'lists in cells' json '[.[0].fields[] | select(.name == "harmed") | .value] == ["ships", "quay"] and ([.[0].fields[] | select(.name == "deployer")] | length == 1)'
expect 'a line end within quotes' json '.[0].summary == "A ship, two tugs and the quay."'
expect 'evidence of the subdomain' json '.[0].links | any(.relation == "evidence-of" and .id == "nexus:mit-ai-risk-subdomain-2.2" and .source.basis == "framework")'
to_risks() { json "[.[0].links[] | select(.relation == \"$1\" and .kind == \"risk\")] | $2"; }
expect 'a risk that is a part of the subdomain may be seen in it, as our own word' to_risks may-be-evidence-of 'map(.id) == ["risk.attacks-carry-over", "risk.supply-chain"] and all(.[]; .source.basis == "editorial" and (.text | test("^By MIT 2.2: .*, as AI Incident Database: MIT classification sorts it. The risk is a part of that entry: ")))'
expect 'a risk that is related to it is near, and why is told' to_risks related-evidence-of '(map(.id) | index("risk.weight-theft")) and all(.[]; .source.basis == "editorial" and (.text | test("The crosswalk here calls that entry related: .")))'
expect 'neither makes it evidence' to_risks evidence-of '. == []'
run 0 list incidents --where linked=risk.weight-theft --format json
expect 'all of a risk are a list' json 'map(.id) == ["incident.aiid-90001"]'
for form in markdown html; do
  run 0 export --to $form incident.aiid-90001
  expect "the licence goes into $form" out_has 'CC BY-SA 4.0'
  expect "the attribution goes into $form" out_has 'AI Incident Database, incident 90001'
done

# sources: what is known of them, and taking one away
run 0 sources show mot --format json
expect 'the version that the files say' json '.version | test("^Model Openness Framework 1")'
expect 'file, digest, counts' json '.files == [{bytes: .files[0].bytes, digest: .files[0].digest, format: "mot", imported: .files[0].imported, name: .files[0].name, now: "same", path: .files[0].path}] and (.files[0].digest | length == 64) and .kinds.model == 1'
run 0 sources show aiid
expect 'none is said' out_has '^Version  *no version given'
echo '# more' >>sources/Harbour-7B.yml
run 0 sources show mot
expect 'a file that changed since' out_has ' changed '
run 0 import sources/Harbour-7B.yml
expect 'a comment changes no record' out_has ' 0 changed'

sed -i 's/Undisclosed/MIT/' sources/Harbour-7B.yml
run 0 import --dry-run sources/Harbour-7B.yml --plain
expect 'a readable difference, old and new' out_has '~ model\..*harbour-7b.*: cell: "evaluation.data.utility unknown, .*" → "evaluation.data.utility 5, MIT"$'
"$gairo" import --dry-run sources/Harbour-7B.yml --format json >"$out"
expect 'the same in JSON' json '.changes | any(.change == "changed" and (.what | test("unknown, .* → .*utility 5, MIT")))'
expect 'and nothing changed' [ "$("$gairo" show model.mot-harbour-7b --format json | jq '[.[0].cells[] | select(.value == "5" and .source == "mot")] | length')" -eq 1 ]

# names, by hand
run 0 sources matches --format json
given=$(jq -r '.[] | select(.given | test("harbour-(labs-)?harbour-7b|mot-harbour-7b")) | .given' "$out" | head -n 1)
item=$(jq -r --arg given "$given" '.[] | select(.given == $given) | .item' "$out")
run 0 sources apart "$given"
run 0 show "$given"
run 0 sources forget "$given"
run 0 show "$given" --format json
expect 'an id that became another leads to it' [ "$(jq -r '.[0].id' "$out")" = "$item" ]
run 0 sources match "$given" model.falcon
run 0 show model.falcon --format json
expect 'as the user said' json '[.[0].sources[].id] | any(. == "reference.mot" or . == "reference.ecosystem-graphs")'
expect 'whose words a summary is' json '.[0] | .summary == null or .summary_source == "Model Openness Tool" or .summary_source == "Ecosystem Graphs"'
run 0 sources forget "$given"
run 0 show "$item" --format json
expect 'names decide again' json '[.[0].cells[].source] | unique == ["ecosystem", "mot"]'
# what cannot be is refused, and leaves no word; what can is exact both ways
before=$("$gairo" show model.falcon "$item" --format json | jq -S .)
words=$("$gairo" sources matches --format json)
other=$("$gairo" sources matches --format json | jq -r --arg item "$item" '.[] | select(.item == $item) | .given' | head -n 1)
refuses 1 'there is no item model.nothing-such; nothing was changed' sources match "$other" model.nothing-such
refuses 1 'no imported source calls anything model.nothing-such' sources match model.nothing-such model.falcon
refuses 1 'no imported source calls anything model.nothing-such' sources apart model.nothing-such
refuses 1 'is the item.s id in .* itself' sources match model.bloom model.falcon
refuses 1 "is known as $item; match" sources match "$item" "$other"
expect 'no word is left' [ "$("$gairo" sources matches --format json)" = "$words" ]
run 0 sources match "$item" model.falcon
expect 'what to what' out_has "($item) is model.falcon: as you said"
run 0 sources forget "$item"
expect 'as it was' [ "$("$gairo" show model.falcon "$item" --format json | jq -S .)" = "$before" ]
expect 'and nothing is left' [ "$("$gairo" sources matches --format json)" = "$words" ]
run 0 import sources
expect 'the imports go on' out_has ' 0 refused$'
refuses 1 'nothing was said of "model.x"' sources forget model.x
refuses 2 "'risk.x' is no id of a model" sources apart risk.x
refuses 1 "there is no source 'mott' (did you mean 'mot'?)" sources remove mott
refuses 2 '"gairo" is what gairo comes with' sources remove gairo
refuses 2 "gairo sources has no 'delete'" sources delete mot
refuses 2 'gairo sources match needs' sources match model.x

# the rest, where it is asked for; what was there and is refused now stays
head -n 1 sources/incidents.csv >more.csv
printf 'x,none,2024-01-01,[],[],[],[],a,b\nx,90003,2024-01-01,[],[],[],[],It rained.,Rain\nx,90004,2024-01-01,[],no list,[],[],c,d\n' >>more.csv
run 1 import more.csv
expect 'nothing is changed' out_has '0 added, .* 2 refused'
expect 'each with its line' [ "$(grep -c '^gairo: more.csv:[24]: ' "$err")" -eq 2 ]
run 1 show incident.aiid-90003
run 1 import --keep-going more.csv
expect 'the rest is imported, and it is said' out_has 'What was refused was not imported'
expect 'one added' out_has '1 added, .* 2 refused'
run 0 show incident.aiid-90003
run 1 import --keep-going more.csv
expect 'again: nothing more' out_has '0 added, 0 changed, .* 0 removed, 2 refused'

# a file that broke since: refused, and what was imported from it stays
cp -r sources broken
sed -i 's/Harbour 7B/Jetty 7B/; s/Harbour-7B/Jetty-7B/; s/Harbour Labs/Jetty Labs/' broken/Harbour-7B.yml broken/assets.yaml
rm -f broken/*.csv
run 0 --db "$world/broken.db" import broken
records=$("$gairo" --db "$world/broken.db" sources --format json | jq 'map({id, records})')
for broken in 'broken: [' '' '# nothing but a remark' "$(printf 'a: 1\na: 2')"; do
  printf '%s\n' "$broken" >broken/Harbour-7B.yml
  [ -n "$broken" ] || : >broken/Harbour-7B.yml
  for path in broken broken/Harbour-7B.yml; do
    run 1 --db "$world/broken.db" import $path
    expect "refused, not skipped: $broken" err_has '^gairo: broken/Harbour-7B.yml:'
    expect 'nothing is changed' out_has '^Nothing was changed'
  done
  run 1 --db "$world/broken.db" import --keep-going broken
  expect 'nothing of it goes' out_has ' 0 removed, 1 refused'
  expect 'its records stay' [ "$("$gairo" --db "$world/broken.db" sources --format json | jq 'map({id, records})')" = "$records" ]
done

# one source has a name twice: whatever comes first, the same again changes nothing
mkdir twice
sed 's/Harbour Labs/Other Labs/; s/Harbour 7B/Wharf/' sources/assets.yaml >twice/a.yaml
sed 's/Harbour 7B/Wharf/' sources/assets.yaml >twice/b.yaml
sed 's/Harbour-7B/Wharf/' sources/Harbour-7B.yml >twice/c.yml
for order in 'twice/a.yaml twice/b.yaml twice/c.yml' 'twice/c.yml twice/b.yaml twice/a.yaml'; do
  # shellcheck disable=SC2086
  run 0 --db "$world/twice.db" import $order
  # shellcheck disable=SC2086
  run 0 --db "$world/twice.db" import $order
  expect "the same again: $order" out_has '0 added, 0 changed, .* 0 removed, 0 refused'
  rm -f "$world"/twice.db*
done

# the user's own outlasts all of it
run 0 sheet new ours
run 0 sheet add ours model.bloom incident.aiid-90001
for source in $("$gairo" sources --format json | jq -r '.[] | select(.id != "gairo" and .id != "openness") | .id'); do
  run 0 sources remove "$source"
done
snapshot >"$world/after"
expect 'the database is as it was' cmp "$world/before" "$world/after"
run 0 sheet show ours
expect 'the sheet is the user'"'"'s' out_has 'The tug that turned'

# what gairo comes with can go too, but the data that all rests on; it comes back in its place
openness() { "$gairo" sources --format json | jq '.[] | select(.id == "openness") | {id, title, version, date, licence, url, cite, records}'; "$gairo" matrix --format json; "$gairo" show model.bloom --format json; }
states() { "$gairo" sources --format json | jq -c '.[] | select(.id == "openness") | {title, version, date, licence, url, cite}'; }
stated=$(states)
openness >"$world/before"
run 0 sources remove openness
run 0 stats
expect 'stats tells' out_has 'No model has cells of the companion data'
run 0 import --shipped
openness >"$world/after"
expect 'the shipped source is as it was' cmp "$world/before" "$world/after"
run 0 sources remove openness
run 0 import "$srcdir/tests/data/openness/valid"
expect 'its files state what the shipped data does' [ "$(states)" = "$stated" ]
expect 'its rank is that of what gairo comes with' [ "$("$gairo" sources --format json | jq -r '.[1].id')" = openness ]
finish
