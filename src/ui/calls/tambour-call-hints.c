/* tambour-call-hints.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-call-hints.h"

/**
 * TambourCallHints:
 *
 * The marks of the minutes that one needs most, in a line, and all of them with
 * examples behind a button.
 */
struct _TambourCallHints
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TambourCallHints, tambour_call_hints, ADW_TYPE_BIN)

static GtkWidget *
new_key (const char *mark)
{
  GtkWidget *key = g_object_new (GTK_TYPE_LABEL, "label", mark, "halign", GTK_ALIGN_START, "valign", GTK_ALIGN_CENTER,
                                 "css-classes", (const char *[]) { "kbd", NULL }, NULL);

  /* The other way round they would be other marks. */
  gtk_widget_set_direction (key, GTK_TEXT_DIR_LTR);

  return key;
}

static GtkWidget *
new_words (const char *words)
{
  return g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "css-classes", (const char *[]) { "meta", NULL }, NULL);
}

static void
add_hint (AdwWrapBox *line,
          const char *mark,
          const char *words)
{
  GtkWidget *hint = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_box_append (GTK_BOX (hint), new_key (mark));
  gtk_box_append (GTK_BOX (hint), new_words (words));
  adw_wrap_box_append (line, hint);
}

/* A mark, what it makes, and how it is typed. */
typedef struct
{
  const char *mark;
  const char *words;
  const char *example;
} Example;

static void
add_examples (GtkGrid       *grid,
              const Example *examples,
              guint          n)
{
  for (int i = 0; i < (int) n; i++)
    {
      GtkWidget *text = g_object_new (GTK_TYPE_LABEL, "label", examples[i].example, "xalign", 0.0,
                                      "css-classes", (const char *[]) { "small", NULL }, NULL);

      gtk_grid_attach (grid, new_key (examples[i].mark), 0, i, 1, 1);
      gtk_grid_attach (grid, new_words (examples[i].words), 1, i, 1, 1);
      gtk_grid_attach (grid, text, 2, i, 1, 1);
    }
}

static GtkWidget *
new_examples (void)
{
  const Example examples[] = {
    { "- [ ]", C_("minutes", "action"), _("- [ ] Send the figures @me !fri") },
    { ">", C_("minutes", "commitment"), _("> We deliver by May @me !2027-05-01") },
    { "?", C_("minutes", "feature request"), _("? Alert when a forwarder goes silent") },
    { "=", C_("minutes", "decision"), _("= Keep both appliances @ruth") },
    { "~", C_("minutes", "value"), _("~ 4500 EUR saved by the new rollout") },
    { "#", C_("minutes", "case"), _("#4117 stays open until the fix") },
    { C_("typed", "goal"), C_("minutes", "new date"), _("goal \"Guest Wi-Fi\" due 2027-01-15") },
    { "@", C_("minutes", "owner"), _("@me, @marcus, @\"Ruth Adeyemi\"") },
    { "!", C_("minutes", "due"), _("!fri, !+3d, !12-04, !2026-12-04") },
  };
  GtkGrid *grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 6, "column-spacing", 12, "margin-top", 6, "margin-bottom", 6,
                                "margin-start", 6, "margin-end", 6, NULL);

  add_examples (grid, examples, G_N_ELEMENTS (examples));

  return GTK_WIDGET (grid);
}

static GtkWidget *
new_more_button (void)
{
  GtkWidget *popover = g_object_new (GTK_TYPE_POPOVER, "child", new_examples (), NULL);

  return g_object_new (GTK_TYPE_MENU_BUTTON,
                       "child", gtk_label_new (_("More")),
                       "tooltip-text", _("All Marks of the Minutes"),
                       "popover", popover,
                       "valign", GTK_ALIGN_CENTER,
                       "css-classes", (const char *[]) { "flat", "hintbtn", NULL },
                       NULL);
}

static void
tambour_call_hints_class_init (TambourCallHintsClass *klass)
{
}

static void
tambour_call_hints_init (TambourCallHints *self)
{
  AdwWrapBox *line = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 8, "line-spacing", 4, NULL);

  add_hint (line, "- [ ]", C_("minutes", "action"));
  add_hint (line, "@", C_("minutes", "owner"));
  add_hint (line, "!", C_("minutes", "due"));
  add_hint (line, "?", C_("minutes", "feature request"));
  add_hint (line, "#", C_("minutes", "case"));
  add_hint (line, C_("typed", "goal"), C_("minutes", "new date"));
  adw_wrap_box_append (line, new_more_button ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (line));
}
