#include "config.h"

#include "tui/explorer.h"

#include "core/memory.h"
#include "store/sheets.h"
#include "tui/explorer-state.h"
#include "tui/terminal.h"
#include "tui/upgrade.h"
#include "tui/views.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Work shorter than this is not announced. */
#define WORK_SHOWN_AFTER_MILLISECONDS 50

Store *explorer_store(Explorer *explorer)
{
    return explorer->store;
}

const char *explorer_as_of(Explorer *explorer)
{
    return explorer->options->as_of;
}

void explorer_open(Explorer *explorer, View *view)
{
    prompt_free(&explorer->prompt);
    history_push(&explorer->history, view);
    explorer->redraw = true;
}

/* Goes back or forward; false where there is nothing. */
static bool step(Explorer *explorer, int offset)
{
    if (!history_step(&explorer->history, offset)) {
        return false;
    }
    prompt_free(&explorer->prompt);
    explorer->redraw = true;
    return true;
}

void explorer_open_item(Explorer *explorer, const char *id)
{
    explorer_open(explorer, item_view_new(explorer, id));
}

void explorer_run_later(Explorer *explorer, Action action)
{
    explorer->later = action;
}

void explorer_quit(Explorer *explorer)
{
    explorer->quitting = true;
}

void explorer_message(Explorer *explorer, const char *format, ...)
{
    Text text = {0};
    char buffer[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(buffer, sizeof buffer, format, arguments);
    va_end(arguments);
    text_append(&text, buffer);
    free(explorer->message);
    explorer->message = text_take(&text);
    explorer->redraw = true;
}

void explorer_report(Explorer *explorer, Error *error)
{
    if (error_is_set(error)) {
        char *text = error_text(error);
        explorer_message(explorer, "%s", error->code == ERROR_CANCELLED ? "Stopped." : text);
        free(text);
    }
    error_clear(error);
}

void explorer_prompt(Explorer *explorer, const Prompt *prompt)
{
    prompt_open(&explorer->prompt, prompt);
    explorer->redraw = true;
}

void explorer_ask(Explorer *explorer, const Question *question)
{
    dialog_open(&explorer->dialog, question);
    explorer->redraw = true;
}

void explorer_stop_at_any_key(Explorer *explorer, bool any_key)
{
    explorer->stop_at_any_key = any_key;
}

static long long now_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/* Looks through what has arrived for a key that stops the work: Esc, or any one. Other events wait for their turn. */
static bool is_stop_asked(bool any_key)
{
    Event event;
    Event kept[EVENTS_PUT_BACK_MAX];
    size_t count = 0;
    bool stop = false;
    while (!stop && count < sizeof kept / sizeof *kept) {
        terminal_wait(&event, 0);
        if (event.type == EVENT_NONE) {
            break;
        }
        bool is_escape = event.type == EVENT_KEY && event.key == KEY_ESCAPE;
        bool is_typed = event.type == EVENT_KEY || event.type == EVENT_PASTE;
        stop = is_escape || event.type == EVENT_END || (any_key && is_typed);
        if (!is_escape) {
            kept[count++] = event;
        }
    }
    for (size_t i = 0; i < count; i++) {
        terminal_put_back(&kept[i]);
    }
    return stop;
}

/* The store asks this while it works. */
static bool should_stop(void *context)
{
    Explorer *explorer = context;
    if (now_milliseconds() - explorer->work_started < WORK_SHOWN_AFTER_MILLISECONDS) {
        return false;
    }
    if (!explorer->work_shown) {
        explorer->work_shown = true;
        chrome_draw_work(0, 0);
    }
    return is_stop_asked(explorer->stop_at_any_key);
}

bool explorer_work(Explorer *explorer, size_t done, size_t total)
{
    (void)explorer;
    chrome_draw_work(done, total);
    return !is_stop_asked(false);
}

static void count_basket(Explorer *explorer)
{
    long long generation = store_generation(explorer->store);
    if (generation == explorer->basket_generation) {
        return;
    }
    Sheet *sheet = sheet_load(explorer->store, BASKET_NAME, NULL);
    explorer->basket_count = sheet == NULL ? 0 : (long)sheet->entry_count;
    explorer->basket_generation = generation;
    sheet_free(sheet);
    explorer->redraw = true;
}

/* Brings the current view up to date with the store. */
static void recalculate(Explorer *explorer, bool force)
{
    View *view = history_current(&explorer->history);
    long long generation = store_generation(explorer->store);
    count_basket(explorer);
    if (!force && view->generation == generation) {
        return;
    }
    Error error = {0};
    explorer->work_started = now_milliseconds();
    explorer->work_shown = false;
    store_set_stop(explorer->store, should_stop, explorer);
    if (view->operations->recalculate != NULL) {
        view->operations->recalculate(view, &error);
    }
    store_set_stop(explorer->store, NULL, NULL);
    view->generation = generation;
    if (explorer->stop_at_any_key && error.code == ERROR_CANCELLED) {
        view->generation = -1; /* again after the key that stopped it */
        error_clear(&error);
    }
    explorer->stop_at_any_key = false;
    explorer_report(explorer, &error);
    explorer->redraw = true;
}

void explorer_toggle_basket(Explorer *explorer, const char *id)
{
    Error error = {0};
    Sheet *sheet = sheet_load(explorer->store, BASKET_NAME, &error);
    bool is_in = false;
    for (size_t i = 0; sheet != NULL && i < sheet->entry_count; i++) {
        is_in = is_in || strcmp(sheet->entries[i].id, id) == 0;
    }
    sheet_free(sheet);
    char *copy = string_copy(id); /* id may point into what is loaded anew */
    if (!error_is_set(&error) && (is_in ? sheet_remove(explorer->store, BASKET_NAME, copy, &error)
                                        : sheet_add(explorer->store, BASKET_NAME, copy, &error))) {
        explorer_message(explorer, is_in ? "Taken out of the basket." : "Put into the basket.");
    }
    free(copy);
    explorer_report(explorer, &error);
}

/* q at home does not leave by accident: it takes Q, or q once more. */
static void back_out(Explorer *explorer, Key key)
{
    if (step(explorer, -1)) {
        return;
    }
    if (key == 'q' && explorer->back_at_home) {
        explorer_quit(explorer);
    } else if (key == 'q') {
        explorer->back_at_home = true;
        explorer_message(explorer, "Q, or q once more, leaves gairo.");
    }
}

static void go_home(Explorer *explorer)
{
    while (step(explorer, -1)) {
    }
}

/* What a view ignored. */
static void default_action(Explorer *explorer, Action action, Key key)
{
    const char *item = view_item(history_current(&explorer->history));
    switch (action) {
    case ACTION_OPEN:
    case ACTION_RIGHT:
        if (item != NULL) {
            explorer_open_item(explorer, item);
        }
        break;
    case ACTION_BASKET_TOGGLE:
        if (item != NULL) {
            explorer_toggle_basket(explorer, item);
        }
        break;
    case ACTION_BACK:
    case ACTION_LEFT:
    case ACTION_HISTORY_BACK:
        back_out(explorer, key);
        break;
    case ACTION_HISTORY_FORWARD:
        step(explorer, 1);
        break;
    case ACTION_GO_HOME:
        go_home(explorer);
        break;
    case ACTION_REDRAW:
        terminal_repaint();
        explorer->redraw = true;
        break;
    case ACTION_TRACE:
        trace_open(explorer, item);
        break;
    case ACTION_COMPARE:
        compare_open(explorer, item, history_current(&explorer->history)->operations->basket);
        break;
    case ACTION_REVIEW:
        review_start(&explorer->review, explorer, item);
        break;
    case ACTION_EXPORT: {
        bool basket = history_current(&explorer->history)->operations->basket;
        export_start(&explorer->export, explorer, basket ? NULL : item);
        break;
    }
    case ACTION_QUIT:
        explorer_quit(explorer);
        break;
    default:
        if (!scope_action(explorer, action, item)) {
            places_open(explorer, action);
        }
        break;
    }
}

static void apply(Explorer *explorer, View *view, ViewFlags flags)
{
    if ((flags & (VIEW_REDRAW | VIEW_RECALCULATE | VIEW_LEAVE)) != 0) {
        explorer->redraw = true;
    }
    if ((flags & VIEW_RECALCULATE) != 0) {
        view->generation = -1;
    }
    if ((flags & VIEW_LEAVE) != 0 && history_current(&explorer->history) == view) {
        prompt_free(&explorer->prompt);
        history_drop(&explorer->history);
    }
}

static void run_action(Explorer *explorer, Action action, Key key)
{
    View *view = history_current(&explorer->history);
    ViewFlags flags = view->operations->handle == NULL ? VIEW_IGNORED : view->operations->handle(view, action, key);
    if (flags == VIEW_IGNORED) {
        default_action(explorer, action, key);
    } else {
        apply(explorer, view, flags);
    }
}

/* Looks the keys typed so far up and does what they stand for. */
static void look_up_key(Explorer *explorer, Key key)
{
    bool at_home = history_current(&explorer->history)->operations->home && !explorer->dialog.is_open;
    bool first = explorer->pending_count == 0;
    Action action = ACTION_NONE;
    explorer->pending[explorer->pending_count++] = key;
    KeyMatch match = action_lookup(explorer->pending, explorer->pending_count, at_home, &action);
    explorer->redraw |= !first || match == KEYS_PREFIX;
    if (match == KEYS_PREFIX) {
        return;
    }
    explorer->pending_count = 0;
    if (match == KEYS_UNKNOWN) {
        return;
    }
    if (explorer->dialog.is_open) {
        dialog_handle(&explorer->dialog, action, key);
        explorer->redraw = true;
    } else {
        run_action(explorer, action, key);
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
    if (explorer->dialog.is_open) {
        return;
    }
    if (explorer->prompt.is_open) {
        forget_message(explorer);
        prompt_key(&explorer->prompt, character);
        explorer->redraw = true;
    } else if (view->operations->key != NULL) {
        forget_message(explorer);
        apply(explorer, view, view->operations->key(view, character));
    }
}

static void handle_key(Explorer *explorer, Key key)
{
    View *view = history_current(&explorer->history);
    bool had_asked = explorer->back_at_home;
    forget_message(explorer);
    if (explorer->prompt.is_open && !explorer->dialog.is_open && prompt_key(&explorer->prompt, key)) {
        explorer->redraw = true;
        return;
    }
    if (explorer->pending_count == 0 && !explorer->dialog.is_open && !explorer->prompt.is_open &&
        view->operations->key != NULL) {
        ViewFlags flags = view->operations->key(view, key);
        if (flags != VIEW_IGNORED) {
            apply(explorer, view, flags);
            return;
        }
    }
    look_up_key(explorer, key);
    if (had_asked) {
        explorer->back_at_home = false;
    }
}

static void handle_mouse(Explorer *explorer, const Event *event)
{
    View *view = history_current(&explorer->history);
    if (explorer->dialog.is_open) {
        dialog_mouse(&explorer->dialog, event);
        explorer->redraw = true;
        return;
    }
    ViewFlags flags = view->operations->mouse == NULL ? VIEW_IGNORED : view->operations->mouse(view, event);
    if (flags != VIEW_IGNORED) {
        apply(explorer, view, flags);
    } else if (event->button == MOUSE_RIGHT) {
        prompt_free(&explorer->prompt);
        back_out(explorer, KEY_NONE);
    }
}

static void handle_event(Explorer *explorer, const Event *event)
{
    if (event->type == EVENT_KEY) {
        handle_key(explorer, event->key);
    } else if (event->type == EVENT_PASTE) {
        handle_paste(explorer, event->key);
    } else if (event->type == EVENT_MOUSE) {
        handle_mouse(explorer, event);
    } else if (event->type == EVENT_RESIZE) {
        terminal_repaint();
        explorer->redraw = true;
    }
    while (explorer->later != ACTION_NONE) {
        Action action = explorer->later;
        explorer->later = ACTION_NONE;
        run_action(explorer, action, KEY_NONE);
    }
}

/* Handles what has already arrived before drawing again. Returns false at the end; *end is then what brought it, or
 * zeroed. */
static bool handle_arrived(Explorer *explorer, Event *end)
{
    Event event;
    terminal_wait(&event, -1);
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
        recalculate(explorer, false);
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
    if (!terminal_start(options->color, error)) {
        return false;
    }
    Explorer explorer = {.store = store, .options = options, .basket_generation = -1};
    history_push(&explorer.history, home_view_new(&explorer));
    if (options->start_item != NULL) {
        explorer_open_item(&explorer, options->start_item);
    }
    if (options->newer_data) {
        upgrade_offer(&explorer);
    }
    run_loop(&explorer, &end);
    terminal_stop();
    history_free(&explorer.history);
    scope_free(&explorer.scope);
    prompt_free(&explorer.prompt);
    dialog_free(&explorer.dialog);
    export_free(&explorer.export);
    review_dialog_free(&explorer.review);
    string_list_free(&explorer.picks);
    free(explorer.message);
    *end_signal = end.signal;
    if (end.lost && end.signal == 0) {
        error_set(error, ERROR_IO, "the terminal is gone");
        return false;
    }
    return true;
}
