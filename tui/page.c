#include "config.h"

#include "tui/page.h"

#include "core/memory.h"
#include "tui/explorer.h"
#include "tui/pager.h"

#include <stdlib.h>

typedef struct PageView {
    View view;
    Pager pager;
    const char *title, *command;
    bool (*make)(Explorer *explorer, Document *document, Error *error);
} PageView;

static void title(const View *view, Text *text)
{
    text_append(text, ((const PageView *)view)->title);
}

static void status(const View *view, Text *text)
{
    pager_status(&((const PageView *)view)->pager, text);
}

static bool recalculate(View *view, Error *error)
{
    PageView *page = (PageView *)view;
    Document document = {0};
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

static void open_target(View *view, const char *target)
{
    if (target != NULL) {
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
    return pager_target(&((const PageView *)view)->pager);
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
