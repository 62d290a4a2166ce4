EXTRA_DIST += tests/unit/sheet-failing.xsl tests/unit/sheet-sample.xml
if HAVE_CMOCKA
check_PROGRAMS += tests/unit/test-sheet-client tests/unit/test-sheet-compose tests/unit/test-sheet-render
TESTS += tests/unit/test-sheet-client tests/unit/test-sheet-compose tests/unit/test-sheet-render
check_PROGRAMS += tests/unit/test-sheet-deck
TESTS += tests/unit/test-sheet-deck
tests_unit_test_sheet_deck_SOURCES = tests/unit/test-sheet-deck.c tests/unit/sheet-fixture.c tests/unit/sheet-fixture.h
tests_unit_test_sheet_deck_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_sheet_deck_LDADD = $(SHEETS_LIBS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/test-store-sheets
TESTS += tests/unit/test-store-sheets
tests_unit_test_store_sheets_SOURCES = tests/unit/test-store-sheets.c tests/unit/store_fixture.c tests/unit/store_fixture.h
tests_unit_test_store_sheets_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_store_sheets_LDADD = $(STORE_LIBS) $(CMOCKA_LIBS)
# At the top of the build folder, where the worker and the stylesheets are found.
check_PROGRAMS += test-sheet-export
TESTS += test-sheet-export
test_sheet_export_SOURCES = tests/unit/test-sheet-export.c tests/unit/sheet-fixture.c tests/unit/sheet-fixture.h
test_sheet_export_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
test_sheet_export_LDADD = $(SHEETS_LIBS) $(CMOCKA_LIBS)
tests_unit_test_sheet_client_SOURCES = tests/unit/test-sheet-client.c tests/unit/sheet-fixture.c tests/unit/sheet-fixture.h
tests_unit_test_sheet_client_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_sheet_client_LDADD = $(SHEETS_LIBS) $(CMOCKA_LIBS)
SHEET_QUERY = tests/unit/sheet-fixture.c tests/unit/sheet-fixture.h tests/unit/sheet-query.c tests/unit/sheet-query.h
tests_unit_test_sheet_compose_SOURCES = tests/unit/test-sheet-compose.c $(SHEET_QUERY)
tests_unit_test_sheet_compose_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS) $(XML_CFLAGS) $(XSLT_CFLAGS)
tests_unit_test_sheet_compose_LDADD = librender.a libread.a $(SHEETS_LIBS) $(XSLT_LIBS) $(XML_LIBS) $(ZIP_LIBS) $(PANGOCAIRO_LIBS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/test-sheet-tables
TESTS += tests/unit/test-sheet-tables
tests_unit_test_sheet_tables_SOURCES = tests/unit/test-sheet-tables.c $(SHEET_QUERY)
tests_unit_test_sheet_tables_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS) $(XML_CFLAGS) $(XSLT_CFLAGS)
tests_unit_test_sheet_tables_LDADD = librender.a libread.a $(SHEETS_LIBS) $(XSLT_LIBS) $(XML_LIBS) $(ZIP_LIBS) $(PANGOCAIRO_LIBS) $(CMOCKA_LIBS)
tests_unit_test_sheet_render_SOURCES = tests/unit/test-sheet-render.c tests/unit/sheet-fixture.c tests/unit/sheet-fixture.h
tests_unit_test_sheet_render_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS) $(XML_CFLAGS) $(XSLT_CFLAGS)
tests_unit_test_sheet_render_LDADD = librender.a libread.a $(STORE_LIBS) $(XSLT_LIBS) $(XML_LIBS) $(ZIP_LIBS) $(PANGOCAIRO_LIBS) $(CMOCKA_LIBS)
endif
