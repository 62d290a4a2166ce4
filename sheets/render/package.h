/* Containers of several parts: ODT (ODF 1.3, part 2) and DOCX (ECMA-376, part 2) are ZIP files. Runs in the worker only. */
#ifndef GAIRO_SHEETS_RENDER_PACKAGE_H
#define GAIRO_SHEETS_RENDER_PACKAGE_H

#include "core/error.h"
#include "core/text.h"

#include <libxml/tree.h>
#include <stdbool.h>

/* Writes the parts of a package document (namespace urn:gairo:package:1; docs/outputs.md) as a ZIP file and appends it to output.
 * The bytes depend on the document alone: every part carries the package's date. name is for messages. Fails with ERROR_INPUT
 * where it is no such document, ERROR_UNSUPPORTED in a build without libzip. */
bool package_write(const char *name, xmlDocPtr package, Text *output, Error *error);

#endif
