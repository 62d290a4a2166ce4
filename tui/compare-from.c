/* What comparing compares: the rows of a list that are in the basket, all of the basket, or items picked one by one. */
#include "config.h"

#include "core/memory.h"
#include "store/sheets.h"
#include "tui/compare.h"
#include "tui/explorer.h"
#include "tui/views.h"

#include <stdlib.h>
#include <string.h>

/* Opens the first ids of those; where there are more, that is said. */
static void open_ids(Explorer *explorer, const StringList *ids, const char *of)
{
    explorer_open(explorer, compare_view_new(explorer, ids));
    if (ids->count > COMPARED_MAX) {
        explorer_message(explorer, "%d of the %zu %s; up to %d stand side by side.", COMPARED_MAX, ids->count, of,
                         COMPARED_MAX);
    }
}

/* The items in the basket. */
static void basket_ids(Explorer *explorer, StringList *ids)
{
    Error error = {0};
    Sheet *sheet = sheet_load(explorer_store(explorer), BASKET_NAME, &error);
    for (size_t i = 0; sheet != NULL && i < sheet->entry_count; i++) {
        if (!sheet->entries[i].gone) {
            string_list_add(ids, sheet->entries[i].id);
        }
    }
    explorer_report(explorer, &error);
    sheet_free(sheet);
}

/* Those of all that others has too, in the order of all from first on (NULL, or not among them: from the beginning). */
static void take_common(const StringList *all, const StringList *others, const char *first, StringList *ids)
{
    size_t start = 0;
    for (size_t i = 0; first != NULL && i < all->count; i++) {
        start = strcmp(all->items[i], first) == 0 ? i : start;
    }
    for (size_t i = 0; i < all->count; i++) {
        const char *id = all->items[(start + i) % all->count];
        if (string_list_contains(others, id) && !string_list_contains(ids, id)) {
            string_list_add(ids, id);
        }
    }
}

/* The rows of a view that are in the basket: in their order, but where they are too many from the focused one on. */
static void marked_ids(const View *view, StringList *ids)
{
    StringList listed = {0}, basket = {0};
    if (view->operations->ids != NULL) {
        view->operations->ids(view, &listed);
    }
    if (listed.count > 0) {
        basket_ids(view->explorer, &basket);
    }
    take_common(&listed, &basket, NULL, ids);
    if (ids->count > COMPARED_MAX) {
        string_list_free(ids);
        take_common(&listed, &basket, view_item(view), ids);
    }
    string_list_free(&listed);
    string_list_free(&basket);
}

static void open_basket(Explorer *explorer, const char *id)
{
    StringList basket = {0}, ids = {0};
    basket_ids(explorer, &basket);
    take_common(&basket, &basket, id, &ids);
    if (ids.count >= 2) {
        open_ids(explorer, &ids, "items in the basket");
    } else {
        explorer_message(explorer, "Two items at least: press c on each of them, or put them into the basket.");
    }
    string_list_free(&basket);
    string_list_free(&ids);
}

/* Adds an item to what is picked; from two on they stand side by side. */
static void pick(Explorer *explorer, const char *id)
{
    StringList *picks = explorer_picks(explorer);
    if (!string_list_contains(picks, id)) {
        string_list_add(picks, id);
    }
    if (picks->count < 2) {
        explorer_message(explorer,
                         explorer_is_plain(explorer)
                             ? "Picked. compare on another item sets both side by side; in the basket it compares what is there."
                             : "Picked. Press c on another item to see both side by side; b c compares the basket.");
        return;
    }
    explorer_open(explorer, compare_view_new(explorer, picks));
    string_list_free(picks);
}

static void which_answered(void *context, int answer)
{
    const View *view = context;
    StringList ids = {0};
    if (answer == 0) {
        marked_ids(view, &ids);
        if (ids.count >= 2) {
            open_ids(view->explorer, &ids, "rows in the basket");
        }
    } else if (answer == 1 && view_item(view) != NULL) {
        pick(view->explorer, view_item(view));
    }
    string_list_free(&ids);
}

/* Where rows are marked but the focused one is not. */
static void ask_which(View *view, size_t count)
{
    char *marked = string_format("The %zu rows in the basket%s", count, count > COMPARED_MAX ? " (the first four)" : "");
    explorer_ask(view->explorer, &(Question){.title = "Compare",
                                             .answers = (const char *const[]){marked, "This row and another: pick it", NULL},
                                             .again = ACTION_COMPARE,
                                             .answered = which_answered,
                                             .context = view});
    free(marked);
}

void compare_from(Explorer *explorer, View *view)
{
    const char *id = view_item(view);
    StringList *picks = explorer_picks(explorer), marked = {0};
    if (picks->count == 0 && !view->operations->basket) {
        marked_ids(view, &marked);
    }
    if ((view->operations->basket || (id == NULL && marked.count < 2)) && picks->count == 0) {
        open_basket(explorer, id);
    } else if (marked.count >= 2 && (id == NULL || string_list_contains(&marked, id))) {
        open_ids(explorer, &marked, "rows in the basket");
    } else if (marked.count >= 2) {
        ask_which(view, marked.count);
    } else if (id != NULL) {
        pick(explorer, id);
    } else {
        explorer_message(explorer, explorer_is_plain(explorer)
                             ? "Picked. compare on another item sets both side by side; in the basket it compares what is there."
                             : "Picked. Press c on another item to see both side by side; b c compares the basket.");
    }
    string_list_free(&marked);
}
