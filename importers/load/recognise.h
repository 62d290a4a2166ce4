/* Whether a file is of a format, by the rules of its manifest and the file's first bytes. Nothing is parsed: what is
 * taken for a format's file and is none, its reader refuses with a line. */
#ifndef GAIRO_IMPORTERS_LOAD_RECOGNISE_H
#define GAIRO_IMPORTERS_LOAD_RECOGNISE_H

#include "core/frame.h"

#include <stdbool.h>
#include <stddef.h>

/* True where one rule of the manifest holds for the file of that name with that head. */
bool manifest_recognises(const Frame *manifest, const char *path, const char *head, size_t length);
/* True where the name ends with one of the blank-separated extensions. */
bool has_extension(const char *extensions, const char *path);
/* The extensions of all rules, each once, blank-separated; and the rules as a sentence's end. The caller owns them. */
char *manifest_extensions(const Frame *manifest);
char *manifest_description(const Frame *manifest);

#endif
