#include "config.h"

#include "tui/dialog.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <stdlib.h>

/* The keys of the answers, in their order: not those that move in a dialog, leave it or begin a sequence. */
static const char answer_keys[] = "1234567890abcdefinorstuvwxy";
#define ANSWER_KEYS (sizeof answer_keys - 1)

void dialog_open(Dialog *dialog, const Question *question)
{
    dialog_free(dialog);
    dialog->title = string_copy(question->title);
    dialog->text = string_copy(question->text);
    for (size_t i = 0; i < DIALOG_ANSWERS_MAX && question->answers[i] != NULL; i++) {
        dialog->answers[dialog->answer_count++] = string_copy(question->answers[i]);
    }
    dialog->selected = question->selected < dialog->answer_count ? question->selected : 0;
    dialog->again = question->again;
    dialog->call = question->call;
    dialog->answered = question->answered;
    dialog->context = question->context;
    dialog->is_open = true;
}

void dialog_free(Dialog *dialog)
{
    free(dialog->title);
    free(dialog->text);
    for (size_t i = 0; i < dialog->answer_count; i++) {
        free(dialog->answers[i]);
    }
    *dialog = (Dialog){0};
}

void dialog_close(Dialog *dialog, int answer)
{
    void (*answered)(void *context, int answer) = dialog->answered;
    void *context = dialog->context;
    /* Closed first: the asker may ask the next question. */
    dialog_free(dialog);
    if (answered != NULL) {
        answered(context, answer);
    }
}

void dialog_handle(Dialog *dialog, Action action, Key key)
{
    if (action != ACTION_NONE && action == dialog->again) {
        dialog_close(dialog, (int)dialog->selected);
        return;
    }
    for (size_t i = 0; i < ANSWER_KEYS && i < dialog->answer_count; i++) {
        if (key == (Key)answer_keys[i]) {
            dialog_close(dialog, (int)i);
            return;
        }
    }
    switch (action) {
    case ACTION_UP:
    case ACTION_PREVIOUS_PANE:
        dialog->selected -= dialog->selected > 0;
        break;
    case ACTION_DOWN:
    case ACTION_NEXT_PANE:
        dialog->selected += dialog->selected + 1 < dialog->answer_count;
        break;
    case ACTION_FIRST:
    case ACTION_PAGE_UP:
        dialog->selected = 0;
        break;
    case ACTION_LAST:
    case ACTION_PAGE_DOWN:
        dialog->selected = dialog->answer_count - 1;
        break;
    case ACTION_OPEN:
    case ACTION_RIGHT:
        dialog_close(dialog, (int)dialog->selected);
        break;
    case ACTION_BACK:
    case ACTION_LEFT:
        dialog_close(dialog, -1);
        break;
    default:
        break;
    }
}

void dialog_mouse(Dialog *dialog, const Event *event)
{
    if (event->button == MOUSE_RIGHT) {
        dialog_close(dialog, -1);
    } else if (event->button == MOUSE_WHEEL_UP) {
        dialog_handle(dialog, ACTION_UP, KEY_NONE);
    } else if (event->button == MOUSE_WHEEL_DOWN) {
        dialog_handle(dialog, ACTION_DOWN, KEY_NONE);
    } else if (event->button == MOUSE_LEFT && canvas_contains(&dialog->area, event->row, event->column)) {
        size_t index = dialog->top + (size_t)(event->row - dialog->area.row);
        if (index < dialog->answer_count) {
            dialog_close(dialog, (int)index);
        }
    }
}

static void blank(const Canvas *canvas)
{
    for (int row = 0; row < canvas->rows; row++) {
        for (int column = 0; column < canvas->columns; column++) {
            canvas_text(canvas, row, column, STYLE_NORMAL, " ");
        }
    }
}

/* Draws the answers, scrolled so that the selected one is seen. */
static void draw_answers(Dialog *dialog)
{
    size_t rows = dialog->area.rows > 0 ? (size_t)dialog->area.rows : 1;
    if (dialog->selected < dialog->top) {
        dialog->top = dialog->selected;
    } else if (dialog->selected >= dialog->top + rows) {
        dialog->top = dialog->selected - rows + 1;
    }
    if (dialog->top + rows > dialog->answer_count) {
        dialog->top = dialog->answer_count > rows ? dialog->answer_count - rows : 0;
    }
    for (size_t row = 0; row < rows && dialog->top + row < dialog->answer_count; row++) {
        size_t index = dialog->top + row;
        bool focused = index == dialog->selected;
        canvas_text(&dialog->area, (int)row, 0, STYLE_FOCUS, focused ? ">" : " ");
        if (index < ANSWER_KEYS) {
            canvas_format(&dialog->area, (int)row, 2, STYLE_QUIET, "%c", answer_keys[index]);
        }
        canvas_text(&dialog->area, (int)row, 5, focused ? STYLE_FOCUS : STYLE_NORMAL, dialog->answers[index]);
    }
    canvas_cursor(&dialog->area, (int)(dialog->selected - dialog->top), 0);
}

void dialog_draw(Dialog *dialog, const Canvas *canvas)
{
    char *shown = display_text(dialog->text, SANITISE_LINES);
    WrappedText lines = {0};
    if (*shown != '\0') {
        lines = dialog->call ? text_wrap_at_blanks(shown, canvas->columns - 4) : text_wrap(shown, canvas->columns - 4);
    }
    /* Around the answers: a rule, the title and a row below. The answers come first, then the text. */
    int room = canvas->rows - 3, answers = (int)dialog->answer_count, text_rows = (int)lines.count;
    answers = answers > room ? room : answers;
    if (text_rows > 0 && answers + text_rows + 1 > room) {
        text_rows = room > answers ? room - answers - 1 : 0;
    }
    int text_and_gap = text_rows > 0 ? text_rows + 1 : 0, height = 3 + answers + text_and_gap;
    Canvas area = canvas_part(canvas, canvas->rows > height ? canvas->rows - height : 0, 0, height, canvas->columns);
    blank(&area);
    canvas_repeat(&area, 0, 0, area.columns, STYLE_QUIET, GLYPH_HORIZONTAL);
    canvas_text(&area, 1, 2, STYLE_TITLE, dialog->title);
    for (int i = 0; i < text_rows; i++) {
        canvas_text(&area, 2 + i, 2, STYLE_NORMAL, lines.lines[i]);
    }
    dialog->area = canvas_part(&area, 2 + text_and_gap, 0, answers, area.columns);
    draw_answers(dialog);
    wrapped_text_free(&lines);
    free(shown);
}
