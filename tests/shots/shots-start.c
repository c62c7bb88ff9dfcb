/* shots-start.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "shots.h"
#include "tambour-start-page.h"
#include "tambour-trouble-page.h"

/* What stands in the window where there is no portfolio. */

static const struct
{
  const char        *name;
  TambourTroubleKind kind;
} troubles[] = {
  { "damaged", TAMBOUR_TROUBLE_DAMAGED },
  { "busy", TAMBOUR_TROUBLE_BUSY },
  { "newer", TAMBOUR_TROUBLE_NEWER },
  { "not-a-portfolio", TAMBOUR_TROUBLE_NOT_A_PORTFOLIO },
  { "unwritable", TAMBOUR_TROUBLE_UNWRITABLE },
};

static TambourTroubleKind
find_trouble (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    if (g_str_equal (troubles[i].name, name))
      return troubles[i].kind;

  g_error ("there is no trouble “%s”", name);
}

void
shots_show_first_run (Shots      *shots,
                      const char *what)
{
  const char * const recent[] = { NULL };

  tambour_window_show_start (shots->window, tambour_start_page_new (recent));
}

void
shots_show_trouble (Shots      *shots,
                    const char *what)
{
  g_autoptr(GPtrArray) backups = g_ptr_array_new ();
  const TambourTrouble trouble = {
    .kind = find_trouble (what),
    .path = (char *) "Documents/portfolio.tambour",
    .reason = (char *) "The file cannot be read.",
    .format = 9,
    .known_format = 1,
    .holder = (char *) "rsync",
    .holder_pid = 4117,
    .backups = backups,
  };

  tambour_window_show_start (shots->window, tambour_trouble_page_new (&trouble, FALSE));
}
