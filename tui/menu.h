/* The menu: the table of actions by group, over the screen. */
#ifndef GAIRO_TUI_MENU_H
#define GAIRO_TUI_MENU_H

#include "tui/canvas.h"
#include "tui/keymap.h"
#include "tui/terminal.h"

#include <stdbool.h>
#include <stddef.h>

/* Starts zeroed: closed. */
typedef struct Menu {
    bool is_open;
    ActionGroup group;
    size_t selected; /* among the group's actions */
    size_t top;      /* the first one shown */
    Canvas rows;     /* of the actions shown, when last drawn */
    int title_row;   /* on the screen */
    struct {
        int column, columns;
    } titles[GROUP_COUNT]; /* on the screen; columns 0: not shown */
} Menu;

void menu_open(Menu *menu);
/* Arrows, Tab, Home, End and letters move, Enter chooses, Esc, Backspace, F10 and q at no letter close. Every key is
 * the menu's while it is open. Returns what was chosen, the menu being closed then, or ACTION_NONE. */
Action menu_key(Menu *menu, Key key);
/* A click on a title opens that group, one on an action chooses it, one beside the menu closes it; the wheel moves. */
Action menu_mouse(Menu *menu, const Event *event);
/* Draws it at the top of canvas and rests the cursor on the selected action. */
void menu_draw(Menu *menu, const Canvas *canvas, const KeyMap *keys);

#endif
