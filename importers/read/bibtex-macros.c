#include "config.h"

#include "importers/read/bibtex-macros.h"

#include "core/memory.h"
#include "importers/read/bibtex-xml.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

typedef struct Macro {
    char *name;
    char *value;
    size_t length;
} Macro;

static int compare(const void *a, const void *b)
{
    return strcmp(((const Macro *)a)->name, ((const Macro *)b)->name);
}

static void free_macro(void *macro)
{
    free(((Macro *)macro)->name);
    free(((Macro *)macro)->value);
    free(macro);
}

bool bibtex_macros_set(BibtexMacros *macros, const char *name, const Text *value)
{
    Macro *macro = memory_allocate(sizeof(*macro)), **kept;

    *macro = (Macro){.name = string_copy(name),
                     .value = string_copy_bytes(value->data == NULL ? "" : value->data, value->length),
                     .length = value->length};
    kept = tsearch(macro, &macros->root, compare);
    if (kept == NULL)
        abort();
    if (*kept == macro) {
        macros->count++;
    } else {
        char *before = (*kept)->value;

        (*kept)->value = macro->value;
        (*kept)->length = macro->length;
        macro->value = before;
        free_macro(macro);
    }
    return macros->count <= BIBTEX_MACROS_MAX;
}

bool bibtex_macros_append(const BibtexMacros *macros, const char *name, Text *text)
{
    static const char *const months[][2] = {
        {"jan", "January"},   {"feb", "February"}, {"mar", "March"},    {"apr", "April"},
        {"may", "May"},       {"jun", "June"},     {"jul", "July"},     {"aug", "August"},
        {"sep", "September"}, {"oct", "October"},  {"nov", "November"}, {"dec", "December"},
    };
    Macro wanted = {.name = (char *)name};
    Macro *const *found = tfind(&wanted, &macros->root, compare);

    if (found != NULL) {
        text_append_bytes(text, (*found)->value, (*found)->length);
        return true;
    }
    for (size_t i = 0; i < sizeof(months) / sizeof(months[0]); i++)
        if (strcmp(months[i][0], name) == 0) {
            text_append(text, months[i][1]);
            return true;
        }
    return false;
}

void bibtex_macros_free(BibtexMacros *macros)
{
    tdestroy(macros->root, free_macro);
    *macros = (BibtexMacros){0};
}
