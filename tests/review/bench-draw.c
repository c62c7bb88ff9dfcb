/* bench-draw.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <sys/resource.h>

#include "draw-fixture.h"
#include "tambour-pdf.h"

/* Ours against the floor: the twelve pages of the design, laid out and written again and
 * again as a batch does.
 *
 * usage: bench-draw FLOOR_PROGRAM [COUNT]
 * Prints name, ours and floor in milliseconds, their ratio and its limit (PERFORMANCE.md). */

#define LIMIT 1.25

static gboolean
write_deck (const char *path)
{
  g_autoptr(TambourDocument) deck = draw_fixture_deck (TAMBOUR_HOUSE_COLOUR, FALSE);
  g_autoptr(GError) error = NULL;

  if (!tambour_pdf_write (deck, path, &error))
    g_printerr ("%s\n", error->message);
  g_remove (path);

  return error == NULL;
}

static double
measure_ours (const char *path,
              guint       count)
{
  gint64 start = 0;

  for (guint i = 0; i < count; i++)
    {
      if (!write_deck (path))
        return 0;
      if (i == 0)
        start = g_get_monotonic_time ();
    }

  return (g_get_monotonic_time () - start) / 1000.0 / (count - 1);
}

static double
measure_floor (const char *program,
               const char *folder,
               guint       count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  const char *arguments[] = { program, number, folder, NULL };
  g_autofree char *output = NULL;
  g_autoptr(GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 0;
    }

  return g_ascii_strtod (output, NULL);
}

int
main (int    argc,
      char **argv)
{
  guint count = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 60;
  g_autofree char *folder = g_dir_make_tmp ("tambour-bench-XXXXXX", NULL);
  g_autofree char *path = NULL;
  struct rusage usage;
  double ours, floor;

  if (argc < 2 || count < 2 || folder == NULL)
    {
      g_printerr ("usage: bench-draw FLOOR_PROGRAM [COUNT]\n");
      return 2;
    }

  path = g_build_filename (folder, "deck.pdf", NULL);
  ours = measure_ours (path, count);
  getrusage (RUSAGE_SELF, &usage);
  floor = measure_floor (argv[1], folder, count);
  g_rmdir (folder);
  if (ours <= 0 || floor <= 0)
    return 1;

  g_print ("pdf-12-pages %.2f %.2f %.2f %.2f\n", ours, floor, ours / floor, LIMIT);
  g_print ("pdf-memory-mib %.1f\n", usage.ru_maxrss / 1024.0);

  return ours / floor <= LIMIT ? 0 : 1;
}
