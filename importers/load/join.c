#include "config.h"

#include "importers/load/join.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <ctype.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>

/* An item that goes by a name, and the sources that say so. */
typedef struct Bearer {
    char *item;
    StringList sources;
} Bearer;

typedef struct Name {
    char *key; /* kind and folded name */
    Bearer *bearers;
    size_t count;
} Name;

typedef struct Alias {
    char *key; /* source and given id */
    char *item;
} Alias;

static int compare_names(const void *a, const void *b)
{
    return strcmp(((const Name *)a)->key, ((const Name *)b)->key);
}

static int compare_aliases(const void *a, const void *b)
{
    return strcmp(((const Alias *)a)->key, ((const Alias *)b)->key);
}

/* Letters, digits and "+"; a dot between two digits. "LLaMA-2" and "Llama 2" are one name, "Llama 2.1" is another. */
static char *key_of(Kind kind, const char *name)
{
    char *folded = text_fold(name);
    Text key = {0};

    text_append_format(&key, "%s ", kind_definition(kind)->name);
    for (const unsigned char *at = (const unsigned char *)folded; *at != '\0'; at++) {
        bool dot = *at == '.' && at > (const unsigned char *)folded && isdigit(at[-1]) && isdigit(at[1]);

        if (isalnum(*at) || *at >= 0x80 || *at == '+' || dot)
            text_append_character(&key, (char)*at);
    }
    free(folded);
    return text_take(&key);
}

static Name *find_name(const Join *join, Kind kind, const char *name)
{
    Name wanted = {.key = key_of(kind, name)};
    Name **found = (Name **)tfind(&wanted, (void *const *)&join->names, compare_names);

    free(wanted.key);
    return found == NULL ? NULL : *found;
}

static void add_name(Join *join, Kind kind, const char *name, const char *item, const char *source)
{
    Name *entry = memory_zeroed(1, sizeof(*entry)), **kept;
    size_t i = 0;

    entry->key = key_of(kind, name);
    kept = tsearch(entry, &join->names, compare_names);
    if (kept == NULL)
        abort();
    if (*kept != entry) {
        free(entry->key);
        free(entry);
        entry = *kept;
    }
    while (i < entry->count && strcmp(entry->bearers[i].item, item) != 0)
        i++;
    if (i == entry->count) {
        entry->bearers = memory_resize(entry->bearers, entry->count + 1, sizeof(*entry->bearers));
        entry->bearers[entry->count++] = (Bearer){.item = string_copy(item)};
    }
    if (!string_list_contains(&entry->bearers[i].sources, source))
        string_list_add(&entry->bearers[i].sources, source);
}

/* The name that a record goes by: that of a licence or a law is its id's slug. */
static const char *name_of(const Record *record)
{
    const char *dot = strchr(record->id, '.');

    return (record->kind == KIND_LICENCE || record->kind == KIND_INSTRUMENT) && dot != NULL ? dot + 1 : record->title;
}

bool join_load(Join *join, Store *store, Error *error)
{
    NameRows rows;

    if (join->loaded)
        return true;
    if (!matches_list(store, &join->matches, error) || !names_list(store, &rows, error))
        return false;
    for (size_t i = 0; i < rows.count; i++)
        if (rows.rows[i].kind != KIND_COUNT)
            add_name(join, rows.rows[i].kind, rows.rows[i].name, rows.rows[i].item, rows.rows[i].source);
    name_rows_free(&rows);
    join->loaded = true;
    return true;
}

static const Match *find_match(const Join *join, const char *given)
{
    for (size_t i = 0; i < join->matches.count; i++)
        if (strcmp(join->matches.matches[i].given, given) == 0)
            return &join->matches.matches[i];
    return NULL;
}

/* Whether a source other than this one knows the item by the name: two records of one source are two things. */
static bool is_others(const Bearer *bearer, const char *source)
{
    return bearer->sources.count > 1 || strcmp(bearer->sources.items[0], source) != 0;
}

/* The item that others know by the record's name. Several, or one that is taken: none, and how says why. A join that is
 * there stays, and a source that has the name twice itself is not joined anew: an import of the same again must not join
 * what the first one, in another order, could not. */
static const char *find_item(const Join *join, const char *source, const Record *record,
                             bool (*taken)(void *context, const char *item), void *context, char **how)
{
    const Name *name = find_name(join, record->kind, name_of(record));
    const Bearer *found = NULL;
    size_t count = 0, own = 0;
    bool is_joined = false;

    for (size_t i = 0; name != NULL && i < name->count; i++) {
        const Bearer *bearer = &name->bearers[i];
        bool has = string_list_contains(&bearer->sources, source);

        own += has;
        if (is_others(bearer, source)) {
            is_joined = is_joined || has;
            found = bearer;
            count++;
        }
    }
    if (count == 0 || strcmp(found->item, record->id) == 0)
        return NULL;
    if (own > 1 && !is_joined)
        *how = string_format("stays apart: the source has %zu of the name, and %s is another's; say which with gairo "
                             "sources match", own, found->item);
    else if (count > 1)
        *how = string_format("stays apart: %zu items have the name, such as %s; say which with gairo sources match",
                             count, found->item);
    else if (taken(context, found->item))
        *how = string_format("stays apart: another record of the source is %s already", found->item);
    else
        return found->item;
    return NULL;
}

static const char *add_alias(Join *join, const char *source, const char *given, const char *item)
{
    Alias *alias = memory_zeroed(1, sizeof(*alias)), **kept;

    alias->key = string_format("%s %s", source, given);
    alias->item = string_copy(item);
    kept = tsearch(alias, &join->aliases, compare_aliases);
    if (kept == NULL)
        abort();
    if (*kept != alias) {
        free(alias->key);
        free(alias->item);
        free(alias);
    }
    return (*kept)->item;
}

bool join_find(Join *join, Store *store, const char *source, const Record *record,
               bool (*taken)(void *context, const char *item), void *context, Joined *joined, Error *error)
{
    const Match *match;
    const char *item = NULL;

    *joined = (Joined){0};
    if (record->kind != KIND_MODEL && record->kind != KIND_ORGANISATION && record->kind != KIND_LICENCE &&
        record->kind != KIND_INSTRUMENT)
        return true;
    if (!join_load(join, store, error))
        return false;
    match = find_match(join, record->id);
    if (match != NULL && match->item != NULL && (id_kinds(match->item) & KIND_BIT(record->kind)) != 0 &&
        !taken(context, match->item)) {
        item = match->item;
        joined->how = string_copy("as you said");
    } else if (match != NULL) {
        joined->how = string_copy(match->item == NULL ? "stays apart, as you said"
                                                      : "stays apart: what you said cannot be; the item is of another "
                                                        "kind, or another record of the source is it already");
    } else {
        item = find_item(join, source, record, taken, context, &joined->how);
        if (item != NULL)
            joined->how = string_format("the %s \"%s\" is the same",
                                        record->kind == KIND_LICENCE      ? "SPDX identifier"
                                        : record->kind == KIND_INSTRUMENT ? "number"
                                                                          : "name",
                                        name_of(record));
    }
    if (item != NULL)
        joined->item = add_alias(join, source, record->id, item);
    add_name(join, record->kind, name_of(record), item == NULL ? record->id : item, source);
    return true;
}

const char *join_alias(const Join *join, const char *source, const char *given)
{
    Alias wanted = {.key = string_format("%s %s", source, given)};
    Alias **found = (Alias **)tfind(&wanted, (void *const *)&join->aliases, compare_aliases);

    free(wanted.key);
    return found == NULL ? given : (*found)->item;
}

const char *join_by_slug(const Join *join, Kind kind, const char *given)
{
    const char *dot = strchr(given, '.');
    const Name *name = dot == NULL ? NULL : find_name(join, kind, dot + 1);

    return name != NULL && name->count == 1 ? name->bearers[0].item : NULL;
}

static void free_name(void *pointer)
{
    Name *name = pointer;

    for (size_t i = 0; i < name->count; i++) {
        free(name->bearers[i].item);
        string_list_free(&name->bearers[i].sources);
    }
    free(name->bearers);
    free(name->key);
    free(name);
}

static void free_alias(void *pointer)
{
    Alias *alias = pointer;

    free(alias->key);
    free(alias->item);
    free(alias);
}

void join_free(Join *join)
{
    matches_free(&join->matches);
    tdestroy(join->names, free_name);
    tdestroy(join->aliases, free_alias);
    *join = (Join){0};
}
