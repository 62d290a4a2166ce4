#!/bin/sh
# The paper's companion data: importing it onto the fresh database changes nothing, and the matrix equals it in all cells.
. "${srcdir:-.}/tests/cli/harness.sh"
folder=${GAIRO_SHARED:-}/sources/openness
[ -d "$folder" ] || skip 'GAIRO_SHARED/sources/openness is not there'
needs_jq

run 0 import "$folder"
expect 'all known' [ "$(tail -n 1 "$out")" = '45 records: 0 added, 0 changed, 45 unchanged, 0 removed, 0 refused' ]
run 0 import "$folder" --format json
expect 'as JSON' json '. == {dry_run: false, kinds: {model: {added: 0, changed: 0, unchanged: 45, removed: 0, refused: 0}}, refused: [], remarks: [], skipped: []}'
run 0 import --from openness "$folder/bloom.md"
expect 'a file alone removes nothing' [ "$(tail -n 1 "$out")" = '1 record: 0 added, 0 changed, 1 unchanged, 0 removed, 0 refused' ]

# The cells as the files have them, read here without gairo: FILE COMPONENT VALUE LICENCE.
for file in "$folder"/*.md; do
  awk -v file="$(basename "$file" .md)" '
    /^---/ { if (++fences == 2) exit; next }
    { indent = match($0, /[^ ]/) - 1; key = $0; sub(/^ */, "", key); text = key; sub(/:.*/, "", key); sub(/^[^:]*: */, "", text)
      sub(/ *$/, "", text); gsub(/^["\047]|["\047]$/, "", text) }
    indent == 0 { top = key }
    indent == 2 { middle = key }
    indent == 4 { component = top "." middle "." key }
    indent == 6 && key == "value" { value[component] = text }
    indent == 6 && key == "license" { licence[component] = text }
    END { for (c in value) printf "%s\t%s\t%s\t%s\n", file, c, value[c] == "Unknown" ? "unknown" : value[c] == "N/A" ? "not-applicable" : value[c], licence[c] }
  ' "$file"
done | sort >"$world/files"
run 0 matrix --format json
jq -r '.[] | .id as $id | .components | to_entries[] |
  [($id | sub("^model\\."; "")), .key, .value.value, .value.licence // .value.guess // ""] | @tsv' "$out" | sort >"$world/matrix"
expect '540 cells' [ "$(wc -l <"$world/files")" -eq 540 ]
expect 'all cells equal' cmp "$world/files" "$world/matrix"
diff "$world/files" "$world/matrix" | head
expect 'three guesses, and none of them a licence' json '[.[].components[] | select(.guess)] | length == 3 and all(.[]; .licence == null)'
run 0 stats
expect 'the observations stay' out_has '^  training  *115  *8  *33  *103  *11$'
run 0 check
finish
