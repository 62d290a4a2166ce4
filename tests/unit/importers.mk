# The readers run in the worker: their tests link what it links. Each line of an EXPECTED file is a fixture, the line of its fault
# and words of the message.
EXTRA_DIST += \
	tests/data/beyond-schema \
	tests/data/invalid \
	tests/data/openness \
	tests/data/unresolved \
	tests/data/valid

if HAVE_CMOCKA
READ_TESTS = tests/unit/test-native tests/unit/test-front-matter tests/unit/test-readers \
	tests/unit/test-bibtex tests/unit/test-reviews-file
check_PROGRAMS += $(READ_TESTS)
TESTS += $(READ_TESTS)
READ_TEST_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS) $(XML_CFLAGS) $(XSLT_CFLAGS)
READ_TEST_LIBS = $(READ_LIBS) $(CMOCKA_LIBS)
READING = tests/unit/reading.c tests/unit/reading.h

tests_unit_test_native_SOURCES = tests/unit/test-native.c $(READING)
tests_unit_test_native_CFLAGS = $(READ_TEST_CFLAGS)
tests_unit_test_native_LDADD = $(READ_TEST_LIBS)

tests_unit_test_reviews_file_SOURCES = tests/unit/test-reviews-file.c
tests_unit_test_reviews_file_CFLAGS = $(READ_TEST_CFLAGS)
tests_unit_test_reviews_file_LDADD = $(READ_TEST_LIBS)

tests_unit_test_front_matter_SOURCES = tests/unit/test-front-matter.c $(READING)
tests_unit_test_front_matter_CFLAGS = $(READ_TEST_CFLAGS)
tests_unit_test_front_matter_LDADD = $(READ_TEST_LIBS)

tests_unit_test_readers_SOURCES = tests/unit/test-readers.c
tests_unit_test_readers_CFLAGS = $(READ_TEST_CFLAGS)
tests_unit_test_readers_LDADD = $(READ_TEST_LIBS)

tests_unit_test_bibtex_SOURCES = tests/unit/test-bibtex.c
tests_unit_test_bibtex_CFLAGS = $(READ_TEST_CFLAGS)
tests_unit_test_bibtex_LDADD = $(READ_TEST_LIBS)

LOAD_TESTS = tests/unit/test-import tests/unit/test-import-worker tests/unit/test-open-store
check_PROGRAMS += $(LOAD_TESTS)
TESTS += $(LOAD_TESTS)
LOAD_TEST_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
LOAD_TEST_LIBS = $(IMPORTERS_LIBS) $(CMOCKA_LIBS)
SANDBOX = tests/unit/sandbox.c tests/unit/sandbox.h

tests_unit_test_import_SOURCES = tests/unit/test-import.c $(SANDBOX)
tests_unit_test_import_CFLAGS = $(LOAD_TEST_CFLAGS)
tests_unit_test_import_LDADD = $(LOAD_TEST_LIBS)

tests_unit_test_import_worker_SOURCES = tests/unit/test-import-worker.c $(SANDBOX)
tests_unit_test_import_worker_CFLAGS = $(LOAD_TEST_CFLAGS)
tests_unit_test_import_worker_LDADD = $(LOAD_TEST_LIBS)

tests_unit_test_open_store_SOURCES = tests/unit/test-open-store.c $(SANDBOX)
tests_unit_test_open_store_CFLAGS = $(LOAD_TEST_CFLAGS)
tests_unit_test_open_store_LDADD = $(LOAD_TEST_LIBS)
endif

check_PROGRAMS += tests/unit/read-conformance
dist_check_SCRIPTS += tests/unit/conformance
TESTS += tests/unit/conformance
tests_unit_read_conformance_SOURCES = tests/unit/read-conformance.c
tests_unit_read_conformance_CFLAGS = $(AM_CFLAGS) $(XML_CFLAGS)
tests_unit_read_conformance_LDADD = $(READ_LIBS)
