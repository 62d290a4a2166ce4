/* For the loader's tests: a gairo of its own in a folder, with a small shipped data set, that tests may break. */
#ifndef GAIRO_TESTS_UNIT_SANDBOX_H
#define GAIRO_TESTS_UNIT_SANDBOX_H

#include "importers/import.h"

typedef struct Sandbox {
    char folder[64];
    char *database;
    Store *store; /* NULL until sandbox_open() */
    ImportOptions options;
    ImportReport report;
    Error error;
    char database_digest[65]; /* see sandbox_remember() */
} Sandbox;

/* cmocka's set-up and tear-down. GAIRO_FOLDER then names the sandbox: it has the built worker, the source tree's
 * stylesheets and a data folder with one file and a version. */
int sandbox_set_up(void **state);
/* The same with the database opened. */
int sandbox_set_up_open(void **state);
int sandbox_tear_down(void **state);

/* "FOLDER/relative"; the caller owns it. */
char *sandbox_path(const Sandbox *sandbox, const char *relative);
/* Writes a file in the sandbox, making its folder; content NULL removes it. */
void sandbox_write(const Sandbox *sandbox, const char *relative, const char *content);
/* Writes gairo XML of that source with a reference and the items given. */
void sandbox_write_data(const Sandbox *sandbox, const char *relative, const char *source, const char *items);
/* Puts a shell script in the worker's place. */
void sandbox_replace_worker(const Sandbox *sandbox, const char *script);

/* Opens the database, making it from the sandbox's shipped data. */
void sandbox_open(Sandbox *sandbox);
/* Imports a file or folder of the sandbox with sandbox->options; report and error are new. Returns what import_paths()
 * does. */
bool sandbox_import(Sandbox *sandbox, const char *relative);
/* Fails the test unless the last report counts so. */
void check_counts(const Sandbox *sandbox, size_t added, size_t changed, size_t unchanged, size_t removed,
                  size_t refused);
/* Fails the test unless the last import failed with that code, at that line, with those words. */
void check_failure(const Sandbox *sandbox, ErrorCode code, long line, const char *words);
/* Keeps the database file's digest; check_untouched() fails the test where it is another now. */
void sandbox_remember(Sandbox *sandbox);
void check_untouched(const Sandbox *sandbox);
/* Whether there is an item of that id. */
bool has_item(const Sandbox *sandbox, const char *id);

/* An item for sandbox_write_data(). */
#define ITEM(kind, id, title)                                                                                          \
    "<" kind " id=\"" id "\"><title>" title "</title>"                                                                \
    "<source ref=\"reference.base\" basis=\"literature\"/></" kind ">\n"
/* A risk, with what an author's must have. */
#define RATED                                                                                                          \
    "<field name=\"effect\" value=\"raises\">W.</field><field name=\"evidence\" value=\"some\">W.</field>"             \
    "<field name=\"affected\">W.</field>"
#define RISK_ITEM(id, title)                                                                                           \
    "<risk id=\"" id "\"><title>" title "</title>" RATED                                                               \
    "<source ref=\"reference.base\" basis=\"literature\"/></risk>\n"

#endif
