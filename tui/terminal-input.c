#include "config.h"

#include "tui/terminal-curses.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#define MOUSE_EVENTS_MAX 8 /* as many as curses keeps */

static struct {
    Event put_back[EVENTS_PUT_BACK_MAX]; /* a ring */
    size_t first, count;
    bool lost;
} input;

/* Set by the handler only. */
static volatile sig_atomic_t end_signal;

static const int ending_signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
static struct sigaction old_actions[sizeof ending_signals / sizeof *ending_signals];

/* Escape sequences that terminfo does not name, each for a key with Alt. Codes above curses' own. */
enum { CODE_ALT_LEFT = KEY_MAX + 1, CODE_ALT_RIGHT, CODE_ALT_UP, CODE_ALT_DOWN };
static const struct {
    const char *sequence;
    int code;
} extra_keys[] = {
    {"\033[1;3D", CODE_ALT_LEFT},
    {"\033\033[D", CODE_ALT_LEFT},
    {"\033[1;3C", CODE_ALT_RIGHT},
    {"\033\033[C", CODE_ALT_RIGHT},
    {"\033[1;3A", CODE_ALT_UP},
    {"\033\033[A", CODE_ALT_UP},
    {"\033[1;3B", CODE_ALT_DOWN},
    {"\033\033[B", CODE_ALT_DOWN},
    {"\033[H", KEY_HOME},
    {"\033OH", KEY_HOME},
    {"\033[1~", KEY_HOME},
    {"\033[F", KEY_END},
    {"\033OF", KEY_END},
    {"\033[4~", KEY_END},
    {"\033[A", KEY_UP},
    {"\033[B", KEY_DOWN},
    {"\033[C", KEY_RIGHT},
    {"\033[D", KEY_LEFT},
};

static void on_end_signal(int number)
{
    end_signal = number;
}

void terminal_input_start(void)
{
    struct sigaction action = {.sa_handler = on_end_signal};
    sigemptyset(&action.sa_mask);
    end_signal = 0;
    memset(&input, 0, sizeof input);
    for (size_t i = 0; i < sizeof ending_signals / sizeof *ending_signals; i++) {
        sigaction(ending_signals[i], &action, &old_actions[i]);
    }
    set_escdelay(25);
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    for (size_t i = 0; i < sizeof extra_keys / sizeof *extra_keys; i++) {
        define_key(extra_keys[i].sequence, extra_keys[i].code);
    }
    /* Releases mean nothing here; but for one that it was not asked for curses reads on, and sleeps in there. */
    mousemask(BUTTON1_PRESSED | BUTTON2_PRESSED | BUTTON3_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED |
                  BUTTON1_RELEASED | BUTTON2_RELEASED | BUTTON3_RELEASED,
              NULL);
    mouseinterval(0);
}

void terminal_input_stop(void)
{
    for (size_t i = 0; i < sizeof ending_signals / sizeof *ending_signals; i++) {
        sigaction(ending_signals[i], &old_actions[i], NULL);
    }
}

/* A key of curses as one of ours; KEY_NONE for those that mean nothing here. */
static Key named_key(wint_t code)
{
    static const struct {
        wint_t code;
        Key key;
    } table[] = {
        {KEY_UP, INPUT_UP},
        {KEY_DOWN, INPUT_DOWN},
        {KEY_LEFT, INPUT_LEFT},
        {KEY_RIGHT, INPUT_RIGHT},
        {KEY_PPAGE, INPUT_PAGE_UP},
        {KEY_NPAGE, INPUT_PAGE_DOWN},
        {KEY_HOME, INPUT_HOME},
        {KEY_END, INPUT_END},
        {KEY_LL, INPUT_END},
        {KEY_BACKSPACE, INPUT_BACKSPACE},
        {KEY_DC, INPUT_DELETE},
        {KEY_IC, INPUT_INSERT},
        {KEY_BTAB, INPUT_BACK_TAB},
        {KEY_ENTER, KEY_RETURN},
        {CODE_ALT_LEFT, INPUT_LEFT | KEY_WITH_ALT},
        {CODE_ALT_RIGHT, INPUT_RIGHT | KEY_WITH_ALT},
        {CODE_ALT_UP, INPUT_UP | KEY_WITH_ALT},
        {CODE_ALT_DOWN, INPUT_DOWN | KEY_WITH_ALT},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (table[i].code == code) {
            return table[i].key;
        }
    }
    return code >= KEY_F(1) && code <= KEY_F(12) ? INPUT_F1 + (Key)(code - KEY_F(1)) : KEY_NONE;
}

/* One of curses' mouse events as one of ours; false for what is no press. */
static bool press_of(const MEVENT *mouse, Event *event)
{
    static const struct {
        mmask_t mask;
        MouseButton button;
    } table[] = {
        {BUTTON1_PRESSED, MOUSE_LEFT},     {BUTTON2_PRESSED, MOUSE_MIDDLE},     {BUTTON3_PRESSED, MOUSE_RIGHT},
        {BUTTON4_PRESSED, MOUSE_WHEEL_UP}, {BUTTON5_PRESSED, MOUSE_WHEEL_DOWN},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if ((mouse->bstate & table[i].mask) != 0) {
            *event = (Event){.type = EVENT_MOUSE, .button = table[i].button, .row = mouse->y, .column = mouse->x};
            return true;
        }
    }
    return false;
}

/* The mouse presses that curses has gathered, of which it gives the last one first: the first as the event, the others
 * put back. False where there is none. */
static bool read_mouse(Event *event)
{
    Event presses[MOUSE_EVENTS_MAX];
    size_t count = 0;
    MEVENT mouse;
    while (count < MOUSE_EVENTS_MAX && getmouse(&mouse) == OK) {
        count += press_of(&mouse, &presses[count]);
    }
    if (count == 0) {
        return false;
    }
    *event = presses[--count];
    while (count > 0) {
        terminal_put_back(&presses[--count]);
    }
    return true;
}

/* A plain character: Esc and a character or named key that follows at once is that key with Alt. What else follows is a
 * key of its own. */
static Key plain_key(wint_t character)
{
    if (character == '\n') {
        return KEY_RETURN;
    }
    if (character == 0x7f || character == '\b') {
        return INPUT_BACKSPACE;
    }
    if (character == KEY_ESCAPE) {
        wint_t next;
        int status = get_wch(&next);
        if (status == OK && (next == 0x7f || next == '\b')) {
            return INPUT_BACKSPACE | KEY_WITH_ALT;
        }
        if (status == OK && next >= ' ') {
            return (Key)next | KEY_WITH_ALT;
        }
        if (status == KEY_CODE_YES && named_key(next) != KEY_NONE) {
            return named_key(next) | KEY_WITH_ALT;
        }
        if (status == OK) {
            unget_wch((wchar_t)next);
        } else if (status == KEY_CODE_YES) {
            ungetch((int)next); /* a resize, the mouse */
        }
    }
    return (Key)character;
}

/* What has arrived already; false where that is nothing (or nothing that matters: *more tells to look again). */
static bool read_arrived(Event *event, bool *more)
{
    wint_t code;
    int status = get_wch(&code);
    *more = status != ERR;
    if (status == ERR) {
        return false;
    }
    if (status != KEY_CODE_YES) {
        *event = (Event){.type = EVENT_KEY, .key = plain_key(code)};
        return event->key != KEY_NONE;
    }
    if (code == KEY_RESIZE) {
        *event = (Event){.type = EVENT_RESIZE};
        return true;
    }
    if (code == KEY_MOUSE) {
        return read_mouse(event);
    }
    *event = (Event){.type = EVENT_KEY, .key = named_key(code)};
    return event->key != KEY_NONE;
}

static long long now_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/* Sleeps until something arrives, a signal comes (unblocked gives the signals that may) or the time is out. Sets
 * input.lost where the terminal is gone. */
static void sleep_for_input(long long milliseconds, const sigset_t *unblocked)
{
    struct pollfd descriptor = {.fd = STDIN_FILENO, .events = POLLIN};
    struct timespec limit = {.tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1000000};
    int ready = ppoll(&descriptor, 1, milliseconds < 0 ? NULL : &limit, unblocked);
    int available = 1;
    if (ready > 0 && ((descriptor.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0 ||
                      (ioctl(STDIN_FILENO, FIONREAD, &available) == 0 && available == 0))) {
        input.lost = true;
    }
}

/* The next event from the terminal itself. */
static void wait_blocked(Event *event, int milliseconds, const sigset_t *unblocked)
{
    long long end = milliseconds < 0 ? -1 : now_milliseconds() + milliseconds;
    for (;;) {
        bool more;
        if (read_arrived(event, &more)) {
            return;
        }
        if (end_signal != 0 || input.lost) {
            *event = (Event){.type = EVENT_END, .lost = input.lost};
            return;
        }
        if (more) {
            continue;
        }
        long long left = end < 0 ? -1 : end - now_milliseconds();
        if (end >= 0 && left <= 0) {
            *event = (Event){.type = EVENT_NONE};
            return;
        }
        sleep_for_input(left, unblocked);
    }
}

void terminal_wait(Event *event, int milliseconds)
{
    if (input.count > 0) {
        *event = input.put_back[input.first];
        input.first = (input.first + 1) % EVENTS_PUT_BACK_MAX;
        input.count--;
        return;
    }
    /* A signal between the look at what it set and the sleep must not be slept through. */
    sigset_t blocked, old;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGWINCH);
    for (size_t i = 0; i < sizeof ending_signals / sizeof *ending_signals; i++) {
        sigaddset(&blocked, ending_signals[i]);
    }
    sigprocmask(SIG_BLOCK, &blocked, &old);
    wait_blocked(event, milliseconds, &old);
    sigprocmask(SIG_SETMASK, &old, NULL);
}

void terminal_put_back(const Event *event)
{
    if (input.count < EVENTS_PUT_BACK_MAX) {
        input.put_back[(input.first + input.count) % EVENTS_PUT_BACK_MAX] = *event;
        input.count++;
    }
}
