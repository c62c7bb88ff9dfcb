/* test-still.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-still.h"
#include "tambour-test-ui.h"

typedef struct
{
  GtkWidget    *window;
  TambourStill *still;
  GtkWidget    *label;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->window = gtk_window_new ();
  self->still = g_object_new (TAMBOUR_TYPE_STILL, NULL);
  self->label = gtk_label_new ("As it was");
  adw_bin_set_child (ADW_BIN (self->still), self->label);
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 200, 80);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->still));
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static GBytes *
dup_pixels (Fixture *self)
{
  g_autoptr(GdkTexture) texture = tambour_test_texture (self->window);
  g_autoptr(GdkTextureDownloader) downloader = gdk_texture_downloader_new (texture);
  gsize stride;

  return gdk_texture_downloader_download_bytes (downloader, &stride);
}

static void
test_looks_the_same (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(GBytes) before = dup_pixels (self);
  g_autoptr(GBytes) covered = NULL;
  g_autoptr(GBytes) after = NULL;

  tambour_still_set_covered (self->still, TRUE);
  covered = dup_pixels (self);
  g_assert_true (g_bytes_equal (before, covered));

  tambour_still_set_covered (self->still, FALSE);
  after = dup_pixels (self);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_a_change_is_seen (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) covered = NULL;
  g_autoptr(GBytes) after = NULL;

  tambour_still_set_covered (self->still, TRUE);
  before = dup_pixels (self);
  gtk_label_set_text (GTK_LABEL (self->label), "As it is");
  covered = dup_pixels (self);
  g_assert_false (g_bytes_equal (before, covered));

  tambour_still_set_covered (self->still, FALSE);
  after = dup_pixels (self);
  g_assert_true (g_bytes_equal (covered, after));
}

/* Nothing is drawn of what has nothing in it. */
static void
test_may_be_empty (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) covered = NULL;

  adw_bin_set_child (ADW_BIN (self->still), NULL);
  before = dup_pixels (self);
  tambour_still_set_covered (self->still, TRUE);
  covered = dup_pixels (self);
  g_assert_true (g_bytes_equal (before, covered));
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add ("/still/looks-the-same", Fixture, NULL, set_up, test_looks_the_same, tear_down);
  g_test_add ("/still/a-change-is-seen", Fixture, NULL, set_up, test_a_change_is_seen, tear_down);
  g_test_add ("/still/may-be-empty", Fixture, NULL, set_up, test_may_be_empty, tear_down);

  return g_test_run ();
}
