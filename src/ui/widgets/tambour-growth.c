/* tambour-growth.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-growth.h"

/* About as many rows as a window shows, how many more come with every frame, and as
 * many as a list makes at most: what is behind those costs nothing.
 */
#define N_FIRST 20
#define N_MORE  8
#define N_MADE  224

static gboolean
grow_cb (GtkWidget     *view,
         GdkFrameClock *frames,
         gpointer       slice)
{
  guint size = gtk_slice_list_model_get_size (slice);
  guint n = g_list_model_get_n_items (gtk_slice_list_model_get_model (slice));

  /* Of the first frame, the first rows are enough. */
  if (g_object_steal_data (slice, "tambour-growth-waits"))
    return G_SOURCE_CONTINUE;

  if (size < MIN (n, N_MADE))
    {
      gtk_slice_list_model_set_size (slice, size + N_MORE);
      return G_SOURCE_CONTINUE;
    }

  gtk_slice_list_model_set_size (slice, G_MAXUINT);
  g_object_steal_data (slice, "tambour-growth");

  return G_SOURCE_REMOVE;
}

/**
 * tambour_growth_begin:
 * @slice: what @view shows of another model, from its beginning
 * @view: a list that is about to be filled
 *
 * A list makes some two hundred rows, however few are seen, before it is drawn: has
 * it draw those that are seen first, and make the rest while it is looked at.
 */
void
tambour_growth_begin (GtkSliceListModel *slice,
                      GtkListView       *view)
{
  g_return_if_fail (GTK_IS_SLICE_LIST_MODEL (slice));
  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  gtk_slice_list_model_set_size (slice, N_FIRST);
  g_object_set_data (G_OBJECT (slice), "tambour-growth-waits", slice);
  if (g_object_get_data (G_OBJECT (slice), "tambour-growth") != NULL)
    return;

  g_object_set_data (G_OBJECT (slice), "tambour-growth", slice);
  gtk_widget_add_tick_callback (GTK_WIDGET (view), grow_cb, g_object_ref (slice), g_object_unref);
}

/**
 * tambour_growth_reach:
 * @slice: what a list shows of another model, from its beginning
 * @position: a position in that
 *
 * Has it be there at once.
 */
void
tambour_growth_reach (GtkSliceListModel *slice,
                      guint              position)
{
  g_return_if_fail (GTK_IS_SLICE_LIST_MODEL (slice));

  if (position != GTK_INVALID_LIST_POSITION && position >= gtk_slice_list_model_get_size (slice))
    gtk_slice_list_model_set_size (slice, position + N_FIRST);
}
