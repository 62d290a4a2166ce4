/* The openness taxonomy: the matrix, the licences' points and the observations, recomputed from cells and never typed
 * in. Source: Eiras et al. 2024, arXiv:2405.08597, and its companion data. */
#ifndef GAIRO_STORE_OPENNESS_H
#define GAIRO_STORE_OPENNESS_H

#include "core/vocabulary.h"
#include "store/items.h"

typedef struct MatrixCell {
    char *value;       /* NULL where the source has no cell */
    const char *level; /* "C3", or NULL; static */
    char *licence, *licence_id, *guess;
} MatrixCell;

typedef struct MatrixRow {
    char *id, *title;
    char *released;     /* YYYY-MM or NULL */
    char *organisation; /* title or NULL */
    MatrixCell cells[COMPONENT_COUNT];
    int open;       /* cells of value 5 */
    int applicable; /* cells that are neither not-applicable nor unknown */
    bool in_basket;
} MatrixRow;

typedef struct Matrix {
    MatrixRow *rows;
    size_t count;
} Matrix;

/* The matrix of the models that query selects (its kinds are ignored), with the cells of one source: the query's source
 * condition, else "openness". Sort fields: title, released, organisation, open, a component's id (by level; unknown and
 * not applicable last). NULL query: all, by release. */
bool openness_matrix(Store *store, const Query *query, Matrix *matrix, Error *error);
void matrix_free(Matrix *matrix);

/* The five points of a licence, and the level they give. */
typedef struct LicencePoints {
    int points;     /* 0 to 5; -1 where a point is unclear or the licence is unknown */
    int code_level; /* 2..5: 0-1 points 2, 2-3 points 3, 4 points 4, 5 points 5; 0 where unknown */
    int data_level; /* 3..5: 0-1 and 2-3 points 3, 4 points 4, 5 points 5; 0 where unknown */
} LicencePoints;
bool licence_points(Store *store, const char *licence_id, LicencePoints *points, Error *error);

/* A group of the pipeline: training, evaluation, deployment. */
typedef struct PipelineCounts {
    const char *pipeline;
    int closed, semi_open, open, not_applicable, unknown;
} PipelineCounts;

/* A model that is open wherever a component applies, as scored. */
typedef struct OpenModel {
    char *id, *title;
    int components; /* how many apply and are known */
    int unknown;    /* how many are unknown */
    bool by_points; /* every cell also scores 5 by the five points of a named licence */
    char *reason;   /* where not by_points: which cell and why ("evaluation.code.general: no licence is named") */
} OpenModel;

/* A cell whose score differs from what its licence's points give. */
typedef struct LicenceDisagreement {
    char *model_id, *model_title, *component, *licence, *licence_id;
    int scored, by_points;
} LicenceDisagreement;

/* The models of a year, or of a kind of organisation: their cells by part of the pipeline. */
typedef struct OpennessGroup {
    char *name; /* "2023"; a choice of organisation-type, ORGANISATIONS_SEVERAL, or OPENNESS_NOT_KNOWN */
    int models; /* that have cells */
    PipelineCounts pipelines[3];
} OpennessGroup;
typedef struct OpennessGroups {
    OpennessGroup *groups; /* years in their order; kinds of organisation as the vocabulary has them; none without models */
    size_t count;
} OpennessGroups;
#define ORGANISATIONS_SEVERAL "several" /* developed by organisations of more than one kind */
#define OPENNESS_NOT_KNOWN "unknown"    /* no date, no developer, or one whose kind is not known */
/* A group of fewer models than this shows counts and no shares: one model more would turn the picture. */
#define OPENNESS_FEW_MODELS 5
/* The open cells of those that apply and are known, in whole percent, rounded; -1 where there are none, or the group has
 * fewer than OPENNESS_FEW_MODELS models. */
int openness_share(const OpennessGroup *group, size_t pipeline);

typedef struct Observations {
    PipelineCounts pipelines[3];
    OpenModel *open_models; /* those without unknown cells first */
    size_t open_model_count;
    LicenceDisagreement *disagreements;
    size_t disagreement_count;
    PipelineCounts components[COMPONENT_COUNT]; /* the same for each component; pipeline is its id */
    int models;
    int first_year, last_year; /* of the releases */
    OpennessGroups by_year, by_organisation_type;
} Observations;

/* Recomputes everything from the cells of a source (NULL: "openness"). */
bool openness_observations(Store *store, const char *source, Observations *observations, Error *error);
/* The same of those models only that query's conditions select (NULL: all). */
bool openness_observations_of(Store *store, const Query *query, const char *source, Observations *observations,
                              Error *error);
void observations_free(Observations *observations);

#endif
