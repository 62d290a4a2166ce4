#include "store/settle.h"

#include "store/database.h"
#include "store/following.h"
#include "store/settle_links.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

static bool touch(Store *store, const char *item, Error *error)
{
    return store_run(store, error, "INSERT OR IGNORE INTO touched(item) VALUES (?1)", "s", item);
}

static bool moves(const Naming *row)
{
    return row->given && strcmp(row->final, row->item) != 0;
}

static bool rename_record(Store *store, const Naming *row, Error *error)
{
    long long number = row->number;
    return store_run(store, error, "UPDATE record SET id = ?2 WHERE number = ?1", "ns", number, row->final) &&
           store_run(store, error, "UPDATE citation SET item = ?2 WHERE record = ?1", "ns", number, row->final) &&
           store_run(store, error, "UPDATE field SET item = ?2 WHERE record = ?1", "ns", number, row->final) &&
           store_run(store, error, "UPDATE link SET item = ?2 WHERE record = ?1", "ns", number, row->final) &&
           store_run(store, error, "UPDATE cell SET item = ?2 WHERE record = ?1", "ns", number, row->final) &&
           store_run(store, error, "UPDATE event SET item = ?2 WHERE record = ?1", "ns", number, row->final) &&
           touch(store, row->item, error) && touch(store, row->final, error);
}

/* In two steps: two records of a source may change places. */
static bool move_records(Store *store, const Namings *namings, Error *error)
{
    bool done = true;
    for (size_t i = 0; done && i < namings->count; i++)
        if (moves(&namings->rows[i]))
            done = store_run(store, error, "UPDATE record SET id = '~' || number WHERE number = ?1", "n",
                             namings->rows[i].number);
    for (size_t i = 0; done && i < namings->count; i++)
        if (moves(&namings->rows[i]))
            done = rename_record(store, &namings->rows[i], error);
    return done;
}

static int compare_items(const void *a, const void *b)
{
    const Naming *left = *(const Naming *const *)a, *right = *(const Naming *const *)b;
    int order = strcmp(left->item, right->item);
    return order ? order : (left > right) - (left < right);
}

/* An item that nobody speaks of under its id any more has become what the record of the lowest rank is now. */
static bool note_left(Store *store, const Namings *namings, Error *error)
{
    const Naming **left = memory_zeroed(namings->count + 1, sizeof *left);
    size_t count = 0;
    bool done = true;
    for (size_t i = 0; i < namings->count; i++)
        if (moves(&namings->rows[i]))
            left[count++] = &namings->rows[i];
    qsort(left, count, sizeof *left, compare_items);
    for (size_t i = 0; done && i < count; i++) {
        long long speaks = 0;
        if (i > 0 && strcmp(left[i - 1]->item, left[i]->item) == 0)
            continue;
        done = store_number(store, error, &speaks, "SELECT 1 FROM record WHERE id = ?1 LIMIT 1", "s", left[i]->item) &&
               (speaks || following_note(store, left[i]->item, left[i]->final, error));
    }
    free(left);
    return done;
}

bool settled_moved(const SettledRecord *record)
{
    return record->before && strcmp(record->before, record->item ? record->item : record->given) != 0;
}

char *settled_words(const SettledRecord *record)
{
    Text line = {0};
    text_append_format(&line, "%s: \"%s\" (%s)", record->source, record->title, record->given);
    if (record->item)
        text_append_format(&line, " is %s", record->item);
    text_append_format(&line, "%s", record->how ? ": " : " stands by itself again");
    text_append(&line, record->how ? record->how : "");
    if (settled_moved(record) && strcmp(record->before, record->given) != 0)
        text_append_format(&line, "; it was %s before", record->before);
    return text_take(&line);
}

static void tell(const SettleListener *listener, const Naming *row)
{
    if (!listener || !listener->record)
        return;
    /* One that is new and whose id another one had waits under a passing one (store_given_put()). */
    const bool told_before = row->item[0] != '~' && moves(row);
    const SettledRecord told = {.source = row->source,
                                .given = row->given,
                                .title = row->title,
                                .item = strcmp(row->final, row->given) == 0 ? NULL : row->final,
                                .how = row->how,
                                .before = told_before ? row->item : NULL};
    listener->record(listener->context, &told);
}

static bool note_joins(Store *store, const Namings *namings, const SettleListener *listener, Error *error)
{
    bool done = store_run(store, error, "DELETE FROM joined", "");
    for (size_t i = 0; done && i < namings->count; i++) {
        const Naming *row = &namings->rows[i];
        if (!row->given)
            continue;
        tell(listener, row);
        if (strcmp(row->final, row->given) != 0)
            done = joined_put(store, row->source, row->given, row->final, row->how ? row->how : "", error);
    }
    return done;
}

/* Links of authors to what has another name now are kept as they were given; so are those to what a removal takes away. */
static bool keep_lost(Store *store, const SettleListener *listener, Error *error)
{
    const long long all = listener && listener->keeps_lost;
    return store_run(store, error,
                     "INSERT INTO given_link(record, position, relation, target, text, reference, locator, basis, line)"
                     " SELECT k.record, k.position, k.relation, k.target, k.text, k.reference, k.locator, k.basis, k.line"
                     " FROM link k JOIN record o ON o.number = k.record WHERE o.given IS NULL"
                     " AND NOT EXISTS (SELECT 1 FROM given_link g WHERE g.record = k.record)"
                     " AND k.record IN (SELECT l.record FROM touched t CROSS JOIN link l ON l.target = t.item"
                     " JOIN record r ON r.number = l.record WHERE NOT EXISTS (SELECT 1 FROM record x WHERE x.id = t.item)"
                     " AND (?1 OR EXISTS (SELECT 1 FROM record a WHERE a.given = t.item)))",
                     "n", all);
}

static bool is_needed(Store *store, bool *needed, Error *error)
{
    long long count = 0;
    bool done = store_number(store, error, &count,
                             "SELECT EXISTS (SELECT 1 FROM record WHERE given IS NOT NULL)"
                             " OR EXISTS (SELECT 1 FROM given_link) OR EXISTS (SELECT 1 FROM joined)"
                             " OR EXISTS (SELECT 1 FROM touched t WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.id = t.item))",
                             "");
    *needed = count != 0;
    return done;
}

bool store_settle(Store *store, const SettleListener *listener, Error *error)
{
    Namings namings = {0};
    bool needed = false;
    if (!is_needed(store, &needed, error))
        return false;
    if (!needed)
        return true;
    bool done = namings_load(store, &namings, error) && move_records(store, &namings, error) &&
                note_left(store, &namings, error) &&
                note_joins(store, &namings, listener, error) && keep_lost(store, listener, error) &&
                settle_links(store, &namings, listener, error);
    namings_free(&namings);
    return done;
}
