#include "config.h"

#include "importers/load/law-text.h"

#include "core/memory.h"
#include "core/text.h"
#include "store/law_text.h"

#include <stdlib.h>
#include <string.h>

#define LINKS_MAX 100u

static const char *field_value(const Record *record, const char *name)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (strcmp(record->fields[i].name, name) == 0)
            return record->fields[i].value;
    return NULL;
}

bool law_text_is(const Record *record)
{
    return record->kind == KIND_PROVISION && field_value(record, "text-version") != NULL;
}

static const RecordLink *part_of(const Record *record)
{
    for (size_t i = 0; i < record->link_count; i++)
        if (strcmp(record->links[i].relation, "part-of") == 0)
            return &record->links[i];
    return NULL;
}

bool law_text_link(Load *load, const char *source, Record *record, Error *error)
{
    const RecordLink *instrument = part_of(record);
    const char *citation = field_value(record, "citation");
    StringList ids = {0};
    char *reference, *basis;

    if (!law_text_is(record) || instrument == NULL || citation == NULL)
        return true;
    if (!law_text_said_of(load->store, instrument->to, citation, source, &ids, error)) {
        string_list_free(&ids);
        return false;
    }
    /* The list of links moves when one is added. */
    reference = string_copy(instrument->citation.reference);
    basis = string_copy(instrument->citation.basis);
    for (size_t i = 0; i < ids.count && i < LINKS_MAX; i++) {
        RecordLink *link = record_add_link(record);

        link->relation = string_copy("text-of");
        link->to = string_copy(ids.items[i]);
        link->citation.reference = string_copy(reference);
        link->citation.basis = string_copy(basis);
        link->citation.locator = string_copy(citation);
        link->line = record->line;
    }
    free(reference);
    free(basis);
    string_list_free(&ids);
    return true;
}
