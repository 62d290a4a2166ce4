/* The reader of front matter: YAML between two lines of "---" at the start of a text file. */
#ifndef GAIRO_IMPORTERS_READ_FRONT_MATTER_H
#define GAIRO_IMPORTERS_READ_FRONT_MATTER_H

#include "core/error.h"
#include "core/text.h"
#include "importers/read/reader.h"

#include <stdbool.h>

#define FRONT_MATTER_BYTES (4u * 1024 * 1024) /* of the whole file */

/* Appends the generic XML of a file (docs/data-format.md, "Stylesheets"). Fails with ERROR_INPUT or ERROR_LIMIT at the
 * line of the fault. */
bool front_matter_read(const ReadInput *input, Text *xml, Error *error);

#endif
