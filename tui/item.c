/* The page of an item. */
#include "config.h"

#include "core/memory.h"
#include "store/items.h"
#include "tui/explorer.h"
#include "tui/item-document.h"
#include "tui/pager.h"
#include "tui/scope.h"
#include "tui/views.h"

#include <stdlib.h>

typedef struct ItemView {
    View view;
    Pager pager;
    char *id;
    char *name; /* the item's title; the id until it is known */
} ItemView;

static void item_title(const View *view, Text *text)
{
    text_append(text, ((const ItemView *)view)->name);
}

static void item_status(const View *view, Text *text)
{
    pager_status(&((const ItemView *)view)->pager, text);
}

static bool item_recalculate(View *view, Error *error)
{
    ItemView *page = (ItemView *)view;
    Store *store = explorer_store(view->explorer);
    Item *item = item_load(store, page->id, error);
    if (item == NULL) {
        return false;
    }
    free(page->name);
    page->name = string_copy(item->title);
    document_clear(&page->pager.document);
    item_document(store, item, explorer_as_of(view->explorer), true, &page->pager.document);
    explorer_mark_scope(view->explorer, &page->pager.document);
    pager_changed(&page->pager);
    item_free(item);
    return true;
}

static void item_draw(View *view, const Canvas *canvas)
{
    pager_draw(&((ItemView *)view)->pager, canvas, true);
}

static void find_words(void *context, const char *text)
{
    ItemView *page = context;
    if (*text != '\0' && !pager_find(&page->pager, text, false)) {
        explorer_message(page->view.explorer, "Not on this page: %s", text);
    }
}

static ViewFlags find(ItemView *page, bool backwards)
{
    if (!pager_find(&page->pager, NULL, backwards)) {
        explorer_message(page->view.explorer, "Nothing to find; / looks for words on this page.");
    }
    return VIEW_REDRAW;
}

static ViewFlags item_handle(View *view, Action action, Key key)
{
    ItemView *page = (ItemView *)view;
    const char *target;
    switch (action) {
    case ACTION_FILTER:
        explorer_prompt(view->explorer,
                        &(Prompt){.label = "Find on this page", .accepted = find_words, .context = page});
        return VIEW_HANDLED;
    case ACTION_FIND_NEXT:
    case ACTION_FIND_PREVIOUS:
        return find(page, action == ACTION_FIND_PREVIOUS);
    default:
        break;
    }
    ViewFlags flags = pager_handle(&page->pager, action, key, &target);
    if (target != NULL) {
        explorer_open_item(view->explorer, target);
    }
    return flags;
}

static ViewFlags item_mouse(View *view, const Event *event)
{
    const char *target;
    ViewFlags flags = pager_mouse(&((ItemView *)view)->pager, event, &target);
    if (target != NULL) {
        explorer_open_item(view->explorer, target);
    }
    return flags;
}

static const char *item_item(const View *view)
{
    return ((const ItemView *)view)->id;
}

static void item_command(const View *view, Text *text)
{
    text_append(text, "gairo show");
    view_append_argument(text, ((const ItemView *)view)->id);
}

static void item_linear(View *view, Linear *linear)
{
    pager_linear(&((ItemView *)view)->pager, linear, NULL, NULL);
}

static void item_view_free(View *view)
{
    ItemView *page = (ItemView *)view;
    pager_free(&page->pager);
    free(page->id);
    free(page->name);
    free(page);
}

static void item_save(const View *view, State *state)
{
    const ItemView *page = (const ItemView *)view;
    state_set_place(state, "item");
    state_put(state, "id", page->id);
    pager_save(&page->pager, state);
}

static void item_restore(View *view, const State *state)
{
    pager_restore(&((ItemView *)view)->pager, state);
}

/* Enter opens a link once one is selected. */
static const Action *keys_now(const View *view)
{
    static const Action without_links[] = {ACTION_BASKET_TOGGLE, ACTION_FILTER, ACTION_REVIEW, ACTION_NONE};
    static const Action none_selected[] = {ACTION_NEXT_PANE, ACTION_FOLLOW, ACTION_BASKET_TOGGLE, ACTION_FILTER,
                                           ACTION_REVIEW, ACTION_NONE};
    const Pager *pager = &((const ItemView *)view)->pager;
    return !pager_has_links(pager) ? without_links : pager_target(pager) == NULL ? none_selected : NULL;
}

static const char *label(const View *view, Action action)
{
    (void)view;
    return action == ACTION_FILTER ? "find" : action == ACTION_NEXT_PANE ? "next link" : NULL;
}

static const ViewOperations operations = {
    .title = item_title,
    .status = item_status,
    .recalculate = item_recalculate,
    .draw = item_draw,
    .handle = item_handle,
    .mouse = item_mouse,
    .item = item_item,
    .command = item_command,
    .linear = item_linear,
    .save = item_save,
    .restore = item_restore,
    .free = item_view_free,
    .keys_now = keys_now,
    .label = label,
    .keys = (const Action[]){ACTION_OPEN, ACTION_FOLLOW, ACTION_NEXT_PANE, ACTION_BASKET_TOGGLE, ACTION_FILTER,
                             ACTION_REVIEW, ACTION_NONE},
};

View *item_view_new(Explorer *explorer, const char *id)
{
    ItemView *page = memory_zeroed(1, sizeof *page);
    view_start(&page->view, &operations, explorer);
    page->id = string_copy(id);
    page->name = string_copy(id);
    pager_start(&page->pager);
    return &page->view;
}
