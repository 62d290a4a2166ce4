/* Looking at the cells, and typing. */
#include "config.h"

#include "tests/screen/harness-state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name, *bytes;
} keys_by_name[] = {
    {"Enter", "\r"},         {"Tab", "\t"},           {"BackTab", "\033[Z"},    {"Esc", "\033"},
    {"Space", " "},          {"Backspace", "\177"},   {"Del", "\033[3~"},       {"Up", "\033OA"},
    {"Down", "\033OB"},      {"Right", "\033OC"},     {"Left", "\033OD"},       {"Home", "\033OH"},
    {"End", "\033OF"},       {"PgUp", "\033[5~"},     {"PgDn", "\033[6~"},      {"F1", "\033OP"},
    {"F2", "\033OQ"},        {"F3", "\033OR"},        {"F4", "\033OS"},         {"F5", "\033[15~"},
    {"F6", "\033[17~"},      {"F7", "\033[18~"},      {"F8", "\033[19~"},       {"F9", "\033[20~"},
    {"F10", "\033[21~"},     {"M-Left", "\033[1;3D"}, {"M-Right", "\033[1;3C"}, {"M-Up", "\033[1;3A"},
    {"M-Down", "\033[1;3B"},
};

static void send_one(Screen *screen, const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof keys_by_name / sizeof *keys_by_name; i++) {
        if (strlen(keys_by_name[i].name) == length && memcmp(keys_by_name[i].name, name, length) == 0) {
            screen_write(screen, keys_by_name[i].bytes, strlen(keys_by_name[i].bytes));
            return;
        }
    }
    if (length == 3 && memcmp(name, "C-", 2) == 0) {
        char control = (char)(name[2] & 0x1f);
        screen_write(screen, &control, 1);
    } else if (length == 3 && memcmp(name, "M-", 2) == 0) {
        char alt[2] = {'\033', name[2]};
        screen_write(screen, alt, 2);
    } else {
        screen_write(screen, name, length);
    }
}

void screen_send(Screen *screen, const char *keys)
{
    for (keys += strspn(keys, " "); *keys != '\0'; keys += strspn(keys, " ")) {
        size_t length = strcspn(keys, " ");
        send_one(screen, keys, length);
        keys += length;
    }
}

void screen_type(Screen *screen, const char *keys)
{
    /* One key at a time: Esc and what follows at once would be Alt. */
    for (keys += strspn(keys, " "); *keys != '\0'; keys += strspn(keys, " ")) {
        size_t length = strcspn(keys, " ");
        bool is_escape = length == 3 && memcmp(keys, "Esc", 3) == 0;
        send_one(screen, keys, length);
        keys += length;
        if (is_escape) {
            screen_settle(screen);
        }
    }
    screen_settle(screen);
}

void screen_press(Screen *screen, int button, int row, int column)
{
    char bytes[64];
    int code = button <= 3 ? button - 1 : 64 + button - 4;
    snprintf(bytes, sizeof bytes, "\033[<%d;%d;%dM", code, column + 1, row + 1);
    screen_write(screen, bytes, strlen(bytes));
    if (button <= 3) {
        snprintf(bytes, sizeof bytes, "\033[<%d;%d;%dm", code, column + 1, row + 1);
        screen_settle(screen); /* fingers are slower than programs */
        screen_write(screen, bytes, strlen(bytes));
    }
}

void screen_click(Screen *screen, int button, int row, int column)
{
    screen_press(screen, button, row, column);
    screen_settle(screen);
}

void screen_size(const Screen *screen, int *rows, int *columns)
{
    *rows = screen->rows;
    *columns = screen->columns;
}

void screen_cursor(const Screen *screen, int *row, int *column)
{
    VTermPos position;
    vterm_state_get_cursorpos(vterm_obtain_state(screen->terminal), &position);
    *row = position.row;
    *column = position.col;
}

bool screen_cursor_is_visible(const Screen *screen)
{
    return screen->cursor_visible;
}

static size_t encode(uint32_t character, char *bytes)
{
    if (character < 0x80) {
        bytes[0] = (char)character;
        return 1;
    }
    if (character < 0x800) {
        bytes[0] = (char)(0xc0 | character >> 6);
        bytes[1] = (char)(0x80 | (character & 0x3f));
        return 2;
    }
    if (character < 0x10000) {
        bytes[0] = (char)(0xe0 | character >> 12);
        bytes[1] = (char)(0x80 | (character >> 6 & 0x3f));
        bytes[2] = (char)(0x80 | (character & 0x3f));
        return 3;
    }
    bytes[0] = (char)(0xf0 | character >> 18);
    bytes[1] = (char)(0x80 | (character >> 12 & 0x3f));
    bytes[2] = (char)(0x80 | (character >> 6 & 0x3f));
    bytes[3] = (char)(0x80 | (character & 0x3f));
    return 4;
}

/* Writes a cell's characters; a blank cell is a blank, the right half of a wide character nothing. */
static size_t cell_text(const Screen *screen, int row, int column, char *bytes)
{
    VTermScreenCell cell;
    size_t length = 0;
    if (!vterm_screen_get_cell(screen->cells, (VTermPos){row, column}, &cell) || cell.chars[0] == 0) {
        bytes[0] = ' ';
        return 1;
    }
    if (cell.chars[0] == (uint32_t)-1) {
        return 0;
    }
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0; i++) {
        length += encode(cell.chars[i], bytes + length);
    }
    return length;
}

char *screen_row(const Screen *screen, int row)
{
    char *text = malloc((size_t)screen->columns * VTERM_MAX_CHARS_PER_CELL * 4 + 1);
    size_t length = 0;
    for (int column = 0; column < screen->columns; column++) {
        length += cell_text(screen, row, column, text + length);
    }
    while (length > 0 && text[length - 1] == ' ') {
        length--;
    }
    text[length] = '\0';
    return text;
}

char *screen_text(const Screen *screen)
{
    char *text = calloc(1, 1);
    size_t length = 0;
    for (int row = 0; row < screen->rows; row++) {
        char *line = screen_row(screen, row);
        size_t added = strlen(line);
        text = realloc(text, length + added + 2);
        memcpy(text + length, line, added);
        length += added;
        text[length++] = '\n';
        text[length] = '\0';
        free(line);
    }
    return text;
}

bool screen_find(const Screen *screen, const char *text, int *row, int *column)
{
    char bytes[VTERM_MAX_CHARS_PER_CELL * 4 + 1];
    for (int line = 0; line < screen->rows; line++) {
        char *content = screen_row(screen, line);
        const char *found = strstr(content, text);
        size_t offset = found == NULL ? 0 : (size_t)(found - content);
        free(content);
        if (found == NULL) {
            continue;
        }
        int at = 0;
        for (size_t passed = 0; passed < offset; at++) {
            passed += cell_text(screen, line, at, bytes);
        }
        if (row != NULL) {
            *row = line;
        }
        if (column != NULL) {
            *column = at;
        }
        return true;
    }
    return false;
}

bool screen_cell_is(const Screen *screen, int row, int column, const char *character)
{
    char bytes[VTERM_MAX_CHARS_PER_CELL * 4 + 1];
    bytes[cell_text(screen, row, column, bytes)] = '\0';
    return strcmp(bytes, character) == 0;
}

bool screen_is_painted(const Screen *screen)
{
    for (int row = 0; row < screen->rows; row++) {
        for (int column = 0; column < screen->columns; column++) {
            VTermScreenCell cell;
            if (!vterm_screen_get_cell(screen->cells, (VTermPos){row, column}, &cell) ||
                VTERM_COLOR_IS_DEFAULT_BG(&cell.bg)) {
                return false;
            }
        }
    }
    return true;
}

bool screen_cell_is_bold(const Screen *screen, int row, int column)
{
    VTermScreenCell cell;
    return vterm_screen_get_cell(screen->cells, (VTermPos){row, column}, &cell) && cell.attrs.bold;
}

const char *screen_output(const Screen *screen, size_t *length)
{
    *length = screen->output_length;
    return screen->output == NULL ? "" : screen->output;
}

void screen_forget_output(Screen *screen)
{
    screen->output_length = 0;
}

/* True for an SGR parameter list that sets a colour: 30-38, 40-48, 90-97, 100-107. */
static bool sets_colour(const char *parameters)
{
    for (;;) {
        long number = strtol(parameters, (char **)&parameters, 10);
        if ((number >= 30 && number <= 38) || (number >= 40 && number <= 48) || (number >= 90 && number <= 107)) {
            return true;
        }
        if (*parameters != ';') {
            return false;
        }
        parameters++;
    }
}

bool screen_output_has_colour(const Screen *screen)
{
    for (size_t i = 0; i + 2 < screen->output_length; i++) {
        const char *start = screen->output + i;
        if (start[0] == '\033' && start[1] == '[') {
            size_t length = strspn(start + 2, "0123456789;");
            if (start[2 + length] == 'm' && length > 0 && sets_colour(start + 2)) {
                return true;
            }
        }
    }
    return false;
}

pid_t screen_process(const Screen *screen)
{
    return screen->process;
}

/* Under load a program may look at rest and not be: so what is expected is waited for, and only what is still missing
 * at the deadline is a fault. */
void screen_check(Screen *screen, bool at_focus)
{
    int row, column;
    long long end = 0;
    do {
        screen_cursor(screen, &row, &column);
    } while ((!screen->cursor_visible || (at_focus && !screen_cell_is(screen, row, column, ">"))) &&
             screen_wait_more(screen, &end));
    if (!screen->cursor_visible) {
        screen_fail(screen, __FILE__, __LINE__, "the cursor is not visible");
    }
    if (at_focus && !screen_cell_is(screen, row, column, ">")) {
        char message[80];
        snprintf(message, sizeof message, "the cursor (row %d, column %d) is not on the focus", row, column);
        screen_fail(screen, __FILE__, __LINE__, message);
    }
}

void screen_expect_at(Screen *screen, const char *text, const char *file, int line)
{
    long long end = 0;
    while (!screen_find(screen, text, NULL, NULL) && screen_wait_more(screen, &end)) {
    }
    if (!screen_find(screen, text, NULL, NULL)) {
        print_error("expected on the screen: %s\n", text);
        screen_fail(screen, file, line, "");
    }
}

void screen_expect_not_at(Screen *screen, const char *text, const char *file, int line)
{
    long long end = 0;
    while (screen_find(screen, text, NULL, NULL) && screen_wait_more(screen, &end)) {
    }
    if (screen_find(screen, text, NULL, NULL)) {
        print_error("not expected on the screen: %s\n", text);
        screen_fail(screen, file, line, "");
    }
}
