/* Writing what sources assert. Used by importers/load. Each source owns its records and touches no other's; an item is
 * the union of its records. Call these inside a transaction, and store_records_finish() before the commit. */
#ifndef GAIRO_STORE_RECORDS_H
#define GAIRO_STORE_RECORDS_H

#include "core/record.h"
#include "core/text.h"
#include "store/store.h"

/* Who publishes records. rank orders sources where they disagree about a title or a field: the lower is shown (the
 * shipped data set is 0, others 100). Strings may be NULL but id and title. */
typedef struct SourceDescription {
    const char *id, *title, *version, *date, *licence, *url, *cite;
    int rank;
} SourceDescription;

bool store_source_put(Store *store, const SourceDescription *source, Error *error);

/* Has store_records_finish() look once more for what of the source points to nothing. */
bool store_source_touch(Store *store, const char *source, Error *error);

typedef enum RecordChange { RECORD_ADDED, RECORD_CHANGED, RECORD_UNCHANGED } RecordChange;

/* Writes one record of a source. origin is the real path of the file or folder it came from. An unchanged one (same
 * digest) only has its origin, file and line renewed. */
bool store_record_put(Store *store, const char *source, const char *origin, const Record *record, RecordChange *change,
                      Error *error);
/* The same of a record of a foreign format: its id is what the source calls it, and store_settle() finds the item that it
 * speaks of and where its links lead. An id that another file in the same folder said in this or an earlier load stays with the
 * first of these files by name: where first_counts, in that one's words. RECORD_UNCHANGED then. */
bool store_given_put(Store *store, const char *source, const char *origin, const Record *record, bool first_counts,
                     RecordChange *change, Error *error);
/* The file says too what another one of this load said already. */
bool store_given_also(Store *store, const char *source, const char *origin, const char *given, Error *error);
/* The file takes back what it said beside others; what it says still is to be put again. */
bool store_given_forget(Store *store, const char *source, const char *origin, Error *error);
/* Gives what one file says no more to another that says it too, where there is one: *handed tells. */
bool store_given_hand_over(Store *store, const char *source, const char *given, bool *handed, Error *error);
/* Writes the links of a record as they are shown. */
bool store_links_put(Store *store, long long number, const Record *record, Error *error);
/* id: what the source calls it. */
bool store_record_remove(Store *store, const char *source, const char *id, Error *error);
/* Appends what the source calls the records of source whose origin is the same path or lies in that folder. */
bool store_records_of_origin(Store *store, const char *source, const char *origin, StringList *ids, Error *error);
/* What the source calls the record that it has of an item; NULL where it has none. The caller frees it. */
bool store_record_given(Store *store, const char *source, const char *item, char **given, Error *error);
/* The kind of an item, where there is one, or of a record that a foreign source calls so. */
bool store_given_kind(Store *store, const char *id, Kind *kind, bool *found, Error *error);
/* The kind of an item, where there is one. */
bool store_item_kind(Store *store, const char *id, Kind *kind, bool *found, Error *error);

/* Called for each statement of the named source that points to nothing or to the wrong kind; the strings are valid
 * during the call. */
typedef void (*DanglingFound)(void *context, const char *file, long line, const char *id, const char *message);
/* Ends a load: merges records into items, resolves licences, renews the search index and counts, and reports what of
 * the sources written in this transaction does not resolve. The caller decides whether to commit. */
bool store_records_finish(Store *store, DanglingFound found, void *context, Error *error);

#endif
