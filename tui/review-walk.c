/* From item to item over what is not yet checked against the paper's text. */
#include "config.h"

#include "core/memory.h"
#include "store/items.h"
#include "store/paper_words.h"
#include "store/review_walk.h"
#include "tui/explorer.h"
#include "tui/item-document.h"
#include "tui/pager.h"
#include "tui/views.h"

#include <stdlib.h>

typedef struct WalkView {
    View view;
    Pager pager;
    ReviewWalk walk;
    char *id; /* of the item that is shown; NULL: none yet */
} WalkView;

static void title(const View *view, Text *text)
{
    (void)view;
    text_append(text, "Review");
}

static void status(const View *view, Text *text)
{
    const WalkView *page = (const WalkView *)view;
    char *words = review_walk_words(&page->walk);
    text_append(text, words);
    free(words);
}

/* Where in the paper its text is to be compared, and what a mark covers: before all else, since that is what one does here. */
static void add_places(const Item *item, Document *document)
{
    for (size_t i = 0; i < item->citation_count; i++) {
        const ItemCitation *citation = &item->citations[i];
        if (string_compare(citation->citation.basis, "paper") != 0) {
            continue;
        }
        const char *title = citation->reference_title != NULL ? citation->reference_title : citation->citation.reference;
        document_field(document, "Compare with", STYLE_NORMAL, title, citation->citation.locator);
    }
    document_paragraph(document, STYLE_QUIET, review_covers(item), NULL);
    document_gap(document);
}

static void fill(WalkView *page, const Item *item)
{
    Document *document = &page->pager.document;
    document_clear(document);
    if (item == NULL) {
        document_paragraph(document, STYLE_TITLE, "Nothing is left to check.", NULL);
        document_gap(document);
        document_paragraph(document, STYLE_NORMAL,
                           page->walk.ids.count == 0
                               ? "No item stands in our own words for what the paper says."
                               : "Every item that stands in our own words for what the paper says was checked, or marked "
                                 "wrong. gairo review export writes the marks for a maintainer.",
                           NULL);
        return;
    }
    add_places(item, document);
    item_document(explorer_store(page->view.explorer), item, explorer_as_of(page->view.explorer), false, document);
}

/* Where what is shown awaits a look no more, since it was marked meanwhile, the next one that does is shown. */
static bool load_walk(WalkView *page, Error *error)
{
    Store *store = explorer_store(page->view.explorer);
    const Query everything = {0};
    ReviewWalk walk = {0};
    if (!review_walk_load(store, &everything, NULL, &walk, error)) {
        return false;
    }
    bool awaited = page->id != NULL && page->walk.position < page->walk.ids.count &&
                   review_awaits(page->walk.states[page->walk.position]);
    if (page->id != NULL && review_walk_go(&walk, page->id) && awaited && !review_awaits(walk.states[walk.position]) &&
        !review_walk_step(&walk, false)) {
        walk.position = walk.ids.count;
    }
    review_walk_free(&page->walk);
    page->walk = walk;
    return true;
}

static bool recalculate(View *view, Error *error)
{
    WalkView *page = (WalkView *)view;
    Item *item = NULL;
    if (!load_walk(page, error)) {
        return false;
    }
    const char *id = review_walk_id(&page->walk);
    if (id != NULL && (item = item_load(explorer_store(view->explorer), id, error)) == NULL) {
        return false;
    }
    bool same = string_compare(id, page->id) == 0;
    free(page->id);
    page->id = id == NULL ? NULL : string_copy(id);
    fill(page, item);
    if (same) {
        pager_changed(&page->pager);
    } else {
        pager_reset(&page->pager);
        pager_changed(&page->pager);
    }
    item_free(item);
    return review_walk_keep(explorer_store(view->explorer), &page->walk, NULL) || true;
}

static ViewFlags step(WalkView *page, bool backwards)
{
    if (!review_walk_step(&page->walk, backwards)) {
        explorer_message(page->view.explorer, review_walk_left(&page->walk) == 0 ? "Nothing is left to check."
                                                                                 : "This is the only one that is left.");
        return VIEW_HANDLED;
    }
    free(page->id);
    page->id = string_copy(review_walk_id(&page->walk));
    pager_reset(&page->pager);
    return VIEW_RECALCULATE;
}

static void draw(View *view, const Canvas *canvas)
{
    pager_draw(&((WalkView *)view)->pager, canvas, true);
}

static ViewFlags handle(View *view, Action action, Key key)
{
    WalkView *page = (WalkView *)view;
    const char *target;
    if (action == ACTION_REVIEW_NEXT || action == ACTION_REVIEW_PREVIOUS) {
        return step(page, action == ACTION_REVIEW_PREVIOUS);
    }
    ViewFlags flags = pager_handle(&page->pager, action, key, &target);
    if (target != NULL) {
        explorer_open_item(view->explorer, target);
    }
    return flags;
}

static ViewFlags mouse(View *view, const Event *event)
{
    const char *target;
    ViewFlags flags = pager_mouse(&((WalkView *)view)->pager, event, &target);
    if (target != NULL) {
        explorer_open_item(view->explorer, target);
    }
    return flags;
}

static const char *item(const View *view)
{
    return ((const WalkView *)view)->id;
}

static void command(const View *view, Text *text)
{
    const WalkView *page = (const WalkView *)view;
    text_append(text, page->id == NULL ? "gairo review list" : "gairo review show");
    if (page->id != NULL) {
        view_append_argument(text, page->id);
    }
}

static void linear(View *view, Linear *lines)
{
    pager_linear(&((WalkView *)view)->pager, lines, NULL, NULL);
}

static void walk_free(View *view)
{
    WalkView *page = (WalkView *)view;
    pager_free(&page->pager);
    review_walk_free(&page->walk);
    free(page->id);
    free(page);
}

/* Enter opens a link once one is selected. */
static const Action *keys_now(const View *view)
{
    static const Action none_selected[] = {ACTION_REVIEW, ACTION_REVIEW_NEXT, ACTION_REVIEW_PREVIOUS, ACTION_FOLLOW,
                                           ACTION_BASKET_TOGGLE, ACTION_NONE};
    return pager_target(&((const WalkView *)view)->pager) == NULL ? none_selected : NULL;
}

static const ViewOperations operations = {
    .title = title,
    .status = status,
    .recalculate = recalculate,
    .draw = draw,
    .handle = handle,
    .mouse = mouse,
    .item = item,
    .command = command,
    .linear = linear,
    .free = walk_free,
    .keys_now = keys_now,
    .keys = (const Action[]){ACTION_REVIEW, ACTION_REVIEW_NEXT, ACTION_REVIEW_PREVIOUS, ACTION_OPEN, ACTION_FOLLOW,
                             ACTION_BASKET_TOGGLE, ACTION_NONE},
};

View *review_walk_view_new(Explorer *explorer)
{
    WalkView *page = memory_zeroed(1, sizeof *page);
    view_start(&page->view, &operations, explorer);
    pager_start(&page->pager);
    return &page->view;
}
