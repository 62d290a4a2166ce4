EXTRA_DIST += tests/unit/sheet-sample.xml
if HAVE_CMOCKA
check_PROGRAMS += tests/unit/test-sheet-render
TESTS += tests/unit/test-sheet-render
tests_unit_test_sheet_render_SOURCES = tests/unit/test-sheet-render.c
tests_unit_test_sheet_render_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS) $(XML_CFLAGS) $(XSLT_CFLAGS)
tests_unit_test_sheet_render_LDADD = $(RENDER_LIBS) $(CMOCKA_LIBS)
endif
