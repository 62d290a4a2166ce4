/* The formats as the rest of this room needs them. */
#ifndef GAIRO_IMPORTERS_LOAD_FORMATS_H
#define GAIRO_IMPORTERS_LOAD_FORMATS_H

#include "core/frame.h"
#include "importers/import.h"

/* How much of a file's start import_formats_guess() needs. */
#define FORMAT_HEAD_BYTES (16u * 1024)

/* Only gairo's own XML: for the shipped data set, which is nothing else. */
ImportFormats *import_formats_native(void);
/* Adds the rest, once. Fails as import_formats_load(). */
bool import_formats_complete(ImportFormats *formats, Error *error);

/* True for gairo's own XML. */
bool format_is_native(const ImportFormat *format);
/* The format's manifest (importers/protocol.h); NULL for the native one. */
const Frame *format_manifest(const ImportFormat *format);
/* The path of its stylesheet; NULL for the native one. */
const char *format_stylesheet(const ImportFormat *format);
/* True where the file's ending is one of the format's. */
bool format_has_extension(const ImportFormat *format, const char *path);

#endif
