/* CSV and TSV as the XML that stylesheets read. */
#ifndef GAIRO_IMPORTERS_READ_TABLE_XML_H
#define GAIRO_IMPORTERS_READ_TABLE_XML_H

#include "core/error.h"
#include "importers/read/reader.h"

#include <stdbool.h>

#define TABLE_COLUMNS_MAX 1000u

/* ReadFunctions. The first row names the columns; each further one is a record, <member line="…"> with
 * <entry key="COLUMN">…</entry> for each column. Lines at the start that begin with settings->comments are
 * <comment line="…">…</comment> at the head of every document. A row with more columns than the first, or with fewer
 * where settings do not allow it, is refused and reading goes on. A quote in the middle of an unquoted value, one that
 * is not closed, a column without a name or with another's, and a value over 256 KiB end the file. Fails with
 * ERROR_UNSUPPORTED in a build without libcsv. */
bool csv_read(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches, Error *error);
bool tsv_read(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches, Error *error);

#endif
