/* What is the user's own: marks, notes, undoing. */
#ifndef GAIRO_TUI_OWN_H
#define GAIRO_TUI_OWN_H

#include "tui/explorer.h"

/* Does what an action on the user's own things stands for, item being what has the focus (NULL: nothing); false where it
 * is none. */
bool own_action(Explorer *explorer, Action action, const char *item);

#endif
