/* tambour-people-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-bar.h"
#include "tambour-breadth.h"
#include "tambour-contacts.h"
#include "tambour-fill.h"
#include "tambour-handover-dialog.h"
#include "tambour-heading.h"
#include "tambour-notice-row.h"
#include "tambour-pack-page.h"
#include "tambour-people-section.h"
#include "tambour-people-text.h"
#include "tambour-person-row.h"
#include "tambour-row-list.h"
#include "tambour-when.h"
#include "tambour-window.h"

/**
 * TambourPeopleSection:
 *
 * The people of an account: theirs, in groups, and ours; how many of the plan's
 * named contacts are used; change of TAM, leave cover and the continuity pack.
 */
struct _TambourPeopleSection
{
  TambourSection   parent_instance;

  TambourContacts *contacts;  /* of the parent */
  GCancellable    *cancellable;
  gboolean         is_narrow;

  /* Template widgets */
  GtkBox          *content;
  GtkBox          *columns;
  GtkBox          *named_box;
  GtkBox          *others_box;
  GtkBox          *left_box;
  GtkListBox      *decide_list;
  GtkListBox      *named_list;
  GtkListBox      *others_list;
  GtkListBox      *left_list;
  GtkToggleButton *left_button;
  GtkImage        *left_arrow;
  GtkLabel        *left_label;
  AdwClamp        *side;
  GtkBox          *meter_card;
  GtkLabel        *meter_label;
  TambourBar      *meter;
  GtkLabel        *meter_text;
  GtkListBox      *team_list;
};

G_DEFINE_FINAL_TYPE (TambourPeopleSection, tambour_people_section, TAMBOUR_TYPE_SECTION)

static char *
dup_contact_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD (((const TambourContactView *) item)->contact)->id);
}

static char *
dup_team_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD (((const TambourTeamView *) item)->role)->id);
}

static GtkWidget *
new_row (gpointer data)
{
  return tambour_person_row_new ();
}

static TambourPeopleSection *
find_section (GtkWidget *row)
{
  return TAMBOUR_PEOPLE_SECTION (gtk_widget_get_ancestor (row, TAMBOUR_TYPE_PEOPLE_SECTION));
}

static void
show_contact (GtkWidget *row,
              gpointer   item)
{
  TambourPeopleSection *self = find_section (row);
  TambourInstant now = tambour_portfolio_now (tambour_section_get_portfolio (TAMBOUR_SECTION (self)));

  tambour_person_row_show_contact (TAMBOUR_PERSON_ROW (row), item, self->contacts, now, self->is_narrow);
}

static void
show_one_of_us (GtkWidget *row,
                gpointer   item)
{
  tambour_person_row_show_team (TAMBOUR_PERSON_ROW (row), item, find_section (row)->contacts->today);
}

static const TambourRowList contact_rows = { dup_contact_key, new_row, show_contact };
static const TambourRowList team_rows = { dup_team_key, new_row, show_one_of_us };

/* Returns: how many there are */
static guint
show_group (TambourPeopleSection *self,
            GtkListBox           *list,
            TambourContactGroup   group)
{
  g_autoptr(GPtrArray) views = g_ptr_array_new ();

  for (guint i = 0; i < self->contacts->people->len; i++)
    {
      TambourContactView *view = g_ptr_array_index (self->contacts->people, i);

      if (view->group == group)
        g_ptr_array_add (views, view);
    }

  tambour_row_list_show (list, &contact_rows, views, views->len, NULL);

  return views->len;
}

/* Those who left have a list of their own, and are looked up only now and then. */
static void
show_left (TambourPeopleSection *self)
{
  guint n = show_group (self, self->left_list, TAMBOUR_CONTACT_GROUP_LEFT);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Person Who Left", "%u People Who Left", n), n);

  gtk_label_set_text (self->left_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->left_box), n > 0);
}

static void
show_contacts (TambourPeopleSection *self)
{
  guint n_decide = show_group (self, self->decide_list, TAMBOUR_CONTACT_GROUP_DECIDE);
  guint n_named = show_group (self, self->named_list, TAMBOUR_CONTACT_GROUP_NAMED);
  guint n_others = show_group (self, self->others_list, TAMBOUR_CONTACT_GROUP_OTHERS);

  gtk_widget_set_visible (GTK_WIDGET (self->named_box), n_named > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->others_box), n_others > 0);
  if (n_decide == 0)
    tambour_row_list_say (self->decide_list,
                          n_named + n_others > 0 ? tambour_notice_row_new (NULL, _("Nobody who decides is known"), _("Find out who signs and who pays"))
                                                 : tambour_notice_row_new (NULL, _("Nobody is known here yet"), _("Begin with who signs, and who may open cases")));

  show_left (self);
}

static void
show_team (TambourPeopleSection *self)
{
  if (self->contacts->team->len > 0)
    tambour_row_list_show (self->team_list, &team_rows, self->contacts->team, self->contacts->team->len, NULL);
  else
    tambour_row_list_say (self->team_list,
                          tambour_notice_row_new (NULL, _("Nobody looks after this account"), _("Hand it over to somebody")));
}

static void
show_meter (TambourPeopleSection *self)
{
  TambourContacts *contacts = self->contacts;
  gboolean is_limited = contacts->limit != TAMBOUR_NO_COUNT;
  const char *classes[] = { is_limited && contacts->n_named > contacts->limit ? "err" : NULL, NULL };
  g_autofree char *text = tambour_people_text_named (contacts);
  g_autofree char *count = is_limited ? g_strdup_printf (_("%u of %d"), contacts->n_named, (int) contacts->limit)
                                      : g_strdup_printf ("%u", contacts->n_named);
  /* Translators: %s is a count, such as "5 of 5" */
  g_autofree char *said = g_strdup_printf (_("%s named contacts"), count);

  gtk_label_set_text (self->meter_label, count);
  gtk_label_set_text (self->meter_text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->meter), is_limited && contacts->limit > 0);
  tambour_bar_set_part (self->meter, is_limited && contacts->limit > 0 ? contacts->n_named / (double) contacts->limit : 0);
  gtk_widget_set_css_classes (GTK_WIDGET (self->meter), classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->meter), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static void
show_all (TambourPeopleSection *self)
{
  show_contacts (self);
  show_meter (self);
  show_team (self);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.hand-over", self->contacts->ours->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.leave-cover", self->contacts->ours->len > 0);
}

static gpointer
load_contacts (TambourStore    *store,
               const char      *me,
               TambourInstant   now,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  return tambour_contacts_load (store, data, now, cancellable, error);
}

static void
tambour_people_section_show_loaded (TambourSection *section,
                                    gpointer        loaded)
{
  TambourPeopleSection *self = TAMBOUR_PEOPLE_SECTION (section);

  self->contacts = loaded;
  show_all (self);
}

static const TambourSectionReading reading = {
  load_contacts,
  (GDestroyNotify) tambour_contacts_free,
  N_("The people could not be read"),
  "people.try-again",
  NULL,
};

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.new-record", "(ss)", "contact", tambour_section_get_account (TAMBOUR_SECTION (widget)));
}

static gboolean
fill_left (TambourChange   *change,
           TambourStore    *store,
           TambourInstant   now,
           gpointer         data,
           GError         **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_CONTACT);
  g_autoptr(TambourContact) contact = (TambourContact *) tambour_store_get (store, klass, data, error);
  g_autoptr(TambourContacts) contacts = contact ? tambour_contacts_load (store, TAMBOUR_RECORD (contact)->account_id.id, now, NULL, error) : NULL;

  if (contacts == NULL)
    return FALSE;

  tambour_contact_mark_left (contact, contacts->today);
  tambour_change_put (change, TAMBOUR_RECORD (contact));

  return TRUE;
}

static const char *
find_name (TambourPeopleSection *self,
           const char           *id)
{
  for (guint i = 0; self->contacts && i < self->contacts->people->len; i++)
    {
      TambourContactView *view = g_ptr_array_index (self->contacts->people, i);

      if (g_strcmp0 (TAMBOUR_RECORD (view->contact)->id, id) == 0)
        return view->contact->name;
    }

  return NULL;
}

static void
mark_left_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TambourPeopleSection *self = TAMBOUR_PEOPLE_SECTION (widget);
  TambourPortfolio *portfolio = tambour_section_get_portfolio (TAMBOUR_SECTION (self));
  const char *id = g_variant_get_string (parameter, NULL);
  const char *name = find_name (self, id);
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (portfolio, _("Mark as left"));
  g_autofree char *message = g_strdup_printf (_("%s has left"), name ? name : "");

  tambour_fill_and_commit (widget, portfolio, change, fill_left, g_strdup (id), g_free, message);
}

static void
present_dialog (TambourPeopleSection *self,
                TambourHandoverKind   kind)
{
  AdwDialog *dialog;

  if (self->contacts == NULL)
    return;

  dialog = tambour_handover_dialog_new (GTK_WIDGET (self), tambour_section_get_portfolio (TAMBOUR_SECTION (self)), self->contacts, kind);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
hand_over_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  present_dialog (TAMBOUR_PEOPLE_SECTION (widget), TAMBOUR_HANDOVER_FOR_GOOD);
}

static void
leave_cover_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  present_dialog (TAMBOUR_PEOPLE_SECTION (widget), TAMBOUR_HANDOVER_FOR_A_WHILE);
}

static void
pack_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  TambourSection *section = TAMBOUR_SECTION (widget);

  if (TAMBOUR_IS_WINDOW (root))
    tambour_window_push (TAMBOUR_WINDOW (root),
                         TAMBOUR_PAGE (tambour_pack_page_new (tambour_section_get_portfolio (section), tambour_section_get_account (section))));
}

static void
row_activated_cb (TambourPeopleSection *self,
                  GtkListBoxRow        *row)
{
  if (TAMBOUR_IS_PERSON_ROW (row))
    tambour_person_row_open (TAMBOUR_PERSON_ROW (row));
}

static void
left_toggled_cb (TambourPeopleSection *self)
{
  gboolean is_open = gtk_toggle_button_get_active (self->left_button);

  gtk_widget_set_visible (GTK_WIDGET (self->left_list), is_open);
  gtk_image_set_from_icon_name (self->left_arrow, is_open ? "pan-down-symbolic" : "pan-end-symbolic");
}

static void
breadth_cb (GtkWidget      *widget,
            TambourBreadth  breadth)
{
  TambourPeopleSection *self = TAMBOUR_PEOPLE_SECTION (widget);
  gboolean is_wide = breadth == TAMBOUR_BREADTH_WIDE;
  int margin = breadth >= TAMBOUR_BREADTH_NARROW ? 12 : 18;

  self->is_narrow = breadth >= TAMBOUR_BREADTH_SMALL;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), is_wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  adw_clamp_set_maximum_size (self->side, is_wide ? 340 : 10000);
  adw_clamp_set_tightening_threshold (self->side, is_wide ? 340 : 10000);
  gtk_widget_set_margin_start (GTK_WIDGET (self->content), margin);
  gtk_widget_set_margin_end (GTK_WIDGET (self->content), margin);
  if (self->contacts != NULL)
    show_contacts (self);
}

static void
tambour_people_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_PEOPLE_SECTION);

  G_OBJECT_CLASS (tambour_people_section_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "people.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "people.mark-left", "s", mark_left_action);
  gtk_widget_class_install_action (widget_class, "people.hand-over", NULL, hand_over_action);
  gtk_widget_class_install_action (widget_class, "people.leave-cover", NULL, leave_cover_action);
  gtk_widget_class_install_action (widget_class, "people.pack", NULL, pack_action);
}

static void
tambour_people_section_class_init (TambourPeopleSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_people_section_dispose;
  TAMBOUR_SECTION_CLASS (klass)->show_loaded = tambour_people_section_show_loaded;
  install_actions (widget_class);
  g_type_ensure (TAMBOUR_TYPE_HEADING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-people-section.ui");
  tambour_section_class_read (TAMBOUR_SECTION_CLASS (klass), &reading);
  gtk_widget_class_bind_template_child (widget_class, TambourPeopleSection, content);
  gtk_widget_class_bind_template_child (widget_class, TambourPeopleSection, columns);
  gtk_widget_class_bind_template_child (widget_class, TambourPeopleSection, named_box);
  gtk_widget_class_bind_template_child (widget_class, TambourPeopleSection, others_box);
  gtk_widget_class_bind_template_child (widget_class, TambourPeopleSection, left_box);
  gtk_widget_class_bind_template_child (widget_class, TambourPeopleSection, decide_list);
  gtk_widget_class_bind_template_child (widget_class, TambourPeopleSection, named_list);
  gtk_widget_class_bind_template_child (widget_class, TambourPeopleSection, others_list);
  gtk_widget_class_bind_template_child (widget_class, TambourPeopleSection, left_list);
  gtk_widget_class_bind_template_child (widget_class, TambourPeopleSection, left_button);
  gtk_widget_class_bind_template_child (widget_class, TambourPeopleSection, left_arrow);
  gtk_widget_class_bind_template_child (widget_class, TambourPeopleSection, left_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPeopleSection, side);
  gtk_widget_class_bind_template_child (widget_class, TambourPeopleSection, meter_card);
  gtk_widget_class_bind_template_child (widget_class, TambourPeopleSection, meter_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPeopleSection, meter);
  gtk_widget_class_bind_template_child (widget_class, TambourPeopleSection, meter_text);
  gtk_widget_class_bind_template_child (widget_class, TambourPeopleSection, team_list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_toggled_cb);
}

static void
tambour_people_section_init (TambourPeopleSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_breadth_follow (GTK_WIDGET (self), breadth_cb);
}

/**
 * tambour_people_section_new:
 *
 * Shows the people of an account after tambour_section_show().
 *
 * Returns: (transfer floating): a section without people
 */
GtkWidget *
tambour_people_section_new (void)
{
  return g_object_new (TAMBOUR_TYPE_PEOPLE_SECTION, NULL);
}
