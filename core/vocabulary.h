/* The words of the data: kinds, relations, bases, fields, events. One table each; the native reader, the loader, the
 * store, the command line and the screens all read these. docs/data-format.md explains them to authors. */
#ifndef GAIRO_CORE_VOCABULARY_H
#define GAIRO_CORE_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>

typedef enum Kind {
    KIND_STAGE,
    KIND_AREA,
    KIND_RISK,
    KIND_OPPORTUNITY,
    KIND_MITIGATION,
    KIND_RECOMMENDATION,
    KIND_ACTOR,
    KIND_REGION,
    KIND_JURISDICTION,
    KIND_INSTRUMENT,
    KIND_PROVISION,
    KIND_COMPONENT,
    KIND_LEVEL,
    KIND_LICENCE,
    KIND_MODEL,
    KIND_ORGANISATION,
    KIND_INCIDENT,
    KIND_OBSERVATION,
    KIND_FRAMEWORK,
    KIND_FRAMEWORK_ENTRY,
    KIND_REFERENCE,
    KIND_TERM,
    KIND_COUNT
} Kind;

typedef unsigned int KindSet; /* bit KIND_x is 1u << KIND_x */
#define KIND_BIT(kind) (1u << (kind))

typedef struct KindDefinition {
    const char *name;         /* "framework-entry": in files, ids and on the command line */
    const char *plural;       /* "framework-entries" */
    const char *title;        /* "Framework entry" */
    const char *title_plural; /* "Framework entries" */
} KindDefinition;

const KindDefinition *kind_definition(Kind kind);
/* The kind's name behind a count: "risk" for one, else "risks". Static. */
const char *kind_noun(Kind kind, size_t count);
/* Finds a kind by its name or plural. False where there is none; NULL gives false. */
bool kind_parse(const char *name, Kind *kind);

/* A typed arrow. forward reads from the item that has the link ("reduces"), inverse from the other ("is reduced by").
 */
typedef struct RelationDefinition {
    const char *name;
    const char *forward; /* heading on a page: "Reduces" */
    const char *inverse; /* "Reduced by" */
    KindSet from;
    KindSet to;
} RelationDefinition;

/* True where the relation may go from an item of the one kind to an item of the other. from and to of the definition
 * are the unions over all such pairs. */
bool relation_joins(const RelationDefinition *relation, Kind from, Kind to);

size_t relation_count(void);
const RelationDefinition *relation_at(size_t index);
const RelationDefinition *relation_find(const char *name); /* NULL where there is none */

typedef struct BasisDefinition {
    const char *name;        /* "law-secondary" */
    const char *title;       /* short, for screens: "law, secondary text" */
    const char *explanation; /* one sentence */
} BasisDefinition;

size_t basis_count(void);
const BasisDefinition *basis_at(size_t index);
const BasisDefinition *basis_find(const char *name);

typedef enum FieldType {
    FIELD_TEXT,   /* words between the tags; no value */
    FIELD_CHOICE, /* value is one of choices; the words between the tags say why */
    FIELD_TOKEN,  /* value: a short string of at most 300 bytes */
    FIELD_MONTH,  /* value: YYYY-MM */
    FIELD_DATE,   /* value: YYYY, YYYY-MM or YYYY-MM-DD */
    FIELD_YEAR,   /* value: YYYY */
    FIELD_NUMBER, /* value: a whole number from 0 to 999999 */
    FIELD_URL,    /* value: http:// or https:// */
} FieldType;

typedef struct FieldDefinition {
    const char *name;
    const char *title; /* heading on a page: "Marginal effect of openness" */
    FieldType type;
    const char *const *choices; /* NULL-terminated; NULL unless FIELD_CHOICE */
    KindSet kinds;              /* which kinds may have it */
    bool repeatable;
} FieldDefinition;

size_t field_count(void);
const FieldDefinition *field_at(size_t index);
/* The definition of a field for a kind; NULL where that kind has none such. */
const FieldDefinition *field_find(Kind kind, const char *name);
bool field_has_choice(const FieldDefinition *field, const char *value);
/* A choice, a cell's value or an event's type as a person reads it: "partly exempt", "no rule seen" for "silent".
 * Static, or choice itself where it reads well as it is. NULL gives NULL. */
const char *choice_title(const char *choice);

/* What can happen to an instrument or a provision, each with its date. */
size_t event_type_count(void);
const char *event_type_at(size_t index); /* "in-force" */
bool event_type_is_known(const char *name);

/* The twelve components of the pipeline, in the order of the paper's table. */
#define COMPONENT_COUNT 12
extern const char *const component_ids[COMPONENT_COUNT];
/* The position of a component id, or -1. */
int component_index(const char *id);
/* 'C' for code, 'D' for data: the letter of its levels. */
char component_letter(size_t index);

/* A cell's value: "1".."5", "unknown", "not-applicable". */
bool cell_value_is_known(const char *value);
/* The level code of a value at a component ("C3", "D5"), or NULL for unknown and not-applicable. Static storage. */
const char *cell_level(size_t component, const char *value);

#define ID_BYTES 200u /* the longest id */

/* True for an id in the form that kind demands: KIND.slug (slug of a-z 0-9 . + - _), a component's bare id for
 * KIND_COMPONENT, or source:native-id (source of a-z 0-9 -; native-id of printable ASCII but blanks, quotes, & < >) for
 * KIND_FRAMEWORK and KIND_FRAMEWORK_ENTRY. */
bool id_is_valid(Kind kind, const char *id);
/* The kinds that an item of this id can be of: one, as the prefix tells, or the two of source:native-id; 0 where the id
 * is of no valid form. */
KindSet id_kinds(const char *id);

#endif
