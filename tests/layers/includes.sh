#!/bin/bash
# The rooms depend one way (tui, cli -> sheets, importers -> store -> core), and a library is included only where it belongs.
set -u
cd "${srcdir:-.}" || exit 99
failed=0

complain() {
  echo "$1"
  failed=1
}

# room_may_use ROOM ROOM...: complains about an include of a room that is not named.
room_may_use() {
  local room=$1 line other
  shift
  while IFS= read -r line; do
    other=$(sed -E 's/.*#[[:space:]]*include[[:space:]]*"([a-z]+)\/.*/\1/' <<<"$line")
    # The worker is where the two rooms that parse meet.
    case $line in importers/worker.c:*'"sheets/render/'*) continue;; esac
    case " $room $* " in *" $other "*) ;; *) complain "$line: $room must not use $other";; esac
  done < <(grep -rnE '#[[:space:]]*include[[:space:]]*"(core|store|importers|sheets|tui|cli)/' "$room" --include='*.[ch]' --include='*.def')
}

# only_in LIBRARY-PATTERN FOLDER...: complains about an include outside the folders.
only_in() {
  local pattern=$1 line folder allowed
  shift
  while IFS= read -r line; do
    allowed=
    for folder in "$@"; do case $line in "$folder"*) allowed=1;; esac; done
    [ -n "$allowed" ] || complain "$line: belongs only in $*"
  done < <(grep -rnE "#[[:space:]]*include[[:space:]]*<($pattern)" core store importers sheets tui cli --include='*.[ch]' --include='*.def')
}

room_may_use core
room_may_use store core
room_may_use importers store core
room_may_use sheets store core importers
room_may_use tui sheets importers store core
room_may_use cli tui sheets importers store core

only_in 'n?curses|term\.h' tui/
only_in 'sqlite3' store/
only_in 'libxml/|libxslt/|libexslt/' importers/read/ importers/worker.c sheets/render/
only_in 'yaml\.h' importers/read/ cli/version
only_in 'jansson\.h|csv\.h' cli/ importers/read/
only_in 'sys/socket|netdb|netinet|arpa/' nowhere

# Nothing below tui and cli prints.
while IFS= read -r line; do complain "$line: only tui and cli print"; done < <(
  grep -rnE '(^|[^a-z_])(printf|puts|putchar|perror|fprintf *\( *std(out|err)|fputs *\([^,]*, *std(out|err))' \
    core store importers sheets --include='*.c' | grep -vE '^core/memory\.c:|^[^:]+:[0-9]+: *(/?\*)|format\(printf,')

[ "$failed" -eq 0 ] && echo "the rooms keep to the rule"
exit "$failed"
