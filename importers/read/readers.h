/* The readers by name. */
#ifndef GAIRO_IMPORTERS_READ_READERS_H
#define GAIRO_IMPORTERS_READ_READERS_H

#include "importers/read/reader.h"

#define READER_NAMES "bibtex, csv, front-matter, json, json-lines, tsv, xml, yaml"

/* The reader that makes generic XML, or NULL where there is none of that name. */
ReadFunction reader_find(const char *name);

#endif
