#include "config.h"

#include "tui/review.h"

#include "core/date.h"
#include "core/memory.h"
#include "store/items.h"
#include "store/reviews.h"

#include <stdlib.h>

enum { ANSWER_NOTHING, ANSWER_CHECKED, ANSWER_WRONG, ANSWER_TAKE_BACK };

void review_dialog_free(ReviewDialog *dialog)
{
    review_free(&dialog->review);
    *dialog = (ReviewDialog){0};
}

/* What the item reads now. */
static void say_state(ReviewDialog *dialog)
{
    Item *item = item_load(explorer_store(dialog->explorer), dialog->review.item, NULL);
    char *words = item == NULL ? NULL : review_words(&item->review, item_is_unchecked(item));
    explorer_message(dialog->explorer, "Now: %s", words == NULL ? "nobody marked it" : words);
    free(words);
    item_free(item);
}

static void keep(ReviewDialog *dialog)
{
    Error error = {0};
    if (review_put(explorer_store(dialog->explorer), &dialog->review, NULL, &error)) {
        say_state(dialog);
    } else {
        explorer_report(dialog->explorer, &error);
    }
}

static void note_accepted(void *context, const char *text)
{
    ReviewDialog *dialog = context;
    free(dialog->review.note);
    dialog->review.note = string_copy(text);
    keep(dialog);
}

static void say_nothing_done(void *context)
{
    explorer_message(((ReviewDialog *)context)->explorer, "Nothing was marked.");
}

static void name_accepted(void *context, const char *text)
{
    ReviewDialog *dialog = context;
    Error error = {0};
    free(dialog->review.reviewer);
    dialog->review.reviewer = review_text(text);
    if (!review_check_reviewer(dialog->review.reviewer, ERROR_USAGE, &error)) {
        explorer_report(dialog->explorer, &error);
        return;
    }
    explorer_prompt(dialog->explorer, &(Prompt){.label = "Note (may be empty)",
                                                .accepted = note_accepted,
                                                .cancelled = say_nothing_done,
                                                .context = dialog});
}

static void take_back(ReviewDialog *dialog)
{
    Error error = {0};
    if (review_remove(explorer_store(dialog->explorer), dialog->review.item, NULL, &error)) {
        say_state(dialog);
    } else {
        explorer_report(dialog->explorer, &error);
    }
}

static void verdict_answered(void *context, int answer)
{
    ReviewDialog *dialog = context;
    if (answer == ANSWER_TAKE_BACK) {
        take_back(dialog);
        return;
    }
    if (answer != ANSWER_CHECKED && answer != ANSWER_WRONG) {
        say_nothing_done(dialog);
        return;
    }
    char *name = reviewer_name(explorer_store(dialog->explorer));
    dialog->review.verdict = answer == ANSWER_CHECKED ? VERDICT_CHECKED : VERDICT_WRONG;
    explorer_prompt(dialog->explorer, &(Prompt){.label = "Your name",
                                                .text = name,
                                                .accepted = name_accepted,
                                                .cancelled = say_nothing_done,
                                                .context = dialog});
    free(name);
}

static void ask_verdict(ReviewDialog *dialog, const Item *item)
{
    char *words = review_words(&item->review, item_is_unchecked(item));
    char *text = string_format("%s: %s", item->title, words == NULL ? "nobody marked it" : words);
    const char *last = item->review.state == REVIEW_NONE ? NULL : "Take the last mark back";
    explorer_ask(dialog->explorer,
                 &(Question){.title = "You compared the text with its source. What did you find?",
                             .text = text,
                             .answers = (const char *const[]){"Nothing yet", "Checked: the source says so",
                                                              "Wrong: the source does not say so", last, NULL},
                             .answered = verdict_answered,
                             .context = dialog});
    free(text);
    free(words);
}

void review_start(ReviewDialog *dialog, Explorer *explorer, const char *item)
{
    Error error = {0};
    char today[DATE_SIZE];
    if (item == NULL) {
        explorer_message(explorer, "There is nothing here to review; open an item first.");
        return;
    }
    Item *loaded = item_load(explorer_store(explorer), item, &error);
    if (loaded == NULL) {
        explorer_report(explorer, &error);
        return;
    }
    review_dialog_free(dialog);
    date_today(today);
    dialog->explorer = explorer;
    dialog->review = (Review){.item = string_copy(loaded->id),
                              .date = string_copy(today),
                              .digest = string_copy(loaded->digest)};
    ask_verdict(dialog, loaded);
    item_free(loaded);
}
