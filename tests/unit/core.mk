EXTRA_DIST += tests/unit/test.h
if HAVE_CMOCKA
core_tests = \
	tests/unit/test-file \
	tests/unit/test-sanitise \
	tests/unit/test-text \
	tests/unit/test-unicode
check_PROGRAMS += $(core_tests)
TESTS += $(core_tests)
tests_unit_test_file_SOURCES = tests/unit/test-file.c
tests_unit_test_file_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_file_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_sanitise_SOURCES = tests/unit/test-sanitise.c
tests_unit_test_sanitise_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_sanitise_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_text_SOURCES = tests/unit/test-text.c
tests_unit_test_text_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_text_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_unicode_SOURCES = tests/unit/test-unicode.c
tests_unit_test_unicode_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_unicode_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)
endif
