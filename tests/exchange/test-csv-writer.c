/* test-csv-writer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-cell.h"
#include "tambour-csv-reader.h"
#include "tambour-csv-writer.h"

static GBytes *
write_table (GPtrArray             *table,
             TambourCsvWriterFlags  flags)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(TambourCsvWriter) writer = tambour_csv_writer_new (stream, flags);
  g_autoptr(GError) error = NULL;

  for (guint row = 0; row < table->len; row++)
    {
      for (GStrv cell = table->pdata[row]; *cell != NULL; cell++)
        tambour_csv_writer_add_cell (writer, *cell);
      tambour_csv_writer_end_row (writer, NULL, &error);
      g_assert_no_error (error);
    }

  g_assert_true (tambour_csv_writer_finish (writer, NULL, NULL));
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
write_cell (const char *cell)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(TambourCsvWriter) writer = tambour_csv_writer_new (stream, TAMBOUR_CSV_WRITER_PLAIN);
  gsize length;

  tambour_csv_writer_add_cell (writer, cell);
  tambour_csv_writer_end_row (writer, NULL, NULL);
  tambour_csv_writer_finish (writer, NULL, NULL);
  length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));

  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)), length - strlen ("\r\n"));
}

static void
test_formulas_are_guarded (void)
{
  static const struct
  {
    const char *cell;
    const char *written;
  } cells[] = {
    { "=1+1", "'=1+1" },
    { "+49 30 1", "'+49 30 1" },
    { "@home", "'@home" },
    { "-5", "-5" },
    { "-12.5e3", "-12.5e3" },
    { "-5 days", "'-5 days" },
    { "--5", "'--5" },
    { "'=x", "''=x" },
    { "'-5", "''-5" },
    { "'quoted'", "'quoted'" },
    { "a,b", "\"a,b\"" },
    { " a", "\" a\"" },
    { "say \"so\"", "\"say \"\"so\"\"\"" },
    { "1\n2", "\"1\n2\"" },
    { "", "\"\"" },
    { "plain = fine", "plain = fine" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *written = write_cell (cells[i].cell);

      g_assert_cmpstr (written, ==, cells[i].written);
    }
}

static char *
random_cell (GRand *random)
{
  static const char * const pieces[] = {
    "a", "Z", " ", ",", ";", "\t", "\"", "\"\"", "\r\n", "\n", "\r", "'", "=", "+", "-", "@", "7", "ü", "€", "日本", "0.5", "x"
  };
  g_autoptr(GString) text = g_string_new (NULL);

  for (gint n = g_rand_int_range (random, 0, 7); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GPtrArray *
random_table (GRand *random)
{
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  gint n_columns = g_rand_int_range (random, 1, 7);

  for (gint row = g_rand_int_range (random, 1, 30); row > 0; row--)
    {
      GStrv cells = g_new0 (char *, n_columns + 1);

      for (gint i = 0; i < n_columns; i++)
        cells[i] = random_cell (random);
      g_ptr_array_add (table, cells);
    }

  return table;
}

static void
assert_cells (const char * const *found,
              guint               n_found,
              GStrv               expected)
{
  g_assert_cmpuint (n_found, ==, g_strv_length (expected));
  for (guint i = 0; i < n_found; i++)
    g_assert_cmpstr (found[i] + tambour_cell_is_guarded (found[i]), ==, expected[i]);
}

static void
test_tables_are_read_back (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr(GPtrArray) table = random_table (random);
      g_autoptr(GBytes) bytes = write_table (table, round % 2 ? TAMBOUR_CSV_WRITER_MARK : TAMBOUR_CSV_WRITER_PLAIN);
      g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
      g_autoptr(GError) error = NULL;
      g_autoptr(TambourCsvReader) reader = tambour_csv_reader_new (stream, ',', NULL, &error);
      const char * const *header;

      g_assert_no_error (error);
      header = tambour_csv_reader_get_header (reader);
      assert_cells (header, g_strv_length ((GStrv) header), table->pdata[0]);

      for (guint i = 1; i < table->len; i++)
        {
          const TambourCsvRow *row = tambour_csv_reader_next (reader, NULL, &error);

          g_assert_no_error (error);
          assert_cells (row->cells, row->n_cells, table->pdata[i]);
        }
      g_assert_null (tambour_csv_reader_next (reader, NULL, &error));
      g_assert_no_error (error);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-writer/formulas-are-guarded", test_formulas_are_guarded);
  g_test_add_func ("/csv-writer/tables-are-read-back", test_tables_are_read_back);

  return g_test_run ();
}
