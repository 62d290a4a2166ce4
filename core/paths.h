/* Where gairo's own files are. Where GAIRO_FOLDER is set it stands for the folder of the executable: test programs,
 * which lie deeper in the build tree, find everything through it. */
#ifndef GAIRO_CORE_PATHS_H
#define GAIRO_CORE_PATHS_H

#include "core/error.h"

/* The full path of a shipped file or folder, named relative to the top of the source tree ("data",
 * "sheets/render/html.xsl"). Looked up, first found wins: "resources/" beside the executable (the build tree),
 * "../share/gairo/" from the executable's folder, the installed package data folder. NULL with an error naming it where
 * it is in none. The caller owns it. */
char *resource_path(const char *relative, Error *error);
/* The worker: "gairo-worker" beside the executable, "../libexec/gairo/" from there, or the installed one. */
char *worker_path(Error *error);
/* The database: GAIRO_DB, else $XDG_DATA_HOME/gairo/gairo.db, else ~/.local/share/gairo/gairo.db. NULL with an error
 * where no home folder is known. The caller owns it. The folder is not made. */
char *database_path(Error *error);
/* $XDG_CONFIG_HOME/gairo, else ~/.config/gairo; NULL where no home is known. The caller owns it. */
char *config_path(void);
/* Where running programs of one user find each other: $XDG_RUNTIME_DIR/gairo, else $XDG_STATE_HOME/gairo, else
 * ~/.local/state/gairo; NULL where no home is known. The folder is not made. The caller owns it. */
char *runtime_path(void);

#endif
