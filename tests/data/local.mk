# data tests
dist_check_SCRIPTS += tests/data/shipped-models
TESTS += tests/data/shipped-models
EXTRA_DIST += tests/data/models-of-companion
