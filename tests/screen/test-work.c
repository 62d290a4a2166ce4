/* Work that takes long: loading the data of a newer gairo, and stopping what one does not want to wait for. */
#include "config.h"

#include "tests/screen/harness.h"
#include "tests/temporary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MANY 30000

static char folder[64];      /* of the test's own gairo resources */
static char environment[96]; /* names it */

/* The resources of a gairo that came out in 2099, with one term more. */
static int make_newer(void **state)
{
    char path[128];
    (void)state;
    assert_true(make_temporary_folder(folder, sizeof folder, "newer"));
    snprintf(environment, sizeof environment, "GAIRO_FOLDER=%s", folder);
    setenv("NEWER", folder, 1);
    assert_int_equal(system("mkdir \"$NEWER/resources\" && cp -rL resources/data \"$NEWER/resources/data\" && "
                            "chmod -R u+w \"$NEWER/resources/data\" && ln -s \"$PWD/gairo-worker\" \"$NEWER\" && "
                            "ln -s \"$PWD/resources/importers\" \"$PWD/resources/sheets\" \"$NEWER/resources\" && "
                            "echo 2099-01-01 >\"$NEWER/resources/data/VERSION\""),
                     0);
    snprintf(path, sizeof path, "%s/resources/data/terms-2099.xml", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("<gairo xmlns=\"urn:gairo:data:1\" source=\"gairo\" title=\"gairo data set\" version=\"2099-01-01\" "
          "date=\"2099-01-01\" licence=\"CC BY 4.0\"><term id=\"term.brand-new\"><title>Brand new</title>"
          "<summary>Not known before.</summary><source ref=\"reference.gairo\" basis=\"editorial\"/></term></gairo>\n",
          file);
    return fclose(file);
}

static int remove_newer(void **state)
{
    (void)state;
    return system("rm -r \"$NEWER\"");
}

static Screen *start_newer(const char *database, int rows, int columns)
{
    return screen_start(&(ScreenOptions){.database = database,
                                         .rows = rows,
                                         .columns = columns,
                                         .environment = (const char *const[]){environment, NULL}});
}

/* Later, Esc and a start after that: it is offered again, and nothing changed. */
static void test_later_keeps_the_data(void **state)
{
    (void)state;
    const char *database = screen_database();
    Screen *screen = start_newer(database, 24, 80);
    screen_expect(screen, "A newer data set is there");
    screen_expect(screen, "2099-01-01");
    screen_check(screen, true);
    screen_type(screen, "Enter");
    screen_expect(screen, "Kept the data");
    screen_expect(screen, "next start");
    screen_type(screen, "F4 b r a n d");
    screen_expect_not(screen, "Brand new");
    screen_stop(screen);
    screen = start_newer(database, 24, 80);
    screen_expect(screen, "A newer data set is there");
    screen_resize(screen, 3, 10);
    screen_resize(screen, 12, 40);
    screen_expect(screen, "Load it now");
    screen_check(screen, true);
    screen_resize(screen, 24, 80);
    screen_type(screen, "Esc");
    screen_expect(screen, "Kept the data");
    screen_stop(screen);
}

/* Load it now: what is new is there, what is the user's own stays, and it is offered no more. */
static void test_loading_keeps_own_things(void **state)
{
    (void)state;
    const char *database = screen_database();
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    screen_type(screen, "r Space Down Space");
    screen_expect(screen, "basket 2");
    screen_stop(screen);
    screen = start_newer(database, 24, 80);
    screen_type(screen, "Down Enter");
    screen_wait_for(screen, "Loaded: 1 added");
    screen_settle(screen);
    screen_expect(screen, "Your own sheets and notes stay.");
    screen_expect(screen, "basket 2");
    screen_type(screen, "b");
    screen_expect(screen, "1 of 2");
    screen_stop(screen);
    screen = start_newer(database, 24, 80);
    screen_expect_not(screen, "A newer data set is there");
    screen_expect(screen, "basket 2");
    screen_type(screen, "F4 b r a n d");
    screen_expect(screen, "Brand new");
    screen_stop(screen);
}

/* A long message is not cut, however narrow the screen is. */
static void test_long_messages_are_whole(void **state)
{
    (void)state;
    Screen *screen = start_newer(screen_database(), 20, 40);
    screen_type(screen, "2");
    screen_wait_for(screen, "Loaded: 1 added");
    screen_settle(screen);
    screen_expect(screen, "stay.");
    screen_check(screen, true);
    screen_stop(screen);
}

static void import_many(const char *database)
{
    char path[160];
    snprintf(path, sizeof path, "%s-many.xml", database);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("<gairo xmlns=\"urn:gairo:data:1\" source=\"many\" title=\"Many\" version=\"1\" date=\"2026-01-01\" "
          "licence=\"CC BY 4.0\">\n",
          file);
    for (int i = 0; i < MANY; i++) {
        fprintf(file,
                "<term id=\"term.many-%d\"><title>Many %d</title><summary>One of many.</summary>"
                "<source ref=\"reference.gairo\" basis=\"editorial\"/></term>\n",
                i, i);
    }
    fputs("</gairo>\n", file);
    assert_int_equal(fclose(file), 0);
    screen_run(database, (const char *const[]){"import", path, NULL});
    unlink(path);
}

/* Esc ends a question to the store that takes long; the explorer goes on as before. */
static void test_escape_stops_a_long_query(void **state)
{
    (void)state;
    const char *database = screen_database();
    import_many(database);
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    screen_send(screen, "x Esc");
    screen_wait_for(screen, "Stopped.");
    screen_type(screen, "gh");
    screen_expect(screen, "Broader societal aspects");
    screen_check(screen, true);
    screen_stop(screen);
}

/* What is typed while a question takes long keeps its order, though each letter stops the search of the one before. */
static void test_keys_typed_meanwhile_keep_their_order(void **state)
{
    (void)state;
    const char *database = screen_database();
    import_many(database);
    Screen *screen = screen_start(&(ScreenOptions){.database = database});
    screen_send(screen, "x g/ m a n y Space 1 2 3 4 5");
    screen_wait_for(screen, "> many 12345");
    screen_wait_for(screen, "Many 12345");
    screen_expect(screen, "1 found");
    screen_check(screen, false);
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_later_keeps_the_data),
        cmocka_unit_test(test_loading_keeps_own_things),
        cmocka_unit_test(test_long_messages_are_whole),
        cmocka_unit_test(test_escape_stops_a_long_query),
        cmocka_unit_test(test_keys_typed_meanwhile_keep_their_order),
    };
    return cmocka_run_group_tests(tests, make_newer, remove_newer);
}
