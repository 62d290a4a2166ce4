#include "config.h"

#include "tui/history.h"

#include <string.h>

View *history_current(const History *history)
{
    return history->count == 0 ? NULL : history->views[history->current];
}

/* Frees the view at index and closes the gap. */
static void take_out(History *history, size_t index)
{
    view_free(history->views[index]);
    history->count--;
    memmove(&history->views[index], &history->views[index + 1], (history->count - index) * sizeof *history->views);
}

void history_push(History *history, View *view)
{
    while (history->count > 0 && history->count > history->current + 1) {
        take_out(history, history->count - 1);
    }
    if (history->count == HISTORY_MAX) {
        take_out(history, 1);
    }
    history->views[history->count] = view;
    history->current = history->count++;
}

void history_insert(History *history, View *view)
{
    if (history->count == HISTORY_MAX || history->count == 0) {
        history_push(history, view);
        return;
    }
    size_t index = history->current + 1;
    memmove(&history->views[index + 1], &history->views[index], (history->count - index) * sizeof *history->views);
    history->views[index] = view;
    history->current = index;
    history->count++;
}

bool history_step(History *history, int offset)
{
    if (offset < 0 ? history->current < (size_t)-offset : history->current + (size_t)offset >= history->count) {
        return false;
    }
    history->current = offset < 0 ? history->current - (size_t)-offset : history->current + (size_t)offset;
    return true;
}

bool history_drop(History *history)
{
    if (history->current == 0) {
        return false;
    }
    take_out(history, history->current--);
    return true;
}

void history_remove(History *history, const View *view)
{
    for (size_t i = 1; i < history->count; i++) {
        if (history->views[i] == view) {
            history->current -= i <= history->current;
            take_out(history, i);
            return;
        }
    }
}

void history_forget_generations(History *history)
{
    for (size_t i = 0; i < history->count; i++) {
        history->views[i]->generation = history->views[i]->kept = -1;
    }
}

void history_free(History *history)
{
    while (history->count > 0) {
        take_out(history, history->count - 1);
    }
    history->current = 0;
}
