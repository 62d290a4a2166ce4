/* For the readers' tests: keeps what a reader gives. */
#ifndef GAIRO_TESTS_UNIT_READING_H
#define GAIRO_TESTS_UNIT_READING_H

#include "core/text.h"
#include "importers/read/native.h"

#include <stdbool.h>
#include <stddef.h>

/* Starts zeroed. */
typedef struct Reading {
    size_t sources;
    size_t records;
    Record *first; /* the first record, read back from a frame */
    size_t refusals;
    long line;    /* of the first refusal */
    char *record; /* of the first refusal; NULL */
    char *reason; /* of the first refusal */
} Reading;

ReadOutput reading_output(Reading *reading);
void reading_free(Reading *reading);

/* Reads bytes as native XML. */
void read_native(Reading *reading, const char *bytes, size_t length);
/* Reads bytes of a file of that name as front matter through importers/read/openness.xsl of the source tree. */
void read_openness(Reading *reading, const char *name, const char *bytes, size_t length);

/* A path below the source tree. The caller owns it. */
char *source_path(const char *relative);
/* The content of a file below the source tree; fails the test where it cannot be read. The caller frees it. */
Text source_file(const char *relative);

/* One line of a fixture folder's list: the file, the line its fault is on (0: none) and words of the message. */
typedef struct Expected {
    char file[100];
    long line;
    char words[200];
} Expected;
/* Calls check for each line of a list below the source tree. Returns how many there were. */
size_t for_each_expected(const char *relative, void (*check)(const Expected *expected));
/* Fails the test, naming the file, unless it was refused once, at that line, with those words. */
void check_refused(const Reading *reading, const Expected *expected);

#endif
