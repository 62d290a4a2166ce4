/* Reading under a cap and writing all or nothing. */
#ifndef GAIRO_CORE_FILE_H
#define GAIRO_CORE_FILE_H

#include "core/error.h"
#include "core/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Reads a regular file whole into *content (appended). Fails with ERROR_LIMIT above limit bytes, ERROR_NOT_FOUND where
 * it does not exist, ERROR_IO otherwise (a folder, a device, no permission), naming path. */
bool file_read(const char *path, size_t limit, Text *content, Error *error);
/* Writes bytes to a temporary file beside path, syncs it and renames it over path (mode 0644 less the umask, or the
 * mode of the file replaced); where path is a symbolic link, what it points to is replaced. Fails with ERROR_IO, or
 * ERROR_NOT_FOUND where the folder does not exist. On failure (full disk, read-only folder) path is as it was and no
 * part file is left. */
bool file_write(const char *path, const char *bytes, size_t length, Error *error);
/* Writes to an open descriptor until all is out. A closed pipe fails with ERROR_IO and errno EPIPE. */
bool descriptor_write(int descriptor, const char *bytes, size_t length, Error *error);
/* One write() that raises no SIGPIPE, whatever the program does with that signal. Returns and sets errno as write(). */
ssize_t descriptor_write_some(int descriptor, const char *bytes, size_t length);
/* Collects the regular files below folder (or folder itself where it is a file) into files, sorted by bytes; hidden
 * entries are passed over, symbolic links to folders are not followed. Fails with ERROR_LIMIT beyond limit files. */
bool folder_files(const char *folder, size_t limit, StringList *files, Error *error);
bool file_exists(const char *path);
/* Makes a folder and its parents (mode 0700). Existing is no error. */
bool folder_make(const char *path, Error *error);
/* "folder/name"; the caller owns it. */
char *path_join(const char *folder, const char *name);
/* The part after the last "/"; points into path. */
const char *path_name(const char *path);

#define FILE_TIME_SIZE sizeof "YYYY-MM-DDTHH:MM:SSZ"
/* When the file at path was written last, in UTC as ISO 8601. False where there is none; result is "" then. */
bool file_written(const char *path, char result[FILE_TIME_SIZE]);

#endif
