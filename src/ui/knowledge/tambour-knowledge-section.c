/* tambour-knowledge-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-draft-keeper.h"
#include "tambour-feedback.h"
#include "tambour-growth.h"
#include "tambour-kinds.h"
#include "tambour-knowledge-detail.h"
#include "tambour-later.h"
#include "tambour-knowledge-section.h"
#include "tambour-list-heading.h"
#include "tambour-note-item.h"
#include "tambour-note-line-row.h"
#include "tambour-status.h"

/**
 * TambourKnowledgeSection:
 *
 * What is known of a customer: notes in a list by what they are about, with the
 * environments; beside it, the one that is chosen.
 */
struct _TambourKnowledgeSection
{
  TambourSection          parent_instance;

  GListStore             *store;
  GtkSortListModel       *sorted;
  GtkSliceListModel      *slice;      /* of those, as many as the list has come to */
  GtkFilter              *filter;
  GtkSingleSelection     *selection;
  GCancellable           *loading;
  char                   *chosen;     /* what is shown: an id, or the kind of a new note */
  char                   *folded;     /* what is looked for */
  gboolean                is_filling;

  /* Template widgets */
  GtkEditable            *search_entry;
  GtkWidget              *new_button;
  GtkStack               *list_stack;
  GtkListView            *list_view;
  AdwStatusPage          *status_page;
  GtkButton              *status_button;
  TambourKnowledgeDetail *detail;
};

G_DEFINE_FINAL_TYPE (TambourKnowledgeSection, tambour_knowledge_section, TAMBOUR_TYPE_SECTION)

static TambourPortfolio *
get_portfolio (TambourKnowledgeSection *self)
{
  return tambour_section_get_portfolio (TAMBOUR_SECTION (self));
}

/* The child of a bin is none of its template’s: it goes with the bin. */
static AdwNavigationSplitView *
get_split (TambourKnowledgeSection *self)
{
  return ADW_NAVIGATION_SPLIT_VIEW (adw_bin_get_child (ADW_BIN (self)));
}

/* What tells one from another: also notes that nobody has shared. */
static const char *
key_of (TambourNoteItem *item)
{
  const char *id = tambour_note_item_get_id (item);

  return id ? id : tambour_note_get_kind (tambour_note_item_get_group (item))->kind;
}

/* --- which notes ----------------------------------------------------------- */

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  TambourKnowledgeSection *self = user_data;

  return self->folded == NULL || tambour_note_item_matches (item, self->folded);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  TambourNoteGroup first = tambour_note_item_get_group ((gpointer) a);
  TambourNoteGroup second = tambour_note_item_get_group ((gpointer) b);

  return (first > second) - (first < second);
}

static void
show_status (TambourKnowledgeSection *self,
             const char              *icon,
             const char              *title,
             const char              *text,
             const char              *button,
             const char              *action)
{
  tambour_status_say (self->status_page, icon, title, text);
  tambour_status_offer (self->status_button, button, action);
  gtk_stack_set_visible_child_name (self->list_stack, "status");
}

static void
show_list (TambourKnowledgeSection *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_stack_set_visible_child_name (self->list_stack, "list");
  else if (self->folded != NULL)
    show_status (self, "system-search-symbolic", _("No Note Like That"), NULL, NULL, NULL);
  else
    show_status (self, "tambour-note-symbolic", _("Nothing Is Written Down"), _("Begin with what runs where, and who to call."),
                 _("_New Note"), "knowledge.new('infra_note')");
}

/* --- the one that is chosen ------------------------------------------------ */

/* A note that is shared for the first time has an id from then on. */
static void
shared_cb (TambourKnowledgeSection *self,
           const char              *id)
{
  g_set_str (&self->chosen, id);
}

static void
show_note (TambourKnowledgeSection *self,
           TambourRecordClass      *klass,
           const char              *id)
{
  tambour_knowledge_detail_show_note (self->detail, get_portfolio (self), klass, id, tambour_section_get_account (TAMBOUR_SECTION (self)));
}

static void
show_item (TambourKnowledgeSection *self,
           TambourNoteItem         *item)
{
  TambourNoteGroup group = tambour_note_item_get_group (item);

  g_set_str (&self->chosen, key_of (item));
  if (group == TAMBOUR_NOTE_GROUP_ENVIRONMENTS)
    tambour_knowledge_detail_show_environment (self->detail, get_portfolio (self), tambour_note_item_get_id (item));
  else
    show_note (self, tambour_note_get_kind (group), tambour_note_item_get_id (item));
}

static void
show_chosen (TambourKnowledgeSection *self)
{
  TambourNoteItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL && !self->is_filling)
    show_item (self, item);
}

static guint
find_position (TambourKnowledgeSection *self,
               const char              *key)
{
  GListModel *model = G_LIST_MODEL (self->sorted);

  for (guint i = 0; key != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(TambourNoteItem) item = g_list_model_get_item (model, i);

      if (g_str_equal (key_of (item), key))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static gboolean
show_first (gpointer user_data)
{
  show_chosen (user_data);

  return G_SOURCE_REMOVE;
}

/* The list is seen before the note that is its first. */
static void
choose_first (TambourKnowledgeSection *self)
{
  gtk_single_selection_set_selected (self->selection, 0);
  self->is_filling = FALSE;
  tambour_list_heading_show_first (self->list_view);
  tambour_later_run (self, GTK_WIDGET (self), show_first);
}

/* What was chosen stays, wherever it stands now; at first it is the first. */
static void
choose_again (TambourKnowledgeSection *self)
{
  guint position = find_position (self, self->chosen);

  if (self->chosen == NULL && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    {
      choose_first (self);
      return;
    }

  self->is_filling = FALSE;
  tambour_growth_reach (self->slice, position);
  gtk_single_selection_set_selected (self->selection, position);
  show_chosen (self);
  if (self->chosen == NULL)
    tambour_knowledge_detail_show_nothing (self->detail);
}

static void
shown_changed_cb (TambourKnowledgeSection *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));

  g_free (self->folded);
  self->folded = *text ? g_utf8_casefold (text, -1) : NULL;
  if (self->filter == NULL)
    return;

  self->is_filling = TRUE;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  choose_again (self);
  show_list (self);
}

static void
activated_cb (TambourKnowledgeSection *self,
              guint                    position)
{
  adw_navigation_split_view_set_show_content (get_split (self), TRUE);
  tambour_knowledge_detail_focus (self->detail);
}

/* --- rows ------------------------------------------------------------------ */

static void
released_cb (TambourKnowledgeSection *self)
{
  adw_navigation_split_view_set_show_content (get_split (self), TRUE);
}

/* Where there is room for the list alone, a click leads to the note. */
static void
setup_cb (TambourKnowledgeSection  *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  GtkWidget *row = tambour_note_line_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (TambourKnowledgeSection  *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  TambourPortfolio *portfolio = get_portfolio (self);
  g_autofree char *name = tambour_note_line_row_show (TAMBOUR_NOTE_LINE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item),
                                                      tambour_portfolio_get_author (portfolio), tambour_portfolio_now (portfolio));

  gtk_list_item_set_accessible_label (item, name);
}

static const char * const titles[] = {
  [TAMBOUR_NOTE_GROUP_INFRASTRUCTURE] = N_("Infrastructure"),
  [TAMBOUR_NOTE_GROUP_WORKFLOWS] = N_("Workflows"),
  [TAMBOUR_NOTE_GROUP_OBJECTIVES] = N_("Business objectives"),
  [TAMBOUR_NOTE_GROUP_ENVIRONMENTS] = N_("Environments"),
};

static void
bind_header_cb (TambourKnowledgeSection  *self,
                GtkListHeader            *header,
                GtkSignalListItemFactory *factory)
{
  g_autofree char *count = g_strdup_printf ("%u", tambour_list_heading_count (header, GTK_SECTION_MODEL (self->sorted)));

  tambour_list_heading_show (header, _(titles[tambour_note_item_get_group (gtk_list_header_get_item (header))]), count);
}

/* --- reading --------------------------------------------------------------- */

/* What was read, with what is written and not shared. */
typedef struct
{
  TambourNotes *notes;
  GPtrArray    *drafts;
} Loaded;

static void
loaded_free (Loaded *loaded)
{
  g_clear_pointer (&loaded->notes, tambour_notes_free);
  g_clear_pointer (&loaded->drafts, g_ptr_array_unref);
  g_free (loaded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

/* A new note of this account. */
static gboolean
is_new_note (TambourKnowledgeSection *self,
             const TambourDraft      *draft,
             TambourNoteGroup         group)
{
  return draft->id == NULL && tambour_draft_is_text (draft) && g_str_equal (draft->kind, tambour_note_get_kind (group)->kind) &&
         g_strcmp0 (draft->account_id, tambour_section_get_account (TAMBOUR_SECTION (self))) == 0;
}

static const char *
find_draft (TambourKnowledgeSection *self,
            GPtrArray               *drafts,
            TambourNoteGroup         group)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      const TambourDraft *draft = g_ptr_array_index (drafts, i);

      if (is_new_note (self, draft, group))
        return draft->title;
    }

  return NULL;
}

/* What nobody has shared stands at the end of its group. */
static void
add_drafts (TambourKnowledgeSection *self,
            GPtrArray               *items,
            GPtrArray               *drafts)
{
  for (TambourNoteGroup group = 0; group < TAMBOUR_N_NOTE_KINDS; group++)
    {
      const char *title = find_draft (self, drafts, group);

      if (title != NULL || g_strcmp0 (self->chosen, tambour_note_get_kind (group)->kind) == 0)
        g_ptr_array_add (items, tambour_note_item_new (group, title ? title : _("New note")));
    }
}

static void
fill_list (TambourKnowledgeSection *self,
           Loaded                  *loaded)
{
  g_autoptr(GPtrArray) items = tambour_note_item_list (loaded->notes);
  g_autoptr(GPtrArray) drafts = tambour_draft_keeper_merge (tambour_draft_keeper_get (get_portfolio (self)), loaded->drafts);

  add_drafts (self, items, drafts);
  self->is_filling = TRUE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->store)) == 0)
    tambour_growth_begin (self->slice, self->list_view);
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), items->pdata, items->len);
  choose_again (self);
  show_list (self);
}

static gpointer
load_notes (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  g_autoptr(Loaded) loaded = g_new0 (Loaded, 1);

  if (!(loaded->notes = tambour_notes_load (store, data, now, cancellable, error)) ||
      !(loaded->drafts = tambour_drafts_list (store, error)))
    return NULL;

  return g_steal_pointer (&loaded);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourKnowledgeSection) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Loaded) loaded = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (loaded == NULL)
    {
      g_autofree char *reason = tambour_feedback_dup_reason (error);

      show_status (self, "dialog-error-symbolic", _("The Notes Could Not Be Read"), reason, _("_Try Again"), "knowledge.try-again");
    }
  else
    fill_list (self, loaded);

  tambour_section_set_ready (TAMBOUR_SECTION (self));
}

static void
tambour_knowledge_section_refresh (TambourSection *section)
{
  TambourKnowledgeSection *self = TAMBOUR_KNOWLEDGE_SECTION (section);
  gboolean can_write;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (tambour_section_get_account (section) == NULL)
    return;

  can_write = !tambour_portfolio_is_read_only (get_portfolio (self));
  gtk_widget_set_visible (self->new_button, can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "knowledge.new", can_write);
  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (get_portfolio (self), load_notes, g_strdup (tambour_section_get_account (section)), g_free,
                                (GDestroyNotify) loaded_free, self->loading, loaded_cb, g_object_ref (self));
  tambour_knowledge_detail_refresh (self->detail);
}

static void
tambour_knowledge_section_filter (TambourSection *section)
{
  TambourKnowledgeSection *self = TAMBOUR_KNOWLEDGE_SECTION (section);

  adw_navigation_split_view_set_show_content (get_split (self), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static gboolean
tambour_knowledge_section_edit (TambourSection *section)
{
  return tambour_knowledge_detail_edit (TAMBOUR_KNOWLEDGE_SECTION (section)->detail);
}

/* --- what one can do ------------------------------------------------------- */

static void
new_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TambourKnowledgeSection *self = TAMBOUR_KNOWLEDGE_SECTION (widget);
  const char *kind = g_variant_get_string (parameter, NULL);
  TambourRecordClass *klass = tambour_kinds_find (kind);

  if (!tambour_note_is_kind (klass))
    {
      gtk_widget_activate_action (widget, "win.new-record", "(ss)", kind, tambour_section_get_account (TAMBOUR_SECTION (self)));
      return;
    }

  g_set_str (&self->chosen, kind);
  show_note (self, klass, NULL);
  adw_navigation_split_view_set_show_content (get_split (self), TRUE);
  tambour_knowledge_section_refresh (TAMBOUR_SECTION (self));
  tambour_knowledge_detail_focus (self->detail);
}

static void
try_again_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  tambour_knowledge_section_refresh (TAMBOUR_SECTION (widget));
}

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourKnowledgeSection *self = TAMBOUR_KNOWLEDGE_SECTION (widget);
  gboolean is_alone = breadth >= TAMBOUR_BREADTH_SINGLE;

  adw_navigation_split_view_set_collapsed (get_split (self), is_alone);
  tambour_knowledge_detail_set_alone (self->detail, is_alone);
}

static void
tambour_knowledge_section_dispose (GObject *object)
{
  TambourKnowledgeSection *self = TAMBOUR_KNOWLEDGE_SECTION (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->filter = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_KNOWLEDGE_SECTION);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->sorted);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (tambour_knowledge_section_parent_class)->dispose (object);
}

static void
tambour_knowledge_section_finalize (GObject *object)
{
  TambourKnowledgeSection *self = TAMBOUR_KNOWLEDGE_SECTION (object);

  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->folded, g_free);

  G_OBJECT_CLASS (tambour_knowledge_section_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TambourKnowledgeSection, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TambourKnowledgeSection, new_button);
  gtk_widget_class_bind_template_child (widget_class, TambourKnowledgeSection, list_stack);
  gtk_widget_class_bind_template_child (widget_class, TambourKnowledgeSection, list_view);
  gtk_widget_class_bind_template_child (widget_class, TambourKnowledgeSection, status_page);
  gtk_widget_class_bind_template_child (widget_class, TambourKnowledgeSection, status_button);
  gtk_widget_class_bind_template_child (widget_class, TambourKnowledgeSection, detail);
}

static void
tambour_knowledge_section_class_init (TambourKnowledgeSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_knowledge_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_knowledge_section_finalize;
  TAMBOUR_SECTION_CLASS (klass)->refresh = tambour_knowledge_section_refresh;
  TAMBOUR_SECTION_CLASS (klass)->filter = tambour_knowledge_section_filter;
  TAMBOUR_SECTION_CLASS (klass)->edit = tambour_knowledge_section_edit;

  g_type_ensure (TAMBOUR_TYPE_KNOWLEDGE_DETAIL);
  gtk_widget_class_install_action (widget_class, "knowledge.new", "s", new_action);
  gtk_widget_class_install_action (widget_class, "knowledge.try-again", NULL, try_again_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-knowledge-section.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, shown_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, shared_cb);
}

static void
add_model (TambourKnowledgeSection *self)
{
  GtkFilterListModel *filtered;

  self->store = g_list_store_new (TAMBOUR_TYPE_NOTE_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->store)), self->filter);
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), NULL);
  gtk_sort_list_model_set_section_sorter (self->sorted, GTK_SORTER (gtk_custom_sorter_new (compare_groups, NULL, NULL)));
  self->slice = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->sorted)), 0, G_MAXUINT);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->slice)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

static void
tambour_knowledge_section_init (TambourKnowledgeSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_model (self);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}
