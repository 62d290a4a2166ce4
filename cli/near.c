#include "cli/near.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST_WORD 64

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment distance (Damerau-Levenshtein without repeated edits of a part), over bytes. */
static size_t edit_distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t rows[3][LONGEST_WORD + 1];
    size_t *two_above = rows[0], *above = rows[1], *row = rows[2];

    for (size_t j = 0; j <= b_length; j++)
        above[j] = two_above[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t change = a[i - 1] == b[j - 1] ? 0 : 1;

            row[j] = smaller(smaller(above[j] + 1, row[j - 1] + 1), above[j - 1] + change);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = smaller(row[j], two_above[j - 2] + 1);
        }
        size_t *free_row = two_above;
        two_above = above;
        above = row;
        row = free_row;
    }
    return above[b_length];
}

/* The one name that begins with word; NULL where none or several do. */
static const char *only_completion(const char *word, const StringList *names)
{
    size_t length = strlen(word);
    const char *found = NULL;

    if (length < 2)
        return NULL;
    for (size_t i = 0; i < names->count; i++) {
        if (strncmp(names->items[i], word, length) != 0)
            continue;
        if (found)
            return NULL;
        found = names->items[i];
    }
    return found;
}

const char *near_name(const char *word, const StringList *names)
{
    size_t length = strlen(word), best_distance = 0;
    const char *best = NULL;

    if (length == 0 || length > LONGEST_WORD)
        return NULL;
    for (size_t i = 0; i < names->count; i++) {
        size_t name_length = strlen(names->items[i]);
        size_t longer = name_length > length ? name_length : length;

        if (name_length > LONGEST_WORD)
            continue;
        size_t distance = edit_distance(word, length, names->items[i], name_length);
        /* A third of the letters may be wrong; beyond that a hint misleads. */
        if (distance * 3 <= longer && (!best || distance < best_distance)) {
            best = names->items[i];
            best_distance = distance;
        }
    }
    return best ? best : only_completion(word, names);
}

char *near_hint(const char *word, const char *prefix, const StringList *names)
{
    const char *name = near_name(word, names);

    return name ? string_format(" (did you mean '%s%s'?)", prefix, name) : string_copy("");
}
