#include "config.h"

#include "tui/prompt.h"

#include "core/memory.h"

#include <stdlib.h>

void prompt_open(PromptLine *line, const Prompt *prompt)
{
    prompt_free(line);
    line->prompt = *prompt;
    line->label = string_copy(prompt->label);
    line_edit_set(&line->edit, prompt->text);
    line->is_open = true;
}

void prompt_free(PromptLine *line)
{
    free(line->label);
    line_edit_free(&line->edit);
    *line = (PromptLine){0};
}

/* Closes it first, so that the asker may open the next one. */
static void close_with(PromptLine *line, void (*tell)(void *context, const char *text))
{
    void *context = line->prompt.context;
    char *text = string_copy(line_edit_text(&line->edit));
    prompt_free(line);
    if (tell != NULL) {
        tell(context, text);
    }
    free(text);
}

void prompt_answer(PromptLine *line, const char *text)
{
    if (text != NULL) {
        line_edit_set(&line->edit, text);
        if (line->prompt.changed != NULL) {
            line->prompt.changed(line->prompt.context, line_edit_text(&line->edit));
        }
    }
    close_with(line, line->prompt.accepted);
}

bool prompt_key(PromptLine *line, Key key)
{
    if (key == KEY_RETURN) {
        close_with(line, line->prompt.accepted);
        return true;
    }
    if (key == KEY_ESCAPE) {
        void (*cancelled)(void *context) = line->prompt.cancelled;
        void *context = line->prompt.context;
        prompt_free(line);
        if (cancelled != NULL) {
            cancelled(context);
        }
        return true;
    }
    switch (line_edit_key(&line->edit, key)) {
    case EDIT_CHANGED:
        if (line->prompt.changed != NULL) {
            line->prompt.changed(line->prompt.context, line_edit_text(&line->edit));
        }
        return true;
    case EDIT_MOVED:
        return true;
    case EDIT_IGNORED:
        break;
    }
    return false;
}

/* What is typed has half of the line at least: a longer label is cut. */
void prompt_draw(const PromptLine *line, const Canvas *canvas, int row)
{
    Canvas room = canvas_part(canvas, row, 2, 1, canvas->columns - canvas->columns / 2 - 4);
    int width = canvas_text(&room, 0, 0, STYLE_TITLE, line->label);
    canvas_text(canvas, row, 2 + width, STYLE_TITLE, ": ");
    line_edit_draw(&line->edit, canvas, row, 4 + width);
}
