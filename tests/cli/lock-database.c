/* lock-database FILE COMMAND ARG...: holds FILE locked against all others while COMMAND runs; ends with COMMAND's exit status. */
#include <sqlite3.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    sqlite3 *database = NULL;
    int status = 0;

    if (argc < 3)
        return 99;
    if (sqlite3_open_v2(argv[1], &database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK ||
        sqlite3_exec(database, "BEGIN EXCLUSIVE", NULL, NULL, NULL) != SQLITE_OK) {
        (void)fprintf(stderr, "lock-database: %s\n", sqlite3_errmsg(database));
        return 99;
    }
    pid_t child = fork();
    if (child == 0) {
        (void)execvp(argv[2], argv + 2);
        _exit(99);
    }
    if (child < 0 || waitpid(child, &status, 0) != child)
        return 99;
    (void)sqlite3_exec(database, "ROLLBACK", NULL, NULL, NULL);
    (void)sqlite3_close(database);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 99;
}
