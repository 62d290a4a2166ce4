/* What is said of the law, hung on its text: an imported article leads to the provisions that say something of it. */
#ifndef GAIRO_IMPORTERS_LOAD_LAW_TEXT_H
#define GAIRO_IMPORTERS_LOAD_LAW_TEXT_H

#include "importers/load/load-state.h"

/* Whether the record is a law's own text: it waits until its instrument is known. */
bool law_text_is(const Record *record);
/* Adds links "text-of" to the provisions of the same instrument that cite the record's article, or a part of it. The
 * record's links must have been resolved. Nothing where it is no law's text. */
bool law_text_link(Load *load, const char *source, Record *record, Error *error);

#endif
