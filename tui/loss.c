#include "config.h"

#include "tui/loss.h"

#include "core/memory.h"
#include "core/unicode.h"
#include "tui/explorer-state.h"

#include <stdlib.h>
#include <time.h>

#define LOOKS_EVERY_MILLISECONDS 500
#define WAITS_UNSEEN_MILLISECONDS 100 /* commits of other programs are shorter */
#define WAITS_MILLISECONDS 2000
#define WAITS_AT_END_MILLISECONDS 300
#define PAUSE_MILLISECONDS 10

static void sleep_a_little(void)
{
    nanosleep(&(struct timespec){.tv_nsec = PAUSE_MILLISECONDS * 1000000L}, NULL);
}

bool loss_wait(void *context, long waited)
{
    Explorer *explorer = context;
    Event event;
    if (explorer->lost.locked || waited >= WAITS_MILLISECONDS) {
        return false;
    }
    if (waited < WAITS_UNSEEN_MILLISECONDS) {
        sleep_a_little();
        return true;
    }
    chrome_draw_waiting();
    explorer->redraw = true;
    terminal_wait(&event, PAUSE_MILLISECONDS);
    if (event.type == EVENT_NONE) {
        return true;
    }
    terminal_put_back(&event);
    return false;
}

bool loss_wait_at_end(void *context, long waited)
{
    (void)context;
    sleep_a_little();
    return waited < WAITS_AT_END_MILLISECONDS;
}

/* All is asked for anew, from the file that is there now. */
static void back_again(Explorer *explorer, const char *message)
{
    explorer->lost = (LossWatch){0};
    explorer->basket_generation = -1;
    history_forget_generations(&explorer->history);
    explorer_message(explorer, "%s", message);
}

static void open_what_is_there(Explorer *explorer)
{
    Error error = {0};
    if (store_reopen(explorer->store, &error)) {
        back_again(explorer, "Opened the database that is there now.");
    }
    explorer_report(explorer, &error);
}

static void write_back(Explorer *explorer)
{
    Error error = {0};
    if (store_write_to(explorer->store, store_path(explorer->store), &error) &&
        store_reopen(explorer->store, &error)) {
        back_again(explorer, "The database is where it was, with all that was in it.");
    }
    explorer_report(explorer, &error);
}

static void write_beside(Explorer *explorer)
{
    Error error = {0};
    char *path = string_format("%s.before", store_path(explorer->store));
    if (store_write_to(explorer->store, path, &error)) {
        explorer_message(explorer, "Written to %s", path);
    }
    explorer_report(explorer, &error);
    free(path);
}

/* The first answer is to go on; the second one of each question is told apart by what is wrong. */
static void answered(void *context, int answer)
{
    Explorer *explorer = context;
    explorer->lost.asking = false;
    if (answer == 1 && explorer->lost.loss == STORE_GONE) {
        write_back(explorer);
    } else if (answer == 1 && explorer->lost.loss == STORE_REPLACED) {
        open_what_is_there(explorer);
    } else if (answer == 2) {
        write_beside(explorer);
    }
}

static void ask(Explorer *explorer)
{
    static const struct {
        const char *title, *text;
        const char *answers[4];
    } questions[] = {
        [STORE_GONE] = {"The database is gone",
                        "was moved or deleted while gairo runs. What was in it can still be read here, but nothing new "
                        "is kept until it is back. Put it back, and all goes on by itself.",
                        {"Go on reading", "Write it to where it was", NULL}},
        [STORE_REPLACED] = {"Another file took the database's place",
                            "is not the file that gairo opened. The old one can still be read here, but nothing new is "
                            "kept in it.",
                            {"Go on reading the old one", "Open the one that is there now",
                             "Write the old one beside it, as .before", NULL}},
        [STORE_EMPTIED] = {"The database was emptied",
                           "was emptied by another program. Put a copy of it in its place; until then there is nothing to "
                           "read but what is on the screens already.",
                           {"Go on", NULL}},
    };
    char *text = string_format("%s %s", store_path(explorer->store), questions[explorer->lost.loss].text);
    explorer->lost.told = explorer->lost.asking = true;
    explorer_ask(explorer, &(Question){.title = questions[explorer->lost.loss].title,
                                       .text = text,
                                       .answers = questions[explorer->lost.loss].answers,
                                       .answered = answered,
                                       .context = explorer});
    free(text);
}

/* Nobody is asked in the middle of something else, nor before an audience. */
static bool may_ask(const Explorer *explorer)
{
    const View *view = history_current(&explorer->history);
    bool presenting = view->operations->presenting != NULL && view->operations->presenting(view);
    return !explorer->dialog.is_open && !explorer->menu.is_open && !explorer->prompt.is_open && !presenting;
}

void loss_start(Explorer *explorer)
{
    if (!store_may_write(explorer->store)) {
        explorer_message(explorer, "The database may only be read: what you change is not kept.");
    }
}

void loss_watch(Explorer *explorer)
{
    StoreLoss loss = store_loss(explorer->store);
    if (loss != explorer->lost.loss) {
        if (explorer->lost.asking) {
            dialog_free(&explorer->dialog);
        }
        explorer->lost.asking = explorer->lost.told = false;
        explorer->lost.loss = loss;
        explorer->redraw = true;
        if (loss == STORE_THERE) {
            back_again(explorer, "The database is back.");
        }
    }
    if (loss != STORE_THERE && !explorer->lost.told && may_ask(explorer)) {
        ask(explorer);
    }
}

bool loss_follow(Explorer *explorer, Error *error)
{
    bool locked = error->code == ERROR_BUSY, again = locked || error->code == ERROR_IO;
    if (locked && explorer->lost.locked) {
        error_clear(error); /* said already, and it stands in the title line */
    } else if (locked && explorer->message != NULL) {
        error_clear(error); /* what a key came to is said first */
    }
    if (!locked && explorer->lost.locked && explorer->message == NULL) {
        explorer_message(explorer, "The database can be used again.");
    }
    explorer->redraw |= locked != explorer->lost.locked;
    explorer->lost.locked = locked;
    return again;
}

void loss_failed(Explorer *explorer, const Error *error)
{
    if (error->code == ERROR_BUSY || error->code == ERROR_IO) {
        history_current(&explorer->history)->generation = -1;
    }
    if (error->code == ERROR_IO && explorer->lost.loss != STORE_THERE) {
        explorer->lost.told = false;
    }
}

int loss_pause(const Explorer *explorer, int pause)
{
    bool wrong = explorer->lost.locked || explorer->lost.loss != STORE_THERE;
    return wrong && (pause < 0 || pause > LOOKS_EVERY_MILLISECONDS) ? LOOKS_EVERY_MILLISECONDS : pause;
}

/* What is said in place of a view that was never asked for: an empty one would say that there is nothing. NULL: it is shown. */
static const char *unread(const Explorer *explorer, const View *view)
{
    return view->known || !explorer->lost.locked ? NULL
                                                 : "This cannot be read now: another program holds the database locked. "
                                                   "It comes when that lets go.";
}

bool loss_draw(const Explorer *explorer, const View *view, const Canvas *canvas)
{
    const char *words = unread(explorer, view);
    if (words == NULL) {
        return false;
    }
    WrappedText lines = text_wrap(words, canvas_text_columns(canvas) > 3 ? canvas_text_columns(canvas) - 2 : 1);
    canvas_text(canvas, 0, 0, STYLE_FOCUS, ">");
    for (size_t i = 0; i < lines.count; i++) {
        canvas_text(canvas, (int)i, 2, STYLE_NORMAL, lines.lines[i]);
    }
    wrapped_text_free(&lines);
    return true;
}

bool loss_linear(const Explorer *explorer, const View *view, Linear *linear)
{
    const char *words = unread(explorer, view);
    linear_line(linear, words);
    return words != NULL;
}

void loss_status(const Explorer *explorer, Text *text)
{
    static const char *const words[] = {NULL, "database gone", "database replaced", "database emptied"};
    const char *word = explorer->lost.loss != STORE_THERE ? words[explorer->lost.loss]
                       : explorer->lost.locked            ? "database locked"
                                                          : NULL;
    text_append(text, word);
}
