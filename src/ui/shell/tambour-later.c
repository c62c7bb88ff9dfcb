/* tambour-later.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-later.h"

/* Belongs to its owner: it goes when that is destroyed, or when it is done. */
typedef struct
{
  GObject          *owner;
  GtkWidget        *widget;
  TambourLaterFunc  func;
  gulong            mapped;
  guint             source;
} Later;

/* One for each function of an owner. */
static char *
dup_key (TambourLaterFunc func)
{
  return g_strdup_printf ("tambour-later %p", (gpointer) func);
}

static void
gone_cb (gpointer  data,
         GObject  *owner)
{
  Later *later = data;

  g_clear_handle_id (&later->source, g_source_remove);
  if (later->mapped != 0 && g_signal_handler_is_connected (later->widget, later->mapped))
    g_signal_handler_disconnect (later->widget, later->mapped);
  g_free (later);
}

static gboolean
run_cb (gpointer data)
{
  Later *later = data;
  g_autofree char *key = NULL;

  if (later->func (later->owner))
    return G_SOURCE_CONTINUE;

  key = dup_key (later->func);
  g_object_set_data (later->owner, key, NULL);
  later->source = 0;
  g_object_weak_unref (later->owner, gone_cb, later);
  gone_cb (later, NULL);

  return G_SOURCE_REMOVE;
}

static void
mapped_cb (GtkWidget *widget,
           Later     *later)
{
  if (later->source != 0)
    return;

  later->source = g_idle_add_full (G_PRIORITY_LOW, run_cb, later, NULL);
  g_source_set_name_by_id (later->source, "[tambour] later");
}

/**
 * tambour_later_run:
 * @owner: (type GObject): who has something to do that can wait
 * @widget: where it is seen; it is there at least as long as @owner, or is @owner
 * @func: does it
 *
 * Has @func called when @widget is on the screen and the frames that wait are
 * drawn, and again until there is no more. That ends with @owner. To ask for what
 * is still to be done changes nothing.
 */
void
tambour_later_run (gpointer          owner,
                   GtkWidget        *widget,
                   TambourLaterFunc  func)
{
  g_autofree char *key = dup_key (func);
  Later *later;

  g_return_if_fail (G_IS_OBJECT (owner));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_object_get_data (owner, key) != NULL)
    return;

  later = g_new0 (Later, 1);
  later->owner = owner;
  later->widget = widget;
  later->func = func;
  g_object_set_data (owner, key, later);
  g_object_weak_ref (owner, gone_cb, later);

  if (gtk_widget_get_mapped (widget))
    mapped_cb (widget, later);
  else
    later->mapped = g_signal_connect_after (widget, "map", G_CALLBACK (mapped_cb), later);
}
