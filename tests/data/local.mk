# data tests
dist_check_SCRIPTS += tests/data/check-rules tests/data/law-states tests/data/shipped-models tests/data/shipped-schema tests/data/spelling
TESTS += tests/data/check-rules tests/data/law-states tests/data/shipped-models tests/data/shipped-schema tests/data/spelling
EXTRA_DIST += tests/data/models-of-companion tests/data/check/VERSION tests/data/check/harbour.xml tests/data/spelling-words

if HAVE_CMOCKA
check_PROGRAMS += tests/data/test-schema
TESTS += tests/data/test-schema
tests_data_test_schema_SOURCES = tests/data/test-schema.c
tests_data_test_schema_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS) $(XML_CFLAGS)
tests_data_test_schema_LDADD = $(CORE_LIBS) $(XML_LIBS) $(CMOCKA_LIBS)
endif
