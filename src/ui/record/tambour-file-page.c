/* tambour-file-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-file-page.h"

/**
 * TambourFilePage:
 *
 * The page of one record, such as a case, with all that belongs to it: its file.
 * It reads that off the main loop, and says so where there is none. Its template
 * has a stack with "file" and "status", and in the latter a `status_page` with a
 * `status_button`.
 */
typedef struct
{
  char         *id;
  gpointer      file;
  GCancellable *loading;
} TambourFilePagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TambourFilePage, tambour_file_page, TAMBOUR_TYPE_PAGE)

static gpointer
get_child (TambourFilePage *self,
           const char      *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self), G_OBJECT_TYPE (self), name);
}

/* One that was removed has a history, from where it can be brought back. */
static void
show_error (TambourFilePage *self,
            const GError    *error)
{
  const TambourFileReading *reading = TAMBOUR_FILE_PAGE_GET_CLASS (self)->reading;
  GtkButton *button = get_child (self, "status_button");
  gboolean is_gone = g_error_matches (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
  g_autofree char *reason = tambour_feedback_dup_reason (error);
  g_autofree char *description = g_markup_escape_text (reason, -1);

  adw_status_page_set_description (get_child (self, "status_page"), description);
  gtk_button_set_label (button, is_gone ? _("Look for It in the _History") : _("_Try Again"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), is_gone ? reading->all_fields : reading->try_again);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourFilePage) self = user_data;
  g_autoptr(GError) error = NULL;
  TambourFilePagePrivate *priv = tambour_file_page_get_instance_private (self);
  TambourFilePageClass *klass = TAMBOUR_FILE_PAGE_GET_CLASS (self);
  gpointer file = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  gpointer old = file;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (file == NULL || klass->is_busy == NULL || !klass->is_busy (self))
    {
      /* Rows look at what they show until they are told otherwise. */
      old = g_steal_pointer (&priv->file);
      priv->file = file;
      if (file == NULL)
        show_error (self, error);
      gtk_stack_set_visible_child_name (get_child (self, "stack"), file ? "file" : "status");
      klass->show (self, file);
      tambour_page_set_ready (TAMBOUR_PAGE (self));
    }

  if (old != NULL)
    klass->reading->free_file (old);
}

static void
tambour_file_page_refresh (TambourPage *page)
{
  TambourFilePagePrivate *priv = tambour_file_page_get_instance_private (TAMBOUR_FILE_PAGE (page));
  const TambourFileReading *reading = TAMBOUR_FILE_PAGE_GET_CLASS (page)->reading;

  g_cancellable_cancel (priv->loading);
  g_clear_object (&priv->loading);
  if (priv->id == NULL)
    return;

  priv->loading = g_cancellable_new ();
  tambour_portfolio_load_async (tambour_page_get_portfolio (page), reading->load, g_strdup (priv->id), g_free, reading->free_file,
                                priv->loading, loaded_cb, g_object_ref (page));
}

static void
all_fields_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.show-fields", "(ss)", TAMBOUR_FILE_PAGE_GET_CLASS (widget)->reading->kind, tambour_file_page_get_id (widget));
}

static void
tambour_file_page_dispose (GObject *object)
{
  TambourFilePagePrivate *priv = tambour_file_page_get_instance_private (TAMBOUR_FILE_PAGE (object));

  g_cancellable_cancel (priv->loading);
  g_clear_object (&priv->loading);

  G_OBJECT_CLASS (tambour_file_page_parent_class)->dispose (object);
}

static void
tambour_file_page_finalize (GObject *object)
{
  TambourFilePagePrivate *priv = tambour_file_page_get_instance_private (TAMBOUR_FILE_PAGE (object));

  g_clear_pointer (&priv->id, g_free);
  if (priv->file != NULL)
    TAMBOUR_FILE_PAGE_GET_CLASS (object)->reading->free_file (priv->file);

  G_OBJECT_CLASS (tambour_file_page_parent_class)->finalize (object);
}

static void
tambour_file_page_class_init (TambourFilePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tambour_file_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_file_page_finalize;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_file_page_refresh;
}

static void
tambour_file_page_init (TambourFilePage *self)
{
}

/**
 * tambour_file_page_class_read:
 * @klass: the class of a page, whose template is set
 * @reading: what its pages read, which lives for ever
 *
 * Has them read it off the main loop and show it, or say that they could not, with
 * a way to try again or to the history of the record.
 */
void
tambour_file_page_class_read (TambourFilePageClass     *klass,
                              const TambourFileReading *reading)
{
  static const char * const children[] = { "stack", "status_page", "status_button" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  klass->reading = reading;
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i], FALSE, 0);
  gtk_widget_class_install_action (widget_class, reading->all_fields, NULL, all_fields_action);
  gtk_widget_class_install_action (widget_class, reading->try_again, NULL, tambour_page_try_again_action);
}

/**
 * tambour_file_page_new:
 * @type: a type of page
 * @portfolio: a portfolio
 * @id: (nullable): the id of a record in it, or %NULL for none yet
 *
 * Returns: (transfer floating): a page that shows it
 */
gpointer
tambour_file_page_new (GType             type,
                       TambourPortfolio *portfolio,
                       const char       *id)
{
  TambourFilePage *self = g_object_new (type, NULL);
  TambourFilePagePrivate *priv = tambour_file_page_get_instance_private (self);

  priv->id = g_strdup (id);
  tambour_page_set_portfolio (TAMBOUR_PAGE (self), portfolio);

  return self;
}

/**
 * tambour_file_page_get_id:
 * @self: (type TambourFilePage): a page
 *
 * Returns: (transfer none) (nullable): the id of the record that it shows
 */
const char *
tambour_file_page_get_id (gpointer self)
{
  TambourFilePagePrivate *priv = tambour_file_page_get_instance_private (self);

  g_return_val_if_fail (TAMBOUR_IS_FILE_PAGE (self), NULL);

  return priv->id;
}

/**
 * tambour_file_page_set_id:
 * @self: a page
 * @id: the id of the record that it shows from now on
 */
void
tambour_file_page_set_id (TambourFilePage *self,
                          const char      *id)
{
  TambourFilePagePrivate *priv = tambour_file_page_get_instance_private (self);

  g_return_if_fail (TAMBOUR_IS_FILE_PAGE (self));

  if (g_set_str (&priv->id, id))
    tambour_page_invalidate (TAMBOUR_PAGE (self));
}

/**
 * tambour_file_page_edit_action:
 * @widget: a page
 * @action_name: an action of its
 * @parameter: nothing
 *
 * Edits the record that it shows.
 */
void
tambour_file_page_edit_action (GtkWidget  *widget,
                               const char *action_name,
                               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.edit-record", "(ss)", TAMBOUR_FILE_PAGE_GET_CLASS (widget)->reading->kind, tambour_file_page_get_id (widget));
}
