/* What stylesheets can call beside XPath and EXSLT: namespace urn:gairo:render:1. */
#ifndef GAIRO_SHEETS_RENDER_FUNCTIONS_H
#define GAIRO_SHEETS_RENDER_FUNCTIONS_H

#include "core/text.h"

#include <libxslt/xsltInternals.h>

#define RENDER_FUNCTIONS_NAMESPACE "urn:gairo:render:1"

/* Makes markdown() and markdown-url() known to a transformation. */
void render_functions_register(xsltTransformContextPtr context);

/* Appends string so that CommonMark (with pipe tables and GitHub's autolinks) shows it as the same plain text wherever it
 * is put in a line, at its start too. White space is folded to single blanks and trimmed. */
void markdown_escape(Text *result, const char *string);
/* Appends a URL so that it can stand in a link's parentheses. */
void markdown_escape_url(Text *result, const char *url);

#endif
