/* The line that is edited in the place of the line of keys. */
#ifndef GAIRO_TUI_PROMPT_H
#define GAIRO_TUI_PROMPT_H

#include "tui/explorer.h"
#include "tui/line-edit.h"

#include <stdbool.h>

/* Starts zeroed: closed. */
typedef struct PromptLine {
    bool is_open;
    Prompt prompt; /* its strings are not used after prompt_open() */
    char *label;
    LineEdit edit;
} PromptLine;

void prompt_open(PromptLine *line, const Prompt *prompt);
/* False for keys that do not edit it: they are for the view. */
bool prompt_key(PromptLine *line, Key key);
/* Answers it with text (NULL: with what is in it), as if that had been typed and Enter pressed. */
void prompt_answer(PromptLine *line, const char *text);
void prompt_draw(const PromptLine *line, const Canvas *canvas, int row);
void prompt_free(PromptLine *line);

#endif
