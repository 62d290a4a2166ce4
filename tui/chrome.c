#include "config.h"

#include "tui/explorer-state.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <stdlib.h>
#include <string.h>

/* The menu is named among the keys where there is room for it; elsewhere F10 opens it too. */
#define MENU_FROM_COLUMNS 92
#define TITLE_COLUMNS_SMALL 12

/* How many rows the frame around a view takes: blank rows only where there is room for them. */
static int rows_above(const Canvas *screen)
{
    return screen->rows >= 12 ? 2 : 1;
}

static int rows_below(const Canvas *screen)
{
    return screen->rows >= 12 ? 2 : 1;
}

/* The message in lines that fit. To be released with wrapped_text_free(). */
static WrappedText message_lines(const Explorer *explorer, const Canvas *screen)
{
    char *shown = display_text(explorer->message, SANITISE_LINE);
    WrappedText lines = text_wrap(shown, screen->columns - 4);
    free(shown);
    return lines;
}

/* Long messages take rows from the view, as few as they need. */
static int rows_for_message(const Explorer *explorer, const Canvas *screen, int below)
{
    if (explorer->message == NULL || explorer->dialog.is_open) {
        return below;
    }
    WrappedText lines = message_lines(explorer, screen);
    int rows = (int)lines.count + (below > 1 ? 1 : 0), most = screen->rows / 3;
    wrapped_text_free(&lines);
    rows = rows > most ? most : rows;
    return rows < below ? below : rows;
}

/* Draws the message above the line of keys, or in place of it where there is one row only. The last line ends in an
 * ellipsis where there is no room for all. */
static void draw_message(const Explorer *explorer, const Canvas *screen, const Canvas *bottom, int rows)
{
    WrappedText lines = message_lines(explorer, screen);
    for (int i = 0; i < rows && (size_t)i < lines.count; i++) {
        canvas_text(bottom, i, 2, STYLE_TITLE, lines.lines[i]);
    }
    if (lines.count > (size_t)rows && rows > 0) {
        int column = 2 + text_width(lines.lines[rows - 1]);
        canvas_text(bottom, rows - 1, column < bottom->columns ? column : bottom->columns - 1, STYLE_TITLE,
                    glyph(GLYPH_ELLIPSIS));
    }
    wrapped_text_free(&lines);
}

/* The title of the view at index, as it can be shown. The caller owns it. */
static char *view_title(const Explorer *explorer, size_t index)
{
    const View *view = explorer->history.views[index];
    Text text = {0};
    view->operations->title(view, &text);
    char *raw = text_take(&text);
    char *shown = display_text(raw, SANITISE_LINE);
    free(raw);
    return shown;
}

/* Columns of a line that the mouse can press. */
static void make_clickable(Explorer *explorer, const Canvas *line, int column, int columns, Action action, size_t index)
{
    if (explorer->clickable_count < CLICKABLE_MAX && columns > 0) {
        explorer->clickable[explorer->clickable_count++] =
            (Clickable){.row = line->row, .column = line->column + column, .columns = columns, .action = action, .index = index};
    }
}

/* "gairo › Risks › Safeguards can be stripped", the middle left out where it does not fit. */
static void draw_path(Explorer *explorer, const Canvas *line)
{
    size_t current = explorer->history.current;
    char **titles = memory_zeroed(current + 1, sizeof *titles);
    int *widths = memory_zeroed(current + 1, sizeof *widths);
    for (size_t i = 0; i <= current; i++) {
        titles[i] = view_title(explorer, i);
        widths[i] = text_width(titles[i]) + (i > 0 ? 3 : 0);
    }
    if (current > 0 && widths[0] + widths[current] > line->columns) { /* where one is goes before where one began */
        canvas_field(line, 0, 0, line->columns, false, STYLE_TITLE, titles[current]);
        goto cleanup;
    }
    /* From the right, as many as fit beside the first and the mark of what was left out. */
    int left = line->columns - widths[0] - (current > 0 ? widths[current] : 0);
    size_t from = current > 0 ? current : 1;
    while (from > 1 && left - widths[from - 1] >= (from > 2 ? 4 : 0)) {
        left -= widths[--from];
    }
    int at = canvas_text(line, 0, 0, current == 0 ? STYLE_TITLE : STYLE_QUIET, titles[0]);
    make_clickable(explorer, line, 0, at, ACTION_NONE, 0);
    if (current > 0 && from > 1) {
        at += canvas_format(line, 0, at, STYLE_QUIET, " %s %s", glyph(GLYPH_PATH), glyph(GLYPH_ELLIPSIS));
    }
    for (size_t i = from; i <= current; i++) {
        at += canvas_format(line, 0, at, STYLE_QUIET, " %s ", glyph(GLYPH_PATH));
        int width = canvas_text(line, 0, at, i == current ? STYLE_TITLE : STYLE_QUIET, titles[i]);
        make_clickable(explorer, line, at, width, ACTION_NONE, i);
        at += width;
    }
cleanup:
    for (size_t i = 0; i <= current; i++) {
        free(titles[i]);
    }
    free(titles);
    free(widths);
}

/* The columns that the whole path takes; shortest: with its middle left out. */
static int path_width(const Explorer *explorer, bool shortest)
{
    size_t current = explorer->history.current;
    int width = shortest && current > 1 ? 4 : 0; /* the mark of what was left out */
    for (size_t i = 0; i <= current; i++) {
        if (!shortest || i == 0 || i == current) {
            char *title = view_title(explorer, i);
            width += text_width(title) + (i > 0 ? 3 : 0);
            free(title);
        }
    }
    return width;
}

#define STATUS_GAP "   "      /* between the parts of the status */
#define STATUS_PARTS_MAX 12
#define STATUS_PART_COLUMNS 9 /* of a part at least, unless it is shorter */

/* The status in its parts: what narrows every screen first. Owns its strings. */
typedef struct Status {
    char *parts[STATUS_PARTS_MAX];
    size_t count, scope_count; /* of the parts, the first ones that are the scope */
} Status;

/* Takes the blank-separated parts of raw, as they can be shown. */
static void add_parts(Status *status, const char *raw)
{
    while (raw != NULL && *raw != '\0' && status->count < STATUS_PARTS_MAX) {
        const char *end = strstr(raw, STATUS_GAP);
        char *part = end == NULL ? string_copy(raw) : string_copy_bytes(raw, (size_t)(end - raw));
        if (*part != '\0') {
            status->parts[status->count++] = display_text(part, SANITISE_LINE);
        }
        free(part);
        raw = end == NULL ? NULL : end + strlen(STATUS_GAP);
    }
}

static void status_free(Status *status)
{
    for (size_t i = 0; i < status->count; i++) {
        free(status->parts[i]);
    }
}

static int status_width(const Status *status, size_t count)
{
    int width = 0;
    for (size_t i = 0; i < count; i++) {
        width += text_width(status->parts[i]) + (i > 0 ? (int)strlen(STATUS_GAP) : 0);
    }
    return width;
}

/* Cuts the widest parts until all fit, so that the count behind the words stays whole; where they would get too short to
 * be read, leaves the first of them out. */
static void fit_status(Status *status, int columns)
{
    while (status_width(status, status->count) > columns) {
        size_t widest = 0;
        for (size_t i = 1; i < status->count; i++) {
            widest = text_width(status->parts[i]) > text_width(status->parts[widest]) ? i : widest;
        }
        int width = text_width(status->parts[widest]);
        if (width <= STATUS_PART_COLUMNS) {
            if (status->count <= status->scope_count + 1) {
                return;
            }
            free(status->parts[status->scope_count]); /* words behind the scope; the last part tells where one is */
            status->count--;
            memmove(&status->parts[status->scope_count], &status->parts[status->scope_count + 1],
                    (status->count - status->scope_count) * sizeof *status->parts);
            continue;
        }
        char *fitted = text_fit(status->parts[widest], width - 1);
        free(status->parts[widest]);
        status->parts[widest] = fitted;
    }
}

static void make_status(Explorer *explorer, Status *status)
{
    const View *view = history_current(&explorer->history);
    Text raw = {0};
    loss_status(explorer, &raw);
    if (explorer_has_scope(explorer)) {
        text_append(&raw, raw.length > 0 ? STATUS_GAP : "");
        explorer_scope_title(explorer, view, &raw);
    }
    add_parts(status, raw.data);
    status->scope_count = status->count;
    text_reset(&raw);
    if (view->operations->status != NULL) {
        view->operations->status(view, &raw);
    }
    if (explorer->basket_count > 0) {
        text_append_format(&raw, "%sbasket %ld", raw.length > 0 ? STATUS_GAP : "", explorer->basket_count);
    }
    add_parts(status, raw.data);
    text_free(&raw);
}

/* At the right end; the scope stands out from what follows it. */
static void draw_status(const Canvas *screen, const Status *status, int columns)
{
    int width = status_width(status, status->count), at = 0;
    Canvas field = canvas_part(screen, 0, screen->columns - 2 - columns, 1, columns);
    for (size_t i = 0; i < status->count && at < columns; i++) {
        const char *part = status->parts[i];
        int room = columns - at, own = text_width(part);
        at += i == 0 && width < columns ? columns - width : 0;
        canvas_field(&field, 0, at, own < room ? own : room, false, i < status->scope_count ? STYLE_TITLE : STYLE_QUIET,
                     part);
        at += own + (int)strlen(STATUS_GAP);
    }
}

static void draw_title(Explorer *explorer, const Canvas *screen)
{
    Status status = {0};
    make_status(explorer, &status);
    int width = status_width(&status, status.count), room = screen->columns - 4;
    int path_columns = path_width(explorer, false) + 2;
    if (path_columns + width > room) { /* the middle of the path gives way first, then both get half of the line */
        char *title = view_title(explorer, explorer->history.current);
        int shortened = path_width(explorer, true) + 2, least = text_width(title) + 2;
        path_columns = shortened > room / 2 ? room / 2 : shortened; /* where one is stays whole on small screens, if short */
        path_columns = least > path_columns && least <= TITLE_COLUMNS_SMALL ? least : path_columns;
        if (shortened + width > room && least + width <= room) { /* the title alone leaves room for all that is said */
            path_columns = least;
        }
        free(title);
    }
    if (width > room - path_columns) {
        width = room - path_columns;
        fit_status(&status, width);
    }
    draw_status(screen, &status, width);
    Canvas path = canvas_part(screen, 0, 2, 1, room - width - (width > 0 ? 2 : 0));
    draw_path(explorer, &path);
    status_free(&status);
}

/* One key with its label; returns the column after it, or at where it does not fit. */
static int draw_key(Explorer *explorer, const View *view, const Canvas *line, int at, int limit, Action action)
{
    char key[24];
    const char *label = view->operations->label == NULL ? NULL : view->operations->label(view, action);
    label = label == NULL ? action_definition(action)->label : label;
    if (view->operations->key != NULL) {
        action_key_while_typing(explorer_keys(view->explorer), action, key, sizeof key);
    } else {
        action_key(explorer_keys(view->explorer), action, view->operations->home, key, sizeof key);
    }
    if (action == ACTION_FOLLOW) {
        strcpy(key, "1-9");
    }
    int width = text_width(key) + 1 + text_width(label);
    if (at + width > limit) {
        return at;
    }
    make_clickable(explorer, line, at, width, action, 0);
    canvas_text(line, 0, at, STYLE_KEY, key);
    canvas_text(line, 0, at + text_width(key) + 1, STYLE_QUIET, label);
    return at + width + 3;
}

/* The keys that a view takes itself, and the help. */
static void draw_typed_keys(Explorer *explorer, const View *view, const Canvas *line)
{
    int at = 0, limit = line->columns - text_width("F1 help");
    for (const TypedKey *typed = view->operations->typed_keys; typed->name != NULL; typed++) {
        int width = text_width(typed->name) + 1 + text_width(typed->label);
        if (at + width > limit) {
            break;
        }
        make_clickable(explorer, line, at, width, ACTION_NONE, 0);
        explorer->clickable[explorer->clickable_count - 1].key = typed->key;
        canvas_text(line, 0, at, STYLE_KEY, typed->name);
        canvas_text(line, 0, at + text_width(typed->name) + 1, STYLE_QUIET, typed->label);
        at += width + 3;
    }
    draw_key(explorer, view, line, at, line->columns, ACTION_HELP);
}

static void draw_keys(Explorer *explorer, const Canvas *screen)
{
    const View *view = history_current(&explorer->history);
    Canvas line = canvas_part(screen, screen->rows - 1, 2, 1, screen->columns - 4);
    if (view->operations->typed_keys != NULL) {
        draw_typed_keys(explorer, view, &line);
        return;
    }
    Action last = explorer->history.current == 0 ? ACTION_QUIT : ACTION_BACK;
    /* Help and the way out keep their place whatever else fits. */
    int reserved = text_width("   F1 help   Esc back");
    reserved += line.columns >= MENU_FROM_COLUMNS ? text_width("   F10 menu") : 0;
    int at = 0;
    const Action *keys = view->operations->keys_now == NULL ? NULL : view->operations->keys_now(view);
    for (const Action *action = keys == NULL ? view->operations->keys : keys; action != NULL && *action != ACTION_NONE; action++) {
        at = draw_key(explorer, view, &line, at, line.columns - reserved, *action);
    }
    if (line.columns >= MENU_FROM_COLUMNS) {
        at = draw_key(explorer, view, &line, at, line.columns, ACTION_MENU);
    }
    at = draw_key(explorer, view, &line, at, line.columns, ACTION_HELP);
    draw_key(explorer, view, &line, at, line.columns, last);
}

/* In the row of messages, where nothing is said: what the user may not know yet. */
static void draw_hint(const Explorer *explorer, const Canvas *bottom)
{
    Text text = {0};
    const View *view = history_current(&explorer->history);
    if (explorer->settings.hints) {
        /* In a sheet Space takes out. */
        bool puts = view_item(view) != NULL && !view->operations->basket && view->operations->sheet == NULL;
        hints_text(&explorer->hints, &explorer->settings.keys, view->operations->key != NULL, explorer->history.current > 0, puts,
                   &text);
    }
    if (text.length > 0 && bottom->rows > 1) {
        char *end = strstr(text.data, "  (");
        if (end != NULL && text_width(text.data) > bottom->columns - 4) { /* how to end them can be said another time */
            *end = '\0';
        }
        canvas_text(bottom, 0, 2, STYLE_QUIET, text.data);
    }
    text_free(&text);
}

/* What can follow the keys typed so far, so that sequences need not be learnt: on the row of messages too, where there
 * is one. */
static void draw_pending(const Explorer *explorer, const Canvas *screen)
{
    int rows = rows_below(screen), row = 0;
    Canvas lines = canvas_part(screen, screen->rows - rows, 2, rows, screen->columns - 4);
    char bytes[5] = "";
    if (key_is_text(explorer->pending[0])) {
        key_to_utf8(explorer->pending[0], bytes);
    }
    int at = canvas_format(&lines, row, 0, STYLE_KEY, "%s%s   ", bytes, glyph(GLYPH_ELLIPSIS));
    for (Action action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        char key[24];
        action_key(&explorer->settings.keys, action, false, key, sizeof key);
        if (key[0] != bytes[0] || key[1] == '\0' || key[2] != '\0') {
            continue;
        }
        int width = 2 + text_width(action_definition(action)->name);
        if (at + width > lines.columns && row + 1 < rows) {
            row++;
            at = 5;
        }
        canvas_text(&lines, row, at, STYLE_KEY, key + 1);
        canvas_text(&lines, row, at + 2, STYLE_QUIET, action_definition(action)->name);
        at += width + 3;
    }
}

/* Empties the lowest rows, for what is drawn over them. */
static Canvas clear_bottom(const Canvas *screen, int rows)
{
    Canvas bottom = canvas_part(screen, screen->rows - rows, 0, rows, screen->columns);
    char *blanks = string_format("%*s", screen->columns, "");
    for (int row = 0; row < rows; row++) {
        canvas_text(&bottom, row, 0, STYLE_NORMAL, blanks);
    }
    free(blanks);
    return bottom;
}

/* A view that has the whole screen; what is asked and said stands over its lowest rows. */
static void draw_bare(Explorer *explorer, const Canvas *screen)
{
    View *view = history_current(&explorer->history);
    int rows = rows_below(screen);
    view->operations->draw(view, screen);
    if (explorer->dialog.is_open) {
        Canvas over = canvas_part(screen, 1, 0, screen->rows - 1, screen->columns);
        dialog_draw(&explorer->dialog, &over);
    } else if (explorer->prompt.is_open) {
        Canvas bottom = clear_bottom(screen, 1);
        prompt_draw(&explorer->prompt, &bottom, 0);
    } else if (explorer->pending_count > 0) {
        clear_bottom(screen, rows);
        draw_pending(explorer, screen);
    } else if (explorer->message != NULL) {
        rows = rows_for_message(explorer, screen, 1);
        Canvas bottom = clear_bottom(screen, rows);
        draw_message(explorer, screen, &bottom, rows);
    }
}

void chrome_draw(Explorer *explorer)
{
    Canvas screen = canvas_screen();
    View *view = history_current(&explorer->history);
    terminal_erase();
    explorer->clickable_count = 0;
    if (screen.rows < SCREEN_ROWS_MIN || screen.columns < SCREEN_COLUMNS_MIN) {
        canvas_text(&screen, 0, 0, STYLE_NORMAL, "too small");
        canvas_cursor(&screen, 0, 0);
        terminal_flush();
        return;
    }
    if (view->operations->bare) {
        draw_bare(explorer, &screen);
        if (explorer->menu.is_open && !explorer->dialog.is_open) {
            menu_draw(&explorer->menu, &screen, &explorer->settings.keys);
        }
        terminal_flush();
        return;
    }
    int above = rows_above(&screen), usual = rows_below(&screen), below = rows_for_message(explorer, &screen, usual);
    Canvas inside = canvas_part(&screen, above, 0, screen.rows - above - below, screen.columns);
    canvas_cursor(&inside, 0, 0);
    if (!loss_draw(explorer, view, &inside)) {
        view->operations->draw(view, &inside);
    }
    draw_title(explorer, &screen); /* after the view, which knows only now how much of it is in sight */
    Canvas bottom = canvas_part(&screen, screen.rows - below, 0, below, screen.columns);
    if (explorer->dialog.is_open) {
        Canvas over = canvas_part(&screen, 1, 0, screen.rows - 1, screen.columns);
        dialog_draw(&explorer->dialog, &over);
    } else if (explorer->prompt.is_open) {
        prompt_draw(&explorer->prompt, &bottom, below - 1);
    } else if (explorer->pending_count > 0) {
        draw_pending(explorer, &screen);
    } else if (explorer->message != NULL && usual == 1) {
        draw_message(explorer, &screen, &bottom, below);
    } else {
        draw_keys(explorer, &screen);
        if (explorer->message == NULL) {
            draw_hint(explorer, &bottom);
        }
    }
    if (explorer->message != NULL && usual > 1 && !explorer->dialog.is_open) {
        draw_message(explorer, &screen, &bottom, below - 1);
    }
    if (explorer->menu.is_open && !explorer->dialog.is_open) {
        menu_draw(&explorer->menu, &screen, &explorer->settings.keys);
    }
    terminal_flush();
}

/* One line over the keys, while something else is under way. */
static bool draw_over_keys(const char *text, Canvas *line)
{
    Canvas screen = canvas_screen();
    if (screen.rows < SCREEN_ROWS_MIN) {
        return false;
    }
    *line = canvas_part(&screen, screen.rows - 1, 0, 1, screen.columns);
    canvas_format(line, 0, 0, STYLE_NORMAL, "%*s", line->columns, ""); /* the keys go */
    canvas_field(line, 0, 2, line->columns - 2, false, STYLE_TITLE, text);
    return true;
}

void chrome_draw_work(size_t done, size_t total)
{
    Canvas line;
    if (!draw_over_keys("Working. Esc stops it.", &line)) {
        return;
    }
    if (total > 0) {
        canvas_format(&line, 0, 28, STYLE_NORMAL, "%zu of %zu files", done, total);
    }
    terminal_flush();
}

void chrome_draw_waiting(void)
{
    Canvas line;
    if (draw_over_keys("Waiting for another program to free the database. Any key goes on.", &line)) {
        terminal_flush();
    }
}
