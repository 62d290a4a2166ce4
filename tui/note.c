/* The note on an item: a pane to write in, or the user's own editor. */
#include "config.h"

#include "core/editor.h"
#include "core/memory.h"
#include "core/unicode.h"
#include "store/items.h"
#include "store/sheets.h"
#include "tui/explorer-state.h"
#include "tui/terminal.h"
#include "tui/text-edit.h"
#include "tui/views.h"

#include <stdlib.h>
#include <string.h>

#define CONTROL(letter) ((letter)&0x1f)
#define EDIT_COLUMNS_MAX 80

typedef struct NoteView {
    View view;
    TextEdit edit;
    char *item, *item_title;
    char *saved;  /* the note as it is kept; "" where there is none */
    bool leaving; /* the question was answered: the next BACK leaves */
    Canvas area;
} NoteView;

static bool is_changed(const NoteView *note)
{
    return strcmp(text_edit_text(&note->edit), note->saved) != 0;
}

/* What is kept has no blanks at its end; nothing but blanks is no note. The caller owns it. */
static char *trimmed(const char *text)
{
    size_t length = strlen(text);
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\n')) {
        length--;
    }
    return string_copy_bytes(text, length);
}

/* Keeps a note and says so; false, with the reason said, where that fails. */
static bool put_note(Explorer *explorer, const char *item, const char *text)
{
    Error error = {0};
    char *note = trimmed(text);
    bool done = note_put(explorer_store(explorer), item, note, &error);
    if (done) {
        explorer_message(explorer, *note == '\0' ? "The note is taken away." : "The note is kept.");
    }
    explorer_report(explorer, &error);
    free(note);
    return done;
}

static ViewFlags save(NoteView *note)
{
    if (!is_changed(note)) {
        return VIEW_LEAVE;
    }
    return put_note(note->view.explorer, note->item, text_edit_text(&note->edit)) ? VIEW_LEAVE : VIEW_REDRAW;
}

static void answered(void *context, int answer)
{
    NoteView *note = context;
    if (answer == 1 && save(note) != VIEW_LEAVE) {
        return;
    }
    if (answer == 1 || answer == 2) {
        note->leaving = true;
        explorer_run_later(note->view.explorer, ACTION_BACK);
    }
}

static ViewFlags cancel(NoteView *note)
{
    if (!is_changed(note)) {
        return VIEW_LEAVE;
    }
    explorer_ask(note->view.explorer, &(Question){.title = "The note was changed.",
                                                  .answers = (const char *const[]){"Go on writing", "Keep it",
                                                                                   "Throw the changes away", NULL},
                                                  .answered = answered,
                                                  .context = note});
    return VIEW_HANDLED;
}

/* Lends the terminal to the editor. False, with the reason said, where nothing came of it. */
static bool edit_outside(Explorer *explorer, const char *text, char **edited)
{
    Error error = {0};
    if (editor_command() == NULL) {
        explorer_message(explorer, "No editor is set: put its name into VISUAL or EDITOR before gairo starts.");
        return false;
    }
    terminal_lend();
    bool done = editor_run(text, TEXT_EDIT_BYTES_MAX, edited, &error);
    terminal_take_back();
    explorer_report(explorer, &error);
    return done;
}

static ViewFlags edit_here_outside(NoteView *note)
{
    char *edited;
    if (edit_outside(note->view.explorer, text_edit_text(&note->edit), &edited)) {
        text_edit_set(&note->edit, edited);
        free(edited);
    }
    return VIEW_REDRAW;
}

static ViewFlags key(View *view, Key pressed)
{
    NoteView *note = (NoteView *)view;
    switch (pressed) {
    case KEY_ESCAPE:
        return cancel(note);
    case CONTROL('x'):
    case INPUT_F1 + 1:
        return save(note);
    case KEY_WITH_ALT + 'e':
        return edit_here_outside(note);
    default:
        break;
    }
    return text_edit_key(&note->edit, pressed) == EDIT_IGNORED ? VIEW_IGNORED : VIEW_REDRAW;
}

/* What would lead elsewhere asks first: nothing that was written is lost unasked. */
static ViewFlags handle(View *view, Action action, Key pressed)
{
    NoteView *note = (NoteView *)view;
    (void)pressed;
    if (note->leaving) {
        return VIEW_LEAVE;
    }
    return action == ACTION_HELP || action == ACTION_REDRAW ? VIEW_IGNORED : cancel(note);
}

static ViewFlags mouse(View *view, const Event *event)
{
    NoteView *note = (NoteView *)view;
    if (event->button == MOUSE_RIGHT) {
        return cancel(note);
    }
    if (event->button == MOUSE_WHEEL_UP || event->button == MOUSE_WHEEL_DOWN) {
        text_edit_key(&note->edit, event->button == MOUSE_WHEEL_UP ? INPUT_UP : INPUT_DOWN);
        return VIEW_REDRAW;
    }
    if (!canvas_contains(&note->area, event->row, event->column)) {
        return VIEW_HANDLED;
    }
    text_edit_point(&note->edit, event->row - note->area.row, event->column - note->area.column);
    return VIEW_REDRAW;
}

static void draw(View *view, const Canvas *canvas)
{
    NoteView *note = (NoteView *)view;
    int above = canvas->rows > 6 ? 2 : 0;
    int columns = canvas->columns - 4 > EDIT_COLUMNS_MAX ? EDIT_COLUMNS_MAX : canvas->columns - 4;
    if (above > 0) {
        canvas_format(canvas, 0, 2, STYLE_QUIET, "Your note on “%s”", note->item_title);
    }
    note->area = canvas_part(canvas, above, 2, canvas->rows - above, columns);
    text_edit_draw(&note->edit, &note->area);
}

static void title(const View *view, Text *text)
{
    (void)view;
    text_append(text, "Note");
}

static void status(const View *view, Text *text)
{
    const NoteView *note = (const NoteView *)view;
    text_append_format(text, "%s%zu of %u bytes", is_changed(note) ? "changed   " : "", note->edit.text.length,
                       TEXT_EDIT_BYTES_MAX);
}

static const char *item(const View *view)
{
    return ((const NoteView *)view)->item;
}

static void note_free(View *view)
{
    NoteView *note = (NoteView *)view;
    text_edit_free(&note->edit);
    free(note->item);
    free(note->item_title);
    free(note->saved);
    free(note);
}

static const ViewOperations operations = {
    .title = title,
    .status = status,
    .draw = draw,
    .key = key,
    .handle = handle,
    .mouse = mouse,
    .item = item,
    .free = note_free,
    .typed_keys = (const TypedKey[]){{INPUT_F1 + 1, "F2", "keep"},
                                     {KEY_ESCAPE, "Esc", "cancel"},
                                     {KEY_WITH_ALT + 'u', "M-u", "undo"},
                                     {KEY_WITH_ALT + 'r', "M-r", "redo"},
                                     {KEY_WITH_ALT + 'e', "M-e", "your editor"},
                                     {KEY_NONE, NULL, NULL}},
};

static View *note_view_new(Explorer *explorer, const Item *item)
{
    NoteView *note = memory_zeroed(1, sizeof *note);
    view_start(&note->view, &operations, explorer);
    note->item = string_copy(item->id);
    note->item_title = string_copy(item->title);
    note->saved = string_copy(item->note == NULL ? "" : item->note);
    text_edit_set(&note->edit, note->saved);
    return &note->view;
}

void writing_done(Explorer *explorer, const char *text)
{
    Writing *writing = &explorer->writing;
    if (text != NULL) {
        put_note(explorer, writing->item, text);
    }
    free(writing->title);
    free(writing->item);
    free(writing->text);
    *writing = (Writing){0};
}

enum { LINES_LEAVE, LINES_ADD, LINES_ANEW, LINES_TAKE_AWAY };

static void lines_answered(void *context, int answer)
{
    Explorer *explorer = context;
    Writing *writing = &explorer->writing;
    if (answer == LINES_TAKE_AWAY) {
        writing_done(explorer, "");
    } else if (answer != LINES_ADD && answer != LINES_ANEW) {
        writing_done(explorer, NULL);
        explorer_message(explorer, "The note is as it was.");
    } else {
        writing->is_open = true;
        if (answer == LINES_ANEW) {
            free(writing->text);
            writing->text = NULL;
        }
    }
}

/* Without a screen it is written line by line; where there is a note already, what becomes of it is asked first. */
static void write_in_lines(Explorer *explorer, const Item *item)
{
    writing_done(explorer, NULL);
    explorer->writing = (Writing){.title = string_format("Your note on “%s”", item->title),
                                  .item = string_copy(item->id),
                                  .text = string_copy(item->note)};
    if (item->note == NULL || *item->note == '\0') {
        explorer->writing.is_open = true;
        return;
    }
    static const char *const answers[] = {"Leave it as it is", "Add to it", "Write it anew", "Take it away", NULL};
    explorer_ask(explorer, &(Question){.title = explorer->writing.title,
                                       .text = item->note,
                                       .answers = answers,
                                       .answered = lines_answered,
                                       .context = explorer});
}

void note_start(Explorer *explorer, const char *item, bool outside)
{
    Error error = {0};
    if (item == NULL) {
        explorer_message(explorer, "There is nothing here to write about; open or focus an item first.");
        return;
    }
    Item *loaded = item_load(explorer_store(explorer), item, &error);
    if (loaded == NULL) {
        explorer_report(explorer, &error);
        return;
    }
    char *edited;
    if (!outside && explorer->plain) {
        write_in_lines(explorer, loaded);
    } else if (!outside) {
        explorer_open(explorer, note_view_new(explorer, loaded));
    } else if (edit_outside(explorer, loaded->note, &edited)) {
        if (string_compare(edited, loaded->note == NULL ? "" : loaded->note) != 0) {
            put_note(explorer, loaded->id, edited);
        }
        free(edited);
    }
    item_free(loaded);
}
