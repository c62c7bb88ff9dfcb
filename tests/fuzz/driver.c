/* driver.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <string.h>

/* Runs a fuzz target without libFuzzer, as a test: over its corpus, and over
 * some thousand random changes of each file of it. The same every time.
 */

#define N_MUTATIONS 4000
#define MAX_LENGTH  65536

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

/* What parsers stumble over. */
static const char * const splices[] = {
  "\"", "\"\"", ",", ";", "\t", "\r\n", "\n", "\r", "\xff\xfe", "\xef\xbb\xbf", "\xc3", "\xf0\x9f", "{", "}", "[", "]", ":", "null",
  "-", "9223372036854775808", "1e999", "\\u0000", "\\", "'", "%", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "RRULE:FREQ=DAILY\r\n",
  "2026-02-30", "T25:00:00Z", "@", "#", "!", "/",
};

static GPtrArray *
read_corpus (const char *path)
{
  g_autoptr(GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);

  for (guint i = 0; i < names->len; i++)
    {
      char *text = NULL;
      gsize length;

      if (g_file_get_contents (names->pdata[i], &text, &length, NULL))
        g_ptr_array_add (inputs, g_bytes_new_take (text, length));
    }

  return g_steal_pointer (&inputs);
}

static void
cut (GByteArray *input,
     GRand      *random)
{
  guint from, length;

  if (input->len == 0)
    return;

  from = g_rand_int (random) % input->len;
  length = 1 + g_rand_int (random) % MIN (input->len - from, 64);
  g_byte_array_remove_range (input, from, length);
}

static void
insert (GByteArray *input,
        GRand      *random,
        const char *bytes,
        gsize       length)
{
  guint at = input->len ? g_rand_int (random) % input->len : 0;
  guint rest = input->len - at;

  if (input->len + length > MAX_LENGTH)
    return;

  g_byte_array_set_size (input, input->len + length);
  memmove (input->data + at + length, input->data + at, rest);
  memcpy (input->data + at, bytes, length);
}

static void
repeat (GByteArray *input,
        GRand      *random)
{
  g_autofree guint8 *copy = NULL;
  guint from, length;

  if (input->len == 0)
    return;

  from = g_rand_int (random) % input->len;
  length = 1 + g_rand_int (random) % MIN (input->len - from, 256);
  copy = g_memdup2 (input->data + from, length);
  insert (input, random, (const char *) copy, length);
}

static void
mutate (GByteArray *input,
        GRand      *random)
{
  const char *splice = splices[g_rand_int (random) % G_N_ELEMENTS (splices)];

  switch (g_rand_int (random) % 5)
    {
    case 0:
      if (input->len > 0)
        input->data[g_rand_int (random) % input->len] = g_rand_int (random) & 0xff;
      break;
    case 1:
      cut (input, random);
      break;
    case 2:
      repeat (input, random);
      break;
    case 3:
      if (input->len > 0)
        g_byte_array_set_size (input, g_rand_int (random) % input->len);
      break;
    default:
      insert (input, random, splice, strlen (splice));
      break;
    }
}

static void
test_corpus (gconstpointer data)
{
  g_autoptr(GPtrArray) inputs = read_corpus (data);

  g_assert_cmpuint (inputs->len, >, 0);
  for (guint i = 0; i < inputs->len; i++)
    {
      gsize length;
      const guint8 *bytes = g_bytes_get_data (inputs->pdata[i], &length);

      LLVMFuzzerTestOneInput (bytes, length);
    }
  LLVMFuzzerTestOneInput ((const guint8 *) "", 0);
}

static void
test_mutations (gconstpointer data)
{
  g_autoptr(GPtrArray) inputs = read_corpus (data);
  g_autoptr(GRand) random = g_rand_new_with_seed (4711);
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  g_assert_cmpuint (inputs->len, >, 0);
  for (guint i = 0; i < N_MUTATIONS && g_get_monotonic_time () < end; i++)
    {
      g_autoptr(GByteArray) input = g_byte_array_new ();
      GBytes *from = inputs->pdata[i % inputs->len];
      g_autofree guint8 *exact = NULL;

      g_byte_array_append (input, g_bytes_get_data (from, NULL), g_bytes_get_size (from));
      for (guint n = 1 + g_rand_int (random) % 8; n > 0; n--)
        mutate (input, random);

      /* Memory of just that size, so that a sanitizer sees the first byte too far. */
      exact = input->len ? g_memdup2 (input->data, input->len) : NULL;
      LLVMFuzzerTestOneInput (exact ? exact : (const guint8 *) "", input->len);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);

  g_test_add_data_func ("/fuzz/corpus", argv[1], test_corpus);
  g_test_add_data_func ("/fuzz/mutations", argv[1], test_mutations);

  return g_test_run ();
}
