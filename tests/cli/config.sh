#!/bin/sh
# gairo config: what can be set, what is set, what is wrong; and that the file is never written.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq

run 0 config
expect 'the settings' out_has '^theme  *terminal  *terminal'
expect 'where the file would be' out_has "^File: $XDG_CONFIG_HOME/gairo/config (not there"
mkdir -p "$XDG_CONFIG_HOME/gairo"
file=$XDG_CONFIG_HOME/gairo/config
printf '# mine\ntheme = light\nkey help = h\nas-of=paper\n' >"$file"
before=$(cat "$file")
run 0 config --format json
expect 'values' json '.found and (.faults == []) and (.settings[] | select(.name == "theme") | .value == "light")'
expect 'a key that changed hands is told' json '.remarks | length == 1 and (.[0] | test("config:3: h is now help and no more left"))'
run 0 config keys --format json
expect 'keys' json '.keys[] | select(.name == "help") | .keys == "h"'
expect 'what lost it' json '.keys[] | select(.name == "left") | .keys == "Left"'
run 0 config keys
expect 'keys as a table' out_has '^page-up  *PgUp'
printf 'theme = pink\nmouse = no\nnonsense\nkey fly = f\n' >"$file"
run 1 config
expect 'each fault with its line' [ "$(grep -c "^$file:[134]: " "$out")" -eq 3 ]
expect 'the others count' out_has '^mouse  *no  *yes'
refuses 2 "config takes 'keys' or nothing" config everything
rm "$file"
mkdir "$file"
run 1 config
expect 'a folder is told' out_has 'gairo/config'
rmdir "$file"
head -c 100000 /dev/zero >"$file"
run 1 config
expect 'too large a file is told' out_has 'gairo/config'
printf '%s\n' "$before" >"$file"
run 0 list stage
printf 'settings\n1\n2\nquit\n' >"$world/input"
"$gairo" --plain <"$world/input" >"$out" 2>&1
expect 'the choice is told' out_has 'To keep it: theme = dark'
expect 'the file is as it was' [ "$(cat "$file")" = "$before" ]
finish
