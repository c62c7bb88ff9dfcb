/* tambour-csv-detect.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-csv-detect.h"

#include <string.h>

#define BLOCK        (64 * 1024)
#define SAMPLED_ROWS 24

/* In UTF-16 every second byte of Western text is zero; in nothing else is. */
static gboolean
looks_wide (const guint8 *bytes,
            gsize         length,
            guint         zero_at)
{
  gsize zeros = 0, others = 0;

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      zeros += bytes[i + zero_at] == 0;
      others += bytes[i + 1 - zero_at] == 0;
    }

  return length >= 4 && zeros * 5 >= length && others * 20 <= zeros;
}

static gboolean
detect_wide (const guint8       *bytes,
             gsize               length,
             TambourCsvEncoding *encoding)
{
  gsize seen = MIN (length, 4096);

  if (length >= 2 && ((bytes[0] == 0xff && bytes[1] == 0xfe) || looks_wide (bytes, seen, 1)))
    *encoding = TAMBOUR_CSV_UTF_16_LE;
  else if (length >= 2 && ((bytes[0] == 0xfe && bytes[1] == 0xff) || looks_wide (bytes, seen, 0)))
    *encoding = TAMBOUR_CSV_UTF_16_BE;
  else
    return FALSE;

  return TRUE;
}

/* Returns how many bytes at the end begin a character that is not whole yet;
 * a zero byte is no error here: the reader refuses it with its line.
 */
static gssize
check_block (const char *block,
             gsize       length)
{
  const char *at = block, *end = block + length;

  while (at < end && !g_utf8_validate_len (at, end - at, &at))
    {
      if (*at == '\0')
        at++;
      else if (end - at < 4 && g_utf8_get_char_validated (at, end - at) == (gunichar) -2)
        return end - at;
      else
        return -1;
    }

  return 0;
}

static gboolean
scan_utf8 (GInputStream  *stream,
           gboolean      *valid,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autofree char *block = g_malloc (BLOCK + 4);
  gssize kept = 0;
  gsize got;

  do
    {
      gsize length;

      if (!g_input_stream_read_all (stream, block + kept, BLOCK, &got, cancellable, error))
        return FALSE;

      length = kept + got;
      kept = check_block (block, length);
      if (kept > 0)
        memmove (block, block + length - kept, kept);
    }
  while (kept >= 0 && got == BLOCK);

  *valid = kept == 0;

  return TRUE;
}

static gboolean
detect_seekable (GInputStream        *stream,
                 TambourCsvEncoding  *encoding,
                 GCancellable        *cancellable,
                 GError             **error)
{
  guint8 start[4096];
  gsize length;
  gboolean valid = TRUE;

  if (!g_input_stream_read_all (stream, start, sizeof start, &length, cancellable, error) ||
      !g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, error))
    return FALSE;

  if (detect_wide (start, length, encoding))
    return TRUE;

  if (!scan_utf8 (stream, &valid, cancellable, error) ||
      !g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, error))
    return FALSE;

  *encoding = valid ? TAMBOUR_CSV_UTF_8 : TAMBOUR_CSV_CP1252;

  return TRUE;
}

static gboolean
detect_from_start (GBufferedInputStream  *stream,
                   TambourCsvEncoding    *encoding,
                   GCancellable          *cancellable,
                   GError               **error)
{
  const char *start;
  gsize length = 0, before;

  do
    {
      before = length;
      if (g_buffered_input_stream_fill (stream, -1, cancellable, error) < 0)
        return FALSE;
      start = g_buffered_input_stream_peek_buffer (stream, &length);
    }
  while (length > before);

  if (!detect_wide ((const guint8 *) start, length, encoding))
    *encoding = check_block (start, length) >= 0 ? TAMBOUR_CSV_UTF_8 : TAMBOUR_CSV_CP1252;

  return TRUE;
}

/**
 * tambour_csv_detect_encoding:
 * @stream: a stream at its start: one that can seek, or a #GBufferedInputStream
 * @encoding: (out): what its bytes stand for
 * @checked: (out): whether the whole stream was looked at
 * @cancellable: (nullable): to stop
 * @error: return location for a #GError
 *
 * A byte order mark decides; then zeros in every second byte mean UTF-16; then
 * what is valid UTF-8 is that; anything else is cp1252. A file is read to its
 * end for that, since the one accented name may stand in the last row; of a
 * pipe the buffered start decides. The stream is at its start again afterwards.
 *
 * Returns: %FALSE if the stream cannot be read
 */
gboolean
tambour_csv_detect_encoding (GInputStream        *stream,
                             TambourCsvEncoding  *encoding,
                             gboolean            *checked,
                             GCancellable        *cancellable,
                             GError             **error)
{
  *checked = !G_IS_BUFFERED_INPUT_STREAM (stream);

  if (*checked)
    return detect_seekable (stream, encoding, cancellable, error);

  return detect_from_start (G_BUFFERED_INPUT_STREAM (stream), encoding, cancellable, error);
}

/**
 * tambour_csv_encoding_name:
 * @encoding: an encoding
 *
 * Returns: (transfer none): its name as iconv knows it
 */
const char *
tambour_csv_encoding_name (TambourCsvEncoding encoding)
{
  switch (encoding)
    {
    case TAMBOUR_CSV_UTF_8:
      return "UTF-8";
    case TAMBOUR_CSV_UTF_16_LE:
      return "UTF-16LE";
    case TAMBOUR_CSV_UTF_16_BE:
      return "UTF-16BE";
    case TAMBOUR_CSV_CP1252:
      return "CP1252";
    }

  g_assert_not_reached ();
}

/* How often @separator stands outside of quotes in each of the first rows. */
static guint
count_per_row (const char *sample,
               gsize       length,
               char        separator,
               guint      *counts)
{
  gboolean quoted = FALSE, blank = TRUE;
  guint n = 0;

  counts[0] = 0;
  for (gsize i = 0; i < length && n < SAMPLED_ROWS; i++)
    {
      char c = sample[i];

      if (c == '"')
        quoted = !quoted;
      else if (!quoted && c == separator)
        counts[n]++;

      if (!quoted && (c == '\n' || c == '\r'))
        {
          if (!blank && ++n < SAMPLED_ROWS)
            counts[n] = 0;
          blank = TRUE;
        }
      else
        blank = FALSE;
    }

  /* The last row counts only if it may be whole. */
  return blank || n == SAMPLED_ROWS || n > 0 ? MAX (n, 1) : 1;
}

/**
 * tambour_csv_detect_separator:
 * @sample: the first rows of a file, in UTF-8
 * @length: how many bytes
 *
 * The separator is the one of comma, semicolon and tab that splits the rows
 * most often into as many cells as the header; of two that do, the one that
 * makes more cells.
 *
 * Returns: the separator; a comma where nothing says otherwise
 */
char
tambour_csv_detect_separator (const char *sample,
                              gsize       length)
{
  static const char candidates[] = { ',', ';', '\t' };
  guint counts[SAMPLED_ROWS];
  char best = ',';
  double best_score = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint n = count_per_row (sample, length, candidates[i], counts);
      guint same = 0;
      double score;

      for (guint row = 0; row < n; row++)
        same += counts[row] == counts[0];

      score = counts[0] == 0 ? 0 : (double) same / n + MIN (counts[0], 1000) / 10000.0;
      if (score > best_score)
        {
          best = candidates[i];
          best_score = score;
        }
    }

  return best;
}
