/* The table of import formats: a reader in the worker and a stylesheet for it. */
#ifndef GAIRO_IMPORTERS_LOAD_FORMATS_H
#define GAIRO_IMPORTERS_LOAD_FORMATS_H

#include "importers/import.h"

/* How much of a file's start import_format_guess() needs. */
#define FORMAT_HEAD_BYTES (16u * 1024)

/* The format's reader and its stylesheet (named from the top of the tree; NULL: none needed). */
const char *format_reader(const ImportFormat *format);
const char *format_stylesheet(const ImportFormat *format);
/* True where the file's ending is one of the format's. */
bool format_has_extension(const ImportFormat *format, const char *path);

#endif
