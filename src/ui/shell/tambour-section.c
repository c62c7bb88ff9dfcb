/* tambour-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-notice-row.h"
#include "tambour-refresher.h"
#include "tambour-row-list.h"
#include "tambour-section.h"

/**
 * TambourSection:
 *
 * A part of the page of an account, such as its people: what stands behind one
 * of the names in the section switcher.
 */
typedef struct
{
  TambourPortfolio *portfolio;
  TambourRefresher *refresher;
  char             *account_id;
  gpointer          loaded;
  GCancellable     *loading;
  gboolean          is_ready;
} TambourSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TambourSection, tambour_section, ADW_TYPE_BIN)

enum
{
  READY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
refresh (GtkWidget *widget)
{
  TAMBOUR_SECTION_GET_CLASS (widget)->refresh (TAMBOUR_SECTION (widget));
}

/* --- reading --------------------------------------------------------------- */

/* Shows what was read, or, in place of the @error_list of its template, why it was not. */
static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourSection) self = user_data;
  g_autoptr(GError) error = NULL;
  gpointer loaded = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  TambourSectionPrivate *priv = tambour_section_get_instance_private (self);
  TambourSectionClass *klass = TAMBOUR_SECTION_GET_CLASS (self);
  GtkListBox *error_list;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  error_list = GTK_LIST_BOX (gtk_widget_get_template_child (GTK_WIDGET (self), G_OBJECT_TYPE (self), "error_list"));
  gtk_widget_set_visible (GTK_WIDGET (error_list), loaded == NULL);
  if (loaded == NULL)
    {
      g_autofree char *reason = tambour_feedback_dup_reason (error);

      tambour_row_list_say (error_list, tambour_notice_row_new_error (_(klass->reading->unread), reason, klass->reading->try_again));
    }
  else
    {
      gpointer old = g_steal_pointer (&priv->loaded);

      for (guint i = 0; klass->reading->writing != NULL && klass->reading->writing[i] != NULL; i++)
        gtk_widget_action_set_enabled (GTK_WIDGET (self), klass->reading->writing[i], tambour_section_can_write (self));

      /* Rows look at what they show until they are told otherwise. */
      priv->loaded = loaded;
      klass->show_loaded (self, loaded);
      if (old != NULL)
        klass->reading->free_loaded (old);
    }

  tambour_section_set_ready (self);
}

static void
tambour_section_real_refresh (TambourSection *self)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (self);
  const TambourSectionReading *reading = TAMBOUR_SECTION_GET_CLASS (self)->reading;

  g_cancellable_cancel (priv->loading);
  g_clear_object (&priv->loading);
  if (priv->account_id == NULL)
    return;

  priv->loading = g_cancellable_new ();
  tambour_portfolio_load_async (priv->portfolio, reading->load, g_strdup (priv->account_id), g_free, reading->free_loaded,
                                priv->loading, loaded_cb, g_object_ref (self));
}

static void
try_again_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  refresh (widget);
}

/* --- the section ----------------------------------------------------------- */

static void
tambour_section_dispose (GObject *object)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (TAMBOUR_SECTION (object));

  g_cancellable_cancel (priv->loading);
  g_clear_object (&priv->loading);
  g_clear_object (&priv->refresher);
  g_clear_object (&priv->portfolio);

  G_OBJECT_CLASS (tambour_section_parent_class)->dispose (object);
}

static void
tambour_section_finalize (GObject *object)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (TAMBOUR_SECTION (object));

  g_clear_pointer (&priv->account_id, g_free);
  if (priv->loaded != NULL)
    TAMBOUR_SECTION_GET_CLASS (object)->reading->free_loaded (priv->loaded);

  G_OBJECT_CLASS (tambour_section_parent_class)->finalize (object);
}

static void
tambour_section_class_init (TambourSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tambour_section_dispose;
  object_class->finalize = tambour_section_finalize;
  klass->refresh = tambour_section_real_refresh;

  /**
   * TambourSection::ready:
   *
   * It shows what it has read for the first time.
   */
  signals[READY] =
    g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tambour_section_init (TambourSection *self)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (self);

  priv->refresher = tambour_refresher_new (GTK_WIDGET (self), refresh);
}

/**
 * tambour_section_class_read:
 * @klass: the class of a section, whose template is set and has an `error_list`
 * @reading: what its sections read, which lives for ever
 *
 * Has them read it off the main loop, show it, and say in that list when they
 * could not, with a way to try again.
 */
void
tambour_section_class_read (TambourSectionClass         *klass,
                            const TambourSectionReading *reading)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  klass->reading = reading;
  gtk_widget_class_bind_template_child_full (widget_class, "error_list", FALSE, 0);
  gtk_widget_class_install_action (widget_class, reading->try_again, NULL, try_again_action);
}

/**
 * tambour_section_get_portfolio:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): what it shows something of
 */
TambourPortfolio *
tambour_section_get_portfolio (TambourSection *self)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (self);

  g_return_val_if_fail (TAMBOUR_IS_SECTION (self), NULL);

  return priv->portfolio;
}

/**
 * tambour_section_get_account:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): the id of the account that it shows
 */
const char *
tambour_section_get_account (TambourSection *self)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (self);

  g_return_val_if_fail (TAMBOUR_IS_SECTION (self), NULL);

  return priv->account_id;
}

/**
 * tambour_section_show:
 * @self: a section
 * @portfolio: (nullable): a portfolio
 * @account_id: (nullable): an account in it
 *
 * Shows another account.
 */
void
tambour_section_show (TambourSection   *self,
                      TambourPortfolio *portfolio,
                      const char       *account_id)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (self);

  g_return_if_fail (TAMBOUR_IS_SECTION (self));

  if (priv->portfolio == portfolio && g_strcmp0 (priv->account_id, account_id) == 0)
    return;

  g_set_object (&priv->portfolio, portfolio);
  g_set_str (&priv->account_id, account_id);
  tambour_refresher_follow (priv->refresher, portfolio);
}

/**
 * tambour_section_prepare:
 * @self: a section
 *
 * Has it read what it shows now, though it is not on the screen yet.
 */
void
tambour_section_prepare (TambourSection *self)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (self);

  g_return_if_fail (TAMBOUR_IS_SECTION (self));

  tambour_refresher_prepare (priv->refresher);
}

/**
 * tambour_section_is_ready:
 * @self: a section
 *
 * Returns: whether it shows what it has to show
 */
gboolean
tambour_section_is_ready (TambourSection *self)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (self);

  g_return_val_if_fail (TAMBOUR_IS_SECTION (self), FALSE);

  return priv->is_ready;
}

/**
 * tambour_section_set_ready:
 * @self: a section
 *
 * To be called by the section when it shows what it has read, or why it could
 * not be read.
 */
void
tambour_section_set_ready (TambourSection *self)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (self);

  g_return_if_fail (TAMBOUR_IS_SECTION (self));

  if (priv->is_ready)
    return;

  priv->is_ready = TRUE;
  g_signal_emit (self, signals[READY], 0);
}

/**
 * tambour_section_filter:
 * @self: a section
 *
 * Shows its filter and puts the keyboard there.
 *
 * Returns: %FALSE if it has none
 */
gboolean
tambour_section_filter (TambourSection *self)
{
  g_return_val_if_fail (TAMBOUR_IS_SECTION (self), FALSE);

  if (TAMBOUR_SECTION_GET_CLASS (self)->filter == NULL)
    return FALSE;

  TAMBOUR_SECTION_GET_CLASS (self)->filter (self);

  return TRUE;
}

/**
 * tambour_section_edit:
 * @self: a section
 *
 * Edits what is chosen in it.
 *
 * Returns: %FALSE if nothing is
 */
gboolean
tambour_section_edit (TambourSection *self)
{
  g_return_val_if_fail (TAMBOUR_IS_SECTION (self), FALSE);

  return TAMBOUR_SECTION_GET_CLASS (self)->edit != NULL && TAMBOUR_SECTION_GET_CLASS (self)->edit (self);
}

/**
 * tambour_section_can_write:
 * @self: a section
 *
 * Returns: whether anything can be changed
 */
gboolean
tambour_section_can_write (TambourSection *self)
{
  TambourSectionPrivate *priv = tambour_section_get_instance_private (self);

  g_return_val_if_fail (TAMBOUR_IS_SECTION (self), FALSE);

  return priv->portfolio != NULL && !tambour_portfolio_is_read_only (priv->portfolio);
}

/**
 * tambour_section_add_action:
 * @widget: a section
 * @action_name: an action of its
 * @parameter: a string: the kind of record
 *
 * Asks for a new record of the account.
 */
void
tambour_section_add_action (GtkWidget  *widget,
                            const char *action_name,
                            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.new-record", "(ss)", g_variant_get_string (parameter, NULL),
                              tambour_section_get_account (TAMBOUR_SECTION (widget)));
}

/**
 * tambour_section_list_action:
 * @widget: a section
 * @action_name: an action of its
 * @parameter: a string: the kind of record
 *
 * Opens the list of all records of that kind of the account.
 */
void
tambour_section_list_action (GtkWidget  *widget,
                             const char *action_name,
                             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-list", "(sss)", g_variant_get_string (parameter, NULL),
                              tambour_section_get_account (TAMBOUR_SECTION (widget)), "");
}
