/* What importing stylesheets can call beside XPath: namespace urn:gairo:functions:1 (docs/writing-an-importer.md). */
#ifndef GAIRO_IMPORTERS_READ_FUNCTIONS_H
#define GAIRO_IMPORTERS_READ_FUNCTIONS_H

#include "core/frame.h"
#include "core/text.h"

#include <stdbool.h>
#include <stddef.h>

#include <libxslt/xsltInternals.h>

#define FUNCTIONS_NAMESPACE "urn:gairo:functions:1"

/* What is known of licences, by spelling. Starts zeroed. */
typedef struct LicenceTable {
    void *root; /* of a tsearch() tree */
} LicenceTable;

/* Adds a FRAME_LICENCE; false where it is malformed. Spellings are compared with case, blanks, hyphens and underscores
 * folded. */
bool licence_table_add(LicenceTable *table, const Frame *frame);
void licence_table_free(LicenceTable *table);

/* Makes the functions known to a transformation. licences must outlive it. */
void functions_register(xsltTransformContextPtr context, const LicenceTable *licences);

/* Each appends what the function of the name gives; the arguments are never NULL. */
void function_slug(Text *result, const char *string);
void function_date(Text *result, const char *string);
void function_url(Text *result, const char *string);
void function_cut(Text *result, const char *string, size_t bytes);

#endif
