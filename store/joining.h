/* Which records of which sources speak of the same model or organisation, and what files sources came from. Written by
 * importers/load inside its transaction; the user's own word is written by itself. */
#ifndef GAIRO_STORE_JOINING_H
#define GAIRO_STORE_JOINING_H

#include "core/record.h"
#include "core/text.h"
#include "core/vocabulary.h"
#include "store/store.h"

#include <stddef.h>

/* The user's word on the record that a source would call given. item NULL: it stays apart. Items need not exist. */
typedef struct Match {
    char *given, *item;
} Match;
typedef struct Matches {
    Match *matches;
    size_t count;
} Matches;
bool matches_list(Store *store, Matches *matches, Error *error); /* by given */
void matches_free(Matches *matches);
/* How many records of each kind a source has. */
bool source_kinds(Store *store, const char *source, long counts[KIND_COUNT], Error *error);

/* A record that was joined with an item of another id, and why. */
typedef struct JoinedRow {
    char *source, *given, *item, *title, *how;
} JoinedRow;
typedef struct JoinedRows {
    JoinedRow *rows;
    size_t count;
} JoinedRows;
bool joined_list(Store *store, JoinedRows *joined, Error *error); /* by item */
void joined_rows_free(JoinedRows *joined);
bool joined_put(Store *store, const char *source, const char *given, const char *item, const char *how, Error *error);
/* A file is listed for as long as a record of it is there. */
bool source_files_tidy(Store *store, Error *error);

/* A file that a source was read from. */
typedef struct SourceFile {
    char *source, *origin, *name, *format, *digest, *imported;
    char *date; /* that the file says it is of; NULL where it says none */
    long bytes;
} SourceFile;
typedef struct SourceFiles {
    SourceFile *files;
    size_t count;
} SourceFiles;
bool source_files_list(Store *store, const char *source, SourceFiles *files, Error *error); /* by name */
void source_files_free(SourceFiles *files);
/* What the file of that real path was imported as, where records of it are kept; else NULL. The caller frees it. */
bool source_file_format(Store *store, const char *origin, char **format, Error *error);
/* The title of a source, where a file that comes before this one by its path gave it; else NULL. The caller frees it. */
bool source_title_of_first(Store *store, const char *source, const char *origin, char **title, Error *error);
/* imported is now. The source has the latest date of its files, whatever the order that they come in. */
bool source_file_put(Store *store, const SourceFile *file, Error *error);

/* Which records there are, and from which file each is: all but those of what gairo comes with. */
typedef struct RecordPlace {
    char *source, *id, *origin; /* id: what its source calls it */
    Kind kind;
} RecordPlace;
typedef struct RecordPlaces {
    RecordPlace *rows; /* by source, origin and age */
    size_t count;
} RecordPlaces;
bool record_places_list(Store *store, RecordPlaces *places, Error *error);
void record_places_free(RecordPlaces *places);

/* The risks that the shipped data's own links call the same as a framework's entry, broader, narrower, or related: each
 * once, by the closest of these relations, with what that link says (why; NULL: nothing). By the risks' ids. */
typedef struct CrosswalkRow {
    char *risk, *relation, *why;
} CrosswalkRow;
typedef struct CrosswalkRows {
    CrosswalkRow *rows;
    size_t count;
} CrosswalkRows;
bool crosswalk_risks(Store *store, const char *entry, CrosswalkRows *rows, Error *error);
void crosswalk_rows_free(CrosswalkRows *rows);

/* The first source, other than the one named, that calls a record so; *owner is NULL where there is none. The caller
 * owns it. */
bool source_of_record(Store *store, const char *id, const char *but, char **owner, Error *error);
/* The title that the first source to speak of an item gives it, from the records, which are there before items are merged.
 * NULL, without an error, where nobody speaks of it. The caller owns it. */
char *title_of_records(Store *store, const char *id, Error *error);

/* What a source asserts of what it calls id, as it gave it, all of it but lines; NULL, without an error, where it is nothing. The caller frees it. */
Record *record_of_source(Store *store, const char *source, const char *id, Error *error);

#endif
