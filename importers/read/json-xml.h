/* JSON and JSON Lines as the XML that stylesheets read. */
#ifndef GAIRO_IMPORTERS_READ_JSON_XML_H
#define GAIRO_IMPORTERS_READ_JSON_XML_H

#include "core/error.h"
#include "core/text.h"
#include "importers/read/reader.h"

#include <stdbool.h>
#include <stddef.h>

#define JSON_NESTING_MAX 32
#define JSON_NODES_MAX 2000000u

/* A ReadFunction: the elements are those of yaml_read(); what is no text has type="number", "boolean" or "null", the
 * last without text. An object is one document; of an array each member is a record. Each value has the line that it
 * begins on. Repeated keys and NULs are refused. */
bool json_read(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches, Error *error);
/* The same for a file with one value on each line. */
bool json_lines_read(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches, Error *error);

/* Appends what the JSON text in a cell holds: entries and members, or text. False where it is no JSON, or more than the
 * limits allow; xml is as it was then. */
bool json_append_xml(Text *xml, const char *bytes, size_t length);

#endif
