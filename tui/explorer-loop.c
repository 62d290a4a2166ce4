/* The event loop: keys, mouse and signals of the terminal, and drawing when they are handled. */
#include "config.h"

#include "tui/explorer-state.h"
#include "tui/session.h"
#include "tui/terminal.h"

#include <stdlib.h>

/* Looks the keys typed so far up and does what they stand for. */
static void look_up_key(Explorer *explorer, Key key)
{
    View *view = history_current(&explorer->history);
    bool at_home = view->operations->home && !explorer->dialog.is_open;
    bool presenting = !explorer->dialog.is_open && view->operations->presenting != NULL && view->operations->presenting(view);
    const KeyMap *map = &explorer->settings.keys;
    bool first = explorer->pending_count == 0;
    Action action = ACTION_NONE;
    explorer->pending[explorer->pending_count++] = key;
    KeyMatch match = presenting ? action_lookup_presenting(map, explorer->pending, explorer->pending_count, &action)
                                : action_lookup(map, explorer->pending, explorer->pending_count, at_home, &action);
    explorer->redraw |= !first || match == KEYS_PREFIX;
    if (match == KEYS_PREFIX) {
        return;
    }
    explorer->pending_count = 0;
    /* An answer may have a key that stands for nothing else. */
    if (match == KEYS_UNKNOWN && !(explorer->dialog.is_open && first)) {
        return;
    }
    if (explorer->dialog.is_open) {
        dialog_handle(&explorer->dialog, action, key);
        explorer->redraw = true;
    } else if (!explorer->prompt.is_open || (action != ACTION_UNDO && action != ACTION_REDO)) { /* what one types into is not one's data */
        explorer_run_action(explorer, action, key);
    }
}

static void forget_message(Explorer *explorer)
{
    if (explorer->message != NULL) {
        free(explorer->message);
        explorer->message = NULL;
        explorer->redraw = true;
    }
}

/* What is pasted is text where one types, and nothing elsewhere. */
static void handle_paste(Explorer *explorer, Key character)
{
    View *view = history_current(&explorer->history);
    if (explorer->dialog.is_open || explorer->menu.is_open) {
        return;
    }
    if (explorer->prompt.is_open) {
        forget_message(explorer);
        prompt_key(&explorer->prompt, character);
        explorer->redraw = true;
    } else if (view->operations->key != NULL) {
        forget_message(explorer);
        explorer_apply(explorer, view, view->operations->key(view, character));
    }
}

static void handle_key(Explorer *explorer, Key key)
{
    View *view = history_current(&explorer->history);
    bool had_asked = explorer->back_at_home;
    forget_message(explorer);
    if (explorer->menu.is_open && !explorer->dialog.is_open) {
        explorer->later = menu_key(&explorer->menu, key);
        explorer->redraw = true;
        return;
    }
    if (explorer->prompt.is_open && !explorer->dialog.is_open && prompt_key(&explorer->prompt, key)) {
        explorer->redraw = true;
        return;
    }
    if (explorer->pending_count == 0 && !explorer->dialog.is_open && !explorer->prompt.is_open &&
        view->operations->key != NULL) {
        ViewFlags flags = view->operations->key(view, key);
        if (flags != VIEW_IGNORED) {
            explorer_apply(explorer, view, flags);
            return;
        }
    }
    look_up_key(explorer, key);
    if (had_asked) {
        explorer->back_at_home = false;
    }
}

/* A press on a part of where one is goes there; one on a key does what the key does. */
static bool press_frame(Explorer *explorer, const Event *event)
{
    for (size_t i = 0; event->button == MOUSE_LEFT && i < explorer->clickable_count; i++) {
        const Clickable *part = &explorer->clickable[i];
        if (event->row != part->row || event->column < part->column || event->column >= part->column + part->columns) {
            continue;
        }
        forget_message(explorer);
        if (part->key != KEY_NONE) {
            View *view = history_current(&explorer->history);
            explorer_apply(explorer, view, view->operations->key(view, part->key));
        } else if (part->action != ACTION_NONE) {
            explorer_run_action(explorer, part->action, KEY_NONE);
        } else {
            explorer_step(explorer, (int)part->index - (int)explorer->history.current);
        }
        return true;
    }
    return false;
}

static void handle_mouse(Explorer *explorer, const Event *event)
{
    View *view = history_current(&explorer->history);
    if (explorer->dialog.is_open) {
        dialog_mouse(&explorer->dialog, event);
        explorer->redraw = true;
        return;
    }
    if (explorer->menu.is_open) {
        explorer->later = menu_mouse(&explorer->menu, event);
        explorer->redraw = true;
        return;
    }
    if (event->button == MOUSE_MIDDLE) {
        menu_open(&explorer->menu);
        explorer->redraw = true;
        return;
    }
    if (!explorer->prompt.is_open && press_frame(explorer, event)) {
        return;
    }
    ViewFlags flags = view->operations->mouse == NULL ? VIEW_IGNORED : view->operations->mouse(view, event);
    if (flags != VIEW_IGNORED) {
        explorer_apply(explorer, view, flags);
    } else if (event->button == MOUSE_RIGHT) {
        prompt_free(&explorer->prompt);
        explorer_back_out(explorer, KEY_NONE);
    }
}

static void handle_event(Explorer *explorer, const Event *event)
{
    explorer->session_due |= event->type == EVENT_KEY || event->type == EVENT_MOUSE;
    if (event->type == EVENT_KEY) {
        handle_key(explorer, event->key);
    } else if (event->type == EVENT_PASTE) {
        handle_paste(explorer, event->key);
    } else if (event->type == EVENT_MOUSE) {
        handle_mouse(explorer, event);
    } else if (event->type == EVENT_RESIZE) {
        terminal_repaint();
        history_forget_generations(&explorer->history); /* a view may have room for what it had not */
        explorer->redraw = true;
    }
    explorer_do_later(explorer);
}

/* Handles what has already arrived before drawing again. Returns false at the end; *end is then what brought it, or
 * zeroed. */
static bool handle_arrived(Explorer *explorer, Event *end)
{
    Event event;
    View *current = history_current(&explorer->history);
    int pause = current->operations->pause != NULL ? current->operations->pause(current) : -1;
    int patience = loss_pause(explorer, pause);
    bool keeps = explorer->session_due && (patience < 0 || patience > SESSION_PAUSE_MILLISECONDS);
    patience = keeps ? SESSION_PAUSE_MILLISECONDS : patience;
    terminal_wait(&event, patience);
    if (event.type == EVENT_NONE && keeps) {
        explorer->session_due = false;
        session_keep(explorer);
    }
    if (event.type == EVENT_NONE && pause >= 0 && patience == pause) {
        explorer_apply(explorer, current, current->operations->tick(current));
    }
    for (int handled = 0; event.type != EVENT_NONE && handled < 64; handled++) {
        if (event.type == EVENT_END) {
            *end = event;
            return false;
        }
        handle_event(explorer, &event);
        if (explorer->quitting) {
            return false;
        }
        View *view = history_current(&explorer->history);
        if (view->generation != store_generation(explorer->store)) {
            return true; /* the next key needs what is not calculated yet */
        }
        terminal_wait(&event, 0);
    }
    if (event.type != EVENT_NONE) {
        terminal_put_back(&event);
    }
    return true;
}

static void run_loop(Explorer *explorer, Event *end)
{
    explorer->redraw = true;
    do {
        loss_watch(explorer);
        explorer_recalculate(explorer, false);
        if (explorer->redraw) {
            explorer->redraw = false;
            chrome_draw(explorer);
        }
    } while (handle_arrived(explorer, end));
}

bool explorer_run(Store *store, const ExplorerOptions *options, int *end_signal, Error *error)
{
    Event end = {0};
    *end_signal = 0;
    const Settings *settings = options->settings;
    TerminalOptions terminal = {options->color, settings->theme, settings->ascii, settings->mouse};
    if (!terminal_start(&terminal, error)) {
        return false;
    }
    Explorer explorer;
    store_set_wait(store, loss_wait, &explorer);
    explorer_start(&explorer, store, options);
    if (options->start_item == NULL && !options->fresh && settings->start == ACTION_GO_HOME) {
        session_restore(&explorer);
    }
    loss_start(&explorer);
    run_loop(&explorer, &end);
    terminal_stop();
    store_set_wait(store, loss_wait_at_end, NULL);
    if (options->presented == NULL) { /* a presentation leaves no trace of where one was */
        session_save(&explorer);
    }
    explorer_free(&explorer);
    store_set_wait(store, NULL, NULL);
    *end_signal = end.signal;
    if (end.lost && end.signal == 0) {
        error_set(error, ERROR_IO, "the terminal is gone");
        return false;
    }
    return true;
}
