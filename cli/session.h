/* One run of a command: what was asked for, the database, and where the answer goes. */
#ifndef GAIRO_CLI_SESSION_H
#define GAIRO_CLI_SESSION_H

#include "cli/arguments.h"
#include "cli/output.h"
#include "cli/table.h"
#include "core/date.h"
#include "core/error.h"
#include "core/sanitise.h"
#include "store/items.h"
#include "store/store.h"

#include <jansson.h>
#include <stdbool.h>

typedef enum ReportForm { FORM_TABLE, FORM_JSON, FORM_CSV, FORM_TSV } ReportForm;

/* What the database is opened for. */
typedef enum StoreUse { USE_READ, USE_IMPORT, USE_EXPLORE } StoreUse;

typedef struct Session {
    const Invocation *invocation;
    ReportForm form;
    bool plain; /* nothing but ASCII letters and digits is drawn with, nothing is cut, no colour */
    bool quiet; /* no progress, no remarks */
    bool color;
    char as_of[DATE_SIZE]; /* the day the law is looked at */
    bool as_of_given;
    int table_columns; /* what a table keeps to; 0: as wide as it gets (no terminal, --plain) */
    int text_columns;  /* where running text is wrapped; 0: nowhere (--plain) */
    Store *store;      /* NULL until it is opened */
    bool newer_data;   /* the shipped data is newer than the database's */
    bool fault;        /* a fault was found and told: exit status 1 */
    bool ended_by_signal; /* the explorer was; interrupt_end() passes it on */
    Output output;
} Session;

/* Checks the common options. Fails with ERROR_USAGE on a value that is not known. */
bool session_start(Session *session, const Invocation *invocation, Error *error);
/* Opens the database, making it from the shipped data on the first run. Where it can only be read, it is opened to be
 * read, but for USE_IMPORT. With USE_READ a remark says where newer data is shipped. */
bool session_open_store(Session *session, StoreUse use, Error *error);
/* Writes out what is left, closes the database and releases all. Fails where the output could not be written. */
bool session_end(Session *session, Error *error);

/* A remark on standard error, for people: nothing with --quiet. */
void session_remark(const Session *session, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Adds the conditions of --where to the query. */
bool session_add_conditions(const Session *session, Query *query, Error *error);

/* Writes a table in the form that was asked for, but JSON; as a table, one without rows is the line nothing. */
bool session_write_table(Session *session, const Table *table, const char *nothing, Error *error);
/* Writes text as one sanitised line. */
void session_write_line(Session *session, const char *text);
/* Writes JSON, indented, keys in order, and releases it. */
void session_write_json(Session *session, json_t *root);

/* A sanitised string, or null for NULL. */
json_t *json_text(const char *text, SanitiseMode mode);
/* Sets a key to a sanitised string of one line, or null. */
void json_put(json_t *object, const char *key, const char *text);
/* The same of several lines. */
void json_put_lines(json_t *object, const char *key, const char *text);
/* Sets a key to an array of sanitised strings of one line. */
void json_put_list(json_t *object, const char *key, const StringList *list);
void json_put_number(json_t *object, const char *key, long long number);

#endif
