if HAVE_CMOCKA
STORE_TESTS = tests/unit/test-store-records
check_PROGRAMS += $(STORE_TESTS)
TESTS += $(STORE_TESTS)
STORE_TEST_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
STORE_TEST_LIBS = $(STORE_LIBS) $(CMOCKA_LIBS)
STORE_FIXTURE = tests/unit/store_fixture.c tests/unit/store_fixture.h

tests_unit_test_store_records_SOURCES = tests/unit/test-store-records.c $(STORE_FIXTURE)
tests_unit_test_store_records_CFLAGS = $(STORE_TEST_CFLAGS)
tests_unit_test_store_records_LDADD = $(STORE_TEST_LIBS)
endif
