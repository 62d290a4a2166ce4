/* What stylesheets can call beside XPath and EXSLT: namespace urn:gairo:render:1. docs/outputs.md lists them. */
#ifndef GAIRO_SHEETS_RENDER_FUNCTIONS_H
#define GAIRO_SHEETS_RENDER_FUNCTIONS_H

#include <libxslt/xsltInternals.h>

#define RENDER_FUNCTIONS_NAMESPACE "urn:gairo:render:1"

/* Makes the functions known to a transformation. */
void render_functions_register(xsltTransformContextPtr context);

#endif
