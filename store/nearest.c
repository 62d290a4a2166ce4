/* What somebody may have meant by an id that there is none of. */
#include "store/condition.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

#define NEAREST_COUNT 3
#define LISTED_COUNT 15
#define COMPARED_BYTES 100 /* enough of an id to tell */

typedef struct Nearest {
    char *ids[NEAREST_COUNT];
    size_t distances[NEAREST_COUNT];
    size_t count;
} Nearest;

static size_t smallest(size_t a, size_t b, size_t c)
{
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

/* Levenshtein's distance of the first COMPARED_BYTES bytes. */
static size_t distance(const char *a, const char *b)
{
    size_t row[COMPARED_BYTES + 1];
    size_t a_length = strnlen(a, COMPARED_BYTES), b_length = strnlen(b, COMPARED_BYTES);
    for (size_t j = 0; j <= b_length; j++)
        row[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t above = row[j];
            row[j] = smallest(above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1]));
            diagonal = above;
        }
    }
    return row[b_length];
}

static const char *slug_part(const char *id)
{
    const char *dot = strchr(id, '.');
    return dot && dot[1] ? dot + 1 : id;
}

static void consider(Nearest *nearest, const char *id, size_t how_far)
{
    size_t place = nearest->count;
    while (place > 0 && nearest->distances[place - 1] > how_far)
        place--;
    if (place == NEAREST_COUNT)
        return;
    if (nearest->count == NEAREST_COUNT)
        free(nearest->ids[--nearest->count]);
    for (size_t i = nearest->count; i > place; i--) {
        nearest->ids[i] = nearest->ids[i - 1];
        nearest->distances[i] = nearest->distances[i - 1];
    }
    nearest->ids[place] = string_copy(id);
    nearest->distances[place] = how_far;
    nearest->count++;
}

/* True where the letters are the first ones of the words of slug: "eu" of "european-union", or of the first words of
 * "united-states-federal". */
static bool is_acronym(const char *letters, const char *slug)
{
    size_t length = strlen(letters), count = 0;
    for (const char *at = slug; count < length && *at; at++) {
        if (at != slug && at[-1] != '-')
            continue;
        if (*at != letters[count])
            return false;
        count++;
    }
    return length >= 2 && count == length;
}

/* True where the one is the other's first words. */
static bool begins_alike(const char *a, const char *b)
{
    size_t a_length = strlen(a), b_length = strlen(b), length = a_length < b_length ? a_length : b_length;
    return length >= 2 && strncmp(a, b, length) == 0 && (a[length] == '-' || b[length] == '-');
}

static void compare(Nearest *nearest, const char *wanted, const char *slug, const char *id, const char *title)
{
    const char *own = slug_part(id);
    char *title_slug = slug_of(title);
    size_t limit = strlen(slug) / 3 + 1;
    size_t how_far = smallest(distance(wanted, id), distance(slug, own), distance(slug, title_slug));
    if (is_acronym(slug, own) || is_acronym(slug, title_slug))
        how_far = 0;
    else if (how_far > 1 && begins_alike(own, slug))
        how_far = 1;
    free(title_slug);
    /* A slug that holds the wanted one is as good as one with a few letters changed. */
    if (strlen(slug) >= 3 && strstr(own, slug) && how_far > limit)
        how_far = limit;
    if (how_far <= limit)
        consider(nearest, id, how_far);
}

char *nearest_text(Store *store, const char *id, KindSet kinds)
{
    Nearest nearest = {0};
    Text text = {0};
    char *wanted = slug_of(id);
    Statement statement;
    if (statement_open(store, "SELECT id, kind, title FROM item", &statement, NULL)) {
        while (statement_step(&statement)) {
            if (kinds == 0 || (kinds & KIND_BIT(store_kind(statement_text(&statement, 1)))))
                compare(&nearest, wanted, slug_part(wanted), statement_word(&statement, 0),
                        statement_word(&statement, 2));
        }
    }
    statement_close(&statement);
    for (size_t i = 0; i < nearest.count; i++) {
        text_append(&text, i == 0 ? " (is it " : i + 1 == nearest.count ? " or " : ", ");
        text_append_format(&text, "\"%s\"", nearest.ids[i]);
        free(nearest.ids[i]);
    }
    text_append(&text, nearest.count ? "?)" : "");
    free(wanted);
    return text_take(&text);
}

char *nearest_name_text(const char *word, const StringList *names)
{
    const char *best = NULL;
    size_t best_distance = strlen(word) / 3 + 1;
    for (size_t i = 0; i < names->count; i++) {
        size_t how_far = begins_alike(word, names->items[i]) ? 1 : distance(word, names->items[i]);
        if (how_far < best_distance || (!best && how_far == best_distance)) {
            best = names->items[i];
            best_distance = how_far;
        }
    }
    return best ? string_format(" (is it \"%s\"?)", best) : string_copy("");
}

char *all_text(Store *store, KindSet kinds)
{
    Text text = {0};
    int count = 0;
    Statement statement;
    if (statement_open(store, "SELECT id, kind FROM item ORDER BY place IS NULL, place, sequence", &statement, NULL)) {
        while (count <= LISTED_COUNT && statement_step(&statement)) {
            if (kinds & KIND_BIT(store_kind(statement_text(&statement, 1))))
                text_append_format(&text, "%s\"%s\"", count++ ? ", " : "; there are ", statement_word(&statement, 0));
        }
    }
    statement_close(&statement);
    if (count > LISTED_COUNT) {
        /* Enough to see what an id looks like. */
        char *end = text.data;
        for (int i = 0; i < NEAREST_COUNT; i++)
            end = strchr(end + 1, ',');
        char *few = string_copy_bytes(text.data, (size_t)(end - text.data));
        text_reset(&text);
        text_append_format(&text, "%s and others", few);
        free(few);
    }
    return text_take(&text);
}
