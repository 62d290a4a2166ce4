/* What is known of a source, and of the health of all data, as text. */
#ifndef GAIRO_TUI_SOURCE_DOCUMENT_H
#define GAIRO_TUI_SOURCE_DOCUMENT_H

#include "store/sources.h"
#include "tui/document.h"
#include "tui/explorer.h"

#include <stdbool.h>

/* Adds what the source is, holds and was read from, and the link that removes it. Asks the store, and fails as it does. */
bool source_document(Document *document, Store *store, const SourceInfo *source, Error *error);
/* Adds what is wrong in the data, as far as that is known (tui/health.h): as many lines before as after it is. */
void health_document(Document *document, Explorer *explorer);

#endif
