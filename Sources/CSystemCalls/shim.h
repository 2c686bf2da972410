// What the Glibc module does not offer to Swift.
#ifndef MENTORBREV_SYSTEM_CALLS_H
#define MENTORBREV_SYSTEM_CALLS_H

#ifdef __linux__
// How memory is taken from the system (mallopt(3)).
#include <malloc.h>

/// Waits until everything on the file system of an open file is on the disk (syncfs(2)).
extern int syncfs(int file);
#endif

#endif
