#include "config.h"

#include "importers/read/yaml-anchors.h"

#include "core/memory.h"
#include "importers/read/yaml-xml.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

static int compare(const void *a, const void *b)
{
    return strcmp(((const YamlAnchor *)a)->name, ((const YamlAnchor *)b)->name);
}

static void free_anchor(void *anchor)
{
    free(((YamlAnchor *)anchor)->name);
    free(((YamlAnchor *)anchor)->xml);
    free(anchor);
}

void yaml_anchor_add(YamlAnchors *anchors, const char *name, const char *xml, size_t length, size_t nodes,
                     size_t height)
{
    YamlAnchor *anchor, **kept;

    /* What is not kept has no anchor, to an alias. */
    if (name == NULL || anchors->bytes + length > YAML_ALIAS_BYTES)
        return;
    anchors->bytes += length;
    anchor = memory_allocate(sizeof(*anchor));
    *anchor = (YamlAnchor){.name = string_copy(name),
                           .xml = string_copy_bytes(length == 0 ? "" : xml, length),
                           .length = length,
                           .nodes = nodes,
                           .height = height};
    kept = tsearch(anchor, &anchors->root, compare);
    if (kept == NULL)
        abort();
    if (*kept != anchor) {
        YamlAnchor *before = *kept;

        *kept = anchor;
        free_anchor(before);
    }
}

const YamlAnchor *yaml_anchor_find(const YamlAnchors *anchors, const char *name)
{
    YamlAnchor wanted = {.name = (char *)name};
    void *found = tfind(&wanted, (void *const *)&anchors->root, compare);

    return found == NULL ? NULL : *(YamlAnchor **)found;
}

bool yaml_anchors_expand(YamlAnchors *anchors, const YamlAnchor *anchor)
{
    anchors->aliases++;
    anchors->expanded += anchor->length;
    return anchors->aliases <= YAML_ALIASES_MAX && anchors->expanded <= YAML_ALIAS_BYTES;
}

void yaml_anchors_free(YamlAnchors *anchors)
{
    tdestroy(anchors->root, free_anchor);
    anchors->root = NULL;
}
