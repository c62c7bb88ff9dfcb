/* tambour-enablement-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-enablement-section-private.h"
#include "tambour-library-doing.h"
#include "tambour-notice-row.h"
#include "tambour-row-list.h"

#define SIDE_WIDTH 372

/**
 * TambourEnablementSection:
 *
 * What an account learns: what the library has for it, what it got and what came of
 * that, trainings, early access and events, and which features it uses.
 */
G_DEFINE_FINAL_TYPE (TambourEnablementSection, tambour_enablement_section, TAMBOUR_TYPE_SECTION)

static TambourPortfolio *
get_portfolio (TambourEnablementSection *self)
{
  return tambour_section_get_portfolio (TAMBOUR_SECTION (self));
}

/**
 * tambour_enablement_section_can_write:
 * @self: a section
 *
 * Returns: whether anything can be changed
 */
gboolean
tambour_enablement_section_can_write (TambourEnablementSection *self)
{
  return get_portfolio (self) != NULL && !tambour_portfolio_is_read_only (get_portfolio (self));
}

/**
 * tambour_enablement_section_find_guest:
 * @self: a section
 * @id: of an invitation
 *
 * Returns: (transfer none) (nullable): how that stands, if it is shown
 */
const TambourGuest *
tambour_enablement_section_find_guest (TambourEnablementSection *self,
                                       const char               *id)
{
  for (guint i = 0; self->sheet != NULL && i < self->sheet->guests->len; i++)
    {
      const TambourGuest *guest = g_ptr_array_index (self->sheet->guests, i);

      if (g_strcmp0 (guest->record->id, id) == 0)
        return guest;
    }

  return NULL;
}

/* --- reading -------------------------------------------------------------------- */

static gpointer
load_sheet (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  return tambour_enablement_load (store, data, now, cancellable, error);
}

static void
enable_actions (TambourEnablementSection *self)
{
  static const char * const actions[] = { "enablement.add", "enablement.leave-out", "enablement.answer", "enablement.followed-up", "enablement.use" };
  gboolean can_write = tambour_enablement_section_can_write (self);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], can_write);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourEnablementSection) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourEnablement) sheet = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (sheet == NULL)
    {
      tambour_row_list_say (self->error_list,
                            tambour_notice_row_new_error (_("What they learn could not be read"), error->message, "enablement.try-again"));
      gtk_widget_set_visible (GTK_WIDGET (self->error_list), TRUE);
      tambour_section_set_ready (TAMBOUR_SECTION (self));
      return;
    }

  g_clear_pointer (&self->sheet, tambour_enablement_free);
  self->sheet = g_steal_pointer (&sheet);
  enable_actions (self);
  tambour_enablement_section_show (self);
  tambour_section_set_ready (TAMBOUR_SECTION (self));
}

static void
tambour_enablement_section_refresh (TambourSection *section)
{
  TambourEnablementSection *self = TAMBOUR_ENABLEMENT_SECTION (section);
  const char *account_id = tambour_section_get_account (section);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (account_id == NULL)
    return;

  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (get_portfolio (self), load_sheet, g_strdup (account_id), g_free,
                                (GDestroyNotify) tambour_enablement_free, self->loading, loaded_cb, g_object_ref (self));
}

/* --- what one can do --------------------------------------------------------------- */

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.new-record", "(ss)", g_variant_get_string (parameter, NULL),
                              tambour_section_get_account (TAMBOUR_SECTION (widget)));
}

static void
list_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-list", "(sss)", g_variant_get_string (parameter, NULL),
                              tambour_section_get_account (TAMBOUR_SECTION (widget)), "");
}

static void
leave_out_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  tambour_library_leave_out (widget, get_portfolio (TAMBOUR_ENABLEMENT_SECTION (widget)), g_variant_get_string (parameter, NULL),
                             tambour_section_get_account (TAMBOUR_SECTION (widget)));
}

/* Where there is no programme with seats, whoever accepts has one. */
static void
answer_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourEnablementSection *self = TAMBOUR_ENABLEMENT_SECTION (widget);
  const TambourGuest *guest;
  gboolean comes;
  const char *id;

  g_variant_get (parameter, "(&sb)", &id, &comes);
  if ((guest = tambour_enablement_section_find_guest (self, id)) != NULL)
    tambour_library_answer (widget, get_portfolio (self), guest, comes, TRUE);
}

static void
followed_up_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TambourEnablementSection *self = TAMBOUR_ENABLEMENT_SECTION (widget);
  const TambourGuest *guest = tambour_enablement_section_find_guest (self, g_variant_get_string (parameter, NULL));

  if (guest != NULL)
    tambour_library_end_follow_up (widget, get_portfolio (self), guest);
}

static void
use_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TambourEnablementSection *self = TAMBOUR_ENABLEMENT_SECTION (widget);
  TambourLibraryMove *move;
  gboolean in_use;
  const char *id;

  g_variant_get (parameter, "(&sb)", &id, &in_use);
  move = tambour_library_move_new (in_use ? TAMBOUR_LIBRARY_MOVE_USE : TAMBOUR_LIBRARY_MOVE_DISUSE, id, NULL);
  tambour_library_do (widget, get_portfolio (self), move, in_use ? _("Feature in use") : _("Feature not in use"),
                      in_use ? _("It is in use") : _("It is not in use"));
}

static void
try_again_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  tambour_enablement_section_refresh (TAMBOUR_SECTION (widget));
}

static void
activated_cb (TambourEnablementSection *self,
              GtkListBoxRow            *row)
{
  tambour_library_open (row);
}

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourEnablementSection *self = TAMBOUR_ENABLEMENT_SECTION (widget);
  int margin = breadth >= TAMBOUR_BREADTH_NARROW ? 12 : 18;

  tambour_breadth_arrange_columns (self->columns, self->side, SIDE_WIDTH, breadth == TAMBOUR_BREADTH_WIDE);
  gtk_widget_set_margin_start (self->content, margin);
  gtk_widget_set_margin_end (self->content, margin);
}

/* --- the section ---------------------------------------------------------------------- */

static void
tambour_enablement_section_dispose (GObject *object)
{
  TambourEnablementSection *self = TAMBOUR_ENABLEMENT_SECTION (object);
  GtkSizeGroup **groups[] = { &self->share_days, &self->guest_days, &self->training_days };

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_ENABLEMENT_SECTION);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_clear_object (groups[i]);

  G_OBJECT_CLASS (tambour_enablement_section_parent_class)->dispose (object);
}

static void
tambour_enablement_section_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_ENABLEMENT_SECTION (object)->sheet, tambour_enablement_free);

  G_OBJECT_CLASS (tambour_enablement_section_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "enablement.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "enablement.list", "s", list_action);
  gtk_widget_class_install_action (widget_class, "enablement.leave-out", "s", leave_out_action);
  gtk_widget_class_install_action (widget_class, "enablement.answer", "(sb)", answer_action);
  gtk_widget_class_install_action (widget_class, "enablement.followed-up", "s", followed_up_action);
  gtk_widget_class_install_action (widget_class, "enablement.use", "(sb)", use_action);
  gtk_widget_class_install_action (widget_class, "enablement.try-again", NULL, try_again_action);
}

static void
tambour_enablement_section_class_init (TambourEnablementSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_enablement_section_dispose;
  object_class->finalize = tambour_enablement_section_finalize;
  TAMBOUR_SECTION_CLASS (klass)->refresh = tambour_enablement_section_refresh;
  install_actions (widget_class);

  g_type_ensure (TAMBOUR_TYPE_BAR);
  g_type_ensure (TAMBOUR_TYPE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-enablement-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourEnablementSection, content);
  gtk_widget_class_bind_template_child (widget_class, TambourEnablementSection, error_list);
  gtk_widget_class_bind_template_child (widget_class, TambourEnablementSection, columns);
  gtk_widget_class_bind_template_child (widget_class, TambourEnablementSection, suggestions_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourEnablementSection, suggestions_list);
  gtk_widget_class_bind_template_child (widget_class, TambourEnablementSection, shares_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourEnablementSection, shares_list);
  gtk_widget_class_bind_template_child (widget_class, TambourEnablementSection, guests_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourEnablementSection, guests_list);
  gtk_widget_class_bind_template_child (widget_class, TambourEnablementSection, side);
  gtk_widget_class_bind_template_child (widget_class, TambourEnablementSection, sum_label);
  gtk_widget_class_bind_template_child (widget_class, TambourEnablementSection, trainings_list);
  gtk_widget_class_bind_template_child (widget_class, TambourEnablementSection, features_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourEnablementSection, features_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourEnablementSection, features_list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
tambour_enablement_section_init (TambourEnablementSection *self)
{
  GtkSizeGroup **groups[] = { &self->share_days, &self->guest_days, &self->training_days };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    *groups[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

/**
 * tambour_enablement_section_new:
 *
 * Returns: (transfer floating): a section that shows no account
 */
GtkWidget *
tambour_enablement_section_new (void)
{
  return g_object_new (TAMBOUR_TYPE_ENABLEMENT_SECTION, NULL);
}
