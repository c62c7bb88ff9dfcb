/* tambour-reports-page-choose.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-reports-page-private.h"
#include "tambour-reports-text.h"
#include "tambour-when.h"

/* What one chooses on the page of reports: whose accounts, of which period, which of them, and
 * what is written. */

#define N_MONTHS       14   /* that a period can end with */
#define MONTHS_OF_YEAR 12

/* The last whole months, whatever day it is. */
#define PERIOD_LAST ""

/* What a report can be written as; the first one is usual. */
static const struct
{
  const char         *name;
  const char         *title;
  TambourReviewLayout layout;
  TambourReviewFormat format;
} forms[] = {
  { "report", N_("Report (PDF)"), TAMBOUR_REVIEW_LAYOUT_REPORT, TAMBOUR_REVIEW_FORMAT_PDF },
  { "deck", N_("Slides (PDF)"), TAMBOUR_REVIEW_LAYOUT_DECK, TAMBOUR_REVIEW_FORMAT_PDF },
  { "pptx", N_("Presentation (PowerPoint)"), TAMBOUR_REVIEW_LAYOUT_DECK, TAMBOUR_REVIEW_FORMAT_PPTX },
  { "html", N_("Web Page"), TAMBOUR_REVIEW_LAYOUT_DECK, TAMBOUR_REVIEW_FORMAT_HTML },
  { "xlsx", N_("Workbook"), TAMBOUR_REVIEW_LAYOUT_DECK, TAMBOUR_REVIEW_FORMAT_XLSX },
};

/* --- periods ------------------------------------------------------------------------ */

static TambourDate
first_of_month (TambourDate date,
                int         months)
{
  int year, month, day;
  int index;

  tambour_date_split (date, &year, &month, &day);
  index = year * MONTHS_OF_YEAR + month - 1 + months;

  return tambour_date_new (index / MONTHS_OF_YEAR, index % MONTHS_OF_YEAR + 1, 1);
}

static char *
dup_target (TambourDate from,
            TambourDate to)
{
  g_autofree char *first = tambour_date_dup_text (from);
  g_autofree char *end = tambour_date_dup_text (to);

  return g_strdup_printf ("%s..%s", first, end);
}

static gboolean
parse_target (const char  *target,
              TambourDate *from,
              TambourDate *to)
{
  g_auto(GStrv) ends = g_strsplit (target, "..", 2);

  return g_strv_length (ends) == 2 && tambour_date_parse (ends[0], from) && tambour_date_parse (ends[1], to);
}

static void
append_choice (GMenu      *menu,
               const char *label,
               const char *action,
               const char *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static void
append_period (GMenu       *menu,
               const char  *label,
               TambourDate  from,
               TambourDate  to)
{
  g_autofree char *target = dup_target (from, to);
  g_autofree char *usual = tambour_reports_text_period (from, to);

  append_choice (menu, label ? label : usual, "choice.period", target);
}

static void
append_years (GMenu       *menu,
              TambourDate  today)
{
  int year, month, day;

  tambour_date_split (today, &year, &month, &day);
  for (int i = year - 1; i >= year - 2; i--)
    {
      /* Translators: %d is a year */
      g_autofree char *label = g_strdup_printf (_("Calendar year %d"), i);

      append_period (menu, label, tambour_date_new (i, 1, 1), tambour_date_new (i + 1, 1, 1));
    }
}

static void
offer_periods (TambourReportsPage *self,
               TambourDate         today)
{
  g_autoptr(GMenu) years = g_menu_new ();
  g_autoptr(GMenu) months = g_menu_new ();

  g_menu_remove_all (self->period_menu);
  append_choice (self->period_menu, _("The last 12 whole months"), "choice.period", PERIOD_LAST);
  append_years (years, today);
  g_menu_append_section (self->period_menu, NULL, G_MENU_MODEL (years));
  for (int i = 1; i > 1 - N_MONTHS; i--)
    append_period (months, NULL, first_of_month (today, i - MONTHS_OF_YEAR), first_of_month (today, i));
  g_menu_append_section (self->period_menu, NULL, G_MENU_MODEL (months));
}

static char *
dup_choice (TambourReportsPage *self,
            const char         *name)
{
  g_autoptr(GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self->choices), name);

  return g_variant_dup_string (state, NULL);
}

/**
 * tambour_reports_page_set_period:
 * @self: a page
 * @today: the day that is today
 *
 * Takes the period that was chosen, and offers those that can be.
 */
void
tambour_reports_page_set_period (TambourReportsPage *self,
                                 TambourDate         today)
{
  g_autofree char *chosen = dup_choice (self, "period");
  TambourDate from, to;

  if (!parse_target (chosen, &from, &to))
    {
      from = first_of_month (today, -MONTHS_OF_YEAR);
      to = first_of_month (today, 0);
    }

  if (from.julian != self->from.julian || to.julian != self->to.julian)
    g_clear_pointer (&self->tallies, g_hash_table_unref);

  self->from = from;
  self->to = to;
  offer_periods (self, today);
}

/* --- whose accounts ------------------------------------------------------------------- */

/**
 * tambour_reports_page_show_tam:
 * @self: a page
 *
 * Says whose accounts are shown.
 */
void
tambour_reports_page_show_tam (TambourReportsPage *self)
{
  const char *name = NULL;

  for (guint i = 0; self->tam && self->sheet && i < self->sheet->tams->len; i++)
    if (g_strcmp0 (TAMBOUR_RECORD (g_ptr_array_index (self->sheet->tams, i))->id, self->tam) == 0)
      name = ((TambourPerson *) g_ptr_array_index (self->sheet->tams, i))->name;

  if (self->is_small)
    gtk_menu_button_set_icon_name (self->tam_button, "tambour-people-symbolic");
  else
    gtk_menu_button_set_label (self->tam_button, name ? name : _("All TAMs"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tam_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name ? name : _("All TAMs"), -1);
}

/**
 * tambour_reports_page_offer_tams:
 * @self: a page
 *
 * Offers the people who look after any of the accounts.
 */
void
tambour_reports_page_offer_tams (TambourReportsPage *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) people = g_menu_new ();

  append_choice (menu, _("All TAMs"), "choice.tam", TAMBOUR_REPORTS_ALL);
  for (guint i = 0; i < self->sheet->tams->len; i++)
    {
      TambourPerson *person = g_ptr_array_index (self->sheet->tams, i);

      append_choice (people, person->name ? person->name : "", "choice.tam", TAMBOUR_RECORD (person)->id);
    }

  g_menu_append_section (menu, NULL, G_MENU_MODEL (people));
  gtk_menu_button_set_menu_model (self->tam_button, G_MENU_MODEL (menu));
  tambour_reports_page_show_tam (self);
}

static void
tam_cb (GSimpleAction *action,
        GVariant      *state,
        gpointer       user_data)
{
  TambourReportsPage *self = user_data;
  const char *id = g_variant_get_string (state, NULL);

  g_simple_action_set_state (action, state);
  g_set_str (&self->tam, g_str_equal (id, TAMBOUR_REPORTS_ALL) ? NULL : id);
  if (self->sheet == NULL)
    return;

  tambour_reports_page_show_tam (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  tambour_reports_page_show_figures (self);
  tambour_reports_page_show_chosen (self);
}

static void
forget_stages (TambourReportsPage *self)
{
  for (guint i = 0; i < tambour_reports_page_get_n (self); i++)
    tambour_reports_item_set_stage (tambour_reports_page_get_item (self, i), TAMBOUR_REPORT_STAGE_NONE, NULL);
}

static void
period_cb (GSimpleAction *action,
           GVariant      *state,
           gpointer       user_data)
{
  g_simple_action_set_state (action, state);
  forget_stages (user_data);
  tambour_page_invalidate (TAMBOUR_PAGE (user_data));
}

static void
format_cb (GSimpleAction *action,
           GVariant      *state,
           gpointer       user_data)
{
  g_simple_action_set_state (action, state);
}

/**
 * tambour_reports_page_add_choices:
 * @self: a page
 *
 * Begins with everybody, the last whole months, and the report.
 */
void
tambour_reports_page_add_choices (TambourReportsPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "tam", .parameter_type = "s", .state = "'" TAMBOUR_REPORTS_ALL "'", .change_state = tam_cb },
    { .name = "period", .parameter_type = "s", .state = "'" PERIOD_LAST "'", .change_state = period_cb },
    { .name = "format", .parameter_type = "s", .state = "'report'", .change_state = format_cb },
  };

  self->choices = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->choices), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "choice", G_ACTION_GROUP (self->choices));
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    append_choice (self->format_menu, _(forms[i].title), "choice.format", forms[i].name);
}

/**
 * tambour_reports_page_fill_form:
 * @self: a page
 * @order: (inout): gets what reports are written as
 */
void
tambour_reports_page_fill_form (TambourReportsPage  *self,
                                TambourReviewsOrder *order)
{
  g_autofree char *name = dup_choice (self, "format");

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].name, name))
      {
        order->format = forms[i].format;
        order->settings.layout = forms[i].layout;
      }
}

/* --- which of them ------------------------------------------------------------------------ */

/**
 * tambour_reports_page_choose_all:
 * @self: a page
 * @chosen: whether they are wanted
 *
 * Chooses all accounts that are shown, or none of them.
 */
void
tambour_reports_page_choose_all (TambourReportsPage *self,
                                 gboolean            chosen)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->filtered)); i++)
    {
      g_autoptr(TambourReportsItem) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      tambour_reports_item_set_chosen (item, chosen);
    }

  tambour_reports_page_show_chosen (self);
}

static void
choose_all_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  tambour_reports_page_choose_all (TAMBOUR_REPORTS_PAGE (widget), g_variant_get_boolean (parameter));
}

/**
 * tambour_reports_page_install_choices:
 * @widget_class: the class of the page
 */
void
tambour_reports_page_install_choices (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reports.choose-all", "b", choose_all_action);
}
