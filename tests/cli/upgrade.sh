#!/bin/sh
# A newer data set comes with a newer gairo: it is told, loaded when that is asked for, and all or nothing.
. "${srcdir:-.}/tests/cli/harness.sh"

# A gairo of our own with a data set of our own.
mkdir "$world/bin" "$world/bin/resources"
cp "$builddir/gairo" "$builddir/gairo-worker" "$world/bin"
cp -r "$srcdir/data" "$world/bin/resources/data"
chmod -R u+w "$world/bin/resources/data"
ln -s "$srcdir/importers" "$srcdir/sheets" "$world/bin/resources"
gairo=$world/bin/gairo
data=$world/bin/resources/data

run 0 list risks
expect 'nothing is told while the data is the same' err_is_empty
cp "$out" "$world/before"
run 0 import --shipped
expect 'nothing changes' out_has '^[0-9]* records: 0 added, 0 changed, [0-9]* unchanged, 0 removed, 0 refused$'

echo 2099-01-01 >"$data/VERSION"
cat >"$data/terms.xml.new" <<'END'
<gairo xmlns="urn:gairo:data:1" source="gairo" title="gairo data set" version="2099-01-01" date="2099-01-01" licence="CC BY 4.0">
  <term id="term.brand-new">
    <title>Brand new</title>
    <summary>Not known before.</summary>
    <source ref="reference.gairo" basis="editorial"/>
  </term>
</gairo>
END
mv "$data/terms.xml.new" "$data/terms-2099.xml"
run 0 list risks
expect 'newer data is told in one line' err_is_line '2099-01-01.*gairo import --shipped'
expect 'and the command goes on' cmp -s "$out" "$world/before"
run 0 list risks --quiet
expect 'but not with --quiet' err_is_empty
run 1 show term.brand-new --quiet
run 0 import --shipped --dry-run
expect 'a dry run says what is new' out_has '^[0-9]* records: 1 added, '
run 0 list risks
expect 'and loads nothing' err_is_line '2099-01-01'

# One bad record and nothing of it is loaded.
sound=$(sha256sum <"$GAIRO_DB")
sed 's/editorial/hearsay/' "$data/terms-2099.xml" >"$data/terms-2100.xml"
run 1 import --shipped
expect 'it is refused' err_is_line 'terms-2100.xml:5: .*hearsay'
expect 'the database is as it was' [ "$(sha256sum <"$GAIRO_DB")" = "$sound" ]
refuses 1 'terms-2100.xml:5: .*hearsay' list risks --db "$world/new.db"
expect 'no half database' [ ! -e "$world/new.db" ]
rm "$data/terms-2100.xml"

run 0 import --shipped
expect 'it is loaded' out_has '^[0-9]* records: 1 added, '
expect 'parts of gairo are not listed' out_lacks 'skipped'
expect 'it is not told while it is loaded' err_is_empty
run 0 show term.brand-new
expect 'nothing is told any more' err_is_empty
echo 2001-01-01 >"$data/VERSION"
run 0 list risks
expect 'older data is not newer' err_is_empty

# What makes the data set is missing.
rm -r "$data"
refuses 1 'data' list risks --db "$world/new.db"
expect 'no half database' [ ! -e "$world/new.db" ]
run 0 list risks
expect 'a database that is there serves without it' err_is_empty
rm "$world/bin/gairo-worker"
refuses 1 'worker' import "$srcdir/data/terms.xml"
finish
