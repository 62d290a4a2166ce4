/* Inside store/ only: the matrix of given sources, and the points of all licences. */
#ifndef GAIRO_STORE_MATRIX_H
#define GAIRO_STORE_MATRIX_H

#include "store/condition.h"
#include "store/openness.h"

/* The matrix of what query selects (NULL: all models, by release), with the cells of those sources, lower rank first.
 */
bool matrix_make(Store *store, const Query *query, const StringList *sources, Matrix *matrix, Error *error);

typedef struct PointsOfLicence {
    char *id;
    int known, yes; /* points that are clear, and those of them that it has */
} PointsOfLicence;
typedef struct PointsTable {
    PointsOfLicence *licences; /* by id */
    size_t count;
} PointsTable;
bool points_table_load(Store *store, PointsTable *table, Error *error);
void points_table_free(PointsTable *table);
/* What a licence scores; as of an unknown one where id is NULL or not in the table. */
LicencePoints points_table_find(const PointsTable *table, const char *id);

#endif
