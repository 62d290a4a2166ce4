/* Inside store/ only: the matrix of given sources, and the points of all licences. */
#ifndef GAIRO_STORE_MATRIX_H
#define GAIRO_STORE_MATRIX_H

#include "store/condition.h"
#include "store/openness.h"

/* The matrix of what query selects (NULL: all models, by release), with the cells of those sources, lower rank first.
 */
bool matrix_make(Store *store, const Query *query, const StringList *sources, Matrix *matrix, Error *error);

/* Adds a cell to the counts: "1" is closed, "5" open, what lies between semi-open. */
void pipeline_count(PipelineCounts *counts, const char *value);
/* The part of the pipeline that a component belongs to: 0 training, 1 evaluation, 2 deployment. */
size_t pipeline_of_component(size_t component);
const char *pipeline_name(size_t pipeline);
/* A cell's score where it could have come from points; 0 for what could not: closed, a paid API's D2, and no score. */
int score_by_licence(size_t component, const char *value);
/* Fills both groups of the observations from the matrix. */
bool openness_group(Store *store, const Matrix *matrix, Observations *observations, Error *error);
void openness_groups_free(OpennessGroups *groups);

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
