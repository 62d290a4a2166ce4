#include "cli/near.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static StringList names;

static int set_up(void **state)
{
    (void)state;
    string_list_add(&names, "list");
    string_list_add(&names, "show");
    string_list_add(&names, "search");
    string_list_add(&names, "recommendation");
    string_list_add(&names, "recommendations");
    string_list_add(&names, "instrument");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    string_list_free(&names);
    return 0;
}

static void slips_of_the_fingers(void **state)
{
    (void)state;
    assert_string_equal(near_name("lits", &names), "list");
    assert_string_equal(near_name("lst", &names), "list");
    assert_string_equal(near_name("shwo", &names), "show");
    assert_string_equal(near_name("serach", &names), "search");
    assert_string_equal(near_name("recomendation", &names), "recommendation");
}

static void beginnings(void **state)
{
    (void)state;
    assert_string_equal(near_name("instr", &names), "instrument");
    assert_null(near_name("reco", &names)); /* two begin so */
    assert_null(near_name("i", &names));
}

static void strangers(void **state)
{
    char huge[200];

    (void)state;
    memset(huge, 'l', sizeof huge - 1);
    huge[sizeof huge - 1] = '\0';
    assert_null(near_name("", &names));
    assert_null(near_name("zebra", &names));
    assert_null(near_name(huge, &names));
}

static void hints(void **state)
{
    char *hint = near_hint("lits", "--", &names);

    (void)state;
    assert_string_equal(hint, " (did you mean '--list'?)");
    free(hint);
    hint = near_hint("zebra", "--", &names);
    assert_string_equal(hint, "");
    free(hint);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slips_of_the_fingers),
        cmocka_unit_test(beginnings),
        cmocka_unit_test(strangers),
        cmocka_unit_test(hints),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
