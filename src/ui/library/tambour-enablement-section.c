/* tambour-enablement-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-enablement-section-private.h"
#include "tambour-library-doing.h"
#include "tambour-row-record.h"

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
tambour_enablement_section_show_loaded (TambourSection *section,
                                        gpointer        loaded)
{
  TambourEnablementSection *self = TAMBOUR_ENABLEMENT_SECTION (section);

  self->sheet = loaded;
  tambour_enablement_section_show (self);
}

static const char * const writing[] = { "enablement.add", "enablement.leave-out", "enablement.answer", "enablement.followed-up", "enablement.use", NULL };

static const TambourSectionReading reading = {
  load_sheet,
  (GDestroyNotify) tambour_enablement_free,
  N_("What they learn could not be read"),
  "enablement.try-again",
  writing,
};

/* --- what one can do --------------------------------------------------------------- */

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
activated_cb (TambourEnablementSection *self,
              GtkListBoxRow            *row)
{
  tambour_row_record_open (row);
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

  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_ENABLEMENT_SECTION);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_clear_object (groups[i]);

  G_OBJECT_CLASS (tambour_enablement_section_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "enablement.add", "s", tambour_section_add_action);
  gtk_widget_class_install_action (widget_class, "enablement.list", "s", tambour_section_list_action);
  gtk_widget_class_install_action (widget_class, "enablement.leave-out", "s", leave_out_action);
  gtk_widget_class_install_action (widget_class, "enablement.answer", "(sb)", answer_action);
  gtk_widget_class_install_action (widget_class, "enablement.followed-up", "s", followed_up_action);
  gtk_widget_class_install_action (widget_class, "enablement.use", "(sb)", use_action);
}

static void
tambour_enablement_section_class_init (TambourEnablementSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_enablement_section_dispose;
  TAMBOUR_SECTION_CLASS (klass)->show_loaded = tambour_enablement_section_show_loaded;
  install_actions (widget_class);

  g_type_ensure (TAMBOUR_TYPE_BAR);
  g_type_ensure (TAMBOUR_TYPE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-enablement-section.ui");
  tambour_section_class_read (TAMBOUR_SECTION_CLASS (klass), &reading);
  gtk_widget_class_bind_template_child (widget_class, TambourEnablementSection, content);
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
