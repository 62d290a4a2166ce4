/* YAML as the XML that stylesheets read. */
#ifndef GAIRO_IMPORTERS_READ_YAML_XML_H
#define GAIRO_IMPORTERS_READ_YAML_XML_H

#include "core/error.h"
#include "core/text.h"

#include <stdbool.h>
#include <stddef.h>

#define YAML_DEPTH_MAX 32
#define YAML_NODES_MAX 100000u
#define YAML_KEY_BYTES 300u

/* Appends a YAML document whose outermost part is a mapping: <entry key="…" line="…"> for each of a mapping, <member
 * line="…"> for each of a list; a scalar is text, whatever its type. Aliases, anchors, tags, a second document,
 * repeated keys and keys that are no scalars are refused. first_line is the line of file that bytes begin on. Fails
 * with ERROR_INPUT, or ERROR_LIMIT beyond the limits above, at the line of the fault; xml then holds a part. */
bool yaml_append_xml(Text *xml, const char *file, long first_line, const char *bytes, size_t length, Error *error);

#endif
