#include "store/review_walk.h"
#include "store/database.h"
#include "store/paper_words.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

#define NOTE_PLACE "review-place" /* the id of the item shown last */

bool review_awaits(ReviewState state)
{
    return state == REVIEW_NONE || state == REVIEW_EARLIER;
}

void review_walk_free(ReviewWalk *walk)
{
    string_list_free(&walk->ids);
    free(walk->states);
    *walk = (ReviewWalk){0};
}

const char *review_walk_id(const ReviewWalk *walk)
{
    return walk->position < walk->ids.count ? walk->ids.items[walk->position] : NULL;
}

size_t review_walk_left(const ReviewWalk *walk)
{
    return walk->counts[REVIEW_NONE] + walk->counts[REVIEW_EARLIER];
}

bool review_walk_step(ReviewWalk *walk, bool backwards)
{
    size_t count = walk->ids.count;
    for (size_t step = 1; step < count || (step == count && walk->position == count); step++) {
        size_t from = walk->position < count ? walk->position : backwards ? 0 : count - 1;
        size_t at = backwards ? (from + count - step) % count : (from + step) % count;
        if (review_awaits(walk->states[at])) {
            walk->position = at;
            return true;
        }
    }
    return false;
}

bool review_walk_go(ReviewWalk *walk, const char *id)
{
    for (size_t i = 0; id && i < walk->ids.count; i++) {
        if (strcmp(walk->ids.items[i], id) == 0) {
            walk->position = i;
            return true;
        }
    }
    return false;
}

static bool read_items(Store *store, const Query *query, ReviewWalk *walk, Error *error)
{
    ItemRows rows = {0};
    Query asked;
    query_copy(&asked, query);
    bool done = query_ask_for_paper_words(&asked, error) && items_list(store, &asked, &rows, error);
    walk->states = memory_zeroed(rows.count + 1, sizeof *walk->states);
    for (size_t i = 0; i < rows.count; i++) {
        string_list_add(&walk->ids, rows.rows[i].id);
        walk->states[i] = rows.rows[i].review_state;
        walk->counts[rows.rows[i].review_state]++;
    }
    walk->position = rows.count;
    item_rows_free(&rows);
    query_free(&asked);
    return done;
}

static void resume(Store *store, ReviewWalk *walk)
{
    char *place = store_note_get(store, NOTE_PLACE);
    bool there = review_walk_go(walk, place);
    if (!there || !review_awaits(walk->states[walk->position])) {
        if (!review_walk_step(walk, false))
            walk->position = walk->ids.count;
    }
    free(place);
}

bool review_walk_load(Store *store, const Query *query, const char *from, ReviewWalk *walk, Error *error)
{
    *walk = (ReviewWalk){0};
    if (!read_items(store, query, walk, error)) {
        review_walk_free(walk);
        return false;
    }
    if (!from) {
        resume(store, walk);
        return true;
    }
    if (review_walk_go(walk, from))
        return true;
    error_set(error, ERROR_NOT_FOUND, "\"%s\" is not among what is to be checked here; gairo review list shows that", from);
    review_walk_free(walk);
    return false;
}

bool review_walk_keep(Store *store, const ReviewWalk *walk, Error *error)
{
    const char *id = review_walk_id(walk);
    char *before = store_note_get(store, NOTE_PLACE);
    bool done = !id || (before && strcmp(before, id) == 0) || store_note_put(store, NOTE_PLACE, id, error);
    free(before);
    return done;
}

char *review_walk_words(const ReviewWalk *walk)
{
    char *wrong = walk->counts[REVIEW_WRONG] ? string_format(", %zu marked wrong", walk->counts[REVIEW_WRONG])
                                             : string_copy("");
    char *words = string_format("%zu of %zu checked%s, %zu to go", walk->counts[REVIEW_CHECKED], walk->ids.count, wrong,
                                review_walk_left(walk));
    free(wrong);
    return words;
}
