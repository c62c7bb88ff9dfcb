/* test-csv-reader.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>
#include <unistd.h>

#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "tambour-csv-reader.h"

static TambourCsvReader *
open_bytes (const char  *text,
            gssize       length,
            GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return tambour_csv_reader_new (stream, '\0', NULL, error);
}

/* The rows of a file as one text: cells in brackets, rows with their lines. */
static char *
show (const char *text,
      gssize      length)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourCsvReader) reader = open_bytes (text, length, &error);
  g_autoptr(GString) shown = g_string_new (NULL);
  const TambourCsvRow *row;

  g_assert_no_error (error);
  for (guint i = 0; tambour_csv_reader_get_header (reader)[i] != NULL; i++)
    g_string_append_printf (shown, "[%s]", tambour_csv_reader_get_header (reader)[i]);

  while ((row = tambour_csv_reader_next (reader, NULL, &error)))
    {
      g_string_append_printf (shown, " %" G_GUINT64_FORMAT ":", row->line);
      for (guint i = 0; i < row->n_cells; i++)
        g_string_append_printf (shown, "[%s]", row->cells[i]);
    }

  if (error != NULL)
    g_string_append_printf (shown, " %s", error->message);

  return g_string_free (g_steal_pointer (&shown), FALSE);
}

static void
assert_shows (const char *text,
              const char *expected)
{
  g_autofree char *shown = show (text, -1);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_cells_keep_what_they_hold (void)
{
  assert_shows ("a,b\n1,2\n", "[a][b] 2:[1][2]");
  assert_shows ("a,b\n 1 ,\" 2 \"\n", "[a][b] 2:[ 1 ][ 2 ]");
  assert_shows ("a,b\n\"x, y\",\"say \"\"so\"\"\"\n", "[a][b] 2:[x, y][say \"so\"]");
  assert_shows ("a,b\n\"1\r\n2\",3\n4,5\n", "[a][b] 2:[1\r\n2][3] 4:[4][5]");
  assert_shows ("a,b\n5\" pipe,x\n", "[a][b] 2:[5\" pipe][x]");
}

static void
test_every_line_end_is_one (void)
{
  assert_shows ("a,b\r\n1,2\r\n3,4\r\n", "[a][b] 2:[1][2] 3:[3][4]");
  assert_shows ("a,b\r1,2\r3,4", "[a][b] 2:[1][2] 3:[3][4]");
  assert_shows ("a,b\n\n\r\n1,2\n\n3,4", "[a][b] 4:[1][2] 6:[3][4]");
  assert_shows ("a\n\"\"\nx", "[a] 2:[] 3:[x]");
}

static void
test_ragged_rows_are_shown_as_they_are (void)
{
  assert_shows ("a,b,c\n1\n1,2,3,4\n,,\n", "[a][b][c] 2:[1] 3:[1][2][3][4] 4:[][][]");
}

static void
test_separator_is_found (void)
{
  assert_shows ("a;b\n1,5;2\n", "[a][b] 2:[1,5][2]");
  assert_shows ("a\tb\n1,5\t2;3\n", "[a][b] 2:[1,5][2;3]");
  assert_shows ("a,b\n1;2,3\n", "[a][b] 2:[1;2][3]");
  assert_shows ("\"a;b\",c\n\"1;2;3\",4\n", "[a;b][c] 2:[1;2;3][4]");
  assert_shows ("one\n1\n", "[one] 2:[1]");
}

static void
test_errors_name_the_line (void)
{
  g_autofree char *zero = show ("a,b\n1,2\n3,\0004\n", 13);

  g_assert_cmpstr (zero, ==, "[a][b] 2:[1][2] Line 3 contains a zero byte: this is no text, or the file is damaged");
  assert_shows ("a,b\n1,2\n\"3,4\n5,6\n",
                "[a][b] 2:[1][2] The row at line 3 opens a quote that is never closed");
  assert_shows ("a,b\n1,2\n3,\"4\n5,6\n",
                "[a][b] 2:[1][2] The row at line 3 opens a quote that is never closed");
}

/* 0x81 is nothing in cp1252, half a character nothing in UTF-16. */
static void
test_what_is_no_text_is_refused (void)
{
  g_autofree char *hole = show ("a,b\nR\xe9,2\n3,\x81\n", 14);
  g_autofree char *half = show ("\xff\xfe"
                                "a\0,\0b\0\n\0001\0,\0002\0\n\0003",
                                19);

  g_assert_true (g_str_has_prefix (hole, "[a][b] 2:[Ré][2] The file cannot be read behind line 3 as CP1252"));
  g_assert_true (g_str_has_prefix (half, "[a][b] 2:[1][2] The file cannot be read behind line 3 as UTF-16LE"));
}

static void
test_pipes_are_read (void)
{
  const char *text = "a;b\n1;\"2\n\"\n3;\xe4\n";
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(TambourCsvReader) reader = NULL;
  g_autoptr(GError) error = NULL;
  const TambourCsvRow *row;
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], text, strlen (text)), ==, strlen (text));
  close (ends[1]);

  stream = g_unix_input_stream_new (ends[0], TRUE);
  reader = tambour_csv_reader_new (stream, '\0', NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (tambour_csv_reader_get_fraction (reader), <, 0);
  g_assert_cmpint (tambour_csv_reader_get_separator (reader), ==, ';');
  g_assert_nonnull (tambour_csv_reader_next (reader, NULL, NULL));
  row = tambour_csv_reader_next (reader, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (row->line, ==, 4);
  g_assert_cmpstr (row->cells[1], ==, "ä");
}

static void
test_empty_file_is_refused (void)
{
  const char * const empty[] = { "", "\n\n", "\xef\xbb\xbf" };

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TambourCsvReader) reader = open_bytes (empty[i], -1, &error);

      g_assert_null (reader);
      g_assert_error (error, TAMBOUR_CSV_ERROR, TAMBOUR_CSV_ERROR_EMPTY);
    }
}

static void
check_encoding (const char         *bytes,
                gsize               length,
                TambourCsvEncoding  expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourCsvReader) reader = open_bytes (bytes, length, &error);
  const TambourCsvRow *row;

  g_assert_no_error (error);
  g_assert_cmpint (tambour_csv_reader_get_encoding (reader), ==, expected);
  g_assert_cmpstr (tambour_csv_reader_get_header (reader)[0], ==, "naïve");
  row = tambour_csv_reader_next (reader, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (row->cells[1], ==, "Zürich “1” €");
  g_assert_cmpuint (row->line, ==, 2);
}

static void
test_encoding_is_found (void)
{
  const char *text = "\"naïve\",b\r\n1,Zürich “1” €\r\n";
  const struct
  {
    const char         *name;
    const char         *mark;
    gsize               mark_length;
    TambourCsvEncoding  expected;
  } encodings[] = {
    { "UTF-8", "", 0, TAMBOUR_CSV_UTF_8 },
    { "UTF-8", "\xef\xbb\xbf", 3, TAMBOUR_CSV_UTF_8 },
    { "UTF-16LE", "", 0, TAMBOUR_CSV_UTF_16_LE },
    { "UTF-16LE", "\xff\xfe", 2, TAMBOUR_CSV_UTF_16_LE },
    { "UTF-16BE", "", 0, TAMBOUR_CSV_UTF_16_BE },
    { "UTF-16BE", "\xfe\xff", 2, TAMBOUR_CSV_UTF_16_BE },
    { "CP1252", "", 0, TAMBOUR_CSV_CP1252 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autofree char *bytes = g_convert (text, -1, encodings[i].name, "UTF-8", NULL, &length, NULL);
      g_autofree char *whole = g_malloc (length + 3);

      g_assert_nonnull (bytes);
      memcpy (whole, encodings[i].mark, encodings[i].mark_length);
      memcpy (whole + encodings[i].mark_length, bytes, length);
      check_encoding (whole, length + encodings[i].mark_length, encodings[i].expected);
    }
}

/* The one name with an accent stands far behind what a sample would show. */
static void
test_encoding_is_found_in_the_last_row (void)
{
  g_autoptr(GString) text = g_string_new ("name,town\n");
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourCsvReader) reader = NULL;
  const TambourCsvRow *row;

  for (guint i = 0; i < 40000; i++)
    g_string_append (text, "somebody,somewhere\n");
  g_string_append (text, "Ren\xe9,Orl\xe9"
                         "ans\n");

  reader = open_bytes (text->str, text->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 40000; i++)
    g_assert_nonnull (tambour_csv_reader_next (reader, NULL, NULL));

  row = tambour_csv_reader_next (reader, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (row->cells[0], ==, "René");
  g_assert_cmpuint (row->line, ==, 40002);
}

/* Cells that lie across the blocks that are read. */
static void
test_rows_may_lie_across_blocks (void)
{
  g_autoptr(GString) text = g_string_new ("a,b\r\n");
  g_autofree char *large = g_strnfill (300000, 'x');
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourCsvReader) reader = NULL;
  const TambourCsvRow *row;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "\"ä%u\r\n\"\"\",%u\r\n", i, i);
  g_string_append_printf (text, "%s,\"%s\"", large, large);

  reader = open_bytes (text->str, text->len, &error);
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *first = g_strdup_printf ("ä%u\r\n\"", i);

      row = tambour_csv_reader_next (reader, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (row->line, ==, 2 + 2 * i);
      g_assert_cmpuint (row->n_cells, ==, 2);
      g_assert_cmpstr (row->cells[0], ==, first);
    }

  row = tambour_csv_reader_next (reader, NULL, &error);
  g_assert_cmpuint (strlen (row->cells[1]), ==, 300000);
  g_assert_null (tambour_csv_reader_next (reader, NULL, &error));
  g_assert_no_error (error);
}

/* What csv-spectrum says; in one of its files the expected number is that of
 * another file, so that cell is not compared.
 */
static void
compare_rows (TambourCsvReader *reader,
              JsonNode         *expected,
              const char       *name)
{
  g_autoptr(JsonArray) alone = json_array_new ();
  JsonArray *array = alone;
  const TambourCsvRow *row;
  guint n = 0;

  if (JSON_NODE_HOLDS_ARRAY (expected))
    array = json_node_get_array (expected);
  else
    json_array_add_object_element (alone, json_node_dup_object (expected));

  for (; (row = tambour_csv_reader_next (reader, NULL, NULL)); n++)
    {
      JsonObject *object = json_array_get_object_element (array, n);

      g_assert_cmpuint (row->n_cells, ==, json_object_get_size (object));
      for (guint i = 0; i < row->n_cells; i++)
        {
          const char *column = tambour_csv_reader_get_header (reader)[i];

          if (!g_str_equal (name, "location_coordinates.csv") || i > 0)
            g_assert_cmpstr (row->cells[i], ==, json_object_get_string_member (object, column));
        }
    }

  g_assert_cmpuint (n, ==, json_array_get_length (array));
}

static void
test_spectrum (void)
{
  const char *shared = g_getenv ("TAMBOUR_SHARED");
  g_autofree char *folder = shared ? g_build_filename (shared, "data", "csv", "csvs", NULL) : NULL;
  g_autoptr(GDir) dir = folder ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *base = g_strndup (name, strlen (name) - strlen (".csv"));
      g_autofree char *json = g_strdup_printf ("%s/data/csv/json/%s.json", shared, base);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(JsonParser) parser = json_parser_new ();
      g_autoptr(GError) error = NULL;
      g_autoptr(TambourCsvReader) reader = tambour_csv_reader_open (file, '\0', NULL, &error);

      g_assert_no_error (error);
      g_assert_true (json_parser_load_from_file (parser, json, NULL));
      compare_rows (reader, json_parser_get_root (parser), name);
      n++;
    }

  g_assert_cmpuint (n, ==, 12);
}

static gsize
resident_kilobytes (void)
{
  g_autofree char *text = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &text, NULL, NULL));
  line = strstr (text, "VmRSS:");

  return g_ascii_strtoull (line + strlen ("VmRSS:"), NULL, 10);
}

static void
test_memory_stays_flat (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "tambour-flat-XXXXXX", NULL);
  int fd = g_mkstemp (path);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GString) text = g_string_new ("a,b,c,d,e,f,g,h\n");
  g_autoptr(TambourCsvReader) reader = NULL;
  gsize before;
  guint64 n = 0;

  g_close (fd, NULL);
  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "12345,\"a, cell\",third cell,fourth,5,6,7,the last one\n");
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  g_string_set_size (text, 0);

  before = resident_kilobytes ();
  reader = tambour_csv_reader_open (file, '\0', NULL, NULL);
  while (tambour_csv_reader_next (reader, NULL, NULL))
    n++;

  g_assert_cmpuint (n, ==, 200000);
  g_assert_cmpuint (resident_kilobytes (), <, before + 4096);
  g_assert_cmpfloat (tambour_csv_reader_get_fraction (reader), ==, 1);
  g_file_delete (file, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/cells-keep-what-they-hold", test_cells_keep_what_they_hold);
  g_test_add_func ("/csv/every-line-end-is-one", test_every_line_end_is_one);
  g_test_add_func ("/csv/ragged-rows-are-shown-as-they-are", test_ragged_rows_are_shown_as_they_are);
  g_test_add_func ("/csv/the-separator-is-found", test_separator_is_found);
  g_test_add_func ("/csv/errors-name-the-line", test_errors_name_the_line);
  g_test_add_func ("/csv/what-is-no-text-is-refused", test_what_is_no_text_is_refused);
  g_test_add_func ("/csv/pipes-are-read", test_pipes_are_read);
  g_test_add_func ("/csv/an-empty-file-is-refused", test_empty_file_is_refused);
  g_test_add_func ("/csv/the-encoding-is-found", test_encoding_is_found);
  g_test_add_func ("/csv/the-encoding-is-found-in-the-last-row", test_encoding_is_found_in_the_last_row);
  g_test_add_func ("/csv/rows-may-lie-across-blocks", test_rows_may_lie_across_blocks);
  g_test_add_func ("/csv/the-spectrum-is-read", test_spectrum);
  g_test_add_func ("/csv/memory-stays-flat", test_memory_stays_flat);

  return g_test_run ();
}
