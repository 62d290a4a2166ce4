/* C-c (SIGINT), SIGTERM and SIGHUP as a wish to stop that work asks for, so that a transaction is rolled back and no
 * file is left half done. */
#ifndef GAIRO_CLI_INTERRUPT_H
#define GAIRO_CLI_INTERRUPT_H

#include <stdbool.h>

/* From here on a write to a closed pipe fails instead of ending the program. */
void interrupt_ignore_pipes(void);
/* Until interrupt_unwatch() the signals only note the wish; before and after they end the program at once. */
void interrupt_watch(void);
void interrupt_unwatch(void);
bool interrupt_requested(void);
/* Notes a signal that another part of the program has caught and acted on; 0: none. */
void interrupt_note(int number);
/* Ends the program by the signal that was received, as its caller expects; returns where there was none. */
void interrupt_end(void);

#endif
