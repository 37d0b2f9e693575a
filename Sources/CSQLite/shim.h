#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

#include <sqlite3.h>

// Swift can't call a C function that takes any number of arguments. Statistics of memory lock
// something at each piece that is taken or given back, and nobody here reads them.
static inline int sqlite_without_statistics(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

#endif
