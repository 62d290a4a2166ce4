if HAVE_CMOCKA
check_PROGRAMS += tests/unit/test-near tests/unit/test-table
TESTS += tests/unit/test-near tests/unit/test-table
tests_unit_test_near_SOURCES = tests/unit/test-near.c
tests_unit_test_near_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_near_LDADD = libcli.a $(CORE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_table_SOURCES = tests/unit/test-table.c
tests_unit_test_table_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_table_LDADD = libcli.a $(CORE_LIBS) $(CSV_LIBS) $(CMOCKA_LIBS)
endif
