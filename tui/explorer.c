#include "config.h"

#include "tui/explorer.h"

#include "core/memory.h"
#include "store/sheets.h"
#include "store/undo.h"
#include "tui/explorer-state.h"
#include "tui/own.h"
#include "tui/places.h"
#include "tui/terminal.h"
#include "tui/upgrade.h"
#include "tui/views.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Store *explorer_store(Explorer *explorer)
{
    return explorer->store;
}

const char *explorer_database(const Explorer *explorer)
{
    return explorer->options->database;
}

const char *explorer_as_of(Explorer *explorer)
{
    const char *day = explorer->settings.as_of;
    return explorer->options->as_of != NULL ? explorer->options->as_of : *day == '\0' ? NULL : day;
}

const Settings *explorer_settings(Explorer *explorer)
{
    return &explorer->settings;
}

const KeyMap *explorer_keys(Explorer *explorer)
{
    return &explorer->settings.keys;
}

bool explorer_is_plain(Explorer *explorer)
{
    return explorer->plain;
}

void explorer_open(Explorer *explorer, View *view)
{
    prompt_free(&explorer->prompt);
    history_push(&explorer->history, view);
    explorer->redraw = true;
}

void explorer_open_beside(Explorer *explorer, View *view)
{
    prompt_free(&explorer->prompt);
    history_insert(&explorer->history, view);
    explorer->redraw = true;
}

bool explorer_step(Explorer *explorer, int offset)
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
    if (strncmp(id, TARGET_INCIDENTS, strlen(TARGET_INCIDENTS)) == 0) {
        places_open_incidents(explorer, id + strlen(TARGET_INCIDENTS));
        return;
    }
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
    char *message = NULL;
    va_list arguments;
    va_start(arguments, format);
    if (vasprintf(&message, format, arguments) < 0) {
        message = NULL;
    }
    va_end(arguments);
    free(explorer->message);
    explorer->message = message;
    explorer->redraw = true;
}

void explorer_report(Explorer *explorer, Error *error)
{
    if (error_is_set(error)) {
        char *text = error_text(error);
        explorer_message(explorer, "%s", error->code == ERROR_CANCELLED ? "Stopped." : text);
        loss_failed(explorer, error);
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

static void count_basket(Explorer *explorer)
{
    long long generation = store_generation(explorer->store);
    if (generation == explorer->basket_generation) {
        return;
    }
    Sheet *sheet = sheet_load(explorer->store, BASKET_NAME, NULL);
    if (sheet == NULL) {
        return; /* the view meets the same, and says it */
    }
    explorer->basket_count = (long)sheet->entry_count;
    explorer->basket_generation = generation;
    sheet_free(sheet);
    explorer->redraw = true;
}

void explorer_recalculate(Explorer *explorer, bool force)
{
    View *view = history_current(&explorer->history);
    long long generation = store_generation(explorer->store);
    Error error = {0};
    if (!force && view->generation == generation) {
        count_basket(explorer);
        return;
    }
    explorer->work_started = explorer_clock();
    explorer->work_shown = false;
    store_set_stop(explorer->store, explorer_should_stop, explorer);
    if (view->operations->recalculate != NULL) {
        view->operations->recalculate(view, &error);
    }
    view->kept = -1;
    store_set_stop(explorer->store, NULL, NULL);
    view->generation = loss_follow(explorer, &error) ? -1 : generation;
    view->known = view->known || view->generation >= 0;
    if (explorer->stop_at_any_key && error.code == ERROR_CANCELLED) {
        view->generation = -1; /* again after the key that stopped it */
        error_clear(&error);
    }
    explorer->stop_at_any_key = explorer->gives_way = false;
    explorer_report(explorer, &error);
    count_basket(explorer);
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

void explorer_back_out(Explorer *explorer, Key key)
{
    if (explorer_step(explorer, -1)) {
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
    while (explorer_step(explorer, -1)) {
    }
}

/* What narrows every screen is said in the table too. */
static void add_scope(const Explorer *explorer, const View *view, ScreenTable *table)
{
    Text remark = {0};
    if (explorer_has_scope(explorer)) {
        text_append_format(&remark, "%s%s", table->remark == NULL ? "" : table->remark, table->remark == NULL ? "" : "; ");
        explorer_scope_title(explorer, view, &remark);
        free(table->remark);
        table->remark = text_take(&remark);
    }
}

static void export_table(Explorer *explorer, const View *view)
{
    ScreenTable table = {0};
    if (!view->operations->table(view, &table) || table.cell_count == 0) {
        explorer_message(explorer, "Nothing is shown here that could be written.");
        screen_table_free(&table);
        return;
    }
    add_scope(explorer, view, &table);
    export_start_table(&explorer->export, explorer, &table);
}

static void export_list(Explorer *explorer, const View *view)
{
    StringList ids = {0};
    ScreenTable table = {0};
    if (view->operations->ids != NULL) {
        view->operations->ids(view, &ids);
    } else if (view_item(view) != NULL) {
        string_list_add(&ids, view_item(view));
    }
    if (view->operations->rows != NULL && view->operations->rows(view, &table)) {
        add_scope(explorer, view, &table);
    }
    if (ids.count == 0) {
        explorer_message(explorer, "Nothing is listed here that could be written.");
    } else {
        export_start_list(&explorer->export, explorer, &ids, &table, view->operations->list_template);
    }
    screen_table_free(&table);
    string_list_free(&ids);
}

static void export_screen(Explorer *explorer)
{
    const View *view = history_current(&explorer->history);
    if (view->operations->table != NULL) {
        export_table(explorer, view);
    } else {
        export_list(explorer, view);
    }
}

/* What shows the focused item, or what is listed, in another way, or hands it on; false where the action does neither. */
static bool hand_on(Explorer *explorer, Action action, const char *item)
{
    View *view = history_current(&explorer->history);
    switch (action) {
    case ACTION_TRACE:
        trace_open(explorer, item);
        return true;
    case ACTION_COMPARE:
        compare_from(explorer, view);
        return true;
    case ACTION_REVIEW:
        review_start(&explorer->review, explorer, item);
        return true;
    case ACTION_EXPORT:
        export_start(&explorer->export, explorer, view->operations->basket ? NULL : item,
                     view->operations->sheet == NULL ? NULL : view->operations->sheet(view));
        return true;
    case ACTION_EXPORT_SCREEN:
        export_screen(explorer);
        return true;
    case ACTION_COPY:
        sharing_copy(&explorer->sharing, explorer, view, !explorer->plain);
        return true;
    case ACTION_OPEN_LINK:
        sharing_open_link(&explorer->sharing, explorer, view);
        return true;
    case ACTION_VIEW_COMMAND:
        sharing_show_command(&explorer->sharing, explorer, view, !explorer->plain);
        return true;
    case ACTION_SHEET_ADD:
        sheet_adding_start(&explorer->adding, explorer, item);
        return true;
    default:
        return false;
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
        explorer_back_out(explorer, key);
        break;
    case ACTION_HISTORY_FORWARD:
        explorer_step(explorer, 1);
        break;
    case ACTION_GO_HOME:
        go_home(explorer);
        break;
    case ACTION_REDRAW:
        terminal_repaint();
        explorer->redraw = true;
        break;
    case ACTION_MENU:
        menu_open(&explorer->menu);
        explorer->redraw = true;
        break;
    case ACTION_HINTS_END:
        hints_end(&explorer->hints);
        explorer_message(explorer, "No more hints. ? lists all keys.");
        break;
    case ACTION_QUIT:
        explorer_quit(explorer);
        break;
    default:
        if (!hand_on(explorer, action, item) && !scope_action(explorer, action, item) &&
            !own_action(explorer, action, item)) {
            places_open(explorer, action);
        }
        break;
    }
}

void explorer_apply(Explorer *explorer, View *view, ViewFlags flags)
{
    if ((flags & (VIEW_REDRAW | VIEW_RECALCULATE | VIEW_LEAVE)) != 0) {
        explorer->redraw = true;
    }
    if ((flags & VIEW_RECALCULATE) != 0) {
        view->kept = view->generation;
        view->generation = -1;
    }
    if ((flags & VIEW_LEAVE) != 0) {
        if (history_current(&explorer->history) == view) {
            prompt_free(&explorer->prompt);
        }
        history_remove(&explorer->history, view);
    }
}

void explorer_run_action(Explorer *explorer, Action action, Key key)
{
    View *view = history_current(&explorer->history);
    hints_follow(&explorer->hints, action);
    ViewFlags flags = view->operations->handle == NULL ? VIEW_IGNORED : view->operations->handle(view, action, key);
    if (flags == VIEW_IGNORED) {
        default_action(explorer, action, key);
    } else {
        explorer_apply(explorer, view, flags);
    }
}

void explorer_do_later(Explorer *explorer)
{
    while (explorer->later != ACTION_NONE) {
        Action action = explorer->later;
        explorer->later = ACTION_NONE;
        explorer_run_action(explorer, action, KEY_NONE);
    }
}

/* What the configuration got wrong, in one line. */
static void tell_faults(Explorer *explorer)
{
    const Settings *settings = &explorer->settings;
    size_t count = settings->faults.count + settings->remarks.count;
    const char *first = settings->faults.count > 0    ? settings->faults.items[0]
                        : settings->remarks.count > 0 ? settings->remarks.items[0]
                                                      : NULL;
    if (count == 1) {
        explorer_message(explorer, "%s", first);
    } else if (count > 1) {
        explorer_message(explorer, "%s (and %zu more: gairo config tells all)", first, count - 1);
    }
}

void explorer_start(Explorer *explorer, Store *store, const ExplorerOptions *options)
{
    *explorer =
        (Explorer){.store = store, .options = options, .settings = *options->settings, .basket_generation = -1, .health_generation = -1};
    hints_load(&explorer->hints, store);
    history_push(&explorer->history, home_view_new(explorer));
    if (explorer->settings.start != ACTION_GO_HOME) {
        places_open(explorer, explorer->settings.start);
    }
    tell_faults(explorer);
    undo_start(store, NULL); /* where SQLite cannot, the key says so */
    if (options->start_item != NULL) {
        explorer_open_item(explorer, options->start_item);
    }
    if (options->presented != NULL) {
        explorer_open(explorer, options->presents_notes ? present_notes_view_new(explorer, options->presented)
                                                        : present_view_new(explorer, options->presented, options->minutes));
    } else if (options->newer_data) {
        upgrade_offer(explorer);
    }
}

void explorer_free(Explorer *explorer)
{
    hints_save(&explorer->hints, explorer->store);
    history_free(&explorer->history);
    scope_free(&explorer->scope);
    prompt_free(&explorer->prompt);
    dialog_free(&explorer->dialog);
    writing_done(explorer, NULL);
    findings_free(&explorer->health);
    export_free(&explorer->export);
    review_dialog_free(&explorer->review);
    sheet_adding_free(&explorer->adding);
    string_list_free(&explorer->picks);
    sharing_free(&explorer->sharing);
    free(explorer->message);
    *explorer = (Explorer){0};
}
