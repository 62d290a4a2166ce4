#include "config.h"

#include "importers/load/own.h"

#include "core/memory.h"
#include "store/joining.h"

#include <stdlib.h>
#include <string.h>

/* What only the shipped data can say: it was held against the paper, or is marked as not yet held against it. */
static char *citation_fault(const Citation *citation)
{
    static const char *const of_the_paper[] = {"paper", "abstract", "companion"};

    for (size_t i = 0; citation->basis != NULL && i < sizeof(of_the_paper) / sizeof(of_the_paper[0]); i++)
        if (strcmp(citation->basis, of_the_paper[i]) == 0)
            return string_format("the basis \"%s\" is the shipped data's, for what the paper says; a source of one's own has "
                                 "law, law-secondary, literature, framework or editorial",
                                 citation->basis);
    if (citation->reference != NULL && strcmp(citation->reference, "reference.gairo") == 0)
        return string_copy("reference.gairo speaks for the shipped data; cite a reference that the source brings");
    return NULL;
}

static char *first_fault(const Record *record, long *line)
{
    char *fault = NULL;

    for (size_t i = 0; fault == NULL && i < record->citation_count; i++)
        fault = citation_fault(&record->citations[i]);
    for (size_t i = 0; fault == NULL && i < record->field_count; i++) {
        fault = citation_fault(&record->fields[i].citation);
        *line = record->fields[i].line;
    }
    for (size_t i = 0; fault == NULL && i < record->link_count; i++) {
        fault = citation_fault(&record->links[i].citation);
        *line = record->links[i].line;
    }
    return fault;
}

char *own_fault(Load *load, const Record *record, long *line, Error *error)
{
    char *fault, *owner = NULL;

    *line = 0;
    if (load->files.files[load->current].format->own == false)
        return NULL;
    fault = first_fault(record, line);
    if (fault != NULL)
        return fault;
    *line = 0;
    if (!source_of_record(load->store, record->id, load->source, &owner, error) || owner == NULL)
        return NULL;
    fault = string_format("%s is of the source %s: a source of one's own has ids of its own, and links to others'; a model or an "
                          "organisation of the same name is joined by it (gairo sources match)",
                          record->id, owner);
    free(owner);
    return fault;
}
