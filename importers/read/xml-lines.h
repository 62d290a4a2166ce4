/* XML of any vocabulary, handed to a stylesheet with the lines its elements stand on. */
#ifndef GAIRO_IMPORTERS_READ_XML_LINES_H
#define GAIRO_IMPORTERS_READ_XML_LINES_H

#include "core/error.h"
#include "importers/read/reader.h"

#include <stdbool.h>

#define XML_ELEMENTS_MAX 1000000u
#define XML_HEAD_BYTES (64u * 1024)

/* A ReadFunction: <document file="…" stem="…"> of the reader's namespace holds the file's root element, and every
 * element has the attribute "line" of the reader's namespace. Processing instructions are passed over, comments too;
 * where the settings name records and the root is none of them, each is a document: its "head" (of the reader's namespace;
 * the attribute name is the root's) holds what the root says of the whole, and then comes the record. Everything else is as the native reader holds it: UTF-8, no DOCTYPE, no entities but XML's five. */
bool xml_lines_read(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches, Error *error);

#endif
