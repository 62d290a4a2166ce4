#include "config.h"

#include "store/settle_names.h"

#include "store/database.h"
#include "store/law_citation.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define CHAIN_MAX 16

/* Letters, digits and "+"; a dot between two digits. "LLaMA-2" and "Llama 2" are one name, "Llama 2.1" is another. */
static char *key_of(Kind kind, const char *name)
{
    char *folded = text_fold(name);
    Text key = {0};
    text_append_format(&key, "%s ", kind_definition(kind)->name);
    for (const unsigned char *at = (const unsigned char *)folded; *at; at++) {
        bool dot = *at == '.' && at > (const unsigned char *)folded && isdigit(at[-1]) && isdigit(at[1]);
        if (isalnum(*at) || *at >= 0x80 || *at == '+' || dot)
            text_append_character(&key, (char)*at);
    }
    free(folded);
    return text_take(&key);
}

static const char *slug_of(const char *id)
{
    const char *dot = strchr(id, '.');
    return dot ? dot + 1 : id;
}

/* The name that a record goes by: a licence by its SPDX identifier, a law by its number; another's licences and laws have
 * that in their ids. field is the SPDX identifier or the web address, where there is one. */
static char *name_key(const Naming *row, const char *field)
{
    if (row->kind == KIND_MODEL || row->kind == KIND_ORGANISATION)
        return key_of(row->kind, row->title);
    if (row->given)
        return key_of(row->kind, slug_of(row->given));
    if (!field)
        return NULL;
    char *number = row->kind == KIND_INSTRUMENT ? law_key(field) : string_copy(field);
    char *key = number ? key_of(row->kind, number) : NULL;
    free(number);
    return key;
}

static bool read_rows(Store *store, Namings *namings, Error *error)
{
    Statement statement;
    if (statement_open(store,
                       "SELECT r.number, r.id, r.given, r.source, r.title, r.kind, f.value FROM record r"
                       " JOIN source s ON s.id = r.source LEFT JOIN field f ON f.record = r.number AND r.given IS NULL"
                       " AND f.name = CASE r.kind WHEN 'licence' THEN 'spdx' WHEN 'instrument' THEN 'url' ELSE '' END"
                       " WHERE r.kind IN ('model', 'organisation', 'licence', 'instrument')"
                       " ORDER BY s.rank, s.id, coalesce(r.given, r.id), r.number, f.position",
                       &statement, error)) {
        size_t capacity = 0;
        while (statement_step(&statement)) {
            if (namings->count == capacity) {
                capacity = capacity ? 2 * capacity : 256;
                namings->rows = memory_resize(namings->rows, capacity, sizeof *namings->rows);
            }
            Naming *row = &namings->rows[namings->count++];
            *row = (Naming){.number = statement_number(&statement, 0),
                            .item = statement_copy_word(&statement, 1),
                            .given = statement_copy(&statement, 2),
                            .source = statement_copy_word(&statement, 3),
                            .title = statement_copy_word(&statement, 4),
                            .kind = store_kind(statement_text(&statement, 5))};
            row->key = name_key(row, statement_text(&statement, 6));
            row->fixed = !row->given;
        }
    }
    return statement_close(&statement);
}

/* What the row is called by its own source. */
static const char *own_id(const Naming *row)
{
    return row->given ? row->given : row->item;
}

static int compare_keys(const void *a, const void *b, void *context)
{
    const Naming *rows = context, *left = &rows[*(const size_t *)a], *right = &rows[*(const size_t *)b];
    int order = string_compare(left->key, right->key);
    return order ? order : (left > right) - (left < right);
}

static int compare_given(const void *a, const void *b, void *context)
{
    const Naming *rows = context, *left = &rows[*(const size_t *)a], *right = &rows[*(const size_t *)b];
    int order = strcmp(own_id(left), own_id(right));
    return order ? order : (left > right) - (left < right);
}

static size_t *make_order(const Namings *namings, int (*compare)(const void *, const void *, void *))
{
    size_t *order = memory_zeroed(namings->count + 1, sizeof *order);
    for (size_t i = 0; i < namings->count; i++)
        order[i] = i;
    qsort_r(order, namings->count, sizeof *order, compare, namings->rows);
    return order;
}

/* The first place in by_given of that id; count where there is none. */
static size_t find_given(const Namings *namings, const char *given)
{
    size_t low = 0, high = namings->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(own_id(&namings->rows[namings->by_given[middle]]), given) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < namings->count && strcmp(own_id(&namings->rows[namings->by_given[low]]), given) == 0 ? low
                                                                                                    : namings->count;
}

static const Match *find_match(const Namings *namings, const char *given)
{
    size_t low = 0, high = namings->matches.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(namings->matches.matches[middle].given, given);
        if (order == 0)
            return &namings->matches.matches[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* What another's record calls by an author's id is that item, whatever its name. */
static void mark_rows(Namings *namings)
{
    for (size_t i = 0; i < namings->count; i++) {
        Naming *row = &namings->rows[i];
        if (!row->given)
            continue;
        for (size_t at = find_given(namings, row->given);
             at < namings->count && strcmp(own_id(&namings->rows[namings->by_given[at]]), row->given) == 0; at++)
            row->fixed = row->fixed || !namings->rows[namings->by_given[at]].given;
        row->said = !row->fixed && find_match(namings, row->given) != NULL;
    }
}

/* Rows of one name that names decide on, and the distinct ids that it stands for. A file may hold thousands of one name. */
typedef struct Group {
    const Naming *anchor; /* whose id the name leads to: one that stays, else the first source's */
    const Naming *first, *other; /* of the first rows of ids: the first, and the first of another source; NULL: none */
    size_t count; /* of ids */
    size_t fixed; /* of them, that stay */
    bool several; /* a source has more than one of them, and not all stay */
} Group;

/* How many of the group's ids the source of the row at that index has. Rows are by source and id; *end is after the source. */
static size_t count_of_source(const Namings *namings, const size_t *order, size_t count, size_t at, size_t *end)
{
    const char *source = namings->rows[order[at]].source, *seen = NULL;
    size_t found = 0;
    for (*end = at; *end < count && strcmp(namings->rows[order[*end]].source, source) == 0; ++*end) {
        const Naming *row = &namings->rows[order[*end]];
        if (row->said || (seen && strcmp(seen, own_id(row)) == 0))
            continue;
        seen = own_id(row);
        found++;
    }
    return found;
}

static void add_row(Group *group, const Naming *row)
{
    if (!row->bears)
        return;
    group->first = group->first ? group->first : row;
    if (!group->other && strcmp(row->source, group->first->source) != 0)
        group->other = row;
    if (!group->anchor || (row->fixed && !group->anchor->fixed))
        group->anchor = row;
}

static void count_ids(Namings *namings, const size_t *order, size_t count, Group *group)
{
    size_t *by_id = memory_zeroed(count, sizeof *by_id);
    const Naming *last = NULL;
    memcpy(by_id, order, count * sizeof *by_id);
    qsort_r(by_id, count, sizeof *by_id, compare_given, namings->rows);
    for (size_t i = 0; i < count; i++) {
        Naming *row = &namings->rows[by_id[i]];
        row->bears = !row->said && !(last && strcmp(own_id(last), own_id(row)) == 0);
        if (!row->bears)
            continue;
        last = row;
        group->count++;
        group->fixed += row->fixed;
    }
    free(by_id);
}

static const char *name_words(Kind kind)
{
    return kind == KIND_LICENCE ? "SPDX identifier" : kind == KIND_INSTRUMENT ? "number" : "name";
}

static const char *shown_name(const Naming *row)
{
    return row->kind == KIND_LICENCE || row->kind == KIND_INSTRUMENT ? slug_of(row->given) : row->title;
}

/* Why a row is not joined though others have the name; NULL where nobody else has. own: how many its source has. */
static char *apart_words(const Naming *row, const Group *group, size_t own)
{
    const Naming *other = strcmp(group->first->source, row->source) != 0 ? group->first : group->other;
    if (!other)
        return NULL;
    if (own > 1)
        return string_format("stays apart: the source has %zu of the name, and %s is another's; say which with gairo "
                             "sources match", own, own_id(other));
    return string_format("stays apart: %zu items have the name, such as %s; say which with gairo sources match",
                         group->count - 1, own_id(other));
}

static void decide_row(Naming *row, const Group *group, size_t own)
{
    if (row->said || row->fixed)
        return;
    if (group->several || group->fixed > 1) {
        row->how = apart_words(row, group, own);
        return;
    }
    const char *item = own_id(group->anchor);
    if (strcmp(item, row->given) != 0) {
        row->final = item;
        row->how = string_format("the %s \"%s\" is the same", name_words(row->kind), shown_name(row));
    }
}

static void decide_group(Namings *namings, const size_t *order, size_t count)
{
    Group group = {0};
    count_ids(namings, order, count, &group);
    for (size_t at = 0, end; at < count; at = end) {
        bool many = count_of_source(namings, order, count, at, &end) > 1;
        for (size_t i = at; i < end; i++) {
            const Naming *row = &namings->rows[order[i]];
            if (row->said)
                continue;
            add_row(&group, row);
            group.several = group.several || (many && !row->fixed);
        }
    }
    for (size_t at = 0, end; at < count; at = end) {
        size_t own = count_of_source(namings, order, count, at, &end);
        for (size_t i = at; i < end; i++)
            decide_row(&namings->rows[order[i]], &group, own);
    }
}

/* Where the user's word leads: an author's id, or to what becomes of what a source calls so; NULL: it is not there. */
static const char *said_item(const Namings *namings, const char *item, int depth)
{
    size_t at = find_given(namings, item);
    if (at == namings->count || depth > CHAIN_MAX)
        return NULL;
    const Naming *row = &namings->rows[namings->by_given[at]];
    const Match *match = row->said ? find_match(namings, row->given) : NULL;
    return match && match->item ? said_item(namings, match->item, depth + 1) : row->final;
}

static void decide_said(Namings *namings)
{
    for (size_t i = 0; i < namings->count; i++) {
        Naming *row = &namings->rows[i];
        if (!row->said)
            continue;
        const Match *match = find_match(namings, row->given);
        const char *item = match->item ? said_item(namings, match->item, 0) : NULL;
        if (!match->item) {
            row->how = string_copy("stays apart, as you said");
        } else if (!item) {
            row->how = string_format("stays apart: you said that it is %s, which is not there now", match->item);
        } else {
            row->final = item;
            row->how = string_copy("as you said");
        }
    }
}

/* Which of two records of a source keeps the item that both would be: what is called so, then what the user said. */
static int claim_of(const Naming *row)
{
    return strcmp(row->final, own_id(row)) == 0 ? 0 : row->said ? 1 : 2;
}

static int compare_claims(const void *a, const void *b, void *context)
{
    const Naming *rows = context, *left = &rows[*(const size_t *)a], *right = &rows[*(const size_t *)b];
    int order = strcmp(left->final, right->final);
    if (order == 0)
        order = strcmp(left->source, right->source);
    if (order == 0)
        order = claim_of(left) - claim_of(right);
    return order ? order : (left > right) - (left < right);
}

/* A source speaks once of an item. Returns whether any row had to give way. */
static bool part_rivals(Namings *namings)
{
    size_t *order = make_order(namings, compare_claims);
    bool parted = false;
    const Naming *holder = NULL;
    for (size_t i = 0; i < namings->count; i++) {
        Naming *row = &namings->rows[order[i]];
        bool rival = holder && holder->number != row->number && strcmp(holder->final, row->final) == 0 &&
                     strcmp(holder->source, row->source) == 0;
        if (!rival) {
            holder = row;
            continue;
        }
        if (!row->given || strcmp(row->final, row->given) == 0)
            continue;
        free(row->how);
        row->how = string_format("stays apart: another record of the source is %s already", row->final);
        row->final = row->given;
        parted = true;
    }
    free(order);
    return parted;
}

void namings_decide(Namings *namings)
{
    for (size_t i = 0; i < namings->count; i++) {
        free(namings->rows[i].how);
        namings->rows[i].how = NULL;
        namings->rows[i].final = own_id(&namings->rows[i]);
    }
    for (size_t at = 0, end; at < namings->count; at = end) {
        const char *key = namings->rows[namings->by_key[at]].key;
        for (end = at + 1; end < namings->count; end++)
            if (string_compare(namings->rows[namings->by_key[end]].key, key) != 0)
                break;
        if (key && end - at > 1)
            decide_group(namings, namings->by_key + at, end - at);
    }
    decide_said(namings);
    for (int i = 0; i < CHAIN_MAX && part_rivals(namings); i++)
        continue;
}

bool namings_load(Store *store, Namings *namings, Error *error)
{
    *namings = (Namings){0};
    if (!matches_list(store, &namings->matches, error) || !read_rows(store, namings, error)) {
        namings_free(namings);
        return false;
    }
    namings->by_key = make_order(namings, compare_keys);
    namings->by_given = make_order(namings, compare_given);
    mark_rows(namings);
    namings_decide(namings);
    return true;
}

const char *namings_item(const Namings *namings, const char *source, const char *given)
{
    const char *any = NULL;
    for (size_t at = find_given(namings, given); at < namings->count; at++) {
        const Naming *row = &namings->rows[namings->by_given[at]];
        if (strcmp(own_id(row), given) != 0)
            break;
        if (strcmp(row->source, source) == 0)
            return row->final;
        any = any ? any : row->final;
    }
    return any;
}

const char *namings_by_slug(const Namings *namings, Kind kind, const char *given)
{
    char *key = key_of(kind, slug_of(given));
    const char *found = NULL;
    size_t low = 0, high = namings->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (string_compare(namings->rows[namings->by_key[middle]].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < namings->count; low++) {
        const Naming *row = &namings->rows[namings->by_key[low]];
        if (string_compare(row->key, key) != 0)
            break;
        if (found && strcmp(found, row->final) != 0) {
            found = NULL;
            break;
        }
        found = row->final;
    }
    free(key);
    return found;
}

void namings_free(Namings *namings)
{
    for (size_t i = 0; i < namings->count; i++) {
        Naming *row = &namings->rows[i];
        free(row->item);
        free(row->given);
        free(row->source);
        free(row->title);
        free(row->key);
        free(row->how);
    }
    free(namings->rows);
    free(namings->by_key);
    free(namings->by_given);
    matches_free(&namings->matches);
    *namings = (Namings){0};
}
