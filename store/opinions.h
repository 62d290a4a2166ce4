/* The openness of a model that several sources score: one row for each component, what each source says side by side. */
#ifndef GAIRO_STORE_OPINIONS_H
#define GAIRO_STORE_OPINIONS_H

#include "core/text.h"
#include "core/vocabulary.h"
#include "store/items.h"

/* What a source says in the same words of one component or of several. */
typedef struct OpinionRemark {
    const char *source, *text;
    bool components[COMPONENT_COUNT];
} OpinionRemark;

/* A licence, and how the cells spell it. */
typedef struct OpinionLicence {
    const char *id;
    StringList spellings;
} OpinionLicence;

/* Points into the item, which must outlive it; owns its arrays. */
typedef struct Opinions {
    const char **sources; /* that have cells, the one of the lowest rank first */
    size_t source_count;
    const ItemCell **cells;    /* component * source_count + source; NULL where that source says nothing of it */
    bool spoken[COMPONENT_COUNT]; /* that some source has a cell of it */
    OpinionRemark *remarks;    /* in the order of the components that they are made of first */
    size_t remark_count;
    OpinionLicence *licences; /* that a spelling is known as, in the order of the cells */
    size_t licence_count;
} Opinions;

/* Of an item without cells all counts are 0. To be released with opinions_free(). */
Opinions opinions_of(const Item *item);
void opinions_free(Opinions *opinions);

#endif
