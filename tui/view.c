#include "config.h"

#include "tui/view.h"

void view_start(View *view, const ViewOperations *operations, Explorer *explorer)
{
    view->operations = operations;
    view->explorer = explorer;
    view->generation = -1;
}

void view_free(View *view)
{
    if (view != NULL) {
        view->operations->free(view);
    }
}

const char *view_item(const View *view)
{
    return view->operations->item == NULL ? NULL : view->operations->item(view);
}
