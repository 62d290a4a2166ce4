/* A small database in a folder of its own, for the store's tests. */
#ifndef GAIRO_TESTS_UNIT_STORE_FIXTURE_H
#define GAIRO_TESTS_UNIT_STORE_FIXTURE_H

#include "core/record.h"
#include "store/records.h"
#include "store/store.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

typedef struct Fixture {
    char folder[64];
    char *path; /* of the database, in folder */
    Store *store;
} Fixture;

/* cmocka's set-up and tear-down: an empty database, opened with STORE_CREATE. *state is the Fixture. */
int fixture_set_up(void **state);
int fixture_tear_down(void **state);
/* The same with the small data set below. */
int fixture_set_up_data(void **state);

/* A record of that id with a title, a summary, a body and a citation of reference.test (basis editorial). */
Record *make_record(Kind kind, const char *id, const char *title);
void add_field(Record *record, const char *name, const char *value, const char *text);
void add_link(Record *record, const char *relation, const char *to);
void add_cell(Record *record, const char *component, const char *value, const char *licence);
void add_event(Record *record, const char *date, const char *type);

/* Puts the record of a source and frees it; fails the test where that fails. */
RecordChange put(Store *store, const char *source, Record *record);
void begin(Store *store);
void describe_source(Store *store, const char *id, int rank);
/* Ends the load; the dangling statements that were found. */
size_t finish(Store *store);
/* begin, describe, put, finish in one. */
void put_alone(Store *store, const char *source, int rank, Record *record);
/* A stage, an area, a risk, an opportunity, a mitigation, a recommendation, an actor, laws, the components, licences
 * and models: the sources "gairo" (rank 0) and "openness" (rank 100). */
void load_small_data(Store *store);
/* Fails the test, printing the error, where there is one. */
void check_error(const Error *error);
void assert_code(Error *error, ErrorCode code);

#endif
