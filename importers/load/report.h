/* Filling a report. */
#ifndef GAIRO_IMPORTERS_LOAD_REPORT_H
#define GAIRO_IMPORTERS_LOAD_REPORT_H

#include "core/error.h"
#include "importers/import.h"
#include "store/records.h"

#define IMPORT_REFUSALS_MAX 1000u
#define IMPORT_REMARKS_MAX 100u

/* Counts a refusal, lists it where there is room, and keeps the first in error. Strings are copied and sanitised.
 * record may be NULL. */
void report_refusal(ImportReport *report, ErrorCode code, const char *file, long line, const char *record,
                    const char *reason, Error *error);
void report_change(ImportReport *report, Kind kind, RecordChange change);
/* Keeps a remark once; those beyond the first IMPORT_REMARKS_MAX are dropped. file may be NULL. */
void report_remark(ImportReport *report, const char *file, const char *text);
void report_removal(ImportReport *report, Kind kind);
/* Nothing was changed after all: only the refusals stay. */
void report_take_back(ImportReport *report);

#endif
