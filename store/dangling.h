/* Inside store/ only: statements that point to nothing, or to the wrong kind of thing. */
#ifndef GAIRO_STORE_DANGLING_H
#define GAIRO_STORE_DANGLING_H

#include "store/database.h"

/* The strings are valid during the call. rule is "dangling-link" or "dangling-citation". */
typedef void (*DanglingSeen)(void *context, const char *rule, const char *file, long line, const char *id,
                             const char *message);
/* These look at the statements of the sources in the temporary table touched_source: links, cells and terms to see;
 * citations; both. */
bool dangling_links(Store *store, DanglingSeen seen, void *context, Error *error);
bool dangling_citations(Store *store, DanglingSeen seen, void *context, Error *error);
bool dangling_find(Store *store, DanglingSeen seen, void *context, Error *error);

#endif
