#include "cli/kinds.h"

#include "cli/near.h"

#include <stdlib.h>

bool kind_of_user(const char *name, Kind *kind, Error *error)
{
    StringList names = {0};
    Text list = {0};

    if (kind_parse(name, kind))
        return true;
    for (int i = 0; i < KIND_COUNT; i++) {
        const KindDefinition *definition = kind_definition((Kind)i);

        string_list_add(&names, definition->name);
        string_list_add(&names, definition->plural);
        text_append_format(&list, "%s%s", i == 0 ? "" : ", ", definition->name);
    }
    const char *near = near_name(name, &names);
    if (near)
        error_set(error, ERROR_USAGE, "there is no kind '%s' (did you mean '%s'?)", name, near);
    else
        error_set(error, ERROR_USAGE, "there is no kind '%s'; it is one of %s", name, list.data);
    string_list_free(&names);
    text_free(&list);
    return false;
}

bool kinds_of_user(const StringList *names, KindSet *kinds, Error *error)
{
    *kinds = 0;
    for (size_t i = 0; i < names->count; i++) {
        Kind kind;

        if (!kind_of_user(names->items[i], &kind, error))
            return false;
        *kinds |= KIND_BIT(kind);
    }
    return true;
}
