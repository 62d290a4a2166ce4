/* A question with answers, drawn over the lower part of the screen. */
#ifndef GAIRO_TUI_DIALOG_H
#define GAIRO_TUI_DIALOG_H

#include "tui/explorer.h"

#include <stdbool.h>
#include <stddef.h>

#define DIALOG_ANSWERS_MAX 100

/* Starts zeroed: closed. Owns its strings. */
typedef struct Dialog {
    bool is_open;
    char *title;
    char *text;
    char *answers[DIALOG_ANSWERS_MAX];
    size_t answer_count;
    size_t selected;
    Action again; /* as in the question */
    bool call;
    size_t top; /* the first answer shown */
    void (*answered)(void *context, int answer);
    void *context;
    Canvas area; /* of the answers shown, when last drawn */
} Dialog;

/* Opens it with copies of the question's strings. */
void dialog_open(Dialog *dialog, const Question *question);
/* Closes it and tells the asker; -1: backed out. */
void dialog_close(Dialog *dialog, int answer);
/* Every action belongs to an open dialog. */
void dialog_handle(Dialog *dialog, Action action, Key key);
void dialog_mouse(Dialog *dialog, const Event *event);
/* Draws it at the bottom of canvas and rests the cursor on the selected answer. */
void dialog_draw(Dialog *dialog, const Canvas *canvas);
/* Releases it without telling anybody. */
void dialog_free(Dialog *dialog);

#endif
