/* tambour-call-dialog-open.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "tambour-account.h"
#include "tambour-call-dialog-private.h"
#include "tambour-draft-keeper.h"
#include "tambour-feedback.h"
#include "tambour-later.h"

/* What is read before the dialog opens. */
typedef struct
{
  GPtrArray *accounts;
  GPtrArray *drafts;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_clear_pointer (&opening->accounts, g_ptr_array_unref);
  g_clear_pointer (&opening->drafts, g_ptr_array_unref);
  g_free (opening);
}

static int
compare_accounts (gconstpointer a,
                  gconstpointer b)
{
  return g_utf8_collate ((*(TambourAccount * const *) a)->name, (*(TambourAccount * const *) b)->name);
}

static gpointer
read_opening (TambourStore    *store,
              const char      *me,
              TambourInstant   now,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ACCOUNT);
  Opening *opening = g_new0 (Opening, 1);

  if (!tambour_query_where (query, "status", TAMBOUR_IS_NOT, "closed", error) ||
      !(opening->accounts = tambour_store_list (store, query, cancellable, error)) ||
      !(opening->drafts = tambour_drafts_list (store, error)))
    {
      opening_free (opening);
      return NULL;
    }

  g_ptr_array_sort (opening->accounts, compare_accounts);

  return opening;
}

/* Returns: (transfer none) (nullable): the draft of the account, or the newest */
static const TambourDraft *
find_draft (GPtrArray  *drafts,
            const char *account_id)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      const TambourDraft *draft = g_ptr_array_index (drafts, i);

      if (tambour_draft_is_call (draft) && (*account_id == '\0' || g_strcmp0 (draft->account_id, account_id) == 0))
        return draft;
    }

  return NULL;
}

static void
show_accounts (TambourCallDialog *self,
               const char        *account_id)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < self->accounts->len; i++)
    {
      TambourAccount *account = g_ptr_array_index (self->accounts, i);

      gtk_string_list_append (names, account->name);
      if (g_strcmp0 (tambour_record_get_id (TAMBOUR_RECORD (account)), account_id) == 0)
        selected = i;
    }

  self->is_filling = TRUE;
  gtk_drop_down_set_expression (self->account_down, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_model (self->account_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->account_down, selected);
  self->is_filling = FALSE;
}

/* A dialog that becomes a sheet when it has its width loses the focus. */
static gboolean
focus_minutes (gpointer owner)
{
  gtk_widget_grab_focus (GTK_WIDGET (TAMBOUR_CALL_DIALOG (owner)->minutes_view));

  return FALSE;
}

/* Returns: (transfer none): the draft of the call that @prepared is for, if it was
 * begun before
 */
static const TambourDraft *
find_begun (GPtrArray          *drafts,
            const TambourDraft *prepared)
{
  const char *planned = json_object_get_string_member_with_default (prepared->fields, "planned", NULL);

  for (guint i = 0; planned && i < drafts->len; i++)
    {
      const TambourDraft *draft = g_ptr_array_index (drafts, i);

      if (tambour_draft_is_call (draft) &&
          g_strcmp0 (json_object_get_string_member_with_default (draft->fields, "planned", NULL), planned) == 0)
        return draft;
    }

  return prepared;
}

/* Who asks for it, and for which account; or what was prepared. */
typedef struct
{
  GtkWidget    *asked_by;
  char         *account_id;
  TambourDraft *prepared;
} Asked;

static void
asked_free (Asked *asked)
{
  g_clear_object (&asked->asked_by);
  g_clear_pointer (&asked->account_id, g_free);
  g_clear_pointer (&asked->prepared, tambour_draft_free);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Asked) asked = user_data;
  g_autoptr(GError) error = NULL;
  Opening *opening = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  TambourDraftKeeper *keeper;
  const TambourDraft *draft;
  TambourCallDialog *self;

  if (opening == NULL)
    {
      tambour_feedback_fail (asked->asked_by, error);
      return;
    }

  if (opening->accounts->len == 0)
    {
      tambour_feedback_say (asked->asked_by, _("Add an account first"));
      opening_free (opening);
      return;
    }

  keeper = tambour_draft_keeper_get (TAMBOUR_PORTFOLIO (source));
  opening->drafts = tambour_draft_keeper_merge (keeper, opening->drafts);
  draft = asked->prepared ? find_begun (opening->drafts, asked->prepared) : find_draft (opening->drafts, asked->account_id);
  self = g_object_new (TAMBOUR_TYPE_CALL_DIALOG, NULL);
  self->portfolio = g_object_ref (TAMBOUR_PORTFOLIO (source));
  self->asked_by = g_object_ref (asked->asked_by);
  self->accounts = g_steal_pointer (&opening->accounts);
  show_accounts (self, draft ? draft->account_id : asked->account_id);
  tambour_call_dialog_fill (self, draft);
  if (draft != NULL && draft == asked->prepared)
    tambour_call_dialog_keep (self);
  opening_free (opening);

  adw_dialog_present (ADW_DIALOG (self), self->asked_by);
  tambour_later_run (self, GTK_WIDGET (self), focus_minutes);
  tambour_call_dialog_start (self);
}

/**
 * tambour_call_dialog_present:
 * @asked_by: the widget that asks for it, which says what was done
 * @portfolio: a portfolio
 * @account_id: with whom the call was, or "" if that is to be chosen
 *
 * Opens the dialog, with what was typed and not saved.
 */
void
tambour_call_dialog_present (GtkWidget        *asked_by,
                             TambourPortfolio *portfolio,
                             const char       *account_id)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->asked_by = g_object_ref (asked_by);
  asked->account_id = g_strdup (account_id);
  tambour_portfolio_load_async (portfolio, read_opening, NULL, NULL, opening_free, NULL, read_cb, asked);
}

/**
 * tambour_call_dialog_present_prepared:
 * @asked_by: the widget that asks for it, which says what was done
 * @portfolio: a portfolio
 * @prepared: (transfer full): the call that begins, from tambour_call_prepare_draft()
 *
 * Opens the dialog with what was prepared, or with what was typed since, if it was
 * begun before. Other drafts of the account stay as they are.
 */
void
tambour_call_dialog_present_prepared (GtkWidget        *asked_by,
                                      TambourPortfolio *portfolio,
                                      TambourDraft     *prepared)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->asked_by = g_object_ref (asked_by);
  asked->account_id = g_strdup (prepared->account_id);
  asked->prepared = prepared;
  tambour_portfolio_load_async (portfolio, read_opening, NULL, NULL, opening_free, NULL, read_cb, asked);
}
