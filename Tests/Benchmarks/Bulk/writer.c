/* The least that a bulk run can be: writes finished letters, a folder and a file each, and nothing else.
 *
 *   writer BLOB FOLDER WORKERS [GROUP]
 *
 * The blob holds, for each letter: lengths of path and bytes (32 bits each, little-endian), path, bytes. With GROUP the
 * file system is synced after so many letters and a line for each is appended to a journal that is synced too: what
 * `issue` promises. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct letter { const char *path, *bytes; uint32_t length; };

static struct letter *letters;
static size_t next, end;
static int folder;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

static void check(int isGood, const char *what) { if (!isGood) { perror(what); exit(1); } }

static void put(const struct letter *letter) {
  char parent[512];
  snprintf(parent, sizeof parent, "%s", letter->path);
  *strrchr(parent, '/') = 0;
  mkdirat(folder, parent, 0700);
  int file = openat(folder, letter->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  check(file >= 0, letter->path);
  check(write(file, letter->bytes, letter->length) == (ssize_t)letter->length, letter->path);
  close(file);
}

static void *work(void *unused) {
  for (;;) {
    pthread_mutex_lock(&turn);
    size_t first = next, last = first + 16 < end ? first + 16 : end;
    next = last;
    pthread_mutex_unlock(&turn);
    if (first == last) return unused;
    for (size_t i = first; i < last; i++) put(&letters[i]);
  }
}

int main(int count, char **arguments) {
  int blob = open(arguments[1], O_RDONLY), workers = atoi(arguments[3]);
  size_t group = count > 4 ? (size_t)atol(arguments[4]) : 0, total = 0;
  struct stat status;
  check(fstat(blob, &status) == 0, arguments[1]);
  char *bytes = mmap(NULL, status.st_size, PROT_READ, MAP_PRIVATE, blob, 0), *place = bytes;
  letters = malloc(sizeof *letters * (status.st_size / 64 + 1));
  while (place < bytes + status.st_size) {
    uint32_t lengths[2];
    memcpy(lengths, place, sizeof lengths);
    letters[total].path = strndup(place + 8, lengths[0]);
    letters[total].bytes = place + 8 + lengths[0];
    letters[total++].length = lengths[1];
    place += 8 + lengths[0] + lengths[1];
  }
  mkdir(arguments[2], 0700);
  check((folder = open(arguments[2], O_RDONLY | O_DIRECTORY)) >= 0, arguments[2]);
  int journal = group ? openat(folder, "journal", O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
  for (size_t start = 0; start < total; start = end) {
    next = start;
    end = group && start + group < total ? start + group : total;
    pthread_t threads[64];
    for (int i = 0; i < workers; i++) pthread_create(&threads[i], NULL, work, NULL);
    for (int i = 0; i < workers; i++) pthread_join(threads[i], NULL);
    if (!group) break;
    check(syncfs(folder) == 0, "syncfs");
    for (size_t i = start; i < end; i++) dprintf(journal, "{\"document\":\"%s\"}\n", letters[i].path);
    check(fsync(journal) == 0, "fsync");
  }
  return 0;
}
