#!/bin/bash
# What the executables link and call: gairo has no XML library, and neither of the two can reach a network.
set -u
top=${top_builddir:-.}
failed=0
command -v readelf >/dev/null || { echo "skipped: readelf is not here"; exit 77; }

needed=$(readelf -d "$top/gairo" | sed -n 's/.*(NEEDED).*\[\(.*\)\].*/\1/p')
[ -n "$needed" ] || { echo "gairo: no list of libraries"; exit 1; }
for library in libxml2 libxslt libexslt libyaml; do
  if grep -q "^$library" <<<"$needed"; then echo "gairo links $library, which only the worker may"; failed=1; fi
done
grep -q '^libxml2' < <(readelf -d "$top/gairo-worker" | sed -n 's/.*(NEEDED).*\[\(.*\)\].*/\1/p') ||
  { echo "gairo-worker does not link libxml2: this test looks at the wrong file"; failed=1; }

for program in gairo gairo-worker; do
  for call in socket connect bind listen accept getaddrinfo gethostbyname sendto; do
    if readelf --dyn-syms -W "$top/$program" | awk '{print $8}' | sed 's/@.*//' | grep -qx "$call"; then
      # the sanitizers' runtime brings its own wrappers
      readelf -d "$top/$program" | grep -q libasan && continue
      echo "$program calls $call: gairo has no network"
      failed=1
    fi
  done
done
[ "$failed" -eq 0 ] && echo "no XML library in gairo, no network in either"
exit "$failed"
