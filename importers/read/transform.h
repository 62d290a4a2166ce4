/* Stylesheets (XSLT 1.0) that turn what a reader gives into the native vocabulary. */
#ifndef GAIRO_IMPORTERS_READ_TRANSFORM_H
#define GAIRO_IMPORTERS_READ_TRANSFORM_H

#include "core/error.h"
#include "core/text.h"
#include "importers/read/functions.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct Transform Transform;

/* Compiles a stylesheet. NULL with ERROR_INPUT at its line. name is for messages and copied. xml_harden() must have
 * been called: a stylesheet then reads, writes and loads nothing. */
Transform *transform_new(const char *name, const char *bytes, size_t length, Error *error);
void transform_free(Transform *transform); /* NULL is allowed */

/* What functions know of licences; licences must outlive transform, and may be NULL. */
void transform_set_licences(Transform *transform, const LicenceTable *licences);
/* The XPath that gives the version of what is read, and those that are known, blank-separated ("1.0 5.*"); copied.
 * transform_apply() then refuses others. Fails with ERROR_INPUT where select is no XPath. */
bool transform_set_versions(Transform *transform, const char *select, const char *known, Error *error);

/* Appends what the stylesheet makes of xml. Fails with ERROR_INPUT, naming the stylesheet and its line, also where it
 * goes deeper or takes more steps than a stylesheet may; at no line of it where the version is not known. */
bool transform_apply(const Transform *transform, const Text *xml, Text *result, Error *error);

#endif
