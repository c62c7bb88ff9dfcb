/* tambour-preferences.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-appearance.h"
#include "tambour-autostart.h"
#include "tambour-choice-words.h"
#include "tambour-feedback.h"
#include "tambour-inbox-page.h"
#include "tambour-later.h"
#include "tambour-portals-page.h"
#include "tambour-preferences-data.h"
#include "tambour-preferences.h"
#include "tambour-team-group.h"

/* As the smallest window that there is without its border. */
#define MIN_WIDTH 340

/**
 * TambourPreferences:
 *
 * Who works with a portfolio and when, which portfolio opens at the start, and
 * how windows look. Whatever is chosen counts at once.
 */
struct _TambourPreferences
{
  AdwPreferencesDialog    parent_instance;

  TambourPortfolio       *portfolio;
  GSettings              *settings;
  GCancellable           *cancellable;
  TambourPreferencesData *data;
  GStrv                   paths;        /* that can open at the start */
  gboolean                is_showing;   /* nobody has chosen what changes now */

  /* Template widgets */
  GtkWidget              *me_group;
  AdwComboRow            *person_row;
  AdwEntryRow            *name_row;
  AdwComboRow            *role_row;
  AdwComboRow            *hours_row;
  AdwComboRow            *start_row;
  AdwSwitchRow           *tell_row;
  AdwComboRow            *scheme_row;
  TambourPortalsPage     *portals_page;
  TambourServerPage      *team_page;
};

G_DEFINE_FINAL_TYPE (TambourPreferences, tambour_preferences, ADW_TYPE_PREFERENCES_DIALOG)

static TambourPerson *
get_me (TambourPreferences *self,
        guint              *position)
{
  return tambour_preferences_data_find (self->data, tambour_portfolio_get_me (self->portfolio), position);
}

static void
fail (TambourPreferences *self,
      const GError       *error)
{
  g_autofree char *reason = NULL;
  AdwToast *toast;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  reason = tambour_feedback_dup_reason (error);
  toast = adw_toast_new ("");
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, reason);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), toast);
}

static void
set_choices (AdwComboRow   *row,
             GtkStringList *choices,
             guint          selected)
{
  adw_combo_row_set_model (row, G_LIST_MODEL (choices));
  adw_combo_row_set_selected (row, selected);
}

/* Nobody, those of us, and somebody who is not there yet. */
static void
show_people (TambourPreferences *self)
{
  g_autoptr(GtkStringList) choices = gtk_string_list_new (NULL);
  guint position = 0;
  TambourPerson *me = get_me (self, &position);

  gtk_string_list_append (choices, _("Nobody in particular"));
  for (guint i = 0; i < self->data->people->len; i++)
    gtk_string_list_append (choices, TAMBOUR_PERSON (g_ptr_array_index (self->data->people, i))->name);
  gtk_string_list_append (choices, _("Somebody new…"));
  set_choices (self->person_row, choices, me ? position + 1 : 0);

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), me ? me->name : "");
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), me != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->role_row), me != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->hours_row), me != NULL);
  if (me != NULL)
    adw_combo_row_set_selected (self->role_row, me->role);
}

static void
show_city (TambourPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->hours_row);
  guint n_calendars = g_strv_length (self->data->calendars);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->hours_row),
                               selected > 0 && selected <= n_calendars ? self->data->cities[selected - 1] : "");
}

static void
show_hours (TambourPreferences *self)
{
  g_autoptr(GtkStringList) choices = gtk_string_list_new (NULL);
  guint position, selected = 0;
  TambourPerson *me = get_me (self, &position);

  gtk_string_list_append (choices, _("Not stated"));
  for (guint i = 0; self->data->calendars[i]; i++)
    {
      gtk_string_list_append (choices, self->data->calendars[i]);
      if (me != NULL && g_strcmp0 (me->calendar, self->data->calendars[i]) == 0)
        selected = i + 1;
    }

  set_choices (self->hours_row, choices, selected);
  show_city (self);
}

static void
show_roles (TambourPreferences *self)
{
  g_autoptr(GtkStringList) choices = gtk_string_list_new (NULL);

  for (guint i = TAMBOUR_PERSON_ROLE_TAM; i <= TAMBOUR_PERSON_ROLE_PRODUCT; i++)
    gtk_string_list_append (choices, _(tambour_choice_get_words (TAMBOUR_TYPE_PERSON_ROLE, i)));
  set_choices (self->role_row, choices, 0);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourPreferences) self = user_data;
  g_autoptr(GError) error = NULL;
  TambourPreferencesData *data = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (data == NULL)
    {
      fail (self, error);
      return;
    }

  g_clear_pointer (&self->data, tambour_preferences_data_free);
  self->data = data;
  self->is_showing = TRUE;
  show_roles (self);
  show_people (self);
  show_hours (self);
  gtk_widget_set_sensitive (self->me_group, !tambour_portfolio_is_read_only (self->portfolio));
  self->is_showing = FALSE;
}

static void
load (TambourPreferences *self)
{
  tambour_portfolio_load_async (self->portfolio, tambour_preferences_data_load, NULL, NULL,
                                (GDestroyNotify) tambour_preferences_data_free, self->cancellable, loaded_cb,
                                g_object_ref (self));
}

static void
set_me (TambourPreferences *self,
        const char         *id,
        const char         *name)
{
  g_autoptr(GError) error = NULL;

  if (!tambour_portfolio_set_me (self->portfolio, id, name, &error))
    fail (self, error);
  load (self);
}

/* A person who is written down, on the way to be the one who works here. */
typedef struct
{
  TambourPreferences *self;
  TambourPerson      *person;
} Saving;

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Saving *saving = user_data;
  g_autoptr(TambourPreferences) self = saving->self;
  g_autoptr(TambourPerson) person = saving->person;
  g_autoptr(GError) error = NULL;

  g_free (saving);
  if (tambour_portfolio_commit_finish (TAMBOUR_PORTFOLIO (source), result, &error))
    set_me (self, tambour_record_get_id (TAMBOUR_RECORD (person)), person->name);
  else
    {
      fail (self, error);
      load (self);
    }
}

static void
save (TambourPreferences *self,
      TambourPerson      *person)
{
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (self->portfolio, _("Change who you are"));
  Saving *saving = g_new0 (Saving, 1);

  saving->self = g_object_ref (self);
  saving->person = g_object_ref (person);
  tambour_change_put (change, TAMBOUR_RECORD (person));
  tambour_portfolio_commit_async (self->portfolio, change, NULL, saved_cb, saving);
}

/* Returns: (transfer full) (nullable): a copy to change, if somebody is chosen */
static TambourPerson *
dup_me (TambourPreferences *self)
{
  guint position;
  TambourPerson *me = self->data && !self->is_showing ? get_me (self, &position) : NULL;

  return me ? TAMBOUR_PERSON (tambour_record_dup (TAMBOUR_RECORD (me))) : NULL;
}

static void
add_somebody (TambourPreferences *self)
{
  g_autoptr(TambourPerson) person = TAMBOUR_PERSON (tambour_record_new (TAMBOUR_TYPE_PERSON, NULL));
  const char *name = g_get_real_name ();

  /* GLib says so when the system knows nobody by name. */
  person->name = g_strdup (g_str_equal (name, "Unknown") ? g_get_user_name () : name);
  person->role = TAMBOUR_PERSON_ROLE_TAM;
  save (self, person);
}

static void
person_selected_cb (TambourPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->person_row);

  if (self->data == NULL || self->is_showing || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected == 0)
    set_me (self, NULL, NULL);
  else if (selected > self->data->people->len)
    add_somebody (self);
  else
    {
      TambourRecord *person = g_ptr_array_index (self->data->people, selected - 1);

      set_me (self, tambour_record_get_id (person), TAMBOUR_PERSON (person)->name);
    }
}

/* Nobody is called nothing. */
static void
name_applied_cb (TambourPreferences *self)
{
  g_autoptr(TambourPerson) me = dup_me (self);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  if (me == NULL)
    return;

  if (*name != '\0' && g_set_str (&me->name, name))
    save (self, me);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), me->name);
}

static void
role_selected_cb (TambourPreferences *self)
{
  g_autoptr(TambourPerson) me = dup_me (self);
  guint selected = adw_combo_row_get_selected (self->role_row);

  if (me == NULL || selected == me->role || selected > TAMBOUR_PERSON_ROLE_PRODUCT)
    return;

  me->role = selected;
  save (self, me);
}

static void
hours_selected_cb (TambourPreferences *self)
{
  g_autoptr(TambourPerson) me = dup_me (self);
  guint selected = adw_combo_row_get_selected (self->hours_row);

  if (me == NULL || selected > g_strv_length (self->data->calendars))
    return;

  if (g_set_str (&me->calendar, selected > 0 ? self->data->calendars[selected - 1] : NULL))
    save (self, me);
}

static void
start_selected_cb (TambourPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->start_row);

  if (!self->is_showing && self->paths != NULL && selected < g_strv_length (self->paths))
    g_settings_set_string (self->settings, "portfolio", self->paths[selected]);
}

static void
show_tell (TambourPreferences *self)
{
  gboolean was_showing = self->is_showing;

  self->is_showing = TRUE;
  adw_switch_row_set_active (self->tell_row, g_settings_get_boolean (self->settings, "tell-when-closed"));
  self->is_showing = was_showing;
}

/* What the desktop does not allow is not chosen. */
static void
autostart_set_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(TambourPreferences) self = user_data;
  g_autoptr(GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->tell_row), TRUE);
  if (tambour_autostart_set_finish (result, &error))
    g_settings_set_boolean (self->settings, "tell-when-closed", adw_switch_row_get_active (self->tell_row));
  else
    fail (self, error);
  show_tell (self);
}

static void
tell_chosen_cb (TambourPreferences *self)
{
  if (self->is_showing || self->settings == NULL)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->tell_row), FALSE);
  tambour_autostart_set_async (adw_switch_row_get_active (self->tell_row), NULL, autostart_set_cb, g_object_ref (self));
}

static void
scheme_selected_cb (TambourPreferences *self)
{
  if (!self->is_showing && self->settings != NULL)
    tambour_appearance_set (self->settings, adw_combo_row_get_selected (self->scheme_row));
}

static void
add_path (GStrvBuilder  *paths,
          GtkStringList *choices,
          const char    *path,
          const char    *words)
{
  g_autofree char *name = g_filename_display_name (path);

  g_strv_builder_add (paths, path);
  gtk_string_list_append (choices, words ? words : name);
}

/* The person’s own, the one that is open now, and the one that was chosen before. */
static void
show_start (TambourPreferences *self)
{
  g_autoptr(GtkStringList) choices = gtk_string_list_new (NULL);
  g_autoptr(GStrvBuilder) paths = g_strv_builder_new ();
  g_autofree char *kept = g_settings_get_string (self->settings, "portfolio");
  const char *current = tambour_portfolio_get_path (self->portfolio);
  guint selected = 0;

  add_path (paths, choices, "", _("Your own portfolio"));
  add_path (paths, choices, current, NULL);
  if (g_str_equal (kept, current))
    selected = 1;
  else if (*kept != '\0')
    {
      add_path (paths, choices, kept, NULL);
      selected = 2;
    }

  g_clear_pointer (&self->paths, g_strfreev);
  self->paths = g_strv_builder_end (paths);
  set_choices (self->start_row, choices, selected);
}

static void
tambour_preferences_dispose (GObject *object)
{
  TambourPreferences *self = TAMBOUR_PREFERENCES (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_PREFERENCES);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (tambour_preferences_parent_class)->dispose (object);
}

static void
tambour_preferences_finalize (GObject *object)
{
  TambourPreferences *self = TAMBOUR_PREFERENCES (object);

  g_clear_pointer (&self->data, tambour_preferences_data_free);
  g_clear_pointer (&self->paths, g_strfreev);

  G_OBJECT_CLASS (tambour_preferences_parent_class)->finalize (object);
}

static void
tambour_preferences_class_init (TambourPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TAMBOUR_TYPE_PORTALS_PAGE);
  g_type_ensure (TAMBOUR_TYPE_SERVER_PAGE);
  object_class->dispose = tambour_preferences_dispose;
  object_class->finalize = tambour_preferences_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourPreferences, me_group);
  gtk_widget_class_bind_template_child (widget_class, TambourPreferences, person_row);
  gtk_widget_class_bind_template_child (widget_class, TambourPreferences, name_row);
  gtk_widget_class_bind_template_child (widget_class, TambourPreferences, role_row);
  gtk_widget_class_bind_template_child (widget_class, TambourPreferences, hours_row);
  gtk_widget_class_bind_template_child (widget_class, TambourPreferences, start_row);
  gtk_widget_class_bind_template_child (widget_class, TambourPreferences, tell_row);
  gtk_widget_class_bind_template_child (widget_class, TambourPreferences, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, TambourPreferences, portals_page);
  gtk_widget_class_bind_template_child (widget_class, TambourPreferences, team_page);
  gtk_widget_class_bind_template_callback (widget_class, person_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, role_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, hours_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, tell_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, scheme_selected_cb);
}

static void
tambour_preferences_init (TambourPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/* Libadwaita asks for all of the 360 px that a window has at least, where not every desktop
 * gives a window all of its width.
 */
static void
narrow (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int width, height;

      gtk_widget_get_size_request (child, &width, &height);
      if (width > MIN_WIDTH)
        gtk_widget_set_size_request (child, MIN_WIDTH, height);
      narrow (child);
    }
}

static TambourPreferences *
new_preferences (TambourPortfolio *portfolio)
{
  TambourPreferences *self = g_object_new (TAMBOUR_TYPE_PREFERENCES, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->settings = g_settings_new ("io.github.tambour.Tambour");
  narrow (adw_dialog_get_child (ADW_DIALOG (self)));
  self->is_showing = TRUE;
  adw_combo_row_set_selected (self->scheme_row, tambour_appearance_get (self->settings));
  show_start (self);
  show_tell (self);
  self->is_showing = FALSE;
  load (self);
  tambour_team_group_attach (self->team_page, portfolio);
  tambour_portals_page_attach (self->portals_page, portfolio);

  return self;
}

/**
 * tambour_preferences_present:
 * @parent: a window
 * @portfolio: what it shows
 *
 * Shows what can be chosen.
 */
void
tambour_preferences_present (GtkWidget        *parent,
                             TambourPortfolio *portfolio)
{
  adw_dialog_present (ADW_DIALOG (new_preferences (portfolio)), parent);
}

/* Libadwaita goes from row to row while it opens. */
static gboolean
begin_at_team (gpointer owner)
{
  tambour_server_page_take_focus (TAMBOUR_PREFERENCES (owner)->team_page);

  return G_SOURCE_REMOVE;
}

/**
 * tambour_preferences_present_team:
 * @parent: a window
 * @portfolio: what it shows
 *
 * Shows what can be chosen of its team.
 */
void
tambour_preferences_present_team (GtkWidget        *parent,
                                  TambourPortfolio *portfolio)
{
  TambourPreferences *self = new_preferences (portfolio);

  adw_preferences_dialog_set_visible_page (ADW_PREFERENCES_DIALOG (self), ADW_PREFERENCES_PAGE (self->team_page));
  tambour_later_run (self, GTK_WIDGET (self->team_page), begin_at_team);
  adw_dialog_present (ADW_DIALOG (self), parent);
}

/**
 * tambour_preferences_present_connectors:
 * @parent: a window
 * @portfolio: what it shows
 *
 * Shows from where cases and feature requests come.
 */
void
tambour_preferences_present_connectors (GtkWidget        *parent,
                                        TambourPortfolio *portfolio)
{
  TambourPreferences *self = new_preferences (portfolio);

  adw_preferences_dialog_set_visible_page (ADW_PREFERENCES_DIALOG (self), ADW_PREFERENCES_PAGE (self->portals_page));
  adw_dialog_present (ADW_DIALOG (self), parent);
}

/**
 * tambour_preferences_present_inbox:
 * @parent: a window
 * @portfolio: what it shows
 *
 * Shows what came from portals and belongs to no account yet.
 */
void
tambour_preferences_present_inbox (GtkWidget        *parent,
                                   TambourPortfolio *portfolio)
{
  TambourPreferences *self = new_preferences (portfolio);

  adw_preferences_dialog_set_visible_page (ADW_PREFERENCES_DIALOG (self), ADW_PREFERENCES_PAGE (self->portals_page));
  adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (self), tambour_inbox_page_new (portfolio));
  adw_dialog_present (ADW_DIALOG (self), parent);
}
