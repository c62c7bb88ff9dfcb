/* tambour-portfolios.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portfolios.h"
#include "tambour-portals.h"
#include "tambour-team.h"

#define ENDING     ".tambour"
#define MAX_RECENT 8

/**
 * TambourPortfolios:
 *
 * The portfolios of the program: those that are open in its windows, the one
 * that opens by itself, and those that were open lately.
 *
 * Windows on one file share what is open. When the last of them closes, the
 * file is closed too, after what is on its way there.
 */
struct _TambourPortfolios
{
  GObject    parent_instance;

  GSettings *settings;
  GPtrArray *open;         /* of Open */
  GMenu     *recent_menu;
};

G_DEFINE_FINAL_TYPE (TambourPortfolios, tambour_portfolios, G_TYPE_OBJECT)

typedef struct
{
  TambourPortfolios *portfolios;
  TambourPortfolio  *portfolio;
  guint              n_windows;
  gboolean           is_awaited;  /* the program stays until it is written */
} Open;

static void
open_free (Open *open)
{
  g_clear_object (&open->portfolio);
  g_free (open);
}

static Open *
find_open (TambourPortfolios *self,
           TambourPortfolio  *portfolio)
{
  for (guint i = 0; i < self->open->len; i++)
    {
      Open *open = g_ptr_array_index (self->open, i);

      if (open->portfolio == portfolio)
        return open;
    }

  return NULL;
}

/* A program without windows ends, unless it is held. */
static void
await (Open     *open,
       gboolean  is_awaited)
{
  GApplication *application = g_application_get_default ();

  if (open->is_awaited == is_awaited)
    return;

  open->is_awaited = is_awaited;
  if (application != NULL && is_awaited)
    g_application_hold (application);
  else if (application != NULL)
    g_application_release (application);
}

static void
close_if_done (Open *open)
{
  TambourPortfolios *self = open->portfolios;
  gboolean is_writing = tambour_portfolio_is_writing (open->portfolio);

  if (open->n_windows == 0)
    tambour_portals_end (tambour_portals_of (open->portfolio));
  await (open, open->n_windows == 0 && is_writing);
  if (open->n_windows > 0 || is_writing)
    return;

  g_signal_handlers_disconnect_by_func (open->portfolio, close_if_done, open);
  tambour_team_end (tambour_team_of (open->portfolio));
  tambour_portfolio_close (open->portfolio);
  g_ptr_array_remove_fast (self->open, open);
}

static gboolean
is_named_twice (GStrv       paths,
                const char *name)
{
  guint n = 0;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *other = tambour_portfolios_dup_name (paths[i]);

      n += g_str_equal (other, name);
    }

  return n > 1;
}

/* In a menu an underscore marks a key. */
static char *
dup_label (GStrv       paths,
           const char *path)
{
  g_autofree char *name = tambour_portfolios_dup_name (path);
  g_autofree char *place = tambour_portfolios_dup_place (path);
  g_autofree char *label = is_named_twice (paths, name) ? g_strdup_printf ("%s · %s", name, place) : g_strdup (name);
  g_auto(GStrv) parts = g_strsplit (label, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
update_recent_menu (TambourPortfolios *self)
{
  g_auto(GStrv) paths = tambour_portfolios_dup_recent (self);

  g_menu_remove_all (self->recent_menu);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *label = dup_label (paths, paths[i]);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-path", "s", paths[i]);
      g_menu_append_item (self->recent_menu, item);
    }
}

static void
tambour_portfolios_dispose (GObject *object)
{
  TambourPortfolios *self = TAMBOUR_PORTFOLIOS (object);

  for (guint i = 0; self->open != NULL && i < self->open->len; i++)
    {
      Open *open = g_ptr_array_index (self->open, i);

      g_signal_handlers_disconnect_by_func (open->portfolio, close_if_done, open);
    }

  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_object (&self->recent_menu);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tambour_portfolios_parent_class)->dispose (object);
}

static void
tambour_portfolios_class_init (TambourPortfoliosClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tambour_portfolios_dispose;
}

static void
tambour_portfolios_init (TambourPortfolios *self)
{
  self->open = g_ptr_array_new_with_free_func ((GDestroyNotify) open_free);
  self->settings = g_settings_new ("io.github.tambour.Tambour");
  self->recent_menu = g_menu_new ();

  g_signal_connect_object (self->settings, "changed::recent-portfolios", G_CALLBACK (update_recent_menu), self, G_CONNECT_SWAPPED);
  update_recent_menu (self);
}

/**
 * tambour_portfolios_new:
 *
 * Returns: (transfer full): the portfolios of the program
 */
TambourPortfolios *
tambour_portfolios_new (void)
{
  return g_object_new (TAMBOUR_TYPE_PORTFOLIOS, NULL);
}

/**
 * tambour_portfolios_get_settings:
 * @self: the portfolios
 *
 * Returns: (transfer none): what the program remembers
 */
GSettings *
tambour_portfolios_get_settings (TambourPortfolios *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIOS (self), NULL);

  return self->settings;
}

/**
 * tambour_portfolios_find:
 * @self: the portfolios
 * @path: a file
 * @is_read_only: whether it is to be open for reading only
 *
 * Returns: (transfer none) (nullable): the portfolio, if a window has it open so
 */
TambourPortfolio *
tambour_portfolios_find (TambourPortfolios *self,
                         const char        *path,
                         gboolean           is_read_only)
{
  g_autofree char *wanted = g_canonicalize_filename (path, NULL);

  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIOS (self), NULL);

  for (guint i = 0; i < self->open->len; i++)
    {
      Open *open = g_ptr_array_index (self->open, i);

      if (g_str_equal (tambour_portfolio_get_path (open->portfolio), wanted) &&
          tambour_portfolio_is_read_only (open->portfolio) == is_read_only)
        return open->portfolio;
    }

  return NULL;
}

/**
 * tambour_portfolios_hold:
 * @self: the portfolios
 * @portfolio: what a window shows from now on
 *
 * Keeps it open until tambour_portfolios_release().
 */
void
tambour_portfolios_hold (TambourPortfolios *self,
                         TambourPortfolio  *portfolio)
{
  Open *open;

  g_return_if_fail (TAMBOUR_IS_PORTFOLIOS (self));

  if (!(open = find_open (self, portfolio)))
    {
      open = g_new0 (Open, 1);
      open->portfolios = self;
      open->portfolio = g_object_ref (portfolio);
      g_signal_connect_swapped (portfolio, "notify::is-writing", G_CALLBACK (close_if_done), open);
      g_ptr_array_add (self->open, open);
    }

  open->n_windows++;
  await (open, FALSE);
}

/**
 * tambour_portfolios_release:
 * @self: the portfolios
 * @portfolio: what a window shows no longer
 *
 * Closes it if that was the last one.
 */
void
tambour_portfolios_release (TambourPortfolios *self,
                            TambourPortfolio  *portfolio)
{
  Open *open;

  g_return_if_fail (TAMBOUR_IS_PORTFOLIOS (self));

  open = find_open (self, portfolio);
  g_return_if_fail (open != NULL && open->n_windows > 0);

  open->n_windows--;
  close_if_done (open);
}

/**
 * tambour_portfolios_dup_own_path:
 * @self: the portfolios
 *
 * Returns: (transfer full): the file that opens by itself, which need not exist
 */
char *
tambour_portfolios_dup_own_path (TambourPortfolios *self)
{
  g_autofree char *chosen = NULL;

  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIOS (self), NULL);

  chosen = g_settings_get_string (self->settings, "portfolio");
  if (*chosen)
    return g_steal_pointer (&chosen);

  return g_build_filename (g_get_user_data_dir (), "tambour", "portfolio" ENDING, NULL);
}

/**
 * tambour_portfolios_has_chosen:
 * @self: the portfolios
 *
 * Returns: whether somebody chose what opens by itself, so that it should be there
 */
gboolean
tambour_portfolios_has_chosen (TambourPortfolios *self)
{
  g_autofree char *chosen = NULL;

  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIOS (self), FALSE);

  chosen = g_settings_get_string (self->settings, "portfolio");

  return *chosen != '\0';
}

/**
 * tambour_portfolios_choose:
 * @self: the portfolios
 * @path: (nullable): what opens by itself from now on
 */
void
tambour_portfolios_choose (TambourPortfolios *self,
                           const char        *path)
{
  g_return_if_fail (TAMBOUR_IS_PORTFOLIOS (self));

  if (path == NULL || g_utf8_validate (path, -1, NULL))
    g_settings_set_string (self->settings, "portfolio", path ? path : "");
}

/**
 * tambour_portfolios_dup_recent:
 * @self: the portfolios
 *
 * Returns: (transfer full): the files that were open lately, the last first
 */
GStrv
tambour_portfolios_dup_recent (TambourPortfolios *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIOS (self), NULL);

  return g_settings_get_strv (self->settings, "recent-portfolios");
}

/**
 * tambour_portfolios_get_recent_menu:
 * @self: the portfolios
 *
 * Returns: (transfer none): the same as a menu, which stays up to date
 */
GMenuModel *
tambour_portfolios_get_recent_menu (TambourPortfolios *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIOS (self), NULL);

  return G_MENU_MODEL (self->recent_menu);
}

static void
put_recent (TambourPortfolios *self,
            const char        *first,
            const char        *without)
{
  g_auto(GStrv) paths = tambour_portfolios_dup_recent (self);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) changed = NULL;
  guint n = 0;

  if (first != NULL)
    {
      g_strv_builder_add (builder, first);
      n++;
    }

  for (guint i = 0; paths[i] != NULL && n < MAX_RECENT; i++)
    if (!g_str_equal (paths[i], without))
      {
        g_strv_builder_add (builder, paths[i]);
        n++;
      }

  changed = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "recent-portfolios", (const char * const *) changed);
}

/**
 * tambour_portfolios_remember:
 * @self: the portfolios
 * @path: a file that was opened
 */
void
tambour_portfolios_remember (TambourPortfolios *self,
                             const char        *path)
{
  g_return_if_fail (TAMBOUR_IS_PORTFOLIOS (self));

  /* Settings are text; names of files need not be. */
  if (g_utf8_validate (path, -1, NULL))
    put_recent (self, path, path);
}

/**
 * tambour_portfolios_forget:
 * @self: the portfolios
 * @path: a file that is not there any more
 *
 * It is no longer offered, and does not open by itself.
 */
void
tambour_portfolios_forget (TambourPortfolios *self,
                           const char        *path)
{
  g_autofree char *own = NULL;

  g_return_if_fail (TAMBOUR_IS_PORTFOLIOS (self));

  own = tambour_portfolios_dup_own_path (self);
  if (g_str_equal (own, path))
    tambour_portfolios_choose (self, NULL);

  put_recent (self, NULL, path);
}

/**
 * tambour_portfolios_forget_all:
 * @self: the portfolios
 *
 * Nothing is recent any more.
 */
void
tambour_portfolios_forget_all (TambourPortfolios *self)
{
  g_return_if_fail (TAMBOUR_IS_PORTFOLIOS (self));

  g_settings_reset (self->settings, "recent-portfolios");
}

/**
 * tambour_portfolios_dup_name:
 * @path: a file
 *
 * Returns: (transfer full): what people call the portfolio in it
 */
char *
tambour_portfolios_dup_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  char *name = g_filename_display_name (base);

  if (g_str_has_suffix (name, ENDING))
    name[strlen (name) - strlen (ENDING)] = '\0';

  return name;
}

/**
 * tambour_portfolios_dup_place:
 * @path: a file
 *
 * Returns: (transfer full): its folder, as people write it: “~/Documents”
 */
char *
tambour_portfolios_dup_place (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);

  if (g_str_has_prefix (shown, home) && (shown[length] == '/' || shown[length] == '\0'))
    return g_strconcat ("~", shown + length, NULL);

  return g_steal_pointer (&shown);
}
