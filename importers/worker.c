/* gairo-worker: reads and renders what came from outside, in a process of its own under limits (core/process.h). It
 * opens no file: everything comes and goes through its pipes (importers/protocol.h). */
#include "config.h"

#include "importers/read/manifest.h"
#include "importers/read/reviews.h"
#include "importers/read/serve.h"
#include "sheets/render/render.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    const char *mode = count == 2 ? arguments[1] : "";
    Error error = {0};
    bool good = false;

    if (strcmp(mode, "import") == 0)
        good = read_run(STDIN_FILENO, STDOUT_FILENO, &error);
    else if (strcmp(mode, "manifests") == 0)
        good = manifests_run(STDIN_FILENO, STDOUT_FILENO, &error);
    else if (strcmp(mode, "reviews") == 0)
        good = reviews_run(STDIN_FILENO, STDOUT_FILENO, &error);
    else if (strcmp(mode, "render") == 0)
        good = render_run(STDIN_FILENO, STDOUT_FILENO, &error);
    /* Nobody reads what a worker prints; its exit status tells gairo. */
    error_clear(&error);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
