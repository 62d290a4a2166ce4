/* YAML as the XML that stylesheets read. */
#ifndef GAIRO_IMPORTERS_READ_YAML_XML_H
#define GAIRO_IMPORTERS_READ_YAML_XML_H

#include "core/error.h"
#include "core/text.h"
#include "importers/read/reader.h"

#include <stdbool.h>
#include <stddef.h>

#define YAML_DEPTH_MAX 32
#define YAML_NODES_MAX 100000u
#define YAML_KEY_BYTES 300u
/* Of a file that is YAML as a whole. */
#define YAML_FILE_BYTES ((size_t)32 * 1024 * 1024)
#define YAML_FILE_NODES 1000000u
#define YAML_ALIASES_MAX 10000u
#define YAML_ALIAS_BYTES ((size_t)8 * 1024 * 1024) /* of XML, that aliases make in all */

/* Appends a YAML document whose outermost part is a mapping: <entry key="…" line="…"> for each of a mapping, <member
 * line="…"> for each of a list; a scalar is text, whatever its type. Aliases, anchors, tags, a second document,
 * repeated keys and keys that are no scalars are refused. first_line is the line of file that bytes begin on. Fails
 * with ERROR_INPUT, or ERROR_LIMIT beyond the limits above, at the line of the fault; xml then holds a part. */
bool yaml_append_xml(Text *xml, const char *file, long first_line, const char *bytes, size_t length, Error *error);

/* A ReadFunction for a YAML file: a mapping is one document; of a list, each member is a record. Beside the elements
 * above an alias is what its anchor stands at, within the limits; the tags of YAML's own scalars are passed over. */
bool yaml_read(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches, Error *error);

#endif
