/* What reaches the program that is no key: pasted text, answers of the terminal, keys of other protocols; many keys at
 * once. */
#include "config.h"

#include "tests/screen/harness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static void write_text(Screen *screen, const char *bytes)
{
    screen_write(screen, bytes, strlen(bytes));
    screen_settle(screen);
}

static bool was_written(const Screen *screen, const char *bytes)
{
    size_t length;
    const char *output = screen_output(screen, &length);
    return memmem(output, length, bytes, strlen(bytes)) != NULL;
}

/* The terminal marks what is pasted as long as the explorer has it, and no longer. */
static void test_paste_is_asked_for(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    assert_true(was_written(screen, "\033[?2004h"));
    screen_forget_output(screen);
    kill(screen_process(screen), SIGTSTP);
    screen_settle(screen);
    assert_true(was_written(screen, "\033[?2004l"));
    screen_forget_output(screen);
    kill(screen_process(screen), SIGCONT);
    screen_settle(screen);
    assert_true(was_written(screen, "\033[?2004h"));
    screen_forget_output(screen);
    screen_send(screen, "Q");
    screen_wait_for_end(screen);
    assert_true(was_written(screen, "\033[?2004l"));
    screen_stop(screen);
}

static void test_paste(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    char *before = screen_text(screen);
    write_text(screen, "\033[200~Q\rr\n\033[BQ q\033[201~"); /* nowhere to type: nothing happens */
    char *after = screen_text(screen);
    assert_string_equal(before, after);
    free(before);
    free(after);
    screen_type(screen, "r /");
    write_text(screen, "\033[200~open\r\nweights\033[201~");
    screen_expect(screen, "Narrow to: open weights");
    screen_type(screen, "Enter q q F4");
    write_text(screen, "\033[200~open\nweights\033[201~");
    screen_expect(screen, "> open weights");
    screen_expect(screen, "found");
    screen_type(screen, "Esc ?");
    write_text(screen, "\033[200~mitigations\033[201~");
    screen_expect(screen, "All mitigations");
    screen_type(screen, "Enter");
    screen_expect(screen, "gairo › Mitigations");
    screen_stop(screen);
}

/* A paste that breaks off does not take the keys for ever. */
static void test_broken_paste(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    write_text(screen, "\033[200~rrr");
    screen_expect(screen, "Broader societal aspects");
    for (int i = 0; i < 30; i++) { /* each waits two times 40 ms */
        screen_settle(screen);
    }
    screen_type(screen, "r");
    screen_expect(screen, "gairo › Risks");
    screen_stop(screen);
}

static void test_unknown_sequences(void **state)
{
    (void)state;
    static const char *const sequences[] = {
        "\033[99;5u",
        "\033[27;5;81~",
        "\033[I",
        "\033[O",
        "\033[?62;22c",
        "\033[1;2R",
        "\033[?2026;2$y",
        "\033]11;rgb:1e1e/1e1e/2e2e\a",
        "\033]11;rgb:1e1e/1e1e/2e2e\033\\",
        "\033P>|xterm(388) Q rM\033\\",
        "\033P1+r524742=38\033\\",
        "\033_Gi=1;OK Q\033\\",
        "\033^Q\033\\",
        "\033Oj",
        "\033O5Q",
        "\033[[Q",
        "\302\23311Q",
        "\302\23511;Q\302\234",
        "\033[",
        "\033O",
        "\033]11;Q",
        "\033\033[99;5u",
    };
    Screen *screen = screen_start(&(ScreenOptions){0});
    char *before = screen_text(screen);
    for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++) {
        screen_write(screen, sequences[i], strlen(sequences[i]));
        screen_settle(screen);
        screen_settle(screen);
        char *after = screen_text(screen);
        assert_string_equal(before, after);
        free(after);
        screen_type(screen, "r"); /* and the next key is a key again */
        screen_expect(screen, "gairo › Risks");
        screen_type(screen, "Esc");
        screen_expect(screen, "Broader societal aspects");
    }
    free(before);
    screen_type(screen, "r /");
    write_text(screen, "ab\033[99;5uc\033]11;rgb:1/2/3\033\\d\033[Ie");
    screen_expect(screen, "Narrow to: abcde");
    screen_stop(screen);
}

/* Keys that come at once are all done, in their order. */
static void test_keys_at_once(void **state)
{
    (void)state;
    Screen *screen = screen_start(&(ScreenOptions){0});
    screen_type(screen, "F4");
    write_text(screen, "safeguards can be stripped\r");
    screen_expect(screen, "› Safeguards can be stripped");
    screen_type(screen, "q");
    write_text(screen, "\025zzqqxx");
    screen_expect(screen, "0 found");
    write_text(screen, "\025open weights\t");
    screen_check(screen, true);
    screen_expect_not(screen, " 0 found");
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paste_is_asked_for), cmocka_unit_test(test_paste),
        cmocka_unit_test(test_broken_paste),       cmocka_unit_test(test_unknown_sequences),
        cmocka_unit_test(test_keys_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
