#!/bin/sh
# Everybody else's real files, in one call into a fresh database: the counts are the sources' own.
. "${srcdir:-.}/tests/cli/harness.sh"
folder=${GAIRO_SHARED:-}/sources
[ -d "$folder/nexus" ] || skip 'GAIRO_SHARED/sources is not there'
needs_jq
count() { "$gairo" list "$1" --where "source=$2" --format json | jq length; }
members() { "$gairo" show "$1" --format json | jq "[.[0].links[] | select(.relation == \"part-of\" and .kind == \"$2\") | .id] | unique | length"; }
typed() { "$gairo" list framework-entries --where source=$1 --format json | jq -r '.[].id' >"$world/ids"; xargs -n 400 "$gairo" show --format json <"$world/ids" | jq -s "[.[][] | select(.fields | any(.name == \"entry-type\" and (.value | test(\"$2\"))))] | length"; }

run 0 import --quiet "$folder"
expect 'nothing is refused' out_has ', 0 refused$'
run 0 import --quiet "$folder"
expect 'a second import changes nothing' out_has '0 added, 0 changed, [0-9]* unchanged, 0 removed, 0 refused$'
run 0 check
expect 'IBM: 99 risks' [ "$("$gairo" show nexus:ibm-risk-atlas --format json | jq '[.[0].links[] | select(.relation == "part-of" and (.id | startswith("nexus:ibm-risk-atlas-") | not)) | .id] | unique | length')" -eq 99 ]
expect 'NIST: 212 actions' [ "$(members nexus:nist-ai-rmf mitigation)" -eq 212 ]
expect 'NIST: 12 risks' [ "$(members nexus:nist-ai-rmf framework-entry)" -eq 12 ]
expect 'OWASP: 10' [ "$(members nexus:owasp-llm-2.0 framework-entry)" -eq 10 ]
expect 'ATLAS: 16 tactics' [ "$(typed atlas '^tactic$')" -eq 16 ]
expect 'ATLAS: 170 techniques' [ "$(typed atlas 'technique$')" -eq 170 ]
expect 'ATLAS: 35 mitigations' [ "$(count mitigations atlas)" -eq 35 ]
expect 'ATLAS: 57 case studies' [ "$(count incidents atlas)" -eq 57 ]
expect 'nexus: 157 risks, groups apart' [ "$(typed nexus '^risk$')" -eq $((99 + 12 + 24 + 9 + 10)) ]
expect 'mot: a model for each file' [ "$(count models mot)" -eq "$(ls "$folder/mot" | wc -l)" ]
kinds_of_text() { "$gairo" list provisions --where "source=$1" --format json | jq "[.[] | select(.id | test(\"$2\"))] | length"; }
expect 'AI Act: 113 articles' [ "$(kinds_of_text eu-2024-1689 '^provision.eu-2024-1689-art-[0-9]+$')" -eq 113 ]
expect 'AI Act: 180 recitals' [ "$(kinds_of_text eu-2024-1689 '^provision.eu-2024-1689-rec-[0-9]+$')" -eq 180 ]
expect 'AI Act: 13 annexes' [ "$(kinds_of_text eu-2024-1689 '^provision.eu-2024-1689-annex-[ivx]+$')" -eq 13 ]
expect 'the Order: 13 sections' [ "$(kinds_of_text us-eo14110 '^provision.us-eo14110-sec-[0-9]+$')" -eq 13 ]
expect 'MIT: 24 subdomains' [ "$("$gairo" list framework-entries --where source=nexus --format json | jq '[.[] | select(.id | test("^nexus:mit-ai-risk-subdomain-"))] | length')" -eq 24 ]
expect 'incidents' [ "$(count incidents aiid)" -eq 1367 ]
expect 'classified' [ "$(count incidents aiid-mit)" -eq 1242 ]
run 0 show risk.personal-data
expect 'the classification, and the mapping, said once' [ "$(grep -c 'By MIT 2.1: ' "$out")" -eq 1 ]
expect 'as many as fit on a page' [ "$(grep -c '^  incident\.aiid-' "$out")" -le 12 ]
expect 'how many more, and the way to them' out_has 'and [0-9]* more: gairo list incidents --where linked=risk.personal-data'
run 0 list incidents --where linked=risk.personal-data --format json
expect 'which lists them all' json 'length > 50'
hanging=$(for risk in $("$gairo" list risks --format json | jq -r '.[].id'); do "$gairo" list incidents --where "linked=$risk" --format json | jq -r '.[].id'; done | sort -u | wc -l)
expect 'most of the incidents hang under a risk' [ "$hanging" -gt 1100 ]
run 0 show nexus:llm01-prompt-injection
expect 'OWASP is under CC BY-SA' out_has 'CC BY-SA 4.0'
finish
