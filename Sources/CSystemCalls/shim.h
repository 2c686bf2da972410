// What the Glibc module does not offer to Swift.
#ifndef MENTORBREV_SYSTEM_CALLS_H
#define MENTORBREV_SYSTEM_CALLS_H

#ifdef __linux__
// How memory is taken from the system (mallopt(3)).
#include <malloc.h>
#include <spawn.h>

/// Waits until everything on the file system of an open file is on the disk (syncfs(2)).
extern int syncfs(int file);

#ifdef __GLIBC__
/// Closes the files from a number on in a program that is started (posix_spawn_file_actions_addclosefrom_np(3)).
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
#endif
#endif

#endif
