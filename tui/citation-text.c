#include "config.h"

#include "tui/citation-text.h"

#include "core/memory.h"
#include "core/text.h"
#include "tui/style.h"

#include <string.h>

const char *basis_title(const char *name)
{
    const BasisDefinition *basis = name == NULL ? NULL : basis_find(name);
    return basis == NULL ? name : basis->title;
}

/* Ids of references without their kind: "eiras2024risks". */
static const char *short_id(const char *id)
{
    const char *dot = strchr(id, '.');
    return dot == NULL ? id : dot + 1;
}

char *citation_text(const Citation *citation)
{
    Text text = {0};
    bool own = citation->basis != NULL && strcmp(citation->basis, "editorial") == 0;
    text_append(&text, basis_title(citation->basis));
    if (citation->reference != NULL && !own) {
        text_append_format(&text, " %s %s", glyph(GLYPH_DOT), short_id(citation->reference));
        if (citation->locator != NULL) {
            text_append_format(&text, ", %s", citation->locator);
        }
    }
    return text_take(&text);
}

bool citation_same(const Citation *a, const Citation *b)
{
    return citation_compare(a, b) == 0;
}

char *citation_note(const Item *item, const Citation *citation)
{
    if (citation->basis == NULL ||
        (item->citation_count > 0 && citation_same(&item->citations[0].citation, citation))) {
        return NULL;
    }
    return citation_text(citation);
}
