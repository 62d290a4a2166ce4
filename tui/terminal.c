#include "config.h"

#include "tui/terminal.h"
#include "core/memory.h"
#include "tui/looks.h"
#include "tui/terminal-curses.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The one terminal. */
static struct {
    SCREEN *screen;
    bool color, ascii;
    bool repaint; /* the next flush sends everything */
    int cursor_row, cursor_column;
    bool cursor_hidden;
    attr_t attributes[STYLE_COUNT];
    short pairs[STYLE_COUNT];
} terminal;

static const char *const glyphs_utf8[GLYPH_COUNT] = {
    [GLYPH_BAR] = "█",        [GLYPH_BAR_MEDIUM] = "▒", [GLYPH_BAR_LIGHT] = "░", [GLYPH_VERTICAL] = "│",
    [GLYPH_HORIZONTAL] = "─", [GLYPH_PATH] = "›",       [GLYPH_DOT] = "·",       [GLYPH_DASH] = "–",
    [GLYPH_UP] = "↑",         [GLYPH_DOWN] = "↓",       [GLYPH_BASKET] = "+",    [GLYPH_ELLIPSIS] = "…",
    [GLYPH_BRANCH] = "├",     [GLYPH_LAST_BRANCH] = "└", [GLYPH_FOLDED] = "▸",    [GLYPH_UNFOLDED] = "▾",
    [GLYPH_SHADE_1] = "░",    [GLYPH_SHADE_2] = "▒",    [GLYPH_SHADE_3] = "▓",   [GLYPH_SHADE_4] = "█",
    [GLYPH_POINT] = "•",      [GLYPH_POINTS] = "●",     [GLYPH_DIFFERS] = "≠",   [GLYPH_QUESTION] = "?",   [GLYPH_LESS] = "‹",
    [GLYPH_MORE] = "›",
};

static const char *const glyphs_ascii[GLYPH_COUNT] = {
    [GLYPH_BAR] = "#",        [GLYPH_BAR_MEDIUM] = "=", [GLYPH_BAR_LIGHT] = ".", [GLYPH_VERTICAL] = "|",
    [GLYPH_HORIZONTAL] = "-", [GLYPH_PATH] = ">",       [GLYPH_DOT] = "-",       [GLYPH_DASH] = "-",
    [GLYPH_UP] = "^",         [GLYPH_DOWN] = "v",       [GLYPH_BASKET] = "+",    [GLYPH_ELLIPSIS] = "~",
    [GLYPH_BRANCH] = "|",     [GLYPH_LAST_BRANCH] = "`", [GLYPH_FOLDED] = "+",    [GLYPH_UNFOLDED] = "-",
    [GLYPH_SHADE_1] = ".",    [GLYPH_SHADE_2] = ":",    [GLYPH_SHADE_3] = "%",   [GLYPH_SHADE_4] = "#",
    [GLYPH_POINT] = "o",      [GLYPH_POINTS] = "O",     [GLYPH_DIFFERS] = "!",   [GLYPH_QUESTION] = "?",   [GLYPH_LESS] = "<",
    [GLYPH_MORE] = ">",
};

const char *glyph(Glyph name)
{
    return terminal_is_utf8() && !terminal.ascii ? glyphs_utf8[name] : glyphs_ascii[name];
}

static bool check_descriptor(int descriptor, const char *name, Error *error)
{
    if (fcntl(descriptor, F_GETFD) == -1 && errno == EBADF) {
        error_set(error, ERROR_IO, "%s is closed; the explorer needs a terminal there", name);
        return false;
    }
    if (!isatty(descriptor)) {
        error_set(error, ERROR_IO, "%s is no terminal; the explorer needs one there", name);
        return false;
    }
    return true;
}

/* The colour of a look among as many as the terminal has. */
static short colour_of(const Look *look)
{
    return COLORS >= 256 ? look->many : COLORS >= 16 ? look->some : look->few;
}

/* The ground of a theme that paints it: black, the one of the cube where there is one, since the palette's may be
 * another colour. */
static short ground_of(const ThemeDefinition *theme)
{
    return !theme->paints ? -1 : COLORS >= 256 ? 16 : COLOR_BLACK;
}

void terminal_set_theme(Theme theme)
{
    const ThemeDefinition *definition = theme_definition(terminal.color ? theme : THEME_NONE);
    bool coloured = terminal.color && theme != THEME_NONE;
    short ground = coloured ? ground_of(definition) : -1;
    if (terminal.color) {
        assume_default_colors(coloured ? colour_of(&definition->looks[STYLE_NORMAL]) : -1, ground);
    }
    for (int i = 0; i < STYLE_COUNT; i++) {
        const Look *look = &definition->looks[i];
        short foreground = coloured ? colour_of(look) : -1;
        terminal.attributes[i] = (look->bold ? A_BOLD : 0) | (look->underlined ? A_UNDERLINE : 0);
        terminal.pairs[i] = 0;
        if (foreground >= 0 && i < COLOR_PAIRS && init_pair((short)i, foreground, ground) == OK) {
            terminal.pairs[i] = (short)i;
        }
    }
    terminal_repaint();
}

void terminal_set_ascii(bool ascii)
{
    terminal.ascii = ascii;
}

bool terminal_has_color(void)
{
    return terminal.color;
}

/* Outside UTF-8 curses repeats characters with a sequence (REP) that many terminals promise and some emulators lack. It
 * takes the locale for UTF-8 while it sets itself up, and lets that be. */
static SCREEN *open_screen(void)
{
    char *locale = string_copy(setlocale(LC_CTYPE, NULL));
    setlocale(LC_CTYPE, "C.UTF-8");
    SCREEN *screen = newterm(NULL, stdout, stdin);
    if (locale != NULL) {
        setlocale(LC_CTYPE, locale);
    }
    free(locale);
    return screen;
}

bool terminal_start(const TerminalOptions *options, Error *error)
{
    if (!check_descriptor(STDIN_FILENO, "standard input", error) ||
        !check_descriptor(STDOUT_FILENO, "standard output", error) || !terminal_type_check(error)) {
        return false;
    }
    terminal_catch_signals();
    terminal.screen = open_screen();
    if (terminal.screen == NULL) {
        terminal_release_signals();
        error_set(error, ERROR_UNSUPPORTED, "the terminal '%s' (TERM) cannot be used for the explorer", getenv("TERM"));
        return false;
    }
    set_term(terminal.screen);
    cbreak();
    noecho();
    nonl();
    curs_set(1);
    leaveok(stdscr, FALSE);
    terminal.repaint = true;
    terminal.ascii = options->ascii;
    terminal.color = options->color && has_colors() && start_color() == OK;
    terminal_set_theme(options->theme);
    terminal_input_start();
    terminal_set_mouse(options->mouse);
    return true;
}

void terminal_stop(void)
{
    if (terminal.screen == NULL) {
        return;
    }
    terminal_input_stop();
    endwin();
    delscreen(terminal.screen);
    terminal_release_signals();
    terminal.screen = NULL;
}

void terminal_lend(void)
{
    if (terminal.screen == NULL) {
        return; /* the plain mode has none */
    }
    terminal_input_stop();
    endwin();
    fflush(stdout);
}

void terminal_take_back(void)
{
    if (terminal.screen == NULL) {
        return;
    }
    refresh(); /* back to the modes and the screen of before */
    terminal_input_start();
    terminal_repaint();
}

void terminal_size(int *rows, int *columns)
{
    *rows = 24;
    *columns = 80;
    if (terminal.screen != NULL) {
        getmaxyx(stdscr, *rows, *columns);
    }
}

bool terminal_is_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

void terminal_erase(void)
{
    erase();
}

void terminal_put(int row, int column, const char *text, Style style)
{
    int rows, columns;
    terminal_size(&rows, &columns);
    if (row < 0 || row >= rows || column < 0 || column >= columns) {
        return;
    }
    attr_set(terminal.attributes[style], terminal.pairs[style], NULL);
    mvaddnstr(row, column, text, -1);
    attr_set(A_NORMAL, 0, NULL);
}

void terminal_place_cursor(int row, int column)
{
    terminal.cursor_row = row;
    terminal.cursor_column = column;
    terminal.cursor_hidden = false;
}

void terminal_hide_cursor(void)
{
    terminal.cursor_hidden = true;
}

/* Where three or more rows seem to have moved, curses scrolls a region of the screen, and there is no way to tell it
 * not to. Panes side by side do not move as one, and emulators that lack the sequence (xterm's SU and SD) keep old
 * letters standing. So it gets the rows two by two, and the cursor last. */
static void send_rows(void)
{
    int rows, columns;
    terminal_size(&rows, &columns);
    leaveok(stdscr, TRUE);
    for (int row = 0; row < rows; row += 2) {
        wtouchln(stdscr, 0, rows, 0);
        wtouchln(stdscr, row, row + 1 < rows ? 2 : 1, 1);
        refresh();
    }
    leaveok(stdscr, FALSE);
}

void terminal_flush(void)
{
    if (terminal.repaint) {
        terminal_type_scroll_all(getmaxy(stdscr)); /* curses clears the screen next, and says where its cursor is */
    } else {
        send_rows();
    }
    terminal.repaint = false;
    curs_set(terminal.cursor_hidden ? 0 : 1);
    move(terminal.cursor_row, terminal.cursor_column);
    refresh();
}

void terminal_repaint(void)
{
    if (terminal.screen != NULL) {
        clearok(curscr, TRUE);
    }
    terminal.repaint = true;
}
