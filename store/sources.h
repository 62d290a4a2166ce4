/* What was imported, from where and when; and what is wrong with it. */
#ifndef GAIRO_STORE_SOURCES_H
#define GAIRO_STORE_SOURCES_H

#include "store/store.h"

#include <stddef.h>

typedef struct SourceInfo {
    char *id, *title, *version, *date, *licence, *url, *cite;
    char *imported; /* when, ISO 8601 UTC */
    long records;
    int rank; /* the lower is shown first; see store/records.h */
} SourceInfo;
typedef struct SourceInfos {
    SourceInfo *sources;
    size_t count;
} SourceInfos;
/* By rank, then id. */
bool sources_list(Store *store, SourceInfos *sources, Error *error);
void source_infos_free(SourceInfos *sources);

typedef struct Finding {
    char *file; /* NULL: the database itself */
    long line;
    char *id;   /* NULL */
    char *rule; /* "dangling-link" */
    char *message;
} Finding;
typedef struct Findings {
    Finding *findings;
    size_t count;
} Findings;
/* Looks for what is wrong in the data (file and line of each) and in the database itself. Rules: integrity,
 * record-digest, dangling-link, dangling-citation, missing-summary, missing-body, no-mitigation (a risk that reaches
 * none and has no gap), no-recommendation (likewise), recommendation-without-actor, unused-reference, empty-area,
 * incomplete-matrix. */
bool findings_collect(Store *store, Findings *findings, Error *error);
void findings_free(Findings *findings);

#endif
