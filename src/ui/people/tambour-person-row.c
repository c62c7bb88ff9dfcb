/* tambour-person-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-menu-button.h"
#include "tambour-people-text.h"
#include "tambour-person-row.h"
#include "tambour-tooltip.h"
#include "tambour-when.h"

/**
 * TambourPersonRow:
 *
 * Somebody at the customer, or one of us.
 */
struct _TambourPersonRow
{
  GtkListBoxRow   parent_instance;

  const char     *kind;
  char           *id;

  /* Template widgets */
  AdwAvatar      *avatar;
  GtkLabel       *name_label;
  GtkLabel       *text_label;
  GtkLabel       *sentiment_label;
  GtkLabel       *named_label;
  GtkLabel       *end_label;
  GtkMenuButton  *menu_button;
  GMenuModel     *contact_menu;
};

G_DEFINE_FINAL_TYPE (TambourPersonRow, tambour_person_row, GTK_TYPE_LIST_BOX_ROW)

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourPersonRow *self = TAMBOUR_PERSON_ROW (widget);

  if (self->id != NULL)
    gtk_widget_activate_action (widget, "win.edit-record", "(ss)", self->kind, self->id);
}

static void
leave_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "people.mark-left", "s", TAMBOUR_PERSON_ROW (widget)->id);
}

static void
tambour_person_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_PERSON_ROW);

  G_OBJECT_CLASS (tambour_person_row_parent_class)->dispose (object);
}

static void
tambour_person_row_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_PERSON_ROW (object)->id, g_free);

  G_OBJECT_CLASS (tambour_person_row_parent_class)->finalize (object);
}

static void
tambour_person_row_class_init (TambourPersonRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_person_row_dispose;
  object_class->finalize = tambour_person_row_finalize;

  gtk_widget_class_install_action (widget_class, "person.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "person.leave", NULL, leave_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "person.edit", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-person-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourPersonRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, TambourPersonRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPersonRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPersonRow, sentiment_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPersonRow, named_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPersonRow, end_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPersonRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TambourPersonRow, contact_menu);
}

static void
tambour_person_row_init (TambourPersonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_menu_button_offer (self->menu_button, self->contact_menu);
}

/**
 * tambour_person_row_new:
 *
 * Returns: (transfer floating): a row without anybody
 */
GtkWidget *
tambour_person_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_PERSON_ROW, NULL);
}

static void
show_name (TambourPersonRow *self,
           const char       *kind,
           const char       *id,
           const char       *name,
           const char       *text)
{
  g_autofree char *more = g_strdup_printf (_("More about %s"), name);

  self->kind = kind;
  g_set_str (&self->id, id);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->text_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), more);
}

static void
name_row (TambourPersonRow *self,
          const char       *first,
          const char       *second,
          const char       *third)
{
  g_autofree char *name = g_strjoin (", ", first, second, third && *third ? third : NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_sentiment (TambourPersonRow *self,
                TambourContact   *contact,
                gboolean          is_shown)
{
  const char *word = tambour_people_text_sentiment (contact->sentiment);
  const char *classes[] = {
    "tag",
    contact->sentiment == TAMBOUR_SENTIMENT_SUPPORTER ? "success" : contact->sentiment == TAMBOUR_SENTIMENT_CRITIC ? "error"
                                                                                                                   : NULL,
    NULL,
  };
  g_autofree char *influence = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->sentiment_label), word != NULL && is_shown);
  gtk_widget_set_css_classes (GTK_WIDGET (self->sentiment_label), classes);
  gtk_label_set_text (self->sentiment_label, word ? word : "");

  influence = contact->influence == TAMBOUR_NO_COUNT ? g_strdup (_("Internal: customers never read this"))
                                                     : g_strdup_printf (_("Influence %d of 5. Internal: customers never read this"), (int) contact->influence);
  tambour_tooltip_set (self->sentiment_label, influence);
}

static char *
dup_last_said (const TambourContactView *view,
               const char               *last)
{
  if (view->group == TAMBOUR_CONTACT_GROUP_LEFT)
    return g_strdup_printf (_("Left on %s"), last);
  if (!tambour_instant_is_stated (view->last_at))
    return g_strdup (_("Not heard of late"));
  if (view->last_case != NULL)
    return g_strdup_printf (_("Last heard %s, in case #%s"), last, view->last_case);

  return g_strdup_printf (_("Last heard %s, in a call"), last);
}

/**
 * tambour_person_row_show_contact:
 * @self: a person row
 * @view: somebody at the customer
 * @contacts: the people of their account
 * @now: the time that is "now"
 * @is_narrow: whether there is only room for what matters most
 */
void
tambour_person_row_show_contact (TambourPersonRow         *self,
                                 const TambourContactView *view,
                                 const TambourContacts    *contacts,
                                 TambourInstant            now,
                                 gboolean                  is_narrow)
{
  g_autoptr(GTimeZone) zone = tambour_when_zone (contacts->account->report_tz);
  g_autofree char *text = tambour_people_text_contact (view, contacts->account->report_tz, now);
  g_autofree char *last = tambour_people_text_last (view, contacts->today, zone);
  g_autofree char *said = dup_last_said (view, last);
  const char *name = view->contact->name ? view->contact->name : "";

  g_return_if_fail (TAMBOUR_IS_PERSON_ROW (self));

  show_name (self, "contact", TAMBOUR_RECORD (view->contact)->id, name, text);
  show_sentiment (self, view->contact, !is_narrow && view->group != TAMBOUR_CONTACT_GROUP_LEFT);
  gtk_widget_set_visible (GTK_WIDGET (self->named_label), !is_narrow && view->is_named && view->group != TAMBOUR_CONTACT_GROUP_NAMED);
  gtk_label_set_text (self->end_label, last);
  tambour_tooltip_set (self->end_label, said);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.leave", view->group != TAMBOUR_CONTACT_GROUP_LEFT);
  name_row (self, name, text, said);
}

/**
 * tambour_person_row_show_team:
 * @self: a person row
 * @view: one of us
 * @today: the date at the account
 */
void
tambour_person_row_show_team (TambourPersonRow      *self,
                              const TambourTeamView *view,
                              TambourDate            today)
{
  g_autofree char *text = tambour_people_text_team (view, today);
  const char *name = view->person && view->person->name ? view->person->name : _("Nobody");

  g_return_if_fail (TAMBOUR_IS_PERSON_ROW (self));

  show_name (self, "team_role", TAMBOUR_RECORD (view->role)->id, name, text);
  gtk_widget_set_visible (GTK_WIDGET (self->sentiment_label), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->named_label), FALSE);
  gtk_label_set_text (self->end_label, view->state == TAMBOUR_TEAM_PAST ? _("ended") : view->state == TAMBOUR_TEAM_COMING ? _("planned")
                                                                                                                           : "");
  gtk_widget_set_visible (GTK_WIDGET (self->end_label), view->state != TAMBOUR_TEAM_NOW);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.leave", FALSE);
  name_row (self, name, text, gtk_label_get_text (self->end_label));
}

/**
 * tambour_person_row_open:
 * @self: a person row
 *
 * Opens the record.
 */
void
tambour_person_row_open (TambourPersonRow *self)
{
  g_return_if_fail (TAMBOUR_IS_PERSON_ROW (self));

  if (self->id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", self->kind, self->id);
}
