/* Stylesheets (XSLT 1.0) that turn what a reader gives into the native vocabulary. */
#ifndef GAIRO_IMPORTERS_READ_TRANSFORM_H
#define GAIRO_IMPORTERS_READ_TRANSFORM_H

#include "core/error.h"
#include "core/text.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct Transform Transform;

/* Compiles a stylesheet. NULL with ERROR_INPUT at its line. name is for messages and copied. xml_harden() must have
 * been called: a stylesheet then reads, writes and loads nothing. */
Transform *transform_new(const char *name, const char *bytes, size_t length, Error *error);
void transform_free(Transform *transform); /* NULL is allowed */

/* Appends what the stylesheet makes of xml. Fails with ERROR_INPUT, naming the stylesheet and its line, also where it
 * goes deeper or takes more steps than a stylesheet may. */
bool transform_apply(const Transform *transform, const Text *xml, Text *result, Error *error);

#endif
