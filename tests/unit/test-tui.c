/* The explorer's parts that need no terminal: the table of actions, keys, lists, bars, ASCII spelling, pages. */
#include "config.h"

#include "core/memory.h"
#include "tui/actions.h"
#include "tui/ascii.h"
#include "tui/canvas.h"
#include "tui/document.h"
#include "tui/keymap.h"
#include "tui/line-edit.h"
#include "tui/list.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* Calls visit for every alternative in a binding. */
static void each_key(const char *bindings, void (*visit)(const KeySequence *sequence, Action action, bool home),
                     Action action, bool home)
{
    for (bindings += strspn(bindings, " "); *bindings != '\0'; bindings += strspn(bindings, " ")) {
        size_t length = strcspn(bindings, " ");
        KeySequence sequence;
        assert_true(key_sequence_parse(bindings, length, &sequence));
        visit(&sequence, action, home);
        bindings += length;
    }
}

static const KeyMap table; /* as it is */

static void expect_bound(const KeySequence *sequence, Action action, bool home)
{
    Action found = ACTION_NONE;
    bool presenting = action_definition(action)->group == GROUP_PRESENTING;
    assert_int_equal(presenting ? action_lookup_presenting(&table, sequence->keys, sequence->count, &found)
                                : action_lookup(&table, sequence->keys, sequence->count, home, &found),
                     KEYS_FOUND);
    if (found != action) {
        print_error("%s and %s share a key\n", action_definition(action)->name, action_definition(found)->name);
    }
    assert_int_equal(found, action);
    if (sequence->count == 2) { /* its first key must not do something by itself */
        assert_int_equal(action_lookup(&table, sequence->keys, 1, home, &found), KEYS_PREFIX);
    }
}

static void test_every_key_has_one_meaning(void **state)
{
    (void)state;
    for (Action action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        each_key(action_definition(action)->keys, expect_bound, action, false);
        each_key(action_definition(action)->home_keys, expect_bound, action, true);
        assert_true(strlen(action_definition(action)->help) > 5);
    }
}

static void test_keys(void **state)
{
    (void)state;
    KeySequence sequence;
    assert_true(key_sequence_parse("C-r", 3, &sequence));
    assert_int_equal(sequence.keys[0], 18);
    assert_true(key_sequence_parse("M-Left", 6, &sequence));
    assert_int_equal(sequence.keys[0], INPUT_LEFT | KEY_WITH_ALT);
    assert_true(key_sequence_parse("g/", 2, &sequence));
    assert_int_equal(sequence.count, 2);
    assert_false(key_sequence_parse("gggg", 4, &sequence));
    assert_true(key_sequence_parse("g\u00e9", 3, &sequence));
    assert_int_equal(sequence.count, 2);
    assert_int_equal(sequence.keys[1], 0xe9);
    assert_false(key_sequence_parse("\xc3", 1, &sequence));
    assert_false(key_sequence_parse("", 0, &sequence));
    char bytes[5];
    assert_int_equal(key_to_utf8(0x20ac, bytes), 3);
    assert_string_equal(bytes, "€");
    assert_false(key_is_text(27));
    assert_true(key_is_text(0xe9));
}

static void test_ascii(void **state)
{
    (void)state;
    static const struct {
        const char *text, *ascii;
    } cases[] = {
        {"plain", "plain"}, {"naïve café", "naive cafe"}, {"a – b…", "a - b..."}, {"“x”", "\"x\""}, {"北京", "??"},
        {"", ""},           {"one\ntwo", "one\ntwo"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *ascii = ascii_spelling(cases[i].text);
        assert_string_equal(ascii, cases[i].ascii);
        free(ascii);
    }
}

static void test_bars(void **state)
{
    (void)state;
    assert_int_equal(bar_length(0, 10, 20), 0);
    assert_int_equal(bar_length(10, 10, 20), 20);
    assert_int_equal(bar_length(1, 1000, 20), 1);
    assert_int_equal(bar_length(3, 0, 20), 0);
    int lengths[3];
    bar_split((int[]){115, 8, 33}, 3, 20, lengths);
    assert_int_equal(lengths[0] + lengths[1] + lengths[2], 20);
    assert_int_equal(lengths[0], 15);
    bar_split((int[]){1000, 1, 1}, 3, 10, lengths);
    assert_int_equal(lengths[0], 8);
    assert_int_equal(lengths[1], 1);
    assert_int_equal(lengths[2], 1);
    bar_split((int[]){0, 0, 0}, 3, 10, lengths);
    assert_int_equal(lengths[0] + lengths[1] + lengths[2], 0);
}

static void type(LineEdit *edit, const char *text)
{
    for (; *text != '\0'; text++) {
        line_edit_key(edit, *text);
    }
}

static void test_line_edit(void **state)
{
    (void)state;
    LineEdit edit = {0};
    assert_string_equal(line_edit_text(&edit), "");
    assert_int_equal(line_edit_key(&edit, INPUT_BACKSPACE), EDIT_MOVED);
    type(&edit, "open wights");
    line_edit_key(&edit, INPUT_HOME);
    for (int i = 0; i < 6; i++) {
        line_edit_key(&edit, INPUT_RIGHT);
    }
    assert_int_equal(line_edit_key(&edit, 'e'), EDIT_CHANGED);
    assert_string_equal(line_edit_text(&edit), "open weights");
    line_edit_key(&edit, 0xe9);
    assert_string_equal(line_edit_text(&edit), "open weéights");
    line_edit_key(&edit, INPUT_BACKSPACE);
    assert_string_equal(line_edit_text(&edit), "open weights");
    line_edit_key(&edit, 5);
    line_edit_key(&edit, 23);
    assert_string_equal(line_edit_text(&edit), "open ");
    assert_int_equal(line_edit_key(&edit, INPUT_UP), EDIT_IGNORED);
    line_edit_set(&edit, "e\xcc\x81x"); /* a letter and its accent are one */
    line_edit_key(&edit, INPUT_HOME);
    line_edit_key(&edit, INPUT_DELETE);
    assert_string_equal(line_edit_text(&edit), "x");
    line_edit_free(&edit);
}

static const char *const fruits[][2] = {{"b", "Pear"}, {"a", "Äpfel"}, {"d", "apple pie"}, {"c", "Cherry"}};

static const char *fruit_id(void *context, size_t row)
{
    (void)context;
    return fruits[row][0];
}

static ListCell fruit_cell(void *context, size_t row, size_t column)
{
    (void)context;
    return (ListCell){fruits[row][column], STYLE_NORMAL};
}

static const ListOperations fruit_operations = {.id = fruit_id, .cell = fruit_cell};
static const ListColumn fruit_columns[] = {{.title = "id", .width = 2}, {.title = "fruit"}};

static void test_list(void **state)
{
    (void)state;
    List list;
    list_start(&list, &fruit_operations, NULL, fruit_columns, 2);
    assert_null(list_selected_id(&list));
    list_set_rows(&list, 4);
    assert_string_equal(list_selected_id(&list), "b");
    assert_true(list_select(&list, "c"));
    assert_false(list_select(&list, "z"));
    list_handle(&list, ACTION_SORT); /* by id: the place is kept */
    assert_string_equal(list_selected_id(&list), "c");
    assert_int_equal(list.selected, 2);
    assert_false(list.descending);
    list_handle(&list, ACTION_SORT); /* the same key reverses */
    assert_int_equal(list.sort_column, 0);
    assert_true(list.descending);
    assert_int_equal(list.selected, 1);
    list_handle(&list, ACTION_SORT); /* and goes on to the next column */
    assert_int_equal(list.sort_column, 1);
    assert_false(list.descending);
    list_handle(&list, ACTION_SORT);
    list_handle(&list, ACTION_SORT);
    assert_int_equal(list.sort_column, -1);
    list_sort_by(&list, 0, false);
    list_handle(&list, ACTION_UP);
    assert_string_equal(list_selected_id(&list), "b");
    list_set_filter(&list, "APF");
    assert_int_equal(list.visible_count, 1);
    assert_string_equal(list_selected_id(&list), "a");
    list_set_filter(&list, "pie app");
    assert_string_equal(list_selected_id(&list), "d");
    list_set_filter(&list, "none such");
    assert_null(list_selected_id(&list));
    list_handle(&list, ACTION_DOWN);
    list_handle(&list, ACTION_LAST);
    list_set_filter(&list, NULL);
    assert_int_equal(list.visible_count, 4);
    assert_string_equal(list_selected_id(&list), "b");
    list_handle(&list, ACTION_LAST);
    assert_string_equal(list_selected_id(&list), "d");
    list_set_rows(&list, 1);
    assert_string_equal(list_selected_id(&list), "b");
    list_free(&list);
}

static void test_document(void **state)
{
    (void)state;
    Document document = {0};
    Layout layout = {0};
    document_heading(&document, "Heading", NULL);
    document_body(&document, "First paragraph.\n\nSecond one, which is a little longer than the first.");
    document_field(&document, "Label", STYLE_NORMAL, "value", "note");
    document_link(&document, "A link", "a note", "the reason", "risk.x");
    document_link(&document, "Another", NULL, NULL, "risk.y");
    document_paragraph(&document, STYLE_NORMAL, NULL, NULL);
    assert_int_equal(document.link_count, 2);
    for (int columns = 1; columns < 200; columns += 7) {
        document_lay_out(&document, columns, &layout);
        assert_true(layout.count >= document.count);
        assert_int_equal(layout.lines[0].block, 0);
        assert_true(layout.lines[0].first);
    }
    document_lay_out(&document, 60, &layout);
    const DocumentLine *last = &layout.lines[layout.count - 1];
    assert_string_equal(last->text, "Another");
    assert_int_equal(document.blocks[last->block].link, 1);
    layout_free(&layout);
    document_clear(&document);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_key_has_one_meaning),
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_ascii),
        cmocka_unit_test(test_bars),
        cmocka_unit_test(test_line_edit),
        cmocka_unit_test(test_list),
        cmocka_unit_test(test_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
