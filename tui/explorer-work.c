/* Long work: the clock, what shows that it runs, and the keys that stop it. */
#include "config.h"

#include "tui/explorer-state.h"
#include "tui/explorer.h"
#include "tui/terminal.h"

#include <time.h>

/* Work shorter than this is not announced. */
#define WORK_SHOWN_AFTER_MILLISECONDS 50

void explorer_stop_at_any_key(Explorer *explorer, bool any_key)
{
    explorer->stop_at_any_key = any_key;
}

void explorer_give_way(Explorer *explorer)
{
    explorer->stop_at_any_key = explorer->gives_way = true;
}

long long explorer_clock(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/* Looks through what has arrived for a key that stops the work: Esc, or any one. Other events wait for their turn; Esc does too where
 * keep_escape. */
static bool is_stop_asked(bool any_key, bool keep_escape)
{
    Event event;
    Event kept[EVENTS_PUT_BACK_MAX];
    size_t count = 0;
    bool stop = false;
    while (!stop && count < sizeof kept / sizeof *kept) {
        terminal_wait(&event, 0);
        if (event.type == EVENT_NONE) {
            break;
        }
        bool is_escape = event.type == EVENT_KEY && event.key == KEY_ESCAPE;
        bool is_typed = event.type == EVENT_KEY || event.type == EVENT_PASTE;
        stop = is_escape || event.type == EVENT_END || (any_key && is_typed);
        if (!is_escape || keep_escape) {
            kept[count++] = event;
        }
    }
    while (count > 0) {
        terminal_put_back(&kept[--count]);
    }
    return stop;
}

bool explorer_should_stop(void *context)
{
    Explorer *explorer = context;
    bool is_long = explorer_clock() - explorer->work_started >= WORK_SHOWN_AFTER_MILLISECONDS;
    if (explorer->plain || (!is_long && !explorer->gives_way)) {
        return false;
    }
    if (explorer_clock() < explorer->asked_next) {
        return false;
    }
    explorer->asked_next = explorer_clock() + 2; /* asking the terminal takes longer than a loop's round */
    if (is_long && !explorer->work_shown) {
        explorer->work_shown = true;
        chrome_draw_work(0, 0);
    }
    return is_stop_asked(explorer->stop_at_any_key, explorer->gives_way);
}

bool explorer_work(Explorer *explorer, size_t done, size_t total)
{
    if (explorer->plain) {
        return true;
    }
    chrome_draw_work(done, total);
    return !is_stop_asked(false, false);
}

bool explorer_key_waits(Explorer *explorer)
{
    return !explorer->plain && is_stop_asked(true, true);
}
