/* Importing files into the store: the one entry for the command line and the explorer. */
#ifndef GAIRO_IMPORTERS_IMPORT_H
#define GAIRO_IMPORTERS_IMPORT_H

#include "core/error.h"
#include "core/text.h"
#include "core/vocabulary.h"
#include "store/store.h"

#include <stdbool.h>
#include <stddef.h>

/* What can be imported. Owned by an ImportFormats. */
typedef struct ImportFormat {
    const char *name;       /* "openness" */
    const char *title;      /* one line for `gairo formats` */
    const char *recognised; /* how it is recognised, one line */
    const char *extensions; /* ".md" or ".xml", blank-separated */
    const char *versions;   /* of the source that are known, blank-separated; NULL: it has none, or any will do */
    const char *licence;    /* of what the source publishes; NULL */
    const char *fault;      /* why it cannot be used, with its file and line; NULL: it can */
    bool own;               /* the user's own, from the configuration folder */
} ImportFormat;

typedef struct ImportFormats ImportFormats;
/* The formats: gairo's own XML, then the user's, then those that come with gairo. Each but the first is a manifest and a
 * stylesheet (docs/writing-an-importer.md). Fails only where the manifests cannot be read at all; one that is wrong is a
 * format with a fault. The caller frees it. */
ImportFormats *import_formats_load(Error *error);
void import_formats_free(ImportFormats *formats); /* NULL is allowed */
size_t import_formats_count(const ImportFormats *formats);
const ImportFormat *import_formats_at(const ImportFormats *formats, size_t index);
/* NULL where there is none. */
const ImportFormat *import_formats_find(const ImportFormats *formats, const char *name);
/* The format of a file by its name and first bytes, or NULL. */
const ImportFormat *import_formats_guess(const ImportFormats *formats, const char *path, const char *bytes,
                                         size_t length);

typedef struct ImportProgress {
    size_t files_done;
    size_t files;   /* in all */
    size_t records; /* so far */
} ImportProgress;

typedef struct ImportOptions {
    const char *format;   /* NULL: guessed file by file */
    bool dry_run;         /* tells what would happen and changes nothing */
    bool keep_going;      /* imports what is not refused */
    bool explain;         /* tells of the first records how they became what they are; changes nothing */
    const char *origin;   /* stored instead of the paths, for the shipped data set; NULL: the real path of each file */
    bool (*progress)(void *context, const ImportProgress *progress); /* false stops the import; NULL allowed */
    void *context;
    long patience; /* milliseconds that import_open_store() waits for a locked database; 0: two seconds */
} ImportOptions;

typedef struct ImportCounts {
    size_t added, changed, unchanged, removed, refused;
} ImportCounts;

typedef struct ImportRefusal {
    char *file;
    long line;    /* 0: none */
    char *record; /* id, or NULL */
    char *reason;
} ImportRefusal;

/* What became of one record, for --explain. */
typedef struct ImportExplanation {
    char *file;
    char *xml;           /* the reader's generic XML */
    char *native;        /* what the stylesheet made of it; NULL: nothing */
    StringList outcomes; /* a line each: "added risk.x", "refused: ..." */
} ImportExplanation;

/* IMPORT_VERSION: changed, in nothing but the version of its source that it names. */
typedef enum ImportChangeType { IMPORT_ADDED, IMPORT_CHANGED, IMPORT_VERSION, IMPORT_REMOVED } ImportChangeType;
/* A difference, as a dry run lists it. */
typedef struct ImportChange {
    ImportChangeType type;
    char *id;
    char *title; /* NULL of what is removed */
    char *what;  /* of a changed record: what differs, old → new (importers/load/difference.h); else NULL */
} ImportChange;

/* Links of one source and relation that were left out. */
typedef struct ImportLeftOut {
    char *source, *relation;
    char *example; /* the first: "FILE:LINE: ID to TARGET" */
    size_t count;
} ImportLeftOut;

/* Starts zeroed; owns its strings. */
typedef struct ImportReport {
    bool dry_run;
    ImportCounts kinds[KIND_COUNT];
    ImportCounts total;
    ImportRefusal *refusals;
    size_t refusal_count;
    StringList skipped; /* files in a folder that no format knows; none of the shipped data set's own */
    ImportExplanation *explanations; /* only where they were asked for; at most 1,000 */
    size_t explanation_count, explanations_left; /* left: there was no room for them */
    ImportChange *changes; /* in a dry run, at most 10,000 */
    size_t change_count, change_capacity, changes_left;
    StringList unresolved; /* a line each: links of other formats than gairo's own that lead nowhere, and were left out */
    ImportLeftOut *left_out; /* the same, counted */
    size_t left_out_count;
    StringList joined;     /* a line each: records that speak of an item of another id, or might, and why */
    size_t joined_left; /* of which no more than 10,000 are kept */
    StringList remarks; /* a line each: what is no fault and yet to be known */
} ImportReport;

void import_report_free(ImportReport *report);

/* Imports files and folders in one transaction. A folder is read to its depth; files in it that no format knows are
 * listed as skipped; a file named alone that no format knows, or a folder with nothing known in it, is refused. Where
 * anything is refused nothing at all is changed, the counts but refused are 0, the report lists the refusals (at most
 * 1,000) and the function fails with the first of them. A file in the native format that names a source of rank 0 is
 * refused, because only the shipped data set speaks for that; a dry run lets it pass with a remark. Where it is stopped
 * before the commit it fails with ERROR_CANCELLED, saying that nothing was imported. Files without a single item get a
 * remark; where there is nothing else the database is left as it is. Records of any source that came from the same file or folder
 * before and are in it no more are removed. What came from elsewhere stays, but for what a newer release of the source (another
 * version, or another day) has no more: at least half of a file's records, or most of a folder's where one is named, must be in
 * it. A remark tells of either, of another version, and of other sources' links to what is removed. An id may stand once for each source. Links,
 * citations and cells must point to items that exist once all is loaded. Files in the native format are held to the rules of
 * findings_of_files() besides: each finding in them is a refusal. */
bool import_paths(Store *store, const StringList *paths, const ImportOptions *options, ImportReport *report,
                  Error *error);

/* The version of the shipped data set (the first line of data/VERSION, "2026-11-23"), or NULL with an error. The caller
 * owns it. */
char *import_shipped_version(Error *error);
/* Loads the shipped data set, all or nothing, and notes its version in the store. */
bool import_shipped(Store *store, const ImportOptions *options, ImportReport *report, Error *error);
/* True where the shipped data set is newer than what the store was loaded from. */
bool import_shipped_is_newer(Store *store, bool *newer, Error *error);
/* Opens the database at path for writing; where there is none, or
 * an empty file, makes it from the shipped data set in a temporary file
 * beside it that is renamed when it is complete. What every command and the explorer start with. */
bool import_open_store(const char *path, const ImportOptions *options, Store **store, Error *error);

#endif
