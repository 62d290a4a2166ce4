#!/bin/sh
# In whatever order others' files come, one by one or together, the database says the same in the end; and what is removed comes back whole.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq
needs_csv
cp -r "$srcdir/tests/data/sources" "$world/sources"
chmod -R u+w "$world/sources"
cd "$world" || exit 99
# Two files of a source say an organisation in two spellings; one has a name twice.
sed 's/Harbour Labs/HARBOUR LABS/; s/Harbour 7B/Wharf/' sources/assets.yaml >sources/more-assets.yaml
sed 's/Harbour Labs/Quay/; s/Harbour 7B/Wharf/' sources/assets.yaml >sources/other-assets.yaml
sed 's/Harbour-7B/Wharf/' sources/Harbour-7B.yml >sources/Wharf.yml
find sources -type f | sort >files

# What the database says: items, cells, links and where each is from, but not when it was imported.
contents() {
  for kind in model organisation incident mitigation risk framework framework-entry reference licence; do "$gairo" list "$kind" --format json | jq -r '.[].id'; done | sort >"$world/ids"
  xargs -n 200 "$gairo" show --format json <"$world/ids" | jq -S '.[] | .links |= sort_by(tostring) | .cells |= sort_by(tostring) | .fields |= sort_by(tostring) | .sources |= sort_by(tostring)'
  "$gairo" sources matches --format json | jq -S 'sort_by(tostring)'
  "$gairo" sources --format json | jq -S 'map(del(.imported, .files[].imported)) | sort_by(.id)'
}
# shellcheck disable=SC2046
run 0 import --quiet $(cat files)
contents >first
cp "$GAIRO_DB" whole.db
n=0
for order in 'sort -r' 'sort -t . -k 2 -k 1r' 'awk {a[NR]=$0}END{for(i=1;i<=NR;i++)print(a[(i*7)%NR+1])}'; do
  n=$((n + 1))
  $order <files | awk '!seen[$0]++' >ordered
  sort ordered | cmp -s - files || cat files >>ordered
  rm -f "$GAIRO_DB"*
  while read -r file; do
    "$gairo" import --quiet "$file" >"$out" 2>"$err" </dev/null || fault "order $n: $file is refused"
  done <ordered
  contents >other
  call="order $n, one by one"
  expect 'the same in the end' cmp first other
  run 0 import sources
  expect 'and the import of all changes nothing' out_has ' 0 added, 0 changed, .* 0 removed, 0 refused$'
done
# A source that goes and comes back leaves no trace, in itself or in others that lead to it.
for source in nexus mot ecosystem; do

  run 0 sources remove "$source"

  run 0 import --quiet sources
  contents >other
  expect "$source removed and imported" cmp first other
done
run 0 check
# A model that is told to depend on another in two spellings, neither of them first, is linked to it once.
sed 's/^  dependencies: \[\]$/  dependencies: [Wharf, Harbour 7B, HARBOUR-7B]/' sources/assets.yaml >spelt.yaml
"$gairo" --db spelt.db import --quiet spelt.yaml >"$out" 2>"$err" || fault 'another spelling of a dependency is refused'
run 0 --db spelt.db show model.ecosystem-harbour-labs-pilot --format json
expect 'one link for two spellings' json '[.[0].links[] | select(.relation == "built-on")] | length == 1'
finish
