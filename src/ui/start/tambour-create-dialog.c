/* tambour-create-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tambour-create-dialog.h"
#include "tambour-erase.h"
#include "tambour-feedback.h"
#include "tambour-owner.h"
#include "tambour-portfolios.h"
#include "tambour-problem.h"
#include "tambour-when.h"
#include "tambour-zones.h"

#define N_DAYS      7
#define DAY_MINUTES 1440

/**
 * TambourCreateDialog:
 *
 * Asks who will work with a new portfolio, when, and where it is kept, and makes
 * it.
 */
struct _TambourCreateDialog
{
  AdwDialog        parent_instance;

  char            *path;
  GStrv            zones;
  GtkToggleButton *day_buttons[N_DAYS];
  gboolean         is_busy;

  /* Template widgets */
  AdwEntryRow     *name_row;
  AdwEntryRow     *opens_row;
  AdwEntryRow     *closes_row;
  AdwWrapBox      *days;
  AdwComboRow     *zone_row;
  AdwActionRow    *file_row;
  GtkLabel        *problem_label;
};

G_DEFINE_FINAL_TYPE (TambourCreateDialog, tambour_create_dialog, ADW_TYPE_DIALOG)

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What goes to the thread. */
typedef struct
{
  TambourOwner  owner;
  char         *path;
  char         *name;
  char         *zone;
} Order;

static void
order_free (Order *order)
{
  g_clear_pointer (&order->path, g_free);
  g_clear_pointer (&order->name, g_free);
  g_clear_pointer (&order->zone, g_free);
  g_free (order);
}

/* “9”, “9:30” and “09.30” are times of day; 24:00 ends one. */
static gboolean
parse_time (const char *text,
            guint      *minutes)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  g_auto(GStrv) parts = g_strsplit_set (plain, ":.", 2);
  guint64 hour, minute = 0;

  if (parts[0] == NULL || !g_ascii_string_to_unsigned (parts[0], 10, 0, 24, &hour, NULL) ||
      (parts[1] != NULL && !g_ascii_string_to_unsigned (parts[1], 10, 0, 59, &minute, NULL)) ||
      hour * 60 + minute > DAY_MINUTES)
    return FALSE;

  *minutes = (guint) (hour * 60 + minute);

  return TRUE;
}

static guint
get_days (TambourCreateDialog *self)
{
  guint days = 0;

  for (guint i = 0; i < N_DAYS; i++)
    if (gtk_toggle_button_get_active (self->day_buttons[i]))
      days |= 1u << i;

  return days;
}

static char *
dup_name (TambourCreateDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
}

static void
say (TambourCreateDialog *self,
     const char          *problem)
{
  gtk_label_set_text (self->problem_label, problem ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

/* A name that is not there yet is no mistake: one sees that it is asked for. */
static gboolean
validate (TambourCreateDialog *self)
{
  g_autofree char *name = dup_name (self);
  guint opens = 0, closes = 0;
  gboolean has_opens = parse_time (gtk_editable_get_text (GTK_EDITABLE (self->opens_row)), &opens);
  gboolean has_closes = parse_time (gtk_editable_get_text (GTK_EDITABLE (self->closes_row)), &closes);
  gboolean ends_after = !has_opens || !has_closes || opens < closes;
  gboolean exists = g_file_test (self->path, G_FILE_TEST_EXISTS);
  const char *problem = NULL;

  tambour_problem_mark (GTK_WIDGET (self->opens_row), GTK_WIDGET (self->opens_row), !has_opens);
  tambour_problem_mark (GTK_WIDGET (self->closes_row), GTK_WIDGET (self->closes_row), !has_closes || !ends_after);
  tambour_problem_mark (GTK_WIDGET (self->file_row), GTK_WIDGET (self->file_row), exists);

  if (!has_opens || !has_closes)
    problem = _("Write times such as 09:00.");
  else if (!ends_after)
    problem = _("Work ends later than it begins.");
  else if (get_days (self) == 0)
    problem = _("Choose at least one day.");
  else if (exists)
    problem = _("There is such a file already. Choose another name.");

  say (self, problem);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "create.create", problem == NULL && *name != '\0' && !self->is_busy);

  return problem == NULL && *name != '\0';
}

static void
changed_cb (TambourCreateDialog *self)
{
  validate (self);
}

static void
activated_cb (TambourCreateDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "create.create", NULL);
}

static void
set_path (TambourCreateDialog *self,
          const char          *path)
{
  g_autofree char *whole = g_str_has_suffix (path, ".tambour") ? g_strdup (path) : g_strconcat (path, ".tambour", NULL);
  g_autofree char *shown = g_filename_display_name (whole);

  g_set_str (&self->path, whole);
  adw_action_row_set_subtitle (self->file_row, shown);
  validate (self);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourCreateDialog) self = user_data;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path != NULL)
    set_path (self, path);
}

static void
choose_file_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TambourCreateDialog *self = TAMBOUR_CREATE_DIALOG (widget);
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GFile) file = g_file_new_for_path (self->path);

  gtk_file_dialog_set_title (dialog, _("Where the Portfolio Is Kept"));
  gtk_file_dialog_set_initial_file (dialog, file);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, g_object_ref (self));
}

/* A portfolio that nobody works with was not made. */
static gboolean
create (const Order  *order,
        GError      **error)
{
  g_autofree char *folder = g_path_get_dirname (order->path);
  g_autoptr(TambourStore) store = NULL;
  gboolean ok;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _("The folder “%s” cannot be made: %s"), folder, g_strerror (errno));
      return FALSE;
    }

  if (!(store = tambour_store_open (order->path, TAMBOUR_STORE_CREATE, error)))
    return FALSE;

  ok = tambour_owner_put (store, &order->owner, error);
  tambour_store_close (store);
  if (!ok)
    tambour_erase_portfolio (order->path, NULL);

  return ok;
}

static void
create_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (create (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  TambourCreateDialog *self = TAMBOUR_CREATE_DIALOG (source);
  const Order *order = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autofree char *reason = NULL;

  self->is_busy = FALSE;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      g_signal_emit (self, signals[CREATED], 0, order->path);
      return;
    }

  reason = tambour_feedback_dup_reason (error);
  if (self->problem_label == NULL)
    return;

  validate (self);
  say (self, reason);
}

static void
create_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourCreateDialog *self = TAMBOUR_CREATE_DIALOG (widget);
  g_autoptr(GTask) task = NULL;
  Order *order;

  if (!validate (self))
    return;

  task = g_task_new (self, NULL, created_cb, NULL);
  order = g_new0 (Order, 1);
  order->path = g_strdup (self->path);
  order->name = dup_name (self);
  order->zone = g_strdup (self->zones[adw_combo_row_get_selected (self->zone_row)]);
  order->owner.name = order->name;
  order->owner.zone = order->zone;
  order->owner.weekdays = get_days (self);
  parse_time (gtk_editable_get_text (GTK_EDITABLE (self->opens_row)), &order->owner.opens);
  parse_time (gtk_editable_get_text (GTK_EDITABLE (self->closes_row)), &order->owner.closes);

  self->is_busy = TRUE;
  gtk_widget_action_set_enabled (widget, "create.create", FALSE);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, create_thread);
}

static void
tambour_create_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_CREATE_DIALOG);

  G_OBJECT_CLASS (tambour_create_dialog_parent_class)->dispose (object);
}

static void
tambour_create_dialog_finalize (GObject *object)
{
  TambourCreateDialog *self = TAMBOUR_CREATE_DIALOG (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->zones, g_strfreev);

  G_OBJECT_CLASS (tambour_create_dialog_parent_class)->finalize (object);
}

static void
tambour_create_dialog_class_init (TambourCreateDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_create_dialog_dispose;
  object_class->finalize = tambour_create_dialog_finalize;

  /**
   * TambourCreateDialog::created:
   * @self: the dialog
   * @path: the new portfolio
   *
   * It is there.
   */
  signals[CREATED] =
    g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "create.create", NULL, create_action);
  gtk_widget_class_install_action (widget_class, "create.choose-file", NULL, choose_file_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "create.create", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "create.create", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-create-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourCreateDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, TambourCreateDialog, opens_row);
  gtk_widget_class_bind_template_child (widget_class, TambourCreateDialog, closes_row);
  gtk_widget_class_bind_template_child (widget_class, TambourCreateDialog, days);
  gtk_widget_class_bind_template_child (widget_class, TambourCreateDialog, zone_row);
  gtk_widget_class_bind_template_child (widget_class, TambourCreateDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, TambourCreateDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
add_days (TambourCreateDialog *self)
{
  TambourDate monday = tambour_date_new (2026, 11, 23);

  for (guint i = 0; i < N_DAYS; i++)
    {
      g_autofree char *name = tambour_when_weekday ((TambourDate) { monday.julian + (gint) i });
      GtkWidget *button = gtk_toggle_button_new_with_label (name);

      self->day_buttons[i] = GTK_TOGGLE_BUTTON (button);
      gtk_widget_add_css_class (button, "smallbtn");
      gtk_toggle_button_set_active (self->day_buttons[i], TAMBOUR_OWNER_OFFICE_DAYS >> i & 1);
      g_signal_connect_object (button, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->days, button);
    }
}

static void
add_zones (TambourCreateDialog *self)
{
  g_autofree char *own = tambour_zones_dup_own ();
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->zones = tambour_zones_list (own);
  for (guint i = 0; self->zones[i] != NULL; i++)
    {
      gtk_string_list_take (names, tambour_zones_dup_text (self->zones[i]));
      if (g_str_equal (self->zones[i], own))
        selected = i;
    }

  adw_combo_row_set_model (self->zone_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->zone_row, selected);
}

static void
tambour_create_dialog_init (TambourCreateDialog *self)
{
  const char *name = g_get_real_name ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->path = g_strdup ("");
  add_days (self);
  add_zones (self);

  /* What GLib says where the computer does not know. */
  if (g_strcmp0 (name, "Unknown") != 0 && g_strcmp0 (name, "root") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
}

/**
 * tambour_create_dialog_new:
 * @path: where it is kept, unless another file is chosen
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
tambour_create_dialog_new (const char *path)
{
  TambourCreateDialog *self = g_object_new (TAMBOUR_TYPE_CREATE_DIALOG, NULL);

  set_path (self, path);

  return ADW_DIALOG (self);
}
