#include "config.h"

#include "tui/menu.h"

#include "core/unicode.h"

#include <ctype.h>

#define MENU_COLUMNS_MAX 84
#define KEY_COLUMNS 12
#define HELP_COLUMN 2

void menu_open(Menu *menu)
{
    menu->is_open = true;
    menu->selected = menu->top = 0;
}

/* The actions of a group; with index below their number *action is that one. */
static size_t actions_of(ActionGroup group, size_t index, Action *action)
{
    size_t count = 0;
    for (Action i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
        if (action_definition(i)->group == group) {
            if (count == index) {
                *action = i;
            }
            count++;
        }
    }
    return count;
}

static size_t count_of(const Menu *menu)
{
    Action action;
    return actions_of(menu->group, 0, &action);
}

static void go_to_group(Menu *menu, int group)
{
    menu->group = (ActionGroup)((group + GROUP_COUNT) % GROUP_COUNT);
    menu->selected = menu->top = 0;
}

static void go_to(Menu *menu, long index)
{
    long last = (long)count_of(menu) - 1;
    menu->selected = index < 0 ? 0 : index > last ? (size_t)last : (size_t)index;
}

/* To the next action whose help or name begins with the letter, from the selected one on, and round. */
static void go_to_letter(Menu *menu, Key key)
{
    size_t count = count_of(menu);
    for (size_t step = 1; step <= count; step++) {
        size_t index = (menu->selected + step) % count;
        Action action = ACTION_NONE;
        actions_of(menu->group, index, &action);
        const ActionDefinition *definition = action_definition(action);
        if (key < 0x80 && (tolower(definition->help[0]) == tolower(key) || definition->name[0] == tolower(key))) {
            menu->selected = index;
            return;
        }
    }
}

static Action choose(Menu *menu)
{
    Action action = ACTION_NONE;
    actions_of(menu->group, menu->selected, &action);
    menu->is_open = false;
    return action == ACTION_MENU ? ACTION_NONE : action;
}

Action menu_key(Menu *menu, Key key)
{
    long page = menu->rows.rows > 1 ? menu->rows.rows - 1 : 1, selected = (long)menu->selected;
    switch (key) {
    case INPUT_UP:
        go_to(menu, selected - 1);
        break;
    case INPUT_DOWN:
        go_to(menu, selected + 1);
        break;
    case INPUT_PAGE_UP:
        go_to(menu, selected - page);
        break;
    case INPUT_PAGE_DOWN:
        go_to(menu, selected + page);
        break;
    case INPUT_HOME:
        go_to(menu, 0);
        break;
    case INPUT_END:
        go_to(menu, (long)count_of(menu));
        break;
    case INPUT_LEFT:
    case INPUT_BACK_TAB:
        go_to_group(menu, (int)menu->group - 1);
        break;
    case INPUT_RIGHT:
    case KEY_TAB:
        go_to_group(menu, (int)menu->group + 1);
        break;
    case KEY_RETURN:
        return choose(menu);
    case KEY_ESCAPE:
    case INPUT_BACKSPACE:
    case INPUT_F1 + 9:
        menu->is_open = false;
        break;
    default:
        if (key_is_text(key)) {
            go_to_letter(menu, key);
        }
        break;
    }
    return ACTION_NONE;
}

Action menu_mouse(Menu *menu, const Event *event)
{
    if (event->button == MOUSE_WHEEL_UP || event->button == MOUSE_WHEEL_DOWN) {
        go_to(menu, (long)menu->selected + (event->button == MOUSE_WHEEL_UP ? -1 : 1));
        return ACTION_NONE;
    }
    for (int group = 0; event->button == MOUSE_LEFT && event->row == menu->title_row && group < GROUP_COUNT; group++) {
        int left = menu->titles[group].column;
        if (event->column >= left && event->column < left + menu->titles[group].columns) {
            go_to_group(menu, group);
            return ACTION_NONE;
        }
    }
    size_t index = menu->top + (size_t)(event->row - menu->rows.row);
    if (event->button == MOUSE_LEFT && canvas_contains(&menu->rows, event->row, event->column) &&
        index < count_of(menu)) {
        menu->selected = index;
        return choose(menu);
    }
    menu->is_open = false;
    return ACTION_NONE;
}

/* The titles of the groups, the open one in brackets and in sight. */
static void draw_titles(Menu *menu, const Canvas *line)
{
    int first = 0;
    for (;; first++) { /* leave out as many on the left as the open one needs */
        int width = 1;
        for (int group = first; group <= (int)menu->group; group++) {
            width += text_width(action_group_title((ActionGroup)group)) + 2;
        }
        if (width <= line->columns || first == (int)menu->group) {
            break;
        }
    }
    int at = 1;
    for (int group = 0; group < GROUP_COUNT; group++) {
        const char *title = action_group_title((ActionGroup)group);
        int width = text_width(title) + 2;
        bool is_open = group == (int)menu->group;
        menu->titles[group].columns = 0;
        if (group < first || (at + width > line->columns && !is_open)) {
            continue;
        }
        canvas_format(line, 0, at, is_open ? STYLE_TITLE : STYLE_QUIET, is_open ? "[%s]" : " %s ", title);
        menu->titles[group].column = line->column + at;
        menu->titles[group].columns = width;
        at += width;
    }
    menu->title_row = line->row;
}

static void draw_action(const Menu *menu, const KeyMap *keys, int row, size_t index)
{
    Action action = ACTION_NONE;
    char key[24];
    actions_of(menu->group, index, &action);
    bool focused = index == menu->selected;
    int room = menu->rows.columns - HELP_COLUMN - KEY_COLUMNS - 2;
    action_key(keys, action, false, key, sizeof key);
    canvas_text(&menu->rows, row, 0, STYLE_FOCUS, focused ? ">" : " ");
    canvas_field(&menu->rows, row, HELP_COLUMN, room, false, focused ? STYLE_FOCUS : STYLE_NORMAL,
                 action_definition(action)->help);
    canvas_field(&menu->rows, row, HELP_COLUMN + room + 1, KEY_COLUMNS, true, STYLE_KEY, key);
}

void menu_draw(Menu *menu, const Canvas *canvas, const KeyMap *keys)
{
    size_t count = count_of(menu), room = canvas->rows > 3 ? (size_t)canvas->rows - 2 : 1;
    size_t shown = count < room ? count : room;
    int columns = canvas->columns > MENU_COLUMNS_MAX ? MENU_COLUMNS_MAX : canvas->columns;
    for (int row = 0; row < (int)shown + 2; row++) {
        for (int column = 0; column < (row == 0 ? canvas->columns : columns); column++) {
            canvas_text(canvas, row, column, STYLE_NORMAL, " ");
        }
    }
    Canvas line = canvas_part(canvas, 0, 0, 1, canvas->columns);
    draw_titles(menu, &line);
    menu->rows = canvas_part(canvas, 1, 0, (int)shown, columns);
    if (menu->selected < menu->top) {
        menu->top = menu->selected;
    } else if (menu->selected >= menu->top + shown) {
        menu->top = menu->selected - shown + 1;
    }
    menu->top = menu->top + shown > count ? count - shown : menu->top;
    for (size_t row = 0; row < shown; row++) {
        draw_action(menu, keys, (int)row, menu->top + row);
    }
    canvas_repeat(canvas, (int)shown + 1, 0, columns, STYLE_QUIET, GLYPH_HORIZONTAL);
    canvas_cursor(&menu->rows, (int)(menu->selected - menu->top), 0);
}
