dist_check_SCRIPTS += tests/layers/includes.sh tests/layers/linked.sh
TESTS += tests/layers/includes.sh tests/layers/linked.sh
