#include "config.h"

#include "tui/page.h"

#include "core/memory.h"
#include "tui/explorer.h"
#include "tui/pager.h"

#include <stdlib.h>
#include <string.h>

typedef struct PageView {
    View view;
    Pager pager;
    const char *title, *command;
    bool (*make)(Explorer *explorer, Document *document, Error *error);
    bool (*is_whole)(Explorer *explorer); /* NULL: it always is */
    bool (*complete)(Explorer *explorer, Error *error);
    bool completing; /* when it is recalculated next */
    bool failed;     /* completing did: that is not tried again and again */
    const char *word; /* that targets which are no items begin with; NULL: there are none */
    bool (*follow)(View *page, const char *target, Error *error);
    char *followed; /* the last of them; NULL */
    bool due;       /* it is followed when the page is recalculated next */
} PageView;

static void title(const View *view, Text *text)
{
    text_append(text, ((const PageView *)view)->title);
}

static void status(const View *view, Text *text)
{
    pager_status(&((const PageView *)view)->pager, text);
}

static bool is_whole(const PageView *page)
{
    return page->is_whole == NULL || page->failed || page->is_whole(page->view.explorer);
}

/* A step; in lines all of them. Where a key stopped one, it begins anew later. */
static bool complete(PageView *page, Error *error)
{
    page->completing = false;
    bool done = true;
    while (done && !is_whole(page)) {
        done = page->complete(page->view.explorer, error);
        if (!explorer_is_plain(page->view.explorer)) {
            break;
        }
    }
    if (done) {
        return true;
    }
    page->failed = error->code != ERROR_CANCELLED;
    if (!page->failed) {
        error_clear(error);
    }
    return !page->failed;
}

/* What fails there is told, and the page stands as it is. */
static void follow_due(PageView *page)
{
    Error error = {0};
    if (!page->due) {
        return;
    }
    page->due = false;
    (void)page->follow(&page->view, page->followed, &error);
    explorer_report(page->view.explorer, &error);
}

static bool recalculate(View *view, Error *error)
{
    PageView *page = (PageView *)view;
    Document document = {0};
    follow_due(page);
    if ((page->completing || explorer_is_plain(view->explorer)) && !complete(page, error)) {
        return false;
    }
    if (!page->make(view->explorer, &document, error)) {
        document_clear(&document);
        return false;
    }
    document_clear(&page->pager.document);
    page->pager.document = document;
    pager_changed(&page->pager);
    return true;
}

static void draw(View *view, const Canvas *canvas)
{
    pager_draw(&((PageView *)view)->pager, canvas, true);
}

/* The slow part comes when the rest was drawn. */
static int pause_before_completing(const View *view)
{
    return is_whole((const PageView *)view) ? -1 : 0;
}

static ViewFlags begin_completing(View *view)
{
    ((PageView *)view)->completing = true;
    explorer_give_way(view->explorer);
    return VIEW_RECALCULATE;
}

static void find_words(void *context, const char *text)
{
    PageView *page = context;
    if (*text != '\0' && !pager_find(&page->pager, text, false)) {
        explorer_message(page->view.explorer, "Not on this page: %s", text);
    }
}

static ViewFlags find(PageView *page, bool backwards)
{
    if (!pager_find(&page->pager, NULL, backwards)) {
        explorer_message(page->view.explorer, "Nothing to find; / looks for words on this page.");
    }
    return VIEW_REDRAW;
}

static bool is_no_item(const PageView *page, const char *target)
{
    return page->word != NULL && target != NULL && strncmp(target, page->word, strlen(page->word)) == 0 &&
           strchr(target, ' ') != NULL;
}

static void open_target(View *view, const char *target)
{
    if (is_no_item((PageView *)view, target)) {
        page_view_follow(view, target);
    } else if (target != NULL) {
        explorer_open_item(view->explorer, target);
    }
}

static ViewFlags handle(View *view, Action action, Key key)
{
    PageView *page = (PageView *)view;
    const char *target;
    if (action == ACTION_FILTER) {
        explorer_prompt(view->explorer,
                        &(Prompt){.label = "Find on this page", .accepted = find_words, .context = page});
        return VIEW_HANDLED;
    }
    if (action == ACTION_FIND_NEXT || action == ACTION_FIND_PREVIOUS) {
        return find(page, action == ACTION_FIND_PREVIOUS);
    }
    ViewFlags flags = pager_handle(&page->pager, action, key, &target);
    open_target(view, target);
    return flags;
}

static ViewFlags mouse(View *view, const Event *event)
{
    const char *target;
    ViewFlags flags = pager_mouse(&((PageView *)view)->pager, event, &target);
    open_target(view, target);
    return flags;
}

static const char *item(const View *view)
{
    const PageView *page = (const PageView *)view;
    const char *target = pager_target(&page->pager);
    return is_no_item(page, target) ? NULL : target;
}

static void command(const View *view, Text *text)
{
    text_append(text, ((const PageView *)view)->command);
}

static void linear(View *view, Linear *lines)
{
    pager_linear(&((PageView *)view)->pager, lines, NULL, NULL);
}

static void page_free(View *view)
{
    PageView *page = (PageView *)view;
    pager_free(&page->pager);
    free(page->followed);
    free(page);
}

static const Action *keys_now(const View *view)
{
    static const Action without_links[] = {ACTION_FILTER, ACTION_NONE};
    static const Action none_selected[] = {ACTION_NEXT_PANE, ACTION_FILTER, ACTION_NONE};
    const Pager *pager = &((const PageView *)view)->pager;
    return !pager_has_links(pager) ? without_links : pager_target(pager) == NULL ? none_selected : NULL;
}

static const char *label(const View *view, Action action)
{
    (void)view;
    return action == ACTION_FILTER ? "find" : action == ACTION_NEXT_PANE ? "next link" : NULL;
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
    .free = page_free,
    .pause = pause_before_completing,
    .tick = begin_completing,
    .keys_now = keys_now,
    .label = label,
    .keys = (const Action[]){ACTION_OPEN, ACTION_NEXT_PANE, ACTION_FILTER, ACTION_NONE},
};

View *page_view_new(Explorer *explorer, const char *name, const char *call,
                    bool (*make)(Explorer *explorer, Document *document, Error *error))
{
    PageView *page = memory_zeroed(1, sizeof *page);
    view_start(&page->view, &operations, explorer);
    pager_start(&page->pager);
    page->title = name;
    page->command = call;
    page->make = make;
    return &page->view;
}

View *page_view_new_in_two(Explorer *explorer, const char *name, const char *call,
                           bool (*make)(Explorer *explorer, Document *document, Error *error),
                           bool (*whole)(Explorer *explorer), bool (*rest)(Explorer *explorer, Error *error))
{
    View *view = page_view_new(explorer, name, call, make);
    ((PageView *)view)->is_whole = whole;
    ((PageView *)view)->complete = rest;
    return view;
}

void page_view_set_follow(View *view, const char *word, bool (*follow)(View *page, const char *target, Error *error))
{
    PageView *page = (PageView *)view;
    page->word = word;
    page->follow = follow;
}

void page_view_follow(View *view, const char *target)
{
    PageView *page = (PageView *)view;
    char *copy = string_copy(target);
    free(page->followed);
    page->followed = copy;
    page->due = true;
    view->generation = -1;
}

const char *page_view_followed(const View *view)
{
    return ((const PageView *)view)->followed;
}
