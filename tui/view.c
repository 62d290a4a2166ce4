#include "config.h"

#include "tui/view.h"

#include <string.h>

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

void view_append_argument(Text *text, const char *argument)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.,:=/@%+";
    text_append_character(text, ' ');
    if (*argument != '\0' && argument[strspn(argument, plain)] == '\0') {
        text_append(text, argument);
        return;
    }
    text_append_character(text, '\'');
    for (const char *at = argument; *at != '\0'; at++) {
        text_append_bytes(text, *at == '\'' ? "'\\''" : at, *at == '\'' ? 4 : 1);
    }
    text_append_character(text, '\'');
}
