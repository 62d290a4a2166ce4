#!/bin/sh
# A file with a fault in it: what is told of the fault, and what becomes of the rest. Nothing goes without a word.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq
needs_csv
cd "$world" || exit 99
importers=$XDG_CONFIG_HOME/gairo/importers
mkdir -p "$importers"

# a table with one bad quote: only its record is refused; where the next one begins cannot be known, the rest is left, and that is told
incidents() { # LINE...
  echo 'incident_id,date,Alleged deployer of AI system,Alleged developer of AI system,Alleged harmed or nearly harmed parties,description,title'
  for incident in "$@"; do echo "$incident"; done
}
incidents '1,2024-01-01,[],[],[],One,First' '2,2024-01-01,[],[],[],"It said "stop" to all",Second' '3,2024-01-01,[],[],[],Three,Third' >incidents.csv
run 1 import incidents.csv
expect 'without it the import ends' out_has '^Nothing was changed'
run 1 import --keep-going incidents.csv
expect 'the record with the quote, and no other' err_is_line 'incidents.csv:3: a quote stands where none may; one within a quoted value is written twice$'
run 0 show incident.aiid-1
run 0 show incident.aiid-3
run 1 show incident.aiid-2
incidents '4,2024-01-01,[],[],[],Four,Fourth' '5,2024-01-01,[],[],[],A 5" gun,Fifth' '6,2024-01-01,[],[],[],Six,Sixth' >incidents.csv
run 1 import --keep-going incidents.csv
expect 'where the rest begins that was left' err_is_line 'incidents.csv:3: a quote stands .*: from line 3 on the file was not read$'
run 0 show incident.aiid-4
run 1 show incident.aiid-6
run 0 show incident.aiid-3
incidents >none.csv
run 0 import none.csv
expect 'a file without a record says so' err_is_line 'none.csv: no records: the file has only its header$'
incidents >incidents.csv
run 1 import --keep-going incidents.csv
expect 'that it had some before' err_has 'incidents.csv: holds no items any more; what was imported from it stays'
run 0 show incident.aiid-3
finish
