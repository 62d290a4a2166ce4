#include "store/timeline.h"

#include "core/date.h"
#include "core/memory.h"
#include "store/condition.h"

#include <stdlib.h>
#include <string.h>

#define LAW (KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION))
#define SHOWN (LAW | KIND_BIT(KIND_MODEL))

void timeline_free(Timeline *timeline)
{
    for (size_t i = 0; i < timeline->count; i++) {
        TimelineEntry *entry = &timeline->entries[i];
        free(entry->date);
        free(entry->id);
        free(entry->title);
        free(entry->type);
        free(entry->text);
        free(entry->place);
        free(entry->state);
    }
    free(timeline->entries);
    *timeline = (Timeline){0};
}

static TimelineEntry *add(Timeline *timeline, const ItemRow *row, const char *date, const char *type)
{
    if ((timeline->count & (timeline->count - 1)) == 0) /* room is doubled at each power of two */
        timeline->entries = memory_resize(timeline->entries, timeline->count * 2 + 1, sizeof *timeline->entries);
    TimelineEntry *entry = &timeline->entries[timeline->count++];
    bool model = row->kind == KIND_MODEL;
    *entry = (TimelineEntry){.date = string_copy(date),
                             .kind = row->kind,
                             .id = string_copy(row->id),
                             .title = string_copy(row->short_name ? row->short_name : row->title),
                             .type = string_copy(type),
                             .place = string_copy(model ? row->organisation : row->jurisdiction),
                             .state = model ? NULL : string_copy(row->status),
                             .in_basket = row->in_basket};
    return entry;
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp((*(const ItemRow *const *)a)->id, (*(const ItemRow *const *)b)->id);
}

static const ItemRow *find_row(const ItemRow *const *by_id, size_t count, const char *id)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(by_id[middle]->id, id);
        if (order == 0)
            return by_id[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* The events of what items_list() selected: it is still in the temporary table. */
static bool add_events(Store *store, const ItemRows *rows, Timeline *timeline, Error *error)
{
    Statement statement;
    const ItemRow **by_id = memory_zeroed(rows->count + 1, sizeof *by_id);
    for (size_t i = 0; i < rows->count; i++)
        by_id[i] = &rows->rows[i];
    qsort(by_id, rows->count, sizeof *by_id, compare_ids);
    if (statement_open(store,
                       "SELECT e.item, e.date, e.type, e.text FROM selection s CROSS JOIN event e ON e.item = s.item"
                       " JOIN record r ON r.number = e.record JOIN source o ON o.id = r.source"
                       " ORDER BY e.item, e.date, e.type, o.rank, o.id, e.position",
                       &statement, error)) {
        while (statement_step(&statement)) {
            const TimelineEntry *last = timeline->count > 0 ? &timeline->entries[timeline->count - 1] : NULL;
            const char *id = statement_word(&statement, 0), *date = statement_word(&statement, 1);
            const char *type = statement_word(&statement, 2);
            const ItemRow *row = find_row(by_id, rows->count, id);
            bool same =
                last && strcmp(last->id, id) == 0 && strcmp(last->date, date) == 0 && strcmp(last->type, type) == 0;
            if (row && !same)
                add(timeline, row, date, type)->text = statement_copy(&statement, 3);
        }
    }
    free(by_id);
    return statement_close(&statement);
}

static bool add_kinds(Store *store, const Query *query, KindSet kinds, Timeline *timeline, Error *error)
{
    Query part = {0};
    ItemRows rows = {0};
    query_copy(&part, query);
    part.kinds = kinds & (query->kinds == 0 ? SHOWN : query->kinds);
    bool done = part.kinds == 0 || items_list(store, &part, &rows, error);
    if (done && (part.kinds & LAW) != 0)
        done = add_events(store, &rows, timeline, error);
    for (size_t i = 0; done && i < rows.count; i++) {
        if (rows.rows[i].kind == KIND_MODEL && rows.rows[i].released)
            add(timeline, &rows.rows[i], rows.rows[i].released, "released");
    }
    item_rows_free(&rows);
    query_free(&part);
    return done;
}

static int type_place(const char *type)
{
    for (size_t i = 0; i < event_type_count(); i++) {
        if (strcmp(event_type_at(i), type) == 0)
            return (int)i;
    }
    return (int)event_type_count();
}

static int compare_entries(const void *a, const void *b)
{
    const TimelineEntry *left = a, *right = b;
    int order = date_compare(left->date, right->date);
    if (order == 0) /* "2024" before "2024-01": what is known less exactly comes first */
        order = (int)strlen(left->date) - (int)strlen(right->date);
    if (order == 0)
        order = (int)left->kind - (int)right->kind;
    if (order == 0)
        order = type_place(left->type) - type_place(right->type);
    return order != 0 ? order : strcmp(left->id, right->id);
}

/* By date, and what of it is to come. */
static void put_in_order(const Query *query, Timeline *timeline)
{
    char today[DATE_SIZE];
    date_today(today);
    const char *day = query->as_of ? query->as_of : today;
    if (timeline->count > 0)
        qsort(timeline->entries, timeline->count, sizeof *timeline->entries, compare_entries);
    timeline->to_come = timeline->count;
    for (size_t i = timeline->count; i-- > 0;) {
        timeline->entries[i].to_come = date_compare(timeline->entries[i].date, day) > 0;
        if (timeline->entries[i].to_come)
            timeline->to_come = i;
    }
}

bool timeline_make(Store *store, const Query *query, Timeline *timeline, Error *error)
{
    *timeline = (Timeline){0};
    bool done = add_kinds(store, query, LAW, timeline, error) &&
                add_kinds(store, query, KIND_BIT(KIND_MODEL), timeline, error);
    if (done)
        put_in_order(query, timeline);
    else
        timeline_free(timeline);
    return done;
}

bool timeline_of_rows(Store *store, const Query *query, const ItemRows *rows, Timeline *timeline, Error *error)
{
    *timeline = (Timeline){0};
    bool done = selection_make(store, query, 0, error) && add_events(store, rows, timeline, error);
    if (done)
        put_in_order(query, timeline);
    else
        timeline_free(timeline);
    return done;
}
