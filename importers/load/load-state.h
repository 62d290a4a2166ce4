/* The state of a load, shared by load.c (the transaction), reading.c (the worker) and writing.c (the store). */
#ifndef GAIRO_IMPORTERS_LOAD_LOAD_STATE_H
#define GAIRO_IMPORTERS_LOAD_LOAD_STATE_H

#include "core/frame.h"
#include "core/process.h"
#include "core/record.h"
#include "importers/load/files.h"
#include "importers/load/load.h"
#include "importers/load/places.h"
#include "importers/source.h"
#include "store/joining.h"
#include "store/lost_links.h"
#include "store/sources.h"

/* A record whose outcome is told of, for --explain. */
typedef struct ToldRecord {
    char *source, *given;
    size_t explanation; /* of it in the report, from 1 */
} ToldRecord;

typedef struct Load {
    Store *store;
    const ImportOptions *options;
    const LoadKind *kind;
    ImportReport *report;
    ImportFormats *formats;
    ImportFiles files;
    Error first;       /* the first refusal */
    Places seen;       /* ids by source */
    StringList versions; /* of sources; "" where no file of theirs said one */
    StringList dates;    /* of the same, of the latest of their files; "" where none said one */
    StringList sources;  /* of this load */
    RecordPlaces places; /* of all records before the load */
    LostLinks lost;      /* links to what the load removed, before names were settled */
    StringList dangling; /* ids of records that point to nothing, where the rest is wanted all the same */
    size_t faults;       /* of such records, since it was looked for them last */
    Places faulty;       /* those that were told of already, by id and message */
    ToldRecord *told; /* only where it is explained */
    size_t told_count, told_capacity;
    JoinedRows before; /* what records of other names were joined with before the load, by source and given */
    SourceInfos known; /* the store's sources before the load */

    Process *worker;
    const ImportFormat *format; /* that the worker was told last */
    size_t next;                /* the next file to send */
    size_t current;             /* the file that the worker's answers are about */
    char *source;               /* of the current file; NULL before it was told */
    Frame description;          /* the same as the worker described it, until it is written with the first record */
    long long records;          /* of the current file */
    bool taken_back;            /* what it said beside others before */
    bool other_release;         /* its source was loaded in another version before, or of earlier days */
    size_t refused;             /* in all, before the current file */
    bool licences_sent;
    bool ended;                 /* the worker said that all were read */
    size_t bytes_sent;          /* of files, to the worker */
    size_t bytes_answered;

    ImportProgress progress;
    long long asked; /* when the progress function was called last, in milliseconds */
    bool stopped;    /* it said to stop */
} Load;

/* Tells how far it is, at most every 50 ms. False where it is to stop. */
bool load_goes_on(Load *load);
void load_refuse(Load *load, ErrorCode code, const char *file, long line, const char *record, const char *reason);

/* Has the worker read all the files and writes what it gives. Refusals are no failure. */
bool load_read(Load *load, Error *error);

/* Each takes what the worker says of the current file. A source is written with its first record. */
void load_take_source(Load *load, const ImportSource *source);
bool load_write_record(Load *load, const Record *record, Error *error);
/* Removes what came from the same places before and does so no more (removing.c). */
bool load_remove_missing(Load *load, Error *error);
/* What a newer release of a source that was imported from elsewhere has no more, is removed; which release is replaced, and
 * what of another stays, is told (replacing.c). */
bool load_replace(Load *load, Error *error);
/* Notes which links led to what was removed, and tells of them by source once all is settled (removing.c). */
bool load_note_lost(Load *load, Error *error);
bool load_tell_lost(Load *load, Error *error);
/* Removes a record of a source, or gives it to another file that says it too, and counts it. */
bool load_remove_record(Load *load, const char *source, const char *id, Error *error);
/* Ends the load in the store; what points to nothing is refused. */
bool load_resolve(Load *load, Error *error);

#endif
