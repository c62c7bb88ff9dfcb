/* window-sections.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-account-page.h"
#include "tambour-section.h"
#include "tambour-test-ui.h"
#include "window-count.h"
#include "window-sections.h"

/* How long it takes to come to a section of an account, to a page of one, and to a
 * place: what it shows must be read and drawn.
 */

/* More accounts than these are not opened. */
#define N_ACCOUNTS 5

static const char * const sections[] = { "cases", "roadmap", "audits", "enablement", "review" };
static const char * const places[] = { "requests", "library" };

typedef struct
{
  const WindowBench *bench;
  TambourPage       *before;
  const char        *section;
} Goal;

/* Another page than before, or another section, which has what it shows. */
static gboolean
is_there (gpointer data)
{
  const Goal *goal = data;
  TambourPage *page = tambour_window_get_page (goal->bench->window);
  TambourSection *section;

  if (page == NULL || page == goal->before || !tambour_page_is_ready (page))
    return FALSE;

  if (goal->section == NULL)
    return TRUE;

  section = TAMBOUR_IS_ACCOUNT_PAGE (page) ? tambour_test_find (page, TAMBOUR_TYPE_SECTION, NULL) : NULL;

  return section != NULL && tambour_section_is_ready (section) &&
         g_strcmp0 (tambour_account_page_get_section (TAMBOUR_ACCOUNT_PAGE (page)), goal->section) == 0;
}

static void
measure (const WindowBench *bench,
         const char        *work,
         const char        *action,
         GVariant          *target,
         const char        *section)
{
  Goal goal = { bench, tambour_window_get_page (bench->window), section };
  gint64 since = g_get_monotonic_time ();

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (bench->window), action, target));
  window_count_print (work, bench->time_to_frame (is_there, &goal, since), "ms");
  tambour_test_settle ();
}

static void
go_today (const WindowBench *bench)
{
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.go-place", "s", "today");
  tambour_test_settle ();
}

/* Each of another account, so that what it shows is read. The first builds it. */
static void
measure_section (const WindowBench *bench,
                 const char        *section)
{
  g_autofree char *work = g_strconcat ("page switch to the section ", section, NULL);
  g_autofree char *first = g_strconcat (work, ", first", NULL);

  for (guint i = 0; i < N_ACCOUNTS; i++)
    {
      g_autoptr(GVariant) account = g_variant_ref_sink (bench->account_at (i));

      measure (bench, i == 0 ? first : work, "win.open-section",
               g_variant_new ("(ss)", g_variant_get_string (account, NULL), section), section);
      go_today (bench);
    }
}

/* A place keeps what it shows: after the first time it only has to be drawn. */
static void
measure_place (const WindowBench *bench,
               const char        *place)
{
  g_autofree char *work = g_strconcat ("page switch to the place ", place, NULL);
  g_autofree char *first = g_strconcat (work, ", first", NULL);

  for (guint i = 0; i < N_ACCOUNTS; i++)
    {
      measure (bench, i == 0 ? first : work, "win.go-place", g_variant_new_string (place), NULL);
      go_today (bench);
    }
}

static void
measure_usage (const WindowBench *bench)
{
  for (guint i = 0; i < N_ACCOUNTS; i++)
    {
      measure (bench, i == 0 ? "page switch to the usage, first" : "page switch to the usage", "win.open-usage", bench->account_at (i), NULL);
      go_today (bench);
    }
}

static void
measure_known_issues (const WindowBench *bench)
{
  for (guint i = 0; i < N_ACCOUNTS; i++)
    {
      measure (bench, i == 0 ? "page switch to the known issues, first" : "page switch to the known issues", "win.open-known-issues", NULL, NULL);
      gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.back", NULL);
      tambour_test_settle ();
    }
}

/**
 * window_sections_measure:
 * @bench: the window
 *
 * Prints how long each takes.
 */
void
window_sections_measure (const WindowBench *bench)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    measure_section (bench, sections[i]);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    measure_place (bench, places[i]);

  measure_usage (bench);
  measure_known_issues (bench);
}
