/* The anchors of a YAML file, each with the XML that was made where it stands. What aliases may make of them is bounded:
 * nine lines of them can stand for a thousand million texts. */
#ifndef GAIRO_IMPORTERS_READ_YAML_ANCHORS_H
#define GAIRO_IMPORTERS_READ_YAML_ANCHORS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct YamlAnchor {
    char *name;
    char *xml;
    size_t length; /* bytes of xml */
    size_t nodes;  /* entries in it, itself included */
    size_t height; /* levels in it */
} YamlAnchor;

/* Starts zeroed. */
typedef struct YamlAnchors {
    void *root;      /* of a tsearch() tree */
    size_t bytes;    /* kept */
    size_t aliases;  /* expanded */
    size_t expanded; /* bytes of XML */
} YamlAnchors;

/* Keeps what stands at an anchor; one of the same name before it is replaced. name may be NULL: nothing is done. */
void yaml_anchor_add(YamlAnchors *anchors, const char *name, const char *xml, size_t length, size_t nodes,
                     size_t height);
/* NULL where there is none. */
const YamlAnchor *yaml_anchor_find(const YamlAnchors *anchors, const char *name);
/* Counts one alias; false beyond the limits of yaml-xml.h. */
bool yaml_anchors_expand(YamlAnchors *anchors, const YamlAnchor *anchor);
void yaml_anchors_free(YamlAnchors *anchors);

#endif
