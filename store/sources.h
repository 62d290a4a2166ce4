/* What was imported, from where and when; and what is wrong with it. */
#ifndef GAIRO_STORE_SOURCES_H
#define GAIRO_STORE_SOURCES_H

#include "core/text.h"
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
/* For a reader: the version, or that none is given: not every publisher numbers what it publishes. Valid as long as source. */
const char *source_version_words(const SourceInfo *source);
/* By rank, then id. */
bool sources_list(Store *store, SourceInfos *sources, Error *error);
void source_infos_free(SourceInfos *sources);

typedef enum Severity {
    SEVERITY_FINDING, /* to be mended */
    SEVERITY_NOTICE,  /* to be known; nothing may be wrong */
} Severity;
const char *severity_name(Severity severity); /* "finding" */

/* What is looked for. docs/data-format.md lists the rules for authors; a test holds the two together. */
typedef struct FindingRule {
    const char *name; /* "dangling-link" */
    Severity severity;       /* of what it finds in the shipped data */
    const char *explanation; /* a sentence: what is found */
    /* Up to a NULL, what it looks for one by one: "risk effect" (a kind and a field or a relation), "risk", "adopted
     * amended" (two events or relations); NULL where it looks for one thing. */
    const char *const *cases;
} FindingRule;
size_t finding_rule_count(void);
const FindingRule *finding_rule_at(size_t index); /* in the order in which they are applied */

typedef struct Finding {
    char *file; /* NULL: the database itself */
    long line;
    char *id; /* NULL */
    const FindingRule *rule;
    Severity severity; /* the rule's, or SEVERITY_NOTICE where an author may leave it at that */
    char *message;     /* what is wrong, and what would be right */
} Finding;
typedef struct Findings {
    Finding *findings;
    size_t count;
    size_t notices; /* of them */
} Findings;
/* Adds what the rule at that index finds; nothing where it fails or is stopped. Starts zeroed. */
bool findings_add(Store *store, size_t rule, Findings *findings, Error *error);
/* Looks for what is wrong in the data (file and line of each) and in the database itself, by all rules in turn. */
bool findings_collect(Store *store, Findings *findings, Error *error);
/* The same of the records of some files (named as the records name them). Findings are of those rules only whose fault
 * no other file that is still to come could mend: what the import refuses a file of gairo's own XML for. Notices are of
 * all rules. It may be called within the transaction. */
bool findings_of_files(Store *store, const StringList *files, Findings *findings, Error *error);
void findings_free(Findings *findings);

#endif
