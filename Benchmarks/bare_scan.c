/* Steps through the answer sheets of a store and touches what Waymark reads of each row, nothing
   more: the least that any program over the same rows must do. Prints rows and seconds of CPU. */
#include <sqlite3.h>
#include <stdio.h>
#include <time.h>

int main(int argc, char **argv) {
  sqlite3 *db;
  sqlite3_stmt *statement;
  if (argc != 2 || sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) return 2;
  clock_t began = clock();
  if (sqlite3_prepare_v2(db, "SELECT role, background, sheet FROM answer_sheet", -1, &statement,
                         NULL) != SQLITE_OK) return 2;
  long rows = 0, sum = 0;
  while (sqlite3_step(statement) == SQLITE_ROW) {
    sum += sqlite3_column_int(statement, 0) + *sqlite3_column_text(statement, 1)
        + *sqlite3_column_text(statement, 2);
    rows++;
  }
  sqlite3_finalize(statement);
  sqlite3_close(db);
  printf("%ld %.4f %ld\n", rows, (double)(clock() - began) / CLOCKS_PER_SEC, sum);
  return 0;
}
