#include "config.h"

#include "tui/terminal-curses.h"

#include "core/file.h"

#include <curses.h>
#include <term.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#define MOUSE_EVENTS_MAX 8 /* as many as curses keeps */
#define EVENTS_KEPT_MAX (EVENTS_PUT_BACK_MAX + MOUSE_EVENTS_MAX)

static struct {
    Event put_back[EVENTS_KEPT_MAX]; /* a ring */
    size_t first, count;
    bool lost;
    int kept_status; /* of a code that was given back */
    wint_t kept_code;
    bool pasting;         /* between the marks around a pasted text */
    bool pasted_return;   /* its last character was a carriage return */
    long long pasted_at;  /* when its last character came, in milliseconds */
    bool asked_for_paste; /* the terminal was asked to mark what is pasted */
} input;

/* A paste whose end does not come in this time is over: keys are keys again. */
#define PASTE_ENDS_AFTER_MILLISECONDS 2000

/* Set by the handler only. */
static volatile sig_atomic_t end_signal;

static const int ending_signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
static struct sigaction old_actions[sizeof ending_signals / sizeof *ending_signals];
static struct sigaction curses_stop; /* what curses does at SIGTSTP */

/* Escape sequences that terminfo does not name: keys with Alt, the marks around a paste. Codes above curses' own. */
enum { CODE_ALT_LEFT = KEY_MAX + 1, CODE_ALT_RIGHT, CODE_ALT_UP, CODE_ALT_DOWN, CODE_PASTE, CODE_PASTE_END };
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
    {"\033[200~", CODE_PASTE},
    {"\033[201~", CODE_PASTE_END},
};

static void on_end_signal(int number)
{
    end_signal = number;
}

/* Asks the terminal to mark what is pasted, or to do so no more. Straight to it: the handler of a signal does it too.
 */
static void mark_pastes(bool marked)
{
    static const char on[] = "\033[?2004h", off[] = "\033[?2004l";
    ssize_t written = write(STDOUT_FILENO, marked ? on : off, sizeof on - 1);
    (void)written; /* a terminal that is gone is found out when it is read */
}

/* Whoever has the terminal while we are stopped knows nothing of marked pastes. */
static void on_stop_signal(int number)
{
    int kept = errno;
    mark_pastes(false);
    curses_stop.sa_handler(number); /* returns when we are resumed */
    mark_pastes(true);
    errno = kept;
}

void terminal_catch_signals(void)
{
    struct sigaction action = {.sa_handler = on_end_signal};
    sigemptyset(&action.sa_mask);
    end_signal = 0;
    for (size_t i = 0; i < sizeof ending_signals / sizeof *ending_signals; i++) {
        sigaction(ending_signals[i], NULL, &old_actions[i]);
        if (old_actions[i].sa_handler != SIG_IGN) { /* what the caller ignores (nohup) stays ignored */
            sigaction(ending_signals[i], &action, NULL);
        }
    }
}

void terminal_release_signals(void)
{
    for (size_t i = 0; i < sizeof ending_signals / sizeof *ending_signals; i++) {
        sigaction(ending_signals[i], &old_actions[i], NULL);
    }
}

static void catch_stop(void)
{
    struct sigaction stop = {.sa_handler = on_stop_signal};
    sigaction(SIGTSTP, NULL, &curses_stop);
    bool stops = input.asked_for_paste && curses_stop.sa_handler != SIG_IGN && curses_stop.sa_handler != SIG_DFL;
    if (stops) {
        stop.sa_flags = curses_stop.sa_flags;
        stop.sa_mask = curses_stop.sa_mask;
        sigaction(SIGTSTP, &stop, NULL);
    }
}

/* Terminals that are told with other sequences than ECMA-48's would show this one. */
static bool knows_modes(void)
{
    const char *move = tigetstr("cup");
    return move != NULL && move != (char *)-1 && strncmp(move, "\033[", 2) == 0;
}

bool terminal_send(const char *sequence)
{
    return input.asked_for_paste && descriptor_write(STDOUT_FILENO, sequence, strlen(sequence), NULL);
}

void terminal_input_start(void)
{
    memset(&input, 0, sizeof input);
    input.kept_status = ERR;
    input.asked_for_paste = knows_modes();
    catch_stop();
    if (input.asked_for_paste) {
        mark_pastes(true);
    }
    set_escdelay(25);
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    for (size_t i = 0; i < sizeof extra_keys / sizeof *extra_keys; i++) {
        define_key(extra_keys[i].sequence, extra_keys[i].code);
    }
    mouseinterval(0);
}

void terminal_set_mouse(bool mouse)
{
    /* Releases mean nothing here; but for one that it was not asked for curses reads on, and sleeps in there. */
    mmask_t all = BUTTON1_PRESSED | BUTTON2_PRESSED | BUTTON3_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED |
                  BUTTON1_RELEASED | BUTTON2_RELEASED | BUTTON3_RELEASED;
    mousemask(mouse ? all : 0, NULL);
}

void terminal_input_stop(void)
{
    if (input.asked_for_paste) {
        mark_pastes(false);
        input.asked_for_paste = false;
        sigaction(SIGTSTP, &curses_stop, NULL);
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
    *event = presses[count - 1];
    for (size_t i = 0; i + 1 < count; i++) {
        terminal_put_back(&presses[i]);
    }
    return true;
}

static long long now_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

int terminal_read_code(wint_t *code, int milliseconds)
{
    if (input.kept_status != ERR) {
        int status = input.kept_status;
        *code = input.kept_code;
        input.kept_status = ERR;
        return status;
    }
    int status = get_wch(code);
    if (status == ERR && milliseconds > 0 && end_signal == 0) {
        struct pollfd descriptor = {.fd = STDIN_FILENO, .events = POLLIN};
        if (poll(&descriptor, 1, milliseconds) > 0) {
            status = get_wch(code);
        }
    }
    return status;
}

void terminal_unread_code(int status, wint_t code)
{
    input.kept_status = status;
    input.kept_code = code;
}

/* What follows Esc at once is that key with Alt, or a control sequence that means nothing here; KEY_NONE for that. */
static Key escaped_key(void)
{
    wint_t next;
    int status = terminal_read_code(&next, 0);
    if (status == ERR) {
        return KEY_ESCAPE;
    }
    if (status == KEY_CODE_YES && named_key(next) != KEY_NONE) {
        return named_key(next) | KEY_WITH_ALT;
    }
    if (status == OK && (next == 0x7f || next == '\b')) {
        return INPUT_BACKSPACE | KEY_WITH_ALT;
    }
    if (status == KEY_CODE_YES || next < ' ') { /* a resize, the mouse, another key */
        terminal_unread_code(status, next);
        return KEY_ESCAPE;
    }
    return terminal_skip_sequence(next) ? KEY_NONE : (Key)next | KEY_WITH_ALT;
}

static Key plain_key(wint_t character)
{
    if (character == '\n') {
        return KEY_RETURN;
    }
    if (character == 0x7f || character == '\b') {
        return INPUT_BACKSPACE;
    }
    if (character == KEY_ESCAPE) {
        return escaped_key();
    }
    if (character >= 0x80 && character < 0xa0) { /* Esc and an introducer in one */
        terminal_skip_sequence(character - 0x40);
        return KEY_NONE;
    }
    return (Key)character;
}

/* One code of a pasted text as an event; false for what is no text. */
static bool read_pasted(int status, wint_t code, Event *event)
{
    bool after_return = input.pasted_return;
    input.pasted_at = now_milliseconds();
    input.pasted_return = status == OK && code == '\r';
    if (status == KEY_CODE_YES) {
        input.pasting = code != CODE_PASTE_END;
        return false;
    }
    if (code == '\n' && after_return) {
        return false;
    }
    Key key = code == '\r' || code == '\n' || code == '\t' ? ' ' : (Key)code;
    *event = (Event){.type = EVENT_PASTE, .key = key};
    return key_is_text(key);
}

/* What has arrived already; false where that is nothing (or nothing that matters: *more tells to look again). */
static bool read_arrived(Event *event, bool *more)
{
    wint_t code;
    int status = terminal_read_code(&code, 0);
    *more = status != ERR;
    if (status == ERR) {
        return false;
    }
    if (status == KEY_CODE_YES && code == KEY_RESIZE) {
        *event = (Event){.type = EVENT_RESIZE};
        return true;
    }
    if (status == KEY_CODE_YES && code == KEY_MOUSE) {
        return read_mouse(event) && !input.pasting;
    }
    if (input.pasting && now_milliseconds() - input.pasted_at < PASTE_ENDS_AFTER_MILLISECONDS) {
        return read_pasted(status, code, event);
    }
    input.pasting = status == KEY_CODE_YES && code == CODE_PASTE;
    input.pasted_at = now_milliseconds();
    *event = (Event){.type = EVENT_KEY, .key = status == KEY_CODE_YES ? named_key(code) : plain_key(code)};
    return event->key != KEY_NONE;
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
            *event = (Event){.type = EVENT_END, .lost = input.lost, .signal = end_signal};
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
        input.first = (input.first + 1) % EVENTS_KEPT_MAX;
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
    if (input.count < EVENTS_KEPT_MAX) {
        input.first = (input.first + EVENTS_KEPT_MAX - 1) % EVENTS_KEPT_MAX;
        input.put_back[input.first] = *event;
        input.count++;
    }
}
