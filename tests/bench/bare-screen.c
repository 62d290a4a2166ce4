/* The limit for a screen: curses, and at each key another letter in every cell. */
#include <curses.h>
#include <locale.h>

int main(void)
{
    setlocale(LC_ALL, "");
    initscr();
    cbreak();
    noecho();
    for (int round = 0;; round++) {
        for (int row = 0; row < LINES; row++) {
            for (int column = 0; column < COLS; column++) {
                mvaddch(row, column, (chtype)('a' + (row + column + round) % 26));
            }
        }
        move(0, 0);
        refresh();
        int key = getch();
        if (key == 'Q' || key == ERR) { /* ERR: the terminal is gone */
            break;
        }
    }
    endwin();
    return 0;
}
