/* Asking the XML of a composed sheet, for the tests of sheets. */
#ifndef GAIRO_TESTS_UNIT_SHEET_QUERY_H
#define GAIRO_TESTS_UNIT_SHEET_QUERY_H

#include "core/text.h"
#include "store/store.h"
#include "tests/unit/sheet-fixture.h"

/* What the tests of one program share: open from sheet_query_open() to sheet_query_close(), which are a group's set-up and
 * tear-down. */
extern Fixture fixture;
int sheet_query_open(void **state);
int sheet_query_close(void **state);

/* Composes a sheet of the ids (NULL-terminated) as of 2026-11-23; fails the test where that fails. template_name NULL: of
 * items alone. The caller frees the text. */
Text sheet_of(Store *store, const char *template_name, const char *const ids[]);
/* The string value of an XPath expression over the XML, which must be well-formed; s is the prefix of sheets. */
void assert_query(const Text *xml, const char *expression, const char *expected);

#endif
