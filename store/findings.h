/* Inside store/ only: collecting findings. */
#ifndef GAIRO_STORE_FINDINGS_H
#define GAIRO_STORE_FINDINGS_H

#include "store/database.h"
#include "store/sources.h"

/* Copies all; file and id may be NULL. */
void findings_add(Findings *findings, const char *rule, const char *file, long line, const char *id,
                  const char *message);
/* The database itself: SQLite's own checks, and whether its tables agree. */
bool findings_of_integrity(Store *store, Findings *findings, Error *error);
/* Each record's digest, computed again from what is stored. */
bool findings_of_digests(Store *store, Findings *findings, Error *error);

#endif
