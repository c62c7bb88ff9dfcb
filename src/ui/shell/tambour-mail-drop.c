/* tambour-mail-drop.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-case.h"
#include "tambour-feedback.h"
#include "tambour-file-failure.h"
#include "tambour-mail-drop.h"
#include "tambour-mail.h"
#include "tambour-portfolio-private.h"

/* Mails that a mail program saved as files, from a drop or a dialog: read and filed on a
 * thread, one after the other. Together they are one step back.
 */

/* More than a mail server takes, so that what is too large to keep can be left out by name. */
#define MOST_MAIL  (250 * 1000 * 1000)
#define ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE

typedef struct
{
  TambourStore   *store;
  char           *account_id;
  char           *case_id;
  char           *author;
  TambourInstant  now;
  GPtrArray      *files;    /* of GFile */
  GPtrArray      *filed;    /* of TambourFiledMail, those of the first files */
  GError         *failure;  /* (nullable): why the next is not there */
} Filing;

static void
filing_free (Filing *filing)
{
  g_clear_object (&filing->store);
  g_clear_pointer (&filing->account_id, g_free);
  g_clear_pointer (&filing->case_id, g_free);
  g_clear_pointer (&filing->author, g_free);
  g_clear_pointer (&filing->files, g_ptr_array_unref);
  g_clear_pointer (&filing->filed, g_ptr_array_unref);
  g_clear_error (&filing->failure);
  g_free (filing);
}

/* --- on the thread --------------------------------------------------------- */

/* Many a text begins like a mail: the file says that it is one. */
static gboolean
is_mail (const char *name,
         GFileInfo  *info)
{
  const char *type = g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE);
  g_autofree char *small = g_ascii_strdown (name, -1);

  return g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR &&
         (g_str_has_suffix (small, ".eml") || (type != NULL && g_content_type_is_mime_type (type, "message/rfc822")));
}

static void
set_no_mail (GError     **error,
             const char  *name)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("“%s” is no mail. Save the message in the mail program as a file that ends in .eml, and take that."), name);
}

static GBytes *
read_mail (GFile       *file,
           const char  *name,
           GError     **error)
{
  g_autoptr(GError) reason = NULL;
  g_autoptr(GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, &reason);
  g_autofree char *most = g_format_size (MOST_MAIL);
  GBytes *bytes;

  if (info == NULL)
    {
      tambour_file_failure_set (file, reason, error);
      return NULL;
    }
  if (!is_mail (name, info))
    {
      set_no_mail (error, name);
      return NULL;
    }
  if (g_file_info_get_size (info) > MOST_MAIL)
    {
      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED, _("“%s” is larger than %s. Keep it elsewhere, and write down where."), name, most);
      return NULL;
    }

  if (!(bytes = g_file_load_bytes (file, NULL, NULL, &reason)))
    tambour_file_failure_set (file, reason, error);

  return bytes;
}

static gboolean
file_one (Filing  *filing,
          GFile   *file,
          gint64   continues,
          GError **error)
{
  const TambourMailOrder order = { filing->account_id, filing->case_id, filing->now, filing->author, .continues = continues };
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *name = basename ? g_filename_display_name (basename) : g_file_get_parse_name (file);
  g_autoptr(GBytes) bytes = read_mail (file, name, error);
  g_autoptr(GError) reason = NULL;
  TambourFiledMail *filed;

  if (bytes == NULL)
    return FALSE;

  if ((filed = tambour_mail_file (filing->store, &order, bytes, NULL, &reason)) != NULL)
    g_ptr_array_add (filing->filed, filed);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    set_no_mail (error, name);
  else
    g_propagate_error (error, g_steal_pointer (&reason));

  return filed != NULL;
}

/* The first that was written here; the others continue it. */
static gint64
get_change (Filing *filing)
{
  for (guint i = 0; i < filing->filed->len; i++)
    if (((TambourFiledMail *) filing->filed->pdata[i])->change != 0)
      return ((TambourFiledMail *) filing->filed->pdata[i])->change;

  return 0;
}

static void
file_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Filing *filing = data;

  for (guint i = 0; i < filing->files->len; i++)
    if (!file_one (filing, filing->files->pdata[i], get_change (filing), &filing->failure))
      break;

  g_task_return_boolean (task, TRUE);
}

/* --- what is said of it ---------------------------------------------------- */

static guint
count_new (Filing *filing)
{
  guint n = 0;

  for (guint i = 0; i < filing->filed->len; i++)
    n += ((TambourFiledMail *) filing->filed->pdata[i])->is_new ? 1 : 0;

  return n;
}

/* A mail of an account that names a case in its subject stands there. */
static char *
dup_message (Filing *filing,
             guint   n_new)
{
  TambourRecord *support_case = ((TambourFiledMail *) filing->filed->pdata[0])->support_case;

  if (filing->filed->len > 1)
    return g_strdup_printf (ngettext ("%d mail filed", "%d mails filed", (int) n_new), (int) n_new);
  if (support_case == NULL || filing->case_id != NULL || TAMBOUR_CASE (support_case)->number == NULL)
    return g_strdup (_("Mail filed"));

  /* Translators: %s is the number of a case */
  return g_strdup_printf (_("Mail filed with case #%s"), TAMBOUR_CASE (support_case)->number);
}

static void
say_left_out (GtkWidget *widget,
              Filing    *filing)
{
  g_autofree char *most = g_format_size (TAMBOUR_STORE_MOST_CONTENT);

  for (guint i = 0; i < filing->filed->len; i++)
    {
      const TambourFiledMail *filed = filing->filed->pdata[i];

      for (guint j = 0; filed->left_out[j]; j++)
        {
          g_autofree char *message = g_strdup_printf (_("“%s” is larger than %s, and is left out"), filed->left_out[j], most);

          tambour_feedback_say (widget, message);
        }
    }
}

/* What was said of an earlier drop is no answer to this one. */
static void
say (GtkWidget *widget,
     Filing    *filing)
{
  AdwToastOverlay *overlay = tambour_feedback_get_overlay (widget);
  guint n_new = count_new (filing);
  guint n_old = filing->filed->len - n_new;

  if (overlay != NULL)
    adw_toast_overlay_dismiss_all (overlay);
  if (n_new > 0)
    {
      g_autofree char *message = dup_message (filing, n_new);

      tambour_feedback_offer_undo (widget, message);
    }
  if (n_old > 0)
    {
      g_autofree char *message = g_strdup_printf (ngettext ("The mail is there already", "%d mails are there already", (int) n_old), (int) n_old);

      tambour_feedback_say (widget, message);
    }
  say_left_out (widget, filing);
  if (filing->failure != NULL)
    tambour_feedback_fail (widget, filing->failure);
}

static void
filed_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  Filing *filing = g_task_get_task_data (G_TASK (result));
  gint64 change = get_change (filing);

  if (change != 0)
    tambour_portfolio_add_step (TAMBOUR_PORTFOLIO (source), change, _("File mail"));
  say (widget, filing);
}

/* --- what is filed --------------------------------------------------------- */

/* Who asked, and for what. */
typedef struct
{
  GtkWidget        *widget;
  TambourPortfolio *portfolio;
  Filing           *filing;
} Asking;

static void
asking_free (Asking *asking)
{
  g_clear_object (&asking->widget);
  g_clear_object (&asking->portfolio);
  g_clear_pointer (&asking->filing, filing_free);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

/* Whatever is shown meanwhile, a mail goes where somebody put it. */
static Asking *
ask (GtkWidget             *widget,
     const TambourMailDrop *drop)
{
  TambourMailPlace place = { NULL };
  Filing *filing;
  Asking *asking;

  if (!drop->get_place (widget, &place))
    return NULL;

  filing = g_new0 (Filing, 1);
  filing->store = g_object_ref (tambour_portfolio_get_store (place.portfolio));
  filing->account_id = g_strdup (place.account_id);
  filing->case_id = g_strdup (place.case_id);
  filing->author = g_strdup (tambour_portfolio_get_author (place.portfolio));
  filing->files = g_ptr_array_new_with_free_func (g_object_unref);
  filing->filed = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_filed_mail_free);
  asking = g_new0 (Asking, 1);
  asking->widget = g_object_ref (widget);
  asking->portfolio = g_object_ref (place.portfolio);
  asking->filing = filing;

  return asking;
}

static void
run (Asking *asking)
{
  g_autoptr(GTask) task = g_task_new (asking->portfolio, NULL, filed_cb, g_object_ref (asking->widget));

  asking->filing->now = tambour_portfolio_now (asking->portfolio);
  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, g_steal_pointer (&asking->filing), (GDestroyNotify) filing_free);
  tambour_portfolio_begin_write (asking->portfolio, task);
  g_task_run_in_thread (task, file_thread);
}

static gboolean
accept_cb (GtkDropTarget         *target,
           GdkDrop               *dropped,
           const TambourMailDrop *drop)
{
  TambourMailPlace place = { NULL };

  return gdk_content_formats_contain_gtype (gdk_drop_get_formats (dropped), GDK_TYPE_FILE_LIST) &&
         drop->get_place (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), &place);
}

static gboolean
dropped_cb (GtkDropTarget         *target,
            const GValue          *value,
            double                 x,
            double                 y,
            const TambourMailDrop *drop)
{
  g_autoptr(Asking) asking = ask (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), drop);
  g_autoptr(GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (asking == NULL)
    return FALSE;

  for (GSList *at = files; at != NULL; at = at->next)
    g_ptr_array_add (asking->filing->files, g_object_ref (at->data));
  run (asking);

  return TRUE;
}

/**
 * tambour_mail_drop_add:
 * @widget: a page
 * @drop: (transfer none): where its mails go; stays as long as @widget does
 *
 * Files the mails that are dropped on @widget, unless something in it takes them.
 */
void
tambour_mail_drop_add (GtkWidget             *widget,
                       const TambourMailDrop *drop)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), (gpointer) drop);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), (gpointer) drop);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Asking) asking = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) chosen = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (chosen == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        tambour_feedback_fail (asking->widget, error);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (asking->filing->files, g_list_model_get_item (chosen, i));
  run (asking);
}

static GListModel *
new_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr(GtkFileFilter) mails = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (mails, _("Mails"));
  gtk_file_filter_add_suffix (mails, "eml");
  gtk_file_filter_add_mime_type (mails, "message/rfc822");
  g_list_store_append (filters, mails);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

/**
 * tambour_mail_drop_choose:
 * @widget: a page
 * @drop: where its mails go
 *
 * Asks which mails to file, and files them as if they were dropped on @widget.
 */
void
tambour_mail_drop_choose (GtkWidget             *widget,
                          const TambourMailDrop *drop)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GListModel) filters = new_filters ();
  Asking *asking = ask (widget, drop);

  if (asking == NULL)
    return;

  gtk_file_dialog_set_title (dialog, _("File a Mail"));
  gtk_file_dialog_set_accept_label (dialog, _("_File"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, asking);
}
