/* For sheets/render too. key() of a name that no xsl:key declares: to libxslt an empty set, to XSLT an error, and to who wrote it a mystery. */
#ifndef GAIRO_IMPORTERS_READ_KEYS_H
#define GAIRO_IMPORTERS_READ_KEYS_H

#include "core/error.h"

#include <libxslt/xsltInternals.h>

/* False, with the error set at the line of a template, where a pattern names a key that is not declared. */
bool keys_check_patterns(const char *name, xsltStylesheetPtr stylesheet, Error *error);
/* In the expressions of this run, such a name stops it, and the line of the instruction is told. */
void keys_register(xsltTransformContextPtr context);

#endif
