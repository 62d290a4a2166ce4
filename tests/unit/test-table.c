#include "config.h"

#include "cli/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <locale.h>

static const TableColumn columns[] = {
    {"id", "Id", false, false}, {"title", "Title", false, true}, {"number", "Number", true, false}};

static void fill(Table *table, const char *id, const char *title, const char *number)
{
    table_add_row(table);
    table_set(table, 0, id);
    table_set(table, 1, title);
    table_set(table, 2, number);
}

static void assert_output(Output *output, const char *expected)
{
    assert_string_equal(output->buffer.data ? output->buffer.data : "", expected);
    text_free(&output->buffer);
}

static void aligned(void **state)
{
    TableLook look = {.titles = true};
    Output output = {0};
    Table table;

    (void)state;
    table_init(&table, columns, 3);
    fill(&table, "a.b", "Été 日本", "7");
    fill(&table, "a.long", NULL, "123");
    table_write(&table, &look, &output);
    assert_output(&output, "Id      Title     Number\n"
                           "a.b     Été 日本       7\n"
                           "a.long               123\n");
    table_free(&table);
}

static void no_trailing_blanks(void **state)
{
    TableLook look = {.titles = false, .indent = 2};
    Output output = {0};
    Table table;

    (void)state;
    table_init(&table, columns, 2);
    table_add_row(&table);
    table_set(&table, 0, "x");
    table_write(&table, &look, &output);
    assert_output(&output, "  x\n");
    table_free(&table);
}

static void gives_way(void **state)
{
    TableLook look = {.columns = 30, .titles = true};
    Output output = {0};
    Table table;

    (void)state;
    table_init(&table, columns, 3);
    fill(&table, "a.b", "A title that is much longer than there is room", "7");
    table_write(&table, &look, &output);
    assert_output(&output, "Id   Title              Number\n"
                           "a.b  A title that is …       7\n");
    table_free(&table);
}

static void never_wider(void **state)
{
    TableLook look = {.columns = 20, .titles = true};
    Output output = {0};
    Table table;

    (void)state;
    table_init(&table, columns, 3);
    fill(&table, "an.identifier-that-is-long", "title", "7");
    table_write(&table, &look, &output);
    assert_output(&output, "Id                 …\nan.identifier-that-…\n");
    table_free(&table);
}

static void hostile_text(void **state)
{
    TableLook look = {.titles = false};
    Output output = {0};
    Table table;

    (void)state;
    table_init(&table, columns, 2);
    table_add_row(&table);
    table_set(&table, 0, "a\033[31mb\nc");
    table_set(&table, 1, "\xff");
    table_write(&table, &look, &output);
    assert_non_null(output.buffer.data);
    for (size_t i = 0; i + 1 < output.buffer.length; i++)
        assert_true((unsigned char)output.buffer.data[i] >= ' ');
    text_free(&output.buffer);
    table_free(&table);
}

static void nothing(void **state)
{
    TableLook look = {.titles = true};
    Output output = {0};
    Table table;

    (void)state;
    table_init(&table, columns, 3);
    table_write(&table, &look, &output);
    assert_output(&output, "");
    table_write_tsv(&table, &output);
    assert_output(&output, "id\ttitle\tnumber\n");
    table_free(&table);
}

static void tabs_between(void **state)
{
    Output output = {0};
    Table table;

    (void)state;
    table_init(&table, columns, 3);
    fill(&table, "a.b", "with\ttab and\nline", NULL);
    fill(&table, "=1+1", "@sum", "-5");
    table_write_tsv(&table, &output);
    assert_output(&output, "id\ttitle\tnumber\na.b\twith tab and line\t\n'=1+1\t'@sum\t'-5\n");
    table_free(&table);
}

static void commas_between(void **state)
{
    Output output = {0};
    Error error = {0};
    Table table;

    (void)state;
    table_init(&table, columns, 3);
    fill(&table, "a.b", "say \"no\", twice", "1");
    fill(&table, "+1", " blank", "a,b");
#ifdef HAVE_LIBCSV
    assert_true(table_write_csv(&table, &output, &error));
    assert_output(&output, "id,title,number\na.b,\"say \"\"no\"\", twice\",1\n'+1,\" blank\",\"a,b\"\n");
#else
    assert_false(table_write_csv(&table, &output, &error));
    assert_int_equal(error.code, ERROR_UNSUPPORTED);
    assert_output(&output, "");
#endif
    error_clear(&error);
    table_free(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(aligned),      cmocka_unit_test(no_trailing_blanks), cmocka_unit_test(gives_way),
        cmocka_unit_test(never_wider),  cmocka_unit_test(hostile_text),       cmocka_unit_test(nothing),
        cmocka_unit_test(tabs_between), cmocka_unit_test(commas_between),
    };

    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 77;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
