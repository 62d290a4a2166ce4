/* A small store for the tests of sheets, filled through store/records.h. */
#ifndef GAIRO_TESTS_UNIT_SHEET_FIXTURE_H
#define GAIRO_TESTS_UNIT_SHEET_FIXTURE_H

#include "core/record.h"
#include "core/text.h"
#include "store/store.h"

#define HOSTILE_TITLE "<script>alert(1)</script> & \"quoted\" \xE2\x80\xAEolleh\x1B[31m *stars* ]]>"

typedef struct Fixture {
    char folder[64];
    char *path;
    Store *store;
} Fixture;

/* Makes the store in a temporary folder and fills it; fails the test where that fails. */
void fixture_open(Fixture *fixture);
void fixture_close(Fixture *fixture);
/* The text of a file of the source tree. */
Text fixture_source(const char *relative);

#endif
