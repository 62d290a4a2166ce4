#!/bin/sh
# Every command that reports, as a table, as JSON with the shape that is promised, as CSV and TSV.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq

run 0 list risks
expect 'a line of titles' out_has '^Id  *Title  *Openness'
expect 'risks' out_has '^risk\.'
risk=$(grep -o '^risk\.[^ ]*' "$out" | head -n 1)
run 0 list risk --format json
expect 'an array of items' json 'length > 5 and all(.[]; .id and .title and .kind == "risk" and has("summary") and has("effect"))'
expect 'areas and stages as arrays of ids' json 'all(.[]; (.areas | type) == "array" and all(.areas[]; startswith("area.")) and
  (.stages | length) > 0 and all(.stages[]; startswith("stage.")))'
expect 'ids are unique' json '([.[].id] | unique | length) == length'
risks=$(jq length "$out")
cp "$out" "$world/risks"
run 0 list risks --format tsv
expect 'a line for each and one of names' [ "$(wc -l <"$out")" -eq $((risks + 1)) ]
expect 'names' [ "$(head -n 1 "$out" | cut -f 1-3)" = "$(printf 'id\tkind\ttitle')" ]
run 0 --version
if grep -q '^CSV output: by' "$out"; then
  run 0 list risks --format csv
  expect 'names' out_has '^id,kind,title,summary,effect'
  expect 'a line for each and one of names' [ "$(wc -l <"$out")" -eq $((risks + 1)) ]
else
  refuses 1 'without libcsv' list risks --format csv
fi
run 0 list risks --where area=safety-security --where effect=raises --format json
expect 'different fields are and' json "length > 0 and length < $risks and all(.[]; .effect == \"raises\")"
run 0 list risks --where effect=raises --where effect=lowers --where effect=mixed --where effect=unclear --format json
expect 'the same field is or' json "length == $risks"
run 0 list risks --sort -id --format json
expect "sorted from the end" json "[.[].id] | . == (sort | reverse)"
run 0 list recommendations --format json
expect 'actors as arrays of ids' json 'all(.[]; (.actors | length) > 0 and all(.actors[]; startswith("actor.")))'
run 0 stats --format json
expect 'stages of areas as arrays of ids' json 'all(.areas[]; .stages | length > 0 and all(.[]; startswith("stage.")))'
run 0 list models --where deployment.data.weights=5 --format json
expect 'a condition on a component' json 'length > 0 and length < 45'
run 0 list models --sort -released --format json
expect 'in the order of a field' json '[.[].released] | . == (sort | reverse)'
run 0 list framework-entries --sort framework --format json
expect 'every entry has its framework' json 'length > 0 and all(.[]; .framework) and ([.[].framework] | unique | length) > 1'
expect 'one framework after the other' json '[.[].framework] | . == sort'
run 0 show risk.safeguards-stripped
expect 'entries that the risk is narrower than' out_has '^Narrower than these entries$'
run 0 show atlas:AML.T0054 --format json
expect 'the other way round' json '.[0].links | any(.relation == "narrower" and .id == "risk.safeguards-stripped")'
run 0 list incidents
expect 'no result is no fault' [ "$(cat "$out")" = 'No incidents.' ]
run 0 list incidents --format json
expect 'no result is an empty array' json '. == []'
run 0 list instruments --as-of 2024-05-31 --format json
cp "$out" "$world/then"
run 0 list instruments --as-of paper --format json
expect 'the paper is May 2024' cmp -s "$out" "$world/then"
run 0 list instruments --as-of 2026-11-01 --format json
expect 'the law has dates' [ "$(jq '[.[].status]' "$out")" != "$(jq '[.[].status]' "$world/then")" ]

run 0 show "$risk"
expect 'id and kind' out_has "^Risk  $risk"
expect 'sources' out_has '^Sources$'
run 0 show risk.racing
expect 'what of it is our own stands before the body' out_has '^ *\[our own synthesis: all paragraphs, reasons and ratings\]$'
run 0 show mitigation.guard-models
expect 'where all is, the page has said so' [ -z "$(grep '\[our own synthesis' "$out")" ]
run 0 show "$risk" model.bloom --format json
expect 'an array in the order asked for' json "length == 2 and .[0].id == \"$risk\" and .[1].id == \"model.bloom\""
expect 'the promised shape' json 'all(.[]; has("summary") and has("body") and has("fields") and has("cells") and
  (.links | type) == "array" and (.sources | length) > 0 and all(.sources[]; .id and .basis and has("locator")))'
expect 'links' json '.[0].links | length > 0 and all(.[]; .relation and .id and .kind and .title)'
expect 'cells' json '.[1].cells | length == 12'
expect 'what is said of the risk itself is not derived too' json '.[0].derived == [] and .[1].derived == []'
expect 'by which way it answers' json '[.[0].links[] | select(.relation == "answers" or .relation == "addresses")] | length > 1 and
  all(.through | type == "array") and any(.[].through[]; startswith("mitigation."))'
expect 'other links have no way' json 'all(.[].links[] | select(.relation != "answers" and .relation != "addresses"); has("through") | not)'
expect 'what to do, as a statement of its own' json '[.[0].links[] | select(.relation == "answers") | .text] | length > 1 and all(length > 10)'
# What follows over two links, since it does not say which risks it answers.
mitigation=$(jq -r 'first(.[0].links[] | select(.kind == "mitigation")).id' "$out")
cat >"$world/advice.xml" <<END
<gairo xmlns="urn:gairo:data:1" source="advice">
  <recommendation id="recommendation.broad"><title>Pay for upkeep</title>
    <summary>Those who gain from open tools should pay a part of what keeps them alive.</summary>
    <field name="horizon" value="two-years"/><field name="why">W.</field><field name="trade-off">W.</field>
    <field name="indicator">W.</field><source ref="reference.gairo" basis="editorial"/>
    <link relation="calls-for" to="$mitigation" ref="reference.gairo" basis="editorial"/>
    <link relation="addressed-to" to="actor.funders" ref="reference.gairo" basis="editorial"/>
  </recommendation>
</gairo>
END
run 0 import "$world/advice.xml"
run 0 show "$risk" model.bloom --format json
expect 'what follows for a risk, and for nothing else' json "(.[0].derived | length == 1 and
  all(.[]; .relation == \"recommendation\" and .id == \"recommendation.broad\" and .kind and .title and
    .through == [\"$mitigation\"])) and .[1].derived == []"
run 0 show "$risk"
expect 'what to do, as what it is' out_has '^What to do (derived: '
expect 'by which way' out_has '^    Through: mitigation\.'
run 0 show "$risk" --format tsv
expect 'the same in rows' out_has "^$risk	derived	recommendation	recommendation\.broad.*Through: mitigation\."
expect 'one derived row' [ "$(grep -c "^$risk	derived" "$out")" -eq 1 ]
run 0 sources remove advice
# What two sources say is one link, with both.
cat >"$world/maker.xml" <<END
<gairo xmlns="urn:gairo:data:1" source="maker">
  <reference id="reference.maker"><title>A list of makers</title><source ref="reference.maker" basis="literature"/></reference>
  <model id="model.bloom"><title>BLOOM</title><source ref="reference.maker" basis="literature"/>
    <link relation="developed-by" to="organisation.bigscience" ref="reference.maker" basis="literature" locator="p. 3">The list says so.</link>
  </model>
</gairo>
END
run 0 import "$world/maker.xml"
run 0 show model.bloom --format json
expect 'one link with all that say so' json '[.[0].links[] | select(.relation == "developed-by")] | length == 1 and (.[0] |
  .text == "The list says so." and .source == (.sources[0] | {id, locator, basis}) and (.sources | length) == 2 and
  .sources[1] == {id: "reference.maker", locator: "p. 3", basis: "literature", text: "The list says so.", asserted_by: "maker"})'
run 0 show model.bloom --format tsv
expect 'one row' [ "$(grep -c '	developed-by	' "$out")" -eq 1 ]
expect 'with all that say so, each in its place' out_has '	The list says so\.	reference\.[^;	]*; reference\.maker	; p\. 3	'
run 0 export --to csv model.bloom
expect 'one row in a sheet' [ "$(grep -c '"Developed by"' "$out")" -eq 1 ]
expect 'with both' out_has '"BigScience","[0-9]*; [0-9]*","; p\. 3"'
run 0 sources remove maker
run 0 show model.bloom
expect 'cells as a table' out_has '^  deployment.data.weights  *D4'
run 1 show "$risk" risk.no-such-thing model.blom --format json
expect 'known ones are shown' json 'length == 1'
expect 'unknown ones are told' err_has '^gairo: .*risk.no-such-thing'
expect 'the nearest is offered' err_has 'model.blom.*model.bloom'
expect 'a line each' [ "$(wc -l <"$err")" -eq 2 ]
run 0 show term.rlhf
expect 'what a field names has its title' out_has '^See also: Alignment (term\.alignment)$'
run 0 show instrument.us-eo14110
expect 'choices and events are in words' out_has '^  2023-10-30  in force'
run 0 show provision.us-eo14110-46
expect 'a choice is in words' out_has '^Treatment of open models: no rule seen$'
run 0 show risk.safeguards-stripped
expect 'what law says has its state' out_has 'available weights, revoked$'
run 0 show term.rlhf --format json
expect 'programs get ids' json '.[0].fields | map(select(.name == "see")) | map(.value) | index("term.alignment") != null'
run 0 list instruments --where treatment=silent --where jurisdiction=japan
expect 'a list has words' out_has 'no rule seen'
run 0 list instruments --where treatment=silent --where jurisdiction=japan --format tsv
expect 'values where a program reads' out_has '	silent	'
run 0 show instrument.eu-ai-act
expect 'the state of a law' out_has '^State on [-0-9]*: '
run 0 show "$risk" --format tsv
expect 'a statement in a row' out_has "^$risk	field	effect	"

run 0 search open weights
expect 'a line of titles' out_has '^Id  *Kind  *Title'
run 0 search --kind risk --limit 3 --format json open
expect 'at most three risks with a snippet' json 'length == 3 and all(.[]; .kind == "risk" and .id and .title and .snippet)'
expect 'that there are more is told' err_is_line 'more than 3'
run 0 search --kind risk --limit 3 --quiet open
expect 'but not with --quiet' err_is_empty
run 0 search --format json 'xyzzy"AND NEAR(' '*' '-'
expect 'any words are a question' json '. == []'
run 0 search xyzzy
expect 'nothing found' [ "$(cat "$out")" = 'Nothing found.' ]
run 0 search -- --format
expect 'words after --' err_is_empty

run 0 matrix
expect 'titles' out_has '^Model  *Released  *pre  *ft'
expect 'a model' out_has '^BLOOM  *2022-05  *C5  *?'
run 0 matrix --format json
expect '45 models, 12 components' json 'length == 45 and all(.[]; .components | length == 12)'
expect 'the promised shape' json 'all(.[]; .id and .title and (.released | test("^[0-9]{4}-[0-9]{2}$")) and
  all(.components[]; keys == ["guess", "level", "licence", "licence_id", "value"]))'
expect 'values and levels' json 'all(.[].components | to_entries[]; .key as $key | .value |
  if .value == "unknown" or .value == "not-applicable" then .level == null
  else .level == (if $key | contains(".code.") then "C" else "D" end) + .value end)'
run 0 matrix --where year=2023 --format json
expect 'a condition' json 'length > 0 and all(.[]; .released | startswith("2023"))'
run 0 matrix --format tsv
expect 'four columns for each component' [ "$(head -n 1 "$out" | tr '\t' '\n' | wc -l)" -eq 51 ]

run 0 compare model.bloom model.llama-2
expect 'components beside each other, marked where they differ' out_has '^deployment.data.weights  *!  *D4'
run 0 compare model.bloom model.llama-2 --format json
expect 'an array' json 'length == 2 and .[1].id == "model.llama-2"'
refuses 1 'model.blom.*model.bloom' compare model.blom model.llama-2

run 0 trace "$risk"
expect 'from the risk' out_has "^$risk  "
for id in $(jq -r ".[].id" "$world/risks"); do
  run 0 trace "$id" --format json
  expect 'the promised shape' json 'has("children") and has("gaps") and all(.gaps[]; .id and .missing and has("risk"))'
  expect 'below what reduces it somebody is asked and law says something, or it is a gap' json '
    [.gaps[] | .id + " " + .missing] as $gaps | all(.children[] | select(.kind == "mitigation"); . as $mitigation |
      [.children[].kind] as $kinds |
      (($kinds | any(. == "recommendation")) != ($gaps | any(. == $mitigation.id + " recommendation"))) and
      (($kinds | any(. == "provision" or . == "instrument")) != ($gaps | any(. == $mitigation.id + " provision"))))'
done
run 0 trace risk.safeguards-stripped
expect 'for this risk there is none' out_has '^    gap: no recommendation for this risk$'
expect 'which risk, in the list of gaps' out_has '^  no recommendation for risk\.safeguards-stripped calls for mitigation\.'
run 0 list terms --format json
cp "$out" "$world/terms"
run 0 trace risk.deception-fraud --as-of 2026-11-23
expect 'law beside what it requires' out_has '^ *Required by provision\.eu-aia-50  .*, partly in force$'
expect 'who is asked to act' out_has '^ *recommendation\.'
run 0 trace provision.eu-aia-50 --format json
expect 'from a law to what it bears on and the risks that reduces' json '.children | length > 0 and all(.[]; .relation and .kind) and
  any(.[].children[]; .kind == "risk" and .relation == "reduces")'
run 0 trace model.bloom --format json
expect 'from a model by its components to what depends on them' json '.children | length > 0 and
  all(.[]; .kind == "component" and (.value | tonumber) > 1 and all(.children[]; .kind == "risk" or .kind == "opportunity"))'
run 0 trace recommendation.proportionate-rules --format json
expect 'from a recommendation to what it calls for and the law on that' json '.children | any(.kind == "mitigation" and .relation == "calls-for")'
run 0 trace "$risk" --format tsv
expect 'what is missing has a row' out_has '	missing		'
refuses 2 'trace starts from' trace "$(jq -r '.[0].id' "$world/terms")"
refuses 1 'risk.nope' trace risk.nope

run 0 show --plain model.falcon
expect 'a score that is not what the points give' out_has '^  deployment.data.weights: scored D5; the five points of "Falcon-180B Data" give D3$'
run 0 show --plain licence.falcon-180b-tii-1.0
expect 'what the points give' out_has '^By its points: 3 of 5, C3 for code, D3 for data$'
expect 'the same from the other side' out_has '^  Falcon, deployment.data.weights: scored D5; '
run 0 show licence.apache-2.0
expect 'nothing to tell' out_lacks 'Scored otherwise'
run 0 stats --format json
cases=$(jq '.observations.licence_disagreements | length' "$out")
for model in $(jq -r '.observations.licence_disagreements | map(.model) | unique | .[]' "$out"); do
  run 0 show --plain "$model"
  grep '; the five points of ' "$out"
done >"$world/cases"
expect 'as many as stats has' [ "$(wc -l <"$world/cases")" -eq "$cases" ]
for observation in openness-by-pipeline openness-over-time openness-by-organisation-type open-wherever-applicable; do
  run 0 show "observation.$observation"
  run 0 stats
  cp "$out" "$world/stats"
  run 0 show "observation.$observation"
  sed -n '/^  \(Pipeline\|Released\|Kind\|Model\)  /,/^$/p' "$out" | sed -n '2p' >"$world/line"
  expect 'a row of what is recomputed, as stats has it' [ -s "$world/line" ]
  expect 'the same numbers' grep -q -x -F -f "$world/line" "$world/stats"
done
run 0 balance --format json
expect 'the sides and the pairs' json '.by == "area" and .risks > 5 and .opportunities > 5 and .one_sided == false and
  (.groups | length > 3 and all(.[]; .id and (.pairs | length) >= .risks and (.pairs | map(select(.risk)) | length) == .risks and
    (.pairs | map(select(.opportunity)) | length) == .opportunities))'
run 0 balance --by component
expect 'counts in words' out_has '^Pre-training data: [0-9]* risks, [0-9]* opportunities'
run 0 balance --sheet basket --format json
expect 'nothing in the basket is no fault' json '.risks == 0 and .one_sided == false and .groups == []'
refuses 2 'by area or by component' balance --by colour
refuses 1 'nope' balance --sheet nope
run 0 balance --format tsv
expect 'a row for each pair' out_has '^area\.safety-security	risk\.'
run 0 timeline --as-of 2024-05-31 --format json
expect 'by date, law and models' json '[.[].date[0:4]] == ([.[].date[0:4]] | sort) and any(.[]; .kind == "model" and .type == "released") and
  any(.[]; .kind == "instrument" and .type == "in-force") and all(.[]; .id and .title and (.to_come | type) == "boolean")'
expect 'what was to come then' json 'any(.[]; .id == "instrument.eu-ai-act" and .type == "in-force" and .to_come)'
run 0 timeline --kind model --where year=2023 --format json
expect 'of a kind and a year' json 'length > 3 and all(.[]; .kind == "model" and (.date | startswith("2023")))'
run 0 timeline --where region=european-union
expect 'of a region' out_has 'instrument.eu-ai-act'
expect 'which models have none of' out_lacks ' model\.'
refuses 2 'no dates' timeline --kind risk

run 0 stats
expect 'stages and areas' out_has '^Risks + opportunities by area and stage$'
expect 'an empty field' out_has '^  An empty field: not seen in the paper\.$'
expect 'nothing is counted as none there' out_lacks ' 0 + 0'
expect 'sources' out_has '^Sources$'
expect 'training beside not applicable and unknown' out_has '^  training  *115  *8  *33  *103  *11$'
expect 'evaluation' out_has '^  evaluation  *60  *0  *21  *93  *6$'
expect 'deployment' out_has '^  deployment  *28  *20  *42  *0  *0$'
expect 'open wherever a component applies' out_has '^Open wherever a component applies: 7 as scored'
run 0 stats --format json
expect 'counts, sources, observations' json '.counts.model == 45 and .counts.component == 12 and
  (.sources | length) > 0 and all(.sources[]; .id and .records > 0)'
expect 'stage by area' json '(.stage_area | length) == (.counts.stage * .counts.area) and all(.stage_area[]; .stage and .area and .risks >= 0)'
expect 'the observations' json '.observations | .openness_by_pipeline.training ==
  {closed: 115, semi_open: 8, open: 33, not_applicable: 103, unknown: 11} and
  .openness_by_pipeline.evaluation == {closed: 60, semi_open: 0, open: 21, not_applicable: 93, unknown: 6} and
  .openness_by_pipeline.deployment == {closed: 28, semi_open: 20, open: 42, not_applicable: 0, unknown: 0}'
expect 'open models with reasons' json '.observations.open_wherever_applicable | .as_scored == 7 and .by_points == 4 and
  .as_scored == ([.models[] | select(.unknown == 0)] | length) and .with_unknown == ([.models[] | select(.unknown > 0)] | length) and
  .by_points == ([.models[] | select(.unknown == 0 and .by_points)] | length) and
  all(.models[]; .components > 0 and (.by_points or (.reason | length) > 0))'
expect 'over time, by kind of organisation' json '.observations | .models as $models | (.openness_over_time, .openness_by_organisation_type) |
  (map(.models) | add) == $models and all(.[]; .pipelines.training.closed >= 0 and (.models >= 5 or .pipelines.training.open_percent == null))'
expect 'groups add up to the pipeline' json '.observations | .openness_by_pipeline.training.open as $open |
  all((.openness_over_time, .openness_by_organisation_type); (map(.pipelines.training.open) | add) == $open)'
expect 'what is thin' json '.thin | (keys | sort) == ["evidence", "gap", "synthesis", "unaddressed", "unchecked", "undisputed", "unread-law"] and
  all(.[]; .items >= 0 and .items <= .of and .of > 0) and .evidence.of == .undisputed.of and .gap.of == .unaddressed.of'
thin=$(jq .thin.evidence.items "$out")
run 0 list risks opportunities --format json
expect 'the same in a list' json "map(select(.thin_evidence)) | length == $thin"
run 0 list risks
expect 'it is said where the evidence stands' out_has '^risk\.weak-usability .* speculative (thin) '
run 0 list risks --format csv
expect 'and apart for a program' out_has '^risk\.weak-usability,.*,speculative,true,'
run 0 check --notices --format json
expect 'the same number of notices' json "[.[] | select(.rule == \"thin-evidence\")] | length == $thin"
run 0 stats
expect 'the balance' out_has '^  Safety and security  *[0-9]\{1,\}  *[0-9]\{1,\}$'
expect 'what is thin, in words' out_has '^ *[0-9]\{1,\}  *[0-9]\{1,\}  risks and opportunities that fewer than two references support$'
run 0 stats --where frame=paper --format json
expect 'what goes beyond the paper is left out' json '.counts.risk > 0 and .counts.model == 45 and .counts.instrument > 0'
paper=$(jq .counts.risk "$out")
run 0 stats --where frame=beyond --format json
expect 'what goes beyond alone' json '.counts.risk > 0 and .counts.model == 0 and .observations.models == 0'
beyond=$(jq .counts.risk "$out")
run 0 stats --format json
expect 'both are all' json ".counts.risk == $paper + $beyond"
run 0 list risks --where area=existential --where stage=near
expect 'an empty field of the frame' out_has '^Not seen in the paper\.$'
run 0 list risks --where area=existential --where stage=near --where effect=raises
expect 'nothing else is said to be none' out_lacks 'Not seen in the paper'
run 0 list risks --where frame=paper --format json
expect 'the same number in the list' json "length == $paper"
run 0 search --where frame=beyond --kind risk --format json risk
run 0 search --where status=proposed --as-of paper --format json act
expect 'search among what was proposed' json 'length > 0 and all(.[]; .kind == "instrument" or .kind == "provision")'
run 0 stats --format tsv
expect 'a group in rows' out_has '^openness-over-time	2023 training	open	[0-9]*$'
expect 'a number in a row' out_has '^openness	training	closed	115$'
refuses 1 "no source 'nobody'" stats --where source=nobody

run 0 check
expect 'no findings in what is shipped' out_has '^no findings\(, [0-9]* notices\? (shown with --notices)\)\?$'
expect 'no fault is told' out_lacks ':[0-9]*: '
expect 'the balance' out_has '^  Safety and security  *[0-9]\{1,\}  *[0-9]\{1,\}$'
run 0 check --format json
expect 'an array of notices' json 'type == "array" and all(.[]; .severity == "notice" and .rule and .message and .line > 0)'
notices=$(jq length "$out")
run 0 check --notices --format tsv
expect 'all notices are shown' [ "$(grep -c '	notice	' "$out")" -eq "$notices" ]

run 0 formats
expect 'what can be imported' out_has '^openness  *import'
expect 'what can be exported' out_has '^html  *export'
run 0 formats --format json
expect 'an array' json 'all(.[]; .name and .title and (.direction == "import" or .direction == "export"))'

run 0
expect 'the overview' out_has '^gairo: '
expect 'areas' out_has 'Safety and security .*[0-9]'
expect 'openness' out_has '^  training  *115 closed,  *8 semi-open,  *33 open  (103 not applicable, 11 unknown)'
expect 'what to try' out_has 'gairo --help'
run 0 --format json
expect 'the same as JSON' json '.counts.model == 45 and (.areas | length) > 3'
finish
