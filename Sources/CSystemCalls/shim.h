// What the Glibc module does not offer to Swift.
#ifndef MENTORBREV_SYSTEM_CALLS_H
#define MENTORBREV_SYSTEM_CALLS_H

#ifdef __linux__
/// Waits until everything on the file system of an open file is on the disk (syncfs(2)).
extern int syncfs(int file);
#endif

#endif
