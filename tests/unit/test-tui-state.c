/* What the explorer keeps of itself as text, and the editor of notes. */
#include "config.h"

#include "core/memory.h"
#include "tui/state.h"
#include "tui/text-edit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static void state_goes_round(void **context)
{
    (void)context;
    State state = {0}, read;
    state_set_place(&state, "risks");
    state_put(&state, "filter", "a & b = c%20\nŁódź");
    state_put(&state, "nothing", NULL);
    state_put_number(&state, "sort", -3);
    char *text = state_text(&state);
    assert_string_equal(text, "risks?filter=a%20%26%20b%20%3D%20c%2520%0A%C5%81%C3%B3d%C5%BA&sort=-3");
    assert_true(state_read(text, &read));
    assert_string_equal(read.place, "risks");
    assert_string_equal(state_get(&read, "filter"), "a & b = c%20\nŁódź");
    assert_null(state_get(&read, "nothing"));
    assert_int_equal(state_number(&read, "sort", 0), -3);
    assert_int_equal(state_number(&read, "filter", 7), 7);
    free(text);
    state_free(&read);
    state_free(&state);
    assert_null(state_text(&state));
}

static void bad_states_are_refused(void **context)
{
    (void)context;
    static const char *const bad[] = {"",          "?a=b",       "risks?",      "risks?a",        "risks?=b",
                                      "risks?a=%", "risks?a=%4", "risks?a=%zz", "risks?a=%00",    "risks?a=%FF",
                                      "risks?a b", "ri sks",     "risks?a=b&",  "risks?a=b&&c=d", "risks\x1b[m"};
    State state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        bool read = state_read(bad[i], &state);
        /* an end after "?" or "&" says nothing and harms nothing */
        bool harmless = strcmp(bad[i], "risks?") == 0 || strcmp(bad[i], "risks?a=b&") == 0;
        assert_int_equal(read, harmless);
        state_free(&state);
    }
    char *long_text = memory_zeroed(1, STATE_BYTES_MAX + 3);
    memset(long_text, 'a', STATE_BYTES_MAX + 1);
    assert_false(state_read(long_text, &state));
    free(long_text);
    Text many = {0};
    text_append(&many, "risks?a=b");
    for (int i = 0; i < STATE_ENTRIES_MAX; i++) {
        text_append(&many, "&a=b");
    }
    assert_false(state_read(many.data, &state));
    text_free(&many);
}

static void type(TextEdit *edit, const char *text)
{
    for (; *text != '\0'; text++) {
        text_edit_key(edit, *text == '\n' ? KEY_RETURN : *text);
    }
}

static void edits_lines(void **context)
{
    (void)context;
    TextEdit edit = {0};
    assert_string_equal(text_edit_text(&edit), "");
    assert_int_equal(text_edit_key(&edit, INPUT_BACKSPACE), EDIT_MOVED);
    assert_int_equal(text_edit_key(&edit, INPUT_UP), EDIT_MOVED);
    type(&edit, "one\ntwo words");
    text_edit_key(&edit, INPUT_UP);
    assert_int_equal(edit.cursor, 3);
    text_edit_key(&edit, INPUT_END);
    text_edit_key(&edit, INPUT_RIGHT);
    assert_int_equal(edit.cursor, 4);
    text_edit_key(&edit, INPUT_BACKSPACE);
    assert_string_equal(text_edit_text(&edit), "onetwo words");
    text_edit_key(&edit, INPUT_END);
    text_edit_key(&edit, 23);
    assert_string_equal(text_edit_text(&edit), "onetwo ");
    text_edit_key(&edit, INPUT_HOME);
    text_edit_key(&edit, INPUT_DELETE);
    assert_string_equal(text_edit_text(&edit), "netwo ");
    text_edit_key(&edit, 11);
    assert_string_equal(text_edit_text(&edit), "");
    text_edit_set(&edit, "e\xcc\x81x");
    text_edit_key(&edit, INPUT_LEFT);
    text_edit_key(&edit, INPUT_BACKSPACE);
    assert_string_equal(text_edit_text(&edit), "x");
    text_edit_free(&edit);
}

static void undoes_words(void **context)
{
    (void)context;
    TextEdit edit = {0};
    type(&edit, "open weights");
    text_edit_key(&edit, KEY_WITH_ALT + 'u');
    assert_string_equal(text_edit_text(&edit), "open ");
    text_edit_key(&edit, KEY_WITH_ALT + 'u');
    text_edit_key(&edit, KEY_WITH_ALT + 'u');
    assert_string_equal(text_edit_text(&edit), "");
    assert_int_equal(text_edit_key(&edit, KEY_WITH_ALT + 'u'), EDIT_MOVED);
    for (int i = 0; i < 3; i++) {
        text_edit_key(&edit, KEY_WITH_ALT + 'r');
    }
    assert_string_equal(text_edit_text(&edit), "open weights");
    text_edit_key(&edit, KEY_WITH_ALT + 'u');
    type(&edit, "x");
    assert_int_equal(text_edit_key(&edit, KEY_WITH_ALT + 'r'), EDIT_MOVED);
    for (int i = 0; i < 3 * TEXT_EDIT_STEPS_MAX; i++) {
        type(&edit, i % 2 == 0 ? " " : "y");
    }
    for (int i = 0; i < 4 * TEXT_EDIT_STEPS_MAX; i++) {
        text_edit_key(&edit, KEY_WITH_ALT + 'u');
    }
    assert_true(strlen(text_edit_text(&edit)) > 0); /* the oldest steps are forgotten */
    text_edit_free(&edit);
}

static void holds_its_limit(void **context)
{
    (void)context;
    TextEdit edit = {0};
    char *full = memory_zeroed(1, TEXT_EDIT_BYTES_MAX + 1);
    memset(full, 'a', TEXT_EDIT_BYTES_MAX);
    text_edit_set(&edit, full);
    assert_int_equal(text_edit_key(&edit, 'b'), EDIT_MOVED);
    assert_int_equal(strlen(text_edit_text(&edit)), TEXT_EDIT_BYTES_MAX);
    free(full);
    text_edit_free(&edit);
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(state_goes_round), cmocka_unit_test(bad_states_are_refused), cmocka_unit_test(edits_lines),
        cmocka_unit_test(undoes_words),     cmocka_unit_test(holds_its_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
