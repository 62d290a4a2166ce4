#include "config.h"

#include "importers/load/places.h"

#include "core/memory.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

static int compare(const void *a, const void *b)
{
    return strcmp(((const Place *)a)->key, ((const Place *)b)->key);
}

/* A control character parts the two, which neither may hold. */
static char *join(const char *qualifier, const char *key)
{
    return string_format("%s\x1f%s", qualifier == NULL ? "" : qualifier, key);
}

static void free_place(void *place)
{
    free(((Place *)place)->key);
    free(place);
}

Place *places_add(Places *places, const char *qualifier, const char *key, const char *file, long line)
{
    Place *place = memory_allocate(sizeof(*place));
    Place **kept;

    *place = (Place){.key = join(qualifier, key), .file = file, .line = line};
    kept = tsearch(place, &places->root, compare);
    if (kept == NULL)
        abort();
    if (*kept == place)
        return NULL;
    free_place(place);
    return *kept;
}

Place *places_find(const Places *places, const char *qualifier, const char *key)
{
    Place wanted = {.key = join(qualifier, key)};
    Place **found = (Place **)tfind(&wanted, (void *const *)&places->root, compare);

    free(wanted.key);
    return found == NULL ? NULL : *found;
}

bool places_contain(const Places *places, const char *qualifier, const char *key)
{
    return places_find(places, qualifier, key) != NULL;
}

void places_free(Places *places)
{
    tdestroy(places->root, free_place);
    places->root = NULL;
}
