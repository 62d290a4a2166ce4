#include "config.h"

#include "tui/preview.h"

#include "core/memory.h"
#include "store/items.h"
#include "tui/explorer.h"
#include "tui/item-document.h"
#include "tui/scope.h"
#include "tui/terminal.h"

#include <stdlib.h>

void preview_start(Preview *preview)
{
    *preview = (Preview){0};
    pager_start(&preview->pager);
}

void preview_free(Preview *preview)
{
    pager_free(&preview->pager);
    free(preview->id);
    preview->id = NULL;
}

bool preview_show(Preview *preview, Explorer *explorer, const char *id, bool anew, Error *error)
{
    int rows, columns;
    bool same = string_compare(id, preview->id) == 0;
    if (same && preview->is_made && !anew) {
        return true;
    }
    terminal_size(&rows, &columns);
    document_clear(&preview->pager.document);
    if (!same) {
        pager_reset(&preview->pager);
        free(preview->id);
        preview->id = string_copy(id);
    }
    preview->is_made = columns >= preview->from_columns;
    if (!preview->is_made) {
        pager_changed(&preview->pager);
        return true;
    }
    Item *item = id == NULL ? NULL : item_load(explorer_store(explorer), preview->id, error);
    if (item != NULL && preview->head != NULL) {
        preview->head(preview->head_context, &preview->pager.document);
    }
    if (item != NULL) {
        item_document(explorer_store(explorer), item, explorer_as_of(explorer), false, &preview->pager.document);
        explorer_mark_scope(explorer, &preview->pager.document);
    }
    pager_changed(&preview->pager);
    preview->is_made = id == NULL || item != NULL; /* what could not be read is asked for again */
    item_free(item);
    return preview->is_made;
}

void preview_show_page(Preview *preview, const char *name, Document *document)
{
    if (string_compare(name, preview->id) != 0) {
        pager_reset(&preview->pager);
        free(preview->id);
        preview->id = string_copy(name);
    }
    document_clear(&preview->pager.document);
    preview->pager.document = *document;
    preview->is_made = true;
    *document = (Document){0};
    pager_changed(&preview->pager);
}

static void open_target(Explorer *explorer, const char *target)
{
    if (target != NULL) {
        explorer_open_item(explorer, target);
    }
}

ViewFlags preview_handle(Preview *preview, Explorer *explorer, Action action, Key key)
{
    const char *target;
    if (action == ACTION_OPEN && pager_target(&preview->pager) == NULL) {
        return VIEW_IGNORED;
    }
    ViewFlags flags = pager_handle(&preview->pager, action, key, &target);
    open_target(explorer, target);
    return flags;
}

ViewFlags preview_mouse(Preview *preview, Explorer *explorer, const Event *event)
{
    const char *target;
    if (!canvas_contains(&preview->pager.area, event->row, event->column)) {
        return VIEW_IGNORED;
    }
    ViewFlags flags = pager_mouse(&preview->pager, event, &target);
    open_target(explorer, target);
    return flags | VIEW_HANDLED;
}
