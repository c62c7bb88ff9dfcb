/* tambour-markdown-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <md4c.h>

#include "tambour-links.h"
#include "tambour-markdown-view.h"
#include "tambour-markup.h"

/* What stands deeper in quotes and lists than this stands no deeper. */
#define MAX_DEPTH 8

/**
 * TambourMarkdownView:
 *
 * A text of Markdown as it is read: its own kinds of links, tables, tasks. What it
 * says is never taken for markup.
 */
struct _TambourMarkdownView
{
  AdwBin      parent_instance;

  /* While a text is read. */
  GQueue      containers;  /* of GtkBox, the innermost first */
  TambourMarkup markup;    /* of the paragraph that is read */
  const char *class;       /* of its label */
  GtkWidget  *grid;        /* of the table that is read */
  int         row;
  int         column;
  guint       depth;
};

G_DEFINE_FINAL_TYPE (TambourMarkdownView, tambour_markdown_view, ADW_TYPE_BIN)

enum
{
  LINK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Addresses of our own, which lead to records. */
static const char * const schemes[] = {
  [TAMBOUR_LINK_CASE] = "case:",
  [TAMBOUR_LINK_ISSUE] = "issue:",
  [TAMBOUR_LINK_NOTE] = "note:",
  [TAMBOUR_LINK_ADDRESS] = "",
};

static gboolean
activate_link_cb (TambourMarkdownView *self,
                  const char          *address)
{
  TambourLinkKind kind = 0;

  /* Every address begins as one that has no scheme of ours, which is the last. */
  while (!g_str_has_prefix (address, schemes[kind]))
    kind++;

  g_signal_emit (self, signals[LINK], 0, (guint) kind, address + strlen (schemes[kind]));

  return TRUE;
}

/* --- widgets --------------------------------------------------------------- */

static GtkWidget *
new_label (TambourMarkdownView *self,
           const char          *class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "xalign", 0.0,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "selectable", TRUE,
                                   "css-classes", (const char *[]) { class ? class : "body", NULL },
                                   NULL);

  g_signal_connect_object (label, "activate-link", G_CALLBACK (activate_link_cb), self, G_CONNECT_SWAPPED);

  return label;
}

static void
append (TambourMarkdownView *self,
        GtkWidget           *widget)
{
  gtk_box_append (g_queue_peek_head (&self->containers), widget);
}

/* A paragraph ends where anything else begins. */
static void
flush (TambourMarkdownView *self)
{
  GtkWidget *label;

  if (tambour_markup_is_empty (&self->markup) || self->grid != NULL)
    return;

  label = new_label (self, self->class);
  tambour_markup_show (&self->markup, GTK_LABEL (label));
  append (self, label);
  self->class = NULL;
}

static void
push (TambourMarkdownView *self,
      GtkWidget           *outer,
      GtkWidget           *inner)
{
  if (++self->depth > MAX_DEPTH)
    {
      g_object_ref_sink (outer);
      g_object_unref (outer);
      return;
    }

  append (self, outer);
  g_queue_push_head (&self->containers, inner);
}

static void
pop (TambourMarkdownView *self)
{
  if (self->depth-- <= MAX_DEPTH)
    g_queue_pop_head (&self->containers);
}

static GtkWidget *
new_box (int         spacing,
         const char *class)
{
  return g_object_new (GTK_TYPE_BOX,
                       "orientation", GTK_ORIENTATION_VERTICAL,
                       "spacing", spacing,
                       "hexpand", TRUE,
                       "css-classes", (const char *[]) { class, NULL },
                       NULL);
}

static GtkWidget *
new_bullet (const MD_BLOCK_LI_DETAIL *item)
{
  gboolean is_done = item->task_mark == 'x' || item->task_mark == 'X';
  GtkWidget *image;

  if (!item->is_task)
    return g_object_new (GTK_TYPE_LABEL, "label", "•", "valign", GTK_ALIGN_START, "css-classes", (const char *[]) { "dimmed", NULL }, NULL);

  image = g_object_new (GTK_TYPE_IMAGE,
                        "icon-name", is_done ? "checkbox-checked-symbolic" : "checkbox-symbolic",
                        "valign", GTK_ALIGN_START,
                        "tooltip-text", is_done ? _("Done") : _("Not done"),
                        NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, is_done ? _("Done") : _("Not done"), -1);

  return image;
}

static void
begin_item (TambourMarkdownView      *self,
            const MD_BLOCK_LI_DETAIL *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *inner = new_box (6, "mditem");
  GtkBox *list = g_queue_peek_head (&self->containers);
  int number = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (list), "number"));

  if (number > 0 && !item->is_task)
    {
      g_autofree char *text = g_strdup_printf ("%d.", number);

      gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", text, "valign", GTK_ALIGN_START,
                                                   "css-classes", (const char *[]) { "numeric", NULL }, NULL));
      g_object_set_data (G_OBJECT (list), "number", GINT_TO_POINTER (number + 1));
    }
  else
    gtk_box_append (GTK_BOX (box), new_bullet (item));

  gtk_box_append (GTK_BOX (box), inner);
  push (self, box, inner);
}

static void
begin_list (TambourMarkdownView *self,
            int                  number)
{
  GtkWidget *list = new_box (4, "mdlist");

  g_object_set_data (G_OBJECT (list), "number", GINT_TO_POINTER (number));
  push (self, list, list);
}

static void
begin_quote (TambourMarkdownView *self)
{
  GtkWidget *quote = new_box (6, "mdquote");

  push (self, quote, quote);
}

static void
begin_table (TambourMarkdownView *self)
{
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "vscrollbar-policy", GTK_POLICY_NEVER, NULL);

  self->grid = g_object_new (GTK_TYPE_GRID, "css-classes", (const char *[]) { "mdtable", NULL }, NULL);
  self->row = -1;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->grid);
  append (self, scrolled);
}

static void
end_cell (TambourMarkdownView *self,
          gboolean             is_head)
{
  GtkWidget *label = new_label (self, is_head ? "tablehead" : NULL);

  tambour_markup_show (&self->markup, GTK_LABEL (label));
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, "mdcell");
  if (self->row > 0)
    gtk_widget_add_css_class (label, "below");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), label, self->column++, self->row, 1, 1);
}

static void
end_code (TambourMarkdownView *self)
{
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "vscrollbar-policy", GTK_POLICY_NEVER, "css-classes", (const char *[]) { "mdcode", NULL }, NULL);
  GtkWidget *label = new_label (self, "monospace");

  tambour_markup_chomp (&self->markup);
  tambour_markup_show (&self->markup, GTK_LABEL (label));
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  append (self, scrolled);
}

static void
begin_heading (TambourMarkdownView *self,
               guint                level)
{
  static const char * const classes[] = { "title-2", "title-4", "heading", "heading", "heading", "heading" };

  self->class = classes[CLAMP (level, 1, G_N_ELEMENTS (classes)) - 1];
}

/* --- what the parser says -------------------------------------------------- */

static int
enter_block_cb (MD_BLOCKTYPE  type,
                void         *detail,
                void         *user_data)
{
  TambourMarkdownView *self = user_data;

  flush (self);
  switch (type)
    {
    case MD_BLOCK_QUOTE:
      begin_quote (self);
      break;
    case MD_BLOCK_UL:
      begin_list (self, 0);
      break;
    case MD_BLOCK_OL:
      begin_list (self, (int) MIN (((MD_BLOCK_OL_DETAIL *) detail)->start, 999999u) + (((MD_BLOCK_OL_DETAIL *) detail)->start == 0));
      break;
    case MD_BLOCK_LI:
      begin_item (self, detail);
      break;
    case MD_BLOCK_HR:
      append (self, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      break;
    case MD_BLOCK_H:
      begin_heading (self, ((MD_BLOCK_H_DETAIL *) detail)->level);
      break;
    case MD_BLOCK_TABLE:
      begin_table (self);
      break;
    case MD_BLOCK_TR:
      self->row++;
      self->column = 0;
      break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
    case MD_BLOCK_P:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      break;
    }

  return 0;
}

static int
leave_block_cb (MD_BLOCKTYPE  type,
                void         *detail,
                void         *user_data)
{
  TambourMarkdownView *self = user_data;

  if (type == MD_BLOCK_TH || type == MD_BLOCK_TD)
    end_cell (self, type == MD_BLOCK_TH);
  else if (type == MD_BLOCK_CODE)
    end_code (self);

  flush (self);
  if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_UL || type == MD_BLOCK_OL || type == MD_BLOCK_LI)
    pop (self);
  else if (type == MD_BLOCK_TABLE)
    self->grid = NULL;

  return 0;
}

/* An address that is not opened is text. */
static gboolean
is_link (const MD_ATTRIBUTE *address)
{
  g_autofree char *text = g_strndup (address->text, address->size);

  return text != NULL && tambour_links_is_openable (text);
}

static void
open_link (TambourMarkdownView *self,
           TambourLinkKind      kind,
           const MD_ATTRIBUTE  *target)
{
  tambour_markup_open_link (&self->markup, schemes[kind], target->text, target->size);
}

static const char *
tag_of (MD_SPANTYPE type)
{
  switch (type)
    {
    case MD_SPAN_EM:
      return "i";
    case MD_SPAN_STRONG:
      return "b";
    case MD_SPAN_CODE:
      return "tt";
    case MD_SPAN_DEL:
      return "s";
    case MD_SPAN_U:
      return "u";
    case MD_SPAN_A:
    case MD_SPAN_IMG:
    case MD_SPAN_LATEXMATH:
    case MD_SPAN_LATEXMATH_DISPLAY:
    case MD_SPAN_WIKILINK:
      break;
    }

  return NULL;
}

static int
enter_span_cb (MD_SPANTYPE  type,
               void        *detail,
               void        *user_data)
{
  TambourMarkdownView *self = user_data;
  const char *tag = tag_of (type);

  if (tag != NULL)
    tambour_markup_open (&self->markup, tag);
  else if (type == MD_SPAN_WIKILINK)
    open_link (self, TAMBOUR_LINK_NOTE, &((MD_SPAN_WIKILINK_DETAIL *) detail)->target);
  else if (type == MD_SPAN_A && is_link (&((MD_SPAN_A_DETAIL *) detail)->href))
    open_link (self, TAMBOUR_LINK_ADDRESS, &((MD_SPAN_A_DETAIL *) detail)->href);

  return 0;
}

static int
leave_span_cb (MD_SPANTYPE  type,
               void        *detail,
               void        *user_data)
{
  TambourMarkdownView *self = user_data;
  const char *tag = tag_of (type);

  if (tag != NULL)
    tambour_markup_close (&self->markup, tag);
  else if (type == MD_SPAN_WIKILINK || type == MD_SPAN_A)
    tambour_markup_close (&self->markup, TAMBOUR_MARKUP_LINK);

  return 0;
}

/* Cases and known issues are links wherever they are named. */
static void
add_text (TambourMarkdownView *self,
          const char          *text)
{
  g_autoptr(GPtrArray) links = tambour_links_parse (text);
  gsize at = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const TambourLink *link = g_ptr_array_index (links, i);

      if (link->kind != TAMBOUR_LINK_CASE && link->kind != TAMBOUR_LINK_ISSUE)
        continue;

      tambour_markup_add (&self->markup, text + at, link->start - at);
      tambour_markup_open_link (&self->markup, schemes[link->kind], link->target, -1);
      tambour_markup_add (&self->markup, text + link->start, link->end - link->start);
      tambour_markup_close (&self->markup, TAMBOUR_MARKUP_LINK);
      at = link->end;
    }

  tambour_markup_add (&self->markup, text + at, strlen (text) - at);
}

static int
text_cb (MD_TEXTTYPE    type,
         const MD_CHAR *text,
         MD_SIZE        size,
         void          *user_data)
{
  TambourMarkdownView *self = user_data;
  g_autofree char *copy = g_strndup (text, size);

  switch (type)
    {
    case MD_TEXT_BR:
      tambour_markup_add (&self->markup, "\n", 1);
      break;
    case MD_TEXT_SOFTBR:
      tambour_markup_add (&self->markup, " ", 1);
      break;
    case MD_TEXT_NULLCHAR:
      tambour_markup_add (&self->markup, "\xef\xbf\xbd", -1);
      break;
    case MD_TEXT_NORMAL:
      /* What stands in a link already is no other link. */
      if (tambour_markup_is_in (&self->markup, TAMBOUR_MARKUP_LINK))
        tambour_markup_add (&self->markup, copy, strlen (copy));
      else
        add_text (self, copy);
      break;
    case MD_TEXT_ENTITY:
    case MD_TEXT_CODE:
    case MD_TEXT_HTML:
    case MD_TEXT_LATEXMATH:
      tambour_markup_add (&self->markup, copy, strlen (copy));
      break;
    }

  return 0;
}

/* --- the view -------------------------------------------------------------- */

static void
tambour_markdown_view_dispose (GObject *object)
{
  TambourMarkdownView *self = TAMBOUR_MARKDOWN_VIEW (object);

  g_queue_clear (&self->containers);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (tambour_markdown_view_parent_class)->dispose (object);
}

static void
tambour_markdown_view_finalize (GObject *object)
{
  TambourMarkdownView *self = TAMBOUR_MARKDOWN_VIEW (object);

  tambour_markup_clear (&self->markup);

  G_OBJECT_CLASS (tambour_markdown_view_parent_class)->finalize (object);
}

static void
tambour_markdown_view_class_init (TambourMarkdownViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tambour_markdown_view_dispose;
  object_class->finalize = tambour_markdown_view_finalize;

  /**
   * TambourMarkdownView::link:
   * @self: a view
   * @kind: a #TambourLinkKind
   * @target: what the link leads to
   *
   * Somebody follows a link.
   */
  signals[LINK] = g_signal_new ("link", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "markdown");
}

static void
tambour_markdown_view_init (TambourMarkdownView *self)
{
  g_queue_init (&self->containers);
  tambour_markup_init (&self->markup);
}

/**
 * tambour_markdown_view_set_text:
 * @self: a view
 * @text: Markdown
 *
 * Shows @text.
 */
void
tambour_markdown_view_set_text (TambourMarkdownView *self,
                                const char          *text)
{
  static const MD_PARSER parser = {
    .flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH | MD_FLAG_WIKILINKS | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_NOHTML,
    .enter_block = enter_block_cb,
    .leave_block = leave_block_cb,
    .enter_span = enter_span_cb,
    .leave_span = leave_span_cb,
    .text = text_cb,
  };
  GtkWidget *page;

  g_return_if_fail (TAMBOUR_IS_MARKDOWN_VIEW (self));

  page = new_box (10, "mdpage");
  self->class = NULL;
  self->grid = NULL;
  self->depth = 0;
  g_queue_clear (&self->containers);
  g_queue_push_head (&self->containers, page);
  adw_bin_set_child (ADW_BIN (self), page);

  md_parse (text, (MD_SIZE) strlen (text), &parser, self);
  g_queue_clear (&self->containers);
}
