/* Handing on what is on the screen: to the clipboard, to the browser, to a shell, to a file. */
#ifndef GAIRO_TUI_SHARING_H
#define GAIRO_TUI_SHARING_H

#include "tui/explorer.h"

#include <stdbool.h>
#include <stddef.h>

#define SHARING_CHOICES_MAX 16

/* What the open question is about. Starts zeroed; owns its strings. */
typedef struct Sharing {
    Explorer *explorer;
    bool to_terminal;                 /* there is a terminal whose clipboard can be set */
    char *texts[SHARING_CHOICES_MAX]; /* that the answers stand for */
    size_t count;
} Sharing;

/* Asks what to copy, of view and its focused item, and copies it. */
void sharing_copy(Sharing *sharing, Explorer *explorer, const View *view, bool to_terminal);
/* Shows the links of the focused item in full and opens the one that is chosen. */
void sharing_open_link(Sharing *sharing, Explorer *explorer, const View *view);
/* Shows the gairo call that gives what the view shows. */
void sharing_show_command(Sharing *sharing, Explorer *explorer, const View *view, bool to_terminal);
void sharing_free(Sharing *sharing);

/* Why a link is not opened: it is neither http nor https, has no host, or holds anything but printable ASCII
 * characters. NULL: it is good. Static storage. */
const char *link_fault(const char *url);

#endif
