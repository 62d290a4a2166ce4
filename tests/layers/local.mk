dist_check_SCRIPTS += tests/layers/includes.sh
TESTS += tests/layers/includes.sh
