/* Filling a report. */
#ifndef GAIRO_IMPORTERS_LOAD_REPORT_H
#define GAIRO_IMPORTERS_LOAD_REPORT_H

#include "core/error.h"
#include "importers/import.h"
#include "store/records.h"
#include "store/settle.h"

#define IMPORT_REFUSALS_MAX 1000u
#define IMPORT_REMARKS_MAX 100u
#define IMPORT_EXPLANATIONS_MAX 1000u
#define IMPORT_LINES_MAX 10000u

/* Counts a refusal, lists it where there is room, and keeps the first in error. Strings are copied and sanitised.
 * record may be NULL. */
void report_refusal(ImportReport *report, ErrorCode code, const char *file, long line, const char *record,
                    const char *reason, Error *error);
/* Lists a difference that a dry run shows. title and what may be NULL. */
void report_changed(ImportReport *report, ImportChangeType type, const char *id, const char *title, const char *what);
void report_change(ImportReport *report, Kind kind, RecordChange change);
/* Takes such a count back: the record is refused after all, and counts as that alone. */
void report_change_back(ImportReport *report, Kind kind, RecordChange change);
/* Keeps a remark once; that there are more than the first IMPORT_REMARKS_MAX is told by one more. file may be NULL. */
void report_remark(ImportReport *report, const char *file, const char *text);
/* The same of what must be known, however many remarks there are. */
void report_notice(ImportReport *report, const char *text);
/* Starts an explanation where there is room; xml: the reader's, native: the stylesheet's (NULL: nothing). */
void report_explanation(ImportReport *report, const char *file, const char *xml, const char *native);
/* Adds a line to an explanation, which counts from 1; 0 is the last, or the one that there was no room for: then it is dropped. */
void report_outcome(ImportReport *report, size_t explanation, const char *line);
/* Each keeps a line, of which there may be many. A link is counted with those of its source and relation besides. */
void report_unresolved_link(ImportReport *report, const SettledLink *link);
/* Forgets them, and who joined: it is all settled once more. */
void report_unsettle(ImportReport *report);
void report_joined(ImportReport *report, const char *line);
void report_removal(ImportReport *report, Kind kind);
/* Nothing was changed after all: only the refusals stay. */
void report_take_back(ImportReport *report);

#endif
